// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/address.h"

#include <QDesktopServices>
#include <QMessageBox>
#include <QPushButton>

namespace dealscape::panels {

QUrl webAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    return url.isValid() && web && !url.host().isEmpty() && url.userInfo().isEmpty() ? url : QUrl();
}

void askToOpen(const QString &address, QWidget *parent)
{
    const QUrl url = webAddress(address);
    if (url.isEmpty())
        return;
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(QMessageBox::tr("Open in the browser?"));
    box->setTextFormat(Qt::PlainText);
    box->setText(QMessageBox::tr("Open this page of %1 in the browser?").arg(url.host()));
    box->setInformativeText(url.toDisplayString(QUrl::FullyEncoded));
    QPushButton *open = box->addButton(QMessageBox::tr("Open"), QMessageBox::AcceptRole);
    box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(open);
    QObject::connect(box, &QMessageBox::finished, box, [box, open, url] {
        if (box->clickedButton() == open)
            QDesktopServices::openUrl(url);
    });
    box->open();
}

} // namespace dealscape::panels
