// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compare/difference.h"

#include <QDialog>

class QDialogButtonBox;

namespace dealscape::shell {

/// What differs between two states of a dataset: a tree of records with their members before and after, and the sums.
class DifferenceDialog : public QDialog {
    Q_OBJECT

public:
    /// The titles name the two states, such as "File" and "Unsaved".
    DifferenceDialog(const compare::Difference &difference, const QString &title, const QString &before, const QString &after,
                     QWidget *parent = nullptr);

    /// A button that accepts the dialog; without one it can only be closed.
    void offer(const QString &accept);

private:
    QDialogButtonBox *m_buttons;
};

/// "3 deals added, 1 changed; 2 sources added"; "nothing" where there is no difference.
QString summaryOf(const compare::Difference &difference);

} // namespace dealscape::shell
