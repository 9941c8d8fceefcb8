// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/output.h"

namespace dealscape::io {

void Output::unknown()
{
    for (const auto &[key, json] : *m_extras) {
        const bool pointer = key.starts_with('/');
        const std::size_t cut = pointer ? key.rfind('/') : 0;
        if (key.compare(0, cut, m_path) != 0)
            continue;
        m_json.key(pointer ? pointerToken(std::string_view(key).substr(cut + 1)) : key);
        m_json.json(json);
    }
}

} // namespace dealscape::io
