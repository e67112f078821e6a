// meaningless_phrases: parts of the year and day, and days of the week, where there are none.
#include <fmt/format.h>

#include "time/contradiction.hpp"
#include "time/words.hpp"

namespace fabula::timing {

namespace {

/// What keeps a recurrence from meaning anything; empty where it does.
std::string why_meaningless(const Recurrence& recurrence, const Model& model, const Story& story) {
    if (model.scale.axis() == TimeAxis::clock && !model.scale.counts_days())
        return fmt::format("the clock of this story counts {}s, which have no days and years", story.time().clock);
    const bool season = recurrence.kind == Recurrence::Kind::season;
    if (season && model.scale.axis() == TimeAxis::clock)
        return fmt::format("the clock of this story counts {}s, and nothing says in which year", story.time().clock);
    if (recurrence.kind == Recurrence::Kind::weekday && model.scale.axis() == TimeAxis::clock)
        return fmt::format("the clock of this story counts {}s, which have no names", story.time().clock);
    if (season && !model.calendar.epoch) return fmt::format("the calendar ‘{}’ has no seasons", model.calendar.id);
    return {};
}

}  // namespace

Diagnostics meaningless_phrases(const Model& model, const Story& story) {
    Diagnostics diagnostics;
    StatementIndex last = no_statement;
    for (const Recurrence& recurrence : model.recurrences) {
        if (recurrence.statement == last || recurrence.kind == Recurrence::Kind::dates) continue;
        last = recurrence.statement;
        const std::string why = why_meaningless(recurrence, model, story);
        if (why.empty()) continue;
        const bool clock = model.scale.axis() == TimeAxis::clock;
        const Span& span = model.statements[recurrence.statement].span;
        diagnostics.push_back(make_diagnostic(
            "meaningless-phrase", span,
            fmt::format("{} says nothing here: {}", written(span, story).empty() ? "this" : written(span, story), why),
            clock && model.scale.counts_days() ? "take it out"
            : clock                            ? "take it out, or let the clock count days: time: {clock: day}"
                    : "take it out, or give the calendar an ‘epoch’: seasons are those of the Gregorian year"));
    }
    return sorted(std::move(diagnostics));
}

}  // namespace fabula::timing
