// How far sums of years and months can be from those of mean years and months.

#include <algorithm>
#include <cmath>

#include "story/calendar_sum.hpp"
#include "story/calendar_years.hpp"
#include "story/leap_rule.hpp"

namespace fabula {
namespace {

/// The least and the greatest of some numbers.
struct Extent {
    double least = 0;
    double most = 0;

    void add(double value) {
        least = std::min(least, value);
        most = std::max(most, value);
    }
    [[nodiscard]] double length() const { return most - least; }
};

/// By how many leap years their count can differ from the mean count, between any two years.
double leap_years_off(const LeapRule& rule) {
    if (rule.years.empty()) {
        double off = 0;  // less than one for each number of leap years that is rounded
        for (const std::int64_t every : {rule.every, rule.except, rule.unless})
            off += every == 0 ? 0 : 1;
        return off - 1.0 / static_cast<double>(rule.every);
    }
    if (rule.cycle == 0) return static_cast<double>(rule.years.size());
    const double share = static_cast<double>(rule.years.size()) / static_cast<double>(rule.cycle);
    Extent off;
    double count = 0;
    for (const std::int64_t year : rule.years) {
        off.add(count - share * static_cast<double>(year));
        off.add(++count - share * static_cast<double>(year));
    }
    return off.length();
}

/// By how many days the beginning of a year can be from that of a mean one.
double starts_off(const Calendar& calendar) {
    if (!calendar.leap) return 0;
    if (calendar.system != CalendarSystem::french_republican)
        return leap_years_off(*calendar.leap) * calendar.leap->days;
    return 4;  // as the Gregorian, with the years 3 to 15 a year before their turn
}

/// What there is within years: how far the beginnings and ends of months are from mean months that begin with the year,
/// and how much longer the longest month is, with the days behind it, than the shortest.
struct Profile {
    Extent off;
    int longest = 0;
    int shortest = 0;
};

Profile profile_of(const Calendar& calendar) {
    Profile result;
    int longest = 0;
    for (const CalendarMonth& month : calendar.months)
        longest = std::max(longest, month.days);
    result.shortest = longest;
    for (const bool leap : {false, true}) {
        double day = 0;
        double expected = 0;
        int behind = 0;  // days between months, the first of which may lie behind the last month of the year before
        for (std::size_t i = 0; i < calendar.months.size(); ++i) {
            const bool longer = leap && calendar.leap && static_cast<std::size_t>(calendar.leap->month) == i + 1;
            const int days = calendar.months[i].days + (longer ? calendar.leap->days : 0);
            const bool proper = 2 * days >= longest;
            result.off.add(day - expected);
            day += days;
            if (proper) expected += mean_month(calendar);
            result.off.add(day - expected);
            behind += proper ? 0 : days;
            if (proper) result.shortest = std::min(result.shortest, days);
            if (proper) result.longest = std::max(result.longest, days);
        }
        result.longest = std::max(result.longest, longest + behind);
    }
    return result;
}

std::int64_t rounded_up(double days) {
    return static_cast<std::int64_t>(std::ceil(days + 1e-6));
}

}  // namespace

std::int64_t most_days_off_in_years(const Calendar& calendar) {
    switch (calendar.system) {
        // A leap month sooner or later, and what moons and postponements add.
        case CalendarSystem::hebrew:
            return 33;
        case CalendarSystem::chinese:
            return 40;
        case CalendarSystem::umm_al_qura:
            return 6;
        default:
            // From one beginning of a year to the other; and the day within the year, which moves by the leap days.
            return rounded_up(starts_off(calendar) + (calendar.leap ? calendar.leap->days : 0));
    }
}

std::int64_t most_days_off_in_months(const Calendar& calendar) {
    switch (calendar.system) {
        case CalendarSystem::hebrew:
        case CalendarSystem::chinese:
        case CalendarSystem::umm_al_qura:
            return 6;
        default: {
            const Profile profile = profile_of(calendar);
            return rounded_up(starts_off(calendar) + profile.off.length() + profile.longest - profile.shortest);
        }
    }
}

}  // namespace fabula
