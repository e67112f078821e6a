#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "fabula/diagnostic.hpp"

#include "time/model.hpp"
#include "time/network.hpp"

/// What a story states about time, as far as it can all be true.
namespace fabula::timing {

/// A statement that is left out, and all that it said.
struct LeftOut {
    StatementIndex statement = no_statement;
    std::vector<Constraint> constraints = {};
    std::vector<CalendarSum> sums = {};
    std::vector<Recurrence> recurrences = {};
    std::string code = {};                       ///< of the finding
    bool allowed = false;                        ///< the story allows it
    std::optional<std::size_t> diagnostic = {};  ///< which of the diagnostics tells of it, if any does
};

/// A model without the statements that cannot be true, its network, and why they cannot.
struct ConsistentModel {
    std::shared_ptr<Model> model;
    TemporalNetwork network;
    std::vector<LeftOut> left_out = {};  ///< in the order of the statements
    Diagnostics diagnostics = {};        ///< in reading order
};

/// Reads all statements of a story and leaves out as few and as weak ones as it can: those that cannot mean anything on
/// its axis, those with lengths beyond what can be counted, and of each contradiction one (see agreement_of). Each is
/// reported with the smallest contradiction in which it takes part, up to some limit. What words mean costs nothing;
/// that an event stands in a section with a time of its own is a statement, though none that can be left out.
[[nodiscard]] ConsistentModel consistent_model(const Story& story);

/// The network of all that is stated in `model`, of which everything can be true, with the limits that the rules of the
/// calendar set.
[[nodiscard]] TemporalNetwork network_of(const Model& model);

/// A finding, and the statements that are left out for it.
struct Refusal {
    Diagnostic why;
    std::vector<StatementIndex> statements;
    bool allowed = false;  ///< the story allows it: it is not told
};

/// Parts of the year and day, and days of the week, that cannot mean anything on the clock or in the calendar of the
/// story.
[[nodiscard]] std::vector<Refusal> meaningless_phrases(const Model& model, const Story& story);

/// Times of day that no clock at their place showed on that day, for it was put forward over them. They count from
/// before that, so that nothing is left out.
[[nodiscard]] std::vector<Refusal> skipped_times(const Model& model, const Story& story);

}  // namespace fabula::timing
