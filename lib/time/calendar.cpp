// seconds_of, widened: what a date can mean.
#include "time/calendar.hpp"

#include <cmath>
#include <cstdlib>
#include <unicode/unistr.h>

#include "source/floor_divided.hpp"
#include "story/calendar_sum.hpp"

namespace fabula::timing {
namespace {

constexpr double milliseconds = 1000;

/// ICU counts so far; no zone has rules beyond.
constexpr std::int64_t farthest = 100'000'000'000;

}  // namespace

Zone Zone::fixed(int minutes) {
    Zone zone;
    zone.ahead_ = std::int64_t{60} * minutes;
    return zone;
}

Zone Zone::called(const std::string& name) {
    Zone zone;
    if (name.empty()) return zone;
    std::unique_ptr<icu::TimeZone> found(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
    if (found == nullptr || *found == icu::TimeZone::getUnknown()) return zone;
    const auto* rules = dynamic_cast<const icu::BasicTimeZone*>(found.get());
    if (rules == nullptr) return zone;
    static_cast<void>(found.release());
    zone.rules_.reset(rules);
    return zone;
}

std::int64_t Zone::ahead(std::int64_t utc) const {
    if (!rules_ || std::abs(utc) > farthest) return ahead_;
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t raw = 0;
    std::int32_t summer = 0;
    rules_->getOffset(static_cast<double>(utc) * milliseconds, 0, raw, summer, status);
    return U_FAILURE(status) != 0 ? 0 : (raw + summer) / 1000;
}

std::int64_t Zone::utc(std::int64_t local) const {
    if (!rules_ || std::abs(local) > farthest) return local - ahead_;
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t raw = 0;
    std::int32_t summer = 0;
    rules_->getOffsetFromLocal(static_cast<double>(local) * milliseconds, UCAL_TZ_LOCAL_FORMER, UCAL_TZ_LOCAL_FORMER,
                               raw, summer, status);
    return U_FAILURE(status) != 0 ? local : local - (raw + summer) / 1000;
}

std::string zone_name(const Story& story, const std::optional<Reference>& place) {
    std::optional<std::size_t> at = place ? std::optional(place->index) : std::nullopt;
    for (std::size_t steps = 0; at && steps < story.places().size(); ++steps) {
        if (story.places()[*at].zone) return story.places()[*at].zone->value;
        at = story.places()[*at].within;
    }
    return story.time().zone;
}

namespace {

/// DayRange of a calendar by their number.
struct DayRange {
    std::int64_t first = 0;
    std::int64_t last = 0;
};

/// So many years, months and days on each side.
struct Slack {
    std::int64_t years = 0;
    std::int64_t months = 0;
    std::int64_t days = 0;
};

/// Where in the year the groups of months of EDTF level 2 (ISO 8601-2:2019, 4.8) begin, counted from January, and how
/// many months they have.
struct MonthGroup {
    int first = 0;
    int months = 3;
};

/// Of no hemisphere: anywhere in the year; of the north, of the south, quarters, thirds and halves of the year.
MonthGroup months_of(int season) {
    if (season <= 24) return {0, season == 24 ? 14 : 12};
    if (season <= 28) return {2 + 3 * (season - 25)};
    if (season <= 32) return {(8 + 3 * (season - 29)) % 12};
    if (season <= 36) return {3 * (season - 33)};
    return season <= 39 ? MonthGroup{4 * (season - 37), 4} : MonthGroup{6 * (season - 40), 6};
}

bool is_doubtful(const Doubt& doubt) {
    return doubt.uncertain || doubt.approximate;
}

bool has_month(const CalendarDate& date) {
    return date.month && !date.unspecified_month && date.unspecified_year_digits == 0;
}

bool has_day(const CalendarDate& date) {
    return has_month(date) && date.day && !date.unspecified_day;
}

std::int64_t power_of_ten(int digits) {
    std::int64_t power = 1;
    for (int i = 0; i < digits; ++i)
        power *= 10;
    return power;
}

/// The first and the last year that the figures can mean: 199X, 1950S2.
DayRange years_of(const CalendarDate& date) {
    std::int64_t size = power_of_ten(date.unspecified_year_digits);
    if (date.significant_digits > 0) {
        int digits = 0;
        for (std::int64_t rest = std::abs(date.year); rest > 0; rest /= 10)
            ++digits;
        if (digits > date.significant_digits) size = power_of_ten(digits - date.significant_digits);
    }
    const std::int64_t nearest = date.year - date.year % size;
    return date.year < 0 ? DayRange{nearest - (size - 1), nearest}
                         : DayRange{nearest, nearest + size - 1};  // -198X: to -1980
}

/// Dates of one calendar.
class DatesOf {
public:
    explicit DatesOf(const Calendar& calendar) : calendar_(calendar) {}

    [[nodiscard]] DayRange days(const CalendarDate& date, const Slack& slack) const {
        DayRange days = plain(date);
        if (slack.years == 0 && slack.months == 0) return {days.first - slack.days, days.last + slack.days};
        days.first = add_years(calendar_, add_months(calendar_, days.first, -slack.months), -slack.years) - slack.days;
        const std::int64_t behind = days.last + 1;
        days.last = add_years(calendar_, add_months(calendar_, behind, slack.months), slack.years) - 1 + slack.days;
        return days;
    }

private:
    [[nodiscard]] std::int64_t first_of(std::int64_t year, int month) const {
        return day_number(calendar_, {year, month, 1});
    }

    [[nodiscard]] DayRange plain(const CalendarDate& date) const {
        if (has_day(date)) {
            const std::int64_t day = day_number(calendar_, {date.year, *date.month, *date.day});
            return {day, day};
        }
        if (has_month(date)) return {first_of(date.year, *date.month), first_of(date.year, *date.month + 1) - 1};
        const DayRange years = years_of(date);
        if (date.season) {
            const MonthGroup group = months_of(*date.season);
            return {first_of(years.first, group.first + 1), first_of(years.first, group.first + 1 + group.months) - 1};
        }
        return {first_of(years.first, 1), first_of(years.last + 1, 1) - 1};
    }

    const Calendar& calendar_;
};

/// One unit of the date's precision, where all of it is doubtful; else one of each part that is.
Slack slack_of(const CalendarDate& date) {
    Slack slack;
    if (date.uncertain || date.approximate) {
        if (has_day(date)) {
            slack.days = 1;
        } else if (has_month(date)) {
            slack.months = 1;
        } else if (date.season) {
            slack.months = months_of(*date.season).months >= 12 ? 3 : months_of(*date.season).months;
        } else {
            const DayRange years = years_of(date);
            slack.years = years.last - years.first + 1;
        }
    }
    if (is_doubtful(date.year_doubt)) slack.years = 1;
    if (is_doubtful(date.month_doubt)) slack.months = 1;
    if (is_doubtful(date.day_doubt)) slack.days = 1;
    return slack;
}

/// A time of day that is doubtful is so by an hour.
Seconds at_time_of_day(const CalendarDate& date, const Calendar& calendar, const Zone& zone, bool doubtful) {
    constexpr std::int64_t hour = 3600;
    const std::int64_t day = day_number(calendar, {date.year, *date.month, *date.day});
    const std::int64_t local = 60 * (minutes_at(calendar, day) + *date.minute_of_day) + date.second.value_or(0);
    const Zone own = date.zone_minutes ? Zone::fixed(*date.zone_minutes) : zone;
    const std::int64_t time = own.utc(local);
    return doubtful ? Seconds{time - hour, time + hour} : Seconds{time, time};
}

}  // namespace

ShownTime shown_at(std::int64_t utc, const Calendar& calendar, const Zone& zone, std::int64_t late) {
    const std::int64_t local = utc + zone.ahead(utc) - late;
    const std::int64_t day = day_at(calendar, floor_divided(local, 60));
    return {day, local - 60 * minutes_at(calendar, day)};
}

Seconds seconds_of_days(std::int64_t first, std::int64_t last, const Calendar& calendar, const Zone& zone) {
    return {zone.utc(60 * minutes_at(calendar, first)), zone.utc(60 * minutes_at(calendar, last + 1)) - 1};
}

Seconds seconds_of(const CalendarDate& date, const Calendar& calendar, const Zone& zone) {
    if (has_day(date) && date.minute_of_day) return at_time_of_day(date, calendar, zone, false);
    const DayRange days = DatesOf(calendar).days(date, {});
    return seconds_of_days(days.first, days.last, calendar, zone);
}

Seconds widened(const CalendarDate& date, const Calendar& calendar, const Zone& zone) {
    if (has_day(date) && date.minute_of_day)
        return at_time_of_day(date, calendar, zone, date.uncertain || date.approximate);
    const DayRange days = DatesOf(calendar).days(date, slack_of(date));
    return seconds_of_days(days.first, days.last, calendar, zone);
}

}  // namespace fabula::timing
