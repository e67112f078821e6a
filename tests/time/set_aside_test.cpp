// What is set aside where not everything can be true: as little and as weak as can be, and all else goes on without it.
#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <numeric>
#include <random>

#include "fabula/ages.hpp"
#include "fabula/explanation.hpp"
#include "fabula/timetable.hpp"

#include "random_network.hpp"
#include "story_builder.hpp"
#include "time/agreement.hpp"
#include "time/contradiction.hpp"
#include "time/model.hpp"

namespace fabula::set_aside_test {
namespace {

using namespace testing;  // NOLINT: the builder's words
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

Phrase placed(Phrase phrase, std::uint32_t line) {
    phrase.span = {0, line, 1, 0, 0};
    return phrase;
}

std::vector<std::string> texts(const TimeResult& result) {
    std::vector<std::string> list;
    for (const SetAside& said : result.timetable.set_aside)
        list.push_back(said.of + ": " + said.text);
    return list;
}

double day(int year, int month, int day_of_month) {
    return static_cast<double>(day_number(gregorian(), {year, month, day_of_month}));
}

// ---- which one -------------------------------------------------------------------------------------------------

TEST(SetAside, AnAgeGivesWayToADate) {
    StoryBuilder builder;
    const auto ada = builder.character("ada", {on(date(1901, 5, 1))});
    builder.event("a", {age(11, 11, ada), on(date(1915))}, {ada});
    const TimeResult result = solve_times(builder.story());
    EXPECT_THAT(texts(result), ElementsAre("a: age 11 of ada"));
    EXPECT_EQ(result.timetable.events[0].start.earliest, day(1915, 1, 1));
}

TEST(SetAside, ADistanceGivesWayToAnAge) {
    StoryBuilder builder;
    const auto ada = builder.character("ada");
    const auto a = builder.event("a", {age(11, 11, ada)});
    builder.event("b", {after(to_event(a), Duration{7, 7, TimeUnit::year, false}), age(12, 12, ada)});
    EXPECT_THAT(texts(solve_times(builder.story())), ElementsAre("b: 7 years after a"));
}

TEST(SetAside, AnOrderGivesWayToADistance) {
    StoryBuilder builder;
    const auto a = builder.event("a");
    const auto b = builder.event("b", {after(to_event(a), days(3))});
    builder.at(a).when = {after(to_event(b))};
    EXPECT_THAT(texts(solve_times(builder.story())), ElementsAre("a: after b"));
}

TEST(SetAside, WhatIsSaidWithAboutGivesWayToAnything) {
    StoryBuilder builder;
    const auto a = builder.event("a", {on(date(1970))});
    const auto b = builder.event("b", {after(to_event(a), about_years(10))});
    builder.event("c", {before(to_event(a)), after(to_event(b))});
    EXPECT_THAT(texts(solve_times(builder.story())), ElementsAre("b: about 10 years after a"));
}

TEST(SetAside, ADayOfTheWeekGivesWayToADate) {
    StoryBuilder builder;
    builder.event("a", {on(date(1981, 11, 1)), Phrase{WeekdayPhrase{1, 0}, {}}});
    EXPECT_THAT(texts(solve_times(builder.story())), ElementsAre("a: on Tuesday"));
}

TEST(SetAside, OfStatementsAsFirmTheLastGivesWay) {
    StoryBuilder builder;
    builder.event("a", {on(date(1970, 1, 2)), on(date(1970, 1, 5))});
    EXPECT_THAT(texts(solve_times(builder.story())), ElementsAre("a: 1970-01-05"));
}

TEST(SetAside, ABirthStaysThatOfItsEvent) {
    StoryBuilder builder;
    const auto nell = builder.character("nell", {on(date(1905))});
    const auto birth = builder.event("birth", {on(date(1922))}, {nell});
    builder.at(birth).births = {{nell, {}}};
    const TimeResult result = solve_times(builder.story());
    EXPECT_THAT(texts(result), ElementsAre("birth: 1922"));
    EXPECT_EQ(result.timetable.events[birth].start, result.timetable.lives[nell].birth);
}

TEST(SetAside, OneWrongDateIsSetAsideInsteadOfAllThatContradictIt) {
    StoryBuilder builder;
    const auto kathy = builder.character("kathy", {on(date(1950, 3, 1))});
    for (int i = 0; i < 6; ++i)
        builder.event(numbered("e", i), {on(date(1971 + i)), age(11 + i, 11 + i, kathy)});
    EXPECT_THAT(texts(solve_times(builder.story())), ElementsAre("the birth of kathy: 1950-03-01"));
}

TEST(SetAside, ADateDoesNotGiveWayToManyThatAreOnlyAbout) {
    StoryBuilder builder;
    const auto a = builder.event("a", {on(date(1970))});
    for (int i = 0; i < 4; ++i)
        builder.event(numbered("e", i), {on(date(1901 + i)), after(to_event(a), about_years(10))});
    const TimeResult result = solve_times(builder.story());
    EXPECT_EQ(result.timetable.set_aside.size(), 4U);
    for (const SetAside& said : result.timetable.set_aside)
        EXPECT_EQ(said.text, "about 10 years after a");
}

TEST(SetAside, WhatIsSureGivesWayToNothingElse) {
    StoryBuilder builder;
    const auto ada = builder.character("ada", {on(date(1901, 5, 1))});
    builder.event("a", {age(11, 11, ada), on(date(1915))}, {ada});
    builder.at(0).sure = true;
    EXPECT_THAT(texts(solve_times(builder.story())), ElementsAre("the birth of ada: 1901-05-01"));
}

TEST(SetAside, OfWhatIsSureTheWeakestGivesWay) {
    StoryBuilder builder;
    const auto ada = builder.character("ada", {on(date(1901, 5, 1))});
    builder.event("a", {age(11, 11, ada), on(date(1915))}, {ada});
    builder.at(0).sure = true;
    builder.content().characters[ada].sure = true;
    EXPECT_THAT(texts(solve_times(builder.story())), ElementsAre("a: age 11 of ada"));
}

TEST(SetAside, WhatIsSureGivesWayToNoNumberOfOthers) {
    StoryBuilder builder;
    const auto kathy = builder.character("kathy", {on(date(1950, 3, 1))});
    builder.content().characters[kathy].sure = true;
    for (int i = 0; i < 6; ++i)
        builder.event(numbered("e", i), {on(date(1971 + i)), age(11 + i, 11 + i, kathy)});
    EXPECT_EQ(solve_times(builder.story()).timetable.set_aside.size(), 6U);
}

TEST(SetAside, WhatIsAllowedGivesWayFirstAndIsNoFinding) {
    const ReadResult read = read_story(
        "title: X\ncharacters: {ada: {born: 1901-05-01}}\n"
        "events:\n- {id: a, title: A, who: ada, when: age 11}\n"
        "- {id: b, title: B, who: ada, when: [1906, after a], allow: contradiction}\n");
    const TimeResult result = solve_times(read.story);
    EXPECT_THAT(result.diagnostics, IsEmpty());
    ASSERT_THAT(texts(result), ElementsAre("b: after a"));
    EXPECT_TRUE(result.timetable.set_aside[0].allowed);
    EXPECT_FALSE(result.timetable.set_aside[0].diagnostic);
    EXPECT_EQ(result.timetable.set_aside[0].code, "contradiction");
}

TEST(SetAside, ADateThatIsAllowedGivesWayToAnAge) {
    const ReadResult read = read_story(
        "title: X\ncharacters: {ada: {born: 1901-05-01}}\n"
        "events:\n- {id: a, title: A, who: ada, when: age 11}\n"
        "- {id: b, title: B, when: with a}\n"
        "- {id: c, title: C, when: [1920, with b], allow: contradiction}\n");
    EXPECT_THAT(texts(solve_times(read.story)), ElementsAre("c: with b"));
    const ReadResult other = read_story(
        "title: X\ncharacters: {ada: {born: 1901-05-01}}\n"
        "events:\n- {id: a, title: A, who: ada, when: age 11}\n"
        "- {id: b, title: B, when: with a}\n"
        "- {id: c, title: C, when: 1920, allow: contradiction}\n"
        "- {id: d, title: D, when: [with b, with c]}\n");
    EXPECT_THAT(texts(solve_times(other.story)), ElementsAre("c: 1920"));
}

// ---- what is told of it ----------------------------------------------------------------------------------------

TEST(SetAside, SaysWhenItWouldHaveBeen) {
    StoryBuilder builder;
    const auto ada = builder.character("ada", {on(date(1901, 5, 1))});
    builder.event("a", {age(11, 11, ada), on(date(1915))}, {ada});
    const TimeResult result = solve_times(builder.story());
    ASSERT_EQ(result.timetable.set_aside.size(), 1U);
    const SetAside& said = result.timetable.set_aside.front();
    EXPECT_NEAR(said.asked_from.value(), day(1912, 5, 1), 1e-3);
    EXPECT_NEAR(said.asked_until.value(), day(1913, 5, 1), 1e-3);
    EXPECT_EQ(said.diagnostic, 0U);
}

TEST(SetAside, OfAnOrderHasOneBound) {
    StoryBuilder builder;
    const auto a = builder.event("a", {on(date(1970, 1, 2))});
    builder.event("b", {on(date(1969, 1, 1)), after(to_event(a))});
    const TimeResult result = solve_times(builder.story());
    ASSERT_THAT(texts(result), ElementsAre("b: after a"));
    EXPECT_NEAR(result.timetable.set_aside[0].asked_from.value(), result.timetable.events[a].end.nominal, 1e-3);
    EXPECT_FALSE(result.timetable.set_aside[0].asked_until);
}

TEST(SetAside, OfALengthIsAboutTheEnd) {
    StoryBuilder builder;
    const auto war = builder.event("war", {on(date(1970, 1, 1))});
    builder.at(war).lasts = Located<Duration>{days(10), {}};
    builder.at(war).until = {on(date(1970, 1, 5))};
    const TimeResult result = solve_times(builder.story());
    ASSERT_THAT(texts(result), ElementsAre("the end of war: 10 days"));
    EXPECT_TRUE(result.timetable.set_aside[0].about_end);
    EXPECT_NEAR(result.timetable.set_aside[0].asked_from.value(), result.timetable.events[war].start.nominal + 10, 1.1);
}

TEST(SetAside, IsFoundByWhatItIsSaidOf) {
    StoryBuilder builder;
    const auto ada = builder.character("ada", {on(date(1901)), on(date(1902))});
    builder.event("a", {on(date(1915))}, {ada});
    builder.event("b", {placed(on(date(1916)), 5), placed(on(date(1917)), 6)}, {ada});
    const Timetable timetable = solve_times(builder.story()).timetable;
    EXPECT_THAT(timetable.set_aside_of(SetAside::Kind::event, 0), IsEmpty());
    ASSERT_EQ(timetable.set_aside_of(SetAside::Kind::event, 1).size(), 1U);
    EXPECT_EQ(timetable.set_aside_of(SetAside::Kind::event, 1).front().text, "1917");
    EXPECT_EQ(timetable.set_aside_of(SetAside::Kind::birth, ada).size(), 1U);
    EXPECT_TRUE(timetable.is_set_aside({0, 6, 1, 0, 0}));
    EXPECT_FALSE(timetable.is_set_aside({0, 5, 1, 0, 0}));
}

TEST(SetAside, NamesThePartOfARelationshipOrAnAbsence) {
    StoryBuilder builder;
    const auto ada = builder.character("ada", {on(date(1890))});
    const auto finn = builder.character("finn", {on(date(1890))});
    Absence absence;
    absence.from = {on(date(1912))};
    absence.until = {on(date(1911))};
    builder.content().characters[ada].absent = {{}, absence};
    builder.content().characters[ada].absent[0].from = {on(date(1900))};
    Relationship love;
    love.between = {{ada, {}}, {finn, {}}};
    love.phases = {{{on(date(1910))}, {on(date(1911))}, {}}, {{on(date(1920))}, {on(date(1919))}, {}}};
    builder.content().relationships.push_back(love);
    builder.event("a", {on(date(1915))}, {ada, finn});
    const TimeResult result = solve_times(builder.story());
    ASSERT_EQ(result.timetable.set_aside.size(), 2U);
    const SetAside& phase = result.timetable.set_aside[0];
    EXPECT_EQ(phase.kind, SetAside::Kind::relationship);
    EXPECT_EQ(phase.part, 1U);
    EXPECT_TRUE(phase.about_end);
    const SetAside& away = result.timetable.set_aside[1];
    EXPECT_EQ(away.kind, SetAside::Kind::absence);
    EXPECT_EQ(away.index, ada);
    EXPECT_EQ(away.part, 1U);
    EXPECT_TRUE(away.about_end);
}

TEST(SetAside, IsToldOfInTheHelpOfTheContradiction) {
    StoryBuilder builder;
    builder.event("a", {on(date(1970, 1, 2)), on(date(1970, 1, 5))});
    const Diagnostics found = solve_times(builder.story()).diagnostics;
    ASSERT_EQ(found.size(), 1U);
    EXPECT_THAT(found[0].help, HasSubstr("until then all else is worked out without what is said of a"));
}

// ---- the rest goes on ------------------------------------------------------------------------------------------

TEST(SetAside, LeavesAPhraseThatMeansNothingOnTheClock) {
    StoryBuilder builder;
    builder.content().time.clock = "minute";
    builder.event("a", {at(3, 3)});
    builder.event("b", {at(5, 5), in(PartPhrase::Part::spring)});
    const TimeResult result = solve_times(builder.story());
    EXPECT_THAT(texts(result), ElementsAre("b: spring"));
    EXPECT_EQ(result.timetable.events[1].start.nominal, 5);
}

TEST(SetAside, LeavesTheLongestOfLengthsBeyondWhatCanBeCounted) {
    StoryBuilder builder;
    builder.event("a", {on(date(1900))});
    builder.event("b", {after(to_event(0), days(3))});
    for (int i = 0; i < 60; ++i)
        builder.event(numbered("e", i), {after(to_event(0), Duration{2e10, 2e10, TimeUnit::year, false})});
    const TimeResult result = solve_times(builder.story());
    ASSERT_EQ(result.diagnostics.size(), 1U);
    EXPECT_EQ(result.diagnostics[0].code, "out-of-range");
    EXPECT_FALSE(result.timetable.set_aside.empty());
    EXPECT_EQ(result.timetable.events.size(), 62U);
    EXPECT_NEAR(result.timetable.events[1].start.nominal - result.timetable.events[0].start.nominal, 3, 1e-3);
}

TEST(SetAside, OfTheOnlyThingSaidOfAnEventLeavesItToTheList) {
    StoryBuilder builder;
    const auto a = builder.event("a", {on(date(1970, 1, 2))});
    const auto b = builder.event("b", {before(to_event(a))});
    const auto c = builder.event("c", {on(date(1970, 1, 9))});
    builder.at(a).when.push_back(before(to_event(b)));
    builder.at(b).when.push_back(after(to_event(a)));
    const TimeResult result = solve_times(builder.story());
    EXPECT_THAT(texts(result), ElementsAre("b: before a"));
    EXPECT_LE(result.timetable.events[b].start.latest, result.timetable.events[c].start.latest);
}

TEST(SetAside, OfALengthLetsTheEventEndAsItBegins) {
    StoryBuilder builder;
    const auto war = builder.event("war", {on(date(1970, 1, 1))});
    builder.at(war).lasts = Located<Duration>{days(10), {}};
    builder.event("peace", {on(date(1970, 1, 4)), after(to_event(war), days(1))});
    builder.event("trial", {on(date(1970, 1, 5)), after(to_event(war), days(2))});
    const TimeResult result = solve_times(builder.story());
    EXPECT_THAT(texts(result), ElementsAre("the end of war: 10 days"));
    EXPECT_LE(result.timetable.events[war].end.latest, day(1970, 1, 4));
}

TEST(SetAside, OfABirthLeavesItUnknown) {
    StoryBuilder builder;
    const auto ada = builder.character("ada", {on(date(1950))});
    const auto a = builder.event("a", {on(date(1915))}, {ada});
    builder.at(a).births = {{ada, {}}};
    builder.at(a).when = {on(date(1915))};
    const TimeResult result = solve_times(builder.story());
    ASSERT_EQ(result.timetable.set_aside.size(), 1U);
    EXPECT_TRUE(result.timetable.lives[ada].birth_known);
    builder.at(a).births.clear();
    builder.content().characters[ada].born = {on(date(1950)), on(date(1951))};
    EXPECT_EQ(solve_times(builder.story()).timetable.lives[ada].birth.earliest, day(1950, 1, 1));
}

TEST(SetAside, IsNoReasonForATimeAndAgesAreThoseOfTheRest) {
    StoryBuilder builder;
    const auto ada = builder.character("ada", {on(date(1901, 5, 1))});
    const auto a = builder.event("a", {age(11, 11, ada), on(date(1915, 6, 1))}, {ada});
    const TimeExplanation why = explain_time(builder.story(), a);
    EXPECT_EQ(why.earliest.size(), 1U);
    const TimeResult result = solve_times(builder.story());
    EXPECT_EQ(result.timetable.events[a].certainty, Certainty::exact);
    const auto ages = ages_at_events(builder.story(), result.timetable);
    EXPECT_NEAR(ages[a][0].calendar.nominal, day(1915, 6, 1) - day(1901, 5, 1), 1);
}

// ---- against brute force ---------------------------------------------------------------------------------------

class Dice {
public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}
    int below(int end) { return static_cast<int>(engine_() % static_cast<std::uint64_t>(end)); }

private:
    std::mt19937_64 engine_;
};

Phrase something(Dice& dice, EventIndex other, CharacterIndex ann) {
    switch (dice.below(7)) {
        case 0:
            return on(date(1900 + dice.below(4), 1 + dice.below(12)));
        case 1:
            return age(dice.below(4), 4, ann, dice.below(3) == 0);
        case 2:
            return before(to_event(other));
        case 3:
            return relative(RelativePhrase::Relation::after, to_event(other), Duration{40, 60, TimeUnit::day, true});
        case 4:
            return with(to_event(other));
        case 5:
            return after(to_event(other));
        default:
            return after(to_event(other), days(10 + dice.below(300)));
    }
}

/// A few events of which more is said than can be true.
Story small_story(std::uint64_t seed) {
    Dice dice(seed);
    StoryBuilder builder;
    const auto ann = builder.character("ann", {on(date(1899, 6))});
    const int events = 3 + dice.below(3);
    for (int e = 0; e < events; ++e)
        builder.event(numbered("e", e), {}, {ann});
    for (int said = 6 + dice.below(5); said > 0; --said) {
        const int event = dice.below(events);
        const int other = (event + 1 + dice.below(events - 1)) % events;
        builder.at(static_cast<EventIndex>(event)).when.push_back(something(dice, static_cast<EventIndex>(other), ann));
    }
    return builder.story();
}

using Statements = std::vector<bool>;  // which hold

class BruteForce {
public:
    explicit BruteForce(const Story& story) : model_(timing::make_model(story)) {}

