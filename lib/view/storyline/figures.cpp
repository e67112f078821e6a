// One pass: figures. JSON is written by hand, for a long story's has some megabytes; ids need no escapes.
#include "view/storyline/figures.hpp"

#include <fmt/format.h>

#include "source/number.hpp"

namespace fabula::storylines {
namespace {

void append_id(std::string& json, std::string_view id) {
    if (json.back() != '[') json += ", ";
    json += '"';
    json += id;
    json += '"';
}

void append_ids(std::string& json, const Lines& lines, const Story& story) {
    json += '[';
    for (const Line line : lines)
        append_id(json, story.characters[line].id);
    json += ']';
}

/// Those who share a scene, and each of the others alone.
void append_groups(std::string& json, const StoryStep& step, const Lines& order, const Story& story) {
    std::vector<const SceneInStep*> scene_of(story.characters.size(), nullptr);
    for (const SceneInStep& scene : step.scenes) {
        for (const Line line : scene.members)
            scene_of[line] = &scene;
    }
    json += '[';
    const SceneInStep* before = nullptr;
    for (const Line line : order) {
        const SceneInStep* scene = scene_of[line];
        if (scene != nullptr && scene == before) continue;
        before = scene;
        if (json.back() != '[') json += ", ";
        append_ids(json, scene != nullptr ? scene->members : Lines{line}, story);
    }
    json += ']';
}

void append_step(std::string& json, const StoryStep& step, const Lines& order, const Story& story) {
    json += "    {\"order\": ";
    append_ids(json, order, story);
    json += ", \"groups\": ";
    append_groups(json, step, order, story);
    json += ", \"events\": [";
    for (const SceneInStep& scene : step.scenes)
        append_id(json, story.events[scene.event].id);
    json += fmt::format("], \"time\": [{}, {}]}}", exact_number(step.from), exact_number(step.until));
}

}  // namespace

std::string figures(const Story& story, const std::vector<StoryStep>& steps, const storyline::Ordering& ordering) {
    std::string json = "{\n  \"view\": \"storyline\",\n  \"characters\": [";
    for (const Character& character : story.characters)
        append_id(json, character.id);
    json += "],\n  \"steps\": [\n";
    for (std::size_t t = 0; t < steps.size(); ++t) {
        append_step(json, steps[t], ordering.orders[t], story);
        json += t + 1 < steps.size() ? ",\n" : "\n";
    }
    json += fmt::format("  ],\n  \"crossings\": {},\n  \"lower_bound\": {},\n  \"optimal\": {},\n  \"gap\": {}\n}}",
                        ordering.crossings, ordering.lower_bound, ordering.optimal,
                        ordering.crossings - ordering.lower_bound);
    return json;
}

}  // namespace fabula::storylines
