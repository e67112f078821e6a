// add_statements: what cannot all be true, and how the author is told.
#include "time/contradiction.hpp"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <numeric>
#include <optional>

#include "time/words.hpp"

namespace fabula::timing {

namespace {

/// What the author wrote, on one line, in quotes; empty where there is no text to look it up in.
std::string written(const Span& span, const Story& story) {
    if (span.length == 0 || span.source >= story.sources.size()) return {};
    const std::string_view text = story.sources.text(span.source);
    if (span.offset >= text.size()) return {};
    const std::string_view whole = text.substr(span.offset, span.length);
    return fmt::format("'{}'", whole.substr(0, whole.find('\n')));
}

Related related(const Constraint& constraint, const Model& model, const Story& story) {
    const std::string meaning = constraint_text(constraint, model, story);
    const Span span = model.statements[constraint.statement].span;
    const std::string words = written(span, story);
    return {span, words.empty() ? "this puts " + meaning : fmt::format("{} puts {}", words, meaning)};
}

/// That an event stands in a section with a time of its own is a statement too, though no phrase makes it.
std::optional<Related> membership(const Constraint& constraint, const Model& model, const Story& story) {
    for (const Variable variable : {constraint.from, constraint.to}) {
        const Meaning& meaning = model.moments[variable];
        const bool event = meaning.kind == Meaning::Kind::event || meaning.kind == Meaning::Kind::event_end;
        const Variable other = variable == constraint.from ? constraint.to : constraint.from;
        const Meaning::Kind kind = model.moments[other].kind;
        if (!event || (kind != Meaning::Kind::section && kind != Meaning::Kind::section_end)) continue;
        return Related{story.events[meaning.index].span,
                       fmt::format("{} stands in section {}", story.events[meaning.index].id,
                                   story.sections[model.moments[other].index].id)};
    }
    return std::nullopt;
}

std::vector<Related> all_related(const std::vector<Bound>& cycle, const Model& model, const Story& story) {
    std::vector<Related> result;
    std::vector<StatementIndex> named;
    for (const Bound& bound : cycle) {
        const Constraint& constraint = model.constraints[bound.constraint];
        if (constraint.statement == no_statement) {
            if (auto member = membership(constraint, model, story)) result.push_back(std::move(*member));
        } else if (std::find(named.begin(), named.end(), constraint.statement) == named.end()) {
            named.push_back(constraint.statement);
            result.push_back(related(constraint, model, story));
        }
    }
    return result;
}

Diagnostic contradiction(const TemporalNetwork& network, const Model& model, const Story& story) {
    const std::vector<Bound> cycle = network.shortest_cycle();
    const Ticks too_little = -std::accumulate(cycle.begin(), cycle.end(), Ticks{0},
                                              [](Ticks sum, const Bound& bound) { return sum + bound.weight; });
    const auto stated = std::find_if(cycle.begin(), cycle.end(), [&model](const Bound& bound) {
        return model.constraints[bound.constraint].statement != no_statement;
    });
    const Statement& refused = model.statements[model.constraints[stated->constraint].statement];
    std::vector<Related> statements = all_related(cycle, model, story);
    const std::string subject = name_of(refused.subject.start, model, story);
    const std::string by =
        too_little < model.scale.grain() / 2 ? "" : "at least " + length_text(too_little, model, story) + " ";
    const std::string what = statements.size() == 1
                                 ? "this cannot be true"
                                 : fmt::format("these {} statements cannot all be true", statements.size());
    Diagnostic diagnostic = make_diagnostic(
        "contradiction", refused.span, fmt::format("{}: {} would be {}before itself", what, subject, by),
        "change or take away one of them, or make it softer: ‘about’, ‘~’, a range");
    diagnostic.related = std::move(statements);
    return diagnostic;
}

/// How far apart two moments can come to stand by this bound alone.
Ticks reach_of(const Constraint& constraint) {
    const Ticks low = constraint.low <= -never ? 0 : std::abs(constraint.low);
    const Ticks high = constraint.high >= never ? 0 : std::abs(constraint.high);
    return std::max(low, high);
}

/// A path through the network comes by its axes and each distance once: where all of them together are no farther than
/// that, no sum of times on the way leaves the range of Ticks.
std::optional<Diagnostic> out_of_reach(const Model& model) {
    constexpr Ticks farthest = never / 4;  // some thousand million years
    Ticks points = 0;
    Ticks distances = 0;
    const Constraint* longest = nullptr;
    for (const Constraint& constraint : model.constraints) {
        const Ticks reach = reach_of(constraint);
        if (longest == nullptr || reach > reach_of(*longest)) longest = &constraint;
        const Meaning::Kind kind = model.moments[constraint.from].kind;
        const bool point = kind == Meaning::Kind::axis || kind == Meaning::Kind::dates;
        if (point) points = std::max(points, 2 * reach);
        if (!point) distances = std::min(distances + reach, farthest);
    }
    if (points + distances < farthest) return std::nullopt;
    const Span span = longest->statement == no_statement ? Span{} : model.statements[longest->statement].span;
    return make_diagnostic("out-of-range", span, "the lengths of time in this story add up to more than can be counted",
                           "make them shorter, this one first");
}

/// What needs no statement first, then points of time (dates, ages, the clock), then distances.
std::vector<std::size_t> adding_order(const Model& model) {
    const auto group = [&model](std::size_t i) {
        const Constraint& constraint = model.constraints[i];
        if (constraint.statement == no_statement) return 0;
        const Meaning::Kind kind = model.moments[constraint.from].kind;
        const bool point = kind == Meaning::Kind::axis || kind == Meaning::Kind::dates || kind == Meaning::Kind::birth;
        return point ? 1 : 2;
    };
    std::vector<std::size_t> order(model.constraints.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return group(a) < group(b); });
    return order;
}

}  // namespace

Diagnostics add_statements(TemporalNetwork& network, const Model& model, const Story& story) {
    constexpr std::size_t most = 20;  // each costs a search of the whole network, and to mend one often mends others
    Diagnostics diagnostics;
    if (auto fault = out_of_reach(model)) return {*std::move(fault)};
    network.prepare(model.constraints);
    std::vector<bool> refused(model.statements.size(), false);
    for (const std::size_t i : adding_order(model)) {
        const StatementIndex statement = model.constraints[i].statement;
        if (statement != no_statement && refused[statement]) continue;
        if (network.add(model.constraints[i], i)) continue;
        if (diagnostics.size() == most) {
            diagnostics.push_back(make_diagnostic("more-findings", {}, "there are more contradictions than are listed",
                                                  "mend those listed and look again"));
            break;
        }
        diagnostics.push_back(contradiction(network, model, story));
        if (statement != no_statement) refused[statement] = true;
    }
    return sorted(std::move(diagnostics));
}

}  // namespace fabula::timing
