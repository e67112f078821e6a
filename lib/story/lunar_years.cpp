#include "story/lunar_years.hpp"

#include <array>
#include <cmath>
#include <memory>
#include <optional>
#include <unicode/calendar.h>
#include <unicode/locid.h>
#include <unicode/timezone.h>
#include <vector>

#include "source/floor_divided.hpp"
#include "story/calendar_years.hpp"
#include "story/chinese_year.hpp"

namespace fabula {
namespace {

// The table of Umm al-Qura that ICU has reaches from 1300 to 1600. The rules of the Chinese calendar are those of
// 1645; 988 years, 52 times 19, are nearly a whole number of years and of moons.
constexpr LunarRange umm_al_qura_range{{1300, 1600}, -31826, 106665};
constexpr LunarRange chinese_range{{1645, 2632}, -118676, 360863};

std::int64_t count_of(const YearRange& years) {
    return years.last - years.first + 1;
}

/// Where ICU lacks its data: years of twelve months that fill the range.
LunarYear stand_in(const LunarRange& range, std::int64_t year) {
    const auto start = [&](std::int64_t of) {
        return range.first + floor_divided((of - range.years.first) * range.days, count_of(range.years));
    };
    return {.first = start(year), .days = static_cast<int>(start(year + 1) - start(year)), .long_months = 0xAAA};
}

/// Years of Umm al-Qura; nothing where ICU fails.
std::optional<LunarYear> umm_al_qura_year(icu::Calendar& calendar, std::int64_t year) {
    constexpr double milliseconds_per_day = 86'400'000;
    UErrorCode status = U_ZERO_ERROR;
    std::array<std::int64_t, 13> starts{};  // of the months, and of the next year
    for (std::size_t month = 0; month < starts.size(); ++month) {
        const bool next = month == 12;
        calendar.clear();
        calendar.set(UCAL_EXTENDED_YEAR, static_cast<std::int32_t>(next ? year + 1 : year));
        calendar.set(UCAL_MONTH, next ? 0 : static_cast<std::int32_t>(month));
        calendar.set(UCAL_DATE, 1);
        starts[month] = static_cast<std::int64_t>(std::floor(calendar.getTime(status) / milliseconds_per_day));
    }
    if (U_FAILURE(status)) return std::nullopt;
    LunarYear result{.first = starts[0], .days = static_cast<int>(starts[12] - starts[0])};
    for (std::size_t month = 0; month < 12; ++month) {
        if (starts[month + 1] - starts[month] == 30) result.long_months |= 1U << month;
    }
    return result;
}

/// The years that were asked for. Each thread has its own, for the calendars of ICU have a state.
class Almanac {
public:
    explicit Almanac(CalendarSystem system)
        : range_(lunar_range(system)), years_(static_cast<std::size_t>(count_of(range_.years))) {
        if (system == CalendarSystem::chinese) return;
        UErrorCode status = U_ZERO_ERROR;
        umm_al_qura_.reset(icu::Calendar::createInstance(*icu::TimeZone::getGMT(),
                                                         icu::Locale("en@calendar=islamic-umalqura"), status));
        if (U_FAILURE(status)) umm_al_qura_.reset();
        missing_ = umm_al_qura_ == nullptr;
    }

    [[nodiscard]] LunarYear year(std::int64_t year) {
        const std::int64_t times = floor_divided(year - range_.years.first, count_of(range_.years));
        const std::int64_t same = year - times * count_of(range_.years);
        auto& known = years_[static_cast<std::size_t>(same - range_.years.first)];
        if (!known) known = worked_out(same);
        LunarYear result = *known;
        result.first += times * range_.days;
        return result;
    }

private:
    [[nodiscard]] LunarYear worked_out(std::int64_t year) {
        if (missing_) return stand_in(range_, year);
        if (!umm_al_qura_) return chinese_year(year);
        return umm_al_qura_year(*umm_al_qura_, year).value_or(stand_in(range_, year));
    }

    LunarRange range_;
    std::unique_ptr<icu::Calendar> umm_al_qura_;
    bool missing_ = false;
    std::vector<std::optional<LunarYear>> years_;
};

}  // namespace

const LunarRange& lunar_range(CalendarSystem system) {
    return system == CalendarSystem::chinese ? chinese_range : umm_al_qura_range;
}

LunarYear lunar_year(CalendarSystem system, std::int64_t year) {
    if (system == CalendarSystem::chinese) {
        thread_local Almanac chinese{CalendarSystem::chinese};
        return chinese.year(year);
    }
    thread_local Almanac umm_al_qura{CalendarSystem::umm_al_qura};
    return umm_al_qura.year(year);
}

}  // namespace fabula
