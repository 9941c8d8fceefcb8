// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// What the program carries inside itself, in the static library dealscape_resources. A static library's resources exist only
/// after they were registered, which each function here does on its first call from any thread. Whoever opens a path such as
/// ":/icons/fit.svg" directly calls open() before.
///
///     :/fonts/Dealscape{Sans,Tabular}-{Regular,SemiBold}.otf   the typeface, families "Dealscape Sans" and "Dealscape Tabular",
///                                                              weights 400 and 600; Tabular has digits of one width
///     :/fonts/OFL-1.1.txt, :/fonts/FONTLOG.txt                 the typeface's licence, and what was changed in Inter
///     :/icons/NAME.svg                                         the icons
///     :/web/page.css, :/web/page.js                            style and script of an exported web page
///     :/manual/NAME.md                                         the pages of the manual and their pictures
///     :/data/ai-infrastructure.json                            the dataset that is shown when no file is named
namespace dealscape::resources {

/// Registers the paths above. Cheap when repeated.
void open();

/// Makes the families "Dealscape Sans" and "Dealscape Tabular" known to QFont, once a process (about 1 ms). Needs a living
/// QGuiApplication. False if a face could not be loaded; QFont then falls back to the system's fonts.
bool loadTypeface();

/// The default dataset as UTF-8 JSON. The bytes live in the program's image as long as the process; nothing is copied.
std::string_view defaultDataset();

} // namespace dealscape::resources
