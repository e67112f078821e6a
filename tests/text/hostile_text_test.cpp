#include <gtest/gtest.h>
#include <random>

#include "fonts.hpp"

namespace fabula::hostile_text_test {
namespace {

std::string repeated(const std::string& part, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i)
        all += part;
    return all;
}

/// Neither shaping nor breaking fails, and clusters and text still agree.
void expect_inert(const std::string& text) {
    Measure measure = measure_for(text);
    for (const TextLine& line : measure.wrap(text, {}, 90, 5).lines) {
        for (const GlyphRun& run : line.runs) {
            std::size_t bytes = 0;
            for (const Cluster& cluster : run.clusters)
                bytes += cluster.bytes;
            EXPECT_EQ(bytes, run.text_length);
        }
    }
    const TextLine line = measure.line(text, {});
    std::size_t bytes = 0;
    for (const GlyphRun& run : line.runs)
        bytes += run.text_length;
    EXPECT_EQ(bytes, line.text.size());
}

TEST(HostileText, OfAHundredThousandLetters) {
    expect_inert(std::string(100'000, 'x'));
}

TEST(HostileText, OfAHundredThousandWords) {
    expect_inert(repeated("ab ", 100'000));
}

TEST(HostileText, OfJoinedEmojiWithoutEnd) {
    expect_inert(repeated("\U0001F469\u200d", 20'000));
}

TEST(HostileText, OfConjunctsWithoutEnd) {
    expect_inert(repeated("क्", 20'000));
}

TEST(HostileText, OfLettersThatTurnRoundOneByOne) {
    expect_inert(repeated("a\u05d0", 100'000));
}

TEST(HostileText, OfNestedIsolates) {
    expect_inert(repeated("\u2067a", 5'000));
}

TEST(HostileText, OfCombiningMarksAlone) {
    expect_inert("\u0301\u0302 \u0E47 \u064B");
}

TEST(HostileText, OfBytesThatAreNoText) {
    std::mt19937 random(5);  // the same bytes in every run
    for (int round = 0; round < 50; ++round) {
        std::string bytes(1 + random() % 200, '\0');
        for (char& byte : bytes)
            byte = static_cast<char>(random() % 256);
        expect_inert(bytes);
    }
}

TEST(HostileText, OfCharactersFromAnywhere) {
    std::mt19937 random(6);
    for (int round = 0; round < 50; ++round) {
        std::u32string characters(1 + random() % 40, U'\0');
        for (char32_t& one : characters)
            one = static_cast<char32_t>(random() % 0x11000);
        std::string text;
        for (const char32_t one : characters) {
            text += one < 0x80 ? std::string(1, static_cast<char>(one))
                    : one < 0x800
                        ? std::string{static_cast<char>(0xC0 | one >> 6), static_cast<char>(0x80 | (one & 63))}
                        : std::string{static_cast<char>(0xE0 | (one >> 12 & 15)),
                                      static_cast<char>(0x80 | (one >> 6 & 63)), static_cast<char>(0x80 | (one & 63))};
        }
        expect_inert(text);
    }
}

TEST(HostileText, InNarrowAndImpossibleMeasures) {
    Measure measure = measure_for("a");
    for (const double width : {1.0, 0.0, -5.0}) {
        for (const TextLine& line : measure.wrap("Kathy finds", {}, width, 3).lines)
            EXPECT_FALSE(line.text.empty());
    }
}

}  // namespace
}  // namespace fabula::hostile_text_test
