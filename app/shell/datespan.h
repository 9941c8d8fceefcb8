// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/perspective.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace dealscape::shell {

/// Asks from when to when deals were announced: two dates as sources state them, to the day, the month or the year, of which
/// either may be left empty. Can be accepted only while both can be read and the first does not come after the second.
class DateSpan : public QDialog {
    Q_OBJECT

public:
    DateSpan(const Filter &filter, QWidget *parent);

    /// The filter asked about, with the dates that the fields hold.
    Filter filter() const;

private:
    void check();

    Filter m_filter;
    QLineEdit *m_from;
    QLineEdit *m_until;
    QLabel *m_problem;
    QPushButton *m_accept = nullptr;
};

} // namespace dealscape::shell
