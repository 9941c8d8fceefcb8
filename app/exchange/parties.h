// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "exchange/importing.h"

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace dealscape::exchange {

/// The parties of an import while it goes on: those that are open, those of organisation tables, and those that deals name.
class Parties {
public:
    /// Merges go by the names as written.
    Parties(Dataset &dataset, const std::vector<Merge> &merges);

    /// What a file says of a party besides its name.
    struct Mention {
        std::string id;
        std::string country;
        std::string ticker;
        std::string layer;
    };

    /// The organisation by id or name, made when there is none; its position. A name whose country or ticker differs is another
    /// organisation.
    int find(const std::string &name, const Mention &mention = {});
    /// The one with an id of the file, or -1.
    int byId(const std::string &id) const;
    /// Where ids of a file's nodes were taken, or given to others, they lead here.
    void alias(const std::string &id, int position) { m_aliases[id] = position; }

    LayerId layerOf(const std::string &text);
    std::size_t existing() const { return m_existing; }
    std::vector<NamedParty> named() const;
    /// Puts layers that were made into the dataset.
    void finish();

private:
    int make(const std::string &name, const Mention &mention);
    std::string freeId(const std::string &wanted);
    void add(int position);

    Dataset &m_dataset;
    std::size_t m_existing = 0;
    std::unordered_map<std::string, std::string> m_merges;
    std::unordered_map<std::string, int> m_byId;
    std::unordered_map<std::string, int> m_aliases;
    std::unordered_map<std::string, std::vector<int>> m_byName;
    std::unordered_map<std::string, int> m_plain;
    std::unordered_map<std::string, LayerId> m_layers;
    std::unordered_set<std::string> m_identified;
    std::unordered_map<std::string, int> m_suffixes;
};

} // namespace dealscape::exchange
