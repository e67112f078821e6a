#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

#include "fabula/fabula.hpp"

#include "picture.hpp"
#include "theme/theme_schema.hpp"

namespace fabula::testing::specimen_test {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Scene specimen(const Theme& theme) {
    Measure measure(theme, "en", theme.name);
    return theme_specimen(theme, measure);
}

TEST(Specimen, HasNoTextThatCoversAnotherOrLeavesThePage) {
    for (const std::string& name : theme_names())
        EXPECT_THAT(faults(specimen(read_theme(name).theme)), IsEmpty()) << name;
}

TEST(Specimen, ShowsEveryColourStrokeMarkAndPatternByItsKey) {
    const std::vector<std::string> all = texts(specimen(read_theme("default").theme));
    for (const auto& ink : theme_schema::inks)
        EXPECT_THAT(all, Contains("colours." + std::string(ink.key)));
    for (const auto& stroke : theme_schema::stroke_sizes)
        EXPECT_THAT(all, Contains("strokes." + std::string(stroke.key)));
    for (const auto& mark : theme_schema::marks_of_events)
        EXPECT_THAT(all, Contains("marks." + std::string(mark.key)));
    for (const auto& dash : theme_schema::dash_patterns)
        EXPECT_THAT(all, Contains("dashes." + std::string(dash.key)));
    for (const char* key : {"type.display", "type.figures", "type.emphasis", "relationships.romance"})
        EXPECT_THAT(all, Contains(key));
}

TEST(Specimen, SaysWhatEachKeyIsSetTo) {
    Theme theme = read_theme("default").theme;
    theme.colours.band = {1, 2, 3};
    EXPECT_THAT(texts(specimen(theme)), Contains("#010203"));
}

TEST(Specimens, HaveAPageForEachThemeInItsOwnFonts) {
    const std::vector<Theme> themes{read_theme("default").theme, read_theme("manuscript").theme};
    const Document document = theme_specimens(themes);
    ASSERT_THAT(document.scenes, SizeIs(2));
    ASSERT_THAT(document.pages, SizeIs(2));
    EXPECT_EQ(document.pages[1].pictures.front().scene, 1U);
    EXPECT_EQ(document.pages[1].width, document.scenes[1].width);
    EXPECT_EQ(document.pages[1].label, "manuscript");
    const Text* title = nullptr;
    for (const Node& node : document.scenes[1].root.children) {
        if (title == nullptr) title = std::get_if<Text>(&node);
    }
    ASSERT_NE(title, nullptr);
    EXPECT_THAT(document.fonts.at(title->line.runs.front().font).family, HasSubstr("Garamond"));
}

TEST(Specimens, ListEachFontOnce) {
    const Theme theme = read_theme("default").theme;
    const std::vector<Theme> themes{theme, theme};
    const Document document = theme_specimens(themes);
    std::set<std::string> paths;
    for (const Font& font : document.fonts)
        EXPECT_TRUE(paths.insert(font.path).second) << font.path;
}

}  // namespace
}  // namespace fabula::testing::specimen_test
