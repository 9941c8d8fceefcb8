#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Drives the real window from an empty page to a file and a picture, by keys alone: ten organisations, twelve deals with
# amounts and sources, a step taken back and made again, the file saved, checked by `dealscape validate` and exported as PNG. Counts
# what hands do: a key, or a text typed in one go. Then the file is changed from outside, a change is left unsaved, the program is
# killed, and the next start must offer it.
#
#     own.sh PROGRAM [FOLDER_FOR_SCREENSHOTS]
#
# Needs Xvfb, xdotool and ImageMagick; exits with 77 (skipped) where they are missing.
set -euo pipefail

program=${1:?usage: own.sh PROGRAM [FOLDER]}
pictures=${2:-}
source "$(dirname "$0")/../outside.sh"
need Xvfb xdotool import
serve -screen 0 1440x960x24 -dpi 96
start reducedMotion=true

done_by_hand=0
say() {
    xdotool type --delay 8 "$1"
    done_by_hand=$((done_by_hand + 1))
}

# Presses a key and waits for what the program says of it, where something is expected.
press() {
    local expected=$1
    mark
    xdotool key "$2"
    done_by_hand=$((done_by_hand + 1))
    [[ -z $expected ]] || heard "$expected"
}

organisation() {
    press "new organisation" n
    say "$1"
    press "edited Edit name" Return
}

# Who pays whom, what, how much, and who says so.
deal() {
    local before=$done_by_hand
    press "" d
    say "$1"
    press "" Return
    say "$2"
    press "new deal" Return
    say "$3"
    press "edited Edit headline" Tab
    say "$4"
    press "edited Edit amount" Tab
    say "$5"
    press "edited Add source" Return
    by_deal=$((done_by_hand - before))
}

# Waits for a dialog of that title to have the keyboard.
dialog() {
    for _ in $(seq 100); do xdotool search --onlyvisible --name "$1" >/dev/null 2>&1 && break; sleep 0.1; done
    xdotool windowfocus "$(xdotool search --onlyvisible --name "$1" | head -1)" || fail "no dialog $1"
    sleep 0.3
}

heard "first frame"
heard "settled"
window=$(xdotool search --onlyvisible --name "Dealscape" | head -1)
xdotool windowfocus "$window" || true
begun=$(date +%s)
press "new dataset" ctrl+n
shot 1-empty
for name in "Alpha Compute" "Beta Models" "Gamma Capital" "Delta Chips" "Epsilon Energy" "Zeta Cloud" "Eta Fund" "Theta Sites" \
    "Iota Systems" "Kappa State"; do
    organisation "$name"
done
shot 2-organisations
# With nobody selected a deal asks for both.
press "selected nothing" ctrl+shift+a
deal Beta Alpha "Beta rents compute from Alpha" "20-30bn" "Example Press, Beta rents from Alpha, 2025-09-10, https://example.org/1"
shot 3-deal
deal Gamma Beta "Gamma invests in Beta" "up to 5bn" "Example Press, Gamma invests, 2025-09, https://example.org/2"
deal Delta Alpha "Delta lends to Alpha" "EUR 4bn at 1.08" "Example Press, Delta lends, 2025, https://example.org/3"
deal Alpha Delta "Alpha buys chips" "\$1.2bn" "Example Press, Alpha buys, 2025-10-01, https://example.org/4"
deal Alpha Epsilon "Alpha buys power" "900m" "Example Press, Power, 2025-10-02, https://example.org/5"
deal Zeta Theta "Zeta leases a site" "at least 2bn" "Example Press, Lease, 2025-10-03, https://example.org/6"
deal Eta Zeta "Eta invests in Zeta" "3b" "Example Press, Eta invests, 2025-10-04, https://example.org/7"
deal Iota Delta "Iota buys chips" "700m-1bn" "Example Press, Iota buys, 2025-10-05, https://example.org/8"
deal Zeta Iota "Zeta buys systems" "4bn" "Example Press, Systems, 2025-10-06, https://example.org/9"
deal Kappa Theta "Kappa grants a subsidy" "250m" "Example Press, Subsidy, 2025-10-07, https://example.org/10"
deal Beta Zeta "Beta rents from Zeta" "12bn" "Example Press, Beta and Zeta, 2025-10-08, https://example.org/11"
deal Gamma Iota "Gamma lends to Iota" "up to 2bn" "Example Press, Gamma lends, 2025-10-09, https://example.org/12"
[[ $by_deal -le 12 ]] || fail "a deal takes $by_deal actions"
shot 4-network
press "edited Edit amount of Gamma lends to Iota" ctrl+z
press "edited Add source" ctrl+shift+z
file=$work/own.json
xdotool key ctrl+s
dialog "Save the dataset"
xdotool key ctrl+a
say "${file%.json}"
press "saved own.json" Return
done_by_hand=$((done_by_hand + 1))
"$program" validate "$file" || fail "the file that was made is not sound"
[[ $(grep -c '"publisher"' "$file") == 12 ]] || fail "the sources are not in the file"
[[ $(grep -c '"draft": true' "$file") == 0 ]] || fail "there are drafts"
xdotool windowfocus "$window" || true
xdotool key ctrl+e
dialog "Export"
shot 5-export
xdotool key ctrl+a
say "$work/own.png"
press "wrote .*own.png" Return
done_by_hand=$((done_by_hand + 2))
[[ -s $work/own.png ]] || fail "there is no picture"
[[ -z $pictures ]] || cp "$work/own.png" "$pictures/6-picture.png"
echo "$script: 10 organisations, 12 deals and a picture by $done_by_hand actions, $by_deal a deal, in $(($(date +%s) - begun)) s by a script"

# Another program changes the file.
xdotool windowfocus "$window" || true
mark
sed -i 's/Alpha Compute/Alpha Computing/' "$file"
heard "changed outside own.json"
sleep 0.5
shot 7-changed-outside

# What is not saved outlives a kill.
organisation "Lambda Links"
sleep 2.5
[[ -e $work/.own.json.lock ]] || fail "no lock tells of the unsaved changes"
kill -9 "$window_process"
wait "$window_process" 2>/dev/null || true
marked=0
start reducedMotion=true
heard "unsaved changes of own.json"
heard "settled"
window=$(xdotool search --onlyvisible --name "Dealscape" | head -1)
shot 8-offer
finish "from an empty page to a picture, a change from outside, and over a kill"
