#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

#include "fonts.hpp"

namespace fabula::wrap_test {
namespace {

std::vector<std::string> lines_of(const Paragraph& paragraph) {
    std::vector<std::string> texts;
    for (const TextLine& line : paragraph.lines)
        texts.push_back(line.text);
    return texts;
}

std::string joined(const Paragraph& paragraph) {
    std::string all;
    for (const TextLine& line : paragraph.lines)
        all += (all.empty() ? "" : " ") + line.text;
    return all;
}

std::string random_words(std::mt19937& random, const std::vector<std::string>& words) {
    std::string text;
    const std::size_t count = 1 + random() % 14;
    for (std::size_t i = 0; i < count; ++i)
        text += (i == 0 ? "" : " ") + words[random() % words.size()];
    return text;
}

/// No line wider than the measure unless it is one word; the lines joined give back the text; the box is that of its
/// lines.
void expect_well_broken(Measure& measure, const std::string& text, double width) {
    const Paragraph paragraph = measure.wrap(text, {}, width);
    double widest = 0;
    for (const TextLine& line : paragraph.lines) {
        if (line.text.find(' ') != std::string::npos) {
            EXPECT_LE(line.width, width + 1e-6) << line.text;
        }
        widest = std::max(widest, line.width);
    }
    EXPECT_EQ(joined(paragraph), text);
    EXPECT_EQ(paragraph.width, widest);
    EXPECT_DOUBLE_EQ(paragraph.height, paragraph.leading * static_cast<double>(paragraph.lines.size()));
    EXPECT_FALSE(paragraph.truncated);
}

TEST(Wrap, BreaksWordsOfAnyScriptWellAtAnyWidth) {
    const std::vector<std::vector<std::string>> scripts{{"Kathy", "finds", "the", "tape", "a", "carer,", "completion"},
                                                        {"ليلى", "والمجنون", "في", "الصحراء", "١٢"},
                                                        {"שלום", "עולם", "12", "ילדים", "הלכו"},
                                                        {"राम", "क्षत्रिय", "हिन्दी", "और"},
                                                        {"Анна", "Каренина", "и", "поезд"}};
    std::string sample;
    for (const auto& words : scripts) {
        for (const std::string& word : words)
            sample += word;
    }
    Measure measure = measure_for(sample);
    std::mt19937 random(3);  // the same texts in every run
    for (int round = 0; round < 100; ++round) {
        for (const auto& words : scripts) {
            expect_well_broken(measure, random_words(random, words), 50 + static_cast<double>(random() % 100));
        }
    }
}

TEST(Wrap, BalancesLines) {
    Measure measure = measure_for("a");
    EXPECT_THAT(lines_of(measure.wrap("Kathy finds the tape", {}, 60)),
                testing::ElementsAre("Kathy finds", "the tape"));
}

TEST(Wrap, GivesPartsOfALineTheGlyphsThatTheyHaveAlone) {
    Measure measure = measure_for("a");
    for (const TextLine& line : measure.wrap("Kathy finds the tape and loses it", {}, 60).lines) {
        const TextLine alone = measure.line(line.text, {});
        ASSERT_EQ(line.runs.size(), alone.runs.size());
        EXPECT_EQ(line.runs.front().clusters, alone.runs.front().clusters);
        EXPECT_NEAR(line.width, alone.width, 0.2) << "but for kerning with the space that vanished";
        for (std::size_t i = 0; i < alone.runs.front().glyphs.size(); ++i) {
            EXPECT_EQ(line.runs.front().glyphs[i].index, alone.runs.front().glyphs[i].index);
            EXPECT_NEAR(line.runs.front().glyphs[i].x, alone.runs.front().glyphs[i].x, 0.2);
        }
    }
}

TEST(Wrap, BreaksHanAndKanaBetweenCharacters) {
    Measure measure = measure_for("賈寶玉初試雲雨情");
    const Paragraph paragraph = measure.wrap("賈寶玉初試雲雨情", {.size = 10}, 41);
    EXPECT_THAT(lines_of(paragraph), testing::ElementsAre("賈寶玉初", "試雲雨情"));
}

TEST(Wrap, BreaksASoftHyphenWithAHyphen) {
    Measure measure = measure_for("a");
    EXPECT_THAT(lines_of(measure.wrap("Donau\u00addampf\u00adschiff", {}, 45)),
                testing::ElementsAre("Donau-", "dampfschiff"));
    EXPECT_THAT(lines_of(measure.wrap("Donau\u00addampf", {}, 450)), testing::ElementsAre("Donaudampf"));
}

TEST(Wrap, LetsALongWordStandAloneAndBreaksAVeryLongOne) {
    Measure measure = measure_for("a");
    const double width = measure.line("incomprehensible", {}).width;
    EXPECT_THAT(lines_of(measure.wrap("so incomprehensible", {}, width * 0.9)),
                testing::ElementsAre("so", "incomprehensible"));
    for (const TextLine& line : measure.wrap(std::string(200, 'm'), {}, 50).lines)
        EXPECT_LE(line.width, 50);
}

TEST(Wrap, CutsWhatIsTooLongWithAnEllipsis) {
    Measure measure = measure_for("a");
    const Paragraph paragraph = measure.wrap("Kathy finds the tape and loses it again after the sale", {}, 60, 2);
    ASSERT_EQ(paragraph.lines.size(), 2U);
    EXPECT_TRUE(paragraph.truncated);
    EXPECT_TRUE(paragraph.lines.back().text.ends_with("…"));
    EXPECT_LE(paragraph.lines.back().width, 60);
}

TEST(Wrap, KeepsTheBaseDirectionOfTheParagraph) {
    Measure measure = measure_for("שלום");
    EXPECT_TRUE(measure.wrap("שלום abc", {}, 100).right_to_left);
    EXPECT_FALSE(measure.wrap("abc שלום", {}, 100).right_to_left);
    Measure hebrew = measure_for("שלום", "he");
    EXPECT_TRUE(hebrew.wrap("12–14", {}, 100).right_to_left);
}

TEST(Wrap, OfNothingHasNoLines) {
    Measure measure = measure_for("a");
    EXPECT_TRUE(measure.wrap("  ", {}, 100).lines.empty());
    EXPECT_EQ(measure.wrap("", {}, 100).height, 0);
}

}  // namespace
}  // namespace fabula::wrap_test
