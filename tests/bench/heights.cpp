// bench_heights: how long the heights of made-up storylines take, by their lines and steps; every line is there all the
// time.
#include "solve/storyline/heights.hpp"

#include <benchmark/benchmark.h>

#include "storyline/random_heights.hpp"

namespace fabula::storyline {
namespace {

template <Wiggle wiggle>
void heights(benchmark::State& state) {
    const auto lines = static_cast<std::size_t>(state.range(0));
    const auto steps = static_cast<std::size_t>(state.range(1));
    const HeightProgram program = random_storyline(1, lines, steps, true);
    Heights found;
    for (auto _ : state)
        found = least_heights(program, wiggle).value();
    state.counters["nodes"] = static_cast<double>(program.nodes);
    state.counters["bends"] = static_cast<double>(count_bends(program, found));
}

void sizes(benchmark::internal::Benchmark* benchmark) {
    benchmark->Args({30, 100})->Args({100, 300})->Args({130, 1000})->Unit(benchmark::kMillisecond);
}

BENCHMARK(heights<Wiggle::linear>)->Apply(sizes);
BENCHMARK(heights<Wiggle::quadratic>)->Apply(sizes);

}  // namespace
}  // namespace fabula::storyline

BENCHMARK_MAIN();
