#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Drives the real window from outside, as a person would, with mouse and keys: focuses Nvidia, opens the edge to OpenAI,
# reads a source, filters to binding deals only by the legend and walks the three steps back, finds "Abilene", plays the
# time bar, asks for a money path, and exports the picture by the menu. Each step is checked by the window's title, by the
# lines that the program writes about its journey, or by the file that it wrote.
#
#     journey.sh PROGRAM [FOLDER_FOR_SCREENSHOTS]
#
# Needs Xvfb, xdotool and ImageMagick; exits with 77 (skipped) where they are missing.
set -euo pipefail

program=${1:?usage: journey.sh PROGRAM [FOLDER]}
pictures=${2:-}
source "$(dirname "$0")/../outside.sh"
need Xvfb xdotool import
serve -screen 0 1920x1080x24 -dpi 96
start reducedMotion=true

# Does something with mouse or keys, and waits for what the program says of it and for the picture to come to rest.
act() {
    local expected=$1
    shift
    mark
    xdotool "$@"
    heard "$expected"
    heard "settled"
}

titled() {
    for _ in $(seq 600); do
        [[ $(xdotool getwindowname "$window") == $1 ]] && return 0
        sleep 0.1
    done
    fail "the title is '$(xdotool getwindowname "$window")', not '$1'"
}

# The place of something as the program says it, "at X Y" in the coordinates of the screen.
place() {
    grep -E "$1 at [0-9]+ [0-9]+" "$log" | tail -1 | sed -E 's/.* at ([0-9]+) ([0-9]+).*/\1 \2/'
}

# The number of the present step of the history, and of the deals in view there.
step() {
    grep -oE "step [0-9]+ deals [0-9]+" "$log" | tail -1
}

heard "first frame"
heard "settled"
window=$(xdotool search --onlyvisible --name "Dealscape" | head -1)
xdotool windowfocus "$window" || true
titled "Built-in dataset – Dealscape"
shot 1-start

# Focus Nvidia.
act "selected organisation nvidia" mousemove $(place "node nvidia") click 1
titled "Nvidia – *"
act "view .*nvidia" key Return
shot 2-nvidia

# Open the edge to OpenAI, in the details and in place.
heard "edge nvidia openai capital at"
act "selected edge nvidia openai" mousemove $(place "edge nvidia openai capital") click 1
act "opened ribbons 1" key Return
shot 3-edge

# Read a source: its address is asked about and not opened.
heard "source [a-z0-9.-]+ at"
xdotool mousemove $(place "source [a-z0-9.-]+") click 1
for _ in $(seq 600); do xdotool search --onlyvisible --name "Open in the browser" >/dev/null 2>&1 && break; sleep 0.1; done
xdotool search --onlyvisible --name "Open in the browser" >/dev/null || fail "the source did not ask"
sleep 0.5
shot 4-source
xdotool key Escape
for _ in $(seq 100); do xdotool search --onlyvisible --name "Open in the browser" >/dev/null 2>&1 || break; sleep 0.1; done
xdotool windowfocus "$window" || true

# Only potential deals, by the legend; then three steps back.
before=$(step)
for row in paid announced binding; do
    act "view " mousemove $(place "legend certainty $row") click 1
done
shot 5-potential
[[ $(step) != "$before" ]] || fail "the legend changed nothing"
for _ in 1 2 3; do
    act "step [0-9]+" key alt+Left
done
[[ $(step) == "$before" ]] || fail "three steps back led to '$(step)', not to '$before'"
shot 6-back

# Find a place by a word of its deals.
mark
xdotool key ctrl+f type --delay 30 abilene
heard "results [1-9]"
shot 7-search
act "found " key Return
heard "selected "

# Play the time bar, stop it, and take it all back in one step.
mark
xdotool key ctrl+t
heard "time bar open"
before=$(step)
mark
xdotool key space
for _ in $(seq 600); do [[ $(since | grep -c ": view ") -ge 3 ]] && break; sleep 0.1; done
[[ $(since | grep -c ": view ") -ge 3 ]] || fail "the time bar does not play"
shot 8-playing
xdotool key space
sleep 1.5
stopped=$(step)
sleep 1.5
[[ $(step) == "$stopped" ]] || fail "the time bar did not stop"
act "step [0-9]+" key alt+Left
[[ $(step) == "$before" ]] || fail "one step back from the time bar led to '$(step)', not to '$before'"
mark
xdotool key ctrl+t
heard "time bar closed"

# A deal of Nvidia's list.
act "selected organisation nvidia" mousemove $(place "node nvidia") click 1
heard "row [a-z0-9-]+ at"
act "selected deal" mousemove $(place "row [a-z0-9-]+") click 1
shot 9-deal

# The shortest way of money to Oracle.
act "selected organisation nvidia" mousemove $(place "node nvidia") click 1
mark
xdotool key ctrl+m
sleep 0.5
xdotool type --delay 30 oracle
sleep 0.5
act "path Nvidia pays" key Return
shot 10-path
act "view " key Escape

mark
xdotool key alt+f
sleep 0.5
shot 11-menu
xdotool key e
heard "asks for a file"
sleep 0.7
xdotool key ctrl+a type --delay 15 "$work/picture.png"
xdotool key Return
heard "wrote .*picture.png"
[[ $(identify -format '%wx%h' "$work/picture.png") == 1920x1080 ]] || fail "the picture has the wrong size"
[[ -z $pictures ]] || cp "$work/picture.png" "$pictures/picture.png"

finish "passed"