    [[nodiscard]] const timing::Model& model() const { return model_; }

    [[nodiscard]] bool can_be_true(const Statements& which) const {
        AllDistances distances(model_.moments.size());
        for (std::size_t i = 0; i < model_.constraints.size(); ++i) {
            const timing::Constraint& constraint = model_.constraints[i];
            if (constraint.statement != timing::no_statement && !which[constraint.statement]) continue;
            for (const timing::Bound& bound : timing::bounds_of(constraint, i))
                distances.add(bound);
        }
        return distances.consistent() && rules_can_hold(which);
    }

    /// The fewest that have to be left out.
    [[nodiscard]] std::size_t fewest() const {
        const std::size_t count = model_.statements.size();
        for (std::size_t out = 0; out <= count; ++out) {
            Statements which(count, true);
            std::fill(which.begin(), which.begin() + static_cast<std::ptrdiff_t>(out), false);
            do {
                if (can_be_true(which)) return out;
            } while (std::next_permutation(which.begin(), which.end()));
        }
        return count;
    }

    /// The firmest first, each as long as it can be true with those before.
    [[nodiscard]] Statements by_strength() const {
        std::vector<std::size_t> order(model_.statements.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
            return model_.statements[a].strength > model_.statements[b].strength;
        });
        Statements which(order.size(), false);
        for (const std::size_t i : order) {
            which[i] = true;
            which[i] = can_be_true(which);
        }
        return which;
    }

private:
    using AllDistances = timing::testing::AllDistances;

