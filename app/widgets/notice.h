// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QString>

#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;

namespace dealscape::widgets {

/// A row under the tool bars that tells one thing and offers what can be done about it. It blocks nothing and stays until something is
/// chosen or it is taken back. Whoever holds it shows and hides it, as shown() says.
class Notice : public QFrame {
    Q_OBJECT

public:
    struct Choice {
        QString text;
        std::function<void()> run;
    };

    explicit Notice(QWidget *parent = nullptr);

    /// Takes the place of what was told before.
    void tell(const QString &text, std::vector<Choice> choices);
    void takeBack();
    bool telling() const { return m_telling; }
    QString text() const;

Q_SIGNALS:
    void shown(bool is);

private:
    QLabel *m_text;
    QHBoxLayout *m_row;
    std::vector<QWidget *> m_buttons;
    bool m_telling = false;
};

} // namespace dealscape::widgets
