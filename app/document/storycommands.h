// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/document.h"
#include "domain/story.h"

#include <cstdint>
#include <vector>

namespace dealscape::document {

/// Which field of a scene is being typed: keystrokes of one field in a row are one step of undo.
enum class SceneField : std::uint8_t { Name, Caption, Notes, Chart, Compare, View };

/// A scene by position; both count from 0.
struct SceneSpot {
    int story = 0;
    int scene = 0;

    friend bool operator==(const SceneSpot &, const SceneSpot &) = default;
};

/// The present view as a scene: perspective, what is selected as what is highlighted, and the organisations in sight as the frame.
/// `sight` is empty where the camera shows everything.
Scene sceneOf(const Document &document, const std::vector<OrganizationId> &sight);

/// The following each push one command, or nothing where nothing would change. Positions outside do nothing.

/// Adds a story of that title with no scene; returns its position.
int addStory(Document &document, const QString &title);
void renameStory(Document &document, int story, const QString &title);
void removeStory(Document &document, int story);
/// Puts a scene before position `at`; in a document without that story, a story is made for it. Returns where it is.
SceneSpot insertScene(Document &document, SceneSpot at, const Scene &scene);
void removeScene(Document &document, SceneSpot spot);
void duplicateScene(Document &document, SceneSpot spot);
/// Moves a scene so that it stands at position `to` afterwards.
void moveScene(Document &document, SceneSpot spot, int to);
/// Replaces what a field stands for, leaving the rest of the scene alone. View is perspective, highlighted ids, frame and
/// places.
void setScene(Document &document, SceneSpot spot, SceneField field, const Scene &value);

} // namespace dealscape::document
