// The years of a calendar: where they begin, which of them are leap years, and which months they have.

#include "story/calendar_years.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "source/floor_divided.hpp"
#include "story/lunar_years.hpp"

namespace fabula {
namespace {

// ---- Leap years -----------------------------------------------------------------------------------------------------

/// Mostly one number is a multiple of the other, which is faster to find out.
std::int64_t common_multiple(std::int64_t first, std::int64_t second) {
    return second % first == 0 ? second : std::lcm(first, second);
}

/// How many of the years 1 to `year` are in the list.
std::int64_t listed_until(const std::vector<std::int64_t>& years, std::int64_t year) {
    return std::upper_bound(years.begin(), years.end(), year) - years.begin();
}

bool is_gregorian(const LeapRule& rule) {
    return rule.every == 4 && rule.except == 100 && rule.unless == 400 && rule.from == 0 && rule.years.empty();
}

/// Leap years up to `year`, counted from anywhere: only differences mean something.
std::int64_t count_until(const LeapRule& rule, std::int64_t year) {
    // What nearly all stories ask, many times. Divisors that the compiler knows take a tenth of the time.
    if (is_gregorian(rule)) return floor_divided(year, 4) - floor_divided(year, 100) + floor_divided(year, 400);
    if (!rule.years.empty()) {
        if (rule.cycle == 0) return listed_until(rule.years, year);
        const std::int64_t cycles = floor_divided(year, rule.cycle);
        return cycles * static_cast<std::int64_t>(rule.years.size()) +
               listed_until(rule.years, year - cycles * rule.cycle);
    }
    const std::int64_t counted = year - rule.from;
    const std::int64_t count = floor_divided(counted, rule.every);
    if (rule.except == 0) return count;
    const std::int64_t excepted = common_multiple(rule.every, rule.except);
    const std::int64_t without = count - floor_divided(counted, excepted);
    return rule.unless == 0 ? without : without + floor_divided(counted, common_multiple(excepted, rule.unless));
}

/// How many of the years 1 to `year` are leap years; less than 0 for the years from `year` + 1 to 0.
std::int64_t leap_years_until(const LeapRule& rule, std::int64_t year) {
    const bool from_zero = rule.from == 0 && rule.years.empty();
    return from_zero ? count_until(rule, year) : count_until(rule, year) - count_until(rule, 0);
}

/// After how many years the leap years repeat; 0 where they never do.
std::int64_t leap_cycle(const LeapRule& rule) {
    if (!rule.years.empty()) return rule.cycle;
    if (is_gregorian(rule)) return 400;
    const std::int64_t excepted = rule.except == 0 ? rule.every : common_multiple(rule.every, rule.except);
    return rule.unless == 0 ? excepted : common_multiple(excepted, rule.unless);
}

/// leap_years_until for the French Republican calendar: 3, 7, 11 and 15 were leap years by the equinox, 20 would have
/// been the next, and from there the rule that Romme proposed is that of the Gregorian calendar, as it is here before
/// year 1.
std::int64_t republican_leap_years_until(std::int64_t year) {
    const LeapRule romme{.except = 100, .unless = 400};
    if (year >= 16) return leap_years_until(romme, year);  // 4, 8, 12 and 16 are counted for 3, 7, 11 and 15
    if (year >= 1) return (year + 1) / 4;
    return leap_years_until(romme, year);
}

std::int64_t days_of_common_year(const Calendar& calendar) {
    return std::accumulate(calendar.months.begin(), calendar.months.end(), std::int64_t{0},
                           [](std::int64_t sum, const CalendarMonth& month) { return sum + month.days; });
}

bool is_lunar(const Calendar& calendar) {
    return calendar.system == CalendarSystem::umm_al_qura || calendar.system == CalendarSystem::chinese;
}

/// Leap years from 1 to `year`; negative for years before 1.
std::int64_t leap_years_of(const Calendar& calendar, std::int64_t year) {
    if (calendar.system == CalendarSystem::french_republican) return republican_leap_years_until(year);
    return calendar.leap ? leap_years_until(*calendar.leap, year) : 0;
}

bool is_leap(const Calendar& calendar, std::int64_t year) {
    return leap_years_of(calendar, year) > leap_years_of(calendar, year - 1);
}

// ---- Hebrew ----------------------------------------------------------------------------------------------------
// Reingold and Dershowitz, "Calendrical Calculations", chapter 8: a year begins on the day of its mean new moon
// (molad), or up to two days after, by the four postponements.

/// Months from the first of year 1 to that of `year`: 235 in 19 years.
std::int64_t hebrew_months_before(std::int64_t year) {
    return floor_divided(235 * year - 234, 19);
}

/// The first day by the molad alone, and not a Sunday, Wednesday or Friday. The moon takes 29 days and 13753 of 25920
/// parts.
std::int64_t hebrew_molad_day(std::int64_t year) {
    const std::int64_t months = hebrew_months_before(year);
    const std::int64_t parts = 12084 + 13753 * months;
    const std::int64_t day = 29 * months + floor_divided(parts, 25920);
    const std::int64_t lifted = 3 * (day + 1);
    return lifted - floor_divided(lifted, 7) * 7 < 3 ? day + 1 : day;
}

/// No year has 356 or 382 days: it begins later, or the next year does.
std::int64_t hebrew_start(std::int64_t year) {
    const std::int64_t before = hebrew_molad_day(year - 1);
    const std::int64_t day = hebrew_molad_day(year);
    if (hebrew_molad_day(year + 1) - day == 356) return day + 2;
    return day - before == 382 ? day + 1 : day;
}

constexpr int heshvan = 2;
constexpr int kislev = 3;
constexpr int adar_i = 6;

int days_in_hebrew_month(const Calendar& calendar, std::int64_t year, int month) {
    const std::int64_t days = hebrew_start(year + 1) - hebrew_start(year);
    if (month == heshvan) return days % 10 == 5 ? 30 : 29;  // 355, 385
    if (month == kislev) return days % 10 == 3 ? 29 : 30;   // 353, 383
    if (month == adar_i) return days > 360 ? 30 : 0;
    return calendar.months[static_cast<std::size_t>(month) - 1].days;
}

// ---- Umm al-Qura, Chinese --------------------------------------------------------------------------------------

/// Which month of the year a slot of the calendar is, from 0; -1 where the year does not have it. The slots of the
/// Chinese calendar are months and, after each, its leap month.
int lunar_month_in_year(const Calendar& calendar, const LunarYear& year, int slot) {
    if (calendar.system == CalendarSystem::umm_al_qura) return slot - 1;
    const int month = (slot + 1) / 2;
    const bool leap = slot % 2 == 0;
    if (leap) return month == year.leap_month ? month : -1;
    return year.leap_month != 0 && month > year.leap_month ? month : month - 1;
}

int days_in_lunar_month(const Calendar& calendar, std::int64_t year, int slot) {
    const LunarYear lunar = lunar_year(calendar.system, year);
    const int month = lunar_month_in_year(calendar, lunar, slot);
    if (month < 0) return 0;
    return (lunar.long_months >> static_cast<unsigned>(month) & 1U) != 0 ? 30 : 29;
}

/// Where years begin, with what all of them need worked out once.
class YearStarts {
public:
    explicit YearStarts(const Calendar& calendar)
        : calendar_(calendar), common_(is_lunar(calendar) ? 0 : days_of_common_year(calendar)) {}

