#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs the program in surroundings that it did not choose: a locale with decimal commas, a platform without a display, a full disk.
#
#     surroundings.sh PROGRAM
#
# Exits with 77 (skipped) where no locale can be made.
set -euo pipefail

program=${1:?usage: surroundings.sh PROGRAM}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/home" "$work/run"
chmod 700 "$work/run"
export HOME=$work/home XDG_CONFIG_HOME=$work/home/.config XDG_RUNTIME_DIR=$work/run
unset DISPLAY WAYLAND_DISPLAY

fail() {
    echo "surroundings: $1" >&2
    exit 1
}

# No display, whatever platform is asked for.
QT_QPA_PLATFORM=xcb "$program" validate >/dev/null || fail "validate looked for a display"

# An argument that is no text here is refused rather than mistaken for another.
name=$work/$(printf 'caf\xe9').json
printf '{}' >"$name"
code=0
LC_ALL=C.UTF-8 "$program" validate "$name" 2>"$work/err" || code=$?
[[ $code -eq 2 ]] && grep -q 'no text' "$work/err" || fail "a name that is not UTF-8 ended with $code"

# A full disk: the old file stays, and the exit code says that it was not replaced.
full() {
    mkdir -p "$work/disk"
    mount -t tmpfs -o size=64k tmpfs "$work/disk" || exit 77
    local fill output
    for fill in 64 60 56 52; do
        rm -f "$work"/disk/*
        for output in x.csv x.png x.svg x.pdf; do echo OLD >"$work/disk/$output"; done
        dd if=/dev/zero of="$work/disk/fill" bs=1k count="$fill" 2>/dev/null || true
        for output in x.csv x.png x.svg x.pdf; do
            code=0
            "$program" chart -o "$work/disk/$output" >/dev/null 2>"$work/err" || code=$?
            if [[ $code -eq 0 ]]; then
                [[ $(stat -c %s "$work/disk/$output") -gt 1000 ]] || fail "$output is cut off on a full disk, and exit is 0"
                echo OLD >"$work/disk/$output"
            else
                [[ $code -eq 4 ]] && grep -q 'No space left' "$work/err" || fail "$output on a full disk: exit $code, $(cat "$work/err")"
                [[ $(cat "$work/disk/$output") == OLD ]] || fail "$output lost its old content on a full disk"
            fi
        done
    done
    [[ -z $(find "$work/disk" -name '.dealscape*') ]] || fail "something is left behind on a full disk"
}
export -f full fail
export program work
if unshare -rm true 2>/dev/null; then
    unshare -rm bash -euo pipefail -c full || { [[ $? -eq 77 ]] || exit 1; echo "surroundings: no small disk here"; }
else
    echo "surroundings: no small disk here, as in a root of its own"
fi

# The same bytes where the comma is the decimal sign.
command -v localedef >/dev/null && [[ -e /usr/share/i18n/locales/de_DE ]] || { echo "surroundings: no locale can be made, skipped"; exit 77; }
mkdir "$work/locales"
localedef -i de_DE -f UTF-8 "$work/locales/de_DE.UTF-8"
export LOCPATH=$work/locales
[[ $(LC_ALL=de_DE.UTF-8 printf '%.1f' 1,5 2>/dev/null) == 1,5 ]] || fail "the locale that was made is not taken up"
for locale in C.UTF-8 de_DE.UTF-8; do
    mkdir "$work/$locale"
    out=$work/$locale
    cd "$out"
    LC_ALL=$locale "$program" export --tier 1 --size 960x600 -o picture.svg -o picture.png >said
    LC_ALL=$locale "$program" chart --by concentration --csv >concentration.csv
    LC_ALL=$locale "$program" chart --by concentration --size 960x600 -o chart.svg -o chart.png >>said
    LC_ALL=$locale "$program" summary >summary
    LC_ALL=$locale "$program" metrics --json >metrics.json
    LC_ALL=$locale "$program" geometry --tier 1 --json >geometry.json
    LC_ALL=$locale "$program" whatif --fail openai >whatif
    LC_ALL=$locale "$program" export --tier 1 --mm 297.5x210.25 -o paper.svg >>said
done
diff -rq "$work/C.UTF-8" "$work/de_DE.UTF-8" || fail "the locale shows in what is written"
grep -q 'HHI [0-9],[0-9][0-9][0-9],' "$work/de_DE.UTF-8/concentration.csv" || fail "thousands are not grouped by commas"
echo "surroundings: passed"
