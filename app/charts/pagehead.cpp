// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/pagehead.h"

#include "charts/canvas.h"
#include "style/text.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QPainter>

namespace dealscape::charts {

using style::FontRole;

namespace {

constexpr int rowHeight = 40;
constexpr double widestSubject = 220;

std::vector<Certainty> keyed()
{
    return {Certainty::Paid, Certainty::Binding, Certainty::Announced, Certainty::Potential};
}

} // namespace

/// One choice of a row: tinted and underlined when it is on.
class Segment : public QAbstractButton {
public:
    Segment(const QString &text, QWidget *parent) : QAbstractButton(parent)
    {
        setText(text);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
    }

    QSize sizeHint() const override { return {static_cast<int>(style::textWidth(text(), FontRole::BodyBold)) + 26, 32}; }
    void setTheme(style::ThemeKind theme)
    {
        m_theme = theme;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const style::Theme &theme = style::theme(m_theme);
        QPainter painter(this);
        painter.setPen(theme.border);
        painter.setBrush(isChecked() ? theme.accentTint : theme.field);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
        if (isChecked() || hasFocus())
            painter.fillRect(QRect(0, height() - 2, width(), 2), theme.accent);
        painter.setFont(style::font(isChecked() ? FontRole::BodyBold : FontRole::Body));
        painter.setPen(theme.text);
        painter.drawText(rect(), Qt::AlignCenter, text());
    }

private:
    style::ThemeKind m_theme = style::ThemeKind::Light;
};

namespace {

template <class E>
struct Choice {
    E value;
    const char *text;
};

constexpr Choice<reports::ChartKind> byChoices[] = {{reports::ChartKind::Partner, "Partner"},
                                                    {reports::ChartKind::Kind, "Kind"},
                                                    {reports::ChartKind::Layer, "Layer"},
                                                    {reports::ChartKind::Certainty, "Certainty"},
                                                    {reports::ChartKind::Country, "Country"}};
constexpr Choice<reports::ChartBound> boundChoices[] = {
    {reports::ChartBound::Low, "Low"}, {reports::ChartBound::Range, "Range"}, {reports::ChartBound::High, "High"}};

template <class Choices, class Chosen>
std::vector<Segment *> segments(QWidget *parent, const QString &name, const Choices &choices, Chosen chosen)
{
    std::vector<Segment *> list;
    auto *group = new QButtonGroup(parent);
    for (const auto &choice : choices) {
        auto *segment = new Segment(QString::fromLatin1(choice.text), parent);
        segment->setAccessibleName(name + u' ' + segment->text());
        group->addButton(segment);
        QObject::connect(segment, &QAbstractButton::clicked, parent, [chosen, value = choice.value] { chosen(value); });
        list.push_back(segment);
    }
    return list;
}

} // namespace

PageHead::PageHead(QWidget *parent) : QWidget(parent)
{
    m_by.name = tr("By");
    m_bound.name = tr("Bound");
    m_by.segments = segments(this, m_by.name, byChoices, [this](reports::ChartKind by) { Q_EMIT byChosen(by); });
    m_bound.segments = segments(this, m_bound.name, boundChoices, [this](reports::ChartBound bound) { Q_EMIT boundChosen(bound); });
    setBy(reports::ChartKind::Partner);
    setBound(reports::ChartBound::Range);
    arrange();
}

std::vector<std::pair<reports::ChartKind, QString>> PageHead::waysApart()
{
    std::vector<std::pair<reports::ChartKind, QString>> ways;
    for (const auto &choice : byChoices)
        ways.emplace_back(choice.value, QString::fromLatin1(choice.text));
    return ways;
}

void PageHead::setSubject(const QString &name)
{
    m_subject = name;
    arrange();
    update();
}

void PageHead::setTheme(style::ThemeKind theme)
{
    m_theme = theme;
    for (auto *list : {&m_by, &m_bound})
        for (Segment *segment : list->segments)
            segment->setTheme(theme);
    update();
}

void PageHead::setBy(reports::ChartKind by)
{
    for (std::size_t i = 0; i < m_by.segments.size(); ++i)
        m_by.segments[i]->setChecked(byChoices[i].value == by);
}

void PageHead::setBound(reports::ChartBound bound)
{
    for (std::size_t i = 0; i < m_bound.segments.size(); ++i)
        m_bound.segments[i]->setChecked(boundChoices[i].value == bound);
}

double PageHead::subjectLeft() const
{
    return 24 + style::textWidth(tr("Charts"), FontRole::Title) + 16;
}

double PageHead::subjectWidth() const
{
    return std::min({widestSubject, style::textWidth(m_subject, FontRole::Body), width() - 24 - subjectLeft()});
}

void PageHead::arrange()
{
    double x = subjectLeft() + subjectWidth() + 32;
    int row = 0;
    const double end = width() - 24.0;
    for (Choices *choices : {&m_by, &m_bound}) {
        const double caption = style::textWidth(choices->name, FontRole::Small) + 8;
        double needed = caption;
        for (const Segment *segment : choices->segments)
            needed += segment->sizeHint().width() - 1;
        if (x + needed > end && x > 24) {
            ++row;
            x = 24;
        }
        choices->caption = QPointF(x, row * rowHeight + 28);
        x += caption;
        for (Segment *segment : choices->segments) {
            if (x + segment->sizeHint().width() > end && x > 24 + caption) {
                ++row;
                x = 24 + caption;
            }
            segment->setGeometry(QRect(QPoint(static_cast<int>(x), row * rowHeight + 8), segment->sizeHint()));
            x += segment->width() - 1;
        }
        x += 24;
    }
    if (x + keyWidth(keyed()) > end) {
        ++row;
        x = 24;
    }
    m_key = QPointF(x, row * rowHeight + 28);
    m_keyRows = {{}};
    for (const Certainty certainty : keyed()) {
        std::vector<Certainty> longer = m_keyRows.back();
        longer.push_back(certainty);
        if (x + keyWidth(longer) <= end || m_keyRows.back().empty())
            m_keyRows.back() = longer;
        else
            m_keyRows.push_back({certainty});
    }
    row += static_cast<int>(m_keyRows.size()) - 1;
    setFixedHeight(48 + row * rowHeight);
}

void PageHead::resizeEvent(QResizeEvent *)
{
    arrange();
}

void PageHead::paintKey(QPainter &painter) const
{
    const PlotStyle style = plotStyle(m_theme);
    Canvas key(style);
    double y = m_key.y();
    for (const std::vector<Certainty> &row : m_keyRows) {
        layKey(key, row, m_key.x(), {m_key.x() > 24 ? width() - 24.0 : 24 + keyWidth(row), y});
        y += rowHeight;
    }
    key.paint(painter);
}

void PageHead::paintEvent(QPaintEvent *)
{
    const style::Theme &theme = style::theme(m_theme);
    QPainter painter(this);
    painter.setFont(style::font(FontRole::Title));
    painter.setPen(theme.text);
    painter.drawText(QPointF(24, 32), tr("Charts"));
    painter.setFont(style::font(FontRole::Body));
    painter.setPen(theme.textSecond);
    painter.drawText(QPointF(subjectLeft(), 30), style::shortened(m_subject, FontRole::Body, subjectWidth()));
    painter.setFont(style::font(FontRole::Small));
    for (const Choices *choices : {&m_by, &m_bound})
        painter.drawText(choices->caption, choices->name);
    paintKey(painter);
}

} // namespace dealscape::charts

#include "moc_pagehead.cpp"
