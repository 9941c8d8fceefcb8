// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "domain/news.h"

#include <functional>
#include <map>
#include <memory>
#include <string>

namespace dealscape {

/// Two states of a dataset in one, and what became of its records.
struct Comparison {
    Dataset both;
    News news;
};

/// What scenes are compared with, by Scene::compare. A scene whose file is not among them is shown by itself.
using Comparisons = std::map<std::string, std::shared_ptr<const Comparison>>;

/// What a scene is compared with; null where it is shown by itself.
inline const Comparison *comparisonOf(const Comparisons &comparisons, const Scene &scene)
{
    const auto found = scene.compare.empty() ? comparisons.end() : comparisons.find(scene.compare);
    return found == comparisons.end() ? nullptr : found->second.get();
}

/// Finds what the scenes of a story are compared with. Reads files; any thread may call it.
using Comparing = std::function<Comparisons(const Dataset &now, const Story &story)>;

} // namespace dealscape
