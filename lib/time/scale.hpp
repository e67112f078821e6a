#pragma once

#include <cmath>
#include <cstdint>
#include <optional>

#include "fabula/story.hpp"
#include "fabula/timetable.hpp"

#include "time/network.hpp"

/// From what authors count in (years, minutes, scenes) to exact ticks, and from ticks to the numbers of a timetable.
namespace fabula::timing {

/// The smallest difference: what "before" means where nothing says by how much. Far under what a timetable shows.
inline constexpr Ticks instant = 1;

/// How far from 1970 a story reaches. With years beyond five million ticks are longer, so that they can be counted.
enum class Reach { history, deep_time };
inline constexpr double farthest_year_of_history = 5e6;

class Scale {
public:
    /// `clock` is the name of the story's own unit; only used on TimeAxis::clock. `calendar` says how long years,
    /// months, weeks, days and hours are.
    explicit Scale(TimeAxis axis, std::string_view clock = {}, const Calendar& calendar = gregorian(),
                   Reach reach = Reach::history);

    [[nodiscard]] TimeAxis axis() const noexcept { return axis_; }

    /// Nothing where the axis counts something that is not time ("scene") and `unit` is not that.
    [[nodiscard]] std::optional<Ticks> ticks(double amount, TimeUnit unit) const;

    /// So many seconds. Precondition: counts_time().
    [[nodiscard]] Ticks from_seconds(std::int64_t seconds) const;
    /// Whole seconds, rounded down. Precondition: counts_time().
    [[nodiscard]] std::int64_t to_seconds(Ticks ticks) const;

    /// Whether the axis counts time, and not scenes or the like.
    [[nodiscard]] bool counts_time() const noexcept { return seconds_per_tick_.has_value(); }
    /// Whether the axis counts whole days without dates: a clock of days or weeks, or lengths of a story that says
    /// times of the day. Then its days begin at its zero.
    [[nodiscard]] bool counts_days() const noexcept { return counts_days_; }
    void count_days() noexcept { counts_days_ = true; }

    /// Shows times as counted from `zero`.
    void count_from(Ticks zero) noexcept { zero_ = zero; }

    /// Months in a year, rounded.
    [[nodiscard]] double months_in_year() const noexcept { return std::round(days_in_year_ / days_in_month_); }

    /// Days in a day or a week.
    [[nodiscard]] double days_in(TimeUnit unit) const noexcept { return unit == TimeUnit::week ? days_in_week_ : 1; }

    /// How far a number of `unit`s may be off because calendar months and years are not all of one length.
    [[nodiscard]] Ticks irregularity(TimeUnit unit) const;

    /// The least difference that a timetable shows: a second (in deep time a minute), or a thousandth of the clock's
    /// unit.
    [[nodiscard]] Ticks grain() const noexcept { return grain_; }

    /// The number that a timetable shows for `time`; infinite where it is beyond `never`.
    [[nodiscard]] double axis_value(Ticks time) const;

    /// A length of time in units of the axis; unlike a point it does not depend on where days are counted from.
    [[nodiscard]] double axis_length(Ticks length) const;

private:
    [[nodiscard]] double seconds_in(TimeUnit unit) const;
    void count_clock(std::string_view clock);

    /// Ticks in a number of seconds, as a fraction so that it is exact.
    struct Ratio {
        std::int64_t ticks = 1;
        std::int64_t seconds = 1;
    };

    TimeAxis axis_;
    double ticks_per_unit_ = 0;  // of the axis: a day, or the clock's unit
    std::optional<Ratio> seconds_per_tick_;
    Ticks grain_ = 1;
    Ticks zero_ = 0;  // where the axis counts days from
    bool counts_days_ = false;
    double minutes_in_hour_ = 60;
    double hours_in_day_ = 24;
    double days_in_week_ = 7;
    double days_in_month_ = 0;
    double days_in_year_ = 0;
    double month_off_ = 0;  ///< in days, how far months counted by their mean length are from those of the calendar
    double year_off_ = 0;
};

}  // namespace fabula::timing
