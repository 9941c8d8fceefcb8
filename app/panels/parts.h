// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/vocabulary.h"
#include "drawing/drawing.h"
#include "style/text.h"
#include "style/theme.h"

#include <QAbstractButton>
#include <QHash>
#include <QLabel>

namespace dealscape::panels {

/// Small parts that panels are made of. They take text colours from the palette and the picture's colours from the theme that
/// the palette belongs to. Every text is plain.

/// The theme whose colours go with a palette: light or dark.
const style::Theme &themeOf(const QPalette &palette);
const style::Theme &themeOf(const QWidget &widget);

enum class Tone { Text, Second, Third };

/// A label that wraps. A layout asks a label for its height at many widths; this one remembers its answers, which makes a
/// column of them many times faster.
class WrapLabel : public QLabel {
    Q_OBJECT

public:
    using QLabel::QLabel;

    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    /// Forgets what was measured for another text or font.
    void refresh() const;

    mutable QString m_of;
    mutable QFont m_in;
    mutable QHash<int, int> m_heights;
    mutable QSize m_hint;
    mutable QSize m_least;
};

/// The text of a label made here stays as it is.
QLabel *label(const QString &text, style::FontRole font, Tone tone, QWidget *parent);

/// The disc of a layer with its icon, 20 px.
class LayerMark : public QWidget {
    Q_OBJECT

public:
    LayerMark(const LayerLook &look, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    LayerLook m_look;
};

/// How the line of a deal is drawn: colour by family, dashes by certainty, head at the payee's end.
struct LineLook {
    Family family = Family::Capital;
    Certainty certainty = Certainty::Announced;
    bool directed = true;
};

void paintLine(QPainter &painter, const QRectF &box, const LineLook &look, const style::Theme &theme);

class LineSample : public QWidget {
    Q_OBJECT

public:
    LineSample(const LineLook &look, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    LineLook m_look;
};

/// A name that leads to what it names. It is shortened where it has less room than it would take.
class LinkButton : public QAbstractButton {
    Q_OBJECT

public:
    enum class Underline { Always, Hovered };

    LinkButton(const QString &text, style::FontRole font, QWidget *parent);
    void setUnderline(Underline underline) { m_underline = underline; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    style::FontRole m_font;
    Underline m_underline = Underline::Always;
};

/// A row that leads to a deal: its line, the partner or headline, the amount.
class DealRow : public QAbstractButton {
    Q_OBJECT

public:
    DealRow(const LineLook &look, const QString &name, const QString &amount, QWidget *parent);

    QSize sizeHint() const override { return {200, 24}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    LineLook m_look;
    QString m_amount;
};

/// A row that unfolds the deals with one partner: its name, how many there are, what they add up to. Checked while it is unfolded.
class PartnerRow : public QAbstractButton {
    Q_OBJECT

public:
    PartnerRow(const QString &name, const QString &count, const QString &sums, QWidget *parent);

    QSize sizeHint() const override { return {200, 26}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_count;
    QString m_sums;
};

/// A row that leads to a source: number, publisher, title, date.
class SourceRow : public QAbstractButton {
    Q_OBJECT

public:
    SourceRow(int number, const QString &publisher, const QString &title, const QString &date, QWidget *parent);

    QSize sizeHint() const override { return {200, 20}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_number;
    QString m_publisher;
    QString m_date;
};

} // namespace dealscape::panels
