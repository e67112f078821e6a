#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "documents.hpp"
#include "svg.hpp"

namespace fabula::html_test {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string html_of(const Document& document, const SvgOptions& options = {}) {
    return find_painter("html")->paint(document, {.svg = options}).bytes;
}

std::string html_of(const Scene& scene) {
    return html_of(one_page(scene));
}

TEST(Html, SaysWhatItIsCalledWhoWroteItAndInWhichLanguage) {
    const std::string html = html_of(scene_of_everything());
    EXPECT_THAT(html, StartsWith("<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">"));
    EXPECT_THAT(html, HasSubstr("<title>Never Let Me Go</title>"));
    EXPECT_THAT(html, HasSubstr(R"(<meta name="author" content="Kazuo Ishiguro">)"));
}

TEST(Html, RunsFromRightToLeftInLanguagesThatDo) {
    Scene scene = scene_of_words({"שלום"});
    for (const char* const language : {"he", "ar", "fa", "ur", "yi"}) {
        scene.language = language;
        EXPECT_THAT(html_of(scene), HasSubstr(std::string("lang=\"") + language + "\" dir=\"rtl\"")) << language;
    }
}

TEST(Html, LoadsAndRunsNothing) {
    EXPECT_THAT(html_of(scene_of_everything()),
                HasSubstr("content=\"default-src 'none'; style-src 'unsafe-inline'; font-src data:;"));
}

TEST(Html, BringsItsFontsUnlessToldNotTo) {
    const Document document = one_page(scene_of_words({"Kathy"}));
    EXPECT_THAT(html_of(document), HasSubstr("@font-face"));
    EXPECT_THAT(html_of(document, {.fonts = SvgFonts::named}), Not(HasSubstr("@font-face")));
}

TEST(Html, HoldsThePictureWithItsText) {
    const std::string html = html_of(scene_of_landmarks());
    EXPECT_THAT(html, HasSubstr("<main>\n<svg "));
    EXPECT_THAT(html, HasSubstr("role=\"graphics-document\""));
    EXPECT_THAT(html, Not(HasSubstr("<?xml")));
}

TEST(Html, NamesThePictureWithoutATitleThatFollowsThePointer) {
    const std::string html = html_of(scene_of_everything());
    EXPECT_THAT(html, HasSubstr(R"(aria-label="Never Let Me Go")"));
    EXPECT_EQ(html.find("<title>"), html.rfind("<title>"));
}

TEST(Html, HoldsEveryPageWithIdsOfItsOwn) {
    Document document = one_page(scene_of_landmarks());
    document.pages.push_back(document.pages.front());
    const auto ids = ids_in(html_of(document, {.prefix = "a-"}));
    EXPECT_TRUE(ids.contains("a-page1-event-wreck"));
    EXPECT_TRUE(ids.contains("a-page2-event-wreck"));
}

TEST(Html, HasThePapersColourAroundThePicture) {
    Document document = one_page(scene_of_everything());
    document.palette = {{"paper", document.scenes.front().paper, Colour{0, 0, 0, 255}}};
    const std::string html = html_of(document);
    EXPECT_THAT(html, HasSubstr("body{background:var(--fabula-paper,#faf9f5)}"));
    EXPECT_THAT(html,
                HasSubstr("@media screen and (prefers-color-scheme:dark){body{background:var(--fabula-paper,#000)}"));
}

}  // namespace
}  // namespace fabula::html_test
