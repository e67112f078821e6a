#pragma once

#include <algorithm>
#include <cstdint>
#include <random>

#include "solve/storyline/problem.hpp"

/// Small problems without an author: the same seed, the same problem, on every machine.
namespace fabula::storyline {

inline std::size_t roll(std::mt19937& dice, std::size_t sides) {
    return static_cast<std::size_t>(dice() % sides);
}

inline Lines shuffled(Lines lines, std::mt19937& dice) {
    for (std::size_t i = lines.size(); i > 1; --i)
        std::swap(lines[i - 1], lines[roll(dice, i)]);
    return lines;
}

/// Cuts lines into sets, and each set into smaller ones while `depth` lasts.
inline void cut_into_sets(const Lines& lines, std::size_t depth, std::mt19937& dice, std::vector<Lines>& sets) {
    Lines rest = shuffled(lines, dice);
    while (!rest.empty()) {
        const std::size_t size = std::min(rest.size(), 1 + roll(dice, 3));
        Lines set(rest.end() - static_cast<std::ptrdiff_t>(size), rest.end());
        rest.resize(rest.size() - size);
        if (size == lines.size()) continue;
        if (depth > 1 && size > 2) cut_into_sets(set, depth - 1, dice, sets);
        sets.push_back(std::move(set));
    }
}

/// A problem of at most `lines` lines a step; presence comes and goes, sets nest `depth` deep.
inline Problem random_problem(std::uint32_t seed, std::size_t lines, std::size_t steps, std::size_t depth = 1) {
    std::mt19937 dice(seed);
    Problem problem{lines, {}};
    for (std::size_t t = 0; t < steps; ++t) {
        Step step;
        for (Line line = 0; line < lines; ++line) {
            if (roll(dice, 5) != 0) step.present.push_back(line);
        }
        step.present = shuffled(step.present, dice);
        cut_into_sets(step.present, depth, dice, step.sets);
        problem.steps.push_back(std::move(step));
    }
    return problem;
}

}  // namespace fabula::storyline
