#include "view/lifelines/label_index.hpp"

#include <algorithm>

namespace fabula::lifelines {

Interval label_across(const Plan& plan, const LabelPlace& place) {
    const double lane = plan.placement.lanes[place.zone.row];
    const double core = plan.measures.core;
    return place.zone.side == Side::after ? Interval{lane + core + place.near, lane + core + place.far}
                                          : Interval{lane - core - place.far, lane - core - place.near};
}

LabelIndex::LabelIndex(const Plan& plan, const std::vector<NamePlace>& names) : by_gap_(plan.cast.lanes.size() + 1) {
    for (const auto& label : plan.placement.labels) {
        if (label) by_gap_[label->zone.gap()].push_back({label->from, label->until, label_across(plan, *label)});
    }
    // A name reaches into the gaps on both sides of its lane.
    for (std::size_t row = 0; row < names.size(); ++row) {
        const double lane = plan.placement.lanes[row];
        const auto& [along, half] = names[row];
        for (const std::size_t gap : {row, row + 1}) {
            by_gap_[gap].push_back({along.from, along.until, {lane - half, lane + half}});
        }
    }
    for (auto& gap : by_gap_) {
        std::ranges::sort(gap, {}, &Item::from);
        for (const Item& item : gap)
            longest_ = std::max(longest_, item.until - item.from);
    }
}

std::vector<Interval> LabelIndex::clear(double along, Interval across, std::size_t first_gap,
                                        std::size_t last_gap) const {
    std::vector<Interval> struck;
    for (std::size_t gap = first_gap; gap <= last_gap; ++gap) {
        const auto& items = by_gap_[gap];
        for (auto item = std::ranges::lower_bound(items, along - longest_ - pad_, {}, &Item::from);
             item != items.end() && item->from <= along + pad_; ++item) {
            if (along <= item->until + pad_) struck.push_back({item->across.from - pad_, item->across.until + pad_});
        }
    }
    std::ranges::sort(struck, {}, &Interval::from);
    std::vector<Interval> clear;
    double at = across.from;
    for (const Interval& span : struck) {
        if (span.from > at) clear.push_back({at, std::min(span.from, across.until)});
        at = std::max(at, span.until);
        if (at >= across.until) return clear;
    }
    if (at < across.until) clear.push_back({at, across.until});
    return clear;
}

}  // namespace fabula::lifelines
