// bench_ordering: how long the order of made-up storylines takes, by their lines and steps, at a budget of ten million
// steps of work, and how many crossings it leaves.
#include "solve/storyline/ordering.hpp"

#include <benchmark/benchmark.h>

#include "storyline/random_problem.hpp"

namespace fabula::storyline {
namespace {

void ordering(benchmark::State& state) {
    constexpr Effort effort{10'000'000};
    const Problem problem =
        random_problem(1, static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1)), 4);
    Ordering found;
    for (auto _ : state)
        found = order_lines(problem, effort);
    state.counters["crossings"] = static_cast<double>(found.crossings);
    state.counters["bound"] = static_cast<double>(found.lower_bound);
}

void counting(benchmark::State& state) {
    const Problem problem =
        random_problem(1, static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1)), 4);
    const Orders orders = order_lines(problem, {0}).orders;
    for (auto _ : state)
        benchmark::DoNotOptimize(count_crossings(orders, problem.lines));
}

void sizes(benchmark::internal::Benchmark* benchmark) {
    benchmark->Args({10, 30})->Args({30, 100})->Args({100, 300})->Unit(benchmark::kMillisecond);
}

BENCHMARK(ordering)->Apply(sizes);
BENCHMARK(counting)->Apply(sizes);

}  // namespace
}  // namespace fabula::storyline

BENCHMARK_MAIN();
