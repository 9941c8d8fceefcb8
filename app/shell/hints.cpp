// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/hints.h"

#include "style/text.h"

#include <QBoxLayout>
#include <QFontMetrics>
#include <QPainter>
#include <QPushButton>
#include <QStringList>

#include <utility>
#include <vector>

namespace dealscape::shell {

namespace {

using Step = std::pair<QString, QString>;

std::vector<Step> steps()
{
    return {{Hints::tr("Click"), Hints::tr("an organisation or ribbon: its deals and sources")},
            {Hints::tr("Double click"), Hints::tr("only its neighbours")},
            {Hints::tr("Esc"), Hints::tr("steps back out")},
            {Hints::tr("Ctrl+F"), Hints::tr("finds")},
            {Hints::tr("Ctrl+K"), Hints::tr("lists every command")},
            {Hints::tr("Wheel, drag"), Hints::tr("zoom, pan, pin a node")},
            {Hints::tr("Legend"), Hints::tr("click a row to hide it")},
            {Hints::tr("F1"), Hints::tr("opens the manual")}};
}

constexpr int hintGap = 6;
constexpr int between = 24;
constexpr int lineHeight = 16;

int widthOf(const QString &text, style::FontRole font)
{
    return QFontMetrics(style::font(font)).horizontalAdvance(text);
}

/// Keys and what they do, side by side on as many lines as they need.
class StepLines : public QWidget {
public:
    explicit StepLines(QWidget *parent) : QWidget(parent), m_steps(steps())
    {
        QStringList words = {Hints::tr("First steps")};
        for (const auto &[keys, text] : m_steps)
            words << keys + QStringLiteral(": ") + text;
        setAccessibleName(words.join(QStringLiteral(". ")));
        setObjectName(QStringLiteral("steps"));
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    }

protected:
    void resizeEvent(QResizeEvent *) override { setMinimumHeight((places().back().y() + 1) * lineHeight + 8); }

    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const std::vector<QPoint> at = places();
        const int top = (height() - (at.back().y() + 1) * lineHeight) / 2;
        for (std::size_t i = 0; i < m_steps.size(); ++i) {
            const auto &[keys, text] = m_steps[i];
            const QRect line(at[i].x(), top + at[i].y() * lineHeight, width() - at[i].x(), lineHeight);
            painter.setFont(style::font(style::FontRole::SmallBold));
            painter.setPen(palette().color(QPalette::Text));
            painter.drawText(line, Qt::AlignVCenter, keys);
            painter.setFont(style::font(style::FontRole::Small));
            painter.setPen(palette().color(QPalette::Dark));
            painter.drawText(line.adjusted(widthOf(keys, style::FontRole::SmallBold) + hintGap, 0, 0, 0), Qt::AlignVCenter, text);
        }
    }

private:
    /// Where each step starts: how far from the left, and on which line.
    std::vector<QPoint> places() const
    {
        std::vector<QPoint> places;
        QPoint next;
        for (const auto &[keys, text] : m_steps) {
            const int wide = widthOf(keys, style::FontRole::SmallBold) + hintGap + widthOf(text, style::FontRole::Small);
            if (next.x() > 0 && next.x() + wide > width())
                next = {0, next.y() + 1};
            places.push_back(next);
            next.rx() += wide + between;
        }
        return places;
    }

    std::vector<Step> m_steps;
};

} // namespace

Hints::Hints(QWidget *window) : QToolBar(tr("First steps"), window)
{
    setObjectName(QStringLiteral("hints"));
    setMovable(false);
    setFloatable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    auto *content = new QWidget(this);
    content->setMinimumHeight(rowHeight);
    content->setAutoFillBackground(true);
    content->setBackgroundRole(QPalette::Highlight);
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(16);
    row->addWidget(new StepLines(content), 1);
    auto *button = new QPushButton(tr("Got it"), content);
    button->setFixedHeight(28);
    row->addWidget(button);
    addWidget(content);
    connect(button, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT dismissed();
    });
    hide();
}

} // namespace dealscape::shell

#include "moc_hints.cpp"
