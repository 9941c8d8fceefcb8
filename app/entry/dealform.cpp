// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/dealform.h"

#include "domain/certainty.h"
#include "entry/sourcelist.h"
#include "words/phrases.h"

#include <algorithm>

namespace dealscape::entry {

using document::text;

template <class Record, class Key>
SourcedForm<Record, Key>::SourcedForm(document::Document &document, Key id, QWidget *parent)
    : RecordForm<Record, Key>(document, std::move(id), parent), m_list(new SourceList(document))
{
    // The sources stand behind what is filled in first.
    const std::string_view behind = std::is_same_v<Record, Deal> ? "/value" : "/high";
    for (const Member<Record> &member : membersOf(static_cast<const Record *>(nullptr))) {
        Field *field = this->addField(member);
        if (std::string_view(member.pointer) == "/certainty")
            m_certainty = field;
        if (member.pointer == behind)
            m_sources = this->keepField(new Field(Form::tr("Sources"), QStringLiteral("/sources"), m_list, this));
    }
    document::Document &d = this->m_document;
    QObject::connect(m_list, &SourceList::added, this, [this, &d](const Source &source) {
        if (Record *pending = this->pending()) {
            Source own = source;
            if (!d.snapshot()->index().source(own.id)) {
                own.id = document::freshSource(*d.snapshot(), own);
                document::setRecord(d, own, Form::tr("Add source %1").arg(text(own.publisher)));
            }
            pending->sources.push_back(own.id);
            this->commit(Form::tr("sources"));
            this->reflect();
        } else {
            document::addSource(d, this->id(), source);
        }
    });
    QObject::connect(m_list, &SourceList::dropped, this, [this, &d](const SourceId &source) {
        Record next = *this->current();
        std::erase(next.sources, source);
        if (Record *pending = this->pending())
            *pending = next;
        else if (mayKeep(d.snapshot()->index(), next))
            document::setRecord(d, next, Form::tr("Take a source from %1").arg(document::nameOfRecord(*d.snapshot(), this->id())));
        this->reflect();
    });
    QObject::connect(m_list, &SourceList::wanted, this, [this](const SourceId &source) { Q_EMIT this->recordWanted(source); });
    QObject::connect(m_list, &SourceList::refused, this, [this](const QString &why) { m_sources->setFault(why); });
    this->finishBuilding();
}

template <class Record, class Key>
void SourcedForm<Record, Key>::reflected(const Record &record)
{
    m_list->show(record.sources);
    if constexpr (std::is_same_v<Record, Deal>) {
        const CertaintyRule rule = certaintyBy(record.status, record.overlap.role);
        const QString reason = text(rule.reason);
        m_certainty->setHint(rule.certainty == record.certainty
                                 ? Form::tr("by the rule: %1").arg(reason)
                                 : Form::tr("The rule says %1: %2").arg(words::phrase(rule.certainty).toLower(), reason));
    }
}

template class SourcedForm<Deal, DealId>;
template class SourcedForm<Claim, ClaimId>;

} // namespace dealscape::entry
