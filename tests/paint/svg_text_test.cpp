#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "paint/svg/text.hpp"
#include "scenes.hpp"
#include "svg.hpp"

namespace fabula::svg_text_test {
namespace {

using painting::FontFiles;
using painting::is_set_plainly;
using painting::PlacedWord;
using painting::words_of;
using testing::ContainsRegex;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

Text& only_text(Scene& scene) {
    return std::get<Text>(scene.root.children.front());
}

/// One line, in a theme with these features of OpenType.
Scene scene_with_features(const std::string& line, std::vector<std::string> features) {
    Theme theme;
    theme.font_folders = {FABULA_FONT_FOLDER};
    theme.type.features = std::move(features);
    Measure measure(theme, "en", line);
    Scene scene;
    scene.width = 300;
    scene.height = 60;
    Text text;
    text.line = measure.line(line, {.size = 12});
    text.at = {20, 30};
    scene.root.children.emplace_back(text);
    scene.fonts = measure.fonts();
    return scene;
}

TEST(SvgText, IsTextWithEachWordInItsPlace) {
    const std::string svg = svg_of(scene_of_words({"Never let me go"}));
    EXPECT_THAT(svg, ContainsRegex(R"re(<text x="20\.3" y="30">Never <tspan x="[0-9.]+">let </tspan>)re"));
    EXPECT_THAT(svg, Not(HasSubstr("<use")));
}

TEST(SvgText, NamesItsFontAndTheKindOfFontThatMayStandForIt) {
    EXPECT_THAT(svg_of(scene_of_words({"Kathy"})), HasSubstr(R"(font-family="Lato,sans-serif" font-size="12")"));
}

TEST(SvgText, OfLinesUnderOneAnotherIsOneText) {
    const std::string svg = svg_of(scene_of_words({"Never let", "me go"}));
    EXPECT_THAT(svg, ContainsRegex(R"re(let</tspan> <tspan x="20\.3" y="50">me </tspan>)re"));
}

TEST(SvgText, OfLinesInTwoColoursIsTwo) {
    Scene scene = scene_of_words({"Never let", "me go"});
    std::get<Text>(scene.root.children.back()).colour = {200, 0, 0, 255};
    EXPECT_THAT(svg_of(scene), HasSubstr(R"(<text x="20.3" y="50" fill="#c80000">me )"));
}

TEST(SvgText, IsTurnedAboutItsStart) {
    Scene scene = scene_of_words({"Kathy"});
    only_text(scene).turn = 0.5;
    EXPECT_THAT(svg_of(scene), HasSubstr("<text transform=\"translate(20.3 30)rotate(28.648)\" x=\"0\""));
}

TEST(SvgText, FromRightToLeftIsOutlinesUnderTextThatIsNotSeen) {
    const std::string svg = svg_of(scene_of_words({"שלום עולם"}));
    EXPECT_THAT(svg, ContainsRegex(R"re(<g aria-hidden="true"><g transform="translate\(20\.3 30\)scale)re"));
    EXPECT_THAT(svg, ContainsRegex(R"re(fill-opacity="0" direction="rtl" textLength="[0-9.]+">שלום עולם</text>)re"));
}

TEST(SvgText, WithFeaturesThatNotAllProgramsKnowIsOutlinedToo) {
    EXPECT_THAT(svg_of(scene_with_features("Kathy 1996", {"smcp"})), Not(HasSubstr("<use")));  // Lato has none
    EXPECT_THAT(svg_of(scene_with_features("office", {"liga=0"})), HasSubstr("<use"));
}

TEST(SvgText, IsOutlinedAsAWholeWhereThatIsAskedFor) {
    const std::string svg = svg_of(scene_of_words({"Kathy"}), {.text = SvgText::both});
    EXPECT_THAT(svg, HasSubstr("<use xlink:href="));
    EXPECT_THAT(svg, ContainsRegex(R"re(fill-opacity="0" textLength="[0-9.]+">Kathy</text>)re"));
}

TEST(SvgText, HasEachShapeOnceWhateverItsSize) {
    Scene scene = scene_of_words({"aa", "a"});
    for (GlyphRun& run : std::get<Text>(scene.root.children.back()).line.runs)
        run.size *= 2;
    const std::string svg = svg_of(scene, {.text = SvgText::both, .prefix = ""});
    std::size_t shapes = 0;
    for (std::size_t at = svg.find("<path id="); at != std::string::npos; at = svg.find("<path id=", at + 1))
        ++shapes;
    EXPECT_EQ(shapes, 1U);
}

TEST(SvgFonts, AreInTheFileWhereThatIsAskedFor) {
    const std::string svg = svg_of(scene_of_words({"Kathy"}), {.fonts = SvgFonts::embedded, .prefix = "a-"});
    EXPECT_THAT(svg, HasSubstr("@font-face{font-family:'a-Lato';font-weight:400;font-style:normal;src:url(data:font/"));
    EXPECT_THAT(svg, HasSubstr(R"(font-family="'a-Lato',Lato,sans-serif")"));
}

TEST(SvgFonts, MayCallThemselvesWhatTheyLike) {
    Scene scene = scene_of_words({"Kathy"});
    scene.fonts.front().family = "A'</style><b>";
    const std::string svg = svg_of(scene, {.fonts = SvgFonts::embedded});
    EXPECT_THAT(svg, HasSubstr(R"(A\27 \3c \2f style\3e \3c b\3e )"));
    EXPECT_THAT(svg, Not(HasSubstr("<b>")));
}

TEST(SvgFonts, AreCutDownToWhatIsSet) {
    const SvgOptions embedded{.fonts = SvgFonts::embedded};
    EXPECT_LT(svg_of(scene_of_words({"Kathy"}), embedded).size(), 12'000U);
}

TEST(PlainSetting, IsWhatHarfBuzzMakesOfTheTextAlone) {
    Scene scene = scene_of_words({"Never let me go"});
    const TextLine line = only_text(scene).line;
    FontFiles files(scene.fonts);
    GlyphRun run = line.runs.front();
    EXPECT_TRUE(is_set_plainly(run, line.text, *files.file(run.font)));
    run.glyphs[2].x += 1;
    EXPECT_FALSE(is_set_plainly(run, line.text, *files.file(run.font)));
}

TEST(PlainSetting, LeavesTheDistanceOfWordsOpen) {
    Scene scene = scene_of_words({"Never let"});
    const TextLine line = only_text(scene).line;
    FontFiles files(scene.fonts);
    GlyphRun run = line.runs.front();
    for (std::size_t i = 6; i < run.glyphs.size(); ++i)
        run.glyphs[i].x += 3;
    EXPECT_TRUE(is_set_plainly(run, line.text, *files.file(run.font)));
}

TEST(Words, BeginAfterSpacesAndEndWithThem) {
    Scene scene = scene_of_words({"Never let me"});
    const TextLine& line = only_text(scene).line;
    std::vector<std::string> texts;
    for (const PlacedWord& word : words_of(line.runs.front(), line.text))
        texts.emplace_back(word.text);
    EXPECT_THAT(texts, ElementsAre("Never ", "let ", "me"));
}

}  // namespace
}  // namespace fabula::svg_text_test
