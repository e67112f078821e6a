// The phrases of time, each read as its author means it.

#include "story/phrase.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

#include "reading_story.hpp"
#include "story/duration.hpp"

namespace fabula::phrase_test {
namespace {

/// A story in which `when` is said of an event with one participant, kathy.
std::string story_with(std::string_view when, std::string_view time = "{}") {
    std::string text = "title: X\ntime: ";
    text += time;
    text +=
        "\ncharacters: {kathy: , tommy: }\nsections: [{id: cottages, events: [{id: boat, title: a}, {id: ruth-2, "
        "title: b}]}]\n";
    text += "events: [{title: c, who: kathy, when: ";
    text += when;
    text += "}]\n";
    return text;
}

std::vector<Phrase> phrases(std::string_view when, std::string_view time = "{}") {
    return right_story(story_with(when, time)).events().at(2).when;
}

template <typename Sort>
Sort only(std::string_view when, std::string_view time = "{}") {
    const std::vector<Phrase> read = phrases(when, time);
    EXPECT_EQ(read.size(), 1U) << when;
    return std::get<Sort>(read.at(0).value);
}

TEST(Phrases, OfAges) {
    const auto one = only<AgePhrase>("age 11 of tommy");
    EXPECT_EQ(one.low, 11);
    EXPECT_EQ(one.high, 11);
    EXPECT_EQ(one.of.index, 1U);
    EXPECT_FALSE(one.about);
    EXPECT_EQ(only<AgePhrase>("age 16..18 of kathy").high, 18);
    EXPECT_TRUE(only<AgePhrase>("age ~31 of kathy").about);
    EXPECT_TRUE(only<AgePhrase>("age about 31 of kathy").about);
    EXPECT_EQ(only<AgePhrase>("age 5.5 of kathy").low, 5.5);
}

TEST(Phrases, OfTheAgeOfTheOneWhoTakesPart) {
    EXPECT_EQ(only<AgePhrase>("age 11").of.index, 0U);
}

TEST(Phrases, RelativeToEventsSectionsAndBirths) {
    const auto after = only<RelativePhrase>("after boat");
    EXPECT_EQ(after.relation, RelativePhrase::Relation::after);
    EXPECT_EQ(after.anchor.kind, Anchor::Kind::event);
    EXPECT_EQ(after.distance, std::nullopt);
    EXPECT_EQ(only<RelativePhrase>("before tommy").anchor.kind, Anchor::Kind::birth);
    EXPECT_EQ(only<RelativePhrase>("during cottages").anchor.kind, Anchor::Kind::section);
    EXPECT_EQ(only<RelativePhrase>("with ruth-2").relation, RelativePhrase::Relation::with);
    EXPECT_TRUE(only<RelativePhrase>("soon after boat").soon);
}

TEST(Phrases, WithABareIdMeanWithIt) {
    const auto bare = only<RelativePhrase>("boat");
    EXPECT_EQ(bare.relation, RelativePhrase::Relation::with);
    EXPECT_EQ(bare.anchor.kind, Anchor::Kind::event);
}

TEST(Phrases, WithDistances) {
    const Duration days = *only<RelativePhrase>("3 days after boat").distance;
    EXPECT_EQ(days, (Duration{3, 3, TimeUnit::day, false}));
    EXPECT_EQ(*only<RelativePhrase>("about 10 years after boat").distance, (Duration{10, 10, TimeUnit::year, true}));
    EXPECT_EQ(*only<RelativePhrase>("2..3 weeks before boat").distance, (Duration{2, 3, TimeUnit::week, false}));
    EXPECT_EQ(*only<RelativePhrase>("~1 hour before boat").distance, (Duration{1, 1, TimeUnit::hour, true}));
    EXPECT_EQ(*only<RelativePhrase>("1.5 months before boat").distance, (Duration{1.5, 1.5, TimeUnit::month, false}));
}

TEST(Phrases, Between) {
    const auto between = only<BetweenPhrase>("between boat and cottages");
    EXPECT_EQ(between.first.kind, Anchor::Kind::event);
    EXPECT_EQ(between.second.kind, Anchor::Kind::section);
}

TEST(Phrases, OnTheStorysOwnClock) {
    EXPECT_EQ(only<ClockPhrase>("at 12", "{clock: scene}").low, 12);
    EXPECT_EQ(only<ClockPhrase>("at 12..17", "{clock: scene}").high, 17);
    EXPECT_EQ(only<RelativePhrase>("3 scenes after boat", "{clock: scene}").distance->unit, TimeUnit::clock);
    EXPECT_EQ(only<RelativePhrase>("3 minutes after boat", "{clock: minute}").distance->unit, TimeUnit::clock);
    EXPECT_EQ(only<RelativePhrase>("3 minutes after boat", "{clock: scene}").distance->unit, TimeUnit::minute);
}

TEST(Phrases, OfPartsOfTheYearAndDayAloneAndWithADate) {
    EXPECT_EQ(only<PartPhrase>("spring").part, PartPhrase::Part::spring);
    EXPECT_EQ(only<PartPhrase>("midnight").part, PartPhrase::Part::midnight);
    for (const std::string_view text : {"spring 1996", "1996 spring"}) {
        const auto both = phrases(text);
        ASSERT_EQ(both.size(), 2U) << text;
        EXPECT_NE(both[0].value.index(), both[1].value.index());
    }
    EXPECT_EQ(phrases("spring 1996").at(1).span.column, phrases("spring 1996").at(0).span.column + 7);
}

/// What is read of `when` in a story in which a character, an event or a section has the id "summer".
ReadResult with_summer(std::string_view declared, std::string_view when) {
    return read_story(std::string("title: X\n")
                          .append(declared)
                          .append("\nevents: [{id: night, title: a}, {title: b, when: ")
                          .append(when)
                          .append("}]\n"));
}

TEST(Phrases, OfAPartOfTheYearAloneMeanThatAlsoWhereItIsAnId) {
    for (const std::string_view declared : {"characters: {summer: }", "sections: [{id: summer}]"}) {
        const ReadResult result = with_summer(declared, "summer");
        EXPECT_TRUE(std::holds_alternative<PartPhrase>(result.story.events().at(1).when.at(0).value));
        ASSERT_EQ(result.diagnostics.size(), 1U) << formatted(result);
        EXPECT_EQ(result.diagnostics[0].code, "ambiguous-phrase");
        EXPECT_EQ(result.diagnostics[0].severity, Severity::warning);
        EXPECT_EQ(result.diagnostics[0].span, result.story.events()[1].when[0].span);
        EXPECT_THAT(result.diagnostics[0].help, testing::HasSubstr("‘with summer’"));
        EXPECT_EQ(result.diagnostics[0].related.at(0).span.line, 2U);
    }
}

TEST(Phrases, ThatAskForAnIdTakeAPartOfTheYearOrDayForOne) {
    constexpr std::string_view declared = "characters: {summer: }";
    for (const std::string_view when : {"with summer", "after summer", "3 days before summer", "soon after summer",
                                        "age 5 of summer", "between summer and night", "during night"}) {
        const ReadResult result = with_summer(declared, when);
        EXPECT_TRUE(result.diagnostics.empty()) << formatted(result);
        EXPECT_FALSE(std::holds_alternative<PartPhrase>(result.story.events().at(1).when.at(0).value)) << when;
    }
}

TEST(Phrases, OfAPartOfTheYearWithADateAreNeverTakenForAnId) {
    const ReadResult result = with_summer("characters: {summer: }", "summer 1996");
    EXPECT_TRUE(result.diagnostics.empty()) << formatted(result);
    EXPECT_EQ(result.story.events().at(1).when.size(), 2U);
}

TEST(Phrases, CountOnAClockNamedForAPartOfTheDay) {
    EXPECT_EQ(only<RelativePhrase>("3 nights after boat", "{clock: night}").distance->unit, TimeUnit::clock);
}

TEST(Phrases, OfAListAllHold) {
    EXPECT_EQ(phrases("[after boat, before ruth-2, 1996]").size(), 3U);
}

TEST(Phrases, HaveTheirPlaces) {
    const auto read = phrases("[after boat, 'before  ruth-2']");
    EXPECT_EQ(read.at(0).span.column, 40U);
    EXPECT_EQ(std::get<RelativePhrase>(read[0].value).anchor.to.span.column, 46U);
    EXPECT_EQ(std::get<RelativePhrase>(read[1].value).anchor.to.span.column, 61U);
    EXPECT_EQ(std::get<RelativePhrase>(read[1].value).anchor.to.span.length, 6U);
}

TEST(Phrases, InTextsThatDoNotStandAsTheyReadArePlacedAsAWhole) {
    const auto read = phrases("\"after\\x20boat\"");
    EXPECT_EQ(std::get<RelativePhrase>(read.at(0).value).anchor.to.span, read.at(0).span);
}

struct Advice {
    std::string_view when;
    std::string_view time;
    std::string_view message;
    std::string_view help;
};

class MisspeltPhrases : public testing::TestWithParam<Advice> {};

TEST_P(MisspeltPhrases, AreAnsweredWithAdvice) {
    const ReadResult result = read_story(story_with(GetParam().when, GetParam().time));
    ASSERT_EQ(result.diagnostics.size(), 1U) << formatted(result);
    EXPECT_EQ(result.diagnostics[0].message, GetParam().message);
    EXPECT_THAT(result.diagnostics[0].help, testing::HasSubstr(GetParam().help));
}

INSTANTIATE_TEST_SUITE_P(
    Story, MisspeltPhrases,
    testing::Values(Advice{"afetr boat", "{}", "a phrase cannot begin with ‘afetr’", "did you mean ‘after’?"},
                    Advice{"baot", "{}", "there is no event, section or character ‘baot’", "did you mean ‘boat’?"},
                    Advice{"age 11 of", "{}", "‘of’ whom?", "id"}, Advice{"after", "{}", "‘after’ what?", "id"},
                    Advice{"12", "{clock: scene}", "‘12’ alone is not a time", "‘at 12’"},
                    Advice{"at 12", "{}", "the story has no clock of its own to say ‘at’ on", "time: {clock: minute}"},
                    Advice{"3 days aftr boat", "{}", "the phrase does not go on with ‘aftr’", "did you mean ‘after’?"},
                    Advice{"3 scenes after boat", "{}", "‘scenes’ is not a unit of time", "‘minute’"},
                    Advice{"14 Jully 1789", "{}", "‘Jully’ is not a month", "July"},
                    Advice{"-3 days after boat", "{}", "‘-3’ is less than nothing", "‘before’"},
                    Advice{"3..2 days after boat", "{}", "the range ‘3..2’ ends before it begins", "2..3"},
                    Advice{"1000000001 days after boat", "{}", "this is too large a number", "1000000000"},
                    Advice{"age 99999999999999999999 of kathy", "{}", "‘99999999999999999999’ is too large a number",
                           "20000000000"},
                    Advice{"20000000001 years after boat", "{}", "‘20000000001’ is too large a number", "20000000000"},
                    Advice{"age 20000000001 of kathy", "{}", "‘20000000001’ is too large a number", "20000000000"},
                    Advice{"Y20000000001", "{}", "this year is too far away", "Y20000000000"},
                    Advice{"2005-02-30", "{}", "there is no such day: the month has 28", "2005-02-28"}));

// What is printed is read again as the same, for phrases put together at random.
class RandomPhrases {
public:
    explicit RandomPhrases(unsigned seed) : random_(seed) {}

