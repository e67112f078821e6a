// Lines and time by shape alone.
#include <algorithm>
#include <cstdint>
#include <iterator>
#include <numeric>
#include <utility>

#include "solve/storyline/problem.hpp"

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

// What of a problem can be left out at no cost.

namespace {

bool holds(const Lines& sorted, Line line) {
    return std::ranges::binary_search(sorted, line);
}

Step in_order_of_lines(Step step) {
    std::ranges::sort(step.present);
    for (Lines& set : step.sets)
        std::ranges::sort(set);
    return step;
}

/// Whether any order of `other` is one of `step` too, once the lines that are not there are left out.
bool is_like(const Step& step, const Step& other) {
    if (!std::ranges::includes(other.present, step.present)) return false;
    std::vector<Lines> sets{step.present};
    for (const Lines& set : other.sets) {
        sets.emplace_back();
        std::ranges::set_intersection(set, step.present, std::back_inserter(sets.back()));
    }
    std::ranges::sort(sets);
    return std::ranges::all_of(
        step.sets, [&](const Lines& set) { return set.size() < 2 || std::ranges::binary_search(sets, set); });
}

/// Whether the lines in both of two steps are in the one between them.
bool links(const Step& before, const Step& step, const Step& after) {
    return std::ranges::all_of(before.present,
                               [&](Line line) { return !holds(after.present, line) || holds(step.present, line); });
}

}  // namespace

Reduction::Reduction(const Problem& problem)
    : kept_(problem.steps.size()), steps_(problem.steps.size()), reduced_{problem.lines, {}} {
    std::iota(kept_.begin(), kept_.end(), std::size_t{0});
    std::vector<Step> steps;
    std::ranges::transform(problem.steps, std::back_inserter(steps), in_order_of_lines);
    for (bool smaller = true; smaller;) {
        smaller = omit_lines(steps);
        smaller = omit_steps(steps) || smaller;
    }
    for (const std::size_t t : kept_)
        reduced_.steps.push_back(std::move(steps[t]));
}

bool Reduction::omit_lines(std::vector<Step>& steps) {
    const std::size_t before = omissions_.size();
    for (std::size_t i = 0; i < kept_.size(); ++i) {
        Step& step = steps[kept_[i]];
        const auto crosses_nothing = [&](Line line) {
            return (i == 0 || !holds(steps[kept_[i - 1]].present, line)) &&
                   (i + 1 == kept_.size() || !holds(steps[kept_[i + 1]].present, line));
        };
        Lines gone;
        std::ranges::copy_if(step.present, std::back_inserter(gone), crosses_nothing);
        for (const Line line : gone) {
            Omission omission{kept_[i], kept_[i], line, {}, {}};
            for (Lines& set : step.sets) {
                if (!holds(set, line)) continue;
                std::erase(set, line);
                if (omission.beside.empty() || (!set.empty() && set.size() < omission.beside.size()))
                    omission.beside = set;
            }
            std::erase(step.present, line);
            omissions_.push_back(std::move(omission));
        }
    }
    return omissions_.size() > before;
}

bool Reduction::omit_steps(std::vector<Step>& steps) {
    std::vector<std::size_t> left;
    for (std::size_t i = 0; i < kept_.size(); ++i) {
        Step& step = steps[kept_[i]];
        const bool is_first = left.empty();
        const bool is_last = i + 1 == kept_.size();
        const bool may_go = is_first || is_last || links(steps[left.back()], step, steps[kept_[i + 1]]);
        if (may_go && !is_last && is_like(step, steps[kept_[i + 1]])) {
            omissions_.push_back({kept_[i], kept_[i + 1], 0, {}, std::move(step.present)});
        } else if (may_go && !is_first && is_like(step, steps[left.back()])) {
            omissions_.push_back({kept_[i], left.back(), 0, {}, std::move(step.present)});
        } else {
            left.push_back(kept_[i]);
        }
    }
    const bool smaller = left.size() < kept_.size();
    kept_ = std::move(left);
    return smaller;
}

Orders Reduction::lift(const Orders& orders) const {
    Orders lifted(steps_);
    for (std::size_t i = 0; i < kept_.size(); ++i)
        lifted[kept_[i]] = orders[i];
    for (std::size_t i = omissions_.size(); i-- > 0;) {
        const Omission& omission = omissions_[i];
        Lines& order = lifted[omission.step];
        if (omission.like == omission.step) {
            // Right below the last of its set, where no other set can be torn.
            const auto mate =
                std::find_if(order.rbegin(), order.rend(), [&](Line line) { return holds(omission.beside, line); });
            order.insert(mate == order.rend() ? order.end() : mate.base(), omission.line);
        } else {
            std::ranges::copy_if(lifted[omission.like], std::back_inserter(order),
                                 [&](Line line) { return holds(omission.present, line); });
        }
    }
    return lifted;
}

}  // namespace fabula::storyline
