// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/options.h"

#include <QWidget>

class QDoubleSpinBox;
class QSpinBox;

namespace dealscape::publishing {

/// Pixels, millimetres and density of a picture in fields that stay in step: whichever is edited, the others follow.
class ExtentFields : public QWidget {
    Q_OBJECT

public:
    explicit ExtentFields(QWidget *parent = nullptr);

    const exporting::Extent &extent() const { return m_extent; }
    /// Shows an extent without a word.
    void setExtent(const exporting::Extent &extent);

Q_SIGNALS:
    /// Somebody typed another size.
    void edited();

private:
    void show(const QObject *except);
    void pixelsEdited();
    void millimetresEdited();
    void densityEdited();

    exporting::Extent m_extent;
    QSpinBox *m_width;
    QSpinBox *m_height;
    QDoubleSpinBox *m_wide;
    QDoubleSpinBox *m_high;
    QDoubleSpinBox *m_dpi;
};

} // namespace dealscape::publishing
