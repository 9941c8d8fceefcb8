// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/earlier.h"

#include "compare/together.h"
#include "io/reader.h"

#include <algorithm>
#include <filesystem>
#include <set>

namespace dealscape::compare {

EarlierStates earlierStates(const Dataset &now, const Story &story, const std::string &file)
{
    const std::filesystem::path folder = std::filesystem::path(file).parent_path();
    EarlierStates states;
    std::set<std::string> asked;
    for (const Scene &scene : story.scenes) {
        if (scene.compare.empty() || !asked.insert(scene.compare).second)
            continue;
        if (file.empty()) {
            states.faults.push_back("\"" + scene.compare + "\" is sought beside the file, which has to be saved first");
            continue;
        }
        const io::ReadResult before = io::readFile((folder / scene.compare).string());
        if (!before.dataset) {
            const auto worst = std::ranges::find(before.issues, io::Severity::Error, &io::Issue::severity);
            states.faults.push_back("\"" + scene.compare + "\" cannot be compared with" +
                                    (worst == before.issues.end() ? std::string() : ": " + worst->text));
            continue;
        }
        Together both = together(*before.dataset, now);
        states.comparisons[scene.compare] = std::make_shared<const Comparison>(Comparison{std::move(both.dataset), std::move(both.news)});
    }
    return states;
}

Comparing comparingBeside(const std::string &file)
{
    return [file](const Dataset &now, const Story &story) { return earlierStates(now, story, file).comparisons; };
}

} // namespace dealscape::compare
