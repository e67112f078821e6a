// What matters in a story: the ranking that decides what is large, what has a colour, and what gives way.
#include "view/drawing/ranking.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fabula/fabula.hpp"

namespace fabula::drawing::ranking_test {
namespace {

using ::testing::AllOf;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::Ge;
using ::testing::Le;

Story read(const std::string& yaml) {
    const ReadResult result = read_story(yaml);
    for (const Diagnostic& diagnostic : result.diagnostics)
        ADD_FAILURE() << format_diagnostic(diagnostic, result.story.sources());
    return result.story;
}

std::vector<std::string> events_in_order(const Story& story) {
    std::vector<std::string> ids;
    for (const EventIndex e : by_importance(ranking_of(story).events))
        ids.push_back(story.events()[e].id);
    return ids;
}

std::vector<std::string> characters_in_order(const Story& story) {
    std::vector<std::string> ids;
    for (const CharacterIndex c : by_importance(ranking_of(story).characters))
        ids.push_back(story.characters()[c].id);
    return ids;
}

TEST(RankingOfEvents, PutsDeathsOfThoseWhoMatterFirst) {
    const Story story = read(R"(
title: X
characters: {hero: , friend: , walk-on: }
events:
  - {id: talk, title: A, who: [hero, friend]}
  - {id: ride, title: B, who: [hero, friend]}
  - {id: stranger, title: C, death: walk-on}
  - {id: end, title: D, death: hero}
)");
    EXPECT_THAT(events_in_order(story), ElementsAre("end", "stranger", "talk", "ride"));
}

TEST(RankingOfEvents, CountsTurningPointsTensionAndWhatIsRevealed) {
    const Story story = read(R"(
title: X
characters: {hero: }
structure: three-act
events:
  - {id: plain, title: A, who: hero}
  - {id: tense, title: B, who: hero, tension: 9}
  - {id: turn, title: C, who: hero, tension: 9}
  - {id: secret, title: D, who: hero, truth: rumour}
  - {id: told, title: E, who: hero, reveals: secret}
beats: [{beat: midpoint, event: turn}]
)");
    EXPECT_THAT(events_in_order(story), ElementsAre("turn", "tense", "told", "plain", "secret"));
}

TEST(RankingOfEvents, TakesWhatTheAuthorSays) {
    const Story story = read(R"(
title: X
characters: {hero: }
events:
  - {id: death, title: A, death: hero, weight: 2}
  - {id: letter, title: B, weight: 10}
  - {id: talk, title: C, who: hero, weight: 2}
)");
    EXPECT_THAT(events_in_order(story), ElementsAre("letter", "death", "talk"));
}

TEST(RankingOfCharacters, PutsThoseAllOverTheStoryFirst) {
    std::string yaml = "title: X\ncharacters: {early: , hero: , late: }\nevents:\n";
    for (int e = 0; e < 20; ++e)
        yaml += std::string("  - {title: E, who: ") + (e < 8 ? "early" : e < 12 ? "hero" : "late") + "}\n";
    for (int e = 0; e < 20; e += 3)
        yaml += "  - {title: F, who: hero}\n";
    EXPECT_EQ(characters_in_order(read(yaml)).front(), "hero");
}

TEST(RankingOfCharacters, TakesWhatTheAuthorSays) {
    const Story story = read(R"(
title: X
characters: {hero: , villain: {weight: 10}}
events: [{title: A, who: hero}, {title: B, who: hero}, {title: C, who: [hero, villain]}]
)");
    EXPECT_EQ(characters_in_order(story).front(), "villain");
}

TEST(Ranking, IsFromNothingToTen) {
    const Story story = read(R"(
title: X
characters: {a: , b: , c: }
things: {ring: }
sections: [{title: S, events: [{title: E, who: [a, b], things: ring}, {title: F, death: a}]}]
relationships: [{between: [a, b], kind: love}]
)");
    const Ranking ranking = ranking_of(story);
    for (const auto* weights :
         {&ranking.events, &ranking.characters, &ranking.relationships, &ranking.sections, &ranking.things})
        EXPECT_THAT(*weights, Each(AllOf(Ge(0), Le(10))));
    EXPECT_EQ(ranking.sections.front(), 10);
    EXPECT_GT(ranking.things.front(), 0);
}

}  // namespace
}  // namespace fabula::drawing::ranking_test
