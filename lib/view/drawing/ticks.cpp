// What an axis may show: candidate_ticks, and what it chooses from: round steps, the ticks of a calendar, those of
// elapsed time. Which of them find room is decided in axis_figures.cpp.
#include "view/drawing/ticks.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "source/number.hpp"

namespace fabula::drawing {
namespace {

/// 1, 2, 5, 10, 20, 50 ... : the least such step that gives no more than `most` figures over `range`.
double round_step(double range, double most) {
    double step = 1;
    for (int i = 0; range / step > most; ++i)
        step *= i % 3 == 1 ? 2.5 : 2;
    return step;
}

/// From the step that gives about four figures over `range` to `finest`. All multiples of a step are among those of the
/// next: 50, 10, 5, 1.
std::vector<double> round_steps(double range, double finest) {
    std::vector<double> steps{std::max(finest, round_step(range, 4))};
    double power = 1;
    while (power * 10 <= steps.front())
        power *= 10;
    for (; power >= 1 && steps.back() > finest; power /= 10) {
        for (const double step : {5 * power, power}) {
            if (step < steps.back() && step >= finest) steps.push_back(step);
        }
    }
    return steps;
}

/// A multiple of a round step.
struct RoundFigure {
    double value = 0;
    double step = 0;  ///< 0 for the coarsest
};

/// Multiples of `steps` from `from` to `until`, each value once. The steps go from the coarsest to the finest.
std::vector<RoundFigure> round_figures(double from, double until, const std::vector<double>& steps) {
    constexpr std::size_t most_values = 4000;
    std::vector<RoundFigure> figures;
    std::vector<double> sorted;
    for (const double step : steps) {
        for (double k = std::ceil(from / step); k * step <= until && figures.size() < most_values; ++k) {
            const double value = k * step;
            if (!std::ranges::binary_search(sorted, value))
                figures.push_back({value, step == steps.front() ? 0 : step});
        }
        sorted.clear();
        for (const RoundFigure& figure : figures)
            sorted.push_back(figure.value);
        std::ranges::sort(sorted);
    }
    return figures;
}

/// Multiples of ever smaller round steps, none finer than `finest`.
std::vector<RoundFigure> round_figures(double from, double until, double finest) {
    return round_figures(from, until, round_steps(until - from, finest));
}

/// A run of years that are counted in one way.
struct YearCount {
    std::int64_t first = 0;  ///< years of the calendar
    std::int64_t last = 0;
    std::int64_t origin = 0;  ///< the year that would be 0 of the count
    bool backwards = false;

    [[nodiscard]] double count(std::int64_t year) const {
        return static_cast<double>(backwards ? origin - year : year - origin);
    }
    [[nodiscard]] std::int64_t year(double count) const {
        const auto years = static_cast<std::int64_t>(count);
        return backwards ? origin - years : origin + years;
    }
};

/// The counts of the years from `first` to `last`: by eras, and before our era backwards from it.
std::vector<YearCount> year_counts(const Calendar& calendar, std::int64_t first, std::int64_t last) {
    std::vector<std::int64_t> starts{first};
    const auto start = [&](std::int64_t year) {
        if (year > first && year <= last) starts.push_back(year);
    };
    if (calendar.standard) start(1);
    for (const Era& era : calendar.eras)
        start(era.first);
    std::ranges::sort(starts);
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    std::vector<YearCount> counts;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        YearCount count{starts[i], i + 1 < starts.size() ? starts[i + 1] - 1 : last};
        if (const auto era = era_year(calendar, count.first)) {
            count.backwards = calendar.eras[era->era].backwards;
            count.origin = count.backwards ? count.first + era->year : count.first - era->year;
        } else if (calendar.standard && count.first <= 0) {
            count.backwards = true;
            count.origin = 1;
        }
        counts.push_back(count);
    }
    return counts;
}

/// The years, months, days, hours and minutes that an axis over these times may show, the most important first: round
/// in the count of the calendar, and in that of its eras.
class CalendarTicks {
public:
    CalendarTicks(const Context& context, double from, double until, bool weekdays)
        : context_(context),
          calendar_(context.timetable.calendar),
          weekdays_(weekdays),
          ahead_(context.timetable.zone_ahead),
          from_(from + ahead_),
          until_(until + ahead_) {}

    [[nodiscard]] std::vector<Tick> all() && {
        const bool clocks = context_.timetable.timed;
        if (clocks && until_ - from_ <= most_days_as_days) {
            add_midnights();
        } else {
            add_years();
            add_months();
            add_days();
        }
        if (clocks) add_hours();
        return std::move(ticks_);
    }

private:
    static constexpr double most_days_as_days = 4;  ///< a picture of so few days shows days where others show years

