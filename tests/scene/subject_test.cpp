// What ids and classes are made of what groups stand for: whatever words a story has, they are not taken for others.
#include "fabula/subject.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "fabula/scene.hpp"

namespace fabula::subject_test {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

std::vector<std::string> words_of(const Subject& subject) {
    std::istringstream text(classes_of(subject));
    std::vector<std::string> words;
    for (std::string word; text >> word;)
        words.push_back(word);
    return words;
}

/// One of each that has no word of a story in its classes.
std::vector<Subject> own_subjects() {
    using namespace subjects;
    std::vector<Subject> all{View{"lifelines"}, View{"page"}, Specimen{"default"}, Panel{1}, Nobody{}, Meeting{1},
                             Section{"s"},      Place{"p"},   Thread{"t"},         Act{1},   Row{1},   Event{"e"},
                             Container{},       Character{},  Relationship{},      Link{}};
    for (int part = 0; part <= static_cast<int>(Part::assembly); ++part)
        all.emplace_back(static_cast<Part>(part));
    for (const Truth truth : {Truth::rumour, Truth::hope, Truth::memory, Truth::lie, Truth::dream})
        all.emplace_back(Event{.id = "e", .is_birth = true, .is_death = true, .is_milestone = true, .truth = truth});
    for (const Mode mode : {Mode::flashback, Mode::dream, Mode::vision})
        all.emplace_back(Event{.id = "e", .mode = mode});
    return all;
}

TEST(Subjects, HaveIdsAndClassesOfWhatTheyAre) {
    const Subject death = subjects::Event{.id = "end", .is_death = true, .truth = subjects::Truth::rumour};
    EXPECT_EQ(id_of(death), "event-end");
    EXPECT_EQ(classes_of(death), "event death rumour");
    EXPECT_EQ(id_of(subjects::Character{"kathy"}), "lane-kathy");
    EXPECT_EQ(classes_of(subjects::Character{"kathy"}), "lane kathy");
    EXPECT_EQ(id_of(subjects::Relationship{2, 1, "love"}), "relationship-2-1");
    EXPECT_EQ(classes_of(subjects::Relationship{2, 1, "love"}), "relationship love");
    EXPECT_EQ(id_of(subjects::Part::missing_beats), "missing-beats");
    EXPECT_EQ(id_of(Subject()), "");
    EXPECT_EQ(classes_of(Subject()), "");
}

TEST(Subjects, SayOnceThatAnEventIsADream) {
    const subjects::Event dream{.id = "e", .truth = subjects::Truth::dream, .mode = subjects::Mode::dream};
    EXPECT_EQ(classes_of(dream), "event dream");
}

TEST(Subjects, OfARelationshipCalledEventDeathAreNoDeath) {
    const std::vector<std::string> words = words_of(subjects::Relationship{.number = 1, .kind = "event death"});
    EXPECT_THAT(words, Not(Contains("event")));
    EXPECT_THAT(words, Not(Contains("death")));
    EXPECT_EQ(classes_of(subjects::Relationship{.number = 1, .kind = "event death"}), "relationship event-death");
}

TEST(Subjects, OfACharacterCalledNobodyAreNotThoseOfNobody) {
    EXPECT_NE(classes_of(subjects::Character{"nobody"}), classes_of(subjects::Nobody{}));
    EXPECT_NE(id_of(subjects::Character{"nobody"}), id_of(subjects::Nobody{}));
}

TEST(Subjects, MakeNoWordOfAStoryAClassOfFabulasOwn) {
    for (const Subject& subject : own_subjects()) {
        for (const std::string& word : words_of(subject)) {
            EXPECT_EQ(classes_of(subjects::Relationship{.number = 1, .kind = word}), "relationship story-" + word);
            EXPECT_EQ(classes_of(subjects::Character{word}), "lane story-" + word);
        }
    }
    for (const char* const word : {"fill-ink", "stroke-life-1", "story-death"})
        EXPECT_EQ(classes_of(subjects::Link{1, word}), fmt::format("link story-{}", word));
}

TEST(Subjects, MakeOneClassOfAnyWordsOfAStory) {
    for (const char* const kind : {"a b", "\ta\nb ", "a\x01 b", "death\xE2\x80\xAE",
                                   "de\x01"
                                   "ath"}) {
        EXPECT_EQ(words_of(subjects::Relationship{.number = 1, .kind = kind}).size(), 2U) << kind;
        EXPECT_THAT(words_of(subjects::Relationship{.number = 1, .kind = kind}), Not(Contains("death"))) << kind;
    }
    EXPECT_EQ(classes_of(subjects::Relationship{}), "relationship");
}

TEST(Subjects, HaveIdsOfTheirOwn) {
    std::set<std::string> ids;
    for (const Subject& subject :
         {Subject(subjects::Event{"a"}), Subject(subjects::Character{"a"}), Subject(subjects::Section{"a"}),
          Subject(subjects::Place{"a"}), Subject(subjects::Thread{"a"}), Subject(subjects::Relationship{1, 0, "a"}),
          Subject(subjects::Relationship{1, 1, "a"}), Subject(subjects::Link{1, "a"}), Subject(subjects::Nobody{}),
          Subject(subjects::Panel{1}), Subject(subjects::Act{1}), Subject(subjects::Row{1})})
        EXPECT_TRUE(ids.insert(id_of(subject)).second) << id_of(subject);
}

TEST(Groups, HaveTheIdOfTheirSubjectInTheirPanel) {
    Group group;
    group.subject = subjects::Event{"a"};
    EXPECT_EQ(id_of(group), "event-a");
    group.panel = 2;
    EXPECT_EQ(id_of(group), "panel-2-event-a");
    group.is_addressed = false;
    EXPECT_THAT(id_of(group), IsEmpty());
}

TEST(Groups, LeadToGroupsOfTheirPanelOrOutOfThePicture) {
    Group group;
    EXPECT_THAT(link_of(group), IsEmpty());
    group.panel = 2;
    group.reference = subjects::Event{"b"};
    EXPECT_EQ(link_of(group), "#panel-2-event-b");
    group.link = "#event-c";
    EXPECT_EQ(link_of(group), "#panel-2-event-c");
    group.link = "https://example.org/";
    EXPECT_EQ(link_of(group), "https://example.org/");
}

}  // namespace
}  // namespace fabula::subject_test
