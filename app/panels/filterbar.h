// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/document.h"
#include "models/chips.h"

#include <QAbstractButton>
#include <QWidget>

#include <functional>
#include <vector>

class QBoxLayout;
class QMenu;
class QToolButton;

namespace dealscape::panels {

/// A filter in force, as a pill with a cross, which switches it off, as Delete does. A pill with an editor opens it where else it is
/// pressed; one without is switched off by a click anywhere. A long value is shortened in its middle.
class ChipButton : public QAbstractButton {
    Q_OBJECT

public:
    enum class Body { Removes, Edits };

    /// effect says what switching off would do; it is asked for when somebody wants to know.
    ChipButton(const QString &name, const QString &value, std::function<QString()> effect, Body body, QWidget *parent);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void removed();
    void editorWanted();

protected:
    bool event(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_value;
    std::function<QString()> m_effect;
    Body m_body;
    bool m_onCross = false;
};

/// The row below the bar: chips for the filters in force, the menu that adds one, and at the right the breadcrumbs. Chips
/// that find no room are gathered in a menu.
class FilterBar : public QWidget {
    Q_OBJECT

public:
    explicit FilterBar(document::Document &document, QWidget *parent = nullptr);

    QMenu *addMenu() const { return m_menu; }
    /// Says before all filters that the picture shows a scenario, until the words are empty.
    void setScenario(const QString &words);

Q_SIGNALS:
    void textFilterRequested();
    void dateFilterRequested();
    void organizationFilterRequested();
    /// Another path from there is wanted, all loops, or what the scenario assumes.
    void pathRequested(const dealscape::OrganizationId &from);
    void loopsRequested();
    void scenarioRequested();
    /// The scenario was switched off here.
    void scenarioEnded();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void documentChanged(document::Changes what);
    void rebuildChips();
    void rebuildCrumbs();
    void edit(const models::Chip &chip, QWidget *button);
    void fillMenu();
    void fillRest();
    void arrange();
    /// Tab goes from left to right.
    void orderTabs();

    document::Document &m_document;
    std::vector<ChipButton *> m_chips;
    std::vector<QWidget *> m_crumbs;
    QString m_scenario;
    QMenu *m_menu;
    QMenu *m_restMenu;
    QToolButton *m_add;
    QToolButton *m_rest;
    std::size_t m_shown = 0;
};

} // namespace dealscape::panels
