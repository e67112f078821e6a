// Sums of the calendar and what recurs, against brute force: every day of small stories is tried.

#include <algorithm>
#include <array>
#include <cmath>
#include <gtest/gtest.h>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "fabula/timetable.hpp"

#include "story/calendar_sum.hpp"
#include "story_builder.hpp"
#include "time/contradiction.hpp"
#include "time/model.hpp"

namespace fabula::calendar_rules_test {
namespace {

using namespace testing;  // NOLINT: the builder's words

/// One statement of a made-up story, and what it means day by day.
struct Said {
    enum class Kind { window, months, years, days_between, next_day, weekday_after, weekday, season, age };
    Kind kind = Kind::window;
    EventIndex event = 0;
    EventIndex other = 0;  ///< of the birth for ages: the event with that number stands for it
    std::int64_t low = 0;
    std::int64_t high = 0;
};

constexpr std::size_t events = 3;
constexpr std::int64_t window_days = 60;

class MadeUp {
public:
    MadeUp(std::uint64_t seed, std::size_t calendar) : random_(seed), calendar_(built_in_calendars()[calendar]) {
        builder_.content().time.calendar = calendar;
        ann_ = builder_.character("ann");
        builder_.event("born", {}, {ann_});
        builder_.at(0).births = {{ann_, {}}};
        for (EventIndex e = 1; e < events; ++e)
            builder_.event(numbered("e", e), {}, {});
        const std::int64_t base = day_number(calendar_, {below(2) == 0 ? 100 : 103, 1 + below(6), 1 + below(28)});
        for (EventIndex e = 0; e < events; ++e)
            say({Said::Kind::window, e, e, base + around(e), 0});
        for (int i = 0; i < 2; ++i)
            say_something();
    }

    [[nodiscard]] Story story() const { return builder_.story(); }
    [[nodiscard]] const std::vector<Said>& said() const { return said_; }

    [[nodiscard]] std::string text() const {
        constexpr std::string_view kinds[] = {"window",        "months",  "years",  "days", "next day",
                                              "weekday after", "weekday", "season", "age"};
        std::string text;
        for (const Said& what : said_) {
            const bool window = what.kind == Said::Kind::window;
            text += std::string(kinds[static_cast<std::size_t>(what.kind)]) + " of " + std::to_string(what.event) +
                    " by " + std::to_string(what.other) + ": " +
                    (window ? format_day(calendar_, what.low) + " to " + format_day(calendar_, what.high)
                            : std::to_string(what.low) + " to " + std::to_string(what.high)) +
                    "\n";
        }
        return text;
    }

    /// Whether the days keep what is said, of statements with these places.
    [[nodiscard]] bool keeps(const std::array<std::int64_t, events>& days, const std::vector<bool>& which) const {
        for (std::size_t i = 0; i < said_.size(); ++i) {
            if (which[i] && !keeps(days, said_[i])) return false;
        }
        return true;
    }

    /// By event the first and the last day of all that keeps these statements; nothing where nothing does.
    [[nodiscard]] std::optional<std::array<std::pair<std::int64_t, std::int64_t>, events>> by_brute_force(
        const std::vector<bool>& which) const {
        std::array<std::pair<std::int64_t, std::int64_t>, events> range;
        range.fill({1'000'000'000, -1'000'000'000});
        bool any = false;
        std::array<std::int64_t, events> days{};
        // Without its window an event may be anywhere near it; of what nothing is said one day is as good as another.
        std::array<bool, events> spoken_of{};
        for (std::size_t i = 0; i < said_.size(); ++i) {
            if (which[i]) spoken_of[said_[i].event] = spoken_of[said_[i].other] = true;
        }
        const auto far = [&](EventIndex e) { return which[e] || !spoken_of[e] ? 0 : 900; };
        const auto first = [&](EventIndex e) { return said_[e].low - far(e); };
        const auto last = [&](EventIndex e) { return (spoken_of[e] ? said_[e].high : said_[e].low) + far(e); };
        for (days[0] = first(0); days[0] <= last(0); ++days[0]) {
            for (days[1] = first(1); days[1] <= last(1); ++days[1]) {
                if (!keeps_so_far(days, which)) continue;
                for (days[2] = first(2); days[2] <= last(2); ++days[2]) {
                    if (!keeps(days, which)) continue;
                    any = true;
                    for (EventIndex e = 0; e < events; ++e) {
                        range[e].first = std::min(range[e].first, days[e]);
                        range[e].second = std::max(range[e].second, days[e]);
                    }
                }
            }
        }
        return any ? std::optional(range) : std::nullopt;
    }

private:
    int below(int end) { return static_cast<int>(random_() % static_cast<std::uint64_t>(end)); }

