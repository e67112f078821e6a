// Recurrence: seasons, times of day, days of the week, and dates of which one is meant.
#include <algorithm>
#include <array>

#include "source/floor_divided.hpp"
#include "story/calendar_sum.hpp"
#include "time/calendar.hpp"
#include "time/calendar_rule.hpp"

namespace fabula::timing {

namespace {

using Part = PartPhrase::Part;

/// The month that a season begins in, counted from January, maybe of the year before.
constexpr int months_of_a_season = 3;
int first_month(Part season, bool southern) {
    constexpr int half_a_year = 6;
    const int northern = months_of_a_season * (1 + static_cast<int>(season) - static_cast<int>(Part::spring));
    return southern ? northern + half_a_year : northern;
}

/// The stretches of a recurrence, numbered in order.
class Windows {
public:
    Windows(const Recurrence& recurrence, const Scale& scale) : recurrence_(recurrence), scale_(scale) {}

    /// One of those nearest to `at`; others are a few before and behind it.
    [[nodiscard]] std::int64_t near(Ticks at) const {
        if (recurrence_.kind == Recurrence::Kind::dates) {
            const auto& dates = recurrence_.dates;
            return std::partition_point(dates.begin(), dates.end(),
                                        [at](const Recurrence::Window& window) { return window.last < at; }) -
                   dates.begin();
        }
        const std::int64_t utc = scale_.to_seconds(at);
        if (recurrence_.kind == Recurrence::Kind::season)
            return day_of(gregorian(), shown_at(utc, gregorian(), recurrence_.zone).day).year;
        const std::int64_t day = shown_at(utc, *recurrence_.calendar, recurrence_.zone).day;
        return recurrence_.kind == Recurrence::Kind::weekday ? floor_divided(day, week()) : day;
    }

    [[nodiscard]] std::optional<Recurrence::Window> operator[](std::int64_t number) const {
        const Calendar& calendar = *recurrence_.calendar;
        switch (recurrence_.kind) {
            case Recurrence::Kind::dates:
                if (number < 0 || number >= static_cast<std::int64_t>(recurrence_.dates.size())) return std::nullopt;
                return recurrence_.dates[static_cast<std::size_t>(number)];
            case Recurrence::Kind::season: {
                const int month = first_month(recurrence_.season, recurrence_.southern);
                return whole(seconds_of_days(day_number(gregorian(), {number, month, 1}),
                                             day_number(gregorian(), {number, month + months_of_a_season, 1}) - 1,
                                             gregorian(), recurrence_.zone));
            }
            case Recurrence::Kind::weekday:
                return day_of_the_week(number);
            case Recurrence::Kind::time_of_day:
                break;
        }
        const std::int64_t midnight = 60 * minutes_at(calendar, number);
        const Ticks first = scale_.from_seconds(recurrence_.zone.utc(midnight + recurrence_.first));
        return Recurrence::Window{first, scale_.from_seconds(recurrence_.zone.utc(midnight + recurrence_.last))};
    }

private:
    [[nodiscard]] std::int64_t week() const { return static_cast<std::int64_t>(recurrence_.calendar->week.size()); }

    [[nodiscard]] Recurrence::Window whole(const Seconds& seconds) const {
        return {scale_.from_seconds(seconds.first), scale_.from_seconds(seconds.last + 1) - scale_.grain()};
    }

    [[nodiscard]] Recurrence::Window day_of_the_week(std::int64_t number) const {
        const Calendar& calendar = *recurrence_.calendar;
        std::int64_t day = number * week();
        for (std::int64_t i = 1; i < week() && weekday(calendar, day) != recurrence_.weekday; ++i)
            ++day;
        Seconds seconds = seconds_of_days(day, day, calendar, recurrence_.zone);
        if (recurrence_.night) {
            const std::int64_t late = end_of_night(60 * minutes_in_day(calendar));
            seconds = {seconds.first + late, seconds.last + late};
        }
        return whole(seconds);
    }

    const Recurrence& recurrence_;
    const Scale& scale_;
};

constexpr std::int64_t far_enough = 3;  // windows on each side of a time: nights and winters reach into the next

/// Whether two stretches of one day, the second of which may begin a day earlier or later, have a moment in common.
bool overlap_in_a_day(const Recurrence& a, const Recurrence& b, std::int64_t day) {
    for (const std::int64_t shift : {-day, std::int64_t{0}, day}) {
        if (a.first <= b.last + shift && b.first + shift <= a.last) return true;
    }
    return false;
}

}  // namespace

Ticks Recurrence::next(Ticks at, const Scale& scale) const {
    const Windows windows(*this, scale);
    const std::int64_t near = windows.near(at);
    for (std::int64_t i = near - far_enough; i <= near + far_enough; ++i) {
        const auto window = windows[i];
        if (window && window->last >= at) return std::max(at, window->first);
    }
    return never;
}

Ticks Recurrence::previous(Ticks at, const Scale& scale) const {
    const Windows windows(*this, scale);
    const std::int64_t near = windows.near(at);
    for (std::int64_t i = near + far_enough; i >= near - far_enough; --i) {
        const auto window = windows[i];
        if (window && window->first <= at) return std::min(at, window->last);
    }
    return -never;
}

bool Recurrence::can_meet(const Recurrence& other) const {
    if (kind != other.kind) return true;
    switch (kind) {
        case Kind::season:
            return season == other.season;
        case Kind::weekday:
            return calendar != other.calendar || weekday == other.weekday || night || other.night;
        case Kind::time_of_day:
            return !zone.is_fixed() || !other.zone.is_fixed() || zone.ahead(0) != other.zone.ahead(0) ||
                   overlap_in_a_day(*this, other, 60 * minutes_in_day(*calendar));
        case Kind::dates:
            break;
    }
    return true;
}

// A night lasts from nine in the evening until five in the morning, when dawn begins.
bool has_meaning(const Recurrence& recurrence, const Scale& scale) {
    if (scale.axis() == TimeAxis::calendar) return true;
    return scale.counts_days() && recurrence.kind != Recurrence::Kind::season;
}

SecondsOfDay seconds_of_part(Part part, std::int64_t seconds_in_day) {
    const auto at = [seconds_in_day](std::int64_t half_hours) { return seconds_in_day * half_hours / 48; };
    switch (part) {
        case Part::dawn:
            return {at(10), at(14) - 1};
        case Part::morning:
            return {at(12), at(24) - 1};
        case Part::noon:
            return {at(23), at(25)};
        case Part::afternoon:
            return {at(24), at(36) - 1};
        case Part::evening:
            return {at(36), at(44) - 1};
        case Part::night:
            return {at(42), at(58) - 1};
        case Part::midnight:
            return {at(47), at(49)};
        default:
            return {0, seconds_in_day - 1};
    }
}

std::int64_t end_of_night(std::int64_t seconds_in_day) {
    return seconds_in_day * 10 / 48;
}

}  // namespace fabula::timing
