// What is read as it stands, and what is refused with a place.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading.hpp"

namespace fabula::yaml::read_test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Read, ScalarsStayTextWhateverTheyLookLike) {
    const Reading reading = read_text("a: 1974-05-01\nb: 12:30\nc: -0044\nd: no\ne: 0x1F\nf: Null\ng: [1960..1965]\n");
    EXPECT_EQ(value(reading.root(), "a").text, "1974-05-01");
    EXPECT_EQ(value(reading.root(), "b").text, "12:30");
    EXPECT_EQ(value(reading.root(), "c").text, "-0044");
    EXPECT_EQ(value(reading.root(), "d").text, "no");
    EXPECT_EQ(value(reading.root(), "e").text, "0x1F");
    EXPECT_EQ(value(reading.root(), "f").text, "Null");
    EXPECT_EQ(item(value(reading.root(), "g"), 0).text, "1960..1965");
}

TEST(Read, QuestionMarksStandInTextsOfEverySort) {
    const Reading reading =
        read_text("{a: Who is it?, b: [1996?, 'x?', \"y?\"], c: Who? Me, d: Qui est-ce ?, e?: f, g: (1901-?)}\n");
    ASSERT_THAT(reading.places(), IsEmpty());
    EXPECT_EQ(value(reading.root(), "a").text, "Who is it?");
    EXPECT_EQ(reading.at(value(reading.root(), "a").span), "Who is it?");
    EXPECT_EQ(item(value(reading.root(), "b"), 0).text, "1996?");
    EXPECT_EQ(item(value(reading.root(), "b"), 1).text, "x?");
    EXPECT_EQ(item(value(reading.root(), "b"), 2).text, "y?");
    EXPECT_EQ(value(reading.root(), "c").text, "Who? Me");
    EXPECT_EQ(value(reading.root(), "d").text, "Qui est-ce ?");
    EXPECT_EQ(value(reading.root(), "e?").text, "f");
    EXPECT_EQ(value(reading.root(), "g").text, "(1901-?)");
    EXPECT_EQ(value(read_text("a: |\n  Who?\n  ? What\n").root(), "a").text, "Who?\n? What\n");
}

TEST(Read, AQuestionMarkBeforeEverythingElseBeginsAKey) {
    EXPECT_EQ(value(read_text("? a\n: b\n").root(), "a").text, "b");
    EXPECT_EQ(value(read_text("{? a : b}\n").root(), "a").text, "b");
    EXPECT_EQ(value(item(read_text("- ? a\n  : b\n").root(), 0), "a").text, "b");
}

TEST(Read, AnEmptyFileIsAMissingValue) {
    for (const std::string_view text : {"", "\n\n", "# only a comment\n", "\xEF\xBB\xBF", "---\n"}) {
        const Reading reading = read_text(text);
        EXPECT_THAT(reading.places(), IsEmpty()) << text;
        EXPECT_EQ(reading.root().kind, Node::Kind::null) << text;
    }
}

TEST(Read, TheFirstOfDuplicateKeysCountsAndTheOthersPointToIt) {
    const Reading reading = read_text("a: 1\nb: 2\na: 3\n'a': 4\n");
    EXPECT_THAT(reading.places(), ElementsAre("3:1 duplicate-key", "4:1 duplicate-key"));
    EXPECT_EQ(reading.diagnostics[0].related.at(0).span.line, 1U);
    EXPECT_EQ(reading.diagnostics[1].related.at(0).span.line, 1U);
    EXPECT_EQ(reading.root().entries.size(), 2U);
    EXPECT_EQ(value(reading.root(), "a").text, "1");
}

TEST(Read, DuplicateKeysAreFoundAtEveryDepth) {
    EXPECT_THAT(read_text("a: [{b: 1, c: 2, b: 3}]\n").places(), ElementsAre("1:18 duplicate-key"));
}

TEST(Read, KeysAreScalars) {
    EXPECT_THAT(read_text("[a, b]: c\nd: e\n").places(), ElementsAre("1:1 wrong-type"));
    EXPECT_THAT(read_text("? {a: b}\n: c\n").places(), ElementsAre("1:3 wrong-type"));
}

TEST(Read, TagsAreRefused) {
    EXPECT_THAT(read_text("a: !!str b\nc: !d e\n").places(), ElementsAre("1:4 yaml-tag", "2:4 yaml-tag"));
}

TEST(Read, OneDocumentIsAllowed) {
    EXPECT_THAT(read_text("%YAML 1.2\n---\na: b\n...\n").places(), IsEmpty());
    EXPECT_THAT(read_text("a: b\n---\nc: d\n").places(), ElementsAre("2:1 many-documents"));
    EXPECT_THAT(read_text("a: b\n...\nc: d\n").places(), ElementsAre("3:1 many-documents"));
}

