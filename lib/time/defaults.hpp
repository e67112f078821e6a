#pragma once

#include <optional>

#include "fabula/story.hpp"

#include "time/model.hpp"
#include "time/network.hpp"

namespace fabula::timing {

/// What is taken for granted where nothing says otherwise.
enum class Default { milestones, births, section_ends, event_ends, list_order, flashbacks, deaths };

/// The number under which the bounds of a default are added, and back: nothing for a number of a constraint.
[[nodiscard]] std::size_t number_of(Default kind);
[[nodiscard]] std::optional<Default> default_of(const Bound& bound);

/// Adds to `network`, which holds all that is stated, what is taken for granted where nothing says otherwise; each
/// default that contradicts what is there already, or the rules of the calendar, is left out. In this order: the
/// numbers of milestones, births before appearances, ends of sections, ends of events of whose length nothing is left,
/// the order of the list, appearances before deaths.
///
/// The order of the list: no event is earlier than one above it, also where events between the two stand elsewhere in
/// time. So that the cost stays linear, an event that contradicts the one above it is held against the
/// `most_looked_back` before.
void add_defaults(TemporalNetwork& network, const Model& model, const Story& story);

inline constexpr std::size_t most_looked_back = 32;

}  // namespace fabula::timing
