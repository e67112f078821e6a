// One function: make_problem.
#include "view/storyline/problem.hpp"

#include <algorithm>

#include "view/storyline/bands.hpp"

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

}  // namespace fabula::storylines
