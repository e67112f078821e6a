#include "fabula/diagnostic.hpp"

#include <algorithm>
#include <gtest/gtest.h>

#include "source/findings.hpp"

namespace fabula::diagnostic_test {
namespace {

/// The lines that show `length` bytes from `offset` on of a text of one line.
std::string excerpt(const std::string& text, std::size_t offset, std::size_t length) {
    Sources sources;
    sources.add("f", text);
    const std::string all = format_diagnostic(make_diagnostic("bad-id", sources.span(0, offset, length), "m"), sources);
    return all.substr(all.find('\n') + 1);
}

TEST(DiagnosticCodes, AreSortedAndDifferAndHaveAStageAndAMend) {
    const auto& codes = diagnostic_codes();
    for (std::size_t i = 1; i < codes.size(); ++i)
        EXPECT_LT(codes[i - 1].code, codes[i].code);
    for (const DiagnosticCode& code : codes) {
        EXPECT_FALSE(code.stage.empty()) << code.code;
        EXPECT_FALSE(code.meaning.empty()) << code.code;
        EXPECT_FALSE(code.hint.empty()) << code.code;
    }
}

TEST(Findings, OfAMisspeltWordSayWhatWasLikelyMeant) {
    constexpr std::string_view words[] = {"title", "text"};
    Findings findings;
    findings.add_misspelt("unknown-key", {"tilte", {.line = 1}}, "m", words, "there are others");
    findings.add_misspelt("unknown-key", {"colour", {.line = 2}}, "m", words, "there are others");
    const Diagnostics found = std::move(findings).take();
    EXPECT_EQ(found.at(0).help, "did you mean ‘title’?");
    EXPECT_EQ(found.at(0).instead, "title");
    EXPECT_EQ(found.at(1).help, "there are others");
    EXPECT_EQ(found.at(1).instead, "");
}

TEST(Diagnostics, AreSortedByPlaceWithTheWholeFileFirst) {
    Diagnostics list;
    list.push_back(make_diagnostic("bad-id", {.line = 2, .column = 1}, "c"));
    list.push_back(make_diagnostic("bad-id", {.line = 1, .column = 9}, "b"));
    list.push_back(make_diagnostic("bad-id", {}, "a"));
    list.push_back(make_diagnostic("bad-id", {.line = 2, .column = 1}, "d"));
    std::string order;
    for (const Diagnostic& diagnostic : sorted(list))
        order += diagnostic.message;
    EXPECT_EQ(order, "abcd");
}

TEST(FormatDiagnostic, SaysPlaceSeverityMessageCodeHelpAndRelatedPlaces) {
    Sources sources;
    sources.add("story.yaml", "title: X\ntilte: Y\n");
    Diagnostic diagnostic =
        make_diagnostic("unknown-key", sources.span(0, 9, 5), "a story has no key ‘tilte’", "did you mean ‘title’?");
    diagnostic.related.push_back({sources.span(0, 0, 5), "it is here first"});
    EXPECT_EQ(format_diagnostic(diagnostic, sources),
              "story.yaml:2:1: error: a story has no key ‘tilte’ [unknown-key]\n"
              "    2 | tilte: Y\n"
              "      | ^~~~~\n"
              "      = did you mean ‘title’?\n"
              "story.yaml:1:1: note: it is here first\n"
              "    1 | title: X\n"
              "      | ^~~~~\n");
}

TEST(FormatDiagnostic, OfAWholeFileHasNoLine) {
    Sources sources;
    sources.add("story.yaml", "title: X\n");
    EXPECT_EQ(format_diagnostic(make_diagnostic("no-events", {}, "nothing happens"), sources),
              "story.yaml: error: nothing happens [no-events]\n");
}

TEST(FormatDiagnostic, PutsTheCaretUnderWideAndCombiningCharacters) {
    EXPECT_EQ(excerpt("花子: x", 8, 1),
              "    1 | 花子: x\n"
              "      |       ^\n");
    EXPECT_EQ(excerpt("e\u0301: x", 5, 1),
              "    1 | e\u0301: x\n"
              "      |    ^\n");
    EXPECT_EQ(excerpt("x: 花子", 3, 6),
              "    1 | x: 花子\n"
              "      |    ^~~~\n");
}

TEST(FormatDiagnostic, ShowsTabsAndControlsInAFixedWidth) {
    EXPECT_EQ(excerpt("\ta\x1B"
                      "b",
                      3, 1),
              "    1 |     a\\x1Bb\n"
              "      |          ^\n");
}

TEST(FormatDiagnostic, PutsTheCaretBehindTheLineWhereSomethingIsMissing) {
    EXPECT_EQ(excerpt("abc", 3, 0),
              "    1 | abc\n"
              "      |    ^\n");
}

TEST(FormatDiagnostic, MarksTheFirstLineOfWhatHasSeveral) {
    EXPECT_EQ(excerpt("a: b\nc: d\n", 3, 6),
              "    1 | a: b\n"
              "      |    ^\n");
}

TEST(FormatDiagnostic, ShowsAWindowOfALongLine) {
    const std::string text = std::string(500, 'a') + "X" + std::string(500, 'b');
    EXPECT_EQ(excerpt(text, 500, 1), "    1 | …" + std::string(40, 'a') + "X" + std::string(59, 'b') + "…\n" +
                                         "      | " + std::string(41, ' ') + "^\n");
    EXPECT_EQ(excerpt(text, 0, 1000).size(), std::string("    1 | …\n      | \n").size() + 200);
}

TEST(FormatDiagnostic, ShowsAWindowOfALongLineOfWideCharacters) {
    std::string text;
    for (int i = 0; i < 100; ++i)
        text += "花";
    const std::string lines = excerpt(text, 150, 3);
    const std::string shown_line = lines.substr(0, lines.find('\n'));
    EXPECT_EQ(std::count(shown_line.begin(), shown_line.end(), '\xE8'), 50);  // 花 is E8 8A B1
    EXPECT_NE(lines.find("      | " + std::string(41, ' ') + "^~\n"), std::string::npos);
}

TEST(FormatDiagnostic, TakesNoTimeOnALineAsLongAsAFile) {
    EXPECT_LT(excerpt(std::string(50'000'000, 'a'), 25'000'000, 20'000'000).size(), 500U);
}

TEST(FormatDiagnostic, EscapesWhatTheInputBringsIntoNamesAndMessages) {
    Sources sources;
    sources.add("a\x1B[2Jb", "");
    EXPECT_EQ(format_diagnostic(make_diagnostic("bad-id", {}, "‘\u202Ex’\n"), sources),
              "a\\x1B[2Jb: error: ‘\\u202Ex’\\x0A [bad-id]\n");
}

TEST(FormatDiagnostic, HasColoursOnlyWhereAskedFor) {
    Sources sources;
    sources.add("f", "x");
    const Diagnostic diagnostic = make_diagnostic("bad-id", sources.span(0, 0, 1), "m");
    EXPECT_EQ(format_diagnostic(diagnostic, sources).find('\x1B'), std::string::npos);
    EXPECT_NE(format_diagnostic(diagnostic, sources, true).find("\x1B[1;31merror:\x1B[0m"), std::string::npos);
}

TEST(Findings, KnowOfErrorsThatTheyDoNotList) {
    Findings findings(1);
    findings.add("more-findings", {}, "a note");
    findings.add("bad-id", {}, "an error");
    EXPECT_TRUE(findings.full());
    EXPECT_TRUE(findings.has_errors());
    EXPECT_TRUE(has_errors(std::move(findings).take()));
}

}  // namespace
}  // namespace fabula::diagnostic_test
