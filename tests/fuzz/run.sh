#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Feeds made-up input to what reads files from elsewhere, with AddressSanitizer and UndefinedBehaviorSanitizer, for so many seconds each:
#
#     tests/fuzz/run.sh SECONDS [reader|perspective|png|delimited|page|xlsx|ods|graphml|gexf|nodelink]...
#
# Ends with 1 and the input in build/fuzz/NAME.found when one breaks the program, with 77 where clang is missing. New inputs that reach
# new code gather in build/fuzz/corpus.
set -euo pipefail
seconds=${1:?how many seconds for each}
shift
project=$(cd "$(dirname "$0")/../.." && pwd)
build=${DEALSCAPE_FUZZ_BUILD:-$project/build/fuzz}
clang=$(command -v clang++ || command -v clang++-14) || { echo "clang++ is missing"; exit 77; }
names=("$@")
[[ ${#names[@]} -gt 0 ]] || names=(reader perspective png delimited page xlsx ods graphml gexf nodelink)

flags=(-std=c++20 -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all -I"$project/app")
qt=()
read -ra qt <<<"$(pkg-config --cflags Qt6Core Qt6Gui libpng)"
read -ra libraries <<<"$(pkg-config --libs Qt6Core Qt6Gui libpng)"
rooms=(domain files io sheets graphs exchange)
pictures=("$project"/app/export/{handwork,pngtext,tag}.cpp)
mkdir -p "$build/objects" "$build/corpus"

# One object a room, whose sources are compiled together, made again when any source or header is newer.
newest=$(find "$project"/app/{domain,files,io,export,sheets,graphs,exchange} "$project/tests/fuzz" -type f -printf '%T@\n' | sort -n | tail -1)
[[ -e $build/made && $(stat -c %.Y "$build/made") > $newest ]] || rm -f "$build/objects"/*
unite() { # NAME SOURCE...
    printf '#include "%s"\n' "${@:2}" >"$build/objects/$1.cpp"
}
for room in "${rooms[@]}"; do unite "$room" "$project/app/$room"/*.cpp; done
unite export "${pictures[@]}"
compile() { # OUT SOURCE FLAG...
    [[ -e $1 ]] || "$clang" "${@:3}" -c "$2" -o "$1"
}
export -f compile
export clang
for source in "$build/objects"/*.cpp "$project"/tests/fuzz/*.cpp; do
    name=$(basename "$source" .cpp)
    [[ $source == "$build"/* ]] || name=fuzz-$name
    printf '%s\0' "compile '$build/objects/$name.o' '$source' ${flags[*]@Q} ${qt[*]@Q} -fPIC -fsanitize=fuzzer-no-link"
done | xargs -0 -P "$(nproc)" -I{} bash -c '{}'
touch "$build/made"

# Links one harness and runs it.
fuzz() { # NAME
    local name=$1 status=0 length=16384 links=() seeds=()
    local objects=("$build/objects/fuzz-$name.o" "$build"/objects/{domain,files,io}.o)
    case $name in
        png) objects+=("$build/objects/export.o"); links=("${libraries[@]}") ;;
        reader | perspective) ;;
        *) objects+=("$build"/objects/{sheets,graphs,exchange}.o); links=("${libraries[@]}" -lz -lxlsxwriter) ;;
    esac
    # What becomes a dataset by import takes its time for each cell: more runs find more than longer ones.
    case $name in delimited | page) length=2048 ;; esac
    "$clang" "${flags[@]}" -fsanitize=fuzzer "${objects[@]}" "${links[@]}" -o "$build/$name"
    mkdir -p "$build/corpus/$name"
    seeds=("$project/tests/fuzz/data/$name")
    [[ $name != reader ]] || seeds+=("$project/tests/io/data" "$project/tests/io/data/broken")
    [[ $name != delimited ]] || seeds+=("$project/tests/exchange/data")
    rm -rf "$build/$name.found"
    mkdir -p "$build/$name.found"
    "$build/$name" "$build/corpus/$name" "${seeds[@]}" -dict="$project/tests/fuzz/words.dict" -max_total_time="$seconds" -max_len="$length" \
        -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 -artifact_prefix="$build/$name.found/" 2>"$build/$name.log" || status=1
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