    [[nodiscard]] bool rules_can_hold(const Statements& which) const {
        timing::TemporalNetwork network(model_.moments.size(), model_.axis);
        timing::RulesInForce rules = timing::all_rules(model_);
        for (std::size_t i = 0; i < model_.constraints.size(); ++i) {
            const auto statement = model_.constraints[i].statement;
            if (statement == timing::no_statement || which[statement]) network.add(model_.constraints[i], i);
        }
        for (timing::ClaimIndex i = 0; i < which.size(); ++i) {
            if (!which[i]) timing::set_rules(rules, model_, i, false);
        }
        return timing::conflicting_rules(network, model_, rules).empty() &&
               timing::tightened(network, model_, rules).has_value();
    }

    timing::Model model_;
};

Statements kept_in(const Story& story, std::size_t count) {
    Statements which(count, true);
    for (const timing::LeftOut& left_out : timing::consistent_model(story).left_out)
        which[left_out.statement] = false;
    return which;
}

TEST(SetAside, LeavesWhatCanBeTrueAndNothingOfItCanBePutBack) {
    std::size_t tried = 0;
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        SCOPED_TRACE(seed);
        const Story story = small_story(seed);
        const BruteForce brute_force(story);
        Statements kept = kept_in(story, brute_force.model().statements.size());
        EXPECT_TRUE(brute_force.can_be_true(kept));
        for (std::size_t i = 0; i < kept.size(); ++i) {
            if (kept[i]) continue;
            ++tried;
            kept[i] = true;
            EXPECT_FALSE(brute_force.can_be_true(kept)) << "statement " << i;
            kept[i] = false;
        }
    }
    EXPECT_GT(tried, 500U);
}

