#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Asks the real window from outside eight questions that people have, with the mouse alone but for words that are typed, and checks
# what is seen. No answer may take more than four clicks. The manual's page on finding holds the same table.
#
#     answers.sh PROGRAM [FOLDER_FOR_SCREENSHOTS]
#
# Needs Xvfb, xdotool and ImageMagick; exits with 77 (skipped) where they are missing.
set -euo pipefail

program=${1:?usage: answers.sh PROGRAM [FOLDER]}
pictures=${2:-}
source "$(dirname "$0")/../outside.sh"
need Xvfb xdotool import
serve -screen 0 1920x1080x24 -dpi 96
start reducedMotion=true

clicks=0
question=

# The place of something as the program says it, "at X Y" in the coordinates of the screen.
place() {
    grep -E ": $1 at [0-9]+ [0-9]+|^$1 at [0-9]+ [0-9]+" "$log" | tail -1 | sed -E 's/.* at ([0-9]+) ([0-9]+).*/\1 \2/'
}

# Clicks something by what the program calls it, and waits for what the program says of it.
click() {
    local at
    at=$(place "$1")
    [[ -n $at ]] || fail "$question: there is no $1"
    mark
    clicks=$((clicks + ${3:-1}))
    xdotool mousemove $at click --repeat "${3:-1}" --delay 60 1
    heard "$2"
}

settle() {
    heard "settled"
    sleep 0.3
}

# From the opening view, with nothing selected.
ask() {
    question=$1
    xdotool key Escape Escape Escape
    xdotool key ctrl+shift+a
    sleep 0.3
    xdotool key ctrl+k
    sleep 0.4
    xdotool type --delay 20 "opening view"
    sleep 0.3
    xdotool key Return
    sleep 0.6
    xdotool key Escape
    sleep 0.8
    clicks=0
}

# Ends a question: what must have been said by now, and how many clicks it took.
answered() {
    shot "$1"
    (( clicks <= 4 )) || fail "$question took $clicks clicks"
    printf '%-40s %d clicks\n' "$question" "$clicks"
}

seen() {
    [[ $(since | grep -cE "$1") -ge 1 ]] || fail "$question: not seen: $1"
}

heard "first frame"
heard "settled"
window=$(xdotool search --onlyvisible --name "Dealscape" | head -1)
xdotool windowfocus "$window" || true
sleep 0.5

question="who finances OpenAI"
click "node openai" "selected organisation openai"
settle
seen "button SoftBank at"
answered 1-who-finances-openai

ask "what Oracle sells OpenAI"
click "edge openai oracle compute" "selected edge openai oracle compute"
settle
seen "button Oracle at"
answered 2-what-oracle-sells

ask "who finances Anthropic"
mark
xdotool key ctrl+f
clicks=$((clicks + 1))
xdotool type --delay 30 anthropic
heard "results [1-9]"
mark
xdotool key Return
clicks=$((clicks + 1))
heard "selected organisation anthropic"
settle
click "button Show it" "view "
settle
seen "node anthropic at"
answered 3-who-finances-anthropic

ask "deals in the Emirates"
click "button \+ Filter" "menu open"
click "entry Country" "entry United Arab Emirates"
click "entry United Arab Emirates" "view .*\"countries\":\[\"AE\"\].*\"countryEnds\":\"either\""
settle
xdotool key Escape Escape
sleep 0.5
seen "node g42 at|node mgx at"
answered 4-deals-in-the-emirates

ask "only what is paid"
click "button Certainty" "menu open"
for row in Binding Announced Potential; do
    click "entry $row.*" "view "
done
settle
xdotool key Escape
sleep 0.5
seen "\"certainties\":\[\"paid\"\]"
answered 5-only-what-is-paid

ask "which sources are weak"
click "button \+ Filter" "menu open"
click "entry Weakest source" "entry seen cited"
click "entry seen cited.*" "view .*\"weakestSources\":\[\"cited\"\]"
settle
xdotool key Escape Escape
sleep 0.5
answered 6-weak-sources

ask "slide of a sub-network"
click "node nvidia" "view .*\"focus\":\"nvidia\"" 2
settle
sleep 1
click "button Export picture.*" "asks for a file"
sleep 1.5
shot 7-slide-dialog
mark
xdotool key alt+e
clicks=$((clicks + 1))
heard "wrote .*nvidia.*\.png"
sleep 1
answered 7-slide-of-a-sub-network

ask "what if Nvidia cannot deliver"
click "node nvidia" "selected organisation nvidia"
settle
click "menu Analyse" "menu open"
click "entry What if.*" "scenario Nvidia fails"
sleep 1
answered 8-what-if-nvidia-fails

finish "all answered"
