// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/background.h"
#include "document/document.h"
#include "models/searchindex.h"

#include <QObject>

#include <memory>

class QLineEdit;

namespace dealscape::widgets {
class PickList;
} // namespace dealscape::widgets

namespace dealscape::shell {

/// Finds organisations, deals, sources and claims while somebody types into the field, and selects what is picked. The
/// index is made when the field gets the keyboard and the dataset is another one than before; that of a large dataset in
/// another thread, with a word in place of the results until it is there.
class Finder : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t immediateDeals() { return 5000; }

    Finder(document::Document &document, QLineEdit &field, QWidget *window);

    const std::vector<models::Hit> &hits() const { return m_hits; }

Q_SIGNALS:
    /// Something was picked; the keyboard may go back to the picture.
    void found();
    /// A statement was picked, which is to be read in full.
    void claimWanted(const dealscape::ClaimId &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    using IndexPointer = std::shared_ptr<const models::SearchIndex>;

    /// Whether there is an index of what is open; otherwise one is being made.
    bool prepare();
    void search(const QString &text);
    void offer(const QString &text);
    QString asideOf(const models::Hit &hit) const;
    void pick(int row);

    document::Document &m_document;
    QLineEdit &m_field;
    widgets::PickList *m_list;
    IndexPointer m_index;
    document::Background m_making;
    /// What an index is being made of.
    document::SnapshotPointer m_source;
    std::vector<models::Hit> m_hits;
    /// For each row of the list the hit that it shows, or -1.
    std::vector<int> m_rows;
};

} // namespace dealscape::shell
