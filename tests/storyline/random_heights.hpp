#pragma once

#include <algorithm>
#include <cstdint>
#include <random>
#include <utility>

#include "random_problem.hpp"
#include "solve/storyline/heights.hpp"

/// Programs without an author: the same seed, the same program, on every machine.
namespace fabula::storyline {

/// A program of a few nodes with whatever separations and ties; it may contradict itself.
inline HeightProgram random_heights(std::uint32_t seed, std::size_t most_nodes) {
    std::mt19937 dice(seed);
    HeightProgram program{1 + roll(dice, most_nodes), {}, {}};
    const auto number = [&](std::size_t most) { return static_cast<std::int64_t>(roll(dice, most + 1)); };
    for (std::size_t count = roll(dice, 2 * program.nodes); count > 0; --count) {
        const auto [above, below] = std::minmax({roll(dice, program.nodes), roll(dice, program.nodes)});
        const std::int64_t least = number(3) - 1;
        switch (roll(dice, 5)) {
            case 0:  // bound
                program.separations.push_back({above, below, least});
                program.separations.push_back({below, above, -least});
                break;
            case 1:  // a label in a gap: no nearer than one, no farther than three
                program.separations.push_back({above, below, 1});
                program.separations.push_back({below, above, -3});
                break;
            default:
                program.separations.push_back({above, below, least});
        }
    }
    for (std::size_t count = roll(dice, 2 * program.nodes + 1); count > 0; --count)
        program.ties.push_back({roll(dice, program.nodes), roll(dice, program.nodes), number(3), number(4) / 3});
    return program;
}

/// What a storyline poses: `lines` through `steps`, each there for a while (or all the time), in an order in which a
/// few neighbours change places from step to step. Some stand with the one above in a rigid set, for a while.
inline HeightProgram random_storyline(std::uint32_t seed, std::size_t lines, std::size_t steps, bool all_the_time) {
    constexpr std::int64_t near = 12;
    constexpr std::int64_t apart = 20;
    constexpr std::size_t nowhere = SIZE_MAX;
    std::mt19937 dice(seed);
    Lines order;
    std::vector<std::size_t> first(lines, 0), end(lines, steps), node_before(lines, nowhere);
    std::vector<bool> bound(lines, false);
    for (Line line = 0; line < lines; ++line) {
        order.push_back(line);
        if (all_the_time) continue;
        first[line] = roll(dice, steps);
        end[line] = first[line] + 1 + roll(dice, steps);
    }
    HeightProgram program;
    for (std::size_t step = 0; step < steps; ++step) {
        for (int swap = 0; swap < 3; ++swap) {
            const std::size_t place = roll(dice, lines - 1);
            std::swap(order[place], order[place + 1]);
        }
        for (Line line = 0; line < lines; ++line) {
            if (roll(dice, 10) == 0) bound[line] = roll(dice, 2) == 0;
        }
        std::size_t above = nowhere;
        for (const Line line : order) {
            if (step < first[line] || step >= end[line]) continue;
            const std::size_t node = program.nodes++;
            if (above != nowhere) program.separations.push_back({above, node, bound[line] ? near : apart});
            if (above != nowhere && bound[line]) program.separations.push_back({node, above, -near});
            if (node_before[line] != nowhere) program.ties.push_back({node_before[line], node});
            node_before[line] = above = node;
        }
    }
    return program;
}

}  // namespace fabula::storyline
