#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes the pictures of the manual, and its page on the command line, from the program itself: resources/manual/pictures.sh [PROGRAM]. Run it when they have grown old.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
program="$(realpath "${1:-$root/build/release/dealscape}")"
folder="$root/resources/manual"
slides="$(mktemp -d)"
trap 'rm -rf "$slides"' EXIT

"$program" man --markdown -o "$folder/command-line.md"
"$program" export --focus oracle --depth 1 --size 640x420 --without strip -o "$folder/picture.png"
"$program" chart --by certainty --size 640x360 -o "$folder/charts.png"
"$program" present --size 640x360 --export "$slides/"
cp "$slides/scene-07.png" "$folder/loops.png"
cp "$slides/scene-04.png" "$folder/stories.png"
