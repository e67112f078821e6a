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

std::vector<Refusal> meaningless_phrases(const Model& model, const Story& story) {
    std::vector<Refusal> refusals;
    StatementIndex last = no_statement;
    for (const Recurrence& recurrence : model.recurrences) {
        if (recurrence.statement == no_statement || recurrence.statement == last ||
            recurrence.kind == Recurrence::Kind::dates)
            continue;
        last = recurrence.statement;
        const std::string why = why_meaningless(recurrence, model, story);
        if (why.empty()) continue;
        const bool clock = model.scale.axis() == TimeAxis::clock;
        const Span& span = model.statements[recurrence.statement].span;
        refusals.push_back(
            {make_diagnostic("meaningless-phrase", span,
                             fmt::format("{} says nothing here: {}",
                                         written(span, story).empty() ? "this" : written(span, story), why),
                             clock && model.scale.counts_days() ? "take it out"
                             : clock ? "take it out, or let the clock count days: time: {clock: day}"
                                     : "take it out, or give the calendar an ‘epoch’: seasons are those of the "
                                       "Gregorian year"),
             {recurrence.statement}});
    }
    return refusals;
}

// skipped_times: times of day that clocks were put forward over.

namespace {

/// A time of day of a date on a clock; nothing where it names a fixed distance from UTC, or is of other days.
std::optional<std::int64_t> local_time(const CalendarDate& date, const Calendar& calendar) {
    if (!date.minute_of_day || date.zone_minutes || !date.month || !date.day) return std::nullopt;
    const std::int64_t day = day_number(calendar, {date.year, *date.month, *date.day});
    return 60 * (minutes_at(calendar, day) + *date.minute_of_day) + date.second.value_or(0);
}

class SkippedTimes {
public:
    SkippedTimes(const Model& model, const Story& story) : model_(model), story_(story) {}

    [[nodiscard]] std::vector<Refusal> find() && {
        for (EventIndex e = 0; e < story_.events().size(); ++e) {
            look_at(story_.events()[e].when, model_.event_zones[e]);
            look_at(story_.events()[e].until, model_.event_zones[e]);
        }
        return std::move(refusals_);
    }

private:
    void look_at(const std::vector<Phrase>& phrases, const Zone& zone) {
        if (zone.is_fixed()) return;
        for (const Phrase& phrase : phrases) {
            const auto* date = std::get_if<DatePhrase>(&phrase.value);
            if (date == nullptr) continue;
            if (date->from) look_at(*date->from, story_.calendars()[date->calendar], phrase.span, zone);
            if (date->to) look_at(*date->to, story_.calendars()[date->calendar], phrase.span, zone);
        }
    }

    void look_at(const CalendarDate& date, const Calendar& calendar, const Span& span, const Zone& zone) {
        const auto local = local_time(date, calendar);
        if (!local) return;
        const std::int64_t utc = zone.utc(*local);
        const std::int64_t shown = utc + zone.ahead(utc);
        if (shown == *local) return;
        const auto text = [&](std::int64_t time) {
            constexpr std::int64_t day = 86'400;
            return time_of_day_text((time % day + day) % day, calendar);
        };
        const std::int64_t forward = shown - *local;
        refusals_.push_back(
            {make_diagnostic("skipped-time", span,
                             fmt::format("{} never was: clocks there were put forward over {}",
                                         written(span, story_).empty() ? "this" : written(span, story_), text(*local)),
                             fmt::format("write {} or {}", text(*local - forward), text(shown))),
             {}});
    }

    const Model& model_;
    const Story& story_;
    std::vector<Refusal> refusals_;
};

}  // namespace

std::vector<Refusal> skipped_times(const Model& model, const Story& story) {
    return SkippedTimes(model, story).find();
}

}  // namespace fabula::timing
