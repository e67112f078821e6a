// The problem of ordering the lines of a story: its scenes, and its bands. A band is a node of a forest, such as a
// place within a place; each line stands in a node and in all above it.

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>

#include "view/storyline/passes.hpp"

namespace fabula::storylines {

storyline::Problem make_problem(const std::vector<StoryStep>& steps, const Story& story, Bands bands) {
    storyline::Problem problem{story.characters().size(), {}};
    problem.steps.reserve(steps.size());
    std::vector<std::vector<Lines>> sets = band_sets(steps, story, bands);
    for (std::size_t t = 0; t < steps.size(); ++t) {
        storyline::Step step{steps[t].present, {}};
        const auto add = [&](Lines set) {
            if (set.size() < 2) return;
            std::ranges::sort(set);
            step.sets.push_back(std::move(set));
        };
        for (const SceneInStep& scene : steps[t].scenes) {
            add(scene.members);
            if (scene.whole.size() != scene.members.size()) add(scene.whole);
        }
        for (Lines& set : sets[t])
            add(std::move(set));
        std::ranges::sort(step.sets);
        step.sets.erase(std::unique(step.sets.begin(), step.sets.end()), step.sets.end());
        problem.steps.push_back(std::move(step));
    }
    return problem;
}

namespace {

using Node = std::size_t;
constexpr Node outside = SIZE_MAX;

/// The bands, each within another or in none.
struct Forest {
    std::vector<Node> within;

    /// From the root down to `node`; empty if that is `outside`.
    [[nodiscard]] std::vector<Node> path(Node node) const {
        std::vector<Node> path;
        for (; node != outside; node = within[node])
            path.push_back(node);
        std::ranges::reverse(path);
        return path;
    }

    /// The innermost node that holds both.
    [[nodiscard]] Node common(Node a, Node b) const {
        if (a == b) return a;
        const std::vector<Node> one = path(a);
        const std::vector<Node> other = path(b);
        const auto [end, unused] = std::ranges::mismatch(one, other);
        return end == one.begin() ? outside : *(end - 1);
    }
};

Forest forest_of(const Story& story, Bands bands) {
    Forest forest;
    if (bands == Bands::place) {
        for (const fabula::Place& place : story.places())
            forest.within.push_back(place.within.value_or(outside));
    }
    if (bands == Bands::group) forest.within.assign(story.groups().size(), outside);
    if (bands == Bands::family) forest.within.assign(story.characters().size(), outside);
    return forest;
}

/// By character, the first character of its family.
std::vector<Node> families(const Story& story) {
    std::vector<Node> first(story.characters().size());
    std::iota(first.begin(), first.end(), Node{0});
    const auto find = [&](Node c) {
        while (first[c] != c)
            c = first[c] = first[first[c]];
        return c;
    };
    for (const Relationship& relationship : story.relationships()) {
        if (!is_kinship(relationship.kind) || relationship.between.empty()) continue;
        for (const Reference& who : relationship.between) {
            const Node a = find(relationship.between.front().index);
            const Node b = find(who.index);
            first[std::max(a, b)] = std::min(a, b);
        }
    }
    for (Node c = 0; c < first.size(); ++c)
        first[c] = find(c);
    return first;
}

/// By line, the band in which it is before the first step.
std::vector<Node> bands_at_first(const std::vector<StoryStep>& steps, const Story& story, Bands bands) {
    if (bands == Bands::family) return families(story);
    std::vector<Node> first(story.characters().size(), outside);
    if (bands == Bands::group) {
        for (std::size_t c = 0; c < first.size(); ++c) {
            if (const auto& group = story.characters()[c].group) first[c] = group->index;
        }
        return first;
    }
    for (std::size_t t = steps.size(); t-- > 0;) {
        for (const SceneInStep& scene : steps[t].scenes) {
            const auto& place = story.events()[scene.event].place;
            for (const Line line : scene.members) {
                if (place) first[line] = place->index;
            }
        }
    }
    return first;
}

/// The band that all of a scene's lines stand in.
Node band_of(const SceneInStep& scene, const Forest& forest, const std::vector<Node>& now) {
    Node band = now[scene.whole.front()];
    for (const Line line : scene.whole)
        band = forest.common(band, now[line]);
    return band;
}

std::vector<Lines> sets_of(const StoryStep& step, const Forest& forest, std::vector<Node> now) {
    for (const SceneInStep& scene : step.scenes) {
        const Node band = band_of(scene, forest, now);
        for (const Line line : scene.whole)
            now[line] = band;
    }
    std::vector<std::pair<Node, Line>> stands;
    for (const Line line : step.present) {
        for (Node node = now[line]; node != outside; node = forest.within[node])
            stands.emplace_back(node, line);
    }
    std::ranges::sort(stands);
    std::vector<Lines> sets;
    for (std::size_t i = 0; i < stands.size(); ++i) {
        if (i == 0 || stands[i].first != stands[i - 1].first) sets.emplace_back();
        sets.back().push_back(stands[i].second);
    }
    std::erase_if(sets, [](const Lines& set) { return set.size() < 2; });
    return sets;
}

}  // namespace

std::vector<std::vector<Lines>> band_sets(const std::vector<StoryStep>& steps, const Story& story, Bands bands) {
    std::vector<std::vector<Lines>> sets(steps.size());
    if (bands == Bands::none) return sets;
    const Forest forest = forest_of(story, bands);
    std::vector<Node> now = bands_at_first(steps, story, bands);
    for (std::size_t t = 0; t < steps.size(); ++t) {
        if (bands == Bands::place) {
            for (const SceneInStep& scene : steps[t].scenes) {
                const auto& place = story.events()[scene.event].place;
                for (const Line line : scene.members) {
                    if (place) now[line] = place->index;
                }
            }
        }
        sets[t] = sets_of(steps[t], forest, now);
    }
    return sets;
}

bool is_kinship(std::string_view kind) {
    constexpr std::array<std::string_view, 31> words{
        "family",   "kin",    "kinship",  "sibling", "siblings", "brother",     "brothers",  "sister",
        "sisters",  "twin",   "twins",    "parent",  "parents",  "mother",      "father",    "child",
        "children", "son",    "daughter", "married", "marriage", "spouse",      "spouses",   "husband",
        "wife",     "cousin", "cousins",  "uncle",   "aunt",     "grandparent", "grandchild"};
    return std::ranges::find(words, kind) != words.end();
}

}  // namespace fabula::storylines
