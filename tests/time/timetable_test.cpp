// Whole stories: lives, sections, states, relationships, gaps, and what holds of any timetable.
#include "fabula/timetable.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

#include "story_builder.hpp"

namespace fabula::timetable_test {
namespace {

using namespace testing;  // NOLINT: the builder's words
using ::testing::HasSubstr;

constexpr std::string_view text_of_the_novel = R"(
title: Never Let Me Go
characters:
  kathy: {name: Kathy H.}
  tommy: {name: Tommy D.}
  ruth: {name: Ruth, born: with kathy}
milestones:
  donation: {name: donation, last: 4}
sections:
  - id: hailsham
    when: age 5..16 of kathy
    events:
      - {id: tape-found, title: Found, who: [kathy], when: age ~11 of kathy}
      - {id: tape-lost, title: Lost, who: [kathy], when: soon after tape-found}
      - {id: pair-up, title: A pair, who: [ruth, tommy]}
      - {id: break-up, title: No pair, who: [ruth, tommy]}
  - id: cottages
    when: age 16..18 of kathy
    events:
      - {id: rumour, title: Rumour, truth: rumour, who: [kathy, tommy, ruth]}
      - {id: norfolk, title: Norfolk, who: [kathy, tommy, ruth]}
      - {id: kathy-leaves, title: Kathy leaves, who: [kathy]}
  - id: donors
    events:
      - {id: laura, title: Laura, when: about 10 years after kathy-leaves, who: [kathy]}
      - {id: ruth-1, donation: ruth, number: 1, when: before laura}
      - {id: boat, title: The boat, who: [kathy, tommy, ruth]}
      - {id: ruth-2, donation: ruth, number: 2, when: soon after boat}
      - {id: ruth-dies, death: ruth, when: with ruth-2}
states:
  - {who: kathy, is: student, until: kathy-leaves}
  - {who: kathy, is: carer, from: kathy-leaves}
  - {who: ruth, is: donor, from: ruth-1}
relationships:
  - {between: [kathy, tommy], kind: friendship, from: hailsham}
  - {between: [ruth, tommy], kind: romance, phases: [{from: pair-up, until: break-up}, {from: norfolk}]}
)";

struct Novel {
    Story story;
    Timetable timetable;

    Novel() {
        ReadResult read = read_story(text_of_the_novel);
        for (const Diagnostic& diagnostic : read.diagnostics) {
            ADD_FAILURE() << format_diagnostic(diagnostic, read.story.sources());
        }
        story = std::move(read.story);
        TimeResult result = solve_times(story);
        EXPECT_TRUE(result.diagnostics.empty());
        timetable = std::move(result.timetable);
    }

