// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/hints.h"

#include "view/painter.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>

namespace dealscape::shell {

Hints::Hints(QWidget *picture) : QFrame(picture)
{
    setFrameShape(QFrame::Box);
    setFrameShadow(QFrame::Plain);
    setForegroundRole(QPalette::Mid);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setAccessibleName(tr("First steps"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(4);
    const QString lines[] = {tr("First steps"),
                             tr("Click an organisation or a ribbon to see its deals and sources."),
                             tr("Double click an organisation to see only its neighbours; Escape steps back out."),
                             tr("Drag to pan, turn the wheel to zoom, drag a node to pin it."),
                             tr("Click a row of the legend to hide or show it."),
                             tr("Ctrl+F finds, Ctrl+K lists every command, Alt+Left goes back.")};
    for (const QString &line : lines) {
        auto *label = new QLabel(line, this);
        label->setTextFormat(Qt::PlainText);
        label->setForegroundRole(QPalette::Text);
        label->setFont(view::font(&line == lines ? view::FontRole::BodyBold : view::FontRole::Small));
        column->addWidget(label);
    }
    auto *button = new QPushButton(tr("Got it"), this);
    column->addSpacing(4);
    column->addWidget(button, 0, Qt::AlignRight);
    connect(button, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT dismissed();
    });
    hide();
    picture->installEventFilter(this);
}

void Hints::open()
{
    adjustSize();
    show();
    raise();
    place();
}

void Hints::place()
{
    constexpr int margin = 16;
    const QSize room = parentWidget()->size();
    move(room.width() - width() - margin, room.height() - height() - 56);
}

bool Hints::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(watched, event);
}

} // namespace dealscape::shell
