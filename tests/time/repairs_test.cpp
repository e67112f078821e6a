// Repairs: each, put into the text of the story, makes its contradiction go away.
#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>
#include <set>

#include "fabula/timetable.hpp"

namespace fabula::repairs_test {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

struct Solved {
    std::string text;
    Story story;
    Diagnostics found;  ///< by the reader and the solver
};

Solved solved(std::string text) {
    ReadResult read = read_story(text, "story.yaml");
    Solved result{std::move(text), read.story, std::move(read.diagnostics)};
    const TimeResult times = solve_times(result.story);
    result.found.insert(result.found.end(), times.diagnostics.begin(), times.diagnostics.end());
    return result;
}

/// A story of events that this says.
std::string story_of(const std::string& events) {
    return "title: X\ncharacters: {ada: {born: 1901-05-01}}\nevents:\n" + events;
}

std::string repaired(std::string text, const Repair& repair) {
    std::vector<Edit> edits = repair.edits;
    std::sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.span.offset > b.span.offset; });
    for (const Edit& edit : edits)
        text.replace(edit.span.offset, edit.span.length, edit.replacement);
    return text;
}

std::vector<std::string> texts(const Diagnostic& diagnostic) {
    std::vector<std::string> list;
    for (const Repair& repair : diagnostic.repairs)
        list.push_back(repair.text);
    return list;
}

/// The repairs of the only contradiction of these events.
std::vector<std::string> repairs_of(const std::string& events) {
    const Solved story = solved(story_of(events));
    EXPECT_EQ(story.found.size(), 1U) << story.text;
    return story.found.empty() ? std::vector<std::string>() : texts(story.found.front());
}

TEST(Repairs, OfAnAgeNameTheNearestOne) {
    EXPECT_THAT(repairs_of("- {id: a, title: A, who: ada, when: [age 11 of ada, 1915]}\n"),
                ElementsAre("‘age 11 of ada’ → ‘age 13 of ada’", "‘1901-05-01’ → ‘1903-01-02’", "‘1915’ → ‘1913’",
                            "take out ‘age 11 of ada’"));
}

TEST(Repairs, OfAnOrderTurnItRound) {
    const auto repairs =
        repairs_of("- {id: a, title: A, when: 1910-02-03}\n- {id: b, title: B, when: [1909-02-03, after a]}\n");
    EXPECT_THAT(repairs, Contains("‘after a’ → ‘before a’"));
    EXPECT_THAT(repairs, Contains("‘1909-02-03’ → ‘1910-02-03’"));
    EXPECT_THAT(repairs, Contains("take out ‘after a’"));
}

TEST(Repairs, OfADistanceCountItAnew) {
    const auto repairs =
        repairs_of("- {id: a, title: A, when: 1910-02-03}\n- {id: b, title: B, when: [1910-02-10, 3 days after a]}\n");
    EXPECT_THAT(repairs, Contains("‘3 days after a’ → ‘7 days after a’"));
    EXPECT_THAT(repairs, Contains("‘1910-02-10’ → ‘1910-02-06’"));
}

TEST(Repairs, OfALengthCountItAnew) {
    EXPECT_THAT(repairs_of("- {id: a, title: A, when: 1910-02-03, lasts: 3 days, until: 1910-02-20}\n"),
                Contains("‘3 days’ → ‘17 days’"));
}

TEST(Repairs, OfADayOfTheWeekNameTheOneThatItIs) {
    EXPECT_EQ(repairs_of("- {id: a, title: A, when: [1981-11-01, Tuesday]}\n").front(), "‘Tuesday’ → ‘on Sunday’");
}

TEST(Repairs, OfASectionWidenIt) {
    const Solved story =
        solved("title: X\nsections:\n- {id: war, when: 1914/1918, events: [{id: peace, title: P, when: 1920}]}\n");
    ASSERT_EQ(story.found.size(), 1U);
    EXPECT_THAT(texts(story.found[0]), Contains("‘1914/1918’ → ‘1914/1920’"));
    EXPECT_THAT(texts(story.found[0]), Contains("‘1920’ → ‘1918’"));
}

TEST(Repairs, LeaveAloneWhatIsSureWhereSomethingElseCanBeChanged) {
    const auto repairs = repairs_of("- {id: a, title: A, who: ada, when: [age 11 of ada, 1915], sure: yes}\n");
    ASSERT_FALSE(repairs.empty());
    EXPECT_EQ(repairs.front(), "‘1901-05-01’ → ‘1903-01-02’");
}

TEST(Repairs, AreNotOfferedForWhatIsSaidOfSeveralAtOnce) {
    const Solved story = solved(
        "title: X\ncharacters: {ada: {born: 1901}, finn: {born: 1905}}\nevents: [{title: A, who: [ada, finn]}]\n"
        "states: [{who: [ada, finn], is: keeper, from: 1910, until: 1907}]\n");
    for (const Diagnostic& diagnostic : story.found)
        EXPECT_THAT(diagnostic.repairs, IsEmpty());
}

