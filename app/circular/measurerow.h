// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/measures.h"

#include <QWidget>

namespace dealscape::circular {

/// One measure: its figure, its name and a plain sentence; one click shows the definition, another on the figure lights who it is about.
class MeasureRow : public QWidget {
    Q_OBJECT

public:
    explicit MeasureRow(const reports::Measure &measure, QWidget *parent = nullptr);

    bool defined() const;
    /// Name, figure, sentence and definition.
    const QStringList &cells() const { return m_cells; }

public Q_SLOTS:
    void toggleDefinition();

Q_SIGNALS:
    void told(const std::vector<dealscape::OrganizationId> &about);

private:
    QStringList m_cells;
    QWidget *m_definition;
};

} // namespace dealscape::circular
