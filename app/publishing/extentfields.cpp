// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "publishing/extentfields.h"

#include "panels/parts.h"

#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace dealscape::publishing {

namespace {

using exporting::Extent;

template <class Box>
Box *field(QWidget *parent, const QString &spoken)
{
    auto *box = new Box(parent);
    box->setAccessibleName(spoken);
    box->setKeyboardTracking(false);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setMinimumWidth(72);
    return box;
}

void showIn(QDoubleSpinBox *box, double value, const QObject *except)
{
    if (box == except)
        return;
    const QSignalBlocker quiet(box);
    box->setValue(value);
}

void showIn(QSpinBox *box, int value, const QObject *except)
{
    if (box == except)
        return;
    const QSignalBlocker quiet(box);
    box->setValue(value);
}

QLabel *word(const QString &text, QWidget *parent)
{
    return panels::label(text, style::FontRole::Small, panels::Tone::Second, parent);
}

} // namespace

ExtentFields::ExtentFields(QWidget *parent)
    : QWidget(parent),
      m_width(field<QSpinBox>(this, tr("Width in pixels"))),
      m_height(field<QSpinBox>(this, tr("Height in pixels"))),
      m_wide(field<QDoubleSpinBox>(this, tr("Width in millimetres"))),
      m_high(field<QDoubleSpinBox>(this, tr("Height in millimetres"))),
      m_dpi(field<QDoubleSpinBox>(this, tr("Pixels an inch")))
{
    for (QSpinBox *box : {m_width, m_height}) {
        box->setRange(Extent::leastEdge, Extent::largestEdge);
        connect(box, &QSpinBox::valueChanged, this, &ExtentFields::pixelsEdited);
    }
    for (QDoubleSpinBox *box : {m_wide, m_high}) {
        box->setDecimals(1);
        box->setRange(4, 12000);
        connect(box, &QDoubleSpinBox::valueChanged, this, &ExtentFields::millimetresEdited);
    }
    m_dpi->setDecimals(0);
    m_dpi->setRange(Extent::leastDensity, Extent::largestDensity);
    connect(m_dpi, &QDoubleSpinBox::valueChanged, this, &ExtentFields::densityEdited);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    const auto row = [&](int at, QWidget *a, QWidget *b, const QString &unit) {
        grid->addWidget(a, at, 0);
        grid->addWidget(word(QStringLiteral("×"), this), at, 1);
        grid->addWidget(b, at, 2);
        grid->addWidget(word(unit, this), at, 3);
    };
    row(0, m_width, m_height, tr("pixels"));
    row(1, m_wide, m_high, tr("mm"));
    grid->addWidget(m_dpi, 2, 0);
    grid->addWidget(word(tr("pixels an inch (dpi)"), this), 2, 1, 1, 3);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(2, 1);
    show(nullptr);
}

void ExtentFields::setExtent(const Extent &extent)
{
    m_extent = extent;
    show(nullptr);
}

/// The field that is being edited keeps what was typed into it.
void ExtentFields::show(const QObject *except)
{
    showIn(m_width, m_extent.pixels().width(), except);
    showIn(m_height, m_extent.pixels().height(), except);
    showIn(m_wide, m_extent.millimetres().width(), except);
    showIn(m_high, m_extent.millimetres().height(), except);
    showIn(m_dpi, m_extent.dpi(), except);
}

void ExtentFields::pixelsEdited()
{
    m_extent.setPixels({m_width->value(), m_height->value()});
    show(sender());
    Q_EMIT edited();
}

void ExtentFields::millimetresEdited()
{
    m_extent.setMillimetres({m_wide->value(), m_high->value()});
    show(sender());
    Q_EMIT edited();
}

void ExtentFields::densityEdited()
{
    m_extent.setDpi(m_dpi->value());
    show(sender());
    Q_EMIT edited();
}

} // namespace dealscape::publishing

#include "moc_extentfields.cpp"
