#include <gtest/gtest.h>
#include <thread>
#include <vector>

#include "fonts.hpp"

namespace fabula::threads_test {
namespace {

std::vector<TextLine> set_some_text() {
    Measure measure = measure_for("Kathy שלום 紅樓夢");
    std::vector<TextLine> lines;
    for (int i = 0; i < 50; ++i) {
        lines.push_back(measure.line("Kathy שלום 紅樓夢 " + std::to_string(i), {.size = 6 + i % 5 * 1.0}));
        for (TextLine& line : measure.wrap("Kathy finds the tape " + std::to_string(i), {}, 60).lines) {
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

TEST(Threads, WithMeasuresOfTheirOwnGetTheSameLinesAsOneAlone) {
    const std::vector<TextLine> alone = set_some_text();
    std::vector<std::vector<TextLine>> results(4);
    std::vector<std::thread> threads;
    for (auto& result : results)
        threads.emplace_back([&result] { result = set_some_text(); });
    for (std::thread& thread : threads)
        thread.join();
    for (const auto& result : results)
        EXPECT_EQ(result, alone);
}

}  // namespace
}  // namespace fabula::threads_test
