// A file with mistakes is read as far as it can be: each mistake is told once, and the rest of the story stands.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fabula/story.hpp"

#include "reading_story.hpp"

namespace fabula::recovery_test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<std::string> places(const ReadResult& read) {
    std::vector<std::string> places;
    for (const Diagnostic& found : read.diagnostics)
        places.push_back(std::to_string(found.span.line) + " " + found.code);
    return places;
}

TEST(AMisspeltId, LeavesTheRestOfItsEntry) {
    const ReadResult read = read_story(
        "title: x\ncharacters: {ada: , cy: }\nevents: [{id: a, title: A, who: [ada, cyy], when: 1920, text: all "
        "else}]\n");
    EXPECT_THAT(places(read), ElementsAre("3 unknown-id"));
    const Event& event = read.story.events().at(0);
    EXPECT_THAT(event.who, SizeIs(1));
    EXPECT_THAT(event.when, SizeIs(1));
    EXPECT_EQ(event.text, "all else");
}

TEST(AMisspeltId, IsToldOnceHoweverOftenItIsReferredTo) {
    const ReadResult read = read_story(
        "title: x\nevents:\n- {id: storm, title: A}\n- {title: B, when: after strom, reveals: strom}\n- {title: C, "
        "when: "
        "after storm}\n- {title: D, when: before strom}\n");
    EXPECT_THAT(places(read), ElementsAre("4 unknown-id"));
    EXPECT_EQ(read.diagnostics.front().instead, "storm");
    EXPECT_THAT(read.diagnostics.front().related, SizeIs(2));
}

TEST(AMisspeltId, IsToldWhereItIsDeclaredIfAllElseAgreesOnAnother) {
    const ReadResult read = read_story(
        "title: x\nevents:\n- {id: strom, title: A}\n- {title: B, when: after storm}\n- {title: C, when: after "
        "storm}\n");
    EXPECT_THAT(places(read), ElementsAre("3 unknown-id"));
    EXPECT_EQ(read.diagnostics.front().instead, "storm");
    EXPECT_THAT(read.diagnostics.front().message, HasSubstr("nothing refers to ‘strom’"));
}

TEST(ADuplicateId, StaysWithTheFirst) {
    const ReadResult read = read_story(
        "title: x\nevents:\n- {id: a, title: One}\n- {id: a, title: Two}\n- {title: Three, when: after a}\n");
    EXPECT_THAT(places(read), ElementsAre("4 duplicate-id"));
    EXPECT_EQ(read.story.events().at(0).id, "a");
    EXPECT_EQ(read.story.events().at(1).id, "event-2");
    EXPECT_EQ(read.story.events().at(1).title, "Two");
}

TEST(AnIllegalId, IsStillReferredTo) {
    const ReadResult read = read_story("title: x\ncharacters: {1st: {name: First}}\nevents: [{title: A, who: 1st}]\n");
    EXPECT_THAT(places(read), ElementsAre("2 bad-id"));
    EXPECT_THAT(read.story.events().at(0).who, SizeIs(1));
    EXPECT_EQ(read.story.characters().at(0).name, "First");
}

TEST(AMisspeltWord, HasNoConsequences) {
    const ReadResult read =
        read_story("title: x\nevents:\n- {id: a, title: A}\n- {title: B, mode: flashbakc, frame: a}\n- {titel: C}\n");
    EXPECT_THAT(places(read), ElementsAre("4 unknown-value", "5 unknown-key"));
}

TEST(AnEventWithoutATitle, IsShownByItsId) {
    const ReadResult read = read_story("title: x\nevents: [{id: storm, text: none}]\n");
    EXPECT_THAT(places(read), ElementsAre("2 missing-key"));
    EXPECT_EQ(read.story.events().at(0).title, "storm");
}

TEST(ARelationshipOfOne, IsLeftOut) {
    const ReadResult read = read_story(
        "title: x\ncharacters: {ada: }\nevents: [{title: A}]\nrelationships: [{between: [ada, cy], kind: love}]\n");
    EXPECT_THAT(places(read), ElementsAre("4 unknown-id"));
    EXPECT_THAT(read.story.relationships(), IsEmpty());
}

TEST(WhatIsLeftOut, IsKnownWithItsKeyAndItsEntry) {
    const ReadResult read = read_story("title: x\nevents: [{title: A, date: 1920}, {title: B, when: 19x0}]\n");
    ASSERT_THAT(read.story.unread(), SizeIs(2));
    EXPECT_EQ(read.story.unread()[0].key, "when");
    EXPECT_EQ(read.story.unread()[1].key, "when");
    const Sources& sources = read.story.sources();
    const auto at = [&](const Span& span) { return sources.text(0).substr(span.offset, span.length); };
    EXPECT_EQ(at(read.story.unread()[0].span), "date: 1920");
    EXPECT_EQ(at(read.story.unread()[1].entry), "{title: B, when: 19x0}");
}

TEST(WhatIsLeftOut, IsNothingInARightStory) {
    EXPECT_THAT(right_story("title: x\nevents: [{title: A}]\n").unread(), IsEmpty());
}

}  // namespace
}  // namespace fabula::recovery_test
