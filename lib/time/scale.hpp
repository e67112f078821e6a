#pragma once

#include <optional>

#include "fabula/story.hpp"
#include "fabula/timetable.hpp"

#include "time/network.hpp"

/// From what authors count in (years, minutes, scenes) to exact ticks, and from ticks to the numbers of a timetable.
namespace fabula::timing {

/// The smallest difference: what "before" means where nothing says by how much. Far under what a timetable shows.
inline constexpr Ticks instant = 1;

class Scale {
public:
    /// `clock` is the name of the story's own unit; only used on TimeAxis::clock. `calendar` says how long years,
    /// months and weeks are.
    explicit Scale(TimeAxis axis, std::string_view clock = {}, const Calendar& calendar = gregorian());

    [[nodiscard]] TimeAxis axis() const noexcept { return axis_; }

    /// Nothing where the axis counts something that is not time ("scene") and `unit` is not that.
    [[nodiscard]] std::optional<Ticks> ticks(double amount, TimeUnit unit) const;
    [[nodiscard]] std::optional<Ticks> minutes(double amount) const { return ticks(amount, TimeUnit::minute); }

    /// How far a number of `unit`s may be off because calendar months and years are not all of one length.
    [[nodiscard]] Ticks irregularity(TimeUnit unit) const;

    /// The least difference that a timetable shows: a minute, or a thousandth of the clock's unit.
    [[nodiscard]] Ticks grain() const noexcept { return grain_; }

    /// The number that a timetable shows for `time`; infinite where it is beyond `never`.
    [[nodiscard]] double axis_value(Ticks time) const;

private:
    [[nodiscard]] double minutes_in(TimeUnit unit) const;

    TimeAxis axis_;
    double ticks_per_unit_ = 0;  // of the axis: a day, or the clock's unit
    std::optional<double> ticks_per_minute_;
    Ticks grain_ = 1;
    double days_in_week_ = 7;
    double days_in_month_ = 0;
    double days_in_year_ = 0;
    double month_off_ = 0;  ///< in days, how far months counted by their mean length are from those of the calendar
    double year_off_ = 0;
};

}  // namespace fabula::timing
