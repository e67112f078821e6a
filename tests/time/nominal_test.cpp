// Where events are drawn, on random stories: every statement is kept, lists are, and soft values as nearly as can be.
#include <algorithm>
#include <gtest/gtest.h>
#include <optional>
#include <random>

#include "fabula/timetable.hpp"

#include "story_builder.hpp"
#include "time/contradiction.hpp"
#include "time/defaults.hpp"
#include "time/model.hpp"
#include "time/network.hpp"
#include "time/tightening.hpp"

namespace fabula::nominal_test {
namespace {

using namespace testing;  // NOLINT: the builder's words

constexpr double minute = 1.0 / 1440;

/// Raw numbers of the generator alone: the distributions of the standard library differ between libraries.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}
    std::size_t below(std::size_t end) { return static_cast<std::size_t>(engine_() % end); }
    double days(std::size_t most) { return static_cast<double>(1 + below(most)); }

private:
    std::mt19937_64 engine_;
};

Phrase random_phrase(Dice& dice, EventIndex other, CharacterIndex who) {
    switch (dice.below(8)) {
        case 0:
            return on(date(1900 + static_cast<int>(dice.below(3)), 1 + static_cast<int>(dice.below(12))));
        case 1:
            return age(static_cast<double>(dice.below(3)), 3, who, dice.below(2) == 0);
        case 2:
            return before(to_event(other), days(dice.days(20), 25));
        case 3:
            return relative(RelativePhrase::Relation::after, to_event(other), Duration{2, 2, TimeUnit::month, true});
        case 4:
            return with(to_event(other));
        case 5:
            return before(to_event(other));
        case 6:
            return soon_after(to_event(other));
        default:
            return after(to_event(other), days(dice.days(30)));
    }
}

/// Some events of a list, half of them with a statement about another.
StoryBuilder random_story(std::uint64_t seed) {
    Dice dice(seed);
    StoryBuilder builder;
    const auto who = builder.character("ann", {on(date(1899, 6))});
    const std::size_t events = 4 + dice.below(10);
    builder.event("first", {on(date(1900, 1, 1))}, {who});
    for (EventIndex e = 1; e < events; ++e) {
        std::vector<Phrase> when;
        if (dice.below(2) == 0) when.push_back(random_phrase(dice, dice.below(e), who));
        builder.event(numbered("e", e), std::move(when), {who});
        if (dice.below(5) == 0) builder.at(e).lasts = Located<Duration>{days(dice.days(9)), {}};
    }
    return builder;
}

/// Where a moment of the model is drawn, of those whose place the timetable tells.
std::optional<double> drawn(const timing::Model& model, timing::Variable moment, const Timetable& timetable) {
    using Kind = timing::Meaning::Kind;
    const timing::Meaning& meaning = model.moments[moment];
    if (meaning.kind == Kind::axis) return 0;
    if (meaning.kind == Kind::event) return timetable.events[meaning.index].start.nominal;
    if (meaning.kind == Kind::event_end) return timetable.events[meaning.index].end.nominal;
    if (meaning.kind == Kind::birth) return timetable.lives[meaning.index].birth.nominal;
    return std::nullopt;
}

template <typename Check>
void for_random_stories(const Check& check) {
    std::size_t solved = 0;
    for (std::uint64_t seed = 0; seed < 600; ++seed) {
        SCOPED_TRACE(seed);
        StoryBuilder builder = random_story(seed);
        const TimeResult result = solve_times(builder.story());
        if (result.diagnostics.empty()) ++solved;
        check(builder.story(), result.timetable);
    }
    EXPECT_GT(solved, 150U);
}

TEST(NominalTimes, KeepEveryStatement) {
    for_random_stories([](const Story&, const Timetable& timetable) {
        const timing::Model& model = *timetable.model;
        for (const timing::Constraint& constraint : model.constraints) {
            const auto from = drawn(model, constraint.from, timetable);
            const auto to = drawn(model, constraint.to, timetable);
            if (!from || !to) continue;
            EXPECT_GE(*to - *from, model.scale.axis_value(constraint.low) - minute);
            EXPECT_LE(*to - *from, model.scale.axis_value(constraint.high) + minute);
        }
    });
}

/// A long list whose order has nothing to do with what is stated.
TEST(NominalTimes, KeepEveryStatementWhereAllDependsOnWhatIsFarOff) {
    Dice dice(3);
    StoryBuilder builder;
    constexpr EventIndex events = 3000;
    std::vector<double> day;  // of a story that is true: so the statements cannot contradict each other
    for (EventIndex e = 0; e < events; ++e)
        day.push_back(dice.days(20000));
    for (EventIndex e = 0; e < events; ++e)
        builder.event(numbered("e", e), e == 0 ? std::vector{on(date(1900))} : std::vector<Phrase>{});
    for (EventIndex e = 0; e < events; ++e) {
        for (int i = 0; i < 4; ++i) {
            const EventIndex other = dice.below(events);
            if (day[e] > day[other]) builder.at(e).when.push_back(after(to_event(other), days(day[e] - day[other])));
            if (day[e] < day[other]) builder.at(e).when.push_back(before(to_event(other)));
        }
    }
    const TimeResult result = solve_times(builder.story());
    ASSERT_TRUE(result.diagnostics.empty());
    const timing::Model model = timing::make_model(builder.story());
    for (const timing::Constraint& constraint : model.constraints) {
        const auto from = drawn(model, constraint.from, result.timetable);
        const auto to = drawn(model, constraint.to, result.timetable);
        if (!from || !to || model.scale.axis() == TimeAxis::order) continue;
        EXPECT_GE(*to - *from, model.scale.axis_value(constraint.low) - minute);
    }
}

TEST(NominalTimes, LieBetweenTheEarliestAndTheLatest) {
    for_random_stories([](const Story&, const Timetable& timetable) {
        for (const EventTime& event : timetable.events) {
            EXPECT_LE(event.start.earliest, event.start.nominal);
            EXPECT_LE(event.start.nominal, event.start.latest);
            EXPECT_LE(event.start.nominal, event.end.nominal);
        }
    });
}

TEST(NominalTimes, KeepTheOrderOfTheListWhereNothingForbidsIt) {
    for_random_stories([](const Story& story, const Timetable& timetable) {
        const timing::Model& model = *timetable.model;
        timing::TemporalNetwork network = timing::network_of(model);
        timing::add_defaults(network, model, story);
        timing::Differences differences(network, std::size_t{1} << 20U);
        for (EventIndex below = 1; below < story.events().size(); ++below) {
            if (timetable.events[below].start.nominal >= timetable.events[below - 1].start.nominal) continue;
            if (differences.between(model.events[below - 1].start, model.events[below].start).greatest < 0) continue;
            // Then it is the calendar that forbids it.
            timing::TemporalNetwork ordered = network;
            const timing::Bound bound{model.events[below].start, model.events[below - 1].start, 0, 0};
            const bool possible = ordered.add_if_possible(bound);
            EXPECT_FALSE(possible && timing::tightened(ordered, model, timing::all_rules(model)));
        }
    });
}

TEST(NominalTimes, HaveASoftValueAsNearlyAsTheRestAllows) {
    Dice dice(1);
    for (int i = 0; i < 300; ++i) {
        const double about = 8 + dice.days(60);
        const double least = dice.days(100);
        const double most = least + dice.days(40);
        StoryBuilder builder;
        const auto first = builder.event("first", {on(date(1900, 1, 1))});
        builder.at(first).lasts = Located<Duration>{days(1), {}};
        const Phrase soft = after(to_event(first), Duration{about, about, TimeUnit::day, true});
        const auto second = builder.event("second", {soft, after(to_event(first), days(least, most))});
        const TimeResult result = solve_times(builder.story());
        const bool possible = most >= about * 0.75 && least <= about * 1.25;
        ASSERT_EQ(result.diagnostics.empty(), possible) << about << ' ' << least << ' ' << most;
        if (!possible) continue;
        const double distance =
            result.timetable.events[second].start.nominal - result.timetable.events[first].end.nominal;
        EXPECT_NEAR(distance, std::clamp(about, least, most), minute) << least << ' ' << most;
    }
}

TEST(NominalTimes, OfWhatIsFreeBetweenTwoDatesAreAtEqualDistances) {
    Dice dice(2);
    for (int i = 0; i < 100; ++i) {
        StoryBuilder builder;
        const auto first = builder.event("first", {on(date(1900, 1, 1))});
        const std::size_t free = 1 + dice.below(40);
        const EventIndex last = free + 1;
        for (std::size_t e = 1; e <= free; ++e) {
            const bool stated = dice.below(2) == 0;
            builder.event(numbered("e", e),
                          stated ? std::vector{between(to_event(first), to_event(last))} : std::vector<Phrase>{});
        }
        builder.event("last", {on(date(1901 + static_cast<int>(dice.below(50)), 1, 1))});
        const Timetable timetable = solve_times(builder.story()).timetable;
        const double equal =
            (timetable.events[last].start.nominal - timetable.events[first].start.nominal) / static_cast<double>(last);
        for (EventIndex e = 1; e <= last; ++e) {
            const double distance = timetable.events[e].start.nominal - timetable.events[e - 1].start.nominal;
            EXPECT_NEAR(distance, equal, 1) << e << " of " << free;
        }
    }
}

}  // namespace
}  // namespace fabula::nominal_test
