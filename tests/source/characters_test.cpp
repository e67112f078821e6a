#include "source/characters.hpp"

#include <gtest/gtest.h>

namespace fabula::characters_test {
namespace {

// The definition, character by character (RFC 3629), over all sequences of up to three bytes at the borders.
bool is_utf8(const std::string& text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = [&](std::size_t ahead) -> unsigned {
            return at + ahead < text.size() ? static_cast<unsigned char>(text[at + ahead]) : 0U;
        };
        const auto follows = [&](std::size_t ahead, unsigned least = 0x80, unsigned most = 0xBF) {
            return byte(ahead) >= least && byte(ahead) <= most;
        };
        const unsigned first = byte(0);
        if (first < 0x80)
            at += 1;
        else if (first >= 0xC2 && first <= 0xDF && follows(1))
            at += 2;
        else if (first == 0xE0 && follows(1, 0xA0) && follows(2))
            at += 3;
        else if (first == 0xED && follows(1, 0x80, 0x9F) && follows(2))
            at += 3;
        else if (first >= 0xE1 && first <= 0xEF && first != 0xED && follows(1) && follows(2))
            at += 3;
        else if (first == 0xF0 && follows(1, 0x90) && follows(2) && follows(3))
            at += 4;
        else if (first >= 0xF1 && first <= 0xF3 && follows(1) && follows(2) && follows(3))
            at += 4;
        else if (first == 0xF4 && follows(1, 0x80, 0x8F) && follows(2) && follows(3))
            at += 4;
        else
            return false;
    }
    return true;
}

TEST(Utf8, IsCheckedAsItIsDefined) {
    constexpr unsigned char borders[] = {0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF,
                                         0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF};
    std::string text(4, ' ');
    for (const unsigned char first : borders) {
        for (const unsigned char second : borders) {
            for (const unsigned char third : borders) {
                for (const unsigned char fourth : borders) {
                    text[0] = static_cast<char>(first);
                    text[1] = static_cast<char>(second);
                    text[2] = static_cast<char>(third);
                    text[3] = static_cast<char>(fourth);
                    EXPECT_EQ(!first_invalid_byte(text).has_value(), is_utf8(text));
                }
            }
        }
    }
}

TEST(Utf8, IsReportedAtTheFirstByteThatIsNot) {
    using namespace std::literals;
    EXPECT_EQ(first_invalid_byte("a\0é\xFFz"sv), 4U);
    EXPECT_EQ(first_invalid_byte("\0\0"sv), std::nullopt);
    EXPECT_EQ(first_invalid_byte("aé\xE2\x82"), 3U);
}

TEST(ShownCharacters, AreNeverControlsOrTurnsOfDirection) {
    EXPECT_EQ(shown("a\x1B[31m"), "a\\x1B[31m");
    EXPECT_EQ(shown("\n\r\x7F"), "\\x0A\\x0D\\x7F");
    EXPECT_EQ(shown("\u202Eabc\u2066"), "\\u202Eabc\\u2066");
    EXPECT_EQ(shown("\u0085\u2028\uFEFF"), "\\u0085\\u2028\\uFEFF");
    EXPECT_EQ(shown("\xFF\xC3"), "\\xFF\\xC3");
    EXPECT_EQ(shown("naïve 花子 😀"), "naïve 花子 😀");
}

TEST(ShownCharacters, HaveTheWidthOfATerminal) {
    EXPECT_EQ(shown_character("a").columns, 1U);
    EXPECT_EQ(shown_character("花").columns, 2U);
    EXPECT_EQ(shown_character("\u0301").columns, 0U);
    EXPECT_EQ(shown_character("\t").columns, 4U);
}

}  // namespace
}  // namespace fabula::characters_test
