// duration_ticks, age_ticks, lived_while_away: how long a written length can be.
#include <algorithm>
#include <cmath>

#include "time/phrases.hpp"

namespace fabula::timing {

namespace {

/// Lengths around a written one, counted in its first unit: "2 years 3 months" goes on with three twelfths.
class Counted {
public:
    Counted(const Duration& length, const Scale& scale)
        : scale_(scale), unit_(length.unit), irregularity_(scale.irregularity(length.unit)) {
        const auto one = scale.ticks(1, unit_);
        if (!one || *one == 0) return;  // the axis does not tell such lengths apart
        TimeUnit last = unit_;
        for (const DurationPart& part : length.more) {
            rest_ += scale.ticks(part.count, part.unit).value_or(0);
            irregularity_ += scale.irregularity(part.unit);
            last = part.unit;
        }
        rest_units_ = static_cast<double>(rest_) / static_cast<double>(*one);
        if (last != unit_) last_unit_ = static_cast<double>(*scale.ticks(1, last)) / static_cast<double>(*one);
    }

    /// The parts after the first, and one of the last unit, in the first.
    [[nodiscard]] double rest() const { return rest_units_; }
    [[nodiscard]] double last_unit() const { return last_unit_; }

    /// How far all of it may be off, see Scale::irregularity.
    [[nodiscard]] Ticks irregularity() const { return irregularity_; }

