// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace dealscape::settings {

class Settings;

/// Every setting of the program on one page. What is chosen is kept at once and told, so that it acts while the dialog is open; the size of
/// text alone waits for the next start, and the dialog says so.
class Preferences : public QDialog {
    Q_OBJECT

public:
    /// The settings outlive the dialog. Size is the text size that the program was started with.
    Preferences(Settings &settings, int size, QWidget *parent = nullptr);

    /// Shows what the settings hold now.
    void refresh();

Q_SIGNALS:
    /// A setting was changed; the settings have it already.
    void changed();
    /// The program is to be started again, for a size of text to act.
    void restartWanted();
    /// Everything is to be as at the first start, after a question.
    void resetWanted();

private:
    void addLook(QFormLayout &form);
    void addWork(QFormLayout &form);
    void addButtons(QFormLayout &form);
    void showSize();

    Settings &m_settings;
    int m_startedSize;
    QComboBox *m_theme;
    QSpinBox *m_size;
    QLabel *m_waits;
    QPushButton *m_restart;
    QCheckBox *m_still;
    QCheckBox *m_fewer;
    QCheckBox *m_last;
    QComboBox *m_recovery;
    QComboBox *m_backups;
    QComboBox *m_audience;
};

} // namespace dealscape::settings
