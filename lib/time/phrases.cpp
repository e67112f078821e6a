// state: what each phrase of the story file means as bounds between moments.
#include "time/phrases.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "time/calendar.hpp"

namespace fabula::timing {

namespace {

/// How firmly each sort of phrase stands.
struct Firmness {
    Strength operator()(const DatePhrase& date) const {
        const auto is_rough = [](const std::optional<CalendarDate>& day) {
            return day && (day->uncertain || day->approximate || day->year_doubt != Doubt() ||
                           day->month_doubt != Doubt() || day->day_doubt != Doubt());
        };
        return is_rough(date.from) || is_rough(date.to) ? Strength::about : Strength::date;
    }
    Strength operator()(const AgePhrase& age) const { return age.about ? Strength::about : Strength::age; }
    Strength operator()(const RelativePhrase& relative) const {
        const bool together = relative.relation == RelativePhrase::Relation::with;
        if (!relative.distance) return together ? Strength::distance : Strength::order;
        return relative.distance->about ? Strength::about : Strength::distance;
    }
    Strength operator()(const BetweenPhrase&) const { return Strength::order; }
    Strength operator()(const ClockPhrase&) const { return Strength::date; }
    Strength operator()(const PartPhrase&) const { return Strength::part; }
    Strength operator()(const TimeOfDayPhrase&) const { return Strength::part; }
    Strength operator()(const WeekdayPhrase&) const { return Strength::part; }
    Strength operator()(const DayPhrase&) const { return Strength::distance; }
    Strength operator()(const SameAgePhrase&) const { return Strength::age; }
};

/// Says one phrase of one subject.
class PhraseMeaning {
public:
    PhraseMeaning(Model& model, const Story& story, const Subject& subject, const Phrase& phrase)
        : model_(model),
          story_(story),
          subject_(subject),
          number_(static_cast<StatementIndex>(model.statements.size())) {
        model_.statements.push_back({.span = phrase.span,
                                     .subject = subject.when,
                                     .strength = std::visit(Firmness(), phrase.value),
                                     .said = subject,
                                     .phrase = &phrase});
    }

    void operator()(const DatePhrase& date) const;
    void operator()(const AgePhrase& age) const;
    void operator()(const RelativePhrase& relative) const;
    void operator()(const BetweenPhrase& between) const;
    void operator()(const ClockPhrase& clock) const;
    void operator()(const PartPhrase& part) const;
    void operator()(const TimeOfDayPhrase& time) const;
    void operator()(const WeekdayPhrase& day) const;
    void operator()(const DayPhrase& day) const;
    void operator()(const SameAgePhrase& same) const;

private:
    using Window = Recurrence::Window;

    void bound(Variable from, Variable to, Ticks low, Ticks high) const {
        model_.constraints.push_back({from, to, low, high, number_});
    }
    void prefer(Preference::Rank rank, Variable from, Variable to, Ticks low, Ticks high) const {
        model_.preferences.push_back({rank, from, to, low, high, number_});
    }
    void after(Variable anchor, Variable moment) const { bound(anchor, moment, instant, never); }
    void within(Variable origin, Ticks low, Ticks high) const;
    void at_distance(Variable from, Variable to, const Duration& distance, bool follows) const;
    void during(const Stretch& anchor, Anchor::Kind kind) const;
    void with(const Stretch& anchor, Anchor::Kind kind) const;
    [[nodiscard]] bool has_extent() const { return subject_.when.start != subject_.when.end; }
    void recur(Recurrence recurrence) const;
    void add_sum(CalendarSum sum) const;
    /// Whether what comes again with days and years can be counted on the axis.
    [[nodiscard]] bool has_days() const {
        return model_.scale.axis() == TimeAxis::calendar || model_.scale.counts_days();
    }
    [[nodiscard]] bool has_dates() const { return model_.scale.axis() == TimeAxis::calendar; }
    [[nodiscard]] Window window(const CalendarDate& date, std::size_t calendar, bool with_tolerance) const;

