#include "story/lunar_years.hpp"

#include <array>
#include <cmath>
#include <memory>
#include <optional>
#include <unicode/calendar.h>
#include <unicode/locid.h>
#include <unicode/timezone.h>
#include <vector>

#include "story/calendar_years.hpp"

namespace fabula {
namespace {

constexpr double milliseconds_per_day = 86'400'000;

// The table of Umm al-Qura that ICU has reaches from 1300 to 1600. The rules of the Chinese calendar are those of
// 1645; 988 years, 52 times 19, are nearly a whole number of years and of moons.
constexpr LunarRange umm_al_qura_range{{1300, 1600}, -31826, 106665};
constexpr LunarRange chinese_range{{1645, 2632}, -118676, 360863};

/// ICU counts Chinese years on from 2637 BC.
constexpr std::int64_t chinese_years_ahead = 2637;

/// The calendar of ICU for one system, and the years that were asked for. Each thread has its own, for those of ICU
/// have a state.
class Almanac {
public:
    explicit Almanac(CalendarSystem system)
        : chinese_(system == CalendarSystem::chinese),
          years_(static_cast<std::size_t>(lunar_range(system).years.last - lunar_range(system).years.first) + 2) {
        UErrorCode status = U_ZERO_ERROR;
        const icu::Locale locale(chinese_ ? "en@calendar=chinese" : "en@calendar=islamic-umalqura");
        calendar_.reset(icu::Calendar::createInstance(*icu::TimeZone::getGMT(), locale, status));
        if (U_FAILURE(status)) calendar_.reset();
    }

    const LunarYear& year(const LunarRange& range, std::int64_t year) {
        auto& known = years_[static_cast<std::size_t>(year - range.years.first)];
        if (!known) known = worked_out(range, year);
        return *known;
    }

private:
    /// The first day of a month, from 0.
    [[nodiscard]] std::optional<std::int64_t> first_day(std::int64_t year, int month, bool leap = false) {
        UErrorCode status = U_ZERO_ERROR;
        if (!calendar_) return std::nullopt;
        calendar_->clear();
        calendar_->set(UCAL_EXTENDED_YEAR, static_cast<std::int32_t>(chinese_ ? year + chinese_years_ahead : year));
        calendar_->set(UCAL_MONTH, month);
        if (chinese_) calendar_->set(UCAL_IS_LEAP_MONTH, leap ? 1 : 0);
        calendar_->set(UCAL_DATE, 1);
        const double time = calendar_->getTime(status);
        if (U_FAILURE(status)) return std::nullopt;
        return static_cast<std::int64_t>(std::floor(time / milliseconds_per_day));
    }

    [[nodiscard]] LunarYear worked_out(const LunarRange& range, std::int64_t year) {
        LunarYear result;
        std::array<std::int64_t, 14> starts{};  // of the months, the leap month among them, and of the next year
        std::size_t months = 0;
        for (int month = 0; month <= 12; ++month) {
            const bool next = month == 12;
            const auto start = next ? first_day(year + 1, 0) : first_day(year, month);
            if (!start) return stand_in(range, year);
            if (months > 0 && months < 13 && *start - starts[months - 1] > 30) {
                result.leap_month = month;
                const auto leap = first_day(year, month - 1, true);
                if (!leap) return stand_in(range, year);
                starts[months++] = *leap;
            }
            starts[months++] = *start;
        }
        result.first = starts[0];
        result.days = static_cast<int>(starts[months - 1] - starts[0]);
        for (std::size_t i = 0; i + 1 < months; ++i) {
            if (starts[i + 1] - starts[i] == 30) result.long_months |= 1U << i;
        }
        return result;
    }

    /// Where ICU lacks its data: years of twelve months that fill the range.
    [[nodiscard]] static LunarYear stand_in(const LunarRange& range, std::int64_t year) {
        const std::int64_t years = range.years.last - range.years.first + 1;
        const auto start = [&](std::int64_t of) {
            return range.first + floor_divided((of - range.years.first) * range.days, years);
        };
        return {.first = start(year), .days = static_cast<int>(start(year + 1) - start(year)), .long_months = 0xAAA};
    }

    bool chinese_;
    std::unique_ptr<icu::Calendar> calendar_;
    std::vector<std::optional<LunarYear>> years_;
};

}  // namespace

const LunarRange& lunar_range(CalendarSystem system) {
    return system == CalendarSystem::chinese ? chinese_range : umm_al_qura_range;
}

LunarYear lunar_year(CalendarSystem system, std::int64_t year) {
    thread_local Almanac chinese{CalendarSystem::chinese};
    thread_local Almanac umm_al_qura{CalendarSystem::umm_al_qura};
    const LunarRange& range = lunar_range(system);
    const std::int64_t years = range.years.last - range.years.first + 1;
    const std::int64_t times = floor_divided(year - range.years.first, years);
    LunarYear result = (system == CalendarSystem::chinese ? chinese : umm_al_qura).year(range, year - times * years);
    result.first += times * range.days;
    return result;
}

}  // namespace fabula
