// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/vocabulary.h"

#include <QColor>
#include <QImage>
#include <QPainterPath>

namespace dealscape::style {

/// The icons of picture and window, one family of line drawings. Those that layers may have come first, in the order of LayerIcon.
enum class Icon {
    Models,
    Cloud,
    DataCentre,
    Chips,
    Systems,
    Energy,
    Capital,
    Government,
    Turbine,
    Grid,
    Factory,
    Ship,
    Pill,
    Car,
    Person,
    Building,
    Phone,
    Shop,
    Tower,
    Drop,
    Back,
    Forward,
    Search,
    Fit,
    Present,
    Export,
    Close,
    Filter,
    Plus,
    Minus,
    Web,
    SupplyChain,
    Orbit,
    Ring,
    Dollar,
    Bolt,
    Hash,
    Eye,
    EyeOff,
    ChevronUp,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    Table,
    Chart,
    Loop,
    Story,
    Copy,
    Open,
    Save,
    Undo,
    Redo,
    Info,
    Warning,
    Play,
    Pause,
    Pin,
    Detach,
    Edit,
    Trash
};

inline constexpr int iconCount = static_cast<int>(Icon::Trash) + 1;

/// Edge of the square grid that the icons are drawn on, and the width of their line there.
inline constexpr double iconGrid = 16;
inline constexpr double iconStroke = 1.5;

/// The lines of an icon inside the square from (0, 0) to (16, 16), to be stroked 1.5 wide with round caps and joins and not
/// filled. Reaches no closer than the stroke's half to the square's edge. May be called from any thread.
QPainterPath icon(Icon icon);
Icon iconOf(LayerIcon icon);

/// The icon as an image of `size` logical pixels at a device pixel ratio, on a transparent ground: for buttons and menus.
QImage iconImage(Icon icon, int size, const QColor &colour, double ratio = 1);

} // namespace dealscape::style
