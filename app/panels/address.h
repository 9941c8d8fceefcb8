// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

class QWidget;

namespace dealscape::panels {

/// The address when it is a complete one of the web (http or https, with a host and without a user name), else an empty one.
QUrl webAddress(const QString &text);

/// Shows an address in full and opens it in the browser once that is confirmed. Does nothing for other addresses.
void askToOpen(const QString &address, QWidget *parent);

} // namespace dealscape::panels
