// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/icons.h"

#include <cstdint>
#include <optional>
#include <span>

namespace dealscape::shell {

/// Every command of the window. Menus, toolbar, shortcuts, the command palette and the page of shortcuts are made from one
/// table of these, so that they cannot differ.
enum class ActionId : std::uint8_t {
    New,
    Open,
    OpenEmbedded,
    Reload,
    CompareWith,
    Import,
    Save,
    SaveCopy,
    ExportPicture,
    ExportData,
    ExportPage,
    Print,
    Quit,
    Undo,
    Redo,
    NewOrganization,
    NewDeal,
    EditRecord,
    MergeRecords,
    DeleteRecord,
    CopyPicture,
    CopyNetwork,
    PasteCells,
    SelectNothing,
    Find,
    Palette,
    Preferences,
    Back,
    Forward,
    LensValue,
    LensPower,
    LensDeals,
    LayoutWeb,
    LayoutSupplyChain,
    LayoutOrbit,
    LayoutRing,
    ZoomIn,
    ZoomOut,
    Fit,
    ArrangeAfresh,
    ArrangeShown,
    Unpin,
    ShowCharts,
    ShowDetails,
    ShowTables,
    ShowTime,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    ThemeContrast,
    ReduceMotion,
    FullScreen,
    Focus,
    Unfocus,
    OpenRibbon,
    Expand,
    Collapse,
    MoneyPath,
    DropPath,
    ShowLoops,
    ShowScenario,
    ShowRunway,
    ShowMeasures,
    AsReported,
    DropFilters,
    OpeningView,
    Present,
    PresentHere,
    CaptureScene,
    ExportSlides,
    ShowStories,
    Manual,
    DataNotes,
    Hints,
    WhatsThis,
    Shortcuts,
    About
};

inline constexpr std::size_t actionCount = static_cast<std::size_t>(ActionId::About) + 1;

enum class MenuId : std::uint8_t { File, Edit, View, Analyse, Story, Help };
inline constexpr std::size_t menuCount = static_cast<std::size_t>(MenuId::Help) + 1;

/// What choosing an action does: it runs, is on or off, or is one of a group of which one is on.
enum class ActionKind : std::uint8_t { Command, Toggle, Lens, Layout, Theme };

/// Whether a line is drawn above an action in its menu.
enum class Line : std::uint8_t { None, Above };

struct ActionRow {
    ActionId id;
    MenuId menu;
    /// With the mnemonic of the menu.
    const char *text;
    /// One sentence that says what it does.
    const char *tip;
    std::optional<style::Icon> icon;
    /// Shortcuts in portable form, several apart by a space; empty for none.
    const char *keys;
    ActionKind kind = ActionKind::Command;
    Line line = Line::None;
};

/// In the order of ActionId and of the menus.
std::span<const ActionRow> actionTable();

const char *menuText(MenuId menu);

/// Keys that work in the diagram and are no action of a menu: keys and what they do, for the page of shortcuts.
struct KeyRow {
    const char *keys;
    const char *text;
};
std::span<const KeyRow> diagramKeys();

} // namespace dealscape::shell