    [[nodiscard]] EventIndex index(std::string_view id) const {
        for (EventIndex e = 0; e < story.events().size(); ++e) {
            if (story.events()[e].id == id) return e;
        }
        ADD_FAILURE() << "no event " << id;
        return 0;
    }
    [[nodiscard]] const EventTime& operator[](std::string_view id) const { return timetable.events[index(id)]; }
};

constexpr CharacterIndex kathy = 0;
constexpr CharacterIndex tommy = 1;
constexpr CharacterIndex ruth = 2;

TEST(Novel, IsToldByTheAgeOfItsNarrator) {
    const Novel novel;
    EXPECT_EQ(novel.timetable.axis, TimeAxis::age);
    EXPECT_EQ(novel.timetable.axis_character, kathy);
    EXPECT_EQ(novel.timetable.lives[kathy].birth.nominal, 0);
}

TEST(Novel, HasOneGapOfAboutTenYears) {
    const Novel novel;
    ASSERT_EQ(novel.timetable.gaps.size(), 1U);
    const Gap& gap = novel.timetable.gaps.front();
    EXPECT_EQ(gap.length, (Duration{10, 10, TimeUnit::year, true}));
    EXPECT_EQ(gap.before, novel.index("kathy-leaves"));
    EXPECT_EQ(gap.after, novel.index("ruth-1"));
}

TEST(Novel, DrawsSectionsAsTheyAreStated) {
    const Novel novel;
    EXPECT_NEAR(novel.timetable.sections[0].from.nominal, 5 * days_per_year, 1);
    EXPECT_NEAR(novel.timetable.sections[0].until.nominal, 16 * days_per_year, 1);
    EXPECT_NEAR(novel.timetable.sections[1].until.nominal, 18 * days_per_year, 1);
    EXPECT_EQ(novel.timetable.sections[2].from.nominal, novel["ruth-1"].start.nominal);
}

TEST(Novel, KnowsWhoDiesInWhat) {
    const Novel novel;
    const Life& life = novel.timetable.lives[ruth];
    EXPECT_TRUE(life.birth_known);
    EXPECT_TRUE(life.death_known);
    EXPECT_EQ(life.death_event, novel.index("ruth-dies"));
    EXPECT_EQ(life.death.nominal, novel["ruth-2"].start.nominal);
}

TEST(Novel, ALifeOfUnknownEndsReachesFromFirstToLastAppearance) {
    const Novel novel;
    const Life& life = novel.timetable.lives[tommy];
    EXPECT_FALSE(life.birth_known);
    EXPECT_FALSE(life.death_known);
    EXPECT_EQ(life.birth, novel["pair-up"].start);
    EXPECT_EQ(life.last_seen, novel["boat"].end);
    EXPECT_FALSE(novel.timetable.age(tommy, 0).has_value());
}

TEST(Novel, StatesLastUntilTheNextOneOrTheEnd) {
    const Novel novel;
    EXPECT_EQ(novel.timetable.states[0].from, novel.timetable.lives[kathy].birth);
    EXPECT_EQ(novel.timetable.states[0].until, novel["kathy-leaves"].start);
    EXPECT_EQ(novel.timetable.states[1].until, novel.timetable.lives[kathy].last_seen);
    EXPECT_EQ(novel.timetable.states[2].until, novel.timetable.lives[ruth].death);
}

TEST(Novel, RelationshipsLastAsStatedOrWhileBothAreThere) {
    const Novel novel;
    EXPECT_EQ(novel.timetable.relationships[0][0].from, novel.timetable.sections[0].from);
    EXPECT_EQ(novel.timetable.relationships[1][0].until, novel["break-up"].start);
    EXPECT_EQ(novel.timetable.relationships[1][1].until, novel["boat"].end);
}

TEST(Novel, IsDumpedOneFactALine) {
    const Novel novel;
    const std::string text = dump(novel.timetable, novel.story);
    EXPECT_THAT(text, HasSubstr("axis age of kathy"));
    EXPECT_THAT(text, HasSubstr("event tape-found: 11.57 [8.25, 14.75] stated [8.25, 14.75]\n"));
    EXPECT_THAT(text, HasSubstr("gap kathy-leaves - ruth-1: about 10 year\n"));
    EXPECT_EQ(text, dump(solve_times(novel.story).timetable, novel.story));
}

TEST(Gaps, ACalendarKnowsItsLongPause) {
    StoryBuilder builder;
    for (int i = 1; i <= 6; ++i)
        builder.event(numbered("a", i), {on(date(1900, i, 1))});
    for (int i = 1; i <= 6; ++i)
        builder.event(numbered("b", i), {on(date(1907, i, 1))});
    const Timetable timetable = solve_times(builder.story()).timetable;
    ASSERT_EQ(timetable.gaps.size(), 1U);
    EXPECT_EQ(timetable.gaps[0].length, (Duration{7, 7, TimeUnit::year, true}));
}

TEST(Gaps, RegularStepsAndFreeOnesAreNone) {
    StoryBuilder builder;
    for (int i = 0; i < 8; ++i)
        builder.event(numbered("a", i), {on(date(1900 + 10 * i, 1, 1))});
    for (int i = 0; i < 8; ++i)
        builder.event(numbered("b", i));
    EXPECT_TRUE(solve_times(builder.story()).timetable.gaps.empty());
}

// ---- any story ------------------------------------------------------------------------------------------------

/// A time line decided in secret, and statements that are all true of it: no contradiction is there to be found.
class RandomStory {
public:
    explicit RandomStory(std::uint64_t seed) : random_(seed) {
        const auto count = 2 + random_() % 20;
        for (std::size_t i = 0; i < count; ++i)
            secret_.push_back(random_() % 2000);
        builder_.character("ada");
        for (std::size_t i = 0; i < count; ++i)
            builder_.event(numbered("e", i), {}, {0});
        for (std::size_t i = 0; i < count; ++i) {
            for (std::size_t said = random_() % 3; said > 0; --said)
                state(i, random_() % count);
        }
    }

