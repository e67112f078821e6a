// add_defaults: what a story means without saying it.
#include "time/defaults.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "time/agreement.hpp"
#include "time/chains.hpp"
#include "time/tightening.hpp"

namespace fabula::timing {

namespace {

constexpr std::size_t last_number = static_cast<std::size_t>(-2);  // -1 stands for what has no number at all

class Defaults {
public:
    Defaults(TemporalNetwork& network, const Model& model, const Story& story)
        : network_(network),
          model_(model),
          story_(story),
          moves_before_(network.moves()),
          earliest_(network.earliest(model.axis)),
          latest_(network.latest(model.axis)) {}

    void add_milestones();
    void add_births();
    void add_section_ends();
    void add_event_ends();
    void add_list_order();
    void add_order_of_flashbacks();
    void add_deaths();

private:
    /// Where statements tie everything to everything far off, each default may move thousands of moments: beyond some
    /// two seconds of that no more are taken for granted.
    bool no_earlier(Variable moment, Variable than) {
        constexpr std::uint64_t most_moves = 10'000'000;
        if (network_.moves() - moves_before_ > most_moves) return false;
        return network_.add_if_possible(Bound{moment, than, 0, number_of(kind_)});
    }
    bool order(EventIndex above, EventIndex below) {
        if (earliest_[model_.events[above].start] > latest_[model_.events[below].start]) return false;
        return no_earlier(model_.events[below].start, model_.events[above].start);
    }
    void look_back(EventIndex above, EventIndex below);
    void link_to_all_above(EventIndex below);

