// `allow:` in a story file: where it is silent, and where it is reported itself.

#include <gmock/gmock.h>

#include "checking_story.hpp"

namespace fabula::allowances_test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Finn takes part in a feast after his death; each entry can say more.
std::string feast(const std::string& of_finn, const std::string& of_storm, const std::string& of_feast,
                  const std::string& of_section = "", const std::string& of_story = "") {
    return "title: X\n" + of_story + "characters: {finn: {" + of_finn + "}}\nsections:\n  - title: S\n" + of_section +
           "    events:\n      - {id: storm, death: finn, when: 1934" + of_storm +
           "}\n      - {id: feast, title: F, who: finn, when: 1936" + of_feast + "}\n";
}

TEST(Allowances, AreNeededForThereToBeNothing) {
    EXPECT_THAT(findings(checked(feast("", "", ""))), ElementsAre("7:36 error after-death"));
}

TEST(Allowances, OfTheEventWithTheFaultSilenceIt) {
    EXPECT_THAT(findings(checked(feast("", "", ", allow: after-death"))), IsEmpty());
}

TEST(Allowances, OfTheOtherEventSilenceIt) {
    EXPECT_THAT(findings(checked(feast("", ", allow: [after-death]", ""))), IsEmpty());
}

TEST(Allowances, OfTheCharacterSilenceIt) {
    EXPECT_THAT(findings(checked(feast("allow: after-death", "", ""))), IsEmpty());
}

TEST(Allowances, OfTheSectionSilenceIt) {
    EXPECT_THAT(findings(checked(feast("", "", "", "    allow: after-death\n"))), IsEmpty());
}

TEST(Allowances, OfTheStorySilenceIt) {
    EXPECT_THAT(findings(checked(feast("", "", "", "", "allow: after-death\n"))), IsEmpty());
}

TEST(Allowances, WithinAnotherAreAllTakenForUsed) {
    EXPECT_THAT(
        findings(checked(feast("", "", ", allow: after-death", "    allow: after-death\n", "allow: after-death\n"))),
        IsEmpty());
}

/// An age that contradicts a birth and a date.
std::string slip(const std::string& of_event) {
    return "title: X\ncharacters: {ada: {born: 1901}}\nevents:\n  - {title: T, who: ada, when: [age 11, 1950]" +
           of_event + "}\n";
}

TEST(Allowances, SilenceAContradiction) {
    EXPECT_THAT(findings(checked(slip(""))), ElementsAre("4:33 error age-contradicts-birth"));
    EXPECT_THAT(findings(checked(slip(", allow: contradiction"))), IsEmpty());
    EXPECT_THAT(findings(checked(slip(", allow: age-contradicts-birth"))), IsEmpty());
    EXPECT_THAT(findings(checked("allow: contradiction\n" + slip(""))), IsEmpty());
}

TEST(Allowances, OfAContradictionThatIsNoneAreReported) {
    EXPECT_THAT(findings(checked(slip(", allow: outside-section"))),
                ElementsAre("4:33 error age-contradicts-birth", "4:55 warning allows-nothing"));
    EXPECT_THAT(findings(checked("title: X\nevents: [{title: A, when: 1950, allow: contradiction}]\n")),
                ElementsAre("2:40 warning allows-nothing"));
}

TEST(Allowances, OfAnotherRuleDoNotSilenceItAndAreReported) {
    EXPECT_THAT(findings(checked(feast("", "", ", allow: before-birth"))),
                ElementsAre("7:36 error after-death", "7:61 warning allows-nothing"));
}

TEST(Allowances, OfAnotherEntryDoNotSilenceIt) {
    const std::string other = "  - {title: T, allow: after-death, events: []}\n";
    EXPECT_THAT(findings(checked(feast("", "", "") + other)),
                ElementsAre("7:36 error after-death", "8:23 warning allows-nothing"));
}

TEST(Allowances, OfARuleThatThereIsNotAreErrorsWithASuggestion) {
    const CheckedStory result = checked(feast("", "", ", allow: [after-deaht, after-death]"));
    EXPECT_THAT(findings(result), ElementsAre("7:62 error unknown-rule"));
    EXPECT_THAT(result.diagnostics.front().help, testing::HasSubstr("‘after-death’"));
}

TEST(Allowances, ByThousandsAreCheckedAllTheSame) {
    std::string yaml = "title: X\ncharacters: {finn: }\nallow: after-death\nevents:\n";
    yaml += "  - {id: storm, death: finn, when: 1934}\n";
    for (int i = 0; i < 1000; ++i)
        yaml += fmt::format("  - {{title: E, who: finn, when: 1936, allow: [{}]}}\n",
                            i == 7 ? "two-places" : "after-death");
    EXPECT_THAT(findings(checked(yaml)), ElementsAre("13:47 warning allows-nothing"));
}

}  // namespace
}  // namespace fabula::allowances_test