    std::string next() {
        switch (pick(20)) {
            case 0:
                return "age " + tilde() + range() + " of " + character();
            case 8:
                return "age " + tilde() + range() + " " + calendar_unit() + " of " + character();
            case 9:
                return std::string(one_of({"age ", "age about "})) + parts() + " of " + character();
            case 10:
                return std::string(one_of({"", "about "})) + parts() + one_of({" after ", " before "}) + anchor();
            case 11:
                return std::string("at ") + time_of_day() + one_of({"", "..23:59"});
            case 12:
                return date("") + " at " + time_of_day();
            case 1:
                return std::string(one_of({"after ", "before ", "with ", "during ", "soon after ", "soon before "})) +
                       anchor();
            case 2:
                return std::string(one_of({"", "about "})) + range() + " " + unit() + one_of({" after ", " before "}) +
                       anchor();
            case 3:
                return "between " + anchor() + " and " + anchor();
            case 4:
                return "at " + range();
            case 5:
                return std::string(one_of({"spring", "winter", "dawn", "noon", "midnight"}));
            case 6:
                return date("") + "/" + std::string(one_of({"..", "9999", ""}));
            case 13:
                return one_of({"before ", "after ", "by ", "since ", "c. "}) + date("");
            case 14:
                return "between " + date("") + " and Y12000";
            case 15:
                return std::string(one_of({"at least ", "more than ", "at most ", "less than "})) + count() + " " +
                       unit() + one_of({" after ", " before "}) + anchor();
            case 16:
                return one_of({"", "on ", "the "}) + weekday() + one_of({" after ", " before "}) + anchor();
            case 17:
                return one_of(
                    {"the next day", "the previous day", "that day", "10 years later", "later", "on Tuesday"});
            case 18:
                return one_of({"1950S2", "Y-17E7", "1XXX", "2004-06~-11", "?2004-06", "2004-06-~11", "2004?-06-%11",
                               "2001-34", "[1667, 1668, 1670]", "[1667..1670]", "[..1984]", "1675-02-10/6",
                               "1699-02-10/700", "old-style 1675-02-10", "old-style 167X", "66 million years ago",
                               "%2004-06-XX~"});
            case 19:
                return "at " + time_of_day() + one_of({"Z", "+02:00", "-05", "+05:30"});
            default:
                return date(one_of({"", "", "", "T09:30", "T09:30:59", "T23:00Z", "T00:00:00-04", "T00:00+04:30"}));
        }
    }

private:
    std::size_t pick(std::size_t count) { return random_() % count; }
    std::string one_of(std::initializer_list<const char*> words) { return *(words.begin() + pick(words.size())); }
    std::string tilde() { return one_of({"", "~"}); }
    std::string unit() { return one_of({"minutes", "hour", "days", "week", "months", "years", "scenes"}); }
    std::string calendar_unit() { return one_of({"minutes", "hour", "days", "week", "months", "years"}); }
    std::string parts() {
        std::string text;
        for (const char* unit : {" years", " months", " weeks", " days", " hours"}) {
            if (pick(3) == 0) text.append(count()).append(unit).append(one_of({" ", " and "}));
        }
        return text.append(count()).append(" minutes");
    }
    std::string time_of_day() {
        const std::size_t minute = pick(60);
        return std::to_string(pick(24)).append(minute < 10 ? ":0" : ":").append(std::to_string(minute));
    }
    std::string anchor() { return one_of({"boat", "ruth-2", "cottages", "kathy", "tommy"}); }
    std::string weekday() { return one_of({"monday", "Tuesday", "Sun", "FRIDAY"}); }
    std::string character() { return one_of({"kathy", "tommy"}); }
    std::string count() {
        std::string text = std::to_string(1 + pick(100));
        if (pick(3) == 0) text.append(".").append(std::to_string(pick(1000)));
        return text;
    }
    std::string range() {
        if (pick(2) == 0) return count();
        return count().append("..").append(std::to_string(102 + pick(100)));
    }
    /// `time`: of the day, empty or not.
    std::string date(const std::string& time) {
        std::string text = std::to_string(1000 + pick(900));
        if (!time.empty()) {
            text.append("-07-14").append(time);
        } else {
            text.append(one_of({"", "-01", "-XX", "-07-14", "-07-XX", "-22"}));
        }
        return text.append(one_of({"", "~", "?", "%"}));
    }