    /// Adds a tick at a time of the clock that the axis shows.
    void add(double local, std::string text, bool major, double step = 0) {
        if (local >= from_ && local <= until_) ticks_.push_back({local - ahead_, std::move(text), major, step});
    }

    /// Adds where the axis begins, for when no major tick says it.
    void add_start(std::string text) { ticks_.insert(ticks_.begin(), {from_ - ahead_, std::move(text), true}); }

    [[nodiscard]] double start_of(std::int64_t year, int month = 1, int day = 1) const {
        return static_cast<double>(day_number(calendar_, {year, month, day}));
    }

    [[nodiscard]] std::string day_words(double day, bool with_year) const {
        return context_.wording.date(day, {.year = with_year, .weekday = weekdays_});
    }

    void add_years() {
        const std::int64_t first = year_of(calendar_, from_);
        const std::int64_t last = year_of(calendar_, until_);
        if (calendar_.standard && first < deep_time) return add_deep_time(first, last);
        const auto counts = year_counts(calendar_, first, last);
        const double range = static_cast<double>(last - first);
        std::vector<RoundYear> years;
        for (const YearCount& count : counts) {
            const auto [low, high] = std::minmax({count.count(count.first), count.count(count.last)});
            std::size_t place = 0;
            for (const RoundFigure& figure : round_figures(low, high, round_steps(range, round_step(range, 150)))) {
                if (figure.value == 0 && counts.size() > 1) continue;  // no year of an era
                const double share = static_cast<double>(place++) / (high - low + 1);
                years.push_back({share, count.year(figure.value), figure.step * mean_year(calendar_)});
            }
            const bool begins_era = count.first > first;
            if (begins_era) years.push_back({-1, count.first});
        }
        std::ranges::stable_sort(years, {}, &RoundYear::place);
        const bool both_eras = calendar_.standard && first <= 0 && last > 0;
        for (const RoundYear& year : once(std::move(years))) {
            const double day = start_of(year.year);
            constexpr std::int64_t alike = 100;  // an earlier year could be taken for one before our era
            add(day, both_eras && year.year < alike ? context_.wording.year_of_era(day) : context_.wording.year(day),
                true, year.step);
        }
        // Among few years the first is named too, although its first day is off the page.
        constexpr std::size_t few = 3;
        const bool starts = std::ranges::any_of(
            ticks_, [&](const Tick& tick) { return year_of(calendar_, tick.time + ahead_) == first; });
        if (ticks_.size() < few && !starts) add_start(context_.wording.year(from_));
    }

    /// A year with its place among those of its own count.
    struct RoundYear {
        double place = 0;
        std::int64_t year = 0;
        double step = 0;  ///< in days
    };

    [[nodiscard]] static std::vector<RoundYear> once(std::vector<RoundYear> years) {
        std::vector<std::int64_t> seen;
        std::erase_if(years, [&seen](const RoundYear& year) {
            const auto at = std::ranges::lower_bound(seen, year.year);
            if (at != seen.end() && *at == year.year) return true;
            seen.insert(at, year.year);
            return false;
        });
        return years;
    }

    /// Years before today in the units of geology: thousands (ka), millions (Ma), thousand millions (Ga); before that
    /// time, years of our era.
    void add_deep_time(std::int64_t first, std::int64_t last) {
        const double longest = -static_cast<double>(first);
        const double shortest = std::max(0.0, -static_cast<double>(last));
        const double least = std::max(round_step(longest - shortest, 150), 1000.0);
        for (const RoundFigure& figure : round_figures(shortest, longest, least)) {
            if (figure.value < -static_cast<double>(deep_time)) continue;
            add(start_of(-static_cast<std::int64_t>(figure.value)), ago(figure.value), true,
                figure.step * mean_year(calendar_));
        }
        constexpr double too_long = 100;  // beside which times that are written in years are too short to see
        if (longest > -too_long * static_cast<double>(deep_time)) {
            add(std::min(until_, start_of(2000)), "0", true);
        } else if (last > deep_time) {
            add_written_years(std::max(first, deep_time), last);
        }
        if (ticks_.empty()) add_start(context_.wording.year(from_));
    }

    [[nodiscard]] std::string ago(double years) const {
        constexpr double thousand = 1e3;
        constexpr double million = 1e6;
        constexpr double billion = 1e9;
        const double unit = years >= billion ? billion : years >= million ? million : thousand;
        const char* const name = unit == billion ? "Ga" : unit == million ? "Ma" : "ka";
        return context_.wording.figure(years / unit) + "\u00a0" + name;
    }