    /// Where the window of an event begins: some months or years after that of the first.
    std::int64_t around(EventIndex e) { return e == 0 ? 0 : below(2) == 0 ? 28 + below(40) : 350 + below(30); }

    [[nodiscard]] bool keeps_so_far(const std::array<std::int64_t, events>& days,
                                    const std::vector<bool>& which) const {
        for (std::size_t i = 0; i < said_.size(); ++i) {
            if (which[i] && said_[i].event < 2 && said_[i].other < 2 && !keeps(days, said_[i])) return false;
        }
        return true;
    }

    void say_something() {
        const auto event = static_cast<EventIndex>(1 + below(static_cast<int>(events) - 1));
        const auto other = static_cast<EventIndex>(below(static_cast<int>(event)));
        switch (below(8)) {
            case 0:
                return say({Said::Kind::months, event, other, 1 + below(3), below(2)});
            case 1:
                return say({Said::Kind::years, event, other, 1, 0});
            case 2:
                return say({Said::Kind::days_between, event, other, 20 + below(30), below(20)});
            case 3:
                return say({Said::Kind::next_day, event, other, 1, 0});
            case 4:
                return say({Said::Kind::weekday_after, event, other, below(7), 0});
            case 5:
                return say({Said::Kind::weekday, event, event, below(7), 0});
            case 6:
                return say({Said::Kind::season, event, event, below(4), 0});
            default:
                return say({Said::Kind::age, event, 0, below(2), 0});
        }
    }

    void say(Said what) {
        using Kind = Said::Kind;
        const bool weekly = what.kind == Kind::weekday || what.kind == Kind::weekday_after;
        if (weekly && calendar_.week.size() != 7) return;
        if (what.kind == Kind::window) what.high = what.low + below(static_cast<int>(window_days));
        if (what.kind == Kind::months || what.kind == Kind::days_between) what.high += what.low;
        said_.push_back(what);
        Phrase phrase = phrase_of(what);
        phrase.span = {0, static_cast<std::uint32_t>(said_.size()), 1, 0, 0};
        builder_.at(what.event).when.push_back(phrase);
    }

    [[nodiscard]] CalendarDate date_of(std::int64_t number) const {
        const CalendarDay day = day_of(calendar_, number);
        return date(static_cast<int>(day.year), day.month, day.day);
    }

    [[nodiscard]] Phrase phrase_of(const Said& what) {
        using Kind = Said::Kind;
        const auto length = [&](TimeUnit unit) {
            return Duration{static_cast<double>(what.low), static_cast<double>(std::max(what.low, what.high)), unit,
                            false};
        };
        const Anchor anchor = to_event(what.other);
        switch (what.kind) {
            case Kind::window: {
                Phrase phrase = from_to(date_of(what.low), date_of(what.high));
                std::get<DatePhrase>(phrase.value).relation = DatePhrase::Relation::between;
                std::get<DatePhrase>(phrase.value).calendar = builder_.content().time.calendar;
                return phrase;
            }
            case Kind::months:
                return after(anchor, length(TimeUnit::month));
            case Kind::years:
                return after(anchor, length(TimeUnit::year));
            case Kind::days_between:
                return after(anchor, length(TimeUnit::day));
            case Kind::next_day:
                return {DayPhrase{anchor, 1, std::nullopt, builder_.content().time.calendar}, {}};
            case Kind::weekday_after:
                return {DayPhrase{anchor, 1, static_cast<std::size_t>(what.low), builder_.content().time.calendar}, {}};
            case Kind::weekday:
                return {WeekdayPhrase{static_cast<std::size_t>(what.low), builder_.content().time.calendar}, {}};
            case Kind::season:
                return in(static_cast<PartPhrase::Part>(what.low));
            case Kind::age:
                break;
        }
        return age(static_cast<double>(what.low), static_cast<double>(what.low), ann_);
    }

    [[nodiscard]] bool keeps(const std::array<std::int64_t, events>& days, const Said& what) const {
        using Kind = Said::Kind;
        const std::int64_t day = days[what.event];
        const std::int64_t other = days[what.other];
        switch (what.kind) {
            case Kind::window:
                return what.low <= day && day <= what.high;
            case Kind::months:
                return add_months(calendar_, other, what.low) <= day && day <= add_months(calendar_, other, what.high);
            case Kind::years:
                return add_years(calendar_, other, what.low) == day;
            case Kind::days_between:
                return other + what.low <= day && day <= other + what.high;
            case Kind::next_day:
                return day == other + 1;
            case Kind::weekday_after:
                return day > other && day <= other + 7 && weekday(calendar_, day) == static_cast<std::size_t>(what.low);
            case Kind::weekday:
                return weekday(calendar_, day) == static_cast<std::size_t>(what.low);
            case Kind::season:
                return (day_of(gregorian(), day).month / 3 + 3) % 4 == what.low;
            case Kind::age:
                break;
        }
        return add_years(calendar_, other, what.low) <= day && day < add_years(calendar_, other, what.low + 1);
    }