    [[nodiscard]] std::int64_t start(std::int64_t year) const {
        if (calendar_.system == CalendarSystem::hebrew) return hebrew_start(year);
        if (is_lunar(calendar_)) return lunar_year(calendar_.system, year).first - calendar_.epoch.value_or(0);
        const std::int64_t common = (year - 1) * common_;
        return calendar_.leap ? common + calendar_.leap->days * leap_years_of(calendar_, year - 1) : common;
    }

private:
    const Calendar& calendar_;
    std::int64_t common_;  ///< days of a year without a leap day
};

/// The years after which a calendar repeats, and how many days they have together: the mean year follows.
struct Cycle {
    std::int64_t years = 1;
    std::int64_t days = 0;
};

Cycle cycle_of(const Calendar& calendar, const YearStarts& starts) {
    if (is_lunar(calendar)) {
        const LunarRange& range = lunar_range(calendar.system);
        return {range.years.last - range.years.first + 1, range.days};
    }
    // 19 Hebrew years are 235 months of 765433 / 25920 days.
    if (calendar.system == CalendarSystem::hebrew) return {98496, 35975351};
    if (calendar.system == CalendarSystem::french_republican) return {400, 146097};
    const std::int64_t years = calendar.leap ? std::max<std::int64_t>(leap_cycle(*calendar.leap), 1) : 1;
    const bool once = calendar.leap && leap_cycle(*calendar.leap) == 0;
    return {years, once ? days_of_common_year(calendar) : starts.start(years + 1)};
}

/// The longest month of common years.
int longest_month(const Calendar& calendar) {
    int longest = 0;
    for (const CalendarMonth& month : calendar.months)
        longest = std::max(longest, month.days);
    return longest;
}

/// Whether the month that the rule makes longer is a month only then, and else days between two.
bool is_proper_when_leap(const Calendar& calendar) {
    if (!calendar.leap) return false;
    const int days = calendar.months[static_cast<std::size_t>(calendar.leap->month) - 1].days;
    const int longest = longest_month(calendar);
    return 2 * days < longest && 2 * (days + calendar.leap->days) >= longest;
}

std::int64_t proper_months_of_common_year(const Calendar& calendar) {
    const int longest = longest_month(calendar);
    return std::count_if(calendar.months.begin(), calendar.months.end(),
                         [&](const CalendarMonth& month) { return 2 * month.days >= longest; });
}

}  // namespace

std::int64_t start_of_year(const Calendar& calendar, std::int64_t year) {
    return YearStarts(calendar).start(year);
}

CalendarYear year_at(const Calendar& calendar, std::int64_t day) {
    const YearStarts years(calendar);
    // The year is near what it would be with years of mean length; but leap years of a list may be far from even.
    const Cycle cycle = cycle_of(calendar, years);
    const std::int64_t whole = floor_divided(day, cycle.days);
    const double rest = static_cast<double>(day - whole * cycle.days) * static_cast<double>(cycle.years);
    const std::int64_t guess =
        whole * cycle.years + static_cast<std::int64_t>(rest / static_cast<double>(cycle.days)) + 1;
    std::int64_t low = guess;  // is to begin on the day or before it
    std::int64_t step = 1;
    for (; years.start(low) > day; step *= 2)
        low -= step;
    std::int64_t high = guess + 1;  // is to begin after it
    for (step = 1; years.start(high) <= day; step *= 2)
        high += step;
    while (high - low > 1) {
        const std::int64_t middle = low + (high - low) / 2;
        (years.start(middle) <= day ? low : high) = middle;
    }
    return {low, years.start(low)};
}

bool is_proper_month(const Calendar& calendar, std::int64_t year, int month) {
    return 2 * days_in_month(calendar, year, month) >= longest_month(calendar);
}

std::int64_t months_before(const Calendar& calendar, std::int64_t year) {
    if (calendar.system == CalendarSystem::hebrew) return hebrew_months_before(year);
    if (calendar.system == CalendarSystem::chinese) {
        // New moons are never far enough from the mean to be off by one here; the years of the range repeat.
        constexpr double mean_moon = 29.530588;
        const LunarRange& range = lunar_range(calendar.system);
        const std::int64_t years = range.years.last - range.years.first + 1;
        const std::int64_t times = floor_divided(year - range.years.first, years);
        const auto moons = [](std::int64_t days) { return std::llround(static_cast<double>(days) / mean_moon); };
        const std::int64_t first = lunar_year(calendar.system, year - times * years).first;
        return times * moons(range.days) + moons(first - range.first);
    }
    const std::int64_t common = (year - 1) * proper_months_of_common_year(calendar);
    return is_proper_when_leap(calendar) ? common + leap_years_of(calendar, year - 1) : common;
}

int days_in_month(const Calendar& calendar, std::int64_t year, int month) {
    if (calendar.system == CalendarSystem::hebrew) return days_in_hebrew_month(calendar, year, month);
    if (is_lunar(calendar)) return days_in_lunar_month(calendar, year, month);
    const int days = calendar.months[static_cast<std::size_t>(month) - 1].days;
    const bool longer = calendar.leap && calendar.leap->month == month && is_leap(calendar, year);
    return longer ? days + calendar.leap->days : days;
}

double mean_year(const Calendar& calendar) {
    const Cycle cycle = cycle_of(calendar, YearStarts(calendar));
    return static_cast<double>(cycle.days) / static_cast<double>(cycle.years);
}

double mean_months_in_year(const Calendar& calendar) {
    if (calendar.system == CalendarSystem::hebrew || calendar.system == CalendarSystem::chinese) return 235 / 19.0;
    const auto common = static_cast<double>(proper_months_of_common_year(calendar));
    const std::int64_t years = calendar.leap ? leap_cycle(*calendar.leap) : 0;
    if (years == 0 || !is_proper_when_leap(calendar)) return common;
    return common + static_cast<double>(leap_years_of(calendar, years)) / static_cast<double>(years);
}

double mean_month(const Calendar& calendar) {
    return mean_year(calendar) / mean_months_in_year(calendar);
}

}  // namespace fabula
