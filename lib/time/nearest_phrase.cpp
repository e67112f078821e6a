// changes_of: what a statement could say instead, near what it says.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "time/calendar.hpp"
#include "time/phrases.hpp"
#include "time/repairs.hpp"

namespace fabula::timing {

namespace {

/// Says one statement otherwise.
class Changes {
public:
    Changes(const Statement& statement, Differences& room, const Model& model, const Story& story)
        : statement_(statement), when_(statement.said.when), room_(room), model_(model), story_(story) {}

    [[nodiscard]] std::vector<Change> take() && { return std::move(found_); }

    void operator()(const DatePhrase& date);
    void operator()(const AgePhrase& age);
    void operator()(const RelativePhrase& relative);
    void operator()(const BetweenPhrase& between);
    void operator()(const ClockPhrase& clock);
    void operator()(const PartPhrase&) {}
    void operator()(const TimeOfDayPhrase&) {}
    void operator()(const WeekdayPhrase& day);
    void operator()(const DayPhrase& day);
    void operator()(const SameAgePhrase&) {}
    void change_length(const Duration& length, Variable start, Variable end);

private:
    template <typename Said>
    void add(Said said, Ticks amount) {
        found_.push_back({Phrase{std::move(said), statement_.span}, std::abs(amount)});
    }

    /// An order, or another one than is said.
    void add_order(RelativePhrase::Relation relation, const Anchor& anchor) {
        add(RelativePhrase{relation, std::nullopt, false, anchor}, never);
    }

    [[nodiscard]] Difference from_axis(Variable moment) { return room_.between(model_.axis, moment); }
    [[nodiscard]] std::vector<std::pair<Duration, Ticks>> lengths_near(const Duration& length, const Difference& room);
    [[nodiscard]] std::optional<CalendarDate> date_at(Ticks time, const CalendarDate& like, const Calendar& calendar,
                                                      int units = 0) const;
    void change_from(const DatePhrase& date, const Difference& room);
    void change_to(const DatePhrase& date, const Difference& room);
    void change_day(const DatePhrase& date, const Difference& room);

