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
for tool in Xvfb xdotool import convert; do
    command -v "$tool" >/dev/null || { echo "play: $tool is missing, skipped"; exit 77; }
done

work=$(mktemp -d)
cleanup() {
    [[ -n ${window_process:-} ]] && kill "$window_process" 2>/dev/null || true
    [[ -n ${server_process:-} ]] && kill "$server_process" 2>/dev/null || true
    rm -rf "$work"
}
trap cleanup EXIT

Xvfb -displayfd 7 -screen 0 3840x1080x24 -dpi 96 -noreset +extension RANDR 7>"$work/display" 2>/dev/null &
server_process=$!
for _ in $(seq 100); do [[ -s $work/display ]] && break; sleep 0.1; done
export DISPLAY=":$(cat "$work/display")"
screens=1
if command -v xrandr >/dev/null && xrandr --setmonitor left 1920/508x1080/286+0+0 screen 2>/dev/null &&
    xrandr --setmonitor right 1920/508x1080/286+1920+0 none 2>/dev/null; then
    screens=2
fi

mkdir -p "$work/home/.config/Dealscape" "$work/run"
chmod 700 "$work/run"
printf '[General]\nhintsDismissed=true\ntheme=light\n' >"$work/home/.config/Dealscape/Dealscape.ini"
log=$work/journey.log
HOME=$work/home XDG_CONFIG_HOME=$work/home/.config XDG_RUNTIME_DIR=$work/run QT_QPA_PLATFORM=xcb \
    QT_FORCE_STDERR_LOGGING=1 QT_LOGGING_RULES="dealscape.journey.info=true" "$program" 2>"$log" &
window_process=$!

fail() {
    echo "play: $1" >&2
    cat "$log" >&2
    [[ -z $pictures ]] || import -window root "$pictures/failed.png"
    exit 1
}

# Waits until the log has so many lines that match.
heard() {
    for _ in $(seq 600); do
        [[ $(grep -cE "$1" "$log") -ge ${2:-1} ]] && return 0
        kill -0 "$window_process" 2>/dev/null || fail "the window is gone"
        sleep 0.1
    done
    fail "never heard: $1"
}

shot() {
    [[ -z $pictures ]] || import -window root "$pictures/$1.png"
}

# Grey of the middle of the audience's screen, 0 to 255.
grey() {
    import -window root -crop 600x400+660+340 png:- | convert - -colorspace Gray -format '%[fx:round(255*mean)]' info:
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
heard "presents scene 1 of 12"
sleep 1
audience=$(xdotool search --onlyvisible --name "^Presentation$" | head -1)
[[ -n $audience ]] || fail "no window for the audience"
[[ $screens == 1 ]] || [[ -n $(xdotool search --onlyvisible --name "^Presenter" | head -1) ]] || fail "no window for the speaker"
xdotool windowfocus "$audience" || true
sleep 0.5
shot scene-01

for scene in $(seq 2 12); do
    xdotool key Next
    heard "presents scene $scene of 12"
    [[ -z $pictures ]] || sleep 1.2
    shot "scene-$(printf %02d "$scene")"
done

xdotool key 3
xdotool key Return
heard "presents scene 3 of 12" 2
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
xdotool mousemove 1200 300 key l
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
xdotool windowfocus "$window" || true
sleep 0.5
xdotool key ctrl+q
for _ in $(seq 200); do
    kill -0 "$window_process" 2>/dev/null || { echo "play: passed with $screens screens"; exit 0; }
    sleep 0.1
done
fail "the window did not close"
