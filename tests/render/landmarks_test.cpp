#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fabula/fabula.hpp"

namespace fabula::landmarks_test {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* story = R"(
title: The Lamp
subtitle: A tale of the coast
author: N. N.
characters: {ada: {name: Ada, born: 1901}, finn: {name: Finn, born: 1899}}
places: {point: {name: Skerry Point}}
sections:
  - id: early
    title: Early years
    text: Before the storm
    events:
      - {id: wreck, title: She pulls Finn from a wreck, who: [ada, finn], when: 1920-11-19, place: point, text: In a gale, cite: chapter 2}
      - {id: lamp, title: Ada learns to light the lamp!, who: [ada], when: age 11 of ada}
  - id: late
    title: Late years
    events:
      - {id: storm, death: finn, when: 1934-02-06}
relationships: [{between: [ada, finn], kind: love, from: wreck, until: storm}]
)";

std::vector<Landmark> landmarks(const std::string& view, const std::string& yaml = story) {
    const DocumentResult result = make_document(read_story(yaml), {.view = view, .format = "pdf"});
    return result.document.scenes.empty() ? std::vector<Landmark>() : result.document.scenes.front().landmarks;
}

std::vector<std::string> titles(const std::vector<Landmark>& landmarks, Landmark::Kind kind) {
    std::vector<std::string> found;
    for (const Landmark& landmark : landmarks) {
        if (landmark.kind == kind) found.push_back(landmark.title);
    }
    return found;
}

const Landmark& landmark(const std::vector<Landmark>& all, std::string_view title) {
    return *std::ranges::find(all, title, &Landmark::title);
}

TEST(Landmarks, AreTheTitleThenSectionsWithTheirEventsInOrderOfTimeThenTheRest) {
    std::vector<std::string> all;
    for (const Landmark& landmark : landmarks("lifelines"))
        all.push_back(landmark.title);
    EXPECT_THAT(all, ElementsAre("The Lamp", "Early years", "Ada learns to light the lamp!",
                                 "She pulls Finn from a wreck", "Late years", "death", "love Ada Finn", "Legend"));
}

TEST(Landmarks, TellOfAnEventWhatThereIsToTell) {
    const std::vector<Landmark> all = landmarks("lifelines");
    EXPECT_EQ(
        landmark(all, "She pulls Finn from a wreck").description,
        "She pulls Finn from a wreck. 19 Nov 1920. Ada (18–19), Finn (20–21). Skerry Point. In a gale (chapter 2).");
}

TEST(Landmarks, EndASentenceThatHasAnEndOnlyOnce) {
    const std::vector<Landmark> all = landmarks("lifelines");
    EXPECT_THAT(landmark(all, "Ada learns to light the lamp!").description, HasSubstr("lamp! "));
}

TEST(Landmarks, NameTheGroupsThatShowThem) {
    for (const std::string view : {"lifelines", "storyline", "curve"}) {
        const DocumentResult result = make_document(read_story(story), {.view = view, .format = "pdf"});
        const std::string scene = dump(result.document.scenes.front());
        for (const Landmark& landmark : result.document.scenes.front().landmarks) {
            EXPECT_THAT(scene, HasSubstr("#" + landmark.id)) << view;
        }
    }
}

TEST(Landmarks, AreTheSameStoryInEveryView) {
    const auto expected = titles(landmarks("lifelines"), Landmark::Kind::event);
    for (const View& view : views()) {
        const auto found = landmarks(std::string(view.name));
        if (found.empty()) continue;  // the story has nothing that this view shows
        EXPECT_EQ(titles(found, Landmark::Kind::event), expected) << view.name;
    }
}

TEST(Landmarks, OfAPageAreThoseOfItsFirstPanelThatShowsThem) {
    const std::string poster = std::string(story) + "page: {rows: [{view: lifelines}, {view: curve}]}\n";
    const std::vector<Landmark> all = landmarks("page", poster);
    EXPECT_EQ(landmark(all, "She pulls Finn from a wreck").id, "panel-1-event-wreck");
}

TEST(Landmarks, AreNotMadeForFormatsThatCannotTellThem) {
    const DocumentResult result = make_document(read_story(story), {.format = "png"});
    EXPECT_THAT(result.document.scenes.front().landmarks, IsEmpty());
}

/// The link of the group called `id`, anywhere in a group.
std::string link_from(const Group& group, const std::string& id) {
    if (id_of(group) == id) return link_of(group);
    for (const Node& node : group.children) {
        const auto* const inner = std::get_if<Group>(&node);
        if (inner == nullptr) continue;
        if (std::string link = link_from(*inner, id); !link.empty()) return link;
    }
    return {};
}

constexpr const char* revealing_story = R"(
title: The Lamp
characters: {ada: {name: Ada}}
events:
  - {id: rumour, title: A rumour, who: [ada], truth: rumour}
  - {id: seen, title: She has seen it, who: [ada], reveals: rumour, url: "https://example.org/"}
  - {id: told, title: She is told, who: [ada], reveals: rumour}
page: {rows: [{view: lifelines}]}
)";

TEST(References, LeadFromAnEventToWhatItReveals) {
    const DocumentResult result = make_document(read_story(revealing_story), {.format = "pdf"});
    EXPECT_EQ(link_from(result.document.scenes.front().root, "event-told"), "#event-rumour");
}

TEST(References, StayWithinTheirPanel) {
    const DocumentResult result = make_document(read_story(revealing_story), {.view = "page", .format = "pdf"});
    EXPECT_EQ(link_from(result.document.scenes.front().root, "panel-1-event-told"), "#panel-1-event-rumour");
}

TEST(References, GiveWayToAUrl) {
    const DocumentResult result = make_document(read_story(revealing_story), {.format = "pdf"});
    EXPECT_EQ(link_from(result.document.scenes.front().root, "event-seen"), "https://example.org/");
}

}  // namespace
}  // namespace fabula::landmarks_test
