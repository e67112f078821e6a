#pragma once

#include <cstdint>
#include <string>

/// Stories made up from a seed, the same on every machine.
namespace fabula::testing {

struct StorySize {
    int characters = 6;
    int events = 20;
    int relationships = 4;
};

/// The YAML of a story with dates, several scenes a day, deaths, milestones, states, rumours and uncertain times.
[[nodiscard]] std::string random_story(std::uint64_t seed, const StorySize& size);

}  // namespace fabula::testing
