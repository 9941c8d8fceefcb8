// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/spokenchart.h"

#include "charts/chartview.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>
#include <QWindow>

#include <vector>

namespace dealscape::charts {

namespace {

int barsOf(const ChartView &chart)
{
    return static_cast<int>(chart.marks().size());
}

class SpokenBar : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    SpokenBar(ChartView *chart, int mark) : m_chart(chart), m_mark(mark) {}

    bool isValid() const override { return m_chart && m_mark < barsOf(*m_chart); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_chart ? m_chart->window()->windowHandle() : nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_chart); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override {}

    QString text(QAccessible::Text kind) const override
    {
        return isValid() && kind == QAccessible::Name ? m_chart->words(m_mark).replace(u'\n', QStringLiteral(". ")) : QString();
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect local = m_chart->marks()[static_cast<std::size_t>(m_mark)].area.toAlignedRect();
        return {m_chart->mapToGlobal(local.topLeft()), local.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = true;
        state.focusable = true;
        state.selected = isValid() && m_chart->isChosen(m_mark);
        state.focused = isValid() && m_chart->hasFocus() && m_chart->current() == m_mark;
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }
    QStringList actionNames() const override { return {pressAction()}; }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }
    void doAction(const QString &name) override
    {
        if (name == pressAction() && isValid())
            m_chart->activate(m_mark);
    }

private:
    QPointer<ChartView> m_chart;
    int m_mark;
};

class SpokenChart : public QAccessibleWidget {
public:
    explicit SpokenChart(ChartView *chart) : QAccessibleWidget(chart, QAccessible::List) {}
    ~SpokenChart() override { forget(); }

    int childCount() const override { return barsOf(chart()); }

    QAccessibleInterface *child(int position) const override
    {
        if (position < 0 || position >= childCount())
            return nullptr;
        m_children.resize(static_cast<std::size_t>(childCount()), 0);
        QAccessible::Id &id = m_children[static_cast<std::size_t>(position)];
        if (id == 0)
            id = QAccessible::registerAccessibleInterface(new SpokenBar(&chart(), position));
        return QAccessible::accessibleInterface(id);
    }

    int indexOfChild(const QAccessibleInterface *wanted) const override
    {
        for (std::size_t i = 0; i < m_children.size(); ++i)
            if (m_children[i] != 0 && QAccessible::accessibleInterface(m_children[i]) == wanted)
                return static_cast<int>(i);
        return -1;
    }

    QAccessibleInterface *childAt(int x, int y) const override { return child(chart().markAt(chart().mapFromGlobal(QPointF(x, y)))); }

    QAccessibleInterface *focusChild() const override { return chart().hasFocus() ? child(chart().current()) : nullptr; }

    void forget()
    {
        for (const QAccessible::Id id : m_children)
            if (id != 0)
                QAccessible::deleteAccessibleInterface(id);
        m_children.clear();
    }

private:
    ChartView &chart() const { return *static_cast<ChartView *>(widget()); }

    mutable std::vector<QAccessible::Id> m_children;
};

QAccessibleInterface *make(const QString &, QObject *object)
{
    auto *chart = qobject_cast<ChartView *>(object);
    return chart ? new SpokenChart(chart) : nullptr;
}

} // namespace

void installSpokenCharts()
{
    QAccessible::installFactory(make);
}

void spokenBarsChanged(ChartView *chart)
{
    if (!QAccessible::isActive())
        return;
    if (auto *spoken = dynamic_cast<SpokenChart *>(QAccessible::queryAccessibleInterface(chart)))
        spoken->forget();
    QAccessibleEvent event(chart, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&event);
}

void spokenBarFocused(ChartView *chart, int mark)
{
    if (!QAccessible::isActive() || !chart->hasFocus())
        return;
    QAccessibleEvent event(chart, QAccessible::Focus);
    event.setChild(mark);
    QAccessible::updateAccessibility(&event);
}

} // namespace dealscape::charts
