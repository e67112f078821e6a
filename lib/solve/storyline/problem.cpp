// Problems and their answers: fault_of, count_crossings.
#include "solve/storyline/problem.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace fabula::storyline {
namespace {

bool is_distinct(const Lines& lines, std::size_t count) {
    std::vector<bool> seen(count, false);
    return std::ranges::all_of(lines, [&](Line line) {
        if (line >= count || seen[line]) return false;
        seen[line] = true;
        return true;
    });
}

bool nest(const Lines& a, const Lines& b) {
    Lines common;
    std::ranges::set_intersection(a, b, std::back_inserter(common));
    return common.empty() || common.size() == std::min(a.size(), b.size());
}

Lines sorted(Lines lines) {
    std::ranges::sort(lines);
    return lines;
}

std::string fault_of(const Step& step, std::size_t lines) {
    if (!is_distinct(step.present, lines)) return "a line stands twice or is none of the problem's";
    const Lines present = sorted(step.present);
    std::vector<Lines> sets;
    for (const Lines& set : step.sets) {
        if (!is_distinct(set, lines)) return "a set names a line twice";
        sets.push_back(sorted(set));
        if (!std::ranges::includes(present, sets.back())) return "a set names a line that is not present";
        for (const Lines& other : sets) {
            if (!nest(other, sets.back())) return "two sets overlap";
        }
    }
    return {};
}

std::string fault_of(const Lines& order, const Step& step, std::size_t lines) {
    if (!is_distinct(order, lines) || sorted(order) != sorted(step.present)) return "the order names other lines";
    std::vector<std::size_t> place(lines, 0);
    for (std::size_t i = 0; i < order.size(); ++i)
        place[order[i]] = i;
    for (const Lines& set : step.sets) {
        const auto [first, last] = std::ranges::minmax(set, {}, [&](Line line) { return place[line]; });
        if (place[last] - place[first] + 1 != set.size()) return "a set is torn apart";
    }
    return {};
}

}  // namespace

std::string fault_of(const Problem& problem) {
    for (std::size_t t = 0; t < problem.steps.size(); ++t) {
        const std::string fault = fault_of(problem.steps[t], problem.lines);
        if (!fault.empty()) return fmt::format("step {}: {}", t, fault);
    }
    return {};
}

std::string fault_of(const Orders& orders, const Problem& problem) {
    if (orders.size() != problem.steps.size()) return "there are more or fewer orders than steps";
    for (std::size_t t = 0; t < orders.size(); ++t) {
        const std::string fault = fault_of(orders[t], problem.steps[t], problem.lines);
        if (!fault.empty()) return fmt::format("step {}: {}", t, fault);
    }
    return {};
}

std::int64_t count_crossings(const Orders& orders, std::size_t lines) {
    constexpr std::size_t absent = SIZE_MAX;
    std::vector<std::size_t> place(lines, absent);
    std::int64_t crossings = 0;
    for (std::size_t t = 0; t + 1 < orders.size(); ++t) {
        for (std::size_t i = 0; i < orders[t + 1].size(); ++i)
            place[orders[t + 1][i]] = i;
        std::vector<std::size_t> row;
        for (const Line line : orders[t]) {
            if (place[line] != absent) row.push_back(place[line]);
        }
        crossings += count_inversions(row, std::vector<std::int64_t>(row.size(), 1));
        for (const Line line : orders[t + 1])
            place[line] = absent;
    }
    return crossings;
}

// One function: count_inversions.

namespace {

struct Item {
    std::size_t value = 0;
    std::int64_t weight = 0;
};

/// Merges the sorted halves [from, middle) and [middle, until) and counts what the right one overtakes.
std::int64_t merge(std::vector<Item>& items, std::vector<Item>& scratch, std::size_t from, std::size_t middle,
                   std::size_t until) {
    std::int64_t left_weight = 0;
    for (std::size_t i = from; i < middle; ++i)
        left_weight += items[i].weight;
    std::int64_t count = 0;
    std::size_t left = from;
    std::size_t right = middle;
    for (std::size_t out = from; out < until; ++out) {
        if (right == until || (left < middle && items[left].value < items[right].value)) {
            left_weight -= items[left].weight;
            scratch[out] = items[left++];
        } else {
            count += left_weight * items[right].weight;
            scratch[out] = items[right++];
        }
    }
    std::copy(scratch.begin() + static_cast<std::ptrdiff_t>(from), scratch.begin() + static_cast<std::ptrdiff_t>(until),
              items.begin() + static_cast<std::ptrdiff_t>(from));
    return count;
}

}  // namespace

std::int64_t count_inversions(const std::vector<std::size_t>& values, const std::vector<std::int64_t>& weights) {
    std::vector<Item> items(values.size());
    for (std::size_t i = 0; i < items.size(); ++i)
        items[i] = {values[i], weights[i]};
    std::vector<Item> scratch(items.size());
    std::int64_t count = 0;
    for (std::size_t run = 1; run < items.size(); run *= 2) {
        for (std::size_t from = 0; from + run < items.size(); from += 2 * run)
            count += merge(items, scratch, from, from + run, std::min(from + 2 * run, items.size()));
    }
    return count;
}

}  // namespace fabula::storyline
