// What is set aside because it contradicts the rest has one mark in every view, and where it would be is shown.
#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fabula/fabula.hpp"

#include "picture.hpp"
#include "view_under_test.hpp"

namespace fabula::set_aside_test {
namespace {

using ::testing::Contains;
using testing::Draw;
using testing::faults;
using testing::groups;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

constexpr const char* one_contradiction = R"(
title: Slips
characters: {ada: {name: Ada, born: 1901-05-01}, cy: {name: Cy, born: 1890}}
events:
  - {id: a, title: Ada goes to sea, who: [ada, cy], when: [age 11 of ada, 1955], tension: 2}
  - {id: b, title: A meal, who: [ada, cy], when: 1913, tension: 6}
  - {id: c, title: A storm, who: [ada, cy], when: 1936, tension: 8}
  - {id: d, title: The end, who: [ada], when: 1960, tension: 3}
relationships: [{between: [ada, cy], kind: love}]
links: [{from: a, to: c, kind: cause}]
page: {rows: [{view: lifelines}]}
)";

const Group& event_group(const Scene& scene, std::string_view id) {
    const auto all = groups(scene, "event");
    const auto found = std::ranges::find_if(all, [&](const Group* group) {
        const auto* const event = std::get_if<subjects::Event>(&group->subject);
        return event != nullptr && event->id == id && group->is_addressed;
    });
    if (found == all.end()) throw std::out_of_range(std::string(id));
    return **found;
}

Box marked_box(const Scene& scene) {
    return ink_box(Node(*groups(scene, "set-aside").at(0)));
}

TEST(WhatIsSetAside, IsMarkedOnceInEveryView) {
    for (const char* const view : {"lifelines", "storyline", "curve", "plot", "grid", "page"}) {
        const Scene scene = Draw{view}(one_contradiction).scene;
        ASSERT_THAT(groups(scene, "set-aside"), SizeIs(1)) << view;
        EXPECT_THAT(groups(scene, "set-aside").front()->title, HasSubstr("‘age 11 of ada’")) << view;
        EXPECT_THAT(faults(scene), IsEmpty()) << view;
    }
    const Scene arcs = Draw{"arcs"}(one_contradiction, {{"arcs.of", "events"}}).scene;
    EXPECT_THAT(groups(arcs, "set-aside"), SizeIs(1));
}

TEST(WhatIsSetAside, IsMarkedInItsEventsGroup) {
    const Scene scene = Draw{"lifelines"}(one_contradiction).scene;
    const Group& event = event_group(scene, "a");
    const auto is_mark = [](const Node& child) {
        const auto* const group = std::get_if<Group>(&child);
        return group != nullptr && group->subject == Subject(subjects::Part::set_aside);
    };
    EXPECT_TRUE(std::ranges::any_of(event.children, is_mark));
}

TEST(WhatIsSetAside, HasItsPlaceOnTheAxis) {
    for (const char* const view : {"lifelines", "storyline"}) {
        const Scene scene = Draw{view}(one_contradiction).scene;
        ASSERT_THAT(groups(scene, "asked"), SizeIs(1)) << view;
        const Box asked = ink_box(Node(*groups(scene, "asked").front()));
        EXPECT_LT(asked.right, event_group(scene, "a").mark->x) << view;
        EXPECT_LT(asked.right, event_group(scene, "c").mark->x) << view;
    }
}

TEST(WhatIsSetAside, HasNoPlaceWhereThereIsNoAxisOfTime) {
    EXPECT_THAT(groups(Draw{"grid"}(one_contradiction).scene, "asked"), IsEmpty());
    EXPECT_THAT(groups(Draw{"storyline"}(one_contradiction, {{"storyline.axis", "told"}}).scene, "asked"), IsEmpty());
}

TEST(WhatIsSetAside, IsExplainedInTheLegend) {
    const auto said = texts(Draw{"lifelines"}(one_contradiction).scene);
    EXPECT_THAT(said, Contains("set aside: contradicts firmer statements"));
    EXPECT_THAT(texts(Draw{"lifelines"}("title: x\nevents: [{title: A}]\n").scene),
                Not(Contains("set aside: contradicts firmer statements")));
}

TEST(WhatIsSetAside, HasLettersIfThereAreSeveral) {
    std::string yaml = one_contradiction;
    yaml.replace(yaml.find("when: 1936"), 10, "when: [age 20 of ada, 1936]");
    const Scene scene = Draw{"lifelines"}(yaml).scene;
    EXPECT_THAT(groups(scene, "set-aside"), SizeIs(2));
    EXPECT_EQ(std::ranges::count(texts(scene), "a"), 2);
    EXPECT_EQ(std::ranges::count(texts(scene), "b"), 2);
}

TEST(WhatIsSetAside, IsMarkedBesideItsEvent) {
    for (const char* const view : {"lifelines", "storyline", "curve"}) {
        const Scene scene = Draw{view}(one_contradiction).scene;
        const Box whole = ink_box(Node(event_group(scene, "a")));
        const Box mark = marked_box(scene);
        EXPECT_LT(mark.width(), 12) << view;
        EXPECT_GE(mark.left, whole.left - 0.01) << view;
        EXPECT_LE(mark.right, whole.right + 0.01) << view;
    }
}

TEST(WhatIsSetAside, OfCharactersSectionsAndRelationshipsIsMarkedAtThem) {
    const char* const yaml = R"(
title: Slips
characters:
  ada: {name: Ada, born: [1901, 3 years before a]}
  cy: {name: Cy, born: 1890}
sections:
  - title: First
    when: [1930, before b]
    events:
      - {id: a, title: Ada goes to sea, who: [ada, cy], when: 1955}
      - {id: b, title: A meal, who: [ada, cy], when: 1913}
relationships: [{between: [ada, cy], kind: love, from: 3 years after b, until: before b}]
)";
    const Scene scene = Draw{"lifelines"}(yaml).scene;
    std::vector<std::string> marks;
    for (const Group* const mark : groups(scene, "set-aside"))
        marks.push_back(mark->title);
    EXPECT_THAT(
        marks, UnorderedElementsAre(HasSubstr("‘3 years before a’"), HasSubstr("‘before b’"), HasSubstr("‘before b’")));
    EXPECT_THAT(faults(scene), IsEmpty());
}

