// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "domain/news.h"

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

} // namespace dealscape