TEST(SetAside, AreTheWeakestUnlessFewerFirmerOnesDo) {
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        SCOPED_TRACE(seed);
        const Story story = small_story(seed);
        const BruteForce brute_force(story);
        const Statements kept = kept_in(story, brute_force.model().statements.size());
        const Statements by_strength = brute_force.by_strength();
        const auto left_out = [](const Statements& which) { return std::count(which.begin(), which.end(), false); };
        EXPECT_LE(left_out(kept), left_out(by_strength));
        EXPECT_TRUE(left_out(kept) < left_out(by_strength) || kept == by_strength);
    }
}

TEST(SetAside, AreNearlyAlwaysAsFewAsCanBe) {
    std::size_t as_few = 0;
    constexpr std::uint64_t stories = 60;
    for (std::uint64_t seed = 0; seed < stories; ++seed) {
        const Story story = small_story(1000 + seed);
        const BruteForce brute_force(story);
        const Statements kept = kept_in(story, brute_force.model().statements.size());
        const auto out = static_cast<std::size_t>(std::count(kept.begin(), kept.end(), false));
        const std::size_t fewest = brute_force.fewest();
        EXPECT_LE(out, fewest + 2) << seed;
        as_few += out == fewest ? 1 : 0;
    }
    EXPECT_GE(as_few, stories * 7 / 10);
}

}  // namespace
}  // namespace fabula::set_aside_test
