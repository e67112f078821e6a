#include "fabula/source.hpp"

#include <gtest/gtest.h>
#include <random>

namespace fabula::source_test {
namespace {

TEST(Sources, GiveLinesWithoutTheirEnds) {
    Sources sources;
    sources.add("a", "one\r\ntwo\n\nlast");
    EXPECT_EQ(sources.line(0, 1), "one");
    EXPECT_EQ(sources.line(0, 2), "two");
    EXPECT_EQ(sources.line(0, 3), "");
    EXPECT_EQ(sources.line(0, 4), "last");
    EXPECT_EQ(sources.line(0, 5), "");
    EXPECT_EQ(sources.line(0, 0), "");
}

TEST(Sources, PlaceTheEndOfTheTextAndCutOffWhatLiesBeyond) {
    Sources sources;
    sources.add("a", "ab\n");
    EXPECT_EQ(sources.span(0, 3, 5), (Span{.source = 0, .line = 2, .column = 1, .offset = 3, .length = 0}));
    EXPECT_EQ(sources.span(0, 1, 99).length, 2U);
    EXPECT_EQ(sources.span(0, 99, 1).offset, 3U);
    sources.add("empty", "");
    EXPECT_EQ(sources.span(1, 0, 0), (Span{.source = 1, .line = 1, .column = 1, .offset = 0, .length = 0}));
}

TEST(Sources, ShareTheirTextsAmongCopies) {
    Sources sources;
    sources.add("a", "some text");
    const Sources copy = sources;
    EXPECT_EQ(copy.text(0).data(), sources.text(0).data());
    sources.add("b", "more");
    EXPECT_EQ(copy.size(), 1U);
}

// Lines and columns against counting from the start, at every byte of texts with characters of every length.
TEST(Sources, PlaceEveryByteAsCountingWould) {
    std::mt19937 random(1);
    constexpr std::string_view pieces[] = {"a", "é", "€", "😀", "\n", "\r\n", " "};
    for (const int length : {0, 1, 63, 64, 65, 3000}) {
        std::string text;
        while (text.size() < static_cast<std::size_t>(length))
            text += pieces[random() % 7];
        Sources sources;
        sources.add("random", text);
        Span expected{.source = 0, .line = 1, .column = 1};
        for (std::size_t at = 0; at < text.size(); ++at) {
            const bool starts = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
            if (starts) {
                expected.offset = static_cast<std::uint32_t>(at);
                EXPECT_EQ(sources.span(0, at, 0), expected);
                ++expected.column;
            }
            if (text[at] == '\n') {
                ++expected.line;
                expected.column = 1;
            }
        }
    }
}

TEST(Sources, AByteOrderMarkIsNoPartOfTheFirstLine) {
    Sources sources;
    const std::uint32_t source = sources.add("a.yaml", "\xEF\xBB\xBFtitle: X\nauthor: Y\n");
    EXPECT_EQ(sources.line(source, 1), "title: X");
    const Span title = sources.span(source, 3, 5);
    EXPECT_EQ(title.line, 1U);
    EXPECT_EQ(title.column, 1U);
    EXPECT_EQ(title.offset, 3U);
    EXPECT_EQ(sources.span(source, 12, 6).column, 1U);
}

}  // namespace
}  // namespace fabula::source_test
