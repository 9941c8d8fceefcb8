// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/document.h"

#include <memory>
#include <utility>

namespace dealscape::sample {

/// A document of a dataset that was put together in a test.
inline std::unique_ptr<document::Document> opened(Dataset dataset)
{
    auto document = std::make_unique<document::Document>();
    io::ReadResult read;
    read.dataset = std::move(dataset);
    if (!document->adopt(QString(), std::move(read)))
        qFatal("the dataset was not taken");
    return document;
}

} // namespace dealscape::sample
