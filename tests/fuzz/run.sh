#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Feeds made-up input to what reads files from elsewhere, with AddressSanitizer and UndefinedBehaviorSanitizer, for so many seconds each,
# or, by a number with an x, so many times:
#
#     tests/fuzz/run.sh SECONDS|TIMESx [reader|perspective|png|delimited|page|xlsx|ods|graphml|gexf|nodelink]...
#
# The build of the preset "check" must be configured with Clang (tests/run.sh --ci does so); another one is named by DEALSCAPE_FUZZ_BUILD.
# Ends with 1 and the input in BUILD/fuzz/NAME.found when one breaks the program, with 77 where that build is missing. New inputs that
# reach new code gather in BUILD/fuzz/corpus. DEALSCAPE_FUZZ_LENGTH bounds an input's bytes. With DEALSCAPE_FUZZ_SEED the inputs are the
# same every time that the corpus is.
set -euo pipefail
amount=${1:?how many seconds or times for each}
shift
project=$(cd "$(dirname "$0")/../.." && pwd)
build=${DEALSCAPE_FUZZ_BUILD:-$project/build/check}
names=("$@")
[[ ${#names[@]} -gt 0 ]] || names=(reader perspective png delimited page xlsx ods graphml gexf nodelink)
grep -qs '^DEALSCAPE_SANITIZE:.*fuzzer-no-link' "$build/CMakeCache.txt" || { echo "$build is not built with Clang for fuzzing"; exit 77; }
ninja -C "$build" "${names[@]/#/fuzz_}" >"$build/fuzz.log" 2>&1 || { tail -n 40 "$build/fuzz.log"; exit 1; }
build+=/fuzz
bound=(-max_total_time="$amount")
[[ "$amount" != *x ]] || bound=(-runs="${amount%x}")
# What compared values suggest hangs on addresses.
[[ -z "${DEALSCAPE_FUZZ_SEED:-}" ]] || bound+=(-seed="$DEALSCAPE_FUZZ_SEED" -use_cmp=0)

fuzz() { # NAME
    local name=$1 status=0 length=16384 seeds=()
    # What becomes a dataset by import takes its time for each cell: more runs find more than longer ones.
    case $name in delimited | page) length=2048 ;; esac
    mkdir -p "$build/corpus/$name"
    seeds=("$project/tests/fuzz/data/$name")
    [[ $name != reader ]] || seeds+=("$project/tests/io/data" "$project/tests/io/data/broken")
    [[ $name != delimited ]] || seeds+=("$project/tests/exchange/data")
    rm -rf "$build/$name.found"
    mkdir -p "$build/$name.found"
    "$build/fuzz_$name" "$build/corpus/$name" "${seeds[@]}" -dict="$project/tests/fuzz/words.dict" "${bound[@]}" \
        -max_len="${DEALSCAPE_FUZZ_LENGTH:-$length}" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
        -artifact_prefix="$build/$name.found/" 2>"$build/$name.log" || status=1
    echo "$name: $(tail -n 12 "$build/$name.log" | grep -E 'Done|ERROR|SUMMARY|Test unit' || true)"
    rmdir "$build/$name.found" 2>/dev/null || echo "$name: what broke it is in $build/$name.found, the log in $build/$name.log"
    return $status
}

# As many at a time as there are processors.
pids=()
for name in "${names[@]}"; do
    while (($(jobs -pr | wc -l) >= $(nproc))); do sleep 1; done
    fuzz "$name" &
    pids+=($!)
done
status=0
for pid in "${pids[@]}"; do wait "$pid" || status=1; done
exit $status
