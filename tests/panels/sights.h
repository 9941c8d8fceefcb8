// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "opened.h"

#include "panels/detailspanel.h"
#include "panels/parts.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QEvent>
#include <QLabel>

#include <algorithm>
#include <memory>

/// What somebody in front of a panel sees, and finds by what is written on it.
namespace dealscape::panels::sights {

using sample::opened;

/// Lets what was asked for later happen now: panels are made anew, and what they were made of before goes.
inline void settle()
{
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

/// Every line of text that is not hidden.
inline QStringList labels(const QWidget &panel)
{
    QCoreApplication::processEvents();
    QStringList texts;
    for (const QLabel *label : panel.findChildren<QLabel *>())
        if (!label->isHidden() && !label->text().isEmpty())
            texts << label->text();
    return texts;
}

template <class Button>
Button *button(const QWidget &panel, const QString &beginning)
{
    QCoreApplication::processEvents();
    for (Button *found : panel.findChildren<Button *>())
        if (!found->isHidden() && found->text().startsWith(beginning))
            return found;
    return nullptr;
}

inline QString wordsOf(const QWidget &widget)
{
    QStringList words;
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        words << label->text();
    if (const auto *push = qobject_cast<const QAbstractButton *>(&widget))
        words << push->text();
    words << labels(widget);
    for (const LinkButton *link : widget.findChildren<LinkButton *>())
        words << link->text();
    return words.join(QStringLiteral(" / "));
}

/// What stands beside the name of a fact, several facts of one name apart by "; "; nothing where there is no such fact.
inline QString fact(const QWidget &panel, const QString &name)
{
    QStringList values;
    for (const QHBoxLayout *row : panel.findChildren<QHBoxLayout *>()) {
        const auto *title = row->count() == 2 && row->itemAt(0)->widget() ? qobject_cast<QLabel *>(row->itemAt(0)->widget()) : nullptr;
        if (title && title->text() == name && row->itemAt(1)->widget())
            values << wordsOf(*row->itemAt(1)->widget());
    }
    return values.join(QStringLiteral("; "));
}

/// The rows of deals by the ids of what they lead to.
template <class Row>
QStringList leadingTo(const QWidget &panel)
{
    QCoreApplication::processEvents();
    QStringList ids;
    for (const Row *row : panel.findChildren<Row *>())
        if (!row->isHidden())
            ids << row->objectName();
    return ids;
}

/// The details of what is selected in a dataset, in a dock.
class ShownDetails {
protected:
    void open(Dataset dataset, const document::Selection &selection)
    {
        close();
        m_document = opened(std::move(dataset));
        m_panel = std::make_unique<DetailsPanel>(*m_document);
        m_panel->resize(416, 800);
        m_panel->show();
        m_document->select(selection);
        settle();
    }
    void close()
    {
        m_panel.reset();
        m_document.reset();
    }
    bool says(const QString &words) const { return labels(*m_panel).contains(words); }
    QString all() const { return labels(*m_panel).join(u'\n'); }

    std::unique_ptr<document::Document> m_document;
    std::unique_ptr<DetailsPanel> m_panel;
};

} // namespace dealscape::panels::sights
