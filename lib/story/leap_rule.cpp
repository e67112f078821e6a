#include "story/leap_rule.hpp"

#include <algorithm>
#include <numeric>

#include "source/floor_divided.hpp"
#include "story/calendar_years.hpp"

namespace fabula {
namespace {

/// Mostly one number is a multiple of the other, which is found sooner.
std::int64_t common_multiple(std::int64_t first, std::int64_t second) {
    return second % first == 0 ? second : std::lcm(first, second);
}

/// Of the years 1 to `year`, those of the list: never fewer than none.
std::int64_t listed_until(const std::vector<std::int64_t>& years, std::int64_t year) {
    return std::upper_bound(years.begin(), years.end(), year) - years.begin();
}

/// Leap years up to `year`, from wherever: only differences mean something.
std::int64_t count_until(const LeapRule& rule, std::int64_t year) {
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

}  // namespace

std::int64_t leap_years_until(const LeapRule& rule, std::int64_t year) {
    const bool from_zero = rule.from == 0 && rule.years.empty();
    return from_zero ? count_until(rule, year) : count_until(rule, year) - count_until(rule, 0);
}

std::int64_t leap_cycle(const LeapRule& rule) {
    if (!rule.years.empty()) return rule.cycle;
    const std::int64_t excepted = rule.except == 0 ? rule.every : common_multiple(rule.every, rule.except);
    return rule.unless == 0 ? excepted : common_multiple(excepted, rule.unless);
}

std::int64_t republican_leap_years_until(std::int64_t year) {
    const LeapRule romme{.except = 100, .unless = 400};
    if (year >= 16) return leap_years_until(romme, year);  // 4, 8, 12 and 16 stand for 3, 7, 11 and 15
    if (year >= 1) return (year + 1) / 4;
    return leap_years_until(romme, year);
}

}  // namespace fabula
