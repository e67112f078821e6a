// Texts that would break out of a document, run in it or turn it around, in every format that holds text.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "documents.hpp"
#include "paint/safe_text.hpp"
#include "svg.hpp"

namespace fabula::hostile_test {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* script = "</title></style><script>alert(1)</script>";

/// A picture that has `text` wherever a story's words come in.
Scene scene_of(const std::string& text) {
    Scene scene = scene_of_words({text, text + " שלום"});
    scene.title = scene.author = scene.subject = text;
    scene.language = text;
    scene.keywords = {text};
    Group group = square(subjects::Relationship{.number = 1, .kind = text}, {0, 0});
    group.title = group.description = text;
    group.link = text;
    scene.root.children.emplace_back(group);
    Group other = square(subjects::Event{text}, {50, 0});
    scene.root.children.emplace_back(other);
    scene.landmarks = {{Landmark::Kind::title, {}, text, text, text},
                       {Landmark::Kind::section, {}, text, text, {}},
                       {Landmark::Kind::event, id_of(group), text, text, text},
                       {Landmark::Kind::event, id_of(other), text, text, {}},
                       {Landmark::Kind::event, {}, text, text, {}}};
    return scene;
}

std::string painted(const std::string& format, const std::string& text, SvgText form = SvgText::text) {
    return find_painter(format)->paint(one_page(scene_of(text)), {.svg = {.text = form}}).bytes;
}

class HostileText : public testing::TestWithParam<const char*> {};

TEST_P(HostileText, LeavesSvgWellFormed) {
    for (const SvgText form : {SvgText::text, SvgText::outlines, SvgText::both}) {
        const TemporaryFile svg("svg", painted("svg", GetParam(), form));
        const Ran ran = run("xmllint --noout " + svg.path());
        EXPECT_EQ(ran.status, 0) << ran.output;
    }
}

TEST_P(HostileText, BringsNoElementsIntoSvgOrHtml) {
    for (const char* const format : {"svg", "html"}) {
        const std::string bytes = painted(format, GetParam());
        for (const char* const start : {"<script", "<img", "<iframe", "<foreignObject", "<![CDATA[", "<!--", "]]>"})
            EXPECT_THAT(bytes, Not(HasSubstr(start)));
        EXPECT_THAT(bytes, Not(HasSubstr("href=\"javascript")));
        EXPECT_THAT(bytes, Not(HasSubstr("href=\"data")));
        EXPECT_THAT(bytes, Not(HasSubstr("\" onload=")));
    }
}

TEST_P(HostileText, LeavesPdfWhole) {
    const TemporaryFile pdf("pdf", painted("pdf", GetParam()));
    const Ran ran = run("qpdf --check " + pdf.path());
    EXPECT_EQ(ran.status, 0) << ran.output;
    EXPECT_THAT(objects_of(pdf), Not(HasSubstr("/URI (javascript")));
    EXPECT_THAT(objects_of(pdf), Not(HasSubstr("/JavaScript")));
}

INSTANTIATE_TEST_SUITE_P(OfEachSort, HostileText,
                         testing::Values(script, "]]> --> <!-- <![CDATA[", "\" onload=\"alert(1)",
                                         "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,<img src=x>",
                                         "&lt;script&gt; &#60;", "a\x01\x02\x1B[31m\x7Fz",
                                         "\xE2\x80\xAEgro.elpmaxe\xE2\x80\xAC",
                                         "\xE2\x81\xA7"
                                         "isolated",
                                         "\xFF\xFE broken \xC3", "\xEF\xBF\xBF\xEF\xB7\x90",
                                         "{font:1px}</style>*{display:none}", "<img src=x onerror=alert(1)>"));

TEST(HostileText, ThatOverridesTheDirectionOfOthersHasLostThat) {
    for (const char* const format : {"svg", "html"})
        EXPECT_THAT(painted(format,
                            "a\xE2\x80\xAE"
                            "b"),
                    Not(HasSubstr("\xE2\x80\xAE")));
}

TEST(XmlText, EscapesWhatMarksElementsAndAttributes) {
    EXPECT_EQ(painting::xml_text("<a href=\"x\">&</a>]]>"), "&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;]]&gt;");
}

TEST(XmlText, LeavesOutWhatXmlDoesNotKnow) {
    EXPECT_EQ(painting::xml_text(std::string_view("a\0\x01\x1F\tb\nc", 8)), "a\tb\nc");
    EXPECT_EQ(painting::xml_text("a\xEF\xBF\xBE\xEF\xBF\xBFz"), "az");
}

TEST(XmlText, PutsASignForBytesThatAreNoText) {
    EXPECT_EQ(painting::xml_text("a\xFF\xC3z"), "a\xEF\xBF\xBD\xEF\xBF\xBDz");
}

}  // namespace
}  // namespace fabula::hostile_test