TEST(WhatIsSetAside, OfANameAtTheEdgeIsMarkedWithinTheMargins) {
    const Scene scene = Draw{"lifelines"}(R"(
title: Slips
characters: {ada: {name: Ada, born: [1901, 3 years before sea]}}
events:
  - {id: sea, title: Ada goes to sea, who: ada, when: 1955}
  - {id: home, title: She comes home, who: ada, when: 1956}
)")
                            .scene;
    const double margin = read_theme("default").theme.spacing.margin;
    const Box mark = marked_box(scene);
    EXPECT_GE(mark.left, margin - 3);
    EXPECT_GE(mark.top, margin - 3);
    EXPECT_LE(mark.right, scene.width - margin + 3);
    EXPECT_LE(mark.bottom, scene.height - margin + 3);
}

TEST(WhatIsSetAside, IsExplainedAsFarAsItIsShown) {
    EXPECT_THAT(texts(Draw{"lifelines"}(one_contradiction).scene), Contains("where that would put it"));
    EXPECT_THAT(texts(Draw{"grid"}(one_contradiction).scene), Not(Contains("where that would put it")));
    const Scene told = Draw{"storyline"}(one_contradiction, {{"storyline.axis", "told"}}).scene;
    EXPECT_THAT(texts(told), Not(Contains("where that would put it")));
    const Scene arcs = Draw{"arcs"}(one_contradiction, {{"arcs.of", "events"}}).scene;
    EXPECT_THAT(texts(arcs), Contains("set aside: contradicts firmer statements"));
}

}  // namespace
}  // namespace fabula::set_aside_test
