// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/document.h"
#include "domain/result.h"
#include "panels/tablespanel.h"

#include <QWidget>

class QStackedWidget;

namespace dealscape::circular {

class ChoiceRow;

enum class PageId { Loops, Scenario, Runway, Measures };

/// The pages on circular financing behind a row of choices, each made when it is first shown. What they want of the picture and the
/// tables is passed on as signals.
class CircularPanel : public QWidget {
    Q_OBJECT

public:
    explicit CircularPanel(document::Document &document, QWidget *parent = nullptr);
    ~CircularPanel() override;

    void open(PageId page);
    /// Asks what follows from the failure of an organisation, where no other scenario is on.
    void fail(const OrganizationId &id);
    void endScenario();
    QWidget *page() const;
    /// Writes what the page has found as CSV, or as a picture where the name ends in ".png". The error is a sentence.
    Result<void> save(const QString &path) const;

Q_SIGNALS:
    void legStepped(const dealscape::document::EdgeKey &leg);
    /// These organisations are told about; none when nobody in particular is.
    void told(const std::vector<dealscape::OrganizationId> &about);
    /// The deals of these legs should be listed, each while it is selected.
    void dealsWanted(const std::vector<dealscape::panels::Listing> &legs);
    void sceneWanted();
    /// As ScenarioPage::scenarioTold().
    void scenarioTold(const QString &words);
    /// A file was written, by its absolute path.
    void wrote(const QStringList &paths);

private:
    QWidget *make(PageId page);
    void askSave(const QString &suffix, const QString &kinds);

    document::Document &m_document;
    ChoiceRow *m_choices;
    QStackedWidget *m_pages;
    std::array<QWidget *, 4> m_made{};
};

} // namespace dealscape::circular
