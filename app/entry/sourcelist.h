// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/document.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLineEdit;
class QVBoxLayout;

namespace dealscape::entry {

/// The sources that a record names, each with what leads to it and what drops it, and a line in which another is named.
class SourceList : public QWidget {
    Q_OBJECT

public:
    explicit SourceList(document::Document &document, QWidget *parent = nullptr);

    void show(const std::vector<SourceId> &ids);
    QLineEdit *line() const { return m_line; }

Q_SIGNALS:
    void added(const dealscape::Source &source);
    void dropped(const dealscape::SourceId &id);
    void wanted(const dealscape::SourceId &id);
    /// What was typed is no source; the reason.
    void refused(const QString &reason);

private:
    void take();

    document::Document &m_document;
    QVBoxLayout *m_rows;
    QLineEdit *m_line;
    std::vector<SourceId> m_shown;
    document::SnapshotPointer m_snapshot;
};

/// A source as somebody types it in one line: publisher, title, date and address in any order after the publisher, apart by commas; an
/// address alone is enough. Nothing for an empty text.
std::optional<Source> readSource(const QString &text);

} // namespace dealscape::entry
