// Which figures stand along an axis: standing_ticks chooses among ticks by the room they find; figures_at names moments
// on an axis that is not true to time.
#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "view/drawing/ticks.hpp"

namespace fabula::drawing {
namespace {

/// A tick, and where it would stand.
struct Candidate {
    Tick tick;
    std::pair<double, double> at;
};

/// The ticks that a row has room for, in their order.
std::vector<Tick> with_room(const std::vector<Candidate>& candidates, FigureRow row) {
    std::vector<Tick> standing;
    for (const auto& [tick, at] : candidates)
        if (row.take(at.first, at.second)) standing.push_back(tick);
    return standing;
}

/// Whether one of the others is no more than a step away; steps of years and months are not all of one length.
bool has_neighbour(const Tick& tick, const std::vector<Tick>& others) {
    constexpr double tolerance = 1.05;
    return std::ranges::any_of(others, [&](const Tick& other) {
        return other.time != tick.time && std::abs(other.time - tick.time) <= tick.step * tolerance;
    });
}

}  // namespace

std::vector<Tick> standing_ticks(std::vector<Tick> ticks, const FigureRow& row,
                                 const std::function<Room(const Tick&)>& room, const std::vector<Tick>& before) {
    std::stable_partition(ticks.begin(), ticks.end(), [](const Tick& tick) { return tick.major; });
    std::vector<Candidate> candidates;
    for (Tick& tick : ticks)
        if (const Room at = room(tick)) candidates.push_back({std::move(tick), *at});
    while (true) {
        std::vector<Tick> standing = with_room(candidates, row);
        const auto alone = std::ranges::find_if(standing, [&](const Tick& tick) {
            return tick.step > 0 && !has_neighbour(tick, standing) && !has_neighbour(tick, before);
        });
        if (alone == standing.end()) return standing;
        // Its room may be enough for another that is not alone: 1820 beside 1830, where 1810 kept 1820 out.
        std::erase_if(candidates, [&](const Candidate& candidate) { return candidate.tick.time == alone->time; });
    }
}

namespace {

constexpr double most_days_with_clocks = 4;
constexpr double most_days_with_days = 70;
constexpr double most_years_with_months = 30;

class FiguresAt {
public:
    FiguresAt(const Context& context, const std::vector<double>& times)
        : context_(context), timetable_(context.timetable), times_(times) {
        for (const EventTime& event : timetable_.events) {
            if (event.certainty == Certainty::exact || event.timed) dated_.push_back(event.start.nominal);
            if (event.timed) timed_.push_back(event.start.nominal);
            constexpr double most_of_a_year = 367;
            const bool vague = event.stated.latest - event.stated.earliest >= most_of_a_year;
            (vague && event.certainty == Certainty::stated ? vague_ : definite_).push_back(event.start.nominal);
        }
        std::ranges::sort(vague_);
        std::ranges::sort(definite_);
        std::ranges::sort(dated_);
        std::ranges::sort(timed_);
    }

    [[nodiscard]] std::vector<std::vector<Tick>> all() const {
        if (timetable_.axis == TimeAxis::elapsed) return {elapsed()};
        const double length = timetable_.until - timetable_.from;
        if (!timed_.empty() && length <= most_days_with_clocks) return {days_in_full(), clocks()};
        std::vector<std::vector<Tick>> levels{years()};
        if (length <= most_years_with_months * mean_year(timetable_.calendar)) levels.push_back(months());
        if (length <= most_days_with_days) levels.push_back(days());
        return levels;
    }

private:
    using Text = std::function<std::string(double)>;

    /// A tick wherever the words change; empty words say nothing.
    [[nodiscard]] std::vector<Tick> changes(const Text& text, bool major) const {
        std::vector<Tick> ticks;
        std::string before;
        for (const double time : times_) {
            std::string words = text(time);
            if (words.empty() || words == before) continue;
            ticks.push_back({time, words, major});
            before = std::move(words);
        }
        return ticks;
    }

    [[nodiscard]] double local(double time) const { return time + timetable_.zone_ahead; }

    [[nodiscard]] static bool has(const std::vector<double>& sorted, double time) {
        return std::ranges::binary_search(sorted, time);
    }

    [[nodiscard]] std::vector<Tick> years() const {
        const auto year = [&](double time) {
            const bool vague = has(vague_, time) && !has(definite_, time);
            return vague ? std::string() : context_.wording.year(local(time));
        };
        return changes(year, true);
    }

    [[nodiscard]] std::vector<Tick> months() const {
        return changes([&](double time) { return context_.wording.month(local(time)); }, false);
    }

    [[nodiscard]] std::vector<Tick> days() const {
        return changes(
            [&](double time) { return has(dated_, time) ? context_.wording.date(local(time), false) : std::string(); },
            false);
    }

    [[nodiscard]] std::vector<Tick> days_in_full() const {
        const double first = times_.empty() ? 0 : std::floor(local(times_.front()));
        const std::string zone = context_.wording.zone(timetable_.zone);
        return changes(
            [&](double time) {
                const std::string day = context_.wording.date(local(time), std::floor(local(time)) == first);
                return std::floor(local(time)) == first && !zone.empty() ? day + ", " + zone : day;
            },
            true);
    }

    [[nodiscard]] std::vector<Tick> clocks() const {
        return changes(
            [&](double time) { return has(timed_, time) ? context_.wording.clock(local(time)) : std::string(); },
            false);
    }

    [[nodiscard]] std::vector<Tick> elapsed() const {
        const double range = timetable_.until - timetable_.from;
        std::vector<Tick> ticks =
            changes([&](double time) { return elapsed_figure(context_, time, range, has(timed_, time)); }, false);
        std::string before;
        for (Tick& tick : ticks) {
            const std::string day = elapsed_figure(context_, tick.time, range);
            if (has(timed_, tick.time) && day == before) tick.text = context_.wording.clock(tick.time);
            before = day;
        }
        sort_by_leap(ticks);
        return ticks;
    }

    const Context& context_;
    const Timetable& timetable_;
    const std::vector<double>& times_;
    std::vector<double> vague_;     ///< starts of events of which not even the year is known, ascending
    std::vector<double> definite_;  ///< starts of all others
    std::vector<double> dated_;     ///< starts of events known to the day, ascending
    std::vector<double> timed_;     ///< starts of events known to the minute, ascending
};

}  // namespace

std::vector<std::vector<Tick>> figures_at(const Context& context, const std::vector<double>& times) {
    return FiguresAt(context, times).all();
}

}  // namespace fabula::drawing
