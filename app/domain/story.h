// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/arrangement.h"
#include "domain/extras.h"
#include "domain/id.h"
#include "domain/perspective.h"

#include <string>
#include <vector>

namespace dealscape {

/// One step of a story: what to look at and what to say. The frame is a list of ids, not a rectangle,
/// so a scene survives another screen and another layout.
struct Scene {
    std::string name;
    std::string caption;
    std::string notes;
    Perspective perspective;
    /// Organisations and deals kept at full strength while the rest fades; empty lights everything.
    std::vector<std::string> highlighted;
    /// Organisations the camera frames; empty frames the whole picture.
    std::vector<OrganizationId> frame;
    /// Where organisations stand in this scene because of somebody's hand; empty where the file's arrangement holds.
    std::vector<KeptPlace> places;
    /// The chart shown beside the diagram ("partner", "certainty", ...), or empty.
    std::string chart;
    /// The file of an earlier state, relative to the folder of this one: the scene shows what is new, gone and changed since. Or empty.
    std::string compare;
    Extras extras;

    friend bool operator==(const Scene &, const Scene &) = default;
};

struct Story {
    StoryId id;
    std::string title;
    std::vector<Scene> scenes;
    Extras extras;

    friend bool operator==(const Story &, const Story &) = default;
};

} // namespace dealscape
