// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "drawing/drawing.h"
#include "drawing/nodes.h"
#include "drawing/wording.h"
#include "style/theme.h"

#include <QColor>
#include <QString>

namespace dealscape::drawing {

/// Writes the lines of a name into the mark's box, leaning on the disc at the side where the box stands.
void setName(LabelMark &mark, const Name &name, const QColor &colour);

/// "$500B, counts once", or only that it does where its deal has no price.
QString umbrellaLine(const Index &index, const Umbrella &umbrella);

/// Writes a hull's name and the line below it.
void setHullName(LabelMark &mark, const Name &name, const style::Theme &theme);

/// Writes an amount with its badge and the numbers of its sources.
void setAmount(LabelMark &mark, const Wording &wording, const style::Theme &theme);

} // namespace dealscape::drawing
