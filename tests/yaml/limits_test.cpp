// No text, however hostile, is read without an end.

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading.hpp"

namespace fabula::yaml::limits_test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string repeated(std::string_view text, std::size_t times) {
    std::string result;
    for (std::size_t i = 0; i < times; ++i)
        result += text;
    return result;
}

TEST(Limits, OfBytes) {
    EXPECT_THAT(read_text("a: bcde\n", {.bytes = 8}).places(), IsEmpty());
    EXPECT_THAT(read_text("a: bcdef\n", {.bytes = 8}).places(), ElementsAre("0:0 too-large"));
}

TEST(Limits, OfDepth) {
    EXPECT_THAT(read_text("[[[x]]]", {.depth = 3}).places(), IsEmpty());
    EXPECT_THAT(read_text("[[[[x]]]]", {.depth = 3}).places(), ElementsAre("1:4 too-deep"));
}

TEST(Limits, OfDepthHoldForEveryKindOfNesting) {
    for (const std::string_view opening : {"[", "{a: ", "- ", "? ", "[{a: "}) {
        const Reading reading = read_text(repeated(opening, 10'000));
        ASSERT_EQ(reading.diagnostics.size(), 1U) << opening;
        EXPECT_EQ(reading.diagnostics.front().code, "too-deep") << opening;
    }
}

TEST(Limits, OfNodes) {
    EXPECT_THAT(read_text("[a, b, c]", {.nodes = 4}).places(), IsEmpty());
    EXPECT_THAT(read_text("[a, b, c, d]", {.nodes = 4}).places(), ElementsAre("1:11 too-many-nodes"));
}

TEST(Limits, OfAliasesCountWhatIsRepeated) {
    EXPECT_THAT(read_text("- &a [x, y]\n- *a\n- *a\n", {.aliased_nodes = 6}).places(), IsEmpty());
    EXPECT_THAT(read_text("- &a [x, y]\n- *a\n- *a\n", {.aliased_nodes = 5}).places(),
                ElementsAre("3:3 too-many-aliases"));
}

TEST(Limits, OfAliasesCountWhatIsRepeatedInsideTheRepeated) {
    const std::string_view text = "- &a [x]\n- &b [*a, *a]\n- *b\n";  // 2 + 2 + (1 + 2 + 2)
    EXPECT_THAT(read_text(text, {.aliased_nodes = 9}).places(), IsEmpty());
    EXPECT_THAT(read_text(text, {.aliased_nodes = 8}).places(), ElementsAre("3:3 too-many-aliases"));
}

TEST(Limits, ABillionLaughsEndSoon) {
    std::string text = "a0: &a0 lol\n";
    for (int i = 1; i < 30; ++i) {
        text += fmt::format("a{0}: &a{0} [*a{1}{2}]\n", i, i - 1, repeated(fmt::format(", *a{}", i - 1), 8));
    }
    EXPECT_THAT(read_text(text).places(), ElementsAre("7:10 too-many-aliases"));
}

TEST(Limits, AnAliasInsideWhatItRepeatsIsRefused) {
    EXPECT_THAT(read_text("&a [*a]\n").places(), ElementsAre("1:5 alias-cycle"));
    EXPECT_THAT(read_text("&a {b: [c, *a]}\n").places(), ElementsAre("1:12 alias-cycle"));
}

TEST(Limits, AnAnchorCanBeUsedAgain) {
    const Reading reading = read_text("[&a x, *a, &a y, *a]\n");
    EXPECT_EQ(item(reading.root(), 1).text, "x");
    EXPECT_EQ(item(reading.root(), 3).text, "y");
}

TEST(Limits, ManyFaultsAreCountedNotListed) {
    std::string text;
    for (int i = 0; i < 1000; ++i)
        text += "a: 1\n";
    const Reading reading = read_text(text);
    ASSERT_EQ(reading.diagnostics.size(), 201U);
    EXPECT_EQ(reading.diagnostics.back().code, "more-findings");
    EXPECT_EQ(reading.diagnostics.back().message, "799 more findings are not listed");
}

}  // namespace
}  // namespace fabula::yaml::limits_test
