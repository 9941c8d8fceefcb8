// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "entry/recordform.h"

class QVBoxLayout;

namespace dealscape::entry {

/// What is said of the dataset as a whole, with lists of the records that nothing in the picture leads to: layers, overlap groups and
/// claims, each of which can be opened, and added to.
class DatasetForm : public RecordForm<Dataset, document::Whole> {
public:
    explicit DatasetForm(document::Document &document, QWidget *parent = nullptr);

protected:
    void reflected(const Dataset &dataset) override;

private:
    void list(const QString &title, const QString &adding, const std::function<document::RecordKey()> &fresh);
    void fill(std::size_t list, const std::vector<document::RecordKey> &keys);

    struct Part {
        QVBoxLayout *rows;
        std::vector<document::RecordKey> shown;
        QStringList names;
    };
    std::vector<Part> m_parts;
};

} // namespace dealscape::entry