    std::mt19937_64 random_;
    const Calendar& calendar_;
    StoryBuilder builder_;
    CharacterIndex ann_ = 0;
    std::vector<Said> said_;
};

/// The days that the solver leaves each event, by what is stated alone.
std::optional<std::vector<std::pair<std::int64_t, std::int64_t>>> solved(const Story& story) {
    const timing::ConsistentModel stated = timing::consistent_model(story);
    if (!stated.diagnostics.empty()) return std::nullopt;
    const timing::Model& model = *stated.model;
    const auto earliest = stated.network.earliest(model.axis);
    const auto latest = stated.network.latest(model.axis);
    std::vector<std::pair<std::int64_t, std::int64_t>> days;
    const auto day = [&](timing::Ticks time) {
        return day_at(model.calendar,
                      static_cast<std::int64_t>(std::floor(static_cast<double>(model.scale.to_seconds(time)) / 60)));
    };
    for (const timing::Stretch& event : model.events)
        days.emplace_back(day(earliest[event.start]), day(latest[event.start]));
    return days;
}

/// Calendars of the world: their index, and how many stories are tried.
const std::pair<std::size_t, std::uint64_t> tried[] = {{0, 150}, {1, 20}, {2, 20}, {3, 20}, {6, 20}, {10, 20}};

TEST(CalendarRules, LeaveJustTheDaysThatBruteForceFinds) {
    for (const auto& [calendar, stories] : tried) {
        std::size_t possible = 0;
        for (std::uint64_t seed = 0; seed < stories; ++seed) {
            MadeUp made_up(seed, calendar);
            SCOPED_TRACE(built_in_calendars()[calendar].id + ", seed " + std::to_string(seed) + "\n" + made_up.text());
            const auto expected = made_up.by_brute_force(std::vector<bool>(made_up.said().size(), true));
            const auto found = solved(made_up.story());
            ASSERT_EQ(found.has_value(), expected.has_value());
            if (!found) continue;
            ++possible;
            for (EventIndex e = 0; e < events; ++e)
                EXPECT_EQ((*found)[e], (*expected)[e]) << "event " << e;
        }
        EXPECT_GT(possible, 0U);
    }
}

TEST(CalendarRules, AContradictionNamesStatementsOfWhichNoneCanBeSpared) {
    std::size_t impossible = 0;
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        MadeUp made_up(seed, 0);
        SCOPED_TRACE(made_up.text());
        const Diagnostics found = solve_times(made_up.story()).diagnostics;
        if (found.empty()) continue;
        ++impossible;
        std::vector<bool> named(made_up.said().size(), false);
        for (const Related& related : found.front().related) {
            if (related.span.line > 0) named[related.span.line - 1] = true;
        }
        EXPECT_FALSE(made_up.by_brute_force(named)) << found.front().message;
        for (std::size_t i = 0; i < named.size(); ++i) {
            if (!named[i]) continue;
            std::vector<bool> fewer = named;
            fewer[i] = false;
            if (std::count(fewer.begin(), fewer.begin() + events, true) + 1 < static_cast<std::ptrdiff_t>(events))
                continue;
            EXPECT_TRUE(made_up.by_brute_force(fewer)) << found.front().message << ", without statement " << i + 1;
        }
    }
    EXPECT_GT(impossible, 15U);
}

TEST(CalendarRules, WhatIsSetAsideCannotBePutBack) {
    std::size_t tried = 0;
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        MadeUp made_up(seed, 0);
        SCOPED_TRACE(made_up.text());
        std::vector<bool> kept(made_up.said().size(), true);
        for (const SetAside& said : solve_times(made_up.story()).timetable.set_aside)
            kept[said.span.line - 1] = false;
        if (std::count(kept.begin(), kept.begin() + events, false) > 1) continue;
        EXPECT_TRUE(made_up.by_brute_force(kept));
        for (std::size_t i = 0; i < kept.size(); ++i) {
            if (kept[i]) continue;
            ++tried;
            std::vector<bool> more = kept;
            more[i] = true;
            EXPECT_FALSE(made_up.by_brute_force(more)) << "statement " << i + 1;
        }
    }
    EXPECT_GT(tried, 10U);
}

}  // namespace
}  // namespace fabula::calendar_rules_test