    /// So many of the first unit and the rest; nothing where the axis does not count them.
    [[nodiscard]] std::optional<Ticks> ticks(double count) const {
        const double shown = std::max(count, -rest_units_);
        const auto first = shown < 0 ? scale_.ticks(0, unit_) : scale_.ticks(shown, unit_);
        if (!first) return std::nullopt;
        const Ticks sum = shown < 0 ? rest_ - *scale_.ticks(-shown, unit_) : *first + rest_;
        return std::clamp(sum, -never / 8, never / 8);  // one length is no longer than what a scale counts
    }

private:
    const Scale& scale_;
    TimeUnit unit_;
    Ticks irregularity_ = 0;
    Ticks rest_ = 0;
    double rest_units_ = 0;
    double last_unit_ = 1;
};

bool counts_days(TimeUnit unit) {
    return unit == TimeUnit::day || unit == TimeUnit::week;
}

/// A length of so many first units and the rest, as the calendar counts it.
CalendarLength calendar_length(double count, const Duration& duration, const Scale& scale, Days days = Days::alike) {
    CalendarLength length;
    const auto add = [&](double number, TimeUnit unit) {
        if (unit == TimeUnit::year) length.years += number;
        if (unit == TimeUnit::month) length.months += number;
        if (unit >= TimeUnit::month) return;
        if (days == Days::by_the_clock && counts_days(unit)) {
            const double whole = std::floor(number * scale.days_in(unit));
            length.days += static_cast<std::int64_t>(whole);
            number -= whole / scale.days_in(unit);
        }
        length.rest += scale.ticks(number, unit).value_or(0);
    };
    add(count, duration.unit);
    for (const DurationPart& part : duration.more)
        add(part.count, part.unit);
    // A year and a half is 18 months, where years have twelve.
    constexpr double months_of_a_year = 12;
    const double whole = std::floor(length.years);
    const double months = (length.years - whole) * months_of_a_year;
    if (scale.months_in_year() == months_of_a_year && months == std::round(months)) {
        length.years = whole;
        length.months += months;
    }
    return length;
}

bool is_by_calendar(const Duration& duration, Days days = Days::alike) {
    const auto irregular = [days](TimeUnit unit) {
        const bool changing = days == Days::by_the_clock && counts_days(unit);
        return unit == TimeUnit::year || unit == TimeUnit::month || changing;
    };
    return irregular(duration.unit) || std::any_of(duration.more.begin(), duration.more.end(),
                                                   [&](const DurationPart& part) { return irregular(part.unit); });
}

/// How far `about` reaches, in the first unit: a share of the whole, at least one of the last unit.
double spread_of(double low, double high, bool about, const Counted& counted, double tolerance) {
    return about ? std::max(tolerance * ((low + high) / 2 + counted.rest()), counted.last_unit()) : 0;
}

}  // namespace

std::optional<DurationTicks> lived_while_away(const Absence& absence, const Scale& scale, const Story& story) {
    if (!absence.lives) return std::nullopt;
    return duration_ticks(absence.lives->value, scale, story.time().tolerance);
}

std::optional<DurationTicks> duration_ticks(const Duration& duration, const Scale& scale, double tolerance, Days days) {
    using Limit = Duration::Limit;
    const Counted counted(duration, scale);
    const double spread = spread_of(duration.low, duration.high, duration.about, counted, tolerance);
    const auto low = counted.ticks(duration.low - spread);
    const auto high = counted.ticks(duration.high + spread);
    const auto best = counted.ticks((duration.low + duration.high) / 2);
    if (!low || !high || !best) return std::nullopt;
    const bool takes_time = duration.high + counted.rest() > 0;
    const bool by_calendar = is_by_calendar(duration, days);
    constexpr double farthest_change = 3;  // hours that a clock is put forward or back by
    const bool changes = by_calendar && days == Days::by_the_clock;
    const Ticks change = changes ? scale.ticks(farthest_change, TimeUnit::hour).value_or(0) : 0;
    const Ticks slack = takes_time ? counted.irregularity() + change : 0;
    const Ticks least = takes_time ? instant : 0;
    // A length too short to be counted is still one: something is after, and not at the same time.
    DurationTicks ticks{std::max(*low - slack, least), std::max(*high + slack, least), std::max(*best, least),
                        *low != *high || slack > 0};
    ticks.least = calendar_length(std::max(duration.low - spread, 0.0), duration, scale, days);
    ticks.most = calendar_length(duration.high + spread, duration, scale, days);
    ticks.by_calendar = by_calendar;
    if (duration.limit == Limit::at_least || duration.limit == Limit::more_than) {
        ticks.low += duration.limit == Limit::more_than ? instant : 0;
        ticks.high = never;
        ticks.most.reset();
    } else if (duration.limit == Limit::at_most || duration.limit == Limit::less_than) {
        const Ticks under = duration.limit == Limit::less_than ? scale.grain() : 0;
        ticks.high = std::max(ticks.high - under, least);
        ticks.most->rest -= under;
        ticks.low = least;
        ticks.least.reset();
    }
    if (duration.limit != Limit::none) ticks.soft = true;
    return ticks;
}

std::optional<AgeTicks> age_ticks(const AgePhrase& age, const Scale& scale, double tolerance) {
    const Duration length{age.low, age.high, age.unit, age.about, age.more};
    const Counted counted(length, scale);
    const double spread = spread_of(age.low, age.high, age.about, counted, tolerance);
    const auto low = counted.ticks(age.low - spread);
    if (!low) return std::nullopt;
    AgeTicks ticks{.low = *low,
                   .high = *counted.ticks(age.high + counted.last_unit() + spread),
                   .best = *counted.ticks(age.low),
                   .last = *counted.ticks(age.high),
                   .best_end = *counted.ticks(age.high + counted.last_unit()),
                   .slack = counted.irregularity(),
                   .from = calendar_length(std::max(age.low - spread, 0.0), length, scale),
                   .until = calendar_length(age.high + spread, length, scale),
                   .by_calendar = is_by_calendar(length) || age.unit >= TimeUnit::day};
    const TimeUnit last = age.more.empty() ? age.unit : age.more.back().unit;
    if (last == TimeUnit::year) ticks.until.years += 1;
    if (last == TimeUnit::month) ticks.until.months += 1;
    if (last < TimeUnit::month) ticks.until.rest += scale.ticks(1, last).value_or(0);
    // A birthday begins at midnight, at whatever time of the day the birth was.
    if (ticks.by_calendar && scale.axis() == TimeAxis::calendar)
        ticks.slack += scale.ticks(1, TimeUnit::day).value_or(0);
    return ticks;
}

}  // namespace fabula::timing
