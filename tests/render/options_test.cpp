#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fabula/render.hpp"

#include "walk.hpp"

namespace fabula::options_test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// The diagnostics of drawing a sound story so, as a reader sees them.
std::string faults(const RenderOptions& options) {
    const RenderResult result = render(read_story(walk), options);
    std::string text;
    for (const Diagnostic& diagnostic : result.diagnostics)
        text += format_diagnostic(diagnostic, result.sources);
    return text;
}

TEST(RenderOptions, ChooseThePage) {
    const Scene scene = make_scene(read_story(walk), {.page = "A4-landscape"}).scene;
    EXPECT_NEAR(scene.width, 841.89, 0.01);
    EXPECT_NEAR(scene.height, 595.28, 0.01);
}

TEST(RenderOptions, ChooseTheTheme) {
    const Scene scene = make_scene(read_story(walk), {.theme = "print"}).scene;
    ASSERT_FALSE(scene.fonts.empty());
    EXPECT_THAT(scene.fonts.front().family, HasSubstr("Vollkorn"));
}

TEST(RenderOptions, SetKeysOfTheTheme) {
    const Scene scene = make_scene(read_story(walk), {.settings = {{"theme.colours.paper", "#fffff0"}}}).scene;
    EXPECT_EQ(scene.paper, (Colour{255, 255, 240}));
}

TEST(RenderOptions, SetTheDotsOfAPng) {
    const ReadResult story = read_story(walk);
    EXPECT_LT(render(story, {.format = "png", .settings = {{"png.dpi", "36"}}}).bytes.size(),
              render(story, {.format = "png", .settings = {{"png.dpi", "300"}}}).bytes.size());
}

/// The living SVG of a walk, with one setting.
std::string svg_with(const std::string& key, const std::string& value) {
    return render(read_story(walk), {.format = "svg", .settings = {{key, value}}}).bytes;
}

TEST(RenderOptions, SayHowSvgHoldsItsText) {
    EXPECT_THAT(svg_with("svg.text", "text"), HasSubstr("<text"));
    EXPECT_THAT(svg_with("svg.text", "outlines"), Not(HasSubstr("<text")));
    EXPECT_THAT(svg_with("svg.text", "both"), HasSubstr("fill-opacity=\"0\""));
}

TEST(RenderOptions, SayWhetherSvgBringsItsFonts) {
    EXPECT_THAT(svg_with("svg.fonts", "name"), Not(HasSubstr("@font-face")));
    EXPECT_THAT(svg_with("svg.fonts", "embed"), HasSubstr("@font-face"));
}

TEST(RenderOptions, SayWhetherSvgTurnsDark) {
    EXPECT_THAT(svg_with("svg.scheme", "auto"), HasSubstr("prefers-color-scheme:dark"));
    EXPECT_THAT(svg_with("svg.scheme", "fixed"), Not(HasSubstr("prefers-color-scheme:dark")));
}

TEST(RenderOptions, SayWhatIdsOfSvgBeginWith) {
    EXPECT_THAT(svg_with("svg.prefix", "walk-"), HasSubstr("id=\"walk-picture\""));
}

TEST(RenderOptions, OfSvgThatAreNoneAreFaults) {
    for (const auto& [key, value] :
         {std::pair("svg.text", "words"), {"svg.fonts", "yes"}, {"svg.scheme", "dark"}, {"svg.prefix", "1"}})
        EXPECT_THAT(svg_with(key, value), IsEmpty()) << key;
}

TEST(RenderOptions, NameTheNearestSettingOfAFormat) {
    EXPECT_THAT(faults({.settings = {{"svg.txt", "both"}}}), HasSubstr("did you mean ‘svg.text’?"));
}

TEST(RenderOptions, LeaveAThemeForPrintersLight) {
    const std::string svg = render(read_story(walk), {.format = "svg", .theme = "print"}).bytes;
    EXPECT_THAT(svg, Not(HasSubstr("prefers-color-scheme")));
}

TEST(RenderOptions, NameTheNearestViewFormatAndSetting) {
    EXPECT_THAT(faults({.view = "lifeline"}), HasSubstr("--view:1:1: error: there is no view ‘lifeline’"));
    EXPECT_THAT(faults({.view = "lifeline"}), HasSubstr("did you mean ‘lifelines’?"));
    EXPECT_THAT(faults({.format = "pgn"}), HasSubstr("did you mean ‘png’?"));
    EXPECT_THAT(faults({.settings = {{"lifelines.direktion", "down"}}}),
                HasSubstr("did you mean ‘lifelines.direction’?"));
}

TEST(RenderOptions, ListWhatASettingCanBe) {
    EXPECT_THAT(faults({.settings = {{"lifelines.direction", "up"}}}), HasSubstr("it is ‘right’ or ‘down’"));
}

TEST(RenderOptions, RefusePaperThatIsNone) {
    EXPECT_THAT(faults({.page = "A44"}), HasSubstr("--page:1:1: error: ‘A44’ is not a size of paper"));
}

TEST(RenderOptions, PointAtTheSettingWhereTheThemeRefusesIt) {
    EXPECT_THAT(faults({.settings = {{"theme.type.text", "-1"}}}), HasSubstr("theme.type.text=-1\n"));
}

TEST(RenderOptions, CheckSizesAfterAllSettingsAreMade) {
    EXPECT_THAT(faults({.settings = {{"theme.type.smallest", "9"}, {"theme.type.text", "10"}}}), IsEmpty());
    EXPECT_THAT(faults({.settings = {{"theme.type.text", "2"}}}), HasSubstr("smallest"));
}

TEST(RenderOptions, AreAllCheckedInOneRun) {
    const RenderResult result = render(
        read_story(walk), {.view = "x", .theme = "y", .page = "z", .settings = {{"a", "b"}, {"png.dpi", "many"}}});
    std::vector<std::string> codes;
    for (const Diagnostic& diagnostic : result.diagnostics)
        codes.push_back(diagnostic.code);
    EXPECT_THAT(codes,
                ElementsAre("unknown-view", "unknown-theme", "unknown-setting", "unknown-page", "unknown-setting"));
}

}  // namespace
}  // namespace fabula::options_test
