// bench_arcs: how long the order of made-up arc diagrams takes, by their nodes and arcs, and how many crossings it
// leaves; beside it what one sifting from the order of the file leaves.
#include <benchmark/benchmark.h>
#include <numeric>
#include <random>

#include "solve/arcs/arrangement.hpp"

namespace fabula::arcs {
namespace {

Diagram made_up(const benchmark::State& state) {
    const auto nodes = static_cast<std::size_t>(state.range(0));
    const auto arcs = static_cast<std::size_t>(state.range(1));
    std::mt19937 dice(1);
    Diagram diagram{nodes, {}};
    while (diagram.arcs.size() < arcs) {
        const Arc arc{dice() % nodes, dice() % nodes, dice() % sides};
        if (arc.a != arc.b) diagram.arcs.push_back(arc);
    }
    return diagram;
}

void arranging(benchmark::State& state) {
    const Diagram diagram = made_up(state);
    Arrangement found;
    for (auto _ : state)
        found = arrange(diagram);
    state.counters["crossings"] = static_cast<double>(found.cost.crossings);
    state.counters["optimal"] = found.optimal ? 1 : 0;
}

void sifting_once(benchmark::State& state) {
    const Diagram diagram = made_up(state);
    Order order(diagram.nodes);
    for (auto _ : state) {
        std::iota(order.begin(), order.end(), Node{0});
        std::int64_t work = 1'000'000'000;
        sift(diagram, order, work);
    }
    state.counters["crossings"] = static_cast<double>(cost_of(diagram, order).crossings);
}

void sizes(benchmark::internal::Benchmark* benchmark) {
    benchmark->Args({12, 20})->Args({12, 60})->Args({80, 250})->Args({300, 2000})->Args({1000, 5000});
    benchmark->Unit(benchmark::kMillisecond);
}

BENCHMARK(arranging)->Apply(sizes);
BENCHMARK(sifting_once)->Apply(sizes);

}  // namespace
}  // namespace fabula::arcs

BENCHMARK_MAIN();
