#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

#include "fabula/render.hpp"

namespace fabula::scripts_test {
namespace {

using ::testing::Contains;
using ::testing::Field;
using ::testing::Not;

/// A story that says `word` wherever a view sets what the author wrote.
std::string story_saying(std::string_view word) {
    return fmt::format(R"(title: {0}
subtitle: {0}
characters: {{ann: {{name: {0}, role: {0}}}, bob: {{name: {0}}}}}
threads: {{tape: {{name: {0}}}}}
milestones: {{donation: {{name: {0}, last: 4}}}}
sections:
  - {{title: {0}, text: {0}, events: [{{id: a, title: {0}, who: [ann, bob], thread: tape, tension: 2, when: 1990}}]}}
  - {{title: {0}, events: [{{id: b, title: {0}, text: {0}, who: [ann, bob], thread: tape, tension: 7, when: 1991}},
                           {{id: c, donation: ann, outcome: {0}, when: 1992, tension: 3}}]}}
relationships: [{{between: [ann, bob], kind: {0}}}]
links: [{{from: a, to: b, kind: {0}, text: {0}}}]
beats: [{{beat: {0}, event: b, act: {0}}}]
page:
  rows:
    - {{view: lifelines, title: {0}}}
    - {{view: plot, title: {0}}}
    - {{text: {0}}}
  notes: [{0}]
  sources: {0}
  colophon: {0}
)",
                       word);
}

class Scripts : public ::testing::TestWithParam<const char*> {};

TEST_P(Scripts, HaveTheirFontsWhereverTheyAreSet) {
    const ReadResult story = read_story(story_saying(GetParam()));
    ASSERT_FALSE(has_errors(story.diagnostics)) << format_diagnostic(story.diagnostics.front(), story.story.sources());
    for (const View& view : views()) {
        const SceneResult picture = make_scene(story, {.view = std::string(view.name)});
        EXPECT_THAT(picture.diagnostics, Not(Contains(Field(&Diagnostic::code, "missing-character")))) << view.name;
        EXPECT_THAT(texts(picture.scene), Contains(::testing::HasSubstr(GetParam()))) << view.name;
    }
}

INSTANTIATE_TEST_SUITE_P(OfTheWorld, Scripts, ::testing::Values("骨董", "שלום", "नमस्ते", "สวัสดี"));

TEST(Fonts, AreFoundForWhatAViewSaysOfItsOwnAccord) {
    const ReadResult story = read_story("title: Walk\nlanguage: zh\nevents: [{title: Out, when: 1996-07-14}]\n");
    const SceneResult picture = make_scene(story);
    EXPECT_THAT(texts(picture.scene), Contains(::testing::HasSubstr("月")));
    EXPECT_THAT(picture.diagnostics, Not(Contains(Field(&Diagnostic::code, "missing-character"))));
}

TEST(Fonts, AreNotMissedForWhatStandsInACommentAlone) {
    const ReadResult story = read_story("# \U00013000\ntitle: Walk\nevents: [{title: Out, when: 1996}]\n");
    EXPECT_THAT(make_scene(story).diagnostics, Not(Contains(Field(&Diagnostic::code, "missing-character"))));
}

}  // namespace
}  // namespace fabula::scripts_test