    void add_written_years(std::int64_t first, std::int64_t last) {
        for (const YearCount& count : year_counts(calendar_, first, last)) {
            const auto [low, high] = std::minmax({count.count(count.first), count.count(count.last)});
            for (const RoundFigure& figure : round_figures(low, high, std::max(100.0, round_step(high - low, 150)))) {
                const double day = start_of(count.year(figure.value));
                if (figure.value > 0) add(day, context_.wording.year(day), true, figure.step * mean_year(calendar_));
            }
        }
    }

    /// The first of each quarter, then of the others.
    void add_months() {
        constexpr double most_years = 30;
        const double from = std::max(from_, context_.timetable.from + ahead_);
        if (until_ - from > most_years * mean_year(calendar_)) return;
        const auto months = static_cast<int>(calendar_.months.size());
        const int quarter = months % 3 == 0 && months > 6 ? 3 : 1;
        for (const bool quarters : {true, false}) {
            CalendarDay month = day_of(calendar_, static_cast<std::int64_t>(std::floor(from)));
            for (month.day = 1; static_cast<double>(day_number(calendar_, month)) <= until_; ++month.month) {
                if (month.month > months) month = {.year = month.year + 1};
                if (month.month == 1 || days_in_month(calendar_, month.year, month.month) == 0) continue;
                if (((month.month - 1) % quarter == 0) != quarters) continue;
                const auto day = static_cast<double>(day_number(calendar_, month));
                const double step = (quarters ? quarter : 1) * mean_month(calendar_);
                if (day >= from) add(day, context_.wording.month(day), false, step);
            }
        }
    }

    /// Days of the month: those that 10 divides, those that 5 divides, all.
    void add_days() {
        constexpr double most_days = 400;
        constexpr double most_single_days = 70;
        const double from = std::max(from_, context_.timetable.from + ahead_);
        if (until_ - from > most_days) return;
        for (const int step : {10, 5, 1}) {
            if (step == 1 && until_ - from > most_single_days) break;
            for (double day = std::ceil(from); day <= until_; ++day) {
                const CalendarDay date = day_of(calendar_, static_cast<std::int64_t>(day));
                const bool is_said = step < 10 && date.day % 10 == 0;
                const bool is_said_too = step < 5 && date.day % 5 == 0;
                if (date.day == 1 || date.day % step != 0 || is_said || is_said_too) continue;
                if (step > 1 && date.day + 1 >= days_in_month(calendar_, date.year, date.month)) continue;
                add(day, day_words(day, false), false, step);
            }
        }
    }

    /// The day in full where the picture begins, then each that begins.
    void add_midnights() {
        for (double day = std::ceil(from_); day <= until_; ++day)
            add(day, day_words(day, false), true);
        const std::string zone = context_.wording.zone(context_.timetable.zone);
        const std::string first = day_words(from_, true);
        add_start(zone.empty() ? first : first + ", " + zone);
    }

    /// In minutes, from half a day to one: hours that divide the day, minutes that divide the hour.
    [[nodiscard]] std::vector<double> round_steps_of_day() const {
        const int hour = calendar_.minutes_in_hour;
        std::vector<double> steps;
        for (const int parts : {2, 4, 8, 12, calendar_.hours_in_day}) {
            const bool whole = calendar_.hours_in_day % parts == 0;
            const double step = calendar_.hours_in_day / parts * hour;
            if (whole && (steps.empty() || step < steps.back())) steps.push_back(step);
        }
        for (const int minutes : {50, 30, 25, 20, 15, 10, 5, 1}) {
            const bool follows = !steps.empty() && std::fmod(steps.back(), minutes) == 0;
            if (minutes < hour && hour % minutes == 0 && follows) steps.push_back(minutes);
        }
        return steps;
    }

    /// Hours and minutes, the round ones first.
    void add_hours() {
        constexpr double most_days = 10;
        constexpr double most = 30;
        const auto minutes_per_day = static_cast<double>(minutes_in_day(calendar_));
        const double range = (until_ - from_) * minutes_per_day;
        if (until_ - from_ > most_days) return;
        std::vector<double> steps;
        for (const double step : round_steps_of_day()) {
            if (range / step <= most) steps.push_back(step);
        }
        for (const RoundFigure& figure : round_figures(from_ * minutes_per_day, until_ * minutes_per_day, steps)) {
            if (std::fmod(figure.value, minutes_per_day) == 0) continue;
            const double time = figure.value / minutes_per_day;
            add(time, context_.wording.clock(time), false, figure.step / minutes_per_day);
        }
    }

