// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "io/issue.h"

#include <string>
#include <string_view>
#include <vector>

namespace dealscape::io {

/// What is wrong with one record, in the words in which reading a file says it.
struct Fault {
    Severity severity = Severity::Error;
    std::string text;
    /// RFC 6901 pointer within the record, such as "/value/paid"; empty for the record as a whole.
    std::string pointer;

    friend bool operator==(const Fault &, const Fault &) = default;
};

/// What reading the dataset would say of a record that took the place of the one with its id, or joined. A draft is judged as a
/// finished deal, so that an error tells that it must stay a draft. Takes the record and what it names, whatever the size of the dataset,
/// but for the other deals of its overlap group, which are sought among all.
std::vector<Fault> faultsOf(const Index &index, const Deal &deal);
std::vector<Fault> faultsOf(const Index &index, const Organization &organization);
std::vector<Fault> faultsOf(const Index &index, const Source &source);
std::vector<Fault> faultsOf(const Index &index, const Claim &claim);
std::vector<Fault> faultsOf(const Index &index, const OverlapGroup &group);
std::vector<Fault> faultsOf(const Index &index, const Layer &layer);
/// Of what is said of the dataset itself, not of its records.
std::vector<Fault> faultsOf(const Index &index, const Dataset &dataset);

/// Whether any is an error.
bool faulty(const std::vector<Fault> &faults);

/// What is wrong with a text that should be a date.
std::string notADate(std::string_view text);

} // namespace dealscape::io
