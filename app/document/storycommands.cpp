// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/storycommands.h"

#include "document/lookup.h"
#include "words/phrases.h"

#include <algorithm>
#include <utility>

namespace dealscape::document {

namespace {

using words::tr;

bool isThere(const Document &document, int story)
{
    return story >= 0 && story < static_cast<int>(document.dataset().stories.size());
}

bool isThere(const Document &document, SceneSpot spot)
{
    return isThere(document, spot.story) && spot.scene >= 0 &&
        spot.scene < static_cast<int>(document.dataset().stories[static_cast<std::size_t>(spot.story)].scenes.size());
}

Story &storyAt(std::vector<Story> &stories, int story)
{
    return stories[static_cast<std::size_t>(story)];
}

void push(Document &document, std::vector<Story> after, const QString &text, const std::string &key = {})
{
    Dataset next = document.dataset();
    next.stories = std::move(after);
    document.edit(text, next, key);
}

/// An id that no story has: "story-1", "story-2", ...
StoryId freshId(const std::vector<Story> &stories)
{
    for (std::size_t number = stories.size() + 1;; ++number) {
        StoryId id("story-" + std::to_string(number));
        if (std::ranges::find(stories, id, &Story::id) == stories.end())
            return id;
    }
}

/// Deals that the selection stands for.
struct Chosen {
    const Document &document;

    std::vector<std::string> operator()(std::monostate) const { return {}; }
    std::vector<std::string> operator()(const DealId &id) const { return {id.text()}; }
    std::vector<std::string> operator()(const EdgeKey &key) const { return idsOf(dealsOf(*document.snapshot(), key)); }
    std::vector<std::string> operator()(const OrganizationId &id) const
    {
        std::vector<std::string> ids = idsOf(dealsOf(*document.snapshot(), id));
        ids.push_back(id.text());
        return ids;
    }

    std::vector<std::string> idsOf(const std::vector<int> &deals) const
    {
        std::vector<std::string> ids;
        for (const int deal : deals)
            ids.push_back(document.dataset().deals[static_cast<std::size_t>(deal)].id.text());
        return ids;
    }
};

} // namespace

Scene sceneOf(const Document &document, const std::vector<OrganizationId> &sight)
{
    Scene scene;
    scene.perspective = document.perspective();
    scene.highlighted = std::visit(Chosen{document}, document.selection());
    scene.frame = sight;
    scene.places = inOrder(document.arrangement(scene.perspective.layout));
    return scene;
}

int addStory(Document &document, const QString &title)
{
    std::vector<Story> stories = document.dataset().stories;
    Story story;
    story.id = freshId(stories);
    story.title = title.toStdString();
    stories.push_back(std::move(story));
    push(document, stories, tr("New story"));
    return static_cast<int>(stories.size()) - 1;
}

void renameStory(Document &document, int story, const QString &title)
{
    if (!isThere(document, story))
        return;
    std::vector<Story> stories = document.dataset().stories;
    storyAt(stories, story).title = title.toStdString();
    push(document, std::move(stories), tr("Rename story"));
}

void removeStory(Document &document, int story)
{
    if (!isThere(document, story))
        return;
    std::vector<Story> stories = document.dataset().stories;
    stories.erase(stories.begin() + story);
    push(document, std::move(stories), tr("Delete story"));
}

SceneSpot insertScene(Document &document, SceneSpot at, const Scene &scene)
{
    std::vector<Story> stories = document.dataset().stories;
    if (!isThere(document, at.story)) {
        Story story;
        story.id = freshId(stories);
        story.title = tr("Story").toStdString() + ' ' + std::to_string(stories.size() + 1);
        at = {static_cast<int>(stories.size()), 0};
        stories.push_back(std::move(story));
    }
    std::vector<Scene> &scenes = storyAt(stories, at.story).scenes;
    at.scene = std::clamp(at.scene, 0, static_cast<int>(scenes.size()));
    scenes.insert(scenes.begin() + at.scene, scene);
    push(document, std::move(stories), tr("Capture scene"));
    return at;
}

void removeScene(Document &document, SceneSpot spot)
{
    if (!isThere(document, spot))
        return;
    std::vector<Story> stories = document.dataset().stories;
    std::vector<Scene> &scenes = storyAt(stories, spot.story).scenes;
    scenes.erase(scenes.begin() + spot.scene);
    push(document, std::move(stories), tr("Delete scene"));
}

void duplicateScene(Document &document, SceneSpot spot)
{
    if (!isThere(document, spot))
        return;
    std::vector<Story> stories = document.dataset().stories;
    std::vector<Scene> &scenes = storyAt(stories, spot.story).scenes;
    const Scene copy = scenes[static_cast<std::size_t>(spot.scene)];
    scenes.insert(scenes.begin() + spot.scene + 1, copy);
    push(document, std::move(stories), tr("Duplicate scene"));
}

void moveScene(Document &document, SceneSpot spot, int to)
{
    if (!isThere(document, spot) || !isThere(document, SceneSpot{spot.story, to}))
        return;
    std::vector<Story> stories = document.dataset().stories;
    std::vector<Scene> &scenes = storyAt(stories, spot.story).scenes;
    const auto from = scenes.begin() + spot.scene;
    const auto there = scenes.begin() + to;
    if (spot.scene < to)
        std::rotate(from, from + 1, there + 1);
    else
        std::rotate(there, from, from + 1);
    push(document, std::move(stories), tr("Move scene"));
}

void setScene(Document &document, SceneSpot spot, SceneField field, const Scene &value)
{
    if (!isThere(document, spot))
        return;
    std::vector<Story> stories = document.dataset().stories;
    Scene &scene = storyAt(stories, spot.story).scenes[static_cast<std::size_t>(spot.scene)];
    const std::string key =
        "scene/" + std::to_string(spot.story) + '/' + std::to_string(spot.scene) + '/' + std::to_string(static_cast<int>(field));
    switch (field) {
    case SceneField::Name:
        scene.name = value.name;
        return push(document, std::move(stories), tr("Rename scene"), key);
    case SceneField::Caption:
        scene.caption = value.caption;
        return push(document, std::move(stories), tr("Edit caption"), key);
    case SceneField::Notes:
        scene.notes = value.notes;
        return push(document, std::move(stories), tr("Edit notes"), key);
    case SceneField::Chart:
        scene.chart = value.chart;
        return push(document, std::move(stories), tr("Choose chart"));
    case SceneField::Compare:
        scene.compare = value.compare;
        return push(document, std::move(stories), tr("Choose what the scene is compared with"));
    case SceneField::View:
        scene.perspective = value.perspective;
        scene.highlighted = value.highlighted;
        scene.frame = value.frame;
        scene.places = value.places;
        return push(document, std::move(stories), tr("Update scene from the view"));
    }
}

} // namespace dealscape::document