TEST(Read, WhatIsNotUtf8IsRefusedAtItsFirstByte) {
    EXPECT_THAT(read_text("a: b\nn\xE9: x\n").places(), ElementsAre("2:2 not-utf8"));
    EXPECT_THAT(read_text("a: \xC0\x80\n").places(), ElementsAre("1:4 not-utf8"));
    EXPECT_THAT(read_text("a: \xED\xA0\x80\n").places(), ElementsAre("1:4 not-utf8"));
    EXPECT_THAT(read_text("a: \xF4\x90\x80\x80\n").places(), ElementsAre("1:4 not-utf8"));
    EXPECT_THAT(read_text("a: \xE2\x82").places(), ElementsAre("1:4 not-utf8"));
    EXPECT_THAT(read_text("\xFF\xFE"
                          "a")
                    .places(),
                ElementsAre("1:1 not-utf8"));
}

TEST(Read, WhatIsNoTextIsRefusedOnce) {
    using namespace std::literals;
    const Reading reading = read_text("t\0i\0t\0l\0e\0:\0 \0x\0"sv);
    EXPECT_THAT(reading.places(), ElementsAre("1:2 control-character"));
    EXPECT_THAT(reading.diagnostics.at(0).message, HasSubstr("UTF-16"));
    EXPECT_THAT(reading.diagnostics.at(0).help, HasSubstr("UTF-8"));
}

TEST(Read, AKeyWithoutASpaceIsHintedAtWhereItIsSeen) {
    const Reading reading = read_text("title:The Lamp\nauthor: x\n");
    EXPECT_THAT(reading.places(), ElementsAre("2:7 yaml-syntax"));
    EXPECT_THAT(reading.diagnostics.at(0).help, HasSubstr("a space after the ‘:’"));
}

TEST(Read, ControlCharactersAreRefused) {
    using namespace std::literals;
    EXPECT_THAT(read_text("a: \0b\n"sv).places(), ElementsAre("1:4 control-character"));
    EXPECT_THAT(read_text("a: \x04\n").places(), ElementsAre("1:4 control-character"));
    EXPECT_THAT(read_text("a: \x7F\x1B\n").places(), ElementsAre("1:4 control-character", "1:5 control-character"));
    EXPECT_THAT(read_text("a: \xC2\x80\n").places(), ElementsAre("1:4 control-character"));
    EXPECT_THAT(read_text("a: \xEF\xBF\xBF\n").places(), ElementsAre("1:4 control-character"));
    EXPECT_THAT(read_text("a: \xC2\x85\t\xEF\xBF\xBD\n").places(), IsEmpty());
}

struct SyntaxCase {
    std::string_view text;
    std::string_view place;
    std::string_view words;
};

class SyntaxErrors : public testing::TestWithParam<SyntaxCase> {};

TEST_P(SyntaxErrors, AreSaidInPlainWordsWithTheirPlace) {
    const Reading reading = read_text(GetParam().text);
    EXPECT_EQ(reading.document.root, nullptr);
    EXPECT_THAT(reading.places(), ElementsAre(std::string(GetParam().place) + " yaml-syntax"));
    EXPECT_THAT(reading.diagnostics.at(0).message, HasSubstr(GetParam().words));
    EXPECT_NE(reading.diagnostics.at(0).help, "");
}

INSTANTIATE_TEST_SUITE_P(Yaml, SyntaxErrors,
                         testing::Values(SyntaxCase{"a: [b, c\nd: e\n", "2:2", "list that ‘[’ begins"},
                                         SyntaxCase{"a: {b: c\n", "2:1", "map that ‘{’ begins"},
                                         SyntaxCase{"a: b: c\n", "1:5", "‘:’ is not allowed here"},
                                         SyntaxCase{"a: 'b\n", "1:4", "never closed"},
                                         SyntaxCase{"a: b\n\tc: d\n", "2:1", "tab"},
                                         SyntaxCase{"a: \"\\q\"\n", "1:7", "no such escape"},
                                         SyntaxCase{"a: @b\n", "1:4", "cannot begin like this"},
                                         SyntaxCase{"a: *b\n", "1:4", "anchor that does not exist"},
                                         SyntaxCase{"a: b\n c: d\n", "2:3", "‘:’ is not allowed here"},
                                         SyntaxCase{"- a\nb: c\n", "2:1", "does not belong to the list"},
                                         SyntaxCase{"a: ]\n", "1:4", "closes nothing"}));

TEST(UnclosedQuotes, AreFoundWhereTheyBegin) {
    for (const char* const text :
         {"- {title: \"The storm, who: ada}\n- {title: \"It is, over\", who: ada}\n- {title: b}\n",
          "- {title: \"The storm, who: ada}\n- {title: \"b\", text: \"c: d\"}\n",
          "- {title: 'The storm, who: ada}\n- {title: b, text: 'x: y'}\n"}) {
        const Reading reading = read_text(text);
        EXPECT_THAT(reading.places(), testing::ElementsAre("1:11 yaml-syntax")) << text;
        EXPECT_THAT(reading.diagnostics.front().message, testing::HasSubstr("not closed in its line"));
    }
}

TEST(UnclosedQuotes, AreNotSeenInTextsOfSeveralLines) {
    const Reading reading = read_text("- {title: \"A storm\n   that lasts\", who: ada}\n- {title: [}\n");
    ASSERT_THAT(reading.places(), testing::SizeIs(1));
    EXPECT_EQ(reading.diagnostics.front().span.line, 3U);
}

}  // namespace
}  // namespace fabula::yaml::read_test
