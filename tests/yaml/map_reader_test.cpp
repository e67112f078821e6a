// Maps are read by the table of their keys, and everything that the table does not allow is reported.

#include "yaml/map_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading.hpp"

namespace fabula::yaml::map_reader_test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::string_view colours[] = {"red", "green"};
constexpr std::string_view also_name[] = {"label", "called"};
constexpr Field fields[] = {
    {.key = "name", .kind = Kind::text, .meaning = "what it is called", .required = true, .also = also_name},
    {.key = "tension", .kind = Kind::number, .meaning = "", .least = 0, .most = 10},
    {.key = "count", .kind = Kind::whole_number, .meaning = "", .least = 1},
    {.key = "colour", .kind = Kind::word, .meaning = "", .words = colours},
    {.key = "who", .kind = Kind::texts, .meaning = ""},
    {.key = "things", .kind = Kind::texts_or_map, .meaning = ""},
    {.key = "more", .kind = Kind::map, .meaning = ""},
    {.key = "some", .kind = Kind::list, .meaning = ""},
};
constexpr Schema schema{"a test", fields};

struct Checked {
    Reading reading;
    Findings findings;
    MapReader map;

    explicit Checked(std::string_view text) : reading(read_text(text)), map(reading.root(), schema, findings) {}

    std::vector<std::string> places() {
        reading.diagnostics = std::move(findings).take();
        return reading.places();
    }
};

TEST(MapReader, GivesWhatIsThere) {
    Checked checked("{name: 1984, tension: 2.5, count: 3, colour: green, who: [a, b], things: {t: lost}}");
    EXPECT_EQ(checked.map.text("name"), "1984");
    EXPECT_EQ(checked.map.number("tension")->value, 2.5);
    EXPECT_EQ(checked.map.whole_number("count")->value, 3);
    EXPECT_EQ(checked.map.whole_number("count")->span.column, 35U);
    EXPECT_EQ(checked.map.word("colour"), 1U);
    EXPECT_EQ(checked.map.texts("who").at(1)->text, "b");
    EXPECT_EQ(checked.map.entries("things").size(), 1U);
    EXPECT_EQ(checked.map.find("more"), nullptr);
    EXPECT_THAT(checked.places(), IsEmpty());
}

TEST(MapReader, KnowsWhatOtherToolsCallAKey) {
    Checked checked("{label: x}");
    EXPECT_TRUE(checked.map.has_lost("name"));
    EXPECT_THAT(checked.places(), ElementsAre("1:2 unknown-key"));
    EXPECT_EQ(checked.reading.diagnostics.front().instead, "name");
    EXPECT_THAT(checked.reading.diagnostics.front().help, HasSubstr("did you mean ‘name’?"));
}

TEST(MapReader, DoesNotMissAKeyThatIsThereMisspelt) {
    EXPECT_THAT(Checked("{nmae: x}").places(), ElementsAre("1:2 unknown-key"));
    EXPECT_THAT(Checked("{nothing-like-it: x}").places(), ElementsAre("1:1 missing-key", "1:2 unknown-key"));
}

TEST(MapReader, SaysThatATextWithACommaNeedsQuotes) {
    Checked checked("{name: Ten days later, full moon, again, tension: 3}");
    EXPECT_THAT(checked.places(), ElementsAre("1:24 unknown-key"));
    EXPECT_THAT(checked.reading.diagnostics.front().help, HasSubstr("name: \"Ten days later, full moon\""));
}

TEST(MapReader, DoesNotBlameTheCommaForAKeyWithoutAValue) {
    EXPECT_THAT(Checked("{name: x, colur: }").places(), ElementsAre("1:11 unknown-key"));
    EXPECT_THAT(Checked("{name: \"x\", odd}").places(), ElementsAre("1:13 unknown-key"));
}

TEST(MapReader, SaysWhichFieldsAreThereInTheOrderOfTheTable) {
    Checked checked("{who: a, tension: 99, name: x, count: 3}");
    EXPECT_THAT(checked.map.present(), ElementsAre(0, 2, 4));
}

TEST(MapReader, AKeyThatIsNotThereIsEmpty) {
    Checked checked("{name: x}");
    EXPECT_EQ(checked.map.number("tension"), std::nullopt);
    EXPECT_THAT(checked.map.texts("who"), IsEmpty());
    EXPECT_THAT(checked.map.entries("some"), IsEmpty());
    EXPECT_EQ(checked.map.text("colour"), "");
}

