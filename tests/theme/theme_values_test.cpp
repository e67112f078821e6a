#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fabula/theme.hpp"

namespace fabula::theme_values_test {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Optional;

/// A theme that has no fault.
Theme read(std::string_view yaml) {
    const ThemeResult result = read_theme_text(yaml);
    for (const Diagnostic& diagnostic : result.diagnostics)
        ADD_FAILURE() << format_diagnostic(diagnostic, result.sources);
    return result.theme;
}

/// All that is wrong with one, as people see it.
std::string faults(std::string_view yaml) {
    const ThemeResult result = read_theme_text(yaml, "mine.yaml");
    std::string text;
    for (const Diagnostic& diagnostic : result.diagnostics)
        text += format_diagnostic(diagnostic, result.sources);
    return text;
}

TEST(ThemeType, SaysFiguresEmphasisFeaturesAndWhetherTheMachinesFontsAreTaken) {
    const Theme::Type type =
        read("type: {figures: old-style, emphasis: small-capitals, features: [liga=0, ss01], system-fonts: yes}").type;
    EXPECT_EQ(type.figures, Figures::old_style);
    EXPECT_EQ(type.emphasis, Emphasis::small_capitals);
    EXPECT_THAT(type.features, ElementsAre("liga=0", "ss01"));
    EXPECT_TRUE(type.system_fonts);
}

TEST(ThemeType, RefusesFeaturesThatAreNone) {
    for (const char* text : {"lig", "liga=", "liga=x", "liga 1", "'ss01,ss02'", "liga=1000"})
        EXPECT_THAT(faults(std::string("type: {features: [") + text + "]}"), HasSubstr("is no OpenType feature"))
            << text;
}

TEST(ThemeHeading, FollowsTheInkWhereNothingElseIsSaid) {
    EXPECT_EQ(read("colours: {ink: '#102030'}").colours.heading, (Colour{16, 32, 48}));
    EXPECT_EQ(read("colours: {ink: '#102030', heading: '#aa0000'}").colours.heading, (Colour{170, 0, 0}));
}

TEST(ThemeMarks, HaveSizesAndShapes) {
    const Theme::Marks marks = read("marks: {event: 3.5, milestone: 0.9, rumour: bowl, vision: dot}").marks;
    EXPECT_EQ(marks.event, 3.5);
    EXPECT_EQ(marks.milestone, 0.9);
    EXPECT_EQ(marks.rumour, MarkShape::bowl);
    EXPECT_EQ(marks.vision, MarkShape::dot);
}

TEST(ThemeMarks, OfAnUnknownShapeAreToldTheNearest) {
    EXPECT_THAT(faults("marks: {rumour: dotted-rng}"), HasSubstr("did you mean ‘dotted-ring’?"));
}

TEST(ThemeDashes, ArePairsOfLengths) {
    const Theme::Dashes dashes = read("dashes: {dashed: [3, 2], dash-dot: [5, 2, 0, 2]}").dashes;
    EXPECT_THAT(dashes.dashed, ElementsAre(3, 2));
    EXPECT_THAT(dashes.dash_dot, ElementsAre(5, 2, 0, 2));
}

TEST(ThemeDashes, ThatCannotBeDrawnAreRefused) {
    EXPECT_THAT(faults("dashes: {dashed: [3, 2, 1]}"), HasSubstr("‘dashed’ has an odd number of lengths"));
    EXPECT_THAT(faults("dashes: {dotted: [0, 0]}"), HasSubstr("‘dotted’ has no length greater than 0"));
    EXPECT_THAT(faults("dashes: {dotted: []}"), HasSubstr("‘dotted’ has no length greater than 0"));
    EXPECT_THAT(faults("dashes: {dashed: [3, -2]}"), HasSubstr("from 0 to 100"));
    EXPECT_THAT(faults("dashes: {dashed: [3, wide]}"), HasSubstr("this is a text"));
}

TEST(ThemePage, HasSizeMarginsAndWhatAPrinterNeeds) {
    const Theme::Paper page =
        read(
            "page: {size: 170x240mm, orientation: landscape, top: 1cm, bottom: 0.5in, inner: 20 mm, outer: 40,\n"
            "       bleed: 3mm, safe: 5mm, overlap: 12pt, marks: [crop, colour-bar]}")
            .page;
    EXPECT_EQ(page.size, "170x240mm");
    EXPECT_EQ(page.orientation, Orientation::landscape);
    EXPECT_THAT(page.top, Optional(DoubleNear(28.346, 0.001)));
    EXPECT_THAT(page.bottom, Optional(36.0));
    EXPECT_THAT(page.inner, Optional(DoubleNear(56.693, 0.001)));
    EXPECT_THAT(page.outer, Optional(40.0));
    EXPECT_THAT(page.bleed, DoubleNear(8.504, 0.001));
    EXPECT_THAT(page.overlap, DoubleNear(12, 1e-9));
    EXPECT_EQ(page.marks, (PrinterMarks{.crop = true, .registration = false, .colour_bar = true}));
}

TEST(ThemePage, RefusesWhatIsNoLengthOfPaper) {
    for (const char* length : {"wide", "3 miles", "mm", "nan", "3mm3"})
        EXPECT_THAT(faults(std::string("page: {bleed: ") + length + "}"), HasSubstr("mine.yaml:1:15: error: "))
            << length;
    EXPECT_THAT(faults("page: {bleed: -3mm}"), HasSubstr("from 0 to 1000 points"));
}

TEST(ThemePage, SuggestsTheNearestSizeAndPrintersMark) {
    EXPECT_THAT(faults("page: {size: leter}"), HasSubstr("did you mean ‘letter’?"));
    EXPECT_THAT(faults("page: {marks: [corp]}"), HasSubstr("did you mean ‘crop’?"));
}

TEST(ThemePage, WithMarginsInsideOfWhatIsNotSafeIsRefusedAtTheMargin) {
    EXPECT_THAT(faults("page: {safe: 5mm,\n       outer: 4mm}"), HasSubstr("mine.yaml:2:15: error: ‘page.outer’"));
    EXPECT_THAT(faults("{spacing: {margin: 3}, page: {safe: 5mm}}"), HasSubstr("‘spacing.margin’ is 3 points"));
}

TEST(TurnedPages, StandOrLieWhicheverSideIsNamedFirst) {
    EXPECT_EQ(turned({200, 100}, Orientation::portrait), (Page{100, 200}));
    EXPECT_EQ(turned({200, 100}, Orientation::landscape), (Page{200, 100}));
    EXPECT_EQ(turned({100, 200}, Orientation::landscape), (Page{200, 100}));
    EXPECT_EQ(turned({100, 200}, Orientation::as_is), (Page{100, 200}));
    EXPECT_TRUE(turned({}, Orientation::landscape).grows());
}

TEST(ThemeInks, HaveASpotInkAndRecipes) {
    const Inks inks = read(R"(
inks:
  output: spot
  spot: {name: PANTONE 1807 C, colour: "#9b1c31", magenta: 90, yellow: 60, black: 20}
  profile: profiles/coated.icc
  recipes: {"#9B1C31": {spot: 100}, "#7a5a20": {magenta: 40, yellow: 100, black: 40}}
)")
                          .inks;
    EXPECT_EQ(inks.output, InkOutput::spot);
    EXPECT_EQ(inks.spot_name, "PANTONE 1807 C");
    EXPECT_EQ(inks.spot.colour, (Colour{0x9b, 0x1c, 0x31}));
    EXPECT_EQ(inks.spot.yellow, 60);
    EXPECT_THAT(inks.profile, ::testing::EndsWith("/profiles/coated.icc"));
    ASSERT_EQ(inks.recipes.size(), 2U);
    EXPECT_EQ(inks.recipes[0], (InkRecipe{.colour = {0x9b, 0x1c, 0x31}, .spot = 100}));
    EXPECT_EQ(inks.recipes[1].yellow, 100);
}

TEST(ThemeInks, ThatDoNotDryAreRefused) {
    EXPECT_THAT(faults("inks: {recipes: {'#000001': {cyan: 90, magenta: 90, yellow: 90, black: 90}}}"),
                HasSubstr("the inks of ‘#000001’ are 360 percent together"));
}

TEST(ThemeInks, RefuseTwoRecipesForOneColour) {
    EXPECT_THAT(faults("inks:\n  recipes:\n    '#aabbcc': {cyan: 10}\n    '#AABBCC': {cyan: 20}\n"),
                HasSubstr("mine.yaml:4:5: error: ‘#AABBCC’ has two recipes"));
}

TEST(ThemeInks, OfAThemeTakeThePlaceOfThoseOfTheThemeItExtends) {
    Theme theme = read("inks: {recipes: {'#aabbcc': {cyan: 10, black: 5}}}");
    EXPECT_THAT(set_theme_key(theme, "inks.recipes.#aabbcc.cyan", "20"), IsEmpty());
    ASSERT_EQ(theme.inks.recipes.size(), 1U);
    EXPECT_EQ(theme.inks.recipes.front().cyan, 20);
    EXPECT_EQ(theme.inks.recipes.front().black, 0);
}

TEST(ThemeInks, OfBlackRefuseAColourWhereItIsSaid) {
    EXPECT_THAT(faults("inks: {output: black}\ncolours:\n  lives: ['#111111',\n          '#aa0000']\n"),
                HasSubstr("mine.yaml:4:11: error: ‘colours.lives.1’ is not grey"));
    EXPECT_THAT(faults("inks: {output: black}\nrelationships: {love: {colour: '#aa0000'}}\n"),
                HasSubstr("‘relationships.love.colour’ is not grey"));
}

TEST(ThemeInks, WithoutTheSpotInkThatTheyNeedAreRefused) {
    EXPECT_THAT(faults("inks: {output: spot}"), HasSubstr("mine.yaml:1:16: error: "));
    EXPECT_THAT(faults("inks: {recipes: {'#aabbcc': {spot: 10}}}"), HasSubstr("no-spot-ink"));
}

TEST(ThemeViews, AreDefaultsOfSettingsInTheOrderOfTheFile) {
    const Theme theme = read("views: {lifelines: {direction: down, notes: no}, arcs: {order: told}}");
    EXPECT_THAT(theme.views, ElementsAre(ViewDefault{"lifelines.direction", "down"},
                                         ViewDefault{"lifelines.notes", "no"}, ViewDefault{"arcs.order", "told"}));
}

TEST(ThemeViews, KnowWhereTheyWereSaid) {
    const ThemeResult result = read_theme_text("views:\n  lifelines:\n    direction: down\n");
    ASSERT_EQ(result.views.size(), 1U);
    EXPECT_EQ(result.views.front().line, 3U);
    EXPECT_EQ(result.views.front().column, 16U);
}

TEST(ThemeViews, AreMapsOfTexts) {
    EXPECT_THAT(faults("views: {lifelines: down}"), HasSubstr("‘lifelines’ takes a map"));
    EXPECT_THAT(faults("views: {lifelines: {direction: [down]}}"), HasSubstr("‘direction’ takes a text"));
}

TEST(ThemeKinds, HaveAColourOfTheirOwn) {
    const Theme theme = read("relationships: {romance: {pattern: twin, width: 1.1, colour: '#9b1c31'}}");
    EXPECT_EQ(theme.relationship_style("romance", 0),
              (KindStyle{"romance", LinePattern::twin, 1.1, Colour{0x9b, 0x1c, 0x31}}));
}

TEST(ThemeKey, SetsWhateverAThemeFileSays) {
    Theme theme;
    for (const auto& [key, value] : {std::pair("marks.event", "3"),
                                     {"dashes.dashed", "[1, 1]"},
                                     {"page.bleed", "3mm"},
                                     {"page.marks", "[crop]"},
                                     {"inks.output", "black"},
                                     {"type.figures", "old-style"},
                                     {"views.lifelines.direction", "down"},
                                     {"states.ill.colour", "#123456"}})
        EXPECT_THAT(set_theme_key(theme, key, value), IsEmpty()) << key;
    EXPECT_EQ(theme.marks.event, 3);
    EXPECT_TRUE(theme.page.marks.crop);
    EXPECT_EQ(theme.inks.output, InkOutput::black);
    EXPECT_EQ(theme.state_style("ill", 0).colour, (Colour{0x12, 0x34, 0x56}));
}

}  // namespace
}  // namespace fabula::theme_values_test