    Model& model_;
    const Story& story_;
    const Subject& subject_;
    StatementIndex number_;
};

/// All that a date allows. A night is part of the day that it begins on, and a winter of the year.
PhraseMeaning::Window PhraseMeaning::window(const CalendarDate& date, std::size_t calendar, bool with_tolerance) const {
    const Calendar& days = story_.calendars()[calendar];
    Seconds seconds = with_tolerance ? widened(date, days, subject_.zone) : seconds_of(date, days, subject_.zone);
    if (subject_.night && !date.minute_of_day) {
        const std::int64_t late = end_of_night(60 * minutes_in_day(days));
        seconds = {seconds.first + late, seconds.last + late};
        model_.statements[number_].night = true;
    }
    if (subject_.winter && !date.month && !date.season && days.standard) {
        const std::int64_t year = day_of(days, shown_at(seconds.last, days).day).year;
        const std::int64_t first_of_march = day_number(days, {year + 1, 3, 1});
        seconds.last = seconds_of_days(first_of_march - 1, first_of_march - 1, days, subject_.zone).last;
    }
    const Ticks last = date.minute_of_day && seconds.first == seconds.last
                           ? model_.scale.from_seconds(seconds.last)
                           : model_.scale.from_seconds(seconds.last + 1) - model_.scale.grain();
    return {model_.scale.from_seconds(seconds.first), last};
}

void PhraseMeaning::recur(Recurrence recurrence) const {
    recurrence.moment = subject_.when.start;
    if (recurrence.calendar == nullptr) recurrence.calendar = &story_.calendars()[story_.time().calendar];
    if (model_.scale.counts_days()) recurrence.calendar = &gregorian();
    recurrence.zone = model_.scale.counts_days() ? Zone() : subject_.zone;
    recurrence.statement = number_;
    model_.recurrences.push_back(recurrence);
    if (subject_.kind != Subject::Kind::section) return;
    recurrence.moment = subject_.when.end;
    model_.recurrences.push_back(recurrence);
    for (const EventIndex event : story_.sections()[model_.moments[subject_.when.start].index].events) {
        recurrence.moment = model_.events[event].start;
        model_.recurrences.push_back(recurrence);
    }
}

void PhraseMeaning::add_sum(CalendarSum sum) const {
    if (sum.calendar == nullptr) sum.calendar = &story_.calendars()[story_.time().calendar];
    if (model_.scale.counts_days()) sum.calendar = &gregorian();
    sum.zone = model_.scale.counts_days() ? Zone() : subject_.zone;
    sum.statement = number_;
    model_.sums.push_back(sum);
}

/// low <= subject - origin <= high: the start of an event, the whole of a section.
void PhraseMeaning::within(Variable origin, Ticks low, Ticks high) const {
    if (subject_.kind != Subject::Kind::section) return bound(origin, subject_.when.start, low, high);
    bound(origin, subject_.when.start, low, never);
    bound(origin, subject_.when.end, -never, high);
}

void PhraseMeaning::operator()(const DatePhrase& date) const {
    if (!model_.dates) return;
    using Relation = DatePhrase::Relation;
    const Variable origin = *model_.dates;
    const auto& end = date.interval || !date.one_of.empty() ? date.to : date.from;
    constexpr Window open{-never, never};
    const Window from = date.from ? window(*date.from, date.calendar, true) : open;
    const Window to = end ? window(*end, date.calendar, true) : open;
    const Ticks grain = model_.scale.grain();
    const Ticks low = date.from && date.relation == Relation::after ? from.last + grain : from.first;
    const Ticks high = end && date.relation == Relation::before ? to.first - grain : to.last;
    const bool stretch = date.interval && date.relation == Relation::plain && has_extent();
    if (stretch && subject_.kind == Subject::Kind::event) {
        if (date.from) bound(origin, subject_.when.start, low, from.last);
        if (end) bound(origin, subject_.when.end, date.from ? to.first : -never, high);
    } else if (stretch && subject_.kind == Subject::Kind::section && date.from && !end) {
        bound(origin, subject_.when.start, low, from.last);
    } else {
        within(origin, low, high);
        if (date.relation == Relation::between && has_extent()) bound(origin, subject_.when.end, -never, high);
    }
    if (!date.one_of.empty()) {
        Recurrence dates{.kind = Recurrence::Kind::dates};
        for (const CalendarDate& one : date.one_of) {
            const Window each = window(one, date.calendar, true);
            dates.dates.push_back({each.first, each.last});
        }
        if (has_dates()) recur(std::move(dates));
    }
    const bool plain = date.relation == Relation::plain || date.relation == Relation::between;
    const Ticks best_low = date.from && plain ? window(*date.from, date.calendar, false).first : low;
    Ticks best_high = end && plain ? window(*end, date.calendar, false).last : high;
    // A night is told by the date of its evening.
    if (subject_.night && date.from && !date.interval && date.from->day && !date.from->minute_of_day) {
        const Calendar& days = story_.calendars()[date.calendar];
        best_high = std::min(best_high, model_.scale.from_seconds(seconds_of(*date.from, days, subject_.zone).last));
    }
    if (subject_.kind == Subject::Kind::section) {
        if (date.from) prefer(Preference::Rank::section, origin, subject_.when.start, best_low, best_low);
        if (end) prefer(Preference::Rank::section, origin, subject_.when.end, best_high, best_high);
    } else if (!(date.from && end && date.interval) && (best_low != low || best_high != high)) {
        prefer(Preference::Rank::value, origin, subject_.when.start, best_low, best_high);
    }
}

void PhraseMeaning::operator()(const AgePhrase& age) const {
    const auto ticks = age_ticks(age, model_.scale, story_.time().tolerance);
    if (!ticks) return;
    const Variable birth = model_.births[age.of.index];
    const Ticks grain = model_.scale.grain();
    const bool exact = ticks->by_calendar && has_dates();
    const auto before = model_.constraints.size();
    within(birth, ticks->low - ticks->slack, ticks->high - grain + ticks->slack);
    if (exact) {
        for (auto i = before; i < model_.constraints.size(); ++i)
            model_.constraints[i].rough = true;
        CalendarSum sum{.from = birth, .to = subject_.when.start, .kind = CalendarSum::Kind::age, .low = ticks->from};
        if (subject_.kind != Subject::Kind::section) sum.high = ticks->until;
        add_sum(sum);
        if (subject_.kind == Subject::Kind::section) {
            sum.to = subject_.when.end;
            sum.low.reset();
            sum.high = ticks->until;
            add_sum(sum);
        }
    }
    if (subject_.kind == Subject::Kind::section) {
        const Ticks end = age.high > age.low ? ticks->last : ticks->best_end;
        prefer(Preference::Rank::section, birth, subject_.when.start, ticks->best, ticks->best);
        prefer(Preference::Rank::section, birth, subject_.when.end, end, end);
    } else if (age.about || ticks->slack > 0) {
        prefer(Preference::Rank::value, birth, subject_.when.start, ticks->best, ticks->best_end - grain);
    }
}

void PhraseMeaning::operator()(const PartPhrase& part) const {
    const bool season = part.part <= PartPhrase::Part::winter;
    const Calendar& days = model_.scale.counts_days() ? gregorian() : story_.calendars()[story_.time().calendar];
    const SecondsOfDay seconds = seconds_of_part(part.part, 60 * minutes_in_day(days));
    recur(Recurrence{.kind = season ? Recurrence::Kind::season : Recurrence::Kind::time_of_day,
                     .season = part.part,
                     .southern = story_.time().southern,
                     .first = seconds.first,
                     .last = seconds.last});
}

void PhraseMeaning::operator()(const TimeOfDayPhrase& time) const {
    recur(Recurrence{.kind = Recurrence::Kind::time_of_day,
                     .first = std::int64_t{60} * time.low,
                     .last = std::int64_t{60} * time.high,
                     .calendar = &story_.calendars()[time.calendar]});
    if (time.zone_minutes && !model_.scale.counts_days())
        model_.recurrences.back().zone = Zone::fixed(*time.zone_minutes);
}

void PhraseMeaning::operator()(const WeekdayPhrase& day) const {
    recur(Recurrence{.kind = Recurrence::Kind::weekday,
                     .weekday = day.weekday,
                     .night = subject_.night,
                     .calendar = &story_.calendars()[day.calendar]});
}

/// The most that an event of less than a day lasts; 0 where it is longer, or has no length.
int minutes_taken(const Event& event) {
    if (!event.lasts) return 0;
    constexpr double minutes_in_day = 1440;
    const auto in_minutes = [](double count, TimeUnit unit) {
        return unit == TimeUnit::second   ? count / 60
               : unit == TimeUnit::minute ? count
               : unit == TimeUnit::hour   ? count * 60
                                          : minutes_in_day;
    };
    const Duration& length = event.lasts->value;
    double minutes = in_minutes(length.high, length.unit);
    for (const DurationPart& part : length.more)
        minutes += in_minutes(part.count, part.unit);
    return minutes < minutes_in_day ? static_cast<int>(std::ceil(minutes)) : 0;
}

/// Whether it is said to end between midnight and the end of the night.
bool is_in_small_hours(const Anchor& anchor, const Story& story) {
    if (anchor.kind != Anchor::Kind::event) return false;
    const Event& event = story.events()[anchor.to.index];
    const auto& phrases = event.until.empty() ? event.when : event.until;
    const auto is_small = [&](int minute, std::size_t calendar) {
        return 60 * minute < end_of_night(60 * minutes_in_day(story.calendars()[calendar]));
    };
    // How long it takes may bring it there.
    const int most = event.until.empty() ? minutes_taken(event) : 0;
    const auto can_end_small = [&](int minute, std::size_t calendar) {
        const auto day = static_cast<int>(minutes_in_day(story.calendars()[calendar]));
        return is_small((minute + most) % day, calendar) || (most > 0 && minute + most >= day);
    };
    return std::any_of(phrases.begin(), phrases.end(), [&](const Phrase& phrase) {
        const auto* date = std::get_if<DatePhrase>(&phrase.value);
        const auto* time = std::get_if<TimeOfDayPhrase>(&phrase.value);
        if (date != nullptr && date->from && date->from->minute_of_day)
            return can_end_small(*date->from->minute_of_day, date->calendar);
        return time != nullptr && can_end_small(time->high, time->calendar);
    });
}

/// Without dates, the next day is a day later, or less than two; a day of the week is within a week.
void PhraseMeaning::operator()(const DayPhrase& day) const {
    const Stretch anchor = stretch_of(day.anchor, model_);
    const bool follows = day.days >= 0;
    const Variable from = follows ? anchor.end : anchor.start;
    const Variable to = subject_.when.start;
    const auto days = [&](double count) { return model_.scale.ticks(count, TimeUnit::day); };
    if (!days(1)) return day.days == 0 ? bound(from, to, 0, 0) : follows ? after(from, to) : after(to, from);
    const Calendar& calendar = story_.calendars()[day.calendar];
    const double least = day.weekday ? 0 : std::abs(day.days) - 1;
    const double most = day.weekday ? static_cast<double>(calendar.week.size()) + 1 : std::abs(day.days) + 1;
    if (day.days == 0) {
        bound(from, to, -*days(1), *days(1));
    } else {
        bound(follows ? from : to, follows ? to : from, *days(least), *days(most));
    }
    if (!has_days()) return;
    model_.constraints.back().rough = true;
    add_sum(CalendarSum{.from = from,
                        .to = to,
                        .kind = day.weekday ? CalendarSum::Kind::weekday : CalendarSum::Kind::next_day,
                        .days = day.days,
                        .weekday = day.weekday.value_or(0),
                        .night = subject_.night,
                        .small_hours = day.days > 0 && is_in_small_hours(day.anchor, story_),
                        .calendar = &calendar});
}

void PhraseMeaning::operator()(const SameAgePhrase& same) const {
    const auto year = model_.scale.ticks(1, TimeUnit::year);
    if (!year) return;
    const Variable other = model_.births[same.as.index];
    const Ticks most = *year + model_.scale.irregularity(TimeUnit::year) - model_.scale.grain();
    bound(other, subject_.when.start, -most, most);
    if (has_dates()) {
        model_.constraints.back().rough = true;
        const CalendarLength under{.years = 1, .rest = -model_.scale.grain()};
        add_sum(CalendarSum{.from = other,
                            .to = subject_.when.start,
                            .low = CalendarLength{.years = -1, .rest = model_.scale.grain()},
                            .high = under});
    }
    prefer(Preference::Rank::value, other, subject_.when.start, 0, 0);
}

/// The distance is added to the date of what it is counted from, or taken from it.
void PhraseMeaning::at_distance(Variable from, Variable to, const Duration& distance, bool follows) const {
    const auto ticks = duration_ticks(distance, model_.scale, story_.time().tolerance, days_of(subject_.zone));
    if (!ticks) return after(from, to);
    bound(from, to, ticks->low, ticks->high);
    const bool exact = ticks->by_calendar && has_dates();
    if (ticks->soft && !(exact && ticks->least == ticks->most))
        prefer(Preference::Rank::value, from, to, ticks->best, ticks->best);
    if (!exact) return;
    model_.constraints.back().rough = true;
    const auto taken = [](const std::optional<CalendarLength>& length) {
        return length ? std::optional(length->negative()) : std::nullopt;
    };
    CalendarSum sum{.from = from, .to = to, .low = ticks->least, .high = ticks->most};
    if (!follows) sum = {.from = to, .to = from, .low = taken(ticks->most), .high = taken(ticks->least)};
    add_sum(sum);
}

/// Strictly before the end of a section: what is said to be during one does not follow upon its last event.
void PhraseMeaning::during(const Stretch& anchor, Anchor::Kind kind) const {
    if (anchor.start == anchor.end) return bound(anchor.start, subject_.when.start, 0, 0);
    bound(anchor.start, subject_.when.start, 0, never);
    bound(anchor.end, subject_.when.end, -never, kind == Anchor::Kind::section ? -instant : 0);
}

void PhraseMeaning::with(const Stretch& anchor, Anchor::Kind kind) const {
    const bool at_end = subject_.kind == Subject::Kind::until && kind == Anchor::Kind::section;
    bound(at_end ? anchor.end : anchor.start, subject_.when.start, 0, 0);
}

void PhraseMeaning::operator()(const RelativePhrase& relative) const {
    using Relation = RelativePhrase::Relation;
    const Stretch anchor = stretch_of(relative.anchor, model_);
    if (relative.relation == Relation::with) return with(anchor, relative.anchor.kind);
    if (relative.relation == Relation::during) return during(anchor, relative.anchor.kind);
    const bool follows = relative.relation == Relation::after;
    const Variable from = follows ? anchor.end : subject_.when.end;
    const Variable to = follows ? subject_.when.start : anchor.start;
    if (relative.distance) return at_distance(from, to, *relative.distance, follows);
    after(from, to);
    prefer(relative.soon ? Preference::Rank::soon : Preference::Rank::near, from, to, 0, 0);
}

void PhraseMeaning::operator()(const BetweenPhrase& between) const {
    after(stretch_of(between.first, model_).end, subject_.when.start);
    after(subject_.when.end, stretch_of(between.second, model_).start);
}

/// On a clock of days, or weeks, a whole number is all of that day.
void PhraseMeaning::operator()(const ClockPhrase& clock) const {
    const Ticks low = *model_.scale.ticks(clock.low, TimeUnit::clock);
    const Ticks unit = *model_.scale.ticks(1, TimeUnit::clock);
    const auto is_whole = [](double number) { return number == std::floor(number); };
    const bool days = model_.scale.counts_days() && is_whole(clock.low) && is_whole(clock.high);
    const Ticks more = days ? unit - model_.scale.grain() : 0;
    const Ticks night = days && subject_.night ? model_.scale.from_seconds(end_of_night(86400)) : 0;
    const Ticks high = *model_.scale.ticks(clock.high, TimeUnit::clock);
    if (clock.low < clock.high && subject_.kind == Subject::Kind::event && has_extent()) {
        bound(model_.axis, subject_.when.start, low, low + more);
        bound(model_.axis, subject_.when.end, high, high + more);
        return;
    }
    within(model_.axis, low + night, high + more + night);
    if (subject_.kind == Subject::Kind::section) {
        prefer(Preference::Rank::section, model_.axis, subject_.when.start, low, low);
        prefer(Preference::Rank::section, model_.axis, subject_.when.end, high + more, high + more);
    }
}

}  // namespace

void state(Model& model, const Story& story, const Phrase& phrase, const Subject& subject) {
    std::visit(PhraseMeaning(model, story, subject, phrase), phrase.value);
}

}  // namespace fabula::timing
