#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Writes the same picture at device pixel ratios 1, 1.5 and 2, whatever platform is named for windows, and compares the bytes.
#
#     sameness.sh PROGRAM
set -euo pipefail

program=${1:?usage: sameness.sh PROGRAM}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/home"
export HOME=$work/home XDG_CONFIG_HOME=$work/home/.config XDG_RUNTIME_DIR=$work
chmod 700 "$work"

# What is written, each a line of options; every preset is among them.
pictures=(
    "--theme light --size 1600x900"
    "--theme dark --size 1600x900"
    "--preset slide --layout supply-chain"
    "--preset slide-4k --theme dark"
    "--preset window --lens power"
    "--preset window-2x --transparent"
    "--preset window-4x --theme print"
    "--preset a4 --focus openai"
    "--preset a3 --whole"
)

compare() {
    local first=$work/offscreen-1 i
    for ratio in 1 1.5 2; do
        for i in "${!pictures[@]}"; do
            # The options are words of this file's own.
            # shellcheck disable=SC2086
            QT_QPA_PLATFORM=$1 QT_SCALE_FACTOR=$ratio "$program" export ${pictures[i]} -o "$work/$1-$ratio-$i.png" >/dev/null
            cmp "$first-$i.png" "$work/$1-$ratio-$i.png" || { echo "sameness: $1 at $ratio differs: ${pictures[i]}" >&2; exit 1; }
            [[ $1-$ratio == offscreen-1 ]] || rm "$work/$1-$ratio-$i.png"
        done
    done
}

compare offscreen
# Commands need no display, so this one is never looked for.
unset DISPLAY WAYLAND_DISPLAY
compare xcb
echo "sameness: passed"
