#pragma once

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "fabula/view.hpp"

#include "view/lifelines/lifelines.hpp"
#include "view/wording.hpp"

/// The passes that fill the plan of lifelines, in their order. Each fills a part of it from those before.
namespace fabula::lifelines {

/// Chooses who has a lane (all who appear or whose life is stated), and in which order: those who meet often and those
/// who are related stand near each other, unless `options` ask for the order of the file. At most `most_lanes` have
/// one: those who take part most. Cost: quadratic in the number of characters; more than 4000 keep the order of the
/// file.
[[nodiscard]] Cast arrange_cast(const Story& story, const Timetable& timetable, const Theme& theme,
                                const Options& options, std::size_t most_lanes);

/// From when to when each character's line runs: its life, and relationships that it is in before it is first seen.
[[nodiscard]] std::vector<Extent> line_extents(const Story& story, const Timetable& timetable);

/// Of an arranged cast those who have something on the page: a part in one of its events, or a line that goes on
/// through it (where onlookers are not drawn: one who is spoken of). Order and colours stay; at most `most_lanes` are
/// kept: those who take part most. O(cast + story).
[[nodiscard]] Cast cast_on_page(const Cast& cast, const Story& story, const Timetable& timetable, const Shown& shown,
                                std::size_t most_lanes);

/// What the picture says about each event that takes place on a lane: its lanes, its mark and its label, set in type.
/// Those of the page, in order of time. Cost: shaping the text of the labels.
[[nodiscard]] std::vector<Entry> compose_entries(const Story& story, const Timetable& timetable, const Theme& theme,
                                                 const Cast& cast, const Options& options, const Typography& type,
                                                 const Wording& wording, Measure& measure, const Shown& shown = {});

/// The events of other pages that last into this one, in order of time.
[[nodiscard]] std::vector<Carried> find_carried(const Story& story, const Timetable& timetable, const Cast& cast,
                                                const Shown& shown);

/// A track for every stretch of every relationship: in a gap next to one of its lanes, stretches that overlap in time
/// on tracks of their own, stretches of one relationship on the same. `end_room` is kept between two on one track. Only
/// those that the page shows.
[[nodiscard]] std::vector<Arc> arrange_arcs(const Story& story, const Timetable& timetable, const Cast& cast,
                                            const TimeScale& scale, double end_room, const Shown& shown = {});

/// How many tracks each gap holds, by gap.
[[nodiscard]] std::vector<std::size_t> count_tracks(const std::vector<Arc>& arcs, std::size_t gaps);

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

/// Finds room in the lanes' lines for the names of those whose lane is long, for the words of states where they begin,
/// and for ages: never where a mark, a tie or an arc meets the lane. `plan.inscriptions` is what comes of it.
void inscribe(Plan& plan, const Context& context);

/// Half the room that an inscription takes up along the axis.
[[nodiscard]] double half_room(const Inscription& inscription, const Plan& plan);

/// Lays the story out: as well proportioned as it will go where the page grows; else so that it fits the page, the type
/// made smaller down to the theme's smallest, then without notes, then without the labels that matter least
/// (plan.left_out). `whole` is the cast of all the story.
[[nodiscard]] Plan fit(const Context& context, const Options& options, const Cast& whole, const Page& page);

}  // namespace fabula::lifelines
