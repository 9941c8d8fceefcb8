// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "publishing/exportjob.h"

class QPrinter;
class QWidget;

namespace dealscape::publishing {

/// The order as it is printed: laid out for that paper, in the colours for print, on the paper's own ground.
ExportOrder orderFor(const QPrinter &printer, ExportOrder order);

/// Draws the order on one page as vectors, within the margins of the paper.
void printOn(QPrinter &printer, const ExportOrder &order);

/// Shows the page as it will be printed, with the choice of printer, paper and margins. Deletes itself when closed.
void openPrintPreview(const ExportOrder &order, QWidget *parent);

} // namespace dealscape::publishing
