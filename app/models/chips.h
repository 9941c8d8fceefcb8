// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/document.h"

#include <QString>

#include <vector>

namespace dealscape::models {

/// Where a part of a perspective is changed: one group of choices, the dates, the text, or what asks for a path.
enum class Editor {
    Tier,
    Certainty,
    Flow,
    Kind,
    Layer,
    Country,
    Organization,
    Source,
    Amount,
    Year,
    Since,
    Records,
    Dates,
    Text,
    Focus,
    Expanded,
    Collapsed,
    /// Another loop, or one of the article's edges in place of the deals and back.
    Loop,
    Path,
    Version
};

/// One active part of a perspective in words, and the perspective without it.
struct Chip {
    QString name;
    QString value;
    Perspective without;
    Editor editor = Editor::Tier;
};

/// The active filters, the focus, what is expanded and collapsed, the lit path and the switch to the article, in a fixed order.
std::vector<Chip> chipsOf(const document::Snapshot &snapshot, const Perspective &perspective);

/// What switching a chip off does, in words: "brings 12 deals into view, $300B" or "takes 3 deals out of view"; the sum only where
/// they share one flow class. Linear in the deals.
QString effectOf(const document::Snapshot &snapshot, const Perspective &now, const Perspective &without);

/// One entry of the menu that sets filters: what it is called, what would be in view with it alone among its kind, whether
/// it is on, and the perspective that choosing it leads to.
struct Choice {
    QString text;
    QString aside;
    bool on = false;
    Perspective next;
    bool possible = true;
};

struct ChoiceGroup {
    QString name;
    std::vector<Choice> choices;
    Editor editor = Editor::Tier;
    /// For conditions on organisations whether one end of a deal is enough or both must meet them; of no use before anything is chosen.
    std::vector<Choice> ends = {};
    /// How many more could be chosen than are listed; those in force and those with most deals are.
    int unlisted = 0;
};

/// Everything that can be filtered by, with the number of deals in view and, where they share one flow class, their sum, to the dollar
/// that of the headline strip. Linear in deals times choices.
std::vector<ChoiceGroup> choicesOf(const document::Snapshot &snapshot, const Perspective &perspective);
/// The same perspective with an organisation added to those that deals are filtered by, or taken from them. Either end is enough until
/// somebody asks for both.
Perspective toggled(Perspective perspective, const OrganizationId &id);
/// One of these groups; of a focus its depths, of a loop the loops in view, the largest smallest leg first, of what is expanded or
/// collapsed the organisations in view. Empty for editors that are no group.
ChoiceGroup choicesOf(const document::Snapshot &snapshot, const Perspective &perspective, Editor editor);

/// One step of the strip that says where one is: a name, and the viewpoint that it leads back to.
struct Crumb {
    QString text;
    document::Viewpoint viewpoint;
};

std::vector<Crumb> crumbsOf(const document::Document &document);

} // namespace dealscape::models
