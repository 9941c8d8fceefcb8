# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by packaging/run.sh and tests/run.sh: install_packages KIND... installs what packages.txt lists for these kinds and is
# missing. It changes nothing and asks nothing when all is there. Needs packaging/build.sh.

package_list="$(dirname "${BASH_SOURCE[0]}")/packages.txt"

# The packages of one kind, alternatives joined by |.
packages_of() {
    awk -v kind="$1" '$1 == kind { print $2 }' "$package_list"
}

is_installed() {
    local name names
    IFS='|' read -ra names <<<"$1"
    for name in "${names[@]}"; do
        [[ "$(dpkg-query -W -f '${db:Status-Status}\n' "$name" 2>/dev/null)" == installed* ]] && return 0
    done
    return 1
}

# The first of the alternatives that this release offers.
offered() {
    local name names
    IFS='|' read -ra names <<<"$1"
    for name in "${names[@]}"; do
        apt-cache policy "$name" 2>/dev/null | grep -q 'Candidate: [^(]' && break
    done
    echo "$name"
}

# Debian from 12 and Ubuntu from 24.04; Debian testing and unstable carry no number.
is_known_system() {
    [[ -r /etc/os-release ]] && command -v apt-get >/dev/null && command -v dpkg-query >/dev/null || return 1
    local id version
    id="$(. /etc/os-release && echo "${ID:-}")"
    version="$(. /etc/os-release && echo "${VERSION_ID:-99}")"
    case "$id" in
        debian) [[ "${version%%.*}" -ge 12 ]] ;;
        ubuntu) [[ "${version%%.*}" -ge 24 ]] ;;
        *) return 1 ;;
    esac
}

as_root() {
    if [[ $EUID -eq 0 ]]; then
        env DEBIAN_FRONTEND=noninteractive "$@"
    elif command -v sudo >/dev/null; then
        sudo env DEBIAN_FRONTEND=noninteractive "$@"
    else
        echo "This needs root or sudo: $*" >&2
        return 1
    fi
}

# On a system whose package names are not known here: say what is needed, and go on only when a build could be configured.
check_by_hand() {
    local kind tool log missing=()
    log="$(mktemp)"
    for tool in c++ cmake ninja python3; do
        command -v "$tool" >/dev/null || missing+=("$tool")
    done
    python3 -c 'import fontTools' 2>/dev/null || missing+=("fontTools for Python 3")
    if [[ ${#missing[@]} -eq 0 ]] && cmake --preset release >"$log" 2>&1; then
        rm -f "$log"
        return 0
    fi
    echo "Dealscape installs what it needs on Debian 12 and 13 and Ubuntu 24.04. On this system, please install:" >&2
    for kind in "$@"; do
        awk -v kind="$kind" '$1 == kind { $1 = ""; name = $2; $2 = ""; sub(/^ +/, ""); printf "  - %s (on Debian: %s)\n", $0, name }' "$package_list" >&2
    done
    [[ ${#missing[@]} -eq 0 ]] || echo "Not found: $(printf '%s, ' "${missing[@]}" | sed 's/, $//')" >&2
    if [[ -s "$log" ]]; then
        echo "CMake says:" >&2
        grep -A4 'CMake Error' "$log" | head -12 >&2
    fi
    rm -f "$log"
    return 1
}

install_packages() {
    if ! is_known_system; then
        check_by_hand "$@"
        return
    fi
    local kind wanted missing=() names=()
    for kind in "$@"; do
        while read -r wanted; do
            is_installed "$wanted" || missing+=("$wanted")
        done < <(packages_of "$kind")
    done
    [[ ${#missing[@]} -gt 0 ]] || return 0
    quietly as_root apt-get -o DPkg::Lock::Timeout=300 -q update || echo "Could not refresh the package lists; trying with those at hand." >&2
    for wanted in "${missing[@]}"; do
        names+=("$(offered "$wanted")")
    done
    echo "Installing: ${names[*]}"
    quietly as_root apt-get -o DPkg::Lock::Timeout=300 -q install -y --no-install-recommends "${names[@]}"
}
