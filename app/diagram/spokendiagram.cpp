// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/spokendiagram.h"

#include "diagram/diagramview.h"
#include "document/wording.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>

#include <vector>

namespace dealscape::diagram {

namespace {

using drawing::Target;
using drawing::TargetKind;

/// Position of a mark in the list: nodes, then edges; -1 for others.
int childOf(const DiagramView &diagram, Target target)
{
    if (target.kind == TargetKind::Node)
        return target.index;
    if (target.kind == TargetKind::Edge)
        return target.index + static_cast<int>(diagram.stage().placed()->network.nodes.size());
    return -1;
}

int childCountOf(const DiagramView &diagram)
{
    if (diagram.stage().empty())
        return 0;
    const network::Network &network = diagram.stage().placed()->network;
    return static_cast<int>(network.nodes.size() + network.edges.size());
}

class SpokenMark : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    SpokenMark(DiagramView *diagram, int child) : m_diagram(diagram), m_child(child) {}

    bool isValid() const override { return m_diagram && m_child < childCountOf(*m_diagram); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_diagram->window()->windowHandle(); }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_diagram); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override {}

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid() || kind != QAccessible::Name)
            return {};
        const document::Placed &placed = *m_diagram->stage().placed();
        return isNode() ? document::describeNode(*placed.snapshot, placed.network, m_child)
                        : document::describeEdge(*placed.snapshot, placed.network, target().index);
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const drawing::Drawing &drawing = m_diagram->stage().drawing();
        QRectF box;
        if (isNode()) {
            for (const drawing::NodeMark &mark : drawing.nodes)
                if (mark.node == m_child)
                    box = QRectF(mark.centre.x() - mark.radius, mark.centre.y() - mark.radius, 2 * mark.radius, 2 * mark.radius);
        } else {
            for (const drawing::EdgeMark &mark : drawing.edges)
                if (mark.edge == target().index)
                    box |= mark.centreLine.boundingRect();
        }
        const QRect local = box.translated(m_diagram->stage().sight().offset).toAlignedRect();
        return {m_diagram->mapToGlobal(local.topLeft()), local.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = true;
        state.focusable = true;
        state.selected = isValid() && m_diagram->selected() == target();
        state.focused = state.selected && m_diagram->hasFocus();
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
            m_diagram->activate(target());
    }

private:
    int nodes() const { return static_cast<int>(m_diagram->stage().placed()->network.nodes.size()); }
    bool isNode() const { return m_child < nodes(); }
    Target target() const { return isNode() ? Target{TargetKind::Node, m_child} : Target{TargetKind::Edge, m_child - nodes()}; }

    QPointer<DiagramView> m_diagram;
    int m_child;
};

class SpokenDiagram : public QAccessibleWidget {
public:
    explicit SpokenDiagram(DiagramView *diagram) : QAccessibleWidget(diagram, QAccessible::List) {}
    ~SpokenDiagram() override { forget(); }

    int childCount() const override { return childCountOf(diagram()); }

    QAccessibleInterface *child(int position) const override
    {
        if (position < 0 || position >= childCount())
            return nullptr;
        m_children.resize(static_cast<std::size_t>(childCount()), 0);
        QAccessible::Id &id = m_children[static_cast<std::size_t>(position)];
        if (id == 0)
            id = QAccessible::registerAccessibleInterface(new SpokenMark(&diagram(), position));
        return QAccessible::accessibleInterface(id);
    }

    int indexOfChild(const QAccessibleInterface *wanted) const override
    {
        for (std::size_t i = 0; i < m_children.size(); ++i)
            if (m_children[i] != 0 && QAccessible::accessibleInterface(m_children[i]) == wanted)
                return static_cast<int>(i);
        return -1;
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        return child(childOf(diagram(), diagram().stage().at(diagram().mapFromGlobal(QPointF(x, y)))));
    }

    QAccessibleInterface *focusChild() const override
    {
        return diagram().hasFocus() ? child(childOf(diagram(), diagram().selected())) : nullptr;
    }

    void forget()
    {
        for (const QAccessible::Id id : m_children)
            if (id != 0)
                QAccessible::deleteAccessibleInterface(id);
        m_children.clear();
    }

private:
    DiagramView &diagram() const { return *static_cast<DiagramView *>(widget()); }

    mutable std::vector<QAccessible::Id> m_children;
};

QAccessibleInterface *make(const QString &, QObject *object)
{
    auto *diagram = qobject_cast<DiagramView *>(object);
    return diagram ? new SpokenDiagram(diagram) : nullptr;
}

} // namespace

void installSpokenDiagram()
{
    QAccessible::installFactory(make);
}

void spokenNetworkChanged(DiagramView *diagram)
{
    if (!QAccessible::isActive())
        return;
    if (auto *spoken = dynamic_cast<SpokenDiagram *>(QAccessible::queryAccessibleInterface(diagram)))
        spoken->forget();
    QAccessibleEvent event(diagram, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&event);
}

void spokenFocusChanged(DiagramView *diagram)
{
    if (!QAccessible::isActive() || !diagram->hasFocus())
        return;
    QAccessibleEvent event(diagram, QAccessible::Focus);
    if (const int child = childOf(*diagram, diagram->selected()); child >= 0)
        event.setChild(child);
    QAccessible::updateAccessibility(&event);
}

} // namespace dealscape::diagram
