// What ids and classes are made of what groups stand for.
#include "fabula/subject.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>
#include <string>

#include "fabula/scene.hpp"

namespace fabula::subject_test {
namespace {

using testing::IsEmpty;

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
