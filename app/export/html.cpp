// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/html.h"

#include "export/svgpen.h"

namespace dealscape::exporting {

namespace {

QByteArray escaped(const QString &text)
{
    return SvgPen::clean(text).toHtmlEscaped().toUtf8();
}

} // namespace

void Html::open(const char *element, Attributes attributes)
{
    m_bytes += '<';
    m_bytes += element;
    for (const auto &[name, value] : attributes) {
        m_bytes += ' ';
        m_bytes += name;
        m_bytes += "=\"" + escaped(value) + '"';
    }
    m_bytes += '>';
}

void Html::close(const char *element)
{
    m_bytes += "</";
    m_bytes += element;
    m_bytes += ">\n";
}

void Html::line(const char *element, const QString &text, Attributes attributes)
{
    open(element, attributes);
    m_bytes += escaped(text);
    close(element);
}

void Html::text(const QString &text)
{
    m_bytes += escaped(text);
}

} // namespace dealscape::exporting
