// Reads and renders a story again and again in one process, and says how long each time took: what a call from another
// language is measured against. Usage: bench_calls STORY.yaml FORMAT TIMES
#include <chrono>
#include <cstdlib>
#include <fmt/format.h>
#include <string>

#include "fabula/fabula.hpp"

int main(int count, char** words) {
    if (count != 4) return 2;
    const std::string story = words[1];
    const fabula::RenderOptions options{.format = words[2]};
    std::size_t bytes = 0;
    for (int left = std::atoi(words[3]); left > 0; --left) {
        const auto start = std::chrono::steady_clock::now();
        const fabula::RenderResult result = fabula::render(fabula::read_story_file(story), options);
        const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
        bytes += result.bytes.size();
        fmt::print("{}\n", taken.count());
    }
    return bytes > 0 ? 0 : 1;
}
