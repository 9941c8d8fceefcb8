// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/exposure.h"

#include <QAbstractTableModel>

namespace dealscape::models {

/// Who pays whom between countries in one flow class: a row for each country that pays, a column for each that is paid.
class CountryTable : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit CountryTable(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    void setMatrix(analysis::CountryMatrix matrix);
    const analysis::CountryMatrix &matrix() const { return m_matrix; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// The code as people read it; a country that the dataset does not name is called so.
    static QString nameOf(const std::string &country);

private:
    const analysis::CountryFlow *flowAt(const QModelIndex &index) const;

    analysis::CountryMatrix m_matrix;
    std::vector<std::string> m_payers;
    std::vector<std::string> m_payees;
};

} // namespace dealscape::models
