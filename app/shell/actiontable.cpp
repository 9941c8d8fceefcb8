// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/actiontable.h"

#include <QtGlobal>

#include <array>

namespace dealscape::shell {

namespace {

using view::Icon;

constexpr std::array<ActionRow, actionCount> rows = {{
    {ActionId::Open, MenuId::File, QT_TRANSLATE_NOOP("Actions", "&Open…"), QT_TRANSLATE_NOOP("Actions", "Open a dataset from a file"),
     Icon::Open, "Ctrl+O"},
    {ActionId::OpenEmbedded,
     MenuId::File,
     QT_TRANSLATE_NOOP("Actions", "Open &built-in dataset"),
     QT_TRANSLATE_NOOP("Actions", "Show the network that comes with the program"),
     {},
     ""},
    {ActionId::Reload,
     MenuId::File,
     QT_TRANSLATE_NOOP("Actions", "&Reload"),
     QT_TRANSLATE_NOOP("Actions", "Read the open file again"),
     {},
     "F5 Ctrl+R"},
    {ActionId::SaveCopy, MenuId::File, QT_TRANSLATE_NOOP("Actions", "&Save as…"),
     QT_TRANSLATE_NOOP("Actions", "Write the dataset to a file"), Icon::Save, "Ctrl+Shift+S", ActionKind::Command, Line::Above},
    {ActionId::ExportPicture, MenuId::File, QT_TRANSLATE_NOOP("Actions", "&Export picture…"),
     QT_TRANSLATE_NOOP("Actions", "Write the diagram as a picture"), Icon::Export, "Ctrl+E"},
    {ActionId::Quit,
     MenuId::File,
     QT_TRANSLATE_NOOP("Actions", "&Quit"),
     QT_TRANSLATE_NOOP("Actions", "Close the window"),
     {},
     "Ctrl+Q",
     ActionKind::Command,
     Line::Above},

    {ActionId::Undo, MenuId::Edit, QT_TRANSLATE_NOOP("Actions", "&Undo"), QT_TRANSLATE_NOOP("Actions", "Take the last change back"),
     Icon::Undo, "Ctrl+Z"},
    {ActionId::Redo, MenuId::Edit, QT_TRANSLATE_NOOP("Actions", "&Redo"), QT_TRANSLATE_NOOP("Actions", "Make the change again"), Icon::Redo,
     "Ctrl+Shift+Z Ctrl+Y"},
    {ActionId::CopyPicture, MenuId::Edit, QT_TRANSLATE_NOOP("Actions", "&Copy picture"),
     QT_TRANSLATE_NOOP("Actions", "Put the diagram on the clipboard"), Icon::Copy, "Ctrl+C", ActionKind::Command, Line::Above},
    {ActionId::SelectNothing,
     MenuId::Edit,
     QT_TRANSLATE_NOOP("Actions", "Select &nothing"),
     QT_TRANSLATE_NOOP("Actions", "Drop the selection"),
     {},
     "Ctrl+Shift+A"},
    {ActionId::Find, MenuId::Edit, QT_TRANSLATE_NOOP("Actions", "&Find…"),
     QT_TRANSLATE_NOOP("Actions", "Find organisations, deals and sources"), Icon::Search, "Ctrl+F", ActionKind::Command, Line::Above},
    {ActionId::Palette,
     MenuId::Edit,
     QT_TRANSLATE_NOOP("Actions", "Co&mmands…"),
     QT_TRANSLATE_NOOP("Actions", "Find a command by its name"),
     {},
     "Ctrl+K"},

    {ActionId::Back, MenuId::View, QT_TRANSLATE_NOOP("Actions", "&Back"),
     QT_TRANSLATE_NOOP("Actions", "Return to what was looked at before"), Icon::Back, "Alt+Left"},
    {ActionId::Forward, MenuId::View, QT_TRANSLATE_NOOP("Actions", "&Forward"), QT_TRANSLATE_NOOP("Actions", "Go forward again"),
     Icon::Forward, "Alt+Right"},
    {ActionId::LensValue, MenuId::View, QT_TRANSLATE_NOOP("Actions", "&Value"), QT_TRANSLATE_NOOP("Actions", "Widths show US dollars"),
     Icon::Dollar, "Alt+1", ActionKind::Lens, Line::Above},
    {ActionId::LensPower, MenuId::View, QT_TRANSLATE_NOOP("Actions", "&Power, GW"), QT_TRANSLATE_NOOP("Actions", "Widths show gigawatts"),
     Icon::Bolt, "Alt+2", ActionKind::Lens},
    {ActionId::LensDeals, MenuId::View, QT_TRANSLATE_NOOP("Actions", "&Deals"),
     QT_TRANSLATE_NOOP("Actions", "Widths show the number of deals"), Icon::Hash, "Alt+3", ActionKind::Lens},
    {ActionId::LayoutWeb, MenuId::View, QT_TRANSLATE_NOOP("Actions", "&Web"),
     QT_TRANSLATE_NOOP("Actions", "Partners stand near one another"), Icon::Web, "Alt+4", ActionKind::Layout, Line::Above},
    {ActionId::LayoutSupplyChain, MenuId::View, QT_TRANSLATE_NOOP("Actions", "&Supply chain"),
     QT_TRANSLATE_NOOP("Actions", "Columns by layer, from capital to models"), Icon::SupplyChain, "Alt+5", ActionKind::Layout},
    {ActionId::LayoutOrbit, MenuId::View, QT_TRANSLATE_NOOP("Actions", "&Orbit"),
     QT_TRANSLATE_NOOP("Actions", "One organisation in the middle, partners in rings"), Icon::Orbit, "Alt+6", ActionKind::Layout},
    {ActionId::LayoutRing, MenuId::View, QT_TRANSLATE_NOOP("Actions", "&Ring"),
     QT_TRANSLATE_NOOP("Actions", "Loops as rings, the rest outside"), Icon::Ring, "Alt+7", ActionKind::Layout},
    {ActionId::ZoomIn, MenuId::View, QT_TRANSLATE_NOOP("Actions", "Zoom &in"), QT_TRANSLATE_NOOP("Actions", "Magnify the network"),
     Icon::Plus, "Ctrl++ Ctrl+=", ActionKind::Command, Line::Above},
    {ActionId::ZoomOut, MenuId::View, QT_TRANSLATE_NOOP("Actions", "Zoom o&ut"), QT_TRANSLATE_NOOP("Actions", "Show more of the network"),
     Icon::Minus, "Ctrl+-"},
    {ActionId::Fit, MenuId::View, QT_TRANSLATE_NOOP("Actions", "Fi&t"), QT_TRANSLATE_NOOP("Actions", "Show the whole network"), Icon::Fit,
     "Ctrl+0"},
    {ActionId::ArrangeAfresh, MenuId::View, QT_TRANSLATE_NOOP("Actions", "&Arrange afresh"),
     QT_TRANSLATE_NOOP("Actions", "Place what is shown anew and let go of pinned nodes"), Icon::Pin, "Ctrl+L"},
    {ActionId::ShowCharts, MenuId::View, QT_TRANSLATE_NOOP("Actions", "All &charts"),
     QT_TRANSLATE_NOOP("Actions", "Show the page of charts in place of the diagram"), Icon::Chart, "F8", ActionKind::Toggle, Line::Above},
    {ActionId::ShowDetails, MenuId::View, QT_TRANSLATE_NOOP("Actions", "D&etails"),
     QT_TRANSLATE_NOOP("Actions", "Show or hide the details"), Icon::Info, "F9", ActionKind::Toggle},
    {ActionId::ShowTables, MenuId::View, QT_TRANSLATE_NOOP("Actions", "Ta&bles"), QT_TRANSLATE_NOOP("Actions", "Show or hide the tables"),
     Icon::Table, "F10", ActionKind::Toggle},
    {ActionId::ThemeSystem,
     MenuId::View,
     QT_TRANSLATE_NOOP("Actions", "Colours of the s&ystem"),
     QT_TRANSLATE_NOOP("Actions", "Light or dark as the desktop is"),
     {},
     "",
     ActionKind::Theme,
     Line::Above},
    {ActionId::ThemeLight,
     MenuId::View,
     QT_TRANSLATE_NOOP("Actions", "&Light"),
     QT_TRANSLATE_NOOP("Actions", "Dark text on a light ground"),
     {},
     "",
     ActionKind::Theme},
    {ActionId::ThemeDark,
     MenuId::View,
     QT_TRANSLATE_NOOP("Actions", "Dar&k"),
     QT_TRANSLATE_NOOP("Actions", "Light text on a dark ground"),
     {},
     "",
     ActionKind::Theme},
    {ActionId::ReduceMotion,
     MenuId::View,
     QT_TRANSLATE_NOOP("Actions", "Reduce &motion"),
     QT_TRANSLATE_NOOP("Actions", "Nodes jump to a new place instead of moving there"),
     {},
     "",
     ActionKind::Toggle,
     Line::Above},
    {ActionId::FullScreen,
     MenuId::View,
     QT_TRANSLATE_NOOP("Actions", "F&ull screen"),
     QT_TRANSLATE_NOOP("Actions", "Give the window the whole screen"),
     {},
     "F11",
     ActionKind::Toggle},

    {ActionId::Focus, MenuId::Analyse, QT_TRANSLATE_NOOP("Actions", "&Focus on the selection"),
     QT_TRANSLATE_NOOP("Actions", "Show only the neighbours of the selected organisation"), Icon::Filter, "Ctrl+Return"},
    {ActionId::Unfocus,
     MenuId::Analyse,
     QT_TRANSLATE_NOOP("Actions", "&Leave the focus"),
     QT_TRANSLATE_NOOP("Actions", "Show the whole network again"),
     {},
     "Ctrl+Backspace"},
    {ActionId::OpenRibbon,
     MenuId::Analyse,
     QT_TRANSLATE_NOOP("Actions", "&Open the ribbon"),
     QT_TRANSLATE_NOOP("Actions", "Draw each deal between the two organisations for itself"),
     {},
     "Ctrl+D"},
    {ActionId::AsReported,
     MenuId::Analyse,
     QT_TRANSLATE_NOOP("Actions", "As &reported in the article"),
     QT_TRANSLATE_NOOP("Actions", "Show the edges as the founding article stated them"),
     {},
     "Ctrl+Shift+R",
     ActionKind::Toggle,
     Line::Above},
    {ActionId::DropFilters,
     MenuId::Analyse,
     QT_TRANSLATE_NOOP("Actions", "&Drop all filters"),
     QT_TRANSLATE_NOOP("Actions", "Show every counted deal of the file"),
     {},
     "Ctrl+Shift+F"},

    {ActionId::Hints, MenuId::Help, QT_TRANSLATE_NOOP("Actions", "&First steps"),
     QT_TRANSLATE_NOOP("Actions", "Say again what can be done in the diagram"), Icon::Info, "F1"},
    {ActionId::Shortcuts,
     MenuId::Help,
     QT_TRANSLATE_NOOP("Actions", "&Keyboard shortcuts"),
     QT_TRANSLATE_NOOP("Actions", "List every key"),
     {},
     "Ctrl+?"},
    {ActionId::About,
     MenuId::Help,
     QT_TRANSLATE_NOOP("Actions", "&About Dealscape"),
     QT_TRANSLATE_NOOP("Actions", "Version, licence and where the facts come from"),
     {},
     ""},
}};

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (static_cast<std::size_t>(rows[i].id) != i)
            return false;
    return true;
}
static_assert(inOrder());

constexpr std::array<const char *, menuCount> menus = {QT_TRANSLATE_NOOP("Actions", "&File"), QT_TRANSLATE_NOOP("Actions", "&Edit"),
                                                       QT_TRANSLATE_NOOP("Actions", "&View"), QT_TRANSLATE_NOOP("Actions", "&Analyse"),
                                                       QT_TRANSLATE_NOOP("Actions", "&Help")};

constexpr KeyRow keys[] = {
    {"Up Down", QT_TRANSLATE_NOOP("Actions", "Turn through the edges of an organisation")},
    {"Right", QT_TRANSLATE_NOOP("Actions", "Cross to the partner")},
    {"Left", QT_TRANSLATE_NOOP("Actions", "Return to the organisation")},
    {"Shift+Arrow", QT_TRANSLATE_NOOP("Actions", "Pan")},
    {"Return", QT_TRANSLATE_NOOP("Actions", "Focus on an organisation, or open a ribbon")},
    {"1 … 9", QT_TRANSLATE_NOOP("Actions", "Depth of the focus")},
    {"+ -", QT_TRANSLATE_NOOP("Actions", "Grow or shrink the focus; zoom when there is none")},
    {"Esc", QT_TRANSLATE_NOOP("Actions", "Leave the focus, then drop the selection")},
    {"Home F", QT_TRANSLATE_NOOP("Actions", "Fit")},
};

} // namespace

std::span<const ActionRow> actionTable()
{
    return rows;
}

const char *menuText(MenuId menu)
{
    return menus[static_cast<std::size_t>(menu)];
}

std::span<const KeyRow> diagramKeys()
{
    return keys;
}

} // namespace dealscape::shell
