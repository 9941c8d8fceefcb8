// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "network/network.h"
#include "network/trail.h"
#include "picture/page.h"
#include "style/text.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace dealscape::picture {

/// Words that stand around the network, and how they are broken into lines. Everything is plain text.

QString titleOf(const Index &index, const Style &style);

/// The lines at the right of the strip: which sums it shows, of when, and why its rows are not added.
std::vector<Words> asOfWords(const network::View &view, const Style &style);

/// What widths and areas stand for, for the footer of a page.
QString scalesSentence(const Perspective &perspective);

/// How fully the lit trail is told: sentence and note, the sentence alone, the sentence in small type, or one line of names and
/// amounts that is shortened where it does not fit.
enum class TrailForm { Full, Sentence, Small, Line };

/// The words on a lit trail, broken into lines of a width. Only a picture of some height has them in the type of titles.
std::vector<Words> trailWords(TrailForm form, const Index &index, const network::Network &network, const network::LitTrail &trail,
                              double width, double pictureHeight);

/// How high lines of words are together.
double heightOf(const std::vector<Words> &words);

double widest(const std::vector<Words> &words);

/// A paragraph broken into lines between words; a longer word is shortened.
QStringList paragraph(const QString &text, style::FontRole font, double width);

/// A title on one line or on two of about the same length.
QStringList titleLinesOf(const QString &title, double width);

} // namespace dealscape::picture
