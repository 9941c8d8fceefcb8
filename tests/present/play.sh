#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Plays the whole story by keys on two screens, as a speaker would: F5, Page Down to the last scene, a jump, black and back,
# the spotlight, magnifying, Escape. Each step is checked by the lines that the program writes about its journey, and by pixels.
#
#     play.sh PROGRAM [FOLDER_FOR_SCREENSHOTS]
#
# Needs Xvfb with Xinerama, xdotool and ImageMagick; exits with 77 (skipped) where they are missing.
set -euo pipefail

program=${1:?usage: play.sh PROGRAM [FOLDER]}
pictures=${2:-}
source "$(dirname "$0")/../outside.sh"
need Xvfb xdotool import convert
serve -screen 0 3840x1080x24 -dpi 96 -noreset +extension RANDR
screens=1
if command -v xrandr >/dev/null && xrandr --setmonitor left 1920/508x1080/286+0+0 screen 2>/dev/null &&
    xrandr --setmonitor right 1920/508x1080/286+1920+0 none 2>/dev/null; then
    screens=2
fi

# The speaker's notes stay where the window is, the audience has the screen beside it.
left=$(( screens == 2 ? 1920 : 0 ))
# Every scene has a caption, and nothing else has.
count=$(grep -c '"caption"' "$(dirname "$0")/../../data/ai-infrastructure.json")

start

# Grey of the middle of the audience's screen, 0 to 255.
grey() {
    import -window root -crop "600x400+$((left + 660))+340" png:- | convert - -colorspace Gray -format '%[fx:round(255*mean)]' info:
}

# Waits until the middle of the screen is as dark or light as it should be.
looks() {
    for _ in $(seq 100); do
        local now
        now=$(grey)
        (( now >= $1 && now <= $2 )) && return 0
        sleep 0.1
    done
    fail "the screen's grey is $now, not $1 to $2"
}

heard "first frame"
window=$(xdotool search --onlyvisible --name "Dealscape" | head -1)
xdotool windowfocus "$window" || true
xdotool key F5
heard "presents scene 1 of $count"
sleep 1
audience=$(xdotool search --onlyvisible --name "^Presentation$" | head -1)
[[ -n $audience ]] || fail "no window for the audience"
[[ $screens == 1 ]] || [[ -n $(xdotool search --onlyvisible --name "^Presenter" | head -1) ]] || fail "no window for the speaker"
xdotool windowfocus "$audience" || true
sleep 0.5
shot scene-01

for scene in $(seq 2 "$count"); do
    xdotool key Next
    heard "presents scene $scene of $count"
    [[ -z $pictures ]] || sleep 1.2
    shot "scene-$(printf %02d "$scene")"
done

xdotool key 3
xdotool key Return
heard "presents scene 3 of $count" 2
xdotool key b
heard "cover 1"
looks 0 0
xdotool key b
heard "cover 0"
looks 150 255
xdotool key w
heard "cover 2"
looks 255 255
xdotool key w
heard "cover 0" 2
xdotool mousemove "$((left + 1200))" 300 key l
heard "spotlight true"
sleep 0.5
shot spotlight
xdotool key l
heard "spotlight false"
xdotool key plus
xdotool key plus
heard "magnified 2"
sleep 0.5
shot magnified
xdotool key 0
heard "magnified 0"

xdotool key Escape
heard "presentation ended at scene 3"
sleep 0.5
shot ended
finish "passed with $screens screens"
