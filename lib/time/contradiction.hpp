#pragma once

#include "fabula/diagnostic.hpp"

#include "time/model.hpp"
#include "time/network.hpp"
#include "time/smallest_cycle.hpp"

namespace fabula::timing {

/// Adds all that is stated to `network`, which is empty. Statements that contradict others are left out, each whole,
/// and reported: at most twenty, so that independent contradictions are all found in one run. Points of time are tried
/// before distances, each in the order of the file; a statement that stands against several others is tried last, so
/// that where one statement is at fault, one contradiction is reported.
///
/// Each is explained by a smallest set of statements: no fewer of those that were added, together with the one refused,
/// cannot all be true. (Where a statement gives several bounds that are impossible each alone, by one of them.)
/// What words mean costs nothing; that an event stands in a section with a time of its own is a statement.
///
/// Where there are no contradictions, the network also has the limits that the rules of the calendar set.
///
/// Where times add up to more than Ticks can count, that is reported alone and nothing is added.
[[nodiscard]] Diagnostics add_statements(TemporalNetwork& network, const Model& model, const Story& story);

/// Parts of the year and day, and days of the week, that cannot mean anything on the clock or in the calendar of the
/// story.
[[nodiscard]] Diagnostics meaningless_phrases(const Model& model, const Story& story);

/// Times of day that no clock at their place showed on that day, for it was put forward over them.
[[nodiscard]] Diagnostics skipped_times(const Model& model, const Story& story);

/// The statements of the model as claims, and after them for each event that it stands in its section.
[[nodiscard]] ClaimTable claims_in(const Model& model);

}  // namespace fabula::timing
