# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What scripts share that drive the real window from outside. They set `program`, and `pictures` to a folder for screenshots or to
# nothing, and read this file; then need, serve and start, in this order. All that was begun ends with the script.

script=$(basename "$0" .sh)
work=$(mktemp -d)
log=$work/journey.log
marked=0
cleanup() {
    [[ -n ${window_process:-} ]] && kill "$window_process" 2>/dev/null || true
    [[ -n ${server_process:-} ]] && kill "$server_process" 2>/dev/null || true
    rm -rf "$work"
}
trap cleanup EXIT

# Skips the script where a tool is missing.
need() {
    local tool
    for tool in "$@"; do
        command -v "$tool" >/dev/null || { echo "$script: $tool is missing, skipped"; exit 77; }
    done
}

# Starts an X server with these options on a free display.
serve() {
    Xvfb -displayfd 7 "$@" 7>"$work/display" 2>/dev/null &
    server_process=$!
    for _ in $(seq 100); do [[ -s $work/display ]] && break; sleep 0.1; done
    export DISPLAY=":$(cat "$work/display")"
}

# Starts the program in a home of its own, with these lines among its settings.
start() {
    mkdir -p "$work/home/.config/Dealscape" "$work/run"
    chmod 700 "$work/run"
    printf '%s\n' "[General]" hintsDismissed=true theme=light "$@" >"$work/home/.config/Dealscape/Dealscape.ini"
    HOME=$work/home XDG_CONFIG_HOME=$work/home/.config XDG_RUNTIME_DIR=$work/run QT_QPA_PLATFORM=xcb \
        QT_FORCE_STDERR_LOGGING=1 QT_LOGGING_RULES="dealscape.journey.info=true" "$program" 2>"$log" &
    window_process=$!
}

fail() {
    echo "$script: $1" >&2
    cat "$log" >&2
    [[ -z $pictures ]] || import -window root "$pictures/failed.png"
    exit 1
}

# From here on only what is written after this moment counts as heard.
mark() {
    marked=$(wc -l <"$log")
}

since() {
    tail -n "+$((marked + 1))" "$log"
}

# Waits until so many lines that match, one if not said, were written since the last mark.
heard() {
    for _ in $(seq 600); do
        [[ $(since | grep -cE "$1") -ge ${2:-1} ]] && return 0
        kill -0 "$window_process" 2>/dev/null || fail "the window is gone"
        sleep 0.1
    done
    fail "never heard: $1"
}

shot() {
    [[ -z $pictures ]] || import -window root "$pictures/$1.png"
}

# Closes the window by its key and says how the script ended.
finish() {
    xdotool windowfocus "$window" || true
    sleep 0.5
    xdotool key ctrl+q
    for _ in $(seq 600); do
        kill -0 "$window_process" 2>/dev/null || { echo "$script: $1"; exit 0; }
        sleep 0.1
    done
    fail "the window did not close"
}
