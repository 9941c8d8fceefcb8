// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/actiontable.h"

#include <QString>

#include <functional>
#include <vector>

namespace dealscape::document {
class Document;
} // namespace dealscape::document

namespace dealscape::widgets {
class Prompt;
} // namespace dealscape::widgets

namespace dealscape::shell {

class Actions;
class Middle;

/// The actions whose name, menu or tip has words that begin with all words of a text, in the table's order;
/// those whose name alone has them come first.
std::vector<ActionId> matching(const QString &text);

/// Asks for a command, a filter or a chart by its name and runs, sets or shows it; commands alone are offered before the first letter.
void askForCommand(document::Document &document, const Actions &actions, Middle &middle, widgets::Prompt &prompt);

/// Asks for an organisation and adds it to those that deals are filtered by, or takes it from them.
void askForOrganizations(document::Document &document, widgets::Prompt &prompt);

/// Asks for the end of a money path from the selected organisation and makes it the trail of the perspective; tells
/// what was found, or that there is no way.
void askForPath(document::Document &document, widgets::Prompt &prompt, std::function<void(const QString &)> tell);

} // namespace dealscape::shell
