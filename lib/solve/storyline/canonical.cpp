// Lines and time by shape alone.
#include "solve/storyline/canonical.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>

namespace fabula::storyline {
namespace {

using Colour = std::uint64_t;

constexpr int rounds = 3;

/// A number that looks like chance, from two (the finalizer of SplitMix64: Steele, Lea and Flood 2014).
Colour mix(Colour a, Colour b) {
    Colour z = a * 0x9e3779b97f4a7c15U + b + 0x632be59bd9b4e019U;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
}

/// Gives each of some lines a share in what they are together, whatever their order.
void share(const Lines& lines, Colour moment, const std::vector<Colour>& colours, std::vector<Colour>& next) {
    Colour sum = lines.size();
    for (const Line line : lines)
        sum += mix(colours[line], 1);
    for (const Line line : lines)
        next[line] += mix(moment, sum);
}

/// What tells the lines apart: when they are there, with whom, and with whom those are.
std::vector<Colour> colours_of(const Problem& problem, bool backwards) {
    std::vector<Colour> colours(problem.lines, 0);
    for (int round = 0; round < rounds; ++round) {
        std::vector<Colour> next(problem.lines, 0);
        for (std::size_t t = 0; t < problem.steps.size(); ++t) {
            const Colour moment = 2 * (backwards ? problem.steps.size() - 1 - t : t);
            share(problem.steps[t].present, moment, colours, next);
            for (const Lines& set : problem.steps[t].sets)
                share(set, moment + 1, colours, next);
        }
        for (Line line = 0; line < problem.lines; ++line)
            colours[line] = mix(colours[line], next[line]);
    }
    return colours;
}

/// What tells one direction of time from the other.
Colour sum_of(const std::vector<Colour>& colours) {
    return std::accumulate(colours.begin(), colours.end(), Colour{0});
}

}  // namespace

Canonical canonical_form(const Problem& problem) {
    std::vector<Colour> colours = colours_of(problem, false);
    std::vector<Colour> mirrored = colours_of(problem, true);
    const bool backwards = sum_of(mirrored) < sum_of(colours);
    if (backwards) colours = std::move(mirrored);
    Canonical canonical{problem, std::vector<Line>(problem.lines), backwards};
    std::iota(canonical.original.begin(), canonical.original.end(), Line{0});
    std::ranges::stable_sort(canonical.original, {}, [&](Line line) { return colours[line]; });
    std::vector<Line> number(problem.lines);
    for (Line line = 0; line < problem.lines; ++line)
        number[canonical.original[line]] = line;
    const auto rename = [&](Lines& lines) {
        for (Line& line : lines)
            line = number[line];
        std::ranges::sort(lines);
    };
    for (Step& step : canonical.problem.steps) {
        rename(step.present);
        std::ranges::for_each(step.sets, rename);
        std::ranges::sort(step.sets);
    }
    if (backwards) std::ranges::reverse(canonical.problem.steps);
    return canonical;
}

Orders original_orders(const Canonical& canonical, Orders orders) {
    for (Lines& order : orders) {
        for (Line& line : order)
            line = canonical.original[line];
    }
    if (canonical.backwards) std::ranges::reverse(orders);
    return orders;
}

}  // namespace fabula::storyline
