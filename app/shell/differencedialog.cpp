// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/differencedialog.h"

#include "compare/together.h"
#include "document/wording.h"
#include "export/png.h"
#include "picture/news.h"
#include "widgets/parts.h"
#include "words/everyday.h"
#include "words/numbers.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QPixmap>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeWidget>

#include <array>
#include <utility>

namespace dealscape::shell {

using document::text;

namespace {

struct ListWords {
    const char *list;
    const char *one;
    const char *many;
};

constexpr std::array listWords = {
    ListWords{"layers", QT_TRANSLATE_NOOP("Difference", "layer"), QT_TRANSLATE_NOOP("Difference", "layers")},
    ListWords{"organizations", QT_TRANSLATE_NOOP("Difference", "organisation"), QT_TRANSLATE_NOOP("Difference", "organisations")},
    ListWords{"deals", QT_TRANSLATE_NOOP("Difference", "deal"), QT_TRANSLATE_NOOP("Difference", "deals")},
    ListWords{"overlapGroups", QT_TRANSLATE_NOOP("Difference", "overlap group"), QT_TRANSLATE_NOOP("Difference", "overlap groups")},
    ListWords{"sources", QT_TRANSLATE_NOOP("Difference", "source"), QT_TRANSLATE_NOOP("Difference", "sources")},
    ListWords{"claims", QT_TRANSLATE_NOOP("Difference", "claim"), QT_TRANSLATE_NOOP("Difference", "claims")},
    ListWords{"stories", QT_TRANSLATE_NOOP("Difference", "story"), QT_TRANSLATE_NOOP("Difference", "stories")}};

QString said(const char *words)
{
    return QCoreApplication::translate("Difference", words);
}

QString countOf(const compare::ListChange &change)
{
    for (const ListWords &words : listWords)
        if (change.list == words.list)
            return words::counted(static_cast<int>(change.records.size()), said(words.one), said(words.many));
    return text(change.list);
}

QString fateOf(compare::Fate fate)
{
    switch (fate) {
    case compare::Fate::Added:
        return said("added");
    case compare::Fate::Removed:
        return said("removed");
    default:
        return said("changed");
    }
}

/// "Value, high" for "/value/high", "Parts, 2, certainty" for "/parts/1/certainty".
QString memberOf(const std::string &pointer)
{
    QStringList words;
    for (const QString &step : text(pointer).split(u'/', Qt::SkipEmptyParts)) {
        bool place = false;
        const int number = step.toInt(&place);
        QString word = step;
        for (qsizetype i = word.size() - 1; i > 0; --i)
            if (word[i].isUpper())
                word.replace(i, 1, QString(u' ') + word[i].toLower());
        words << (place ? QString::number(number + 1) : word);
    }
    const QString whole = words.join(QStringLiteral(", "));
    return whole.left(1).toUpper() + whole.mid(1);
}

template <class E>
QString labelOf(const QString &word)
{
    const auto value = parseWord<E>(word.toStdString());
    return value ? text(label(*value)) : QString();
}

/// What a member held, in the words of people: names for ids, amounts with their unit, labels for words of the format.
class Values {
public:
    Values(const Dataset &before, const Dataset &after) : m_before(before), m_after(after) {}

