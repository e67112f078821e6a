#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

/// The vertical shape of storylines, once the order of the lines is fixed: how high each line stands in each step, so
/// that lines keep their distances and bend as little as can be (Dobler et al. 2025, arXiv 2508.19802, call it wiggle).
/// Lines and steps are not known here: a node is a line in a step, or anything else that has a height, such as a label.
/// Heights grow downwards.
namespace fabula::storyline {

/// height[below] - height[above] >= least. One in each direction, with opposite `least`, binds two nodes rigidly.
struct Separation {
    std::size_t above = 0;
    std::size_t below = 0;
    std::int64_t least = 0;

    friend bool operator==(const Separation&, const Separation&) = default;
};

/// Costs weight * |height[a] - height[b] + offset|, or weight times its square. No weight is negative.
struct Tie {
    std::size_t a = 0;
    std::size_t b = 0;
    std::int64_t weight = 1;
    std::int64_t offset = 0;

    friend bool operator==(const Tie&, const Tie&) = default;
};

struct HeightProgram {
    std::size_t nodes = 0;
    std::vector<Separation> separations;
    std::vector<Tie> ties;

    friend bool operator==(const HeightProgram&, const HeightProgram&) = default;
};

using Heights = std::vector<std::int64_t>;

enum class Wiggle {
    linear,     ///< few bends, some of them high
    quadratic,  ///< many bends, all of them low
};

/// The heights that cost least, or nothing where the separations contradict each other (a cycle of them adds up to more
/// than nothing). In each part of the program that hangs together by separations and ties the least height is 0. The
/// same on every machine.
///
/// Linear heights cost as little as can be. There are often many that do; `straightening_rounds` of looking around
/// among these leave as many ties as they can find without any bend, and never cost more.
///
/// Quadratic heights cost as little as can be among the real numbers, to a millionth, and are then rounded so that
/// every separation holds: no bend is off by more than a unit, so let a unit be small, a hundredth of what can be seen.
/// What no tie holds stands amid what it is separated from.
[[nodiscard]] std::optional<Heights> least_heights(const HeightProgram& program, Wiggle wiggle,
                                                   std::size_t straightening_rounds = 4);

/// How far a tie is from being straight, either way.
[[nodiscard]] std::int64_t bend_of(const Tie& tie, const Heights& heights);

/// What `heights` cost.
[[nodiscard]] std::int64_t wiggle_of(const HeightProgram& program, const Heights& heights, Wiggle wiggle);

/// The ties of some weight that are not straight.
[[nodiscard]] std::size_t count_bends(const HeightProgram& program, const Heights& heights);

/// Whether every separation holds.
[[nodiscard]] bool are_separated(const HeightProgram& program, const Heights& heights);

}  // namespace fabula::storyline
