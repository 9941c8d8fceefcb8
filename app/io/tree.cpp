// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/tree.h"

namespace dealscape::io {

std::string pointerStep(std::string_view token)
{
    std::string step = "/";
    for (char c : token) {
        if (c == '~')
            step += "~0";
        else if (c == '/')
            step += "~1";
        else
            step += c;
    }
    return step;
}

std::string pointerToken(std::string_view escaped)
{
    std::string token;
    for (std::size_t i = 0; i < escaped.size(); ++i) {
        if (escaped[i] == '~' && i + 1 < escaped.size())
            token += escaped[++i] == '1' ? '/' : '~';
        else
            token += escaped[i];
    }
    return token;
}

std::string pointerTo(const Node &node, const Node *ancestor)
{
    if (node.up == 0 || &node == ancestor)
        return {};
    const Node &parent = *(&node - node.up);
    if (parent.kind == Kind::Object)
        return pointerTo(parent, ancestor) + pointerStep(node.key);
    return pointerTo(parent, ancestor) + pointerStep(std::to_string(node.index));
}

} // namespace dealscape::io
