#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fonts.hpp"

namespace fabula::line_test {
namespace {

const std::string in_all_scripts[] = {"Kathy finds the tape; office, file, flux",
                                      "Ἀνδρομάχη καὶ Ἕκτωρ",
                                      "Анна Каренина",
                                      "ليلى والمجنون ١٢",
                                      "שלום עולם",
                                      "राम क्षत्रिय हिन्दी",
                                      "紅樓夢 賈寶玉",
                                      "かぐや姫と竹取物語",
                                      "춘향전 성춘향",
                                      "Mixed ليلى and שלום (12) end"};

std::string sample() {
    std::string all;
    for (const std::string& text : in_all_scripts)
        all += text + "\n";
    return all;
}

TEST(Line, HasGlyphsInAllScriptsWithoutAWarning) {
    Measure measure = measure_for(sample());
    for (const std::string& text : in_all_scripts) {
        const TextLine line = measure.line(text, {});
        EXPECT_GT(line.width, 0) << text;
        for (const GlyphRun& run : line.runs) {
            for (const Glyph& glyph : run.glyphs)
                EXPECT_NE(glyph.index, 0U) << text;
        }
    }
    EXPECT_THAT(measure.diagnostics(), testing::IsEmpty());
}

TEST(Line, HasAClusterForEveryByteAndEveryGlyph) {
    Measure measure = measure_for(sample());
    for (const std::string& text : in_all_scripts) {
        const TextLine line = measure.line(text, {});
        std::size_t bytes_of_runs = 0;
        for (const GlyphRun& run : line.runs) {
            std::size_t bytes = 0;
            std::size_t glyphs = 0;
            for (const Cluster& cluster : run.clusters) {
                bytes += cluster.bytes;
                glyphs += cluster.glyphs;
            }
            EXPECT_EQ(bytes, run.text_length) << text;
            EXPECT_EQ(glyphs, run.glyphs.size()) << text;
            bytes_of_runs += bytes;
        }
        EXPECT_EQ(bytes_of_runs, line.text.size()) << text;
    }
}

TEST(Line, GrowsInProportionToItsSize) {
    Measure measure = measure_for(sample());
    for (const std::string& text : in_all_scripts) {
        const double small = measure.line(text, {.size = 6}).width;
        const double large = measure.line(text, {.size = 60}).width;
        EXPECT_NEAR(large / small, 10, 0.01) << text;
    }
}

TEST(Line, StandsGlyphAfterGlyphFromLeftToRight) {
    Measure measure = measure_for(sample());
    for (const std::string& text : {in_all_scripts[0], in_all_scripts[4], in_all_scripts[6]}) {
        float right = -1;
        for (const GlyphRun& run : measure.line(text, {}).runs) {
            for (const Glyph& glyph : run.glyphs) {
                EXPECT_GT(glyph.x, right) << text;
                right = glyph.x;
            }
        }
    }
}

TEST(Line, PutsTheFirstWordOfHebrewAtTheRight) {
    Measure measure = measure_for("שלום עולם");
    const TextLine line = measure.line("שלום עולם", {});
    ASSERT_EQ(line.runs.size(), 1U);
    EXPECT_TRUE(line.runs.front().right_to_left);
    EXPECT_EQ(line.text, "שלום עולם");
}

TEST(Line, KeepsSpacesAsGlyphs) {
    Measure measure = measure_for("a b");
    const TextLine line = measure.line("a b", {});
    ASSERT_EQ(line.runs.size(), 1U);
    EXPECT_EQ(line.runs.front().glyphs.size(), 3U);
}

TEST(Line, WithTabularFiguresHasFiguresOfOneWidth) {
    Measure measure = measure_for("0123456789");
    const TextStyle style{.tabular_figures = true};
    for (const char* figure : {"0", "2", "3", "4", "5", "6", "7", "8", "9"}) {
        EXPECT_EQ(measure.line(figure, style).width, measure.line("1", style).width) << figure;
    }
}

TEST(Line, InBoldOrItalicUsesFacesThatWereDrawnSo) {
    Measure measure = measure_for(sample());
    const auto font_of = [&](const std::string& text, const TextStyle& style) {
        return measure.fonts()[measure.line(text, style).runs.front().font];
    };
    EXPECT_EQ(font_of("a", {.weight = Weight::bold}).weight, 700);
    EXPECT_TRUE(font_of("a", {.italic = true}).italic);
    EXPECT_FALSE(font_of("שלום", {.italic = true}).italic) << "Hebrew has no italic: the upright stands for it";
}

TEST(Line, IsTheSameWhateverWasMeasuredBefore) {
    Measure one = measure_for(sample());
    Measure other = measure_for(sample());
    for (const std::string& text : in_all_scripts)
        static_cast<void>(other.line(text + " and more", {.size = 20}));
    const TextLine first = one.line("Kathy 紅樓夢", {});
    const TextLine second = other.line("Kathy 紅樓夢", {});
    EXPECT_EQ(first.width, second.width);
    ASSERT_EQ(first.runs.size(), second.runs.size());
    for (std::size_t i = 0; i < first.runs.size(); ++i) {
        EXPECT_EQ(first.runs[i].glyphs, second.runs[i].glyphs);
        EXPECT_EQ(one.fonts()[first.runs[i].font], other.fonts()[second.runs[i].font]);
    }
}

TEST(Line, OfNothingIsEmptyAndOfNoWidth) {
    Measure measure = measure_for("a");
    EXPECT_EQ(measure.line(" \n ", {}).text, "");
    EXPECT_EQ(measure.line("", {}).width, 0);
}

}  // namespace
}  // namespace fabula::line_test
