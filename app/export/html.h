// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <initializer_list>
#include <utility>

namespace dealscape::exporting {

/// Writes HTML. Text and the values of attributes are escaped, so that nothing in them can become markup.
class Html {
public:
    struct Attribute {
        const char *name;
        QString value;
    };
    using Attributes = std::initializer_list<Attribute>;

    void open(const char *element, Attributes attributes = {});
    void close(const char *element);
    /// An element that holds a text and nothing else.
    void line(const char *element, const QString &text, Attributes attributes = {});
    void text(const QString &text);
    /// Markup of the program's own.
    void raw(const QByteArray &markup) { m_bytes += markup; }

    const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

} // namespace dealscape::exporting
