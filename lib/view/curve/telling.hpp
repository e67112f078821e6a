#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "fabula/story.hpp"
#include "fabula/timetable.hpp"

/// The telling of a story against what happened: pure, without geometry.
namespace fabula::curves {

/// A stretch of the telling that leaves its order.
struct Anachrony {
    enum class Kind { flashback, flash_forward };
    Kind kind = Kind::flashback;
    std::size_t first = 0;  ///< places in the telling
    std::size_t last = 0;
    double reach = 0;              ///< from the moment it leaves to its furthest: time, as Timetable counts it
    std::size_t reach_events = 0;  ///< the same in events told
    double extent = 0;             ///< the time from the first that happens in it to the last
    std::size_t left = 0;          ///< the place in the telling of the event that it is measured from

    friend bool operator==(const Anachrony&, const Anachrony&) = default;
};

/// One event told.
struct Told {
    EventIndex event = 0;
    std::size_t rank = 0;  ///< among those told, by when they happen
    bool in_order = true;  ///< part of the base narrative

    friend bool operator==(const Told&, const Told&) = default;
};

/// The telling: what is told, in that order. The base narrative is the longest selection of it that is in order of time
/// (a longest increasing subsequence; Schensted 1961), of equals the one told first, without the scenes that the story
/// itself calls flashbacks. What is not part of it is earlier than what the base narrative had come to, a flashback
/// (analepsis), or later than what it goes on with, a flash-forward (prolepsis; Genette 1972).
struct Telling {
    std::vector<Told> events;
    std::vector<Anachrony> anachronies;  ///< in the order told
    double non_linearity = 0;            ///< 0 told in order to 1 told backwards: see non_linearity_of
};

/// Cost: O(n log n) in events told.
[[nodiscard]] Telling make_telling(const Story& story, const Timetable& timetable);

/// The sum of the distances of all ranks from their places in the telling, over that of the reversed order (Kim, Bach,
/// Im, Schriber, Gross and Pfister 2017). 0 for fewer than two.
[[nodiscard]] double non_linearity_of(const std::vector<std::size_t>& ranks);

/// Which of the ranks, all different, belong to the longest increasing selection, of equals the one that comes first.
/// Only those that are `eligible` may. Cost: O(n log n).
[[nodiscard]] std::vector<bool> longest_increasing(const std::vector<std::size_t>& ranks,
                                                   const std::vector<bool>& eligible);

}  // namespace fabula::curves
