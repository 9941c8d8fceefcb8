// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/chartground.h"

namespace dealscape::reports {

namespace {

template <class E>
bool admitOnly(std::set<E> &admitted, const QString &key)
{
    const std::string text = key.toStdString();
    for (const auto &entry : vocabulary<E>())
        if (entry.word == text) {
            admitted = {entry.value};
            return true;
        }
    return false;
}

/// A filter admits a deal by its layers and countries when both of its ends pass, so the subject's own is admitted as well.
bool narrow(const Index &index, Perspective &perspective, ChartKind kind, const QString &key, const Organization *subject)
{
    Filter &filter = perspective.filter;
    switch (kind) {
    case ChartKind::Partner: {
        const OrganizationId id(key.toStdString());
        perspective.focus = Focus{id, 1};
        return index.organization(id) != nullptr;
    }
    case ChartKind::Kind:
        return admitOnly(filter.kinds, key);
    case ChartKind::Certainty:
        return admitOnly(filter.certainties, key);
    case ChartKind::Layer:
        filter.layerEnds = Ends::Both;
        if (subject)
            filter.layers = {LayerId(key.toStdString()), subject->layer};
        return subject && index.layer(LayerId(key.toStdString()));
    case ChartKind::Country:
        filter.countryEnds = Ends::Both;
        if (subject)
            filter.countries = {key.toStdString(), subject->country};
        return subject && key.size() == 2;
    case ChartKind::Schedule:
    case ChartKind::Timeline:
    case ChartKind::Plausibility:
    case ChartKind::Reconciliation:
    case ChartKind::Concentration:
        break;
    }
    return false;
}

} // namespace

std::optional<Perspective> narrowed(const Index &index, const Perspective &perspective, const std::optional<OrganizationId> &subject,
                                    const ChartTable &table, int group, int row)
{
    const ChartGroup &from = table.groups[static_cast<std::size_t>(group)];
    Perspective next = perspective;
    const Organization *whose = subject ? index.organization(*subject) : nullptr;
    if (!narrow(index, next, table.kind, from.rows[static_cast<std::size_t>(row)].key, whose))
        return std::nullopt;
    if (const auto *flow = std::get_if<FlowClass>(&from.measure))
        next.filter.families = {familyOf(*flow)};
    return next;
}

} // namespace dealscape::reports
