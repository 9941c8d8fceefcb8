// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/prompts.h"

#include "document/lookup.h"
#include "document/trails.h"
#include "document/wording.h"
#include "models/chips.h"
#include "models/searchindex.h"
#include "shell/actions.h"
#include "shell/journey.h"
#include "shell/middle.h"
#include "widgets/prompt.h"
#include "words/numbers.h"
#include "words/phrases.h"

#include <QAction>
#include <QCoreApplication>

#include <algorithm>
#include <functional>
#include <memory>
#include <set>

namespace dealscape::shell {

namespace {

using words::tr;

bool startsAll(const QStringList &wanted, const QStringList &words)
{
    return std::all_of(wanted.begin(), wanted.end(), [&](const QString &start) {
        return std::any_of(words.begin(), words.end(), [&](const QString &word) { return word.startsWith(start); });
    });
}

/// The organisations of the dataset whose name has words that begin with those of a text, by name.
std::vector<OrganizationId> named(const document::Snapshot &snapshot, const QString &text)
{
    const QStringList wanted = models::searchWords(text);
    std::vector<OrganizationId> found;
    for (const Organization &organization : snapshot.dataset().organizations)
        if (startsAll(wanted, models::searchWords(document::nameOf(snapshot, organization.id) + u' ' + document::text(organization.name))))
            found.push_back(organization.id);
    std::sort(found.begin(), found.end(), [&](const OrganizationId &a, const OrganizationId &b) {
        return document::nameOf(snapshot, a).localeAwareCompare(document::nameOf(snapshot, b)) < 0;
    });
    return found;
}

/// Those of them in view to which a path may lead.
std::vector<OrganizationId> pathEnds(const document::Document &document, const OrganizationId &start, const QString &text)
{
    std::vector<OrganizationId> found = named(*document.snapshot(), text);
    std::erase_if(
        found, [&](const OrganizationId &id) { return id == start || document::nodeOf(*document.snapshot(), document.network(), id) < 0; });
    return found;
}

/// Lights the path and gives what was found, or that there is none.
QString showPath(document::Document &document, const OrganizationId &from, const OrganizationId &to)
{
    const auto path = document::moneyPath(*document.snapshot(), document.network(), from, to);
    QString sentence = document::describeNoPath(*document.snapshot(), document.network(), from, to);
    if (path) {
        Perspective next = document.perspective();
        next.trail = path;
        document.setPerspective(next);
        sentence = document::describe(*document.snapshot(), document.network(), *path);
    }
    qCInfo(journey).noquote() << "path" << sentence;
    return sentence;
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

namespace {

/// What can be typed for beside commands: each with its words, its group first, and what it does.
class Offers {
public:
    Offers(document::Document &document, const Actions &actions, Middle &middle)
        : m_document(document), m_actions(actions), m_middle(middle)
    {}

    std::vector<widgets::Pick> matching(const QString &text)
    {
        m_runs.clear();
        std::vector<widgets::Pick> picks;
        for (const ActionId id : shell::matching(text)) {
            QAction *action = m_actions[id];
            picks.push_back({Actions::plainText(id), action->shortcut().toString(QKeySequence::NativeText), action->isEnabled()});
            m_runs.emplace_back([action] { action->trigger(); });
        }
        const QStringList wanted = models::searchWords(text);
        if (wanted.isEmpty() || !m_document.open())
            return picks;
        addFilters(wanted, picks);
        addOrganizations(wanted, picks);
        for (const charts::ChartsPage::Named &chart : charts::ChartsPage::names())
            add(wanted, picks, tr("Chart"), chart.name, tr("chart"), [this, chart] { m_middle.showChart(chart); });
        return picks;
    }

    void run(int row) { m_runs[static_cast<std::size_t>(row)](); }

private:
    bool add(const QStringList &wanted, std::vector<widgets::Pick> &picks, const QString &group, const QString &name, const QString &aside,
             std::function<void()> run)
    {
        if (!startsAll(wanted, models::searchWords(group + u' ' + name + u' ' + aside)))
            return false;
        picks.push_back({tr("%1: %2").arg(group, name), aside, true});
        m_runs.push_back(std::move(run));
        return true;
    }

    void addFilters(const QStringList &wanted, std::vector<widgets::Pick> &picks)
    {
        if (m_filters.empty())
            m_filters = models::choicesOf(*m_document.snapshot(), m_document.perspective());
        for (const models::ChoiceGroup &group : m_filters) {
            if (group.editor == models::Editor::Organization)
                continue;
            for (const auto *choices : {&group.choices, &group.ends})
                for (const models::Choice &choice : *choices)
                    if (choice.possible)
                        add(wanted, picks, group.name, choice.text, choice.on ? tr("filter, on") : tr("filter"),
                            [this, next = choice.next] { m_document.setPerspective(next); });
        }
    }

    /// All of them, also those for which the menu has no room.
    void addOrganizations(const QStringList &wanted, std::vector<widgets::Pick> &picks)
    {
        constexpr int most = 20;
        int found = 0;
        const std::set<OrganizationId> &chosen = m_document.perspective().filter.organizations;
        for (const Organization &organization : m_document.dataset().organizations)
            if (found < most)
                found += add(wanted, picks, tr("Organisation"), document::fullNameOf(*m_document.snapshot(), organization),
                             chosen.contains(organization.id) ? tr("filter, on") : tr("filter"),
                             [this, id = organization.id] { m_document.setPerspective(models::toggled(m_document.perspective(), id)); });
    }

    document::Document &m_document;
    const Actions &m_actions;
    Middle &m_middle;
    std::vector<models::ChoiceGroup> m_filters;
    std::vector<std::function<void()>> m_runs;
};

} // namespace

void askForCommand(document::Document &document, const Actions &actions, Middle &middle, widgets::Prompt &prompt)
{
    const auto offers = std::make_shared<Offers>(document, actions, middle);
    prompt.open(
        tr("Type the name of a command, a filter or a chart"), [offers](const QString &text) { return offers->matching(text); },
        [offers](int row) { offers->run(row); });
}

void askForPath(document::Document &document, widgets::Prompt &prompt, std::function<void(const QString &)> tell)
{
    const auto *from = std::get_if<OrganizationId>(&document.selection());
    if (!from)
        return;
    const auto ends = std::make_shared<std::vector<OrganizationId>>();
    const auto offer = [&document, ends, start = *from](const QString &text) {
        *ends = pathEnds(document, start, text);
        std::vector<widgets::Pick> picks;
        for (const OrganizationId &id : *ends) {
            const auto path = document::moneyPath(*document.snapshot(), document.network(), start, id);
            const int steps = path ? static_cast<int>(path->organizations.size()) - 1 : 0;
            picks.push_back(
                {document::nameOf(*document.snapshot(), id), path ? words::counted(steps, tr("step"), tr("steps")) : tr("no way")});
        }
        return picks;
    };
    const QString question = tr("Money path from %1 to which organisation?").arg(document::nameOf(*document.snapshot(), *from));
    prompt.open(question, offer, [&document, ends, start = *from, tell = std::move(tell)](int row) {
        tell(showPath(document, start, (*ends)[static_cast<std::size_t>(row)]));
    });
}

void askForOrganizations(document::Document &document, widgets::Prompt &prompt)
{
    const auto shown = std::make_shared<std::vector<OrganizationId>>();
    const auto offer = [&document, shown](const QString &text) {
        const document::Snapshot &snapshot = *document.snapshot();
        const std::set<OrganizationId> &chosen = document.perspective().filter.organizations;
        *shown = named(snapshot, text);
        std::vector<widgets::Pick> picks;
        for (const OrganizationId &id : *shown) {
            const QString deals = words::counted(static_cast<int>(snapshot.index().dealsOf(id).size()), tr("deal"), tr("deals"));
            picks.push_back({document::fullNameOf(snapshot, *snapshot.index().organization(id)),
                             chosen.contains(id) ? tr("chosen, %1").arg(deals) : deals});
        }
        return picks;
    };
    prompt.open(tr("Only deals of which organisation?"), offer, [&document, shown](int row) {
        document.setPerspective(models::toggled(document.perspective(), (*shown)[static_cast<std::size_t>(row)]));
    });
}

} // namespace dealscape::shell
