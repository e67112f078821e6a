#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>
#include <vector>

#include "fabula/render.hpp"

#include "walk.hpp"

namespace fabula::pipeline_test {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::Not;

std::vector<std::string> formats() {
    std::vector<std::string> names;
    for (const Painter& painter : painters())
        names.emplace_back(painter.format);
    return names;
}

TEST(Render, DrawsAStoryInEveryViewAndFormat) {
    const ReadResult story = read_story(walk_for_all_views);
    for (const View& view : views()) {
        for (const std::string& format : formats()) {
            const RenderResult result = render(story, {.view = std::string(view.name), .format = format});
            EXPECT_FALSE(has_errors(result.diagnostics)) << format;
            EXPECT_FALSE(result.bytes.empty()) << format;
        }
    }
}

TEST(Render, GivesTheSameBytesEachTimeWhateverWasDrawnBefore) {
    const ReadResult story = read_story(walk);
    for (const std::string& format : formats()) {
        const std::string first = render(story, {.format = format}).bytes;
        for (const std::string& other : formats())
            (void)render(story, {.format = other, .settings = {{"lifelines.direction", "down"}}});
        EXPECT_EQ(render(story, {.format = format}).bytes, first) << format;
    }
}

TEST(Render, GivesTheSameBytesInEveryThread) {
    const ReadResult story = read_story(walk);
    const std::string expected = render(story, {.format = "pdf"}).bytes;
    std::vector<std::string> drawn(4);
    std::vector<std::thread> threads;
    for (std::string& bytes : drawn)
        threads.emplace_back([&] { bytes = render(story, {.format = "pdf"}).bytes; });
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_THAT(drawn, ::testing::Each(expected));
}

TEST(Render, TakesAStoryWithItsTimes) {
    const ReadResult read = read_story(walk);
    const TimeResult times = solve_times(read.story);
    for (const View& view : views()) {
        const RenderOptions options{.view = std::string(view.name)};
        EXPECT_EQ(render(read.story, times, options).bytes, render(read, options).bytes) << view.name;
        EXPECT_EQ(render(read.story, options).bytes, render(read, options).bytes) << view.name;
    }
}

TEST(Render, TakesTheFormatFromTheEndingOfAFile) {
    const ReadResult story = read_story(walk);
    EXPECT_EQ(render(story, {.output = "out/walk.PDF"}).bytes, render(story, {.format = "pdf"}).bytes);
    EXPECT_EQ(render(story, {.format = "png", .output = "walk.svg"}).bytes, render(story, {.format = "png"}).bytes);
    EXPECT_EQ(render(story).bytes, render(story, {.format = "svg"}).bytes);
    for (const char* const nameless : {"walk", "walk.d/picture", "walk.docx", "."}) {
        const RenderResult result = render(story, {.output = nameless});
        EXPECT_TRUE(result.bytes.empty()) << nameless;
        EXPECT_THAT(result.diagnostics, Contains(::testing::Field(&Diagnostic::code, "unknown-format"))) << nameless;
    }
}

TEST(Render, KeepsTheLanesOfTheFileWhereThatIsAskedFor) {
    const ReadResult story = read_story(
        "title: X\ncharacters: {ann: , bob: , cid: }\n"
        "events: [{title: a, who: [ann, cid]}, {title: b, who: [cid, ann]}, {title: c, who: [bob]}]\n");
    const SceneResult of_file = make_scene(story, {.settings = {{"lifelines.order", "file"}}});
    EXPECT_THAT(of_file.diagnostics, IsEmpty());
    EXPECT_THAT(of_file.figures, ::testing::ContainsRegex("ann[^z]*bob[^z]*cid"));
    EXPECT_THAT(make_scene(story).figures, Not(::testing::ContainsRegex("ann[^z]*bob[^z]*cid")));
}

TEST(Render, GivesNoBytesOfWhatHasNoEvents) {
    for (const char* const faulty : {"titel: A walk", "title: [", ""}) {
        const RenderResult result = render(read_story(faulty));
        EXPECT_TRUE(has_errors(result.diagnostics));
        EXPECT_THAT(result.bytes, IsEmpty());
    }
}

constexpr std::string_view misspelt = R"(
title: A walk
characters: {ann: {name: Ann}, bob: {name: Bob}}
events: [{title: They meet, who: [ann, bbo], when: 1996-07-14, colour: red}]
)";

TEST(Render, DrawsAStoryWithErrorsWithoutWhatTheyAreAbout) {
    for (const std::string_view faulty : {misspelt, contradiction}) {
        const RenderResult result = render(read_story(faulty));
        EXPECT_TRUE(has_errors(result.diagnostics));
        EXPECT_THAT(result.bytes, ::testing::HasSubstr("</svg>"));
    }
}

TEST(Render, SaysWhatItSetAside) {
    const RenderResult result = render(read_story(contradiction));
    ASSERT_THAT(result.set_aside, ::testing::SizeIs(1));
    EXPECT_EQ(result.set_aside.front().text, "after home");
    EXPECT_THAT(render(read_story(misspelt)).set_aside, IsEmpty());
}

TEST(Render, DrawsNothingOfAStoryWithErrorsIfItIsStrict) {
    for (const std::string_view faulty : {misspelt, contradiction}) {
        const RenderResult result = render(read_story(faulty), {.strict = true});
        EXPECT_TRUE(has_errors(result.diagnostics));
        EXPECT_THAT(result.bytes, IsEmpty());
    }
    EXPECT_FALSE(render(read_story(walk), {.strict = true}).bytes.empty());
}

TEST(Render, SaysWhenAPictureIsTooLargeForItsFormat) {
    const RenderResult result =
        render(read_story(walk), {.format = "png", .page = "14400x14400pt", .paint = {.dots_per_inch = 2400}});
    ASSERT_TRUE(has_errors(result.diagnostics));
    EXPECT_EQ(result.diagnostics.back().code, "cannot-paint");
    EXPECT_THAT(result.bytes, IsEmpty());
}

TEST(MakeScene, CallsTheDocumentByTheStorysName) {
    const Scene scene = make_scene(read_story(walk)).scene;
    EXPECT_EQ(scene.title, "A walk");
    EXPECT_EQ(scene.author, "Nobody");
    EXPECT_EQ(scene.language, "en");
}

TEST(MakeScene, HasTheFontsItsTextIsSetIn) {
    const Scene scene = make_scene(read_story(walk)).scene;
    ASSERT_FALSE(scene.fonts.empty());
    EXPECT_EQ(scene.fonts.front().family, "Lato");
}

TEST(MakeScene, ShowsWhatTheStorySays) {
    EXPECT_THAT(texts(make_scene(read_story(walk)).scene), IsSupersetOf({"They meet", "They part"}));
}

TEST(MakeScene, StopsAtTheFirstStageThatFails) {
    const SceneResult result = make_scene(read_story("titel: A walk"));
    EXPECT_TRUE(has_errors(result.diagnostics));
    EXPECT_THAT(result.scene.root.children, IsEmpty());
    EXPECT_THAT(texts(result.scene), Not(Contains("A walk")));
}

}  // namespace
}  // namespace fabula::pipeline_test
