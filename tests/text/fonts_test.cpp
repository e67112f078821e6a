#include "fonts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fabula::fonts_test {
namespace {

using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;

TEST(Fonts, OfEveryFamilyThatThemesMayNameAreFound) {
    for (const std::string family : {"Lato", "EB Garamond", "Inter", "Noto Sans"}) {
        Measure measure(theme_in(family), "en", "a");
        static_cast<void>(measure.line("a", {}));
        ASSERT_EQ(measure.fonts().size(), 1U);
        EXPECT_EQ(measure.fonts().front().family, family);
        EXPECT_THAT(measure.diagnostics(), ElementsAre());
    }
}

TEST(Fonts, ThatAreMissingAreReplacedWithAWarning) {
    Measure measure(theme_in("No Such Font"), "en", "a");
    EXPECT_GT(measure.line("a", {}).width, 0);
    EXPECT_THAT(measure.diagnostics(),
                ElementsAre(testing::AllOf(Field(&Diagnostic::code, "missing-font"),
                                           Field(&Diagnostic::message, HasSubstr("No Such Font")))));
}

TEST(Fonts, NoneAtAllIsAnErrorAndTextStillTakesRoom) {
    Theme theme;
    theme.font_folders = {"/no/such/folder"};
    Measure measure(theme, "en", "a");
    EXPECT_THAT(measure.diagnostics(), ElementsAre(Field(&Diagnostic::code, "no-font")));
    EXPECT_GT(measure.line("Kathy", {}).width, 0);
    EXPECT_EQ(measure.wrap("Kathy finds the tape", {}, 20).lines.size(), 1U);
    EXPECT_THAT(measure.fonts(), ElementsAre());
}

TEST(Fonts, WithoutACharacterThatIsSetAreReportedOnce) {
    Measure measure = measure_for("\U00013000");
    EXPECT_THAT(measure.diagnostics(), ElementsAre());
    static_cast<void>(measure.line("\U00013000 \U00013000", {}));
    static_cast<void>(measure.line("\U00013001", {}));
    EXPECT_THAT(measure.diagnostics(), ElementsAre(testing::AllOf(Field(&Diagnostic::code, "missing-character"),
                                                                  Field(&Diagnostic::message, HasSubstr("U+13000")),
                                                                  Field(&Diagnostic::message, HasSubstr("U+13001")))));
}

TEST(Fonts, ThatNobodyForesawAreFoundWithAWiderSample) {
    Measure narrow = measure_for("Kathy");
    static_cast<void>(narrow.line("Kathy אבג", {}));
    ASSERT_THAT(narrow.wider_sample(), HasSubstr("אבג"));
    Measure wide = measure_for(narrow.wider_sample());
    static_cast<void>(wide.line("Kathy אבג", {}));
    EXPECT_THAT(wide.diagnostics(), ElementsAre());
    EXPECT_EQ(wide.wider_sample(), "");
}

TEST(Fonts, AreNotLookedForTwiceWhereThereAreNone) {
    Measure measure = measure_for("\U00013000");
    static_cast<void>(measure.line("\U00013000", {}));
    EXPECT_EQ(measure.wider_sample(), "");
}

TEST(Fonts, ForHanCharactersFollowTheLanguage) {
    const auto family = [](const std::string& language) {
        Measure measure = measure_for("骨", language);
        static_cast<void>(measure.line("骨", {}));
        return measure.fonts().front().family;
    };
    EXPECT_EQ(family("ja"), "Noto Sans CJK JP");
    EXPECT_EQ(family("ko"), "Noto Sans CJK KR");
    EXPECT_EQ(family("zh-Hans"), "Noto Sans CJK SC");
    EXPECT_EQ(family("zh-TW"), "Noto Sans CJK TC");
    EXPECT_EQ(family("zh-HK"), "Noto Sans CJK HK");
    EXPECT_EQ(family("en"), "Noto Sans CJK SC");
}

TEST(Fonts, KeepTheThemesOwnForWhatItHas) {
    Measure measure = measure_for("Kathy שלום");
    static_cast<void>(measure.line("Kathy", {}));
    ASSERT_EQ(measure.fonts().size(), 1U);
    EXPECT_EQ(measure.fonts().front().family, "Lato");
}

}  // namespace
}  // namespace fabula::fonts_test
