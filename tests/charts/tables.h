// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/reader.h"
#include "reports/chartground.h"
#include "resources/embedded.h"

#include <memory>

namespace dealscape::charts {

inline std::shared_ptr<const Dataset> embedded()
{
    static const auto dataset = std::make_shared<const Dataset>(*io::readDataset(resources::defaultDataset(), "default").dataset);
    return dataset;
}

/// What a chart of the embedded dataset shows, around OpenAI.
inline reports::ChartTable tableOf(reports::ChartKind kind, Lens lens = Lens::Value)
{
    const Index index(*embedded());
    reports::ChartQuestion question;
    question.kind = kind;
    question.lens = lens;
    question.subject = OrganizationId("openai");
    return reports::chartTable(reports::ChartGround(index, embedded()->opening), question);
}

} // namespace dealscape::charts