    QString told(std::string_view list, const std::string &pointer, const std::string &value) const
    {
        const QString shown = text(value);
        const QString last = text(pointer).section(u'/', -1);
        bool whole = false;
        const qlonglong figure = shown.toLongLong(&whole);
        static const QStringList amounts = {QStringLiteral("low"), QStringLiteral("high"), QStringLiteral("paid"), QStringLiteral("value")};
        if (whole && amounts.contains(last) && list != "claims")
            return words::money(Money(figure));
        if (whole && last == QLatin1String("megawatts"))
            return words::power(Power(figure));
        const QString words = last == QLatin1String("certainty") ? labelOf<Certainty>(shown)
            : last == QLatin1String("status")                    ? labelOf<DealStatus>(shown)
            : last == QLatin1String("kind") && list == "deals"   ? labelOf<DealKind>(shown)
            : last == QLatin1String("flowClass")                 ? labelOf<FlowClass>(shown)
            : last == QLatin1String("confidence")                ? labelOf<Confidence>(shown)
            : last == QLatin1String("role")                      ? labelOf<OverlapRole>(shown)
            : last == QLatin1String("basis")                     ? labelOf<SourceBasis>(shown)
            : last == QLatin1String("unit")                      ? labelOf<ClaimUnit>(shown)
            : last == QLatin1String("country")                   ? words::countryName(value)
            : last == QLatin1String("kind")                      ? words::everyday(value)
                                                                 : nameOf(last, value);
        return words.isEmpty() ? shown : words;
    }

private:
    QString nameOf(const QString &member, const std::string &id) const
    {
        static const QStringList parties = {QStringLiteral("payer"),    QStringLiteral("payee"),  QStringLiteral("supplier"),
                                            QStringLiteral("customer"), QStringLiteral("parent"), QStringLiteral("subject")};
        for (const Dataset *dataset : {&m_after, &m_before}) {
            if (parties.contains(member))
                for (const Organization &organization : dataset->organizations)
                    if (organization.id.text() == id)
                        return text(organization.name);
            if (member == QLatin1String("layer"))
                for (const Layer &layer : dataset->layers)
                    if (layer.id.text() == id)
                        return text(layer.label);
        }
        return {};
    }

    const Dataset &m_before;
    const Dataset &m_after;
};

QTreeWidgetItem *row(QTreeWidgetItem *parent, const QStringList &cells)
{
    auto *item = new QTreeWidgetItem(parent, cells);
    for (int i = 0; i < cells.size(); ++i)
        item->setToolTip(i, cells[i].left(400).toHtmlEscaped());
    return item;
}

void fill(QTreeWidget &tree, const compare::Difference &difference, const Values &values)
{
    const auto fields = [&values](QTreeWidgetItem *under, std::string_view list, const std::vector<compare::FieldChange> &changes) {
        for (const compare::FieldChange &field : changes)
            row(under,
                {memberOf(field.pointer), values.told(list, field.pointer, field.before), values.told(list, field.pointer, field.after)});
    };
    if (!difference.members.empty()) {
        auto *top = new QTreeWidgetItem(&tree, {said("The dataset itself")});
        fields(top, {}, difference.members);
        top->setExpanded(true);
    }
    for (const compare::ListChange &change : difference.lists) {
        auto *top = new QTreeWidgetItem(&tree, {countOf(change)});
        for (const compare::RecordChange &record : change.records) {
            const bool before = record.fate == compare::Fate::Removed;
            const bool after = record.fate == compare::Fate::Added;
            fields(row(top, {text(record.name), before ? fateOf(record.fate) : QString(), after ? fateOf(record.fate) : QString()}),
                   change.list, record.fields);
        }
        top->setExpanded(true);
    }
    auto *sums = new QTreeWidgetItem(&tree, {said("Sums, counted once")});
    for (const compare::SumChange &sum : difference.sums)
        if (sum.changed())
            row(sums,
                {text(label(sum.flow)) + QStringLiteral(", ") + text(label(sum.certainty)).toLower(),
                 words::money({sum.lowBefore, sum.highBefore}), words::money({sum.lowAfter, sum.highAfter})});
    sums->setExpanded(true);
    if (sums->childCount() == 0)
        delete sums;
}

} // namespace

QString summaryOf(const compare::Difference &difference)
{
    QStringList parts;
    for (const compare::ListChange &change : difference.lists) {
        QStringList fates;
        for (const compare::Fate fate : {compare::Fate::Added, compare::Fate::Changed, compare::Fate::Removed})
            if (const int count = difference.count(change.list, fate); count > 0)
                fates << QString::number(count) + u' ' + fateOf(fate);
        parts << countOf(change) + QStringLiteral(" (") + fates.join(QStringLiteral(", ")) + u')';
    }
    if (!difference.members.empty())
        parts << words::counted(static_cast<int>(difference.members.size()), said("member of the file"), said("members of the file"));
    return parts.isEmpty() ? said("nothing") : parts.join(QStringLiteral("; "));
}

DifferenceDialog::DifferenceDialog(const Dataset &before, const Dataset &after, const QString &title, const QString &beforeName,
                                   const QString &afterName, View view, QWidget *parent)
    : QDialog(parent),
      m_before(before),
      m_after(after),
      m_view(std::move(view)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this)),
      m_picture(new QLabel(this))
{
    setWindowTitle(title);
    resize(980, 640);
    const compare::Difference difference = compare::difference(before, after);
    QLabel *summary = widgets::plainLabel(tr("What differs: %1.").arg(summaryOf(difference)), this, style::FontRole::Body);
    summary->setWordWrap(true);
    auto *tree = new QTreeWidget(this);
    tree->setColumnCount(3);
    tree->setHeaderLabels({tr("Record and member"), beforeName, afterName});
    tree->setAlternatingRowColors(true);
    tree->setUniformRowHeights(true);
    tree->setAccessibleName(summary->text());
    fill(*tree, difference, Values(before, after));
    tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    tree->header()->setSectionResizeMode(1, QHeaderView::Interactive);
    tree->header()->resizeSection(1, 220);
    tree->header()->setStretchLastSection(false);
    tree->header()->resizeSection(2, 220);
    auto *tabs = new QTabWidget(this);
    tabs->addTab(tree, tr("Records"));
    QWidget *picture = pictureTab();
    tabs->addTab(picture, tr("Picture"));
    tabs->setTabEnabled(1, !difference.lists.empty());
    connect(tabs, &QTabWidget::currentChanged, this, [this, tabs, picture] {
        if (tabs->currentWidget() == picture && m_image.isNull() && !m_background.running())
            makePicture();
    });
    auto *column = new QVBoxLayout(this);
    column->addWidget(summary);
    column->addWidget(tabs, 1);
    column->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
}