    TemporalNetwork& network_;
    const Model& model_;
    const Story& story_;
    std::uint64_t moves_before_;
    Default kind_ = Default::milestones;
    std::vector<Ticks> earliest_;  // by variable, of what is stated alone
    std::vector<Ticks> latest_;
    std::vector<EventIndex> last_;                          // events that have none after them so far, in file order
    std::vector<std::vector<EventIndex>> directly_before_;  // by event
};

/// The second donation is not before the first.
void Defaults::add_milestones() {
    kind_ = Default::milestones;
    std::map<std::pair<std::size_t, std::size_t>, std::vector<std::pair<int, EventIndex>>> series;
    for (EventIndex e = 0; e < story_.events().size(); ++e) {
        const auto& milestone = story_.events()[e].milestone;
        if (!milestone || !milestone->number) continue;
        series[{milestone->kind.index, milestone->of.index}].emplace_back(milestone->number->value, e);
    }
    for (auto& [key, numbered] : series) {
        std::sort(numbered.begin(), numbered.end());
        for (std::size_t i = 1; i < numbered.size(); ++i) {
            no_earlier(model_.events[numbered[i].second].start, model_.events[numbered[i - 1].second].end);
        }
    }
}

void Defaults::add_births() {
    kind_ = Default::births;
    for (EventIndex e = 0; e < story_.events().size(); ++e) {
        if (!is_real(story_.events()[e].mode)) continue;
        for (const Reference& who : story_.events()[e].who) {
            if (model_.birth_stated[who.index]) no_earlier(model_.events[e].start, model_.births[who.index]);
        }
    }
}

/// A section without a time of its own that something is said to be after, before or during lasts from its first event
/// to its last.
void Defaults::add_section_ends() {
    kind_ = Default::section_ends;
    for (SectionIndex s = 0; s < story_.sections().size(); ++s) {
        const auto& events = story_.sections()[s].events;
        if (!model_.section_stated[s] || model_.has_own_time(s) || events.empty()) continue;
        no_earlier(model_.sections[s].start, model_.events[events.front()].start);
        no_earlier(model_.events[events.back()].end, model_.sections[s].end);
    }
}

/// An event whose length was left out ends as soon as it begins.
void Defaults::add_event_ends() {
    kind_ = Default::event_ends;
    for (EventIndex e = 0; e < model_.events.size(); ++e) {
        const Stretch& event = model_.events[e];
        if (event.start != event.end && !model_.end_stated[e]) no_earlier(event.start, event.end);
    }
}

/// Puts `below` after `above`, or where that is not so, after what stands before `above` in the list.
void Defaults::look_back(EventIndex above, EventIndex below) {
    std::vector<EventIndex> candidates{above};
    for (std::size_t tried = 0; tried < candidates.size() && tried < most_looked_back; ++tried) {
        const EventIndex candidate = candidates[tried];
        if (order(candidate, below)) {
            directly_before_[below].push_back(candidate);
            continue;
        }
        for (const EventIndex before : directly_before_[candidate]) {
            if (std::find(candidates.begin(), candidates.end(), before) == candidates.end())
                candidates.push_back(before);
        }
    }
}

void Defaults::link_to_all_above(EventIndex below) {
    std::vector<EventIndex> still_last;
    for (const EventIndex above : last_) {
        look_back(above, below);
        const auto& before = directly_before_[below];
        if (std::find(before.begin(), before.end(), above) == before.end()) still_last.push_back(above);
    }
    still_last.push_back(below);
    constexpr std::size_t most_last = 8;  // with the bound on looking back, what keeps the whole linear
    if (still_last.size() > most_last) still_last.erase(still_last.begin());
    last_ = std::move(still_last);
}

void Defaults::add_list_order() {
    kind_ = Default::list_order;
    directly_before_.resize(story_.events().size());
    for (EventIndex e = 0; e < story_.events().size(); ++e) {
        if (story_.events()[e].mode != Mode::flashback) link_to_all_above(e);
    }
}

/// Flashbacks that stand next to each other in the list, told within the same frame, happened in that order.
void Defaults::add_order_of_flashbacks() {
    kind_ = Default::flashbacks;
    for (EventIndex e = 1; e < story_.events().size(); ++e) {
        const Event& above = story_.events()[e - 1];
        const Event& below = story_.events()[e];
        const bool both = above.mode == Mode::flashback && below.mode == Mode::flashback;
        const bool one_frame =
            above.frame && below.frame ? above.frame->index == below.frame->index : !above.frame && !below.frame;
        if (both && one_frame) order(e - 1, e);
    }
}

void Defaults::add_deaths() {
    kind_ = Default::deaths;
    for (EventIndex e = 0; e < story_.events().size(); ++e) {
        if (!is_real(story_.events()[e].mode)) continue;
        for (const Reference& who : story_.events()[e].who) {
            if (model_.death_stated[who.index]) no_earlier(model_.deaths[who.index], model_.events[e].start);
        }
    }
}

/// The place of the default that was taken for granted last, of those in the smallest conflict with the rules of the
/// calendar.
std::optional<std::uint32_t> last_default_in_conflict(const TemporalNetwork& network, const Model& model,
                                                      const ClaimTable& claims, const RulesInForce& rules) {
    ChainGround ground{network, model, claims, rules};
    auto conflict = smallest_conflict(ground);
    ground.circles = true;
    if (!conflict) conflict = smallest_conflict(ground);
    std::optional<std::uint32_t> last;
    if (!conflict) return last;
    for (const Chain* chain : {&conflict->earliest, &conflict->latest}) {
        for (const Link& link : *chain) {
            if (!default_of(link.bound)) continue;
            for (std::uint32_t i = 0; i < network.bounds().size(); ++i) {
                const Bound& bound = network.bounds()[i];
                const bool same = bound.constraint == link.bound.constraint && bound.from == link.bound.from &&
                                  bound.to == link.bound.to;
                if (same && (!last || i > *last)) last = i;
            }
        }
    }
    return last;
}

/// Keeps what is taken for granted as far as the rules of the calendar allow, and adds what follows from both.
void keep_rules(TemporalNetwork& network, const Model& model) {
    if (model.sums.empty() && model.recurrences.empty()) return;
    constexpr int most_rounds = 64;
    const RulesInForce rules = all_rules(model);
    auto limits = tightened(network, model, rules);
    if (!limits) {
        const ClaimTable claims = claims_in(model);
        for (int round = 0; !limits && round < most_rounds; ++round) {
            const auto place = last_default_in_conflict(network, model, claims, rules);
            if (!place) break;
            network = network.without_bounds({*place});
            limits = tightened(network, model, rules);
        }
    }
    if (!limits) {
        std::vector<std::uint32_t> all;
        for (std::uint32_t i = 0; i < network.bounds().size(); ++i) {
            if (default_of(network.bounds()[i])) all.push_back(i);
        }
        network = network.without_bounds(all);
        limits = tightened(network, model, rules);
    }
    if (limits) add_limits(network, model, *limits);
}

}  // namespace

std::size_t number_of(Default kind) {
    return last_number - static_cast<std::size_t>(kind);
}

std::optional<Default> default_of(const Bound& bound) {
    if (bound.constraint > last_number || bound.constraint < number_of(Default::deaths)) return std::nullopt;
    return static_cast<Default>(last_number - bound.constraint);
}

void add_defaults(TemporalNetwork& network, const Model& model, const Story& story) {
    Defaults defaults(network, model, story);
    defaults.add_milestones();
    defaults.add_births();
    defaults.add_section_ends();
    defaults.add_event_ends();
    defaults.add_list_order();
    defaults.add_order_of_flashbacks();
    defaults.add_deaths();
    keep_rules(network, model);
}

}  // namespace fabula::timing
