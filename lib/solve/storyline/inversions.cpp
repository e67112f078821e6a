// One function: count_inversions.
#include "solve/storyline/inversions.hpp"

#include <algorithm>
#include <utility>

namespace fabula::storyline {
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
