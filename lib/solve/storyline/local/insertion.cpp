// Best re-insertion of one line into an arrangement, by dynamic programming.
#include <algorithm>

#include "solve/storyline/local/search.hpp"

namespace fabula::storyline {
namespace {

constexpr std::int64_t forbidden = std::numeric_limits<std::int64_t>::max() / 4;

/// The innermost of a node and those around it that some of the slots lie in.
std::size_t innermost_held(const Layer& layer, const std::vector<std::size_t>& slots, std::size_t node) {
    const auto lies_here = [&](std::size_t slot) { return lies_in(layer, layer.slots[slot].home, node); };
    while (node != 0 && std::ranges::none_of(slots, lies_here))
        node = layer.nodes[node].parent;
    return node;
}

}  // namespace

std::vector<Presence> presences_of(const Instance& instance) {
    std::vector<std::vector<Presence>> by_line(instance.lines);
    for (std::size_t t = 0; t < instance.layers.size(); ++t) {
        for (const Slot& slot : instance.layers[t].slots) {
            if (slot.previous == nowhere) by_line[slot.line].push_back({slot.line, t, t});
            by_line[slot.line].back().until = t + 1;
        }
    }
    std::vector<Presence> presences;
    std::size_t slots = 0;
    for (const std::vector<Presence>& each : by_line) {
        for (Presence presence : each) {
            presence.first_slot = slots;
            slots += presence.until - presence.from;
            presences.push_back(presence);
        }
    }
    return presences;
}

Insertion::Insertion(const Instance& instance, const std::vector<Presence>& presences)
    : instance_(instance), gone_(instance.lines) {
    for (const Presence& presence : presences) {
        const std::vector<Slot>& first = instance.layers[presence.from].slots;
        auto slot = static_cast<std::size_t>(std::ranges::find(first, presence.line, &Slot::line) - first.begin());
        for (std::size_t t = presence.from; t < presence.until; ++t) {
            slot_of_.push_back(slot);
            slot = instance.layers[t].slots[slot].next;
        }
    }
}

std::int64_t Insertion::reinsert(Arrangement& arrangement, const Presence& presence, std::size_t from,
                                 std::size_t until) {
    changed_.clear();
    // Just outside, the line stands still.
    const std::size_t begin = from > presence.from ? from - 1 : from;
    const std::size_t end = until < presence.until ? until + 1 : until;
    if (end - begin < 2 && !returning_) return 0;
    columns_.resize(std::max(columns_.size(), end - begin));
    slots_.clear();
    for (std::size_t t = begin; t < end; ++t) {
        slots_.push_back(slot_of_[presence.first_slot + t - presence.from]);
        fill(columns_[t - begin], arrangement[t], slots_.back());
    }
    if (begin < from)
        columns_[0].cost[columns_[0].gap] = 0;
    else
        std::ranges::fill(columns_[0].cost, 0), forbid_torn_sets(columns_[0], begin, slots_[0]);
    std::int64_t now = 0;
    for (std::size_t t = begin; t + 1 < end; ++t) {
        Column& column = columns_[t + 1 - begin];
        step(columns_[t - begin], column, t);
        now += crossed_;
        forbid_torn_sets(column, t + 1, slots_[t + 1 - begin]);
    }
    const Column& last = columns_[slots_.size() - 1];
    const std::size_t gap =
        end > until ? last.gap : static_cast<std::size_t>(std::ranges::min_element(last.cost) - last.cost.begin());
    if (last.cost[gap] >= now && !returning_) return 0;
    write(arrangement, begin, gap);
    return (now - last.cost[gap]) * instance_.layers[begin].slots[slots_[0]].weight;
}

void Insertion::take_out(Arrangement& arrangement, const Presence& presence, std::size_t from, std::size_t until) {
    for (std::size_t t = from; t < until; ++t)
        std::erase(arrangement[t], slot_of_[presence.first_slot + t - presence.from]);
    gone_[presence.line] = {from, until};
    ++gone_count_;
}

void Insertion::put_back(Arrangement& arrangement, const Presence& presence) {
    const Gone gone = gone_[presence.line];
    gone_[presence.line] = {};
    returning_ = true;
    reinsert(arrangement, presence, gone.from, gone.until);
    returning_ = false;
    --gone_count_;
}

/// Writes the best path, which ends in `gap` of the last column.
void Insertion::write(Arrangement& arrangement, std::size_t from, std::size_t gap) {
    for (std::size_t i = slots_.size(); i-- > 0;) {
        Column& column = columns_[i];
        if (gap != column.gap) {
            std::vector<std::size_t>& order = arrangement[from + i];
            order = column.others;
            order.insert(order.begin() + static_cast<std::ptrdiff_t>(gap), slots_[i]);
            changed_.push_back(from + i);
        }
        gap = column.origin[gap];
    }
}

void Insertion::fill(Column& column, const std::vector<std::size_t>& order, std::size_t slot) {
    column.others.clear();
    column.gap = nowhere;
    for (const std::size_t other : order) {
        if (other == slot)
            column.gap = column.others.size();
        else
            column.others.push_back(other);
    }
    column.cost.assign(column.others.size() + 1, forbidden);
    column.origin.assign(column.others.size() + 1, 0);
    work_ += static_cast<std::int64_t>(order.size());
}

void Insertion::forbid_torn_sets(Column& column, std::size_t t, std::size_t slot) {
    const Layer& layer = instance_.layers[t];
    if (layer.nodes.size() == 1) return;
    const std::vector<std::size_t>& others = column.others;
    const std::size_t home = layer.slots[slot].home;
    const std::size_t anchor = gone_count_ > 0 ? innermost_held(layer, others, home) : home;
    bool above_inside = false;
    for (std::size_t gap = 0; gap <= others.size(); ++gap) {
        const bool below_inside = gap < others.size() && lies_in(layer, layer.slots[others[gap]].home, anchor);
        const bool torn =
            gap > 0 && gap < others.size() &&
            !lies_in(layer, home, meet(layer, layer.slots[others[gap - 1]].home, layer.slots[others[gap]].home));
        const bool outside = anchor != 0 && !above_inside && !below_inside;
        if (torn || outside) column.cost[gap] = forbidden;
        above_inside = below_inside;
    }
}

void Insertion::step(const Column& from, Column& to, std::size_t t) {
    match(from, to, t);
    collapse(from, t);
    pass();
    for (std::size_t gap = 0; gap < to.cost.size(); ++gap) {
        const std::size_t common = common_gap_[gap];
        to.cost[gap] = arrival_[common];
        to.origin[gap] = start_origin_[arrival_origin_[common]];
    }
    work_ += static_cast<std::int64_t>(from.cost.size() + to.cost.size());
}

/// Numbers the lines present on both sides in both orders.
void Insertion::match(const Column& from, const Column& to, std::size_t t) {
    const Layer& earlier = instance_.layers[t];
    const Layer& later = instance_.layers[t + 1];
    place_.resize(std::max(place_.size(), later.slots.size()));
    common_gap_.resize(to.others.size() + 1);
    std::size_t common = 0;
    weight_after_.assign(1, 0);
    for (std::size_t gap = 0; gap < to.others.size(); ++gap) {
        common_gap_[gap] = common;
        const Slot& slot = later.slots[to.others[gap]];
        if (slot.previous == nowhere || is_gone(slot.line, t)) continue;
        place_[to.others[gap]] = common++;
        weight_after_.push_back(weight_after_.back() + slot.weight);
    }
    common_gap_[to.others.size()] = common;
    target_.clear();
    source_.resize(common);
    weight_before_.assign(1, 0);
    crossed_ = 0;
    const std::size_t common_gap_now = to.gap == nowhere ? 0 : common_gap_[to.gap];
    for (std::size_t i = 0; i < from.others.size(); ++i) {
        const Slot& slot = earlier.slots[from.others[i]];
        if (slot.next == nowhere || is_gone(slot.line, t + 1)) continue;
        const std::size_t target = place_[slot.next];
        if ((i < from.gap) != (target < common_gap_now)) crossed_ += slot.weight;
        source_[target] = target_.size();
        target_.push_back(target);
        weight_before_.push_back(weight_before_.back() + slot.weight);
    }
}

/// The cheapest of the earlier gaps between each two common lines.
void Insertion::collapse(const Column& from, std::size_t t) {
    const Layer& layer = instance_.layers[t];
    start_.assign(target_.size() + 1, forbidden);
    start_origin_.assign(target_.size() + 1, 0);
    std::size_t common = 0;
    for (std::size_t gap = 0; gap < from.cost.size(); ++gap) {
        const bool nearer = gap <= from.gap;  // of equal gaps the one that is now taken, or next to it
        if (from.cost[gap] < start_[common] || (nearer && from.cost[gap] == start_[common])) {
            start_[common] = from.cost[gap];
            start_origin_[common] = gap;
        }
        if (gap == from.others.size()) break;
        const Slot& other = layer.slots[from.others[gap]];
        if (other.next != nowhere && !is_gone(other.line, t + 1)) ++common;
    }
}

void Insertion::offer(std::size_t gap, std::int64_t cost, std::size_t origin) {
    if (cost >= arrival_[gap]) return;
    arrival_[gap] = cost;
    arrival_origin_[gap] = origin;
}

/// From each gap to each: through the cuts, downwards and upwards, and within each block between two cuts.
void Insertion::pass() {
    const std::size_t size = target_.size();
    arrival_.assign(size + 1, forbidden);
    arrival_origin_.assign(size + 1, 0);
    blocks_.assign(1, 0);
    std::size_t reach = 0;
    for (std::size_t i = 0; i < size; ++i) {
        reach = std::max(reach, target_[i] + 1);
        if (reach == i + 1) blocks_.push_back(i + 1);
    }
    // Downwards: what comes from above to each cut; then upwards.
    offer(0, start_[0], 0);
    for (std::size_t b = 0; b + 1 < blocks_.size(); ++b) {
        const std::size_t end = blocks_[b + 1];
        offer(end, start_[end], end);
        offer(end, arrival_[blocks_[b]] + weight_before_[end] - weight_before_[blocks_[b]],
              arrival_origin_[blocks_[b]]);
        for (std::size_t u = blocks_[b] + 1; u < end; ++u)
            offer(end, start_[u] + weight_before_[end] - weight_before_[u], u);
    }
    for (std::size_t b = blocks_.size() - 1; b-- > 0;) {
        const std::size_t begin = blocks_[b];
        const std::size_t end = blocks_[b + 1];
        offer(begin, arrival_[end] + weight_before_[end] - weight_before_[begin], arrival_origin_[end]);
        for (std::size_t u = begin + 1; u < end; ++u)
            offer(begin, start_[u] + weight_before_[u] - weight_before_[begin], u);
    }
    for (std::size_t b = 0; b + 1 < blocks_.size(); ++b)
        pass_block(blocks_[b], blocks_[b + 1]);
}

/// The gaps inside one block, from its ends and from each other. Both ends have their arrivals already.
void Insertion::pass_block(std::size_t from, std::size_t until) {
    for (std::size_t v = from + 1; v < until; ++v) {
        offer(v, arrival_[from] + weight_after_[v] - weight_after_[from], arrival_origin_[from]);
        offer(v, arrival_[until] + weight_after_[until] - weight_after_[v], arrival_origin_[until]);
    }
    starts_.clear();
    for (std::size_t u = from + 1; u < until; ++u) {
        if (start_[u] < forbidden) starts_.push_back(u);
    }
    if (starts_.empty()) return;
    passage_ = {from, from, 0};
    pass_between(0, starts_.size(), from + 1, until);
}

/// To the gaps from..until of the later layer, from the starts first..last, among which is the cheapest for each. What
/// is crossed between gap u and gap v is a Monge array: of two passages that cross, each line between them is crossed
/// by at least as many as of the two that do not. So the cheapest start for a later gap never lies before that for an
/// earlier one, and the middle gap's parts the starts between the two halves. O(k log k) steps.
void Insertion::pass_between(std::size_t first, std::size_t last, std::size_t from, std::size_t until) {
    if (from >= until) return;
    const std::size_t middle = from + (until - from) / 2;
    std::size_t cheapest = first;
    std::int64_t least = forbidden;
    for (std::size_t i = first; i < last; ++i) {
        const std::int64_t cost = start_[starts_[i]] + crossed_between(starts_[i], middle);
        if (cost < least) least = cost, cheapest = i;
    }
    offer(middle, least, starts_[cheapest]);
    pass_between(first, cheapest + 1, from, middle);
    pass_between(cheapest, last, middle + 1, until);
}

/// The weight of what is crossed from gap u of the earlier layer to gap v of the later, both in one block: line by line
/// from the passage asked for last.
std::int64_t Insertion::crossed_between(std::size_t u, std::size_t v) {
    const auto weight = [&](std::size_t line) { return weight_before_[line + 1] - weight_before_[line]; };
    const auto leave = [&](std::size_t line, bool is_crossed) {
        passage_.crossed += is_crossed ? -weight(line) : weight(line);
    };
    const std::size_t steps = std::max(u, passage_.from) - std::min(u, passage_.from) +  //
                              std::max(v, passage_.to) - std::min(v, passage_.to);
    work_ += 2 * static_cast<std::int64_t>(steps);
    for (; passage_.from < u; ++passage_.from)
        leave(passage_.from, target_[passage_.from] < passage_.to);
    for (; passage_.from > u; --passage_.from)
        leave(passage_.from - 1, target_[passage_.from - 1] >= passage_.to);
    for (; passage_.to < v; ++passage_.to)
        leave(source_[passage_.to], source_[passage_.to] < passage_.from);
    for (; passage_.to > v; --passage_.to)
        leave(source_[passage_.to - 1], source_[passage_.to - 1] >= passage_.from);
    return passage_.crossed;
}

}  // namespace fabula::storyline