TEST(MapReader, OneTextCanStandForAListOfOne) {
    Checked checked("{name: x, who: a}");
    ASSERT_EQ(checked.map.texts("who").size(), 1U);
    EXPECT_EQ(checked.map.texts("who").front()->text, "a");
}

TEST(MapReader, SuggestsTheNearestKeyForOneUnknown) {
    Checked checked("{name: x, tensoin: 3, zzz: 1}");
    EXPECT_THAT(checked.places(), ElementsAre("1:11 unknown-key", "1:23 unknown-key"));
    EXPECT_EQ(checked.reading.diagnostics[0].message, "a test has no key ‘tensoin’");
    EXPECT_EQ(checked.reading.diagnostics[0].help, "did you mean ‘tension’?");
    EXPECT_THAT(checked.reading.diagnostics[1].help, HasSubstr("‘name’, ‘tension’"));
}

TEST(MapReader, ReportsAKeyThatHasToBeThere) {
    Checked checked("a: b\n");
    EXPECT_THAT(checked.places(), ElementsAre("1:1 unknown-key", "1:1 missing-key"));
}

TEST(MapReader, ReportsAMissingValueAtItsKey) {
    Checked checked("name:\nwho: [a, ~]\n");
    EXPECT_THAT(checked.places(), ElementsAre("1:1 missing-value", "2:10 missing-value"));
}

TEST(MapReader, ReportsEveryValueOfAnotherKind) {
    Checked checked(
        "{name: [x], tension: high, count: 2.5, colour: {}, who: {a: b}, things: [[c]], more: x, some: {}}");
    EXPECT_THAT(checked.places(),
                ElementsAre("1:8 wrong-type", "1:22 wrong-type", "1:35 wrong-type", "1:48 wrong-type",
                            "1:57 wrong-type", "1:74 wrong-type", "1:86 wrong-type", "1:95 wrong-type"));
    EXPECT_EQ(checked.reading.diagnostics[1].message, "‘tension’ takes a number from 0 to 10, and this is a text");
    EXPECT_EQ(checked.map.find("tension"), nullptr);
}

TEST(MapReader, ANumberInQuotesIsAText) {
    Checked checked("{name: x, tension: '3'}");
    EXPECT_THAT(checked.places(), ElementsAre("1:20 wrong-type"));
    EXPECT_EQ(checked.reading.diagnostics[0].help, "remove the quotes");
}

TEST(MapReader, NumbersThatAreNoneAreTexts) {
    for (const std::string_view number : {"nan", "inf", "1e999", "0x10", "1_000", "1,5", "+-1", "3 "}) {
        Checked checked("{name: x, tension: \t" + std::string(number) + "}");
        if (number == "3 ") {
            EXPECT_THAT(checked.places(), IsEmpty());
        } else {
            EXPECT_THAT(checked.places(), testing::Not(IsEmpty())) << number;
        }
    }
}

TEST(MapReader, ReportsNumbersOutOfTheirRange) {
    EXPECT_THAT(Checked("{name: x, tension: 10.01}").places(), ElementsAre("1:20 out-of-range"));
    EXPECT_THAT(Checked("{name: x, tension: -0.01}").places(), ElementsAre("1:20 out-of-range"));
    EXPECT_THAT(Checked("{name: x, tension: 10, count: 1}").places(), IsEmpty());
    EXPECT_THAT(Checked("{name: x, count: 0}").places(), ElementsAre("1:18 out-of-range"));
    EXPECT_THAT(Checked("{name: x, count: 99999999999}").places(), ElementsAre("1:18 out-of-range"));
}

TEST(MapReader, ReportsWordsThatAreNotOfTheList) {
    Checked checked("{name: x, colour: gren}");
    EXPECT_THAT(checked.places(), ElementsAre("1:19 unknown-value"));
    EXPECT_EQ(checked.reading.diagnostics[0].message, "‘colour’ cannot be ‘gren’: it takes ‘red’ or ‘green’");
    EXPECT_EQ(checked.reading.diagnostics[0].help, "did you mean ‘green’?");
}

TEST(MapReader, WhatIsNoMapHasNoKeys) {
    EXPECT_THAT(Checked("[a]").places(), ElementsAre("1:1 wrong-type"));
    EXPECT_THAT(Checked("").places(), ElementsAre("0:0 missing-value"));
    EXPECT_FALSE(Checked("x").map.is_map());
}

}  // namespace
}  // namespace fabula::yaml::map_reader_test
