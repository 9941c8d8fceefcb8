// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/picklist.h"

#include <QFrame>
#include <QPointer>

#include <functional>
#include <vector>

class QLabel;
class QLineEdit;

namespace dealscape::widgets {

/// A field in the upper middle of a window with a list of picks that narrows while somebody types.
class Prompt : public QFrame {
    Q_OBJECT

public:
    /// What to offer for a text, and what to do with the row that is picked of the last offer.
    using Offer = std::function<std::vector<Pick>(const QString &text)>;
    using Take = std::function<void(int row)>;

    /// The keyboard returns to where it was, or to `home` when that is gone.
    Prompt(QWidget *window, QWidget *home);

    void open(const QString &question, Offer offer, Take take);
    QLineEdit &field() { return *m_field; }

private:
    void close();
    void narrow(const QString &text);
    void pick(int row);

    QWidget *m_home;
    QLabel *m_question;
    QLineEdit *m_field;
    PickList *m_list = nullptr;
    QPointer<QWidget> m_before;
    Offer m_offer;
    Take m_take;
};

} // namespace dealscape::widgets
