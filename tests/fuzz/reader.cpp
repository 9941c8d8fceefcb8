// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/reader.h"
#include "io/writer.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace dealscape;

namespace {

[[noreturn]] void stop(const char *what)
{
    std::fprintf(stderr, "%s\n", what);
    std::abort();
}

bool before(const io::Issue &a, const io::Issue &b)
{
    return a.line < b.line || (a.line == b.line && a.column < b.column);
}

} // namespace

/// Any bytes are refused with reasons in the order of the file, or are a dataset that comes back from what is written of it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    const io::ReadResult result = io::readDataset(bytes, "fuzz.json");
    bool refused = false;
    for (std::size_t i = 0; i < result.issues.size(); ++i) {
        const io::Issue &issue = result.issues[i];
        refused = refused || issue.severity == io::Severity::Error;
        if (i > 0 && before(issue, result.issues[i - 1]))
            stop("issues are out of order");
        if (io::describe(issue).find('\x1B') != std::string::npos)
            stop("an issue holds an escape");
    }
    if (refused == result.dataset.has_value())
        stop(refused ? "a dataset with errors" : "no dataset and no error");
    if (!result.dataset)
        return 0;
    const std::string written = io::writeDataset(*result.dataset);
    const io::ReadResult again = io::readDataset(written, "again.json");
    if (!again.dataset || !(*again.dataset == *result.dataset))
        stop("what was written reads back as something else");
    if (io::writeDataset(*again.dataset) != written)
        stop("the same dataset is written in two ways");
    return 0;
}
