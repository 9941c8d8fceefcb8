// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/cells.h"

#include "document/wording.h"
#include "entry/field.h"
#include "entry/members.h"
#include "entry/recordform.h"
#include "io/faults.h"
#include "models/recordtable.h"
#include "panels/parts.h"
#include "panels/tablespanel.h"
#include "style/text.h"
#include "words/numbers.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QTableView>

#include <algorithm>
#include <functional>

namespace dealscape::entry {

using document::RecordKey;
using document::text;

namespace {

/// Records as they would be with the text in the member, and what is wrong with them.
template <class Record>
struct Trial {
    std::vector<Record> records;
    CellOutcome outcome;
};

template <class Record, class Key>
Trial<Record> tried(const document::Document &document, const std::vector<RecordKey> &keys, const QString &pointer, const QString &typed)
{
    const document::Snapshot &snapshot = *document.snapshot();
    Trial<Record> trial;
    const Member<Record> *member = memberAt<Record>(pointer.toStdString());
    for (const RecordKey &key : keys) {
        const auto *id = std::get_if<Key>(&key);
        const Record *before = id ? recordOf(snapshot, *id) : nullptr;
        if (!member || !before)
            return {{}, {QString(), false}};
        Record record = *before;
        if (const QString fault = putText(*member, snapshot, record, typed); !fault.isEmpty())
            return {{}, {fault, false}};
        settle(record, *before);
        const std::vector<io::Fault> faults = io::faultsOf(snapshot.index(), record);
        const auto worst = std::ranges::find(faults, io::Severity::Error, &io::Fault::severity);
        if (worst != faults.end())
            trial.outcome.fault = text(worst->text);
        if (!mayKeep(snapshot.index(), record))
            return {{}, {trial.outcome.fault, false}};
        trial.records.push_back(std::move(record));
    }
    trial.outcome.taken = !trial.records.empty();
    return trial;
}

/// Calls run with the type of record that a key names.
template <class Run>
auto ofKind(const RecordKey &key, Run run)
{
    if (std::holds_alternative<OrganizationId>(key))
        return run(static_cast<const Organization *>(nullptr), OrganizationId());
    if (std::holds_alternative<SourceId>(key))
        return run(static_cast<const Source *>(nullptr), SourceId());
    if (std::holds_alternative<ClaimId>(key))
        return run(static_cast<const Claim *>(nullptr), ClaimId());
    return run(static_cast<const Deal *>(nullptr), DealId());
}

/// A line in a cell that tells under it what is wrong with its text.
class CellLine : public QLineEdit {
public:
    CellLine(QWidget *parent, std::function<CellOutcome(const QString &)> check)
        : QLineEdit(parent), m_check(std::move(check)), m_label(panels::label({}, style::FontRole::Small, panels::Tone::Text, parent))
    {
        setFrame(false);
        m_label->setAutoFillBackground(true);
        m_label->setBackgroundRole(QPalette::ToolTipBase);
        m_label->setMargin(3);
        m_label->hide();
        connect(this, &QLineEdit::textEdited, this, [this] { tell(); });
    }
    ~CellLine() override { delete m_label; }

    bool refused() const { return m_refused; }
    QString fault() const { return m_label->text(); }

protected:
    void moveEvent(QMoveEvent *event) override
    {
        QLineEdit::moveEvent(event);
        place();
    }

private:
    void tell()
    {
        const CellOutcome outcome = m_check(text());
        m_refused = !outcome.taken;
        QPalette palette = m_label->palette();
        palette.setColor(m_label->foregroundRole(), faultColour(*this, m_refused ? io::Severity::Error : io::Severity::Warning));
        m_label->setPalette(palette);
        m_label->setText(outcome.fault.isEmpty() || m_refused ? outcome.fault : CellDelegate::tr("A draft then: %1").arg(outcome.fault));
        m_label->setVisible(!outcome.fault.isEmpty());
        setAccessibleDescription(m_label->text());
        place();
    }
    void place()
    {
        constexpr int widest = 360;
        const QWidget &ground = *parentWidget();
        m_label->setFixedWidth(std::min(widest, ground.width()));
        m_label->adjustSize();
        const int below = geometry().bottom() + 1;
        const bool fits = below + m_label->height() <= ground.height();
        m_label->move(std::clamp(x(), 0, std::max(0, ground.width() - m_label->width())), fits ? below : y() - m_label->height());
        m_label->raise();
    }

