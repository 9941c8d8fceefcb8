// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/prompts.h"

#include "document/lookup.h"
#include "document/trails.h"
#include "document/wording.h"
#include "models/chips.h"
#include "models/searchindex.h"
#include "shell/journey.h"
#include "shell/mainwindow.h"
#include "shell/prompt.h"
#include "view/numbers.h"
#include "view/words.h"

#include <QAction>
#include <QCoreApplication>

#include <algorithm>
#include <functional>
#include <memory>

namespace dealscape::shell {

namespace {

using view::tr;

bool startsAll(const QStringList &wanted, const QStringList &words)
{
    return std::all_of(wanted.begin(), wanted.end(), [&](const QString &start) {
        return std::any_of(words.begin(), words.end(), [&](const QString &word) { return word.startsWith(start); });
    });
}

/// Organisations in view whose name has words that begin with those of a text; those named so first.
std::vector<OrganizationId> pathEnds(const document::Document &document, const OrganizationId &start, const QString &text)
{
    const document::Snapshot &snapshot = *document.snapshot();
    const QStringList wanted = models::searchWords(text);
    std::vector<OrganizationId> found;
    for (int node = 0; node < static_cast<int>(document.network().nodes.size()); ++node) {
        const OrganizationId &id = document::organizationOf(snapshot, document.network(), node);
        const QString name = document::nameOf(snapshot, id);
        const Organization *organization = snapshot.index().organization(id);
        const QString full = organization ? document::text(organization->name) : QString();
        if (id != start && startsAll(wanted, models::searchWords(name + u' ' + full)))
            found.push_back(id);
    }
    std::sort(found.begin(), found.end(), [&](const OrganizationId &a, const OrganizationId &b) {
        return document::nameOf(snapshot, a).localeAwareCompare(document::nameOf(snapshot, b)) < 0;
    });
    return found;
}

/// Lights the path and says what was found, or says that there is none.
void showPath(MainWindow &window, const OrganizationId &from, const OrganizationId &to)
{
    document::Document &document = window.document();
    const auto path = document::moneyPath(*document.snapshot(), document.network(), from, to);
    QString sentence = document::describeNoPath(*document.snapshot(), document.network(), from, to);
    if (path) {
        Perspective next = document.perspective();
        next.trail = path;
        document.setPerspective(next);
        sentence = document::describe(*document.snapshot(), document.network(), *path);
    }
    qCInfo(journey).noquote() << "path" << sentence;
    window.tell(sentence);
}

} // namespace

std::vector<ActionId> matching(const QString &text)
{
    const QStringList wanted = models::searchWords(text);
    std::vector<ActionId> found;
    for (const ActionRow &row : actionTable()) {
        const QString menu = QCoreApplication::translate("Actions", menuText(row.menu)).remove(u'&');
        const QStringList words = models::searchWords(Actions::plainText(row.id) + u' ' + menu + u' ' + Actions::tip(row.id));
        if (row.id != ActionId::Palette && startsAll(wanted, words))
            found.push_back(row.id);
    }
    std::ranges::stable_partition(found, [&](ActionId id) { return startsAll(wanted, models::searchWords(Actions::plainText(id))); });
    return found;
}

void askForCommand(MainWindow &window, Prompt &prompt)
{
    struct Offered {
        std::vector<models::ChoiceGroup> filters;
        std::vector<std::function<void()>> runs;
    };
    const auto shown = std::make_shared<Offered>();
    const auto offer = [&window, shown](const QString &text) {
        shown->runs.clear();
        std::vector<Pick> picks;
        for (const ActionId id : matching(text)) {
            QAction *action = window.actions()[id];
            picks.push_back({Actions::plainText(id), action->shortcut().toString(QKeySequence::NativeText), action->isEnabled()});
            shown->runs.emplace_back([action] { action->trigger(); });
        }
        document::Document &document = window.document();
        const QStringList wanted = models::searchWords(text);
        if (wanted.isEmpty() || !document.open())
            return picks;
        if (shown->filters.empty())
            shown->filters = models::choicesOf(*document.snapshot(), document.perspective());
        for (const models::ChoiceGroup &group : shown->filters)
            for (const models::Choice &choice : group.choices) {
                if (!startsAll(wanted, models::searchWords(group.name + u' ' + choice.text + u' ' + tr("filter"))))
                    continue;
                picks.push_back({tr("%1: %2").arg(group.name, choice.text), choice.on ? tr("filter, on") : tr("filter"), true});
                shown->runs.emplace_back([&document, next = choice.next] { document.setPerspective(next); });
            }
        return picks;
    };
    prompt.open(tr("Type the name of a command or a filter"), offer, [shown](int row) { shown->runs[static_cast<std::size_t>(row)](); });
}

void askForPath(MainWindow &window, Prompt &prompt)
{
    const auto *from = std::get_if<OrganizationId>(&window.document().selection());
    if (!from)
        return;
    const auto ends = std::make_shared<std::vector<OrganizationId>>();
    const auto offer = [&window, ends, start = *from](const QString &text) {
        *ends = pathEnds(window.document(), start, text);
        std::vector<Pick> picks;
        for (const OrganizationId &id : *ends) {
            const auto path = document::moneyPath(*window.document().snapshot(), window.document().network(), start, id);
            const int steps = path ? static_cast<int>(path->organizations.size()) - 1 : 0;
            picks.push_back(
                {document::nameOf(*window.document().snapshot(), id), path ? view::counted(steps, tr("step"), tr("steps")) : tr("no way")});
        }
        return picks;
    };
    const QString question = tr("Money path from %1 to which organisation?").arg(document::nameOf(*window.document().snapshot(), *from));
    prompt.open(question, offer,
                [&window, ends, start = *from](int row) { showPath(window, start, (*ends)[static_cast<std::size_t>(row)]); });
}

} // namespace dealscape::shell