    std::mt19937 random_;
};

template <typename Sort>
bool says_the_same(const Sort& first, const Sort& second) {
    return first == second;
}
bool says_the_same(const AgePhrase& first, const AgePhrase& second) {
    return first.low == second.low && first.high == second.high && first.about == second.about &&
           first.unit == second.unit && first.more == second.more && first.of.index == second.of.index;
}
bool says_the_same(const SameAgePhrase& first, const SameAgePhrase& second) {
    return first.as.index == second.as.index;
}
bool says_the_same(const Anchor& first, const Anchor& second) {
    return first.kind == second.kind && first.to.index == second.to.index;
}
bool says_the_same(const RelativePhrase& first, const RelativePhrase& second) {
    return first.relation == second.relation && first.distance == second.distance && first.soon == second.soon &&
           says_the_same(first.anchor, second.anchor);
}
bool says_the_same(const BetweenPhrase& first, const BetweenPhrase& second) {
    return says_the_same(first.first, second.first) && says_the_same(first.second, second.second);
}

bool says_the_same(const DayPhrase& first, const DayPhrase& second) {
    return says_the_same(first.anchor, second.anchor) && first.days == second.days && first.weekday == second.weekday &&
           first.calendar == second.calendar;
}

bool is_the_same(const Phrase& first, const Phrase& second) {
    return std::visit(
        [&](const auto& value) {
            const auto* other = std::get_if<std::decay_t<decltype(value)>>(&second.value);
            return other != nullptr && says_the_same(value, *other);
        },
        first.value);
}

TEST(Phrases, ThatArePrintedAreReadAgainAsTheSame) {
    RandomPhrases random(1);
    for (int i = 0; i < 4000; ++i) {
        const std::string text = random.next();
        const Story story = right_story(story_with('"' + text + '"', "{clock: scene}"));
        for (const Phrase& phrase : story.events().at(2).when) {
            const std::string printed = format_phrase(phrase, story);
            const Story again = right_story(story_with('"' + printed + '"', "{clock: scene}"));
            ASSERT_EQ(again.events().at(2).when.size(), 1U) << printed;
            EXPECT_TRUE(is_the_same(phrase, again.events()[2].when[0])) << text << " is printed as " << printed;
        }
    }
}

TEST(Durations, AreWrittenAsTheyAreRead) {
    EXPECT_EQ(format_duration({1, 1, TimeUnit::day, false}, ""), "1 day");
    EXPECT_EQ(format_duration({2, 3, TimeUnit::week, true}, ""), "about 2..3 weeks");
    EXPECT_EQ(format_duration({1.5, 1.5, TimeUnit::clock, false}, "scene"), "1.5 scenes");
}

TEST(Amounts, AreDigitsARangeAndATilde) {
    for (const std::string_view text : {"", "~", "..", "1..", "..2", "1...2", "1..2..3", ".5", "5.", "1e3", "-1", "+1",
                                        "1,5", "~~1", "3..2", "20000000001", "0x1", "inf"}) {
        EXPECT_FALSE(parse_amount(text).has_value()) << text;
    }
    EXPECT_EQ(parse_amount("~2..2.5")->high, 2.5);
}

}  // namespace
}  // namespace fabula::phrase_test
