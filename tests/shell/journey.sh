#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Drives the real window from outside, as a person would, with mouse and keys: clicks the Nvidia node, a deal in its
# list, walks back, finds "Abilene" and exports the picture by the menu. Each step is checked by the window's title, by
# the lines that the program writes about its journey, or by the file that it wrote.
#
#     journey.sh PROGRAM [FOLDER_FOR_SCREENSHOTS]
#
# Needs Xvfb, xdotool and ImageMagick; exits with 77 (skipped) where they are missing.
set -euo pipefail

program=${1:?usage: journey.sh PROGRAM [FOLDER]}
pictures=${2:-}
for tool in Xvfb xdotool import; do
    command -v "$tool" >/dev/null || { echo "journey: $tool is missing, skipped"; exit 77; }
done

work=$(mktemp -d)
cleanup() {
    [[ -n ${window_process:-} ]] && kill "$window_process" 2>/dev/null || true
    [[ -n ${server_process:-} ]] && kill "$server_process" 2>/dev/null || true
    rm -rf "$work"
}
trap cleanup EXIT

Xvfb -displayfd 7 -screen 0 1920x1080x24 -dpi 96 7>"$work/display" 2>/dev/null &
server_process=$!
for _ in $(seq 100); do [[ -s $work/display ]] && break; sleep 0.1; done
export DISPLAY=":$(cat "$work/display")"

mkdir -p "$work/home/.config/Dealscape" "$work/run"
chmod 700 "$work/run"
printf '[General]\nhintsDismissed=true\nreducedMotion=true\ntheme=light\n' >"$work/home/.config/Dealscape/Dealscape.ini"
log=$work/journey.log
HOME=$work/home XDG_CONFIG_HOME=$work/home/.config XDG_RUNTIME_DIR=$work/run QT_QPA_PLATFORM=xcb \
    QT_FORCE_STDERR_LOGGING=1 QT_LOGGING_RULES="dealscape.journey.info=true" "$program" 2>"$log" &
window_process=$!

fail() {
    echo "journey: $1" >&2
    cat "$log" >&2
    [[ -n $pictures ]] && import -window root "$pictures/failed.png"
    exit 1
}

# Waits until the log has a line that matches.
heard() {
    for _ in $(seq 150); do
        grep -qE "$1" "$log" && return 0
        kill -0 "$window_process" 2>/dev/null || fail "the window is gone"
        sleep 0.1
    done
    fail "never heard: $1"
}

titled() {
    for _ in $(seq 100); do
        [[ $(xdotool getwindowname "$window") == $1 ]] && return 0
        sleep 0.1
    done
    fail "the title is '$(xdotool getwindowname "$window")', not '$1'"
}

shot() {
    [[ -z $pictures ]] || import -window root "$pictures/$1.png"
}

# The place of something as the program says it, "at X Y" in the coordinates of the screen.
place() {
    grep -E "$1 at [0-9]+ [0-9]+" "$log" | tail -1 | sed -E 's/.* at ([0-9]+) ([0-9]+).*/\1 \2/'
}

heard "first frame"
window=$(xdotool search --onlyvisible --name "Dealscape" | head -1)
xdotool windowfocus "$window" || true
titled "Built-in dataset – Dealscape"
shot 1-start

heard "node nvidia at"
xdotool mousemove $(place "node nvidia") click 1
titled "Nvidia – *"
heard "row [a-z0-9-]+ at"
shot 2-nvidia

xdotool mousemove $(place "row [a-z0-9-]+") click 1
heard "selected deal"
shot 3-deal

xdotool key alt+Left
titled "Nvidia – *"
xdotool key alt+Left
titled "Built-in dataset – *"

xdotool key ctrl+f type --delay 30 abilene
heard "results [1-9]"
shot 4-search
xdotool key Return
heard "found "

xdotool key alt+f
sleep 0.5
shot 5-menu
xdotool key e
heard "asks for a file"
sleep 0.7
xdotool key ctrl+a type --delay 15 "$work/picture.png"
xdotool key Return
heard "wrote .*picture.png"
[[ $(identify -format '%wx%h' "$work/picture.png") == 1920x1080 ]] || fail "the picture has the wrong size"
[[ -z $pictures ]] || cp "$work/picture.png" "$pictures/picture.png"

xdotool windowfocus "$window" || true
sleep 0.5
xdotool key ctrl+q
for _ in $(seq 100); do
    kill -0 "$window_process" 2>/dev/null || { echo "journey: passed"; exit 0; }
    sleep 0.1
done
fail "the window did not close"
