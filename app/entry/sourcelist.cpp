// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/sourcelist.h"

#include "document/wording.h"
#include "io/faults.h"
#include "panels/parts.h"

#include <QBoxLayout>
#include <QCompleter>
#include <QLineEdit>
#include <QToolButton>
#include <QUrl>

#include <algorithm>

namespace dealscape::entry {

using document::text;

namespace {

QString sourceLine(const Source &source)
{
    const QString date = source.date ? text(source.date->iso()) : QString();
    QStringList words{text(source.publisher), text(source.title), date};
    words.removeAll(QString());
    return words.join(QStringLiteral(", "));
}

} // namespace

std::optional<Source> readSource(const QString &typed)
{
    Source source;
    QStringList words;
    for (const QString &raw : typed.split(u',')) {
        const QString part = raw.trimmed();
        if (part.isEmpty())
            continue;
        if (part.startsWith(QStringLiteral("https://")) || part.startsWith(QStringLiteral("http://")))
            source.url = part.toStdString();
        else if (const auto date = Date::parse(part.toStdString()); date && !source.date)
            source.date = date;
        else
            words << part;
    }
    if (words.isEmpty() && source.url.empty())
        return std::nullopt;
    const QString host = QUrl(text(source.url)).host();
    source.publisher = (words.isEmpty() ? host : words.takeFirst()).toStdString();
    source.title = words.isEmpty() ? "[" + (host.isEmpty() ? source.publisher : host.toStdString()) + "]"
                                   : words.join(QStringLiteral(", ")).toStdString();
    return source;
}

SourceList::SourceList(document::Document &document, QWidget *parent)
    : QWidget(parent), m_document(document), m_rows(new QVBoxLayout), m_line(new QLineEdit(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    column->addLayout(m_rows);
    column->addWidget(m_line);
    m_line->setObjectName(QStringLiteral("newSource"));
    m_line->setAccessibleName(tr("Add a source"));
    m_line->setPlaceholderText(tr("Publisher, title, date, address"));
    QStringList known;
    for (const Source &source : m_document.dataset().sources)
        known << sourceLine(source);
    auto *completer = new QCompleter(known, m_line);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_line->setCompleter(completer);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::editingFinished, this, &SourceList::take);
}

void SourceList::show(const std::vector<SourceId> &ids)
{
    if (ids == m_shown && m_snapshot && m_snapshot->dataset().sources == m_document.dataset().sources)
        return;
    m_shown = ids;
    m_snapshot = m_document.snapshot();
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const SourceId &id : ids) {
        const Source *source = m_snapshot->index().source(id);
        if (!source)
            continue;
        auto *row = new QWidget(this);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(2);
        line->addWidget(panels::label(sourceLine(*source), style::FontRole::Small, panels::Tone::Text, row), 1);
        const auto button = [&](const QString &sign, const QString &tip, auto run) {
            auto *made = new QToolButton(row);
            made->setText(sign);
            made->setAutoRaise(true);
            made->setToolTip(tip);
            made->setAccessibleName(tip + QStringLiteral(": ") + sourceLine(*source));
            line->addWidget(made, 0, Qt::AlignTop);
            connect(made, &QToolButton::clicked, this, run);
        };
        button(tr("Edit"), tr("Edit this source"), [this, id] { Q_EMIT wanted(id); });
        button(QStringLiteral("×"), tr("Name this source no more"), [this, id] { Q_EMIT dropped(id); });
        m_rows->addWidget(row);
    }
}

void SourceList::take()
{
    const QString typed = m_line->text().trimmed();
    if (typed.isEmpty())
        return;
    const auto &sources = m_document.dataset().sources;
    const auto known = std::ranges::find_if(sources, [&](const Source &source) { return sourceLine(source) == typed; });
    const std::optional<Source> source = known == sources.end() ? readSource(typed) : std::optional(*known);
    if (!source)
        return;
    Source judged = *source;
    judged.id = SourceId("typed");
    const auto faults = io::faultsOf(m_document.snapshot()->index(), judged);
    if (known == sources.end() && io::faulty(faults)) {
        Q_EMIT refused(text(faults.front().text));
        return;
    }
    m_line->clear();
    Q_EMIT added(*source);
}

} // namespace dealscape::entry

#include "moc_sourcelist.cpp"
