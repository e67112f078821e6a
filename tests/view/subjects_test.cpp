// What the groups of pictures stand for, whatever the words of the story and whatever the view.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <set>
#include <string>

#include "fabula/render.hpp"
#include "fabula/view.hpp"

#include "picture.hpp"

namespace fabula::subjects_test {
namespace {

using testing::groups;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

Scene drawn(const std::string& yaml, const std::string& view) {
    return make_scene(read_story(yaml), {.view = view}).scene;
}

constexpr const char* bound_by_a_death = R"(
title: The Lamp
characters: {nobody: {name: Nobody}, finn: {name: Finn}}
events:
  - {id: meet, title: They meet, who: [nobody, finn], when: 1920}
  - {id: storm, title: A storm, when: 1921}
relationships: [{between: [nobody, finn], kind: event death, from: 1920}]
)";

TEST(SubjectsOfPictures, TakeNoRelationshipForADeath) {
    for (const std::string view : {"lifelines", "storyline", "arcs"}) {
        const Scene scene = drawn(bound_by_a_death, view);
        EXPECT_THAT(groups(scene, "death"), IsEmpty()) << view;
        EXPECT_THAT(groups(scene, "relationship"), Not(IsEmpty())) << view;
    }
}

TEST(SubjectsOfPictures, TakeNoCharacterForNobody) {
    const Scene scene = drawn(bound_by_a_death, "lifelines");
    EXPECT_THAT(groups(scene, "lane"), SizeIs(3));
    ASSERT_THAT(groups(scene, "nobody"), SizeIs(1));
    EXPECT_EQ(groups(scene, "nobody").front()->subject, Subject(subjects::Nobody{}));
}

TEST(SubjectsOfPictures, GiveACharacterTheSameClassesInEveryView) {
    std::map<std::string, std::set<std::string>> views;
    for (const std::string view : {"lifelines", "storyline", "arcs"}) {
        const Scene scene = drawn(bound_by_a_death, view);
        for (const Group* const lane : groups(scene, "finn"))
            views[classes_of(lane->subject)].insert(view);
    }
    EXPECT_THAT(views, SizeIs(1));
    EXPECT_THAT(views["lane finn"], SizeIs(3));
}

TEST(SubjectsOfPictures, KeepTheNamesOfViewsFromStories) {
    for (const View& view : views())
        EXPECT_EQ(classes_of(subjects::Character{std::string(view.name)}), "lane story-" + std::string(view.name));
}

}  // namespace
}  // namespace fabula::subjects_test
