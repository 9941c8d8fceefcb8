// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/options.h"

#include <QWidget>

#include <vector>

class QBoxLayout;
class QButtonGroup;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace dealscape::publishing {

class ExtentFields;

/// The column of fields that says how a picture is to be made.
class ExportForm : public QWidget {
    Q_OBJECT

public:
    explicit ExportForm(QWidget *parent = nullptr);

    /// Shows options without a word; the title field shows the dataset's title while the options have none.
    void setOptions(const exporting::PictureOptions &options, const QString &datasetTitle);
    exporting::PictureOptions options() const;

Q_SIGNALS:
    void changed();

private:
    QBoxLayout *section(const QString &head);
    void addSize();
    void addContent();
    void addLook();
    void addWords();
    void tellGround();
    void presetChosen();
    void sizeEdited();

    QBoxLayout *m_column;
    exporting::PictureOptions m_options;
    QComboBox *m_preset = nullptr;
    ExtentFields *m_extent = nullptr;
    QButtonGroup *m_scope = nullptr;
    QLineEdit *m_title = nullptr;
    std::vector<QCheckBox *> m_parts;
    QButtonGroup *m_theme = nullptr;
    QCheckBox *m_transparent = nullptr;
    QCheckBox *m_largeType = nullptr;
    QLabel *m_ground = nullptr;
    QComboBox *m_letters = nullptr;
    QLineEdit *m_author = nullptr;
};

} // namespace dealscape::publishing
