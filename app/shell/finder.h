// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/document.h"
#include "models/searchindex.h"

#include <QObject>

#include <memory>

class QLineEdit;

namespace dealscape::shell {

class PickList;

/// Finds organisations, deals, sources and claims while somebody types into the field, and selects what is picked. The
/// index is made when the field first gets the keyboard, and again after the dataset changed.
class Finder : public QObject {
    Q_OBJECT

public:
    Finder(document::Document &document, QLineEdit &field, QWidget *window);

    const std::vector<models::Hit> &hits() const { return m_hits; }

Q_SIGNALS:
    /// Something was picked; the keyboard may go back to the picture.
    void found();

private:
    void search(const QString &text);
    void pick(int row);

    document::Document &m_document;
    QLineEdit &m_field;
    PickList *m_list;
    std::unique_ptr<models::SearchIndex> m_index;
    std::vector<models::Hit> m_hits;
};

} // namespace dealscape::shell