    [[nodiscard]] StoryBuilder& builder() { return builder_; }

    /// Whether the times keep the relations that were stated, and their own bounds.
    void expect_true(const Timetable& timetable) {
        for (std::size_t e = 0; e < secret_.size(); ++e) {
            for (const Phrase& phrase : builder_.at(e).when) {
                if (const auto* relative = std::get_if<RelativePhrase>(&phrase.value)) expect(timetable, e, *relative);
            }
            const Moment& start = timetable.events[e].start;
            EXPECT_LE(start.earliest, start.nominal);
            EXPECT_LE(start.nominal, start.latest);
            EXPECT_LE(timetable.events[e].stated.earliest, start.nominal);
            EXPECT_GE(timetable.events[e].stated.latest, start.nominal);
        }
    }

private:
    void state(std::size_t event, std::size_t other) {
        const auto day = static_cast<int>(secret_[event]);
        const auto other_day = static_cast<int>(secret_[other]);
        auto& when = builder_.at(event).when;
        if (random_() % 4 == 0 || event == other) {
            const int year = 2000 + day / 366;  // not after the day, whatever leap years there are
            when.push_back(from_to(date(year), std::nullopt));
        } else if (day > other_day) {
            const int distance = day - other_day;
            const bool exact = random_() % 2 == 0;
            when.push_back(exact ? after(to_event(other), days(distance - 1, distance + 1)) : after(to_event(other)));
        } else if (day < other_day) {
            when.push_back(before(to_event(other)));
        } else {
            when.push_back(with(to_event(other)));
        }
    }
    static void expect(const Timetable& timetable, std::size_t event, const RelativePhrase& phrase) {
        const double own = timetable.events[event].start.nominal;
        const double other = timetable.events[phrase.anchor.to.index].start.nominal;
        constexpr double minute = 1.0 / 1440;
        using Relation = RelativePhrase::Relation;
        if (phrase.relation == Relation::with) {
            EXPECT_EQ(own, other);
        } else if (phrase.relation == Relation::before) {
            EXPECT_LE(own, other);
        } else {
            EXPECT_GE(own, other);
        }
        if (!phrase.distance || timetable.axis == TimeAxis::order) return;
        EXPECT_GE(own - other, phrase.distance->low - minute);
        EXPECT_LE(own - other, phrase.distance->high + minute);
    }

    std::mt19937_64 random_;
    std::vector<std::uint64_t> secret_;
    StoryBuilder builder_;
};

TEST(AnyStory, IsDrawnAsItIsStated) {
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        SCOPED_TRACE(seed);
        RandomStory random(seed);
        const TimeResult result = solve_times(random.builder().story());
        for (const Diagnostic& diagnostic : result.diagnostics)
            ADD_FAILURE() << diagnostic.message;
        random.expect_true(result.timetable);
    }
}

TEST(AnyStory, HasTheSameTimesEachTime) {
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        RandomStory random(seed);
        const Story& story = random.builder().story();
        EXPECT_EQ(dump(solve_times(story).timetable, story), dump(solve_times(story).timetable, story));
    }
}

TEST(AnyStory, OfOneEventOrNoneHasATimetable) {
    StoryBuilder builder;
    EXPECT_TRUE(solve_times(builder.story()).timetable.chronology.empty());
    builder.event("alone");
    EXPECT_EQ(solve_times(builder.story()).timetable.events[0].start.nominal, 0);
}

}  // namespace
}  // namespace fabula::timetable_test
