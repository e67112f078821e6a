#pragma once

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

namespace fabula::lifelines {

/// The parts of a line along the axis that are taken.
class Occupied {
public:
    void add(double centre, double half) { spans_.emplace_back(centre - half, centre + half); }

    void finish() {
        std::ranges::sort(spans_);
        std::vector<std::pair<double, double>> merged;
        for (const auto& span : spans_) {
            if (!merged.empty() && span.first <= merged.back().second) {
                merged.back().second = std::max(merged.back().second, span.second);
            } else {
                merged.push_back(span);
            }
        }
        spans_ = std::move(merged);
    }

    /// The place nearest to `wish` in [least, most] where `half` is free on both sides; nothing where there is none.
    [[nodiscard]] std::optional<double> nearest(double wish, double half, double least, double most) const {
        std::optional<double> best;
        const auto offer = [&](double from, double until) {
            if (until - from < 2 * half) return;
            const double place = std::clamp(wish, from + half, until - half);
            if (!best || std::abs(place - wish) < std::abs(*best - wish)) best = place;
        };
        double from = least - half;
        for (auto span = std::ranges::lower_bound(spans_, least - half, {}, &std::pair<double, double>::second);
             span != spans_.end() && span->first < most + half; ++span) {
            offer(from, std::min(span->first, most + half));
            from = std::max(from, span->second);
        }
        offer(from, most + half);
        return best;
    }

    /// Takes a stretch out of what is free, keeping the order.
    void take(double centre, double half) {
        const std::pair<double, double> span{centre - half, centre + half};
        spans_.insert(std::ranges::upper_bound(spans_, span), span);
    }

private:
    std::vector<std::pair<double, double>> spans_;
};

}  // namespace fabula::lifelines