    const Context& context_;
    const Calendar& calendar_;
    bool weekdays_;
    double ahead_;
    double from_;
    double until_;
    std::vector<Tick> ticks_;
};

constexpr double hour = 1.0 / 24;
constexpr double few_days = 3;   ///< an axis of so few days counts hours
constexpr double few_years = 3;  ///< after so many years nobody counts days

/// Multiples of 1, 2, 5, 10 ... up to `most`: round on an axis that has room for its first days and its many years.
void add_multiples(std::vector<Tick>& ticks, const Context& context, std::string_view key, double unit, double from,
                   double until, double finest) {
    const bool major = key == "on-year";
    for (const RoundFigure& figure : round_figures(std::max(1.0, from / unit), until / unit, finest))
        ticks.push_back(
            {figure.value * unit, context.wording.phrase(key, context.wording.figure(figure.value)), major});
}

/// Where the events of a short story stand; nothing in a longer one.
std::vector<Tick> ticks_at_events(const Context& context, double from, double until) {
    constexpr std::size_t few = 20;
    std::vector<std::pair<double, bool>> times;  // and whether the time of day is known
    for (const EventTime& event : context.timetable.events) {
        const double time = event.start.nominal;
        const bool known = event.certainty != Certainty::ordered || event.rank == 0 || event.timed;
        if (known && time >= from && time <= until) times.emplace_back(time, event.timed);
    }
    std::vector<Tick> ticks;
    if (times.size() > few) return ticks;
    std::ranges::sort(times);
    std::string before;
    for (const auto& [time, timed] : times) {
        if (!ticks.empty() && ticks.back().time == time) continue;
        const std::string day = elapsed_figure(context, time, until - from);
        const bool same_day = timed && day == before;
        ticks.push_back(
            {time, same_day ? context.wording.clock(time) : elapsed_figure(context, time, until - from, timed), false});
        before = day;
    }
    sort_by_leap(ticks);
    return ticks;
}

/// Days since the first event, or hours on a short axis and years on a long one.
void add_elapsed(std::vector<Tick>& ticks, const Context& context, double from, double until) {
    const double year = mean_year(context.timetable.calendar);
    const double days = until - from;
    const bool in_hours = days <= few_days;
    const std::string_view key = in_hours ? "on-hour" : "on-day";
    if (from <= 0 && until >= 0) ticks.push_back({0, context.wording.phrase(key, "0"), false});
    if (days >= few_years * year)
        add_multiples(ticks, context, "on-year", year, from, until, round_step(days / year, 150));
    if (in_hours) return add_multiples(ticks, context, key, hour, from, until, round_step(days / hour, 100));
    // Only in the first year: nobody counts the days of later ones.
    const double last = std::min(until, year);
    for (double step = 1; step < last; step *= 10) {
        for (const double multiple : {1.0, 2.0, 5.0}) {
            const double day = step * multiple;
            if (day >= from && day <= last) ticks.push_back({day, context.wording.phrase(key, number(day, 0)), false});
        }
    }
    if (days < few_years * year) add_multiples(ticks, context, key, 1, from, until, round_step(days, 150));
}

}  // namespace

std::string elapsed_figure(const Context& context, double time, double range, bool timed) {
    const double year = mean_year(context.timetable.calendar);
    if (time >= few_years * year)
        return context.wording.phrase("on-year", context.wording.figure(std::round(time / year)));
    if (timed) {
        const std::string day = context.wording.phrase("on-day", context.wording.figure(std::floor(time + 1e-6)));
        return context.wording.with_clock(day, context.wording.clock(time));
    }
    if (range <= few_days) return context.wording.phrase("on-hour", number(std::floor(time / hour + 1e-6), 0));
    return context.wording.phrase("on-day", context.wording.figure(std::floor(time + 1e-6)));
}

void sort_by_leap(std::vector<Tick>& ticks) {
    std::vector<std::pair<double, Tick>> leaps;
    for (std::size_t i = 0; i < ticks.size(); ++i) {
        const double leap = i == 0 ? std::numeric_limits<double>::infinity() : ticks[i].time - ticks[i - 1].time;
        leaps.emplace_back(leap, ticks[i]);
    }
    std::ranges::stable_sort(leaps, std::ranges::greater{}, [](const auto& leap) { return leap.first; });
    std::ranges::transform(leaps, ticks.begin(), [](const auto& leap) { return leap.second; });
}

std::vector<Tick> candidate_ticks(const Context& context, double from, double until, bool weekdays) {
    std::vector<Tick> ticks;
    switch (context.timetable.axis) {
        case TimeAxis::calendar:
            return CalendarTicks(context, from, until, weekdays).all();
        case TimeAxis::clock:
            for (const RoundFigure& figure : round_figures(from, until, round_step(until - from, 200)))
                ticks.push_back({figure.value, number(figure.value, 0), true, figure.step});
            break;
        case TimeAxis::elapsed:
            ticks = ticks_at_events(context, from, until);
            if (ticks.size() < 2) add_elapsed(ticks, context, from, until);
            break;
        case TimeAxis::age:
        case TimeAxis::order:
            break;
    }
    return ticks;
}

}  // namespace fabula::drawing
