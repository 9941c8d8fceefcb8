// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/output.h"

namespace dealscape::io {

Output::Unknown Output::unknownOf(const Extras &extras)
{
    Unknown unknown;
    for (const auto &extra : extras) {
        const std::string_view key = extra.first;
        unknown[key.substr(0, key.starts_with('/') ? key.rfind('/') : 0)].push_back(&extra);
    }
    return unknown;
}

void Output::unknown()
{
    if (m_unknown.empty())
        return;
    const auto here = m_unknown.find(m_path);
    if (here == m_unknown.end())
        return;
    for (const auto *extra : here->second) {
        const std::string_view key = extra->first;
        m_json.key(key.starts_with('/') ? pointerToken(key.substr(key.rfind('/') + 1)) : std::string(key));
        m_json.json(extra->second);
    }
}

} // namespace dealscape::io
