// Every value of a YAML text knows exactly where it stands, whatever stands before it.

#include <gtest/gtest.h>

#include "reading.hpp"

namespace fabula::yaml::places_test {
namespace {

Span place(std::uint32_t line, std::uint32_t column, std::uint32_t offset, std::uint32_t length) {
    return {.source = 0, .line = line, .column = column, .offset = offset, .length = length};
}

TEST(Places, KeysAndValuesOfABlockMap) {
    const Reading reading = read_text("title: Emma\nauthor: Jane Austen\n");
    EXPECT_EQ(reading.root().entries[1].key->span, place(2, 1, 12, 6));
    EXPECT_EQ(value(reading.root(), "author").span, place(2, 9, 20, 11));
}

TEST(Places, ColumnsCountCharactersAndOffsetsBytes) {
    const Reading reading = read_text("{né: Zoë, ruth: x}\n");
    EXPECT_EQ(value(reading.root(), "ruth").span, place(1, 17, 18, 1));
    EXPECT_EQ(value(reading.root(), "né").span, place(1, 6, 6, 4));
}

TEST(Places, QuotedScalarsIncludeTheirQuotes) {
    const Reading reading = read_text("a: 'it''s'\nb: \"say \\\"no\\\"\" # c\n");
    EXPECT_EQ(reading.at(value(reading.root(), "a").span), "'it''s'");
    EXPECT_EQ(value(reading.root(), "a").text, "it's");
    EXPECT_EQ(reading.at(value(reading.root(), "b").span), "\"say \\\"no\\\"\"");
    EXPECT_TRUE(value(reading.root(), "b").quoted);
}

TEST(Places, QuotedScalarsOverSeveralLines) {
    const Reading reading = read_text("a: \"one\n  two\"\nb: 'three\n\n  four'\n");
    EXPECT_EQ(reading.at(value(reading.root(), "a").span), "\"one\n  two\"");
    EXPECT_EQ(reading.at(value(reading.root(), "b").span), "'three\n\n  four'");
}

TEST(Places, PlainScalarsOverSeveralLinesEndBeforeTheComment) {
    const Reading reading = read_text("a: one\n   two  three\n\n   four # five\nb: x\n");
    EXPECT_EQ(value(reading.root(), "a").text, "one two  three\nfour");
    EXPECT_EQ(reading.at(value(reading.root(), "a").span), "one\n   two  three\n\n   four");
    EXPECT_EQ(value(reading.root(), "b").span.line, 5U);
}

TEST(Places, BlockScalarsAreAtTheirIndicator) {
    const Reading reading = read_text("a: |2-\n    é\nb: >\n  folded\n  text\nc: x\n");
    EXPECT_EQ(value(reading.root(), "a").span, place(1, 4, 3, 1));
    EXPECT_EQ(value(reading.root(), "a").text, "  é");
    EXPECT_EQ(value(reading.root(), "b").span, place(3, 4, 17, 1));
    EXPECT_EQ(value(reading.root(), "c").span.line, 6U);
}

TEST(Places, FlowCollectionsReachFromBracketToBracket) {
    const Reading reading = read_text("a: {b: [1, [2, 3 ] , ], c: {}, d: }\ne: f\n");
    const Node& a = value(reading.root(), "a");
    EXPECT_EQ(reading.at(a.span), "{b: [1, [2, 3 ] , ], c: {}, d: }");
    EXPECT_EQ(reading.at(value(a, "b").span), "[1, [2, 3 ] , ]");
    EXPECT_EQ(reading.at(item(value(a, "b"), 1).span), "[2, 3 ]");
    EXPECT_EQ(reading.at(value(a, "c").span), "{}");
}

TEST(Places, FlowCollectionsOverLinesWithComments) {
    const Reading reading = read_text("a: [x, # not ]\n    'y]'\n  ]\nb: z\n");
    EXPECT_EQ(reading.at(value(reading.root(), "a").span), "[x, # not ]\n    'y]'\n  ]");
}

TEST(Places, BlockCollectionsEndWithTheirLastValue) {
    const Reading reading = read_text("a:\n  - b: c\n    d: e\n  - f\n\n# end\ng: h\n");
    EXPECT_EQ(reading.at(value(reading.root(), "a").span), "- b: c\n    d: e\n  - f");
    EXPECT_EQ(reading.at(item(value(reading.root(), "a"), 0).span), "b: c\n    d: e");
}

TEST(Places, MapsInsideFlowSequencesWithoutBraces) {
    const Reading reading = read_text("a: [b: c, \"d\": e]\n");
    EXPECT_EQ(reading.at(item(value(reading.root(), "a"), 0).span), "b: c");
    EXPECT_EQ(reading.at(item(value(reading.root(), "a"), 1).span), "\"d\": e");
}

TEST(Places, MissingValuesAreBehindTheirKey) {
    const Reading reading = read_text("a:\n# nothing\nb: {c, d: }\ne: ~\n");
    EXPECT_EQ(value(reading.root(), "a").span, place(1, 2, 1, 0));
    EXPECT_EQ(value(value(reading.root(), "b"), "c").kind, Node::Kind::null);
    EXPECT_EQ(value(value(reading.root(), "b"), "d").span.length, 0U);
    EXPECT_EQ(value(reading.root(), "e").span, place(4, 4, 28, 1));
}

TEST(Places, MissingValuesOfAListAreAtTheirDash) {
    const Reading reading = read_text("- \n# nothing\n-\n- x\n");
    EXPECT_EQ(item(reading.root(), 0).span, place(1, 2, 1, 0));
    EXPECT_EQ(item(reading.root(), 1).span, place(3, 2, 14, 0));
}

TEST(Places, TabsAreOneColumn) {
    const Reading reading = read_text("a:\t\tb\n");
    EXPECT_EQ(value(reading.root(), "a").span, place(1, 5, 4, 1));
}

TEST(Places, LineEndsOfWindows) {
    const Reading reading = read_text("a: é\r\nb: |\r\n  one\r\n  two\r\nc: [d,\r\n e]\r\n");
    EXPECT_EQ(value(reading.root(), "b").text, "one\ntwo\n");
    EXPECT_EQ(value(reading.root(), "c").span, place(5, 4, 30, 8));
    EXPECT_EQ(reading.at(item(value(reading.root(), "c"), 1).span), "e");
}

TEST(Places, AByteOrderMarkIsNoPartOfTheFirstLine) {
    const Reading reading = read_text("\xEF\xBB\xBFté: b\nc: d\n");
    EXPECT_EQ(reading.at(reading.root().entries[0].key->span), "té");
    EXPECT_EQ(value(reading.root(), "té").span, place(1, 5, 8, 1));
    EXPECT_EQ(value(reading.root(), "c").span, place(2, 4, 13, 1));
}

TEST(Places, AliasesAreWhereTheyStandAndTheirContentsWhereTheyAreWritten) {
    const Reading reading = read_text("a: &x {k: v}\nb: *x\nc: &y z\n");
    EXPECT_EQ(reading.at(value(reading.root(), "a").span), "{k: v}");
    EXPECT_EQ(value(reading.root(), "b").span, place(2, 4, 16, 2));
    EXPECT_EQ(value(value(reading.root(), "b"), "k").span.line, 1U);
    EXPECT_EQ(reading.at(value(reading.root(), "c").span), "z");
}

TEST(Places, ComplexKeysOfAMap) {
    const Reading reading = read_text("? a\n: b\n? c\n: d\n");
    EXPECT_EQ(reading.at(value(reading.root(), "c").span), "d");
}

// In one long line, a column counted from the start of the line each time would take hours.
TEST(Places, OfManyValuesInOneLine) {
    std::string text = "[é";
    for (int i = 0; i < 200'000; ++i)
        text += ",é";
    text += "]";
    const Reading reading = read_text(text);
    EXPECT_EQ(item(reading.root(), 200'000).span, place(1, 400'002, 600'001, 2));
}

}  // namespace
}  // namespace fabula::yaml::places_test
