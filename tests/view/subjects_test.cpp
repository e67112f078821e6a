// What the groups of pictures stand for, whatever the view.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <set>
#include <string>

#include "fabula/render.hpp"

#include "picture.hpp"

namespace fabula::subjects_test {
namespace {

using testing::groups;
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

}  // namespace
}  // namespace fabula::subjects_test
