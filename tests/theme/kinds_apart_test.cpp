#include "kinds_apart.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fabula::testing::kinds_apart_test {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;

class EveryTheme : public ::testing::TestWithParam<std::string> {
protected:
    Theme theme = read_theme(GetParam()).theme;
};

INSTANTIATE_TEST_SUITE_P(Themes, EveryTheme, ::testing::ValuesIn(theme_names()), [](const auto& name) {
    std::string word = name.param;
    std::erase(word, '-');
    return word;
});

TEST_P(EveryTheme, HasKindsOfRelationshipThatAreToldApart) {
    EXPECT_THAT(alike_relationships(theme), IsEmpty());
}

TEST_P(EveryTheme, HasStatesThatAreToldApart) {
    EXPECT_THAT(alike_states(theme), IsEmpty());
}

TEST_P(EveryTheme, HasMarksThatAreToldApart) {
    EXPECT_THAT(alike_marks(theme), IsEmpty());
}

// Colours of lives help the eye along; they are nowhere all there is, for names stand at the lines: see the proofs of
// pictures. So normal vision is asked, and less of one ink than of many.
TEST_P(EveryTheme, HasColoursOfLivesThatDiffer) {
    constexpr double least_of_many_inks = 11;
    constexpr double least_of_one_ink = 9;
    EXPECT_THAT(alike_lives(theme, theme.inks.output == InkOutput::black ? least_of_one_ink : least_of_many_inks),
                IsEmpty());
}

/// The default theme with one key changed.
Theme spoilt(std::string_view key, std::string_view value) {
    Theme theme = read_theme("default").theme;
    EXPECT_THAT(set_theme_key(theme, key, value), IsEmpty());
    return theme;
}

TEST(KindsApart, FindsTwoKindsOfOnePattern) {
    EXPECT_THAT(alike_relationships(spoilt("relationships.rivalry.pattern", "twin")),
                Contains("romance looks like rivalry"));
}

TEST(KindsApart, FindsTwoKindsThatDifferOnlyInColoursThatSomeDoNotSee) {
    Theme theme = spoilt("relationships.rivalry.pattern", "twin");
    theme.relationships[1].colour = Colour{0xb8, 0x4a, 0x00};
    theme.relationships[2].colour = Colour{0x87, 0x60, 0x00};
    EXPECT_THAT(alike_relationships(theme), Contains("romance looks like rivalry"));
    theme.relationships[2].colour = Colour{0xa8, 0xc8, 0xff};
    EXPECT_THAT(alike_relationships(theme), IsEmpty());
}

TEST(KindsApart, FindsPatternsOfTheSameLengths) {
    EXPECT_THAT(alike_states(spoilt("dashes.long-dash", "[4, 2]")), Contains("kind 2 looks like kind 5"));
}

TEST(KindsApart, FindsAThickLineThatIsNoThickerThanASolidOne) {
    EXPECT_THAT(alike_relationships(spoilt("relationships.friendship.width", "1.5")),
                Contains("friendship looks like family"));
}

TEST(KindsApart, FindsTwoMarksOfOneShape) {
    EXPECT_THAT(alike_marks(spoilt("marks.vision", "half-ring")), Contains("memory looks like vision"));
}

TEST(KindsApart, FindsTwoLivesOfNearlyOneColour) {
    const Theme theme = spoilt("colours.lives", "['#0068a8', '#b84a00', '#006eae']");
    EXPECT_THAT(alike_lives(theme, 11), ::testing::SizeIs(1));
}

}  // namespace
}  // namespace fabula::testing::kinds_apart_test
