// Room for labels: what is free on both sides of a step.
#include "view/storyline/label_room.hpp"

#include <algorithm>

namespace fabula::storylines {
namespace {

/// Whether two labels that come together in one gap stand one over the other rather than side by side: those that
/// belong to neighbours of one step, and the row of what happens to nobody, which is over all.
bool are_stacked(const Label& a, const Label& b) {
    const bool one_is_interlude = (a.kind == Label::Kind::interlude) != (b.kind == Label::Kind::interlude);
    return one_is_interlude || (a.step == b.step && a.anchor.node != b.anchor.node);
}

}  // namespace

std::optional<std::size_t> LabelRoom::gap(const Label& label, std::size_t from, const PassingLabel& at, std::size_t to,
                                          std::size_t least) {
    for (const std::size_t step : {to, LabelExclusion::everywhere}) {
        if (exclusions_.contains({label.kind, label.of, label.step, step})) return std::nullopt;
    }
    return passage_.gap(from, at, to, label.hugs_below(), least);
}

double LabelRoom::ahead(const Label& label, PassingLabel at, double enough) {
    double room = measures_.least_scene;
    for (std::size_t s = label.step + 1; s < steps_ && room < enough; ++s) {
        const auto next = gap(label, s - 1, at, s);
        if (!next) return room;
        at = {at.label, *next, false};
        room += std::max(rhythm_.transitions[s] + measures_.least_scene, rhythm_.pitches[s]);
    }
    return enough;
}

double LabelRoom::taken_until(std::size_t step, std::size_t gap, const Label& label) const {
    double until = -1e9;
    for (const PassingLabel& passing : spread_.passing_labels[step]) {
        const Label& other = spread_.labels[passing.label];
        if (passing.gap != gap || passing.on_line || are_stacked(label, other)) continue;
        if (other.step == label.step && other.kind == label.kind) continue;  // moves with it
        until = std::max(until, right_of(other) + measures_.title_pad);
    }
    return until;
}

double LabelRoom::limit_behind(const Label& label, PassingLabel at) {
    const double wish = left_of(label);
    for (std::size_t s = label.step; s > 0 && wish < spread_.columns[s].flat_from; --s) {
        const auto next = gap(label, s, at, s - 1);
        if (!next) return spread_.columns[s].flat_from;
        at = {at.label, *next, false};
        const double taken = taken_until(s - 1, *next, label);
        if (taken > wish) return taken;
    }
    return wish;
}

double LabelRoom::push_needed(const Label& label, const PassingLabel& at) const {
    double push = 0;
    for (const PassingLabel& passing : spread_.passing_labels[label.step]) {
        const Label& other = spread_.labels[passing.label];
        if (passing.gap != at.gap || passing.on_line || other.step == label.step || are_stacked(label, other)) continue;
        push = std::max(push, right_of(other) + measures_.title_pad - left_of(label));
    }
    return push;
}

std::vector<std::pair<std::size_t, PassingLabel>> LabelRoom::places_behind(const Label& label, PassingLabel at) {
    std::vector<std::pair<std::size_t, PassingLabel>> places;
    const double left = left_of(label);
    for (std::size_t s = label.step; s > 0 && left < spread_.columns[s].flat_from; --s) {
        const auto next = gap(label, s, at, s - 1);
        if (!next) break;
        at = {at.label, *next, false};
        places.emplace_back(s - 1, at);
    }
    return places;
}

}  // namespace fabula::storylines
