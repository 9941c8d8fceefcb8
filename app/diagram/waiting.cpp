// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/waiting.h"

#include "words/numbers.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace dealscape::diagram {

Waiting::Waiting(const document::Document &document, document::PictureJob &job, QWidget *parent, int patience)
    : QWidget(parent),
      m_document(document),
      m_job(job),
      m_what(new QLabel(this)),
      m_bar(new QProgressBar(this)),
      m_stop(new QPushButton(tr("Stop here"), this))
{
    m_what->setTextFormat(Qt::PlainText);
    m_bar->setRange(0, 100);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Arranging the picture"));
    m_stop->setToolTip(tr("Shows the picture as far as it is arranged"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_bar, 1);
    row->addWidget(m_stop);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_what);
    column->addLayout(row);
    setAutoFillBackground(true);
    setAccessibleName(tr("Arranging"));
    setFixedWidth(420);
    hide();
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &Waiting::appear);
    connect(&job, &document::PictureJob::started, this, &Waiting::begin);
    connect(&job, &document::PictureJob::advanced, this, [this](double share) { m_bar->setValue(static_cast<int>(100 * share)); });
    connect(&job, &document::PictureJob::placedAnew, this, &Waiting::end);
    connect(m_stop, &QPushButton::clicked, &job, &document::PictureJob::stopEarly);
    parent->installEventFilter(this);
}

void Waiting::begin()
{
    m_bar->setValue(0);
    if (isHidden())
        m_patience.start();
}

void Waiting::appear()
{
    if (!m_job.running())
        return;
    m_what->setText(tr("Arranging %1")
                        .arg(words::counted(static_cast<int>(m_document.network().nodes.size()), tr("organisation"), tr("organisations"))));
    adjustSize();
    centre();
    show();
    raise();
}

void Waiting::end()
{
    m_patience.stop();
    hide();
}

void Waiting::centre()
{
    move((parentWidget()->width() - width()) / 2, (parentWidget()->height() - height()) / 2);
}

bool Waiting::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        centre();
    return QWidget::eventFilter(watched, event);
}

} // namespace dealscape::diagram

#include "moc_waiting.cpp"
