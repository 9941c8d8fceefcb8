// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/hints.h"

#include "view/painter.h"

#include <QBoxLayout>
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
            {Hints::tr("F1"), Hints::tr("shows this again")}};
}

/// Keys and what they do, side by side as far as there is room.
class StepLine : public QWidget {
public:
    explicit StepLine(QWidget *parent) : QWidget(parent), m_steps(steps())
    {
        QStringList words = {Hints::tr("First steps")};
        for (const auto &[keys, text] : m_steps)
            words << keys + QStringLiteral(": ") + text;
        setAccessibleName(words.join(QStringLiteral(". ")));
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        constexpr int gap = 6;
        constexpr int between = 24;
        QPainter painter(this);
        const QFont bold = view::font(view::FontRole::SmallBold);
        const QFont plain = view::font(view::FontRole::Small);
        int x = 0;
        for (const auto &[keys, text] : m_steps) {
            const int first = QFontMetrics(bold).horizontalAdvance(keys) + gap;
            const int second = QFontMetrics(plain).horizontalAdvance(text);
            if (x + first + second > width())
                return;
            painter.setFont(bold);
            painter.setPen(palette().color(QPalette::Text));
            painter.drawText(QRect(x, 0, first, height()), Qt::AlignVCenter, keys);
            painter.setFont(plain);
            painter.setPen(palette().color(QPalette::Dark));
            painter.drawText(QRect(x + first, 0, second + 1, height()), Qt::AlignVCenter, text);
            x += first + second + between;
        }
    }

private:
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
    content->setFixedHeight(rowHeight);
    content->setAutoFillBackground(true);
    content->setBackgroundRole(QPalette::Highlight);
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(16);
    row->addWidget(new StepLine(content), 1);
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
