// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/tabstrip.h"

#include "style/icons.h"
#include "style/text.h"

#include <QBoxLayout>
#include <QFontMetrics>
#include <QPainter>

namespace dealscape::panels {

namespace {

constexpr int stripHeight = 32;

/// A name with a count beside it, or the chevron that folds.
class Tab : public QAbstractButton {
public:
    Tab(const QString &name, QWidget *parent) : QAbstractButton(parent)
    {
        setText(name);
        setCheckable(!name.isEmpty());
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
    }

    void setCount(int count)
    {
        m_count = QString::number(count);
        setAccessibleName(QStringLiteral("%1, %2").arg(text(), m_count));
        updateGeometry();
        update();
    }
    void setIcon(style::Icon icon)
    {
        m_icon = icon;
        update();
    }

    QSize sizeHint() const override
    {
        if (m_icon)
            return {40, stripHeight};
        const int name = QFontMetrics(style::font(style::FontRole::Body)).horizontalAdvance(text());
        const int count = QFontMetrics(style::font(style::FontRole::Figure)).horizontalAdvance(m_count);
        return {14 + name + 8 + count + 14, stripHeight};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QPalette &colours = palette();
        if (isChecked() || underMouse())
            painter.fillRect(rect(), colours.color(isChecked() ? QPalette::Highlight : QPalette::Midlight));
        if (isChecked())
            painter.fillRect(QRect(0, 0, width(), 2), colours.color(QPalette::Link));
        painter.setPen(colours.color(QPalette::Mid));
        painter.drawLine(width() - 1, 0, width() - 1, height());
        if (m_icon) {
            painter.setPen(QPen(colours.color(QPalette::Text), style::iconStroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter.translate((width() - 16) / 2.0, (height() - 16) / 2.0);
            painter.drawPath(style::icon(*m_icon));
            painter.resetTransform();
        }
        painter.setFont(style::font(style::FontRole::Body));
        painter.setPen(colours.color(QPalette::Text));
        painter.drawText(rect().adjusted(14, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
        painter.setFont(style::font(style::FontRole::Small));
        painter.setPen(colours.color(QPalette::Dark));
        painter.drawText(rect().adjusted(0, 0, -14, 0), Qt::AlignVCenter | Qt::AlignRight, m_count);
        if (hasFocus()) {
            painter.setPen(QPen(colours.color(QPalette::Link), 1.5));
            painter.drawRect(QRectF(rect()).adjusted(1, 1, -1.5, -1.5));
        }
    }

private:
    QString m_count;
    std::optional<style::Icon> m_icon;
};

} // namespace

TabStrip::TabStrip(document::Document &document, QWidget *parent) : QWidget(parent), m_document(document)
{
    setFixedHeight(stripHeight);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Tables"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 1, 0, 0);
    row->setSpacing(0);
    auto *fold = new Tab(QString(), this);
    fold->setIcon(style::Icon::ChevronUp);
    fold->setAccessibleName(tr("Show or fold the tables"));
    fold->setToolTip(tr("Show or fold the tables"));
    m_fold = fold;
    row->addWidget(fold);
    connect(fold, &QAbstractButton::clicked, this, [this] { Q_EMIT chosen(m_shown ? std::nullopt : std::optional(m_last)); });
    for (int i = 0; i < tableCount; ++i) {
        const auto id = static_cast<TableId>(i);
        auto *tab = new Tab(tableName(id), this);
        m_tabs[static_cast<std::size_t>(i)] = tab;
        row->addWidget(tab);
        connect(tab, &QAbstractButton::clicked, this, [this, id] { Q_EMIT chosen(m_shown == id ? std::nullopt : std::optional(id)); });
    }
    row->addStretch(1);
    connect(&document, &document::Document::changed, this, [this](document::Changes what) {
        if (what & (document::Changes(document::Change::Dataset) | document::Change::Perspective | document::Change::Report))
            count();
    });
    count();
}

void TabStrip::count()
{
    for (int i = 0; i < tableCount; ++i)
        static_cast<Tab *>(m_tabs[static_cast<std::size_t>(i)])->setCount(recordCount(m_document, static_cast<TableId>(i)));
}

void TabStrip::setShown(std::optional<TableId> id)
{
    m_shown = id;
    if (id)
        m_last = *id;
    static_cast<Tab *>(m_fold)->setIcon(id ? style::Icon::ChevronDown : style::Icon::ChevronUp);
    for (int i = 0; i < tableCount; ++i)
        m_tabs[static_cast<std::size_t>(i)]->setChecked(id == static_cast<TableId>(i));
}

void TabStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(0, 0, width(), 0);
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace dealscape::panels

#include "moc_tabstrip.cpp"
