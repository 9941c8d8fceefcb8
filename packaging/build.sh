# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by packaging/run.sh and tests/run.sh, in the folder of the sources: says what is being done and how far it is, keeps all
# output in a log, and shows of it only what failed.

log=""

# Begins the log of a script under build/.
keep_log() {
    mkdir -p build
    log="$PWD/build/$1.log"
    : >"$log"
}

step() {
    echo "$*"
    echo "== $*" >>"$log"
}

# Runs a command whose output matters only when it fails.
quietly() {
    local from
    from=$(wc -l <"$log")
    "$@" >>"$log" 2>&1 && return 0
    local code=$?
    tail -n "+$((from + 1))" "$log" | tail -n 40 >&2
    echo "Failed: $* (all of it is in $log)" >&2
    return "$code"
}

# Tells the progress of ninja's output, which it keeps in the log: in place on a terminal, else a line for each tenth.
progress() {
    local what=$1 line n m tenth last=-1 width=0 text
    while IFS= read -r line; do
        printf '%s\n' "$line" >>"$log"
        [[ "$line" =~ ^\[([0-9]+)/([0-9]+)\] ]] || continue
        n=${BASH_REMATCH[1]} m=${BASH_REMATCH[2]}
        tenth=$((n * 10 / m))
        if [[ -t 1 ]]; then
            text="$what: $n of $m"
            printf '\r%-*s' "$width" "$text"
            width=${#text}
        elif ((tenth > last)); then
            echo "$what: $n of $m"
        fi
        last=$tenth
    done
    [[ ! -t 1 ]] || printf '\r%-*s\r' "$width" ""
}

# How many compilers fit into the processors and the memory at hand: one may take 1.5 GB.
jobs() {
    local fit
    fit=$(awk '/^MemAvailable:/ { print int($2 / 1500000) }' /proc/meminfo)
    echo $((fit < 1 ? 1 : fit < $(nproc) ? fit : $(nproc)))
}

# build PRESET WHAT [CMAKE-OPTION]... -- [TARGET]...: configures and builds.
build() {
    local preset=$1 what=$2 options=() from
    shift 2
    while [[ $# -gt 0 && "$1" != "--" ]]; do
        options+=("$1")
        shift
    done
    [[ $# -eq 0 ]] || shift
    step "Configuring $what"
    quietly cmake --preset "$preset" "${options[@]}"
    from=$(wc -l <"$log")
    if ! NINJA_STATUS='[%f/%t] ' ninja -C "build/$preset" -j "$(jobs)" "$@" 2>&1 | progress "Building $what"; then
        tail -n "+$((from + 1))" "$log" | awk '/^FAILED: /{show = 1} /^\[[0-9]+\/[0-9]+\] /{show = 0} show' | head -n 60 >&2
        echo "The build failed; all of it is in $log" >&2
        return 1
    fi
}
