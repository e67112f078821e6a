#include "story/ids.hpp"

#include <gtest/gtest.h>

namespace fabula::ids_test {
namespace {

TEST(LegalIds, AreMadeOfLettersOfAnyScriptDigitsHyphensAndUnderscores) {
    for (const std::string_view id :
         {"a", "tape-found", "ruth_2", "Zoë", "δέκα", "Анна", "آنا", "अनीता", "花子", "_x", "a--", "o5"}) {
        EXPECT_TRUE(is_legal_id(id)) << id;
    }
}

TEST(LegalIds, NeverLookLikeADateANumberOrTwoWords) {
    for (const std::string_view id :
         {"", "1", "1996", "-a", "2nd", "a b", "a.b", "a/b", "~a", "٣a", "a\t", "‘a’", "😀"}) {
        EXPECT_FALSE(is_legal_id(id)) << id;
    }
}

TEST(Ids, AreNoWordsThatHoldPhrasesTogether) {
    for (const std::string_view word :
         {"after", "before", "with", "during", "between", "and", "of", "age", "at", "about", "soon"}) {
        Findings findings;
        IdReferences references;
        static_cast<void>(Ids(findings, references).declare(IdSort::character, word, {}, 0));
        EXPECT_TRUE(findings.has_errors()) << word;
    }
}

TEST(Ids, CanBePartsOfTheYearAndDay) {
    Findings findings;
    IdReferences references;
    Ids ids(findings, references);
    for (const std::string_view word : {"spring", "summer", "autumn", "winter", "dawn", "morning", "noon", "afternoon",
                                        "evening", "night", "midnight"}) {
        EXPECT_TRUE(ids.declare(IdSort::character, word, {}, 0));
        EXPECT_FALSE(findings.has_errors()) << word;
    }
}

TEST(Ids, ACharacterCanHaveTheIdOfAPlaceButNotOfAnEvent) {
    Findings findings;
    IdReferences references;
    Ids ids(findings, references);
    EXPECT_TRUE(ids.declare(IdSort::place, "hailsham", {}, 0));
    EXPECT_TRUE(ids.declare(IdSort::section, "hailsham", {}, 0));
    EXPECT_FALSE(findings.has_errors());
    EXPECT_FALSE(ids.declare(IdSort::character, "hailsham", {}, 0));
    EXPECT_TRUE(findings.has_errors());
}

}  // namespace
}  // namespace fabula::ids_test
