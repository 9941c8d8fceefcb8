// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/members.h"

#include "io/writer.h"

namespace dealscape::compare {

Json membersOf(const Dataset &dataset)
{
    return Json::parse(io::writeDataset(dataset));
}

const Json &listOf(const Json &dataset, std::string_view list)
{
    static const Json none = Json::array();
    const auto found = dataset.find(std::string(list));
    return found == dataset.end() ? none : *found;
}

std::unordered_map<std::string, const Json *> byId(const Json &dataset, std::string_view list)
{
    std::unordered_map<std::string, const Json *> records;
    for (const Json &record : listOf(dataset, list))
        records.emplace(idOf(record), &record);
    return records;
}

std::string idOf(const Json &record)
{
    return record.at("id").get<std::string>();
}

std::string shown(const Json *value)
{
    if (!value)
        return {};
    return value->is_string() ? value->get<std::string>() : value->dump();
}

} // namespace dealscape::compare
