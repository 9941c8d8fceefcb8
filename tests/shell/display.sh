#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs the program where there is no display, whatever the environment prefers for windows: subcommands work and say nothing but their
# own, the window says what is missing.
#
#     display.sh PROGRAM DATASET
set -euo pipefail

program=${1:?usage: display.sh PROGRAM DATASET}
dataset=${2:?usage: display.sh PROGRAM DATASET}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

fail() {
    echo "display: $1" >&2
    cat "$folder/err" >&2
    exit 1
}

bare() {
    local code=0
    env -u DISPLAY -u WAYLAND_DISPLAY -u XDG_RUNTIME_DIR -u QT_LOGGING_RULES "$@" >"$folder/out" 2>"$folder/err" || code=$?
    echo "$code"
}

for platform in xcb wayland offscreen ""; do
    for command in "validate $dataset" "summary $dataset" "export $dataset -o $folder/a.png" "chart $dataset -o $folder/b.png"; do
        # shellcheck disable=SC2086
        code=$(bare QT_QPA_PLATFORM=$platform "$program" $command)
        [[ $code == 0 ]] || fail "'$command' ends with $code under QT_QPA_PLATFORM='$platform'"
        [[ ! -s $folder/err ]] || fail "'$command' writes to standard error under QT_QPA_PLATFORM='$platform'"
    done
done
for platform in xcb ""; do
    code=$(bare QT_QPA_PLATFORM=$platform "$program" "$dataset")
    [[ $code == 2 ]] || fail "the window ends with $code under QT_QPA_PLATFORM='$platform'"
    grep -q "no display to open a window on" "$folder/err" || fail "the window does not say what is missing"
done
echo "display: four commands under four platforms"
