#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes the Debian package of a build that is there and has lintian judge it:
#
#     deb.sh BUILD-FOLDER
#
# Ends with 77 where dpkg-dev, file or lintian are missing, and for builds that are for no package: with sanitizers or coverage.
set -euo pipefail

build=${1:?usage: deb.sh BUILD-FOLDER}
for tool in dpkg-shlibdeps dpkg-deb file lintian cpack; do
    if ! command -v "$tool" >/dev/null; then
        echo "skipped: no $tool here"
        exit 77
    fi
done
if grep -qE '^(DEALSCAPE_SANITIZE:[A-Z]+=.+|DEALSCAPE_COVERAGE:BOOL=ON)$' "$build/CMakeCache.txt"; then
    echo "skipped: instrumented code is for no package"
    exit 77
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

fail() {
    echo "deb: $1" >&2
    [[ ! -s $folder/log ]] || tail -n 30 "$folder/log" >&2
    exit 1
}

umask 022
cmake --build "$build" --target dealscape_package_files >"$folder/log" 2>&1 || fail "its files cannot be made"
(cd "$build" && cpack -G DEB --config CPackConfig.cmake -B "$folder/made") >"$folder/log" 2>&1 || fail "it cannot be packed"
: >"$folder/log"
package=$(find "$folder/made" -maxdepth 1 -name 'dealscape_*.deb')
[[ -f $package ]] || fail "there is no package"

dpkg-deb --contents "$package" | awk '{print $6}' >"$folder/files"
for path in bin/dealscape share/applications/org.dealscape.dealscape.desktop share/metainfo/org.dealscape.dealscape.metainfo.xml \
    share/mime/packages/org.dealscape.dealscape.xml share/thumbnailers/dealscape.thumbnailer share/man/man1/dealscape.1.gz \
    share/icons/hicolor/scalable/apps/org.dealscape.dealscape.svg share/bash-completion/completions/dealscape \
    share/zsh/vendor-completions/_dealscape share/fish/vendor_completions.d/dealscape.fish share/doc/dealscape/copyright \
    share/doc/dealscape/changelog.gz share/doc/dealscape/changelog.Debian.gz; do
    grep -qx "./usr/$path" "$folder/files" || fail "it lacks /usr/$path"
done
if grep -vE '^\./(usr/(bin|share)/.*|usr/|)$' "$folder/files"; then
    fail "it holds what belongs elsewhere"
fi
for library in libqt6charts6 libqt6widgets6 libqt6dbus6 libpng16-16 qt6-qpa-plugins; do
    dpkg-deb --field "$package" Depends | grep -q "$library" || fail "it does not depend on $library"
done
# That no fault in Debian is closed by it is true, and no fault of the package; what software centres read is judged by desktop.py.
left=initial-upload-closes-no-bugs
known=appstream-metadata-validation-failed
! lintian-explain-tags "$known" >/dev/null 2>&1 || left+=",$known"
lintian --no-cfg --fail-on error,warning --suppress-tags "$left" "$package" 2>&1 | tee "$folder/log"
[[ ${PIPESTATUS[0]} -eq 0 ]] || fail "lintian finds fault with it"
echo "deb: $(stat -c %s "$package") bytes, $(wc -l <"$folder/files") entries, lintian is content"
