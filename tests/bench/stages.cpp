// bench_stages STORY.yaml... [--benchmark_...]: how long each stage takes on each story. Every stage starts from the
// finished values of those before it; the texts are shaped anew in each layout.
#include <benchmark/benchmark.h>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <list>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "fabula/paint.hpp"
#include "fabula/render.hpp"
#include "fabula/story.hpp"
#include "fabula/text.hpp"
#include "fabula/theme.hpp"
#include "fabula/timetable.hpp"
#include "fabula/view.hpp"

namespace fabula::bench {
namespace {

const std::string theme_name = "default";

/// A story file and what each stage makes of it: what the next ones start from.
struct Subject {
    std::string file;
    std::string yaml;
    Story story;
    Theme theme;
    std::string sample;
    Timetable timetable;
    Scene scene;
};

std::string content_of(const std::string& name) {
    std::ifstream file(name, std::ios::binary);
    if (!file) throw std::runtime_error(name + " could not be read");
    return {std::istreambuf_iterator<char>(file), {}};
}

void expect_no_errors(const Diagnostics& diagnostics, const Sources& sources) {
    for (const Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.severity == Severity::error) throw std::runtime_error(format_diagnostic(diagnostic, sources));
    }
}

Subject prepare(const std::string& file) {
    Subject subject;
    subject.file = file;
    subject.yaml = content_of(file);
    const ReadResult read = read_story(subject.yaml, file);
    SceneResult picture = make_scene(read);
    expect_no_errors(picture.diagnostics, picture.sources);
    subject.story = read.story;
    subject.theme = read_theme(theme_name).theme;
    subject.sample = subject.story.sources().text(0);
    subject.timetable = solve_times(subject.story).timetable;
    subject.scene = std::move(picture.scene);
    return subject;
}

void read(benchmark::State& state, const Subject& subject) {
    for ([[maybe_unused]] const auto step : state)
        benchmark::DoNotOptimize(read_story(subject.yaml, subject.file));
}

void solve(benchmark::State& state, const Subject& subject) {
    for ([[maybe_unused]] const auto step : state)
        benchmark::DoNotOptimize(solve_times(subject.story));
}

void load_theme(benchmark::State& state, const Subject& /*subject*/) {
    for ([[maybe_unused]] const auto step : state)
        benchmark::DoNotOptimize(read_theme(theme_name));
}

void load_fonts(benchmark::State& state, const Subject& subject) {
    for ([[maybe_unused]] const auto step : state)
        benchmark::DoNotOptimize(Measure(subject.theme, subject.story.language(), subject.sample));
}

void lay_out(benchmark::State& state, const Subject& subject) {
    for ([[maybe_unused]] const auto step : state) {
        state.PauseTiming();
        auto measure = std::make_unique<Measure>(subject.theme, subject.story.language(), subject.sample);
        const ViewInput input{.story = subject.story,
                              .timetable = subject.timetable,
                              .theme = subject.theme,
                              .page = {},
                              .settings = {},
                              .measure = *measure};
        state.ResumeTiming();
        benchmark::DoNotOptimize(views().front().draw(input));
        state.PauseTiming();
        measure.reset();
        state.ResumeTiming();
    }
}

void paint(benchmark::State& state, const Subject& subject, const Painter& painter) {
    const Document document = one_page(subject.scene);
    for ([[maybe_unused]] const auto step : state) {
        const PaintResult painted = painter.paint(document, {});
        if (!painted.ok()) return state.SkipWithError(painted.error.c_str());
        state.counters["bytes"] = static_cast<double>(painted.bytes.size());
    }
}

/// Registers `stage` of `subject` under a name that the runner takes apart again: "stage|file".
template <typename Stage, typename... More>
void add(const std::string& name, Stage stage, const Subject& subject, const More&... more) {
    benchmark::RegisterBenchmark((name + "|" + subject.file).c_str(), [=, &subject, &more...](benchmark::State& state) {
        stage(state, subject, more...);
        state.counters["events"] = static_cast<double>(subject.story.events().size());
    })->Unit(benchmark::kMillisecond);
}

void add_stages(const Subject& subject) {
    add("read", read, subject);
    add("solve", solve, subject);
    add("load theme", load_theme, subject);
    add("load fonts", load_fonts, subject);
    add("lay out", lay_out, subject);
    for (const Painter& painter : painters())
        add("paint " + std::string(painter.format), paint, subject, painter);
}

void run(const std::vector<std::string>& files) {
    use_no_system_fonts();
    std::list<Subject> subjects;  // the benchmarks point into it
    for (const std::string& file : files) {
        subjects.push_back(prepare(file));
        add_stages(subjects.back());
    }
    benchmark::RunSpecifiedBenchmarks();
}

}  // namespace
}  // namespace fabula::bench

int main(int argument_count, char** arguments) {
    benchmark::Initialize(&argument_count, arguments);
    if (argument_count < 2) {
        std::fputs("usage: bench_stages STORY.yaml... [--benchmark_...]\n", stderr);
        return 2;
    }
    try {
        fabula::bench::run({arguments + 1, arguments + argument_count});
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "bench_stages: %s\n", failure.what());
        return 1;
    }
}