TEST(Repairs, AreThereForListsWithALineForEach) {
    const Solved story = solved(
        "title: X\nevents:\n  - id: a\n    title: A\n    when:\n      - 1910\n      - after b\n  - {id: b, title: B, "
        "when: 1920}\n");
    ASSERT_EQ(story.found.size(), 1U);
    for (const Repair& repair : story.found[0].repairs)
        EXPECT_THAT(solved(repaired(story.text, repair)).found, IsEmpty()) << repair.text;
    EXPECT_THAT(texts(story.found[0]), Contains("take out ‘after b’"));
}

// ---- any of them, put into the text ---------------------------------------------------------------------------

class Dice {
public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}
    int below(int end) { return static_cast<int>(engine_() % static_cast<std::uint64_t>(end)); }
    std::string number(int least, int end) { return std::to_string(least + below(end - least)); }

private:
    std::mt19937_64 engine_;
};

std::string said(Dice& dice, const std::string& other) {
    switch (dice.below(14)) {
        case 0:
            return dice.number(1911, 1919);
        case 1:
            return "191" + dice.number(1, 9) + "-0" + dice.number(1, 9);
        case 2:
            return "191" + dice.number(1, 9) + "-0" + dice.number(1, 9) + "-1" + dice.number(0, 9);
        case 3:
            return "age " + dice.number(8, 19) + " of ada";
        case 4:
            return "age " + dice.number(8, 12) + ".." + dice.number(12, 19) + " of ada";
        case 5:
            return "after " + other;
        case 6:
            return "before " + other;
        case 7:
            return dice.number(1, 40) + " days after " + other;
        case 8:
            return dice.number(1, 5) + " years before " + other;
        case 9:
            return dice.number(1, 9) + ".." + dice.number(9, 20) + " months after " + other;
        case 10:
            return "with " + other;
        case 11:
            return "about " + dice.number(1, 4) + " years after " + other;
        case 12:
            return "age ~" + dice.number(8, 19) + " of ada";
        default:
            return "Tuesday";
    }
}

std::string random_story(std::uint64_t seed) {
    Dice dice(seed);
    const int events = 3 + dice.below(4);
    std::string text = "title: Made up\ncharacters:\n  ada: {born: 1901-05-01}\nevents:\n";
    for (int e = 0; e < events; ++e) {
        text += "  - id: e" + std::to_string(e) + "\n    title: Event\n    who: ada\n";
        std::vector<std::string> when;
        for (int n = 1 + dice.below(3); n > 0; --n)
            when.push_back(said(dice, "e" + std::to_string((e + 1 + dice.below(events - 1)) % events)));
        const bool lines = dice.below(3) == 0;
        if (when.size() == 1) {
            text += "    when: " + when.front() + "\n";
        } else if (lines) {
            text += "    when:\n";
            for (const std::string& phrase : when)
                text += "      - " + phrase + "\n";
        } else {
            text += "    when: [";
            for (const std::string& phrase : when)
                text += (&phrase == &when.front() ? "" : ", ") + phrase;
            text += "]\n";
        }
        if (dice.below(5) == 0) text += "    lasts: " + dice.number(1, 30) + " days\n";
    }
    return text;
}

/// The statements of a contradiction, as they were written, by event and place in it.
std::set<std::string> statements_of(const Diagnostic& diagnostic) {
    std::set<std::string> list;
    for (const Related& related : diagnostic.related)
        list.insert(related.message);
    return list;
}

/// How many contradictions are of just these statements, so far as their words tell.
std::ptrdiff_t times_told(const Diagnostic& diagnostic, const Diagnostics& found) {
    return std::count_if(found.begin(), found.end(), [&diagnostic](const Diagnostic& other) {
        return statements_of(other) == statements_of(diagnostic);
    });
}

TEST(Repairs, PutIntoTheTextMakeTheContradictionGoAway) {
    std::size_t tried = 0;
    for (std::uint64_t seed = 0; seed < 150; ++seed) {
        const Solved story = solved(random_story(seed));
        SCOPED_TRACE(story.text);
        for (const Diagnostic& diagnostic : story.found) {
            for (const Repair& repair : diagnostic.repairs) {
                SCOPED_TRACE(repair.text);
                ++tried;
                const Solved after = solved(repaired(story.text, repair));
                for (const Diagnostic& left : after.found) {
                    EXPECT_THAT(left.code, Not(::testing::AnyOf("bad-phrase", "bad-date", "syntax", "unknown-id")))
                        << after.text;
                }
                EXPECT_LT(times_told(diagnostic, after.found), times_told(diagnostic, story.found)) << after.text;
                const bool is_only_one = story.found.size() == 1;
                EXPECT_FALSE(is_only_one && has_errors(after.found)) << after.text;
            }
        }
    }
    EXPECT_GT(tried, 500U);
}

}  // namespace
}  // namespace fabula::repairs_test