QWidget *DifferenceDialog::pictureTab()
{
    auto *page = new QWidget(this);
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setTextFormat(Qt::PlainText);
    m_picture->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_picture->setScaledContents(false);
    auto *save = new QPushButton(tr("Save picture…"), page);
    save->setAutoDefault(false);
    save->setEnabled(false);
    connect(this, &DifferenceDialog::pictureMade, save, [save] { save->setEnabled(true); });
    connect(save, &QPushButton::clicked, this, &DifferenceDialog::savePicture);
    auto *column = new QVBoxLayout(page);
    column->addWidget(m_picture, 1);
    column->addWidget(save, 0, Qt::AlignRight);
    return page;
}

void DifferenceDialog::makePicture()
{
    m_picture->setText(tr("Drawing both…"));
    picture::PictureRequest request;
    request.perspective = m_view.perspective;
    request.theme = m_view.theme;
    request.pixels = {1920, 1080};
    request.title = windowTitle();
    m_background.run<QImage>(
        [before = m_before, after = m_after, request](const Progress &progress) {
            const compare::Together both = compare::together(before, after);
            return picture::render(picture::newsPicture(Index(both.dataset), both.news, request, progress), request, progress);
        },
        [this](const QImage &image) {
            m_image = image;
            const double ratio = devicePixelRatioF();
            QPixmap shown = QPixmap::fromImage(
                image.scaled((QSizeF(m_picture->size()) * ratio).toSize(), Qt::KeepAspectRatio, Qt::SmoothTransformation));
            shown.setDevicePixelRatio(ratio);
            m_picture->setPixmap(shown);
            m_picture->setAccessibleName(windowTitle());
            Q_EMIT pictureMade();
        });
}

void DifferenceDialog::savePicture()
{
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save the picture"), QStringLiteral("comparison.png"), tr("PNG pictures (*.png)"));
    if (path.isEmpty())
        return;
    const auto written = exporting::writePng(path, m_image, {});
    if (!written)
        widgets::warn(this, tr("Not saved"), QString::fromStdString(written.error()));
}

void DifferenceDialog::offer(const QString &accept)
{
    m_buttons->addButton(accept, QDialogButtonBox::AcceptRole)->setDefault(true);
}

} // namespace dealscape::shell

#include "moc_differencedialog.cpp"