    const Statement& statement_;
    const Stretch& when_;
    Differences& room_;
    const Model& model_;
    const Story& story_;
    std::vector<Change> found_;
};

bool is_finite(Ticks time) {
    return time > -never / 2 && time < never / 2;
}

// ---- lengths ---------------------------------------------------------------------------------------------------

/// The whole numbers of units that are nearest to those of `length` and within `room`, and by how much they differ: of
/// its own unit first, then of smaller ones.
std::vector<std::pair<Duration, Ticks>> Changes::lengths_near(const Duration& length, const Difference& room) {
    std::vector<std::pair<Duration, Ticks>> result;
    const auto stated = duration_ticks(length, model_.scale, story_.time().tolerance);
    if (!stated) return result;
    const bool longer = is_finite(room.least) && room.least > stated->low;
    const Ticks wanted = longer ? room.least : room.greatest;
    if (!is_finite(wanted) || wanted < 0) return result;
    const auto add_count = [&](double count, TimeUnit unit) {
        const auto one = model_.scale.ticks(1, unit);
        if (!one || count <= 0 || count > 1e6) return;
        Duration changed{count, count, unit, length.about, {}, length.limit};
        const bool range = length.low < length.high && unit == length.unit;
        if (range && longer) changed.low = length.low;
        if (range && !longer) changed.high = length.high;
        if (changed.low > changed.high) return;
        const double by = count * static_cast<double>(*one) - static_cast<double>(longer ? stated->high : stated->low);
        result.emplace_back(std::move(changed), static_cast<Ticks>(std::abs(by)));
    };
    const TimeUnit smaller[] = {length.unit, TimeUnit::day, TimeUnit::hour, TimeUnit::minute};
    for (const TimeUnit unit : smaller) {
        const auto one = model_.scale.ticks(1, unit);
        if (!one || *one == 0 || (unit != length.unit && unit >= length.unit)) continue;
        const double count = static_cast<double>(wanted) / static_cast<double>(*one);
        for (const double step : {0.0, 1.0})
            add_count(longer ? std::ceil(count) + step : std::floor(count) - step, unit);
        // Months and years are not all of one length.
        if (unit >= TimeUnit::month) add_count(longer ? std::floor(count) : std::ceil(count), unit);
    }
    return result;
}

void Changes::change_length(const Duration& length, Variable start, Variable end) {
    for (auto& [changed, amount] : lengths_near(length, room_.between(start, end)))
        found_.push_back({std::move(changed), amount});
}

void Changes::operator()(const RelativePhrase& relative) {
    using Relation = RelativePhrase::Relation;
    const Stretch anchor = stretch_of(relative.anchor, model_);
    const bool follows = relative.relation == Relation::after;
    const bool ordered = follows || relative.relation == Relation::before;
    if (relative.distance) {
        const Difference room =
            follows ? room_.between(anchor.end, when_.start) : room_.between(when_.end, anchor.start);
        for (auto& [changed, amount] : lengths_near(*relative.distance, room))
            add(RelativePhrase{relative.relation, std::move(changed), false, relative.anchor}, amount);
        const Difference back =
            follows ? room_.between(when_.end, anchor.start) : room_.between(anchor.end, when_.start);
        const Relation other = follows ? Relation::before : Relation::after;
        for (auto& [changed, amount] : lengths_near(*relative.distance, back))
            add(RelativePhrase{other, std::move(changed), false, relative.anchor}, never);
    }
    if (!ordered || !follows) add_order(Relation::after, relative.anchor);
    if (!ordered || follows) add_order(Relation::before, relative.anchor);
    if (relative.relation != Relation::with) add_order(Relation::with, relative.anchor);
}

void Changes::operator()(const BetweenPhrase& between) {
    add_order(RelativePhrase::Relation::after, between.first);
    add_order(RelativePhrase::Relation::before, between.second);
    add_order(RelativePhrase::Relation::after, between.second);
    add_order(RelativePhrase::Relation::before, between.first);
}

/// So many days after it, or only after it.
void Changes::operator()(const DayPhrase& day) {
    const Stretch anchor = stretch_of(day.anchor, model_);
    const Duration one{1, 1, TimeUnit::day, false};
    for (auto& [changed, amount] : lengths_near(one, room_.between(anchor.end, when_.start)))
        add(RelativePhrase{RelativePhrase::Relation::after, std::move(changed), false, day.anchor}, amount);
    for (auto& [changed, amount] : lengths_near(one, room_.between(when_.end, anchor.start)))
        add(RelativePhrase{RelativePhrase::Relation::before, std::move(changed), false, day.anchor}, amount);
    add_order(RelativePhrase::Relation::after, day.anchor);
    add_order(RelativePhrase::Relation::before, day.anchor);
}

// ---- ages and clocks -------------------------------------------------------------------------------------------

/// Whole units of life: "age 13", or "age 11..13" where a range was said.
void Changes::operator()(const AgePhrase& age) {
    const auto stated = age_ticks(age, model_.scale, story_.time().tolerance);
    const auto one = model_.scale.ticks(1, age.unit);
    if (!stated || !one || *one == 0 || !age.more.empty()) return;
    const Variable birth = model_.births[age.of.index];
    const bool section = statement_.said.kind == Subject::Kind::section;
    const Difference of_start = room_.between(birth, when_.start);
    const Difference of_end = section ? room_.between(birth, when_.end) : of_start;
    const auto add_age = [&](double low, double high, Ticks amount) {
        if (low < 0 || low > high) return;
        AgePhrase changed = age;
        changed.low = low;
        changed.high = high;
        add(std::move(changed), amount);
    };
    const bool range = age.low < age.high || section;
    if (is_finite(of_end.least) && of_end.least >= stated->low) {
        const double count = std::floor(static_cast<double>(of_end.least) / static_cast<double>(*one));
        for (const double step : {0.0, 1.0, -1.0}) {
            const double high = count + step;
            add_age(range ? age.low : high, high, of_end.least - stated->high);
        }
    }
    if (is_finite(of_start.greatest) && of_start.greatest < stated->high) {
        const double count = std::floor(static_cast<double>(of_start.greatest) / static_cast<double>(*one));
        for (const double step : {0.0, -1.0, 1.0}) {
            const double low = count + step;
            add_age(low, range ? age.high : low, stated->low - of_start.greatest);
        }
    }
}

void Changes::operator()(const ClockPhrase& clock) {
    const Difference of_start = from_axis(when_.start);
    const Difference of_end = from_axis(when_.end);
    const Ticks unit = *model_.scale.ticks(1, TimeUnit::clock);
    const auto number = [unit](Ticks time, bool up) {
        constexpr double hundredths = 100;
        const double exact = static_cast<double>(time) / static_cast<double>(unit) * hundredths;
        return (up ? std::ceil(exact - 1e-6) : std::floor(exact + 1e-6)) / hundredths;
    };
    const bool range = clock.low < clock.high;
    if (is_finite(of_end.least) && number(of_end.least, true) > clock.high) {
        const double high = number(of_end.least, true);
        add(ClockPhrase{range ? clock.low : high, high},
            of_end.least - *model_.scale.ticks(clock.high, TimeUnit::clock));
    }
    if (is_finite(of_start.greatest) && number(of_start.greatest, false) < clock.low) {
        const double low = number(of_start.greatest, false);
        add(ClockPhrase{low, range ? clock.high : low},
            *model_.scale.ticks(clock.low, TimeUnit::clock) - of_start.greatest);
    }
}

/// The day of the week that it is.
void Changes::operator()(const WeekdayPhrase& day) {
    const Difference room = from_axis(when_.start);
    if (!is_finite(room.least) || !is_finite(room.greatest) || model_.scale.axis() != TimeAxis::calendar) return;
    const Calendar& calendar = story_.calendars()[day.calendar];
    const auto day_at = [&](Ticks time) {
        return shown_at(model_.scale.to_seconds(time), calendar, statement_.said.zone).day;
    };
    if (day_at(room.least) != day_at(room.greatest)) return;
    const auto there = weekday(calendar, day_at(room.least));
    if (there && *there != day.weekday) add(WeekdayPhrase{*there, day.calendar}, 0);
}

// ---- dates -----------------------------------------------------------------------------------------------------

/// The year, month, day or minute of `time`, as precisely as `like`; `units` of these later.
std::optional<CalendarDate> Changes::date_at(Ticks time, const CalendarDate& like, const Calendar& calendar,
                                             int units) const {
    const bool plain = !like.season && like.unspecified_year_digits == 0 && like.significant_digits == 0 &&
                       !like.unspecified_month && !like.unspecified_day && !like.dual_year && !like.second;
    if (!plain || !is_finite(time) || !model_.dates) return std::nullopt;
    const Zone zone = like.zone_minutes ? Zone::fixed(*like.zone_minutes) : statement_.said.zone;
    const ShownTime shown = shown_at(model_.scale.to_seconds(time), calendar, zone);
    CalendarDay day = day_of(calendar, shown.day);
    CalendarDate date = like;
    if (like.minute_of_day) {
        // A time within a minute is after that minute has begun.
        const auto minute = static_cast<int>(shown.second / 60);
        const bool up = units == 0 && shown.second % 60 != 0;
        date.minute_of_day = minute + (up ? 1 : 0) + units;
        if (*date.minute_of_day < 0 || *date.minute_of_day >= minutes_in_day(calendar)) return std::nullopt;
    } else if (like.day) {
        day = day_of(calendar, shown.day + units);
    } else if (like.month) {
        day = day_of(calendar, day_number(calendar, {day.year, day.month + units, 1}));
    } else {
        day.year += units;
    }
    date.year = day.year;
    if (like.month) date.month = day.month;
    if (like.day) date.day = day.day;
    return date;
}

/// The first day of a stretch, or the one after which all is.
void Changes::change_from(const DatePhrase& date, const Difference& room) {
    const Calendar& calendar = story_.calendars()[date.calendar];
    const bool after = date.relation == DatePhrase::Relation::after;
    const Seconds stated = widened(*date.from, calendar, statement_.said.zone);
    const Ticks least = model_.scale.from_seconds(after ? stated.last + 1 : stated.first);
    if (!is_finite(room.greatest) || room.greatest >= least) return;
    for (const int units : {after ? -1 : 0, after ? -2 : -1}) {
        const auto changed = date_at(room.greatest, *date.from, calendar, units);
        if (!changed) continue;
        DatePhrase other = date;
        other.from = changed;
        add(std::move(other), least - room.greatest);
    }
}

void Changes::change_to(const DatePhrase& date, const Difference& room) {
    const Calendar& calendar = story_.calendars()[date.calendar];
    const bool before = date.relation == DatePhrase::Relation::before;
    const Seconds stated = widened(*date.to, calendar, statement_.said.zone);
    const Ticks most = model_.scale.from_seconds(before ? stated.first - 1 : stated.last);
    if (!is_finite(room.least) || room.least <= most) return;
    for (const int units : {before ? 1 : 0, before ? 2 : 1}) {
        const auto changed = date_at(room.least, *date.to, calendar, units);
        if (!changed) continue;
        DatePhrase other = date;
        other.to = changed;
        add(std::move(other), room.least - most);
    }
}

/// A single date: that of the earliest time which it can be, or of the latest.
void Changes::change_day(const DatePhrase& date, const Difference& room) {
    const Calendar& calendar = story_.calendars()[date.calendar];
    const Seconds stated = widened(*date.from, calendar, statement_.said.zone);
    const bool later = is_finite(room.least) && room.least > model_.scale.from_seconds(stated.first);
    const Ticks first = model_.scale.from_seconds(stated.first);
    const Ticks last = model_.scale.from_seconds(stated.last);
    const auto add_date = [&](Ticks time, int units) {
        const auto changed = date_at(time, *date.from, calendar, units);
        if (!changed || *changed == *date.from) return;
        DatePhrase other = date;
        other.from = changed;
        add(std::move(other), time - (time > last ? last : first));
    };
    const std::size_t before = found_.size();
    for (const int units : {0, 1}) {
        if (later) add_date(room.least, units);
        if (is_finite(room.greatest)) add_date(room.greatest, -units);
    }
    std::stable_sort(found_.begin() + static_cast<std::ptrdiff_t>(before), found_.end(),
                     [](const Change& a, const Change& b) { return a.amount < b.amount; });
}

void Changes::operator()(const DatePhrase& date) {
    if (!date.one_of.empty() || !model_.dates || story_.time().old_style) return;
    const Variable zero = *model_.dates;
    const Difference of_start = room_.between(zero, when_.start);
    const Difference of_end = room_.between(zero, when_.end);
    if (!date.interval) {
        if (date.from) change_day(date, of_start);
        return;
    }
    if (date.from) change_from(date, of_start);
    if (date.to) change_to(date, of_end);
}

}  // namespace

std::vector<Change> changes_of(const Statement& statement, Differences& room, const Model& model, const Story& story) {
    Changes changes(statement, room, model, story);
    if (statement.phrase != nullptr) std::visit(changes, statement.phrase->value);
    if (statement.length != nullptr) {
        const EventIndex event = model.moments[statement.subject.end].index;
        changes.change_length(statement.length->value, model.events[event].start, model.events[event].end);
    }
    return std::move(changes).take();
}

}  // namespace fabula::timing
