// in_years, format_age, format_age_by_day.
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "fabula/ages.hpp"

#include "story/calendar_sum.hpp"

namespace fabula {

namespace {

constexpr double second = 1.0 / 86400;

std::int64_t day_of(double time) {
    return static_cast<std::int64_t>(std::floor(time + second / 2));
}

/// Birthdays from one day to another.
std::int64_t birthdays(const Calendar& calendar, std::int64_t birth, std::int64_t day) {
    std::int64_t years = fabula::day_of(calendar, day).year - fabula::day_of(calendar, birth).year;
    while (add_years(calendar, birth, years) > day)
        --years;
    return years;
}

/// Whole years in so many days of a calendar.
std::int64_t years_of(double days, const Calendar& calendar) {
    return static_cast<std::int64_t>(std::floor((days + second / 2) / mean_year(calendar)));
}

std::string years_and_days(std::int64_t years, std::int64_t rest) {
    const auto counted = [](std::int64_t count, std::string_view unit) {
        return fmt::format("{} {}{}", count, unit, count == 1 ? "" : "s");
    };
    if (years == 0) return counted(rest, "day");
    return rest == 0 ? counted(years, "year") : counted(years, "year") + " " + counted(rest, "day");
}

std::string years_and_days(double days, const Calendar& calendar) {
    if (days < 0) return "unborn";
    const std::int64_t years = years_of(days, calendar);
    return years_and_days(years,
                          std::max<std::int64_t>(day_of(days - static_cast<double>(years) * mean_year(calendar)), 0));
}

/// The days of the calendar on which someone whose birth is known to the day has an age.
struct DaysLived {
    const Calendar& calendar;
    std::int64_t born = 0;
    std::int64_t least = 0;
    std::int64_t nominal = 0;
    std::optional<std::int64_t> most = {};

    /// Nothing where there are no dates, or the day of the birth is not known.
    [[nodiscard]] static std::optional<DaysLived> of(const Age& age, CharacterIndex who, const Timetable& timetable) {
        if (timetable.axis != TimeAxis::calendar) return std::nullopt;
        const Life& life = timetable.lives[who];
        const Moment& birth = life.birth;
        if (birth.latest - birth.earliest >= 1) return std::nullopt;
        const auto on = [&](double time) { return day_of(time + life.birth_local); };
        DaysLived days{timetable.calendar, on(birth.earliest), on(birth.latest + std::max(age.least, -1e9) + age.local),
                       on(birth.nominal + age.nominal + age.local)};
        if (std::isfinite(age.most)) days.most = on(birth.earliest + age.most + age.local);
        // Of a birth at an hour that nobody knows, an event of the same day may be on either side.
        if (days.most) days.least = std::min(days.least, *days.most);
        return days;
    }

    [[nodiscard]] std::int64_t years(std::int64_t day) const { return birthdays(calendar, born, day); }

    [[nodiscard]] std::string years_and_days(std::int64_t day) const {
        if (day < born) return "unborn";
        return fabula::years_and_days(years(day), day - add_years(calendar, born, years(day)));
    }
};

/// Sums of years may be some days off their mean: who is said to be 11 is not shown as 10 for that.
double slack_of_years(const Age& age, const Timetable& timetable) {
    const double margin = static_cast<double>(most_days_off_in_years(timetable.calendar) + 1);
    return timetable.axis == TimeAxis::calendar && age.most - age.least > 2 * margin ? margin : 0;
}

}  // namespace

AgeInYears in_years(const Age& age, CharacterIndex who, const Timetable& timetable) {
    if (const auto days = DaysLived::of(age, who, timetable)) {
        AgeInYears years{days->years(days->least), days->years(days->nominal), {}};
        if (days->most) years.most = days->years(*days->most);
        return years;
    }
    const Calendar& calendar = timetable.calendar;
    const double off = slack_of_years(age, timetable);
    AgeInYears years{years_of(std::max(age.least, -1e9) + off, calendar), years_of(age.nominal, calendar), {}};
    if (std::isfinite(age.most)) years.most = years_of(age.most - off, calendar);
    years.nominal = std::clamp(years.nominal, years.least, std::max(years.most.value_or(years.nominal), years.least));
    return years;
}

std::string format_age(const AgeInYears& age) {
    constexpr std::int64_t no_age = -1'000'000;
    if (age.most && *age.most < 0) return "unborn";
    if (age.least < no_age) return age.most ? fmt::format("–{}", *age.most) : "?";
    const std::int64_t least = std::max<std::int64_t>(age.least, 0);
    if (!age.most) return fmt::format("{}–", least);
    return least == *age.most ? std::to_string(least) : fmt::format("{}–{}", least, *age.most);
}

std::string format_age_by_day(const Age& age, CharacterIndex who, const Timetable& timetable) {
    const auto days = DaysLived::of(age, who, timetable);
    const double off = slack_of_years(age, timetable);
    const auto text = [&](double length, std::optional<std::int64_t> day) -> std::string {
        if (!std::isfinite(length)) return {};
        return days && day ? days->years_and_days(*day) : years_and_days(length, timetable.calendar);
    };
    const std::string least = text(age.least + off, days ? std::optional(days->least) : std::nullopt);
    const std::string most = text(age.most - off, days ? days->most : std::nullopt);
    if (least == most) return least;
    if (most.empty()) return "at least " + least;
    return least.empty() ? "at most " + most : fmt::format("{} to {}", least, most);
}

}  // namespace fabula
