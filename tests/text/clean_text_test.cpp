#include "text/clean_text.hpp"

#include <gtest/gtest.h>

namespace fabula::clean_text_test {
namespace {

using typesetting::clean_text;

TEST(CleanText, FoldsWhiteSpaceAndTrimsIt) {
    EXPECT_EQ(clean_text("  a \t\n b\u2028c \r\n"), "a b c");
}

TEST(CleanText, KeepsSpacesThatAreThereForTheirWidth) {
    EXPECT_EQ(clean_text("3\u00a0km"), "3\u00a0km");
}

TEST(CleanText, DropsControlCharacters) {
    EXPECT_EQ(clean_text(std::string("a\0b\x1b[31mc\x7f", 11)), "ab[31mc");
}

TEST(CleanText, DropsOverridesOfDirection) {
    EXPECT_EQ(clean_text("a\u202eb\u202cc"), "abc");
}

TEST(CleanText, PutsAReplacementForEachWrongByte) {
    EXPECT_EQ(clean_text("a\xff\xc3(b\xe2\x82"), "a\ufffd\ufffd(b\ufffd\ufffd");
}

TEST(CleanText, PutsAReplacementForWhatIsNoCharacter) {
    EXPECT_EQ(clean_text("a\uffff\ufffe\ufdd0\U0001fffeb"), "a\ufffd\ufffd\ufffd\ufffdb");
}

TEST(CleanText, KeepsNoMoreThanThirtyCombiningCharactersInARow) {
    std::string marks;
    for (int i = 0; i < 1000; ++i)
        marks += "\u0301";
    EXPECT_EQ(clean_text("e" + marks).size(), 1U + 30U * 2U);
}

TEST(CleanText, LeavesCleanTextAlone) {
    EXPECT_EQ(clean_text("Ἀνδρομάχη, 紅樓夢"), "Ἀνδρομάχη, 紅樓夢");
}

}  // namespace
}  // namespace fabula::clean_text_test
