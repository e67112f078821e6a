#include "source/nearest.hpp"

#include <gtest/gtest.h>

namespace fabula::nearest_test {
namespace {

constexpr std::string_view words[] = {"when", "who", "title", "tension", "place"};

TEST(EditDistance, CountsWhatIsPutInLeftOutChangedOrSwapped) {
    EXPECT_EQ(edit_distance("", ""), 0U);
    EXPECT_EQ(edit_distance("abc", "abc"), 0U);
    EXPECT_EQ(edit_distance("abc", "abxc"), 1U);
    EXPECT_EQ(edit_distance("abc", "ac"), 1U);
    EXPECT_EQ(edit_distance("abc", "axc"), 1U);
    EXPECT_EQ(edit_distance("abc", "acb"), 1U);
    EXPECT_EQ(edit_distance("abc", ""), 3U);
    EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
}

TEST(EditDistance, CountsCharactersNotBytes) {
    EXPECT_EQ(edit_distance("Zoë", "Zoe"), 1U);
}

TEST(Nearest, IsTheOneThatIsLikelyMeant) {
    EXPECT_EQ(nearest("whne", words), "when");
    EXPECT_EQ(nearest("TITLE", words), "title");
    EXPECT_EQ(nearest("tesion", words), "tension");
    EXPECT_EQ(nearest("palce", words), "place");
}

TEST(Nearest, IsRatherAWordOfWhichLettersWereLeftOut) {
    const std::array<std::string_view, 3> keys{"who", "when", "told"};
    EXPECT_EQ(nearest("whn", keys), "when");
    EXPECT_EQ(nearest("whp", keys), "who");
}

TEST(Nearest, IsNothingWhereNothingIsNear) {
    EXPECT_EQ(nearest("zebra", words), std::nullopt);
    EXPECT_EQ(nearest("x", words), std::nullopt);
    EXPECT_EQ(nearest("", words), std::nullopt);
    EXPECT_EQ(nearest(std::string(100'000, 'w'), words), std::nullopt);
    EXPECT_EQ(nearest("when", {}), std::nullopt);
}

TEST(Listed, JoinsAsAReaderWould) {
    EXPECT_EQ(listed({}), "");
    EXPECT_EQ(listed(std::span(words, 1)), "‘when’");
    EXPECT_EQ(listed(std::span(words, 3), "or"), "‘when’, ‘who’ or ‘title’");
}

}  // namespace
}  // namespace fabula::nearest_test
