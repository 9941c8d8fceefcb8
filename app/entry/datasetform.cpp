// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/dealform.h"
#include "entry/recordform.h"
#include "panels/parts.h"

#include <QBoxLayout>

namespace dealscape::entry {

namespace {

template <class Records>
std::vector<document::RecordKey> keysOf(const Records &records)
{
    std::vector<document::RecordKey> keys;
    for (const auto &record : records)
        keys.emplace_back(record.id);
    return keys;
}

/// What is said of the dataset as a whole, with lists of the records that nothing in the picture leads to: layers, overlap groups and
/// claims, each of which can be opened, and added to.
class DatasetForm : public RecordForm<Dataset, document::Whole> {
public:
    explicit DatasetForm(document::Document &document, QWidget *parent = nullptr);

protected:
    void reflected(const Dataset &dataset) override;

private:
    void list(const QString &title, const QString &adding, const std::function<document::RecordKey()> &fresh);
    void fill(std::size_t list, const std::vector<document::RecordKey> &keys);

    struct Part {
        QVBoxLayout *rows;
        std::vector<document::RecordKey> shown;
        QStringList names;
    };
    std::vector<Part> m_parts;
};

DatasetForm::DatasetForm(document::Document &document, QWidget *parent) : RecordForm(document, document::Whole(), parent)
{
    for (const Member<Dataset> &member : membersOf(static_cast<const Dataset *>(nullptr)))
        addField(member);
    const auto snapshot = [&document]() -> const document::Snapshot & { return *document.snapshot(); };
    list(tr("Layers"), tr("Add a layer"), [snapshot] { return document::RecordKey(document::freshLayer(snapshot())); });
    list(tr("Overlap groups"), tr("Add an overlap group"), [snapshot] { return document::RecordKey(document::freshGroup(snapshot())); });
    list(tr("Claims"), tr("Add a claim"), [snapshot] { return document::RecordKey(document::freshClaim(snapshot())); });
    finishBuilding();
}

void DatasetForm::list(const QString &title, const QString &adding, const std::function<document::RecordKey()> &fresh)
{
    heading(title);
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto *rows = new QVBoxLayout;
    rows->setSpacing(2);
    column->addLayout(rows);
    auto *more = new panels::LinkButton(adding, style::FontRole::Small, box);
    column->addWidget(more);
    connect(more, &QAbstractButton::clicked, this, [this, fresh] { Q_EMIT recordWanted(fresh()); });
    add(box);
    m_parts.push_back({rows, {}, {}});
}

void DatasetForm::reflected(const Dataset &dataset)
{
    fill(0, keysOf(dataset.layers));
    fill(1, keysOf(dataset.groups));
    fill(2, keysOf(dataset.claims));
}

void DatasetForm::fill(std::size_t list, const std::vector<document::RecordKey> &keys)
{
    Part &part = m_parts[list];
    QStringList names;
    for (const document::RecordKey &key : keys)
        names << document::nameOfRecord(*m_document.snapshot(), key);
    if (keys == part.shown && names == part.names)
        return;
    part.shown = keys;
    part.names = names;
    while (QLayoutItem *item = part.rows->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const QString name = names[static_cast<qsizetype>(i)];
        auto *row = new panels::LinkButton(name.size() > 60 ? name.left(58) + QStringLiteral("…") : name, style::FontRole::Small, this);
        row->setUnderline(panels::LinkButton::Underline::Hovered);
        // A long statement is cut rather than that it widens the form beyond the dock.
        row->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        row->setAccessibleName(tr("Edit %1").arg(name));
        connect(row, &QAbstractButton::clicked, this, [this, key = keys[i]] { Q_EMIT recordWanted(key); });
        part.rows->addWidget(row);
    }
}

} // namespace

Form *makeForm(document::Document &document, const document::RecordKey &key)
{
    const auto plain = [&]<class Record, class Key>(const Record *, const Key &id) -> Form * {
        auto *form = new RecordForm<Record, Key>(document, id);
        form->build();
        return form;
    };
    if (const auto *deal = std::get_if<DealId>(&key))
        return new DealForm(document, *deal);
    if (const auto *claim = std::get_if<ClaimId>(&key))
        return new ClaimForm(document, *claim);
    if (const auto *organization = std::get_if<OrganizationId>(&key))
        return plain(static_cast<const Organization *>(nullptr), *organization);
    if (const auto *source = std::get_if<SourceId>(&key))
        return plain(static_cast<const Source *>(nullptr), *source);
    if (const auto *group = std::get_if<GroupId>(&key))
        return plain(static_cast<const OverlapGroup *>(nullptr), *group);
    if (const auto *layer = std::get_if<LayerId>(&key))
        return plain(static_cast<const Layer *>(nullptr), *layer);
    return new DatasetForm(document);
}

} // namespace dealscape::entry