    std::function<CellOutcome(const QString &)> m_check;
    QPointer<QLabel> m_label;
    bool m_refused = false;
};

} // namespace

CellOutcome checkCells(const document::Document &document, const std::vector<RecordKey> &keys, const QString &member, const QString &typed)
{
    if (keys.empty())
        return {};
    return ofKind(keys.front(),
                  [&]<class Record, class Key>(const Record *, Key) { return tried<Record, Key>(document, keys, member, typed).outcome; });
}

CellOutcome putCells(document::Document &document, const std::vector<RecordKey> &keys, const QString &member, const QString &typed)
{
    if (keys.empty())
        return {};
    return ofKind(keys.front(), [&]<class Record, class Key>(const Record *, Key) {
        auto trial = tried<Record, Key>(document, keys, member, typed);
        if (!trial.outcome.taken)
            return trial.outcome;
        const QString what = memberAt<Record>(member.toStdString())->name.toLower();
        const QString whose = keys.size() == 1
            ? document::nameOfRecord(*document.snapshot(), keys.front())
            : words::counted(static_cast<int>(keys.size()), CellDelegate::tr("record"), CellDelegate::tr("records"));
        document::setRecords(document, std::move(trial.records), CellDelegate::tr("Edit %1 of %2").arg(what, whose));
        return trial.outcome;
    });
}

QStringList cellOptions(const document::Document &document, const RecordKey &key, const QString &pointer)
{
    const document::Snapshot &snapshot = *document.snapshot();
    return ofKind(key, [&]<class Record, class Key>(const Record *, Key) {
        const Member<Record> *member = memberAt<Record>(pointer.toStdString());
        const Record *record = recordOf(snapshot, std::get<Key>(key));
        return member && record && member->options ? member->options(snapshot, *record) : QStringList();
    });
}

QString cellText(const document::Document &document, const RecordKey &key, const QString &pointer)
{
    const document::Snapshot &snapshot = *document.snapshot();
    return ofKind(key, [&]<class Record, class Key>(const Record *, Key) {
        const Member<Record> *member = memberAt<Record>(pointer.toStdString());
        const Record *record = recordOf(snapshot, std::get<Key>(key));
        return member && record ? shownText(*member, snapshot, *record) : QString();
    });
}

CellDelegate::CellDelegate(document::Document &document, panels::RecordView &view)
    : QStyledItemDelegate(&view), m_document(document), m_view(view)
{
    view.table().setItemDelegate(this);
}

std::vector<RecordKey> CellDelegate::keysFor(const QModelIndex &index) const
{
    const auto own = index.data(models::RecordTable::KeyRole).value<RecordKey>();
    std::vector<RecordKey> keys = m_view.chosenRecords();
    return std::ranges::find(keys, own) == keys.end() ? std::vector{own} : keys;
}

QWidget *CellDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QString member = index.data(models::RecordTable::MemberRole).toString();
    const QVariant key = index.data(models::RecordTable::KeyRole);
    if (member.isEmpty() || !key.isValid())
        return nullptr;
    const QString name = index.model()->headerData(index.column(), Qt::Horizontal).toString();
    if (const QStringList options = cellOptions(m_document, key.value<RecordKey>(), member); !options.isEmpty()) {
        auto *box = new QComboBox(parent);
        box->addItems(options);
        box->setAccessibleName(name);
        auto *self = const_cast<CellDelegate *>(this);
        connect(box, &QComboBox::activated, self, [self, box] {
            Q_EMIT self->commitData(box);
            Q_EMIT self->closeEditor(box);
        });
        return box;
    }
    auto *line = new CellLine(
        parent, [this, member, keys = keysFor(index)](const QString &typed) { return checkCells(m_document, keys, member, typed); });
    line->setAccessibleName(name);
    return line;
}

void CellDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const QString shown = cellText(m_document, index.data(models::RecordTable::KeyRole).value<RecordKey>(),
                                   index.data(models::RecordTable::MemberRole).toString());
    if (auto *box = qobject_cast<QComboBox *>(editor)) {
        box->setCurrentIndex(box->findText(shown));
    } else if (auto *line = qobject_cast<QLineEdit *>(editor); line && !line->isModified()) {
        line->setText(shown);
        line->selectAll();
    }
}

void CellDelegate::setModelData(QWidget *editor, QAbstractItemModel *, const QModelIndex &index) const
{
    const auto *line = qobject_cast<QLineEdit *>(editor);
    const auto *box = qobject_cast<QComboBox *>(editor);
    if (line && !line->isModified())
        return;
    const QString typed = line ? line->text() : box ? box->currentText() : QString();
    const QString member = index.data(models::RecordTable::MemberRole).toString();
    // The rows are made anew by the change, which the editor must not live to see.
    QMetaObject::invokeMethod(
        const_cast<CellDelegate *>(this), [this, keys = keysFor(index), member, typed] { put(keys, member, typed); }, Qt::QueuedConnection);
}

void CellDelegate::put(const std::vector<RecordKey> &keys, const QString &member, const QString &typed) const
{
    const CellOutcome outcome = putCells(m_document, keys, member, typed);
    auto *self = const_cast<CellDelegate *>(this);
    if (!outcome.taken)
        Q_EMIT self->told(tr("Nothing was changed: %1").arg(outcome.fault));
    else if (!outcome.fault.isEmpty())
        Q_EMIT self->told(tr("A draft now, not counted: %1").arg(outcome.fault));
    else if (keys.size() > 1)
        Q_EMIT self->told(m_document.undoStack().undoText());
}

void CellDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    constexpr int least = 160;
    QRect place = option.rect;
    place.setWidth(std::max(place.width(), least));
    editor->setGeometry(place);
}

bool CellDelegate::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const auto *line = dynamic_cast<const CellLine *>(watched);
        if (line && line->refused() && (key == Qt::Key_Return || key == Qt::Key_Enter))
            return true;
    }
    return QStyledItemDelegate::eventFilter(watched, event);
}

} // namespace dealscape::entry

#include "moc_cells.cpp"
