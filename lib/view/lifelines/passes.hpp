#pragma once

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "fabula/view.hpp"

#include "view/lifelines/lifelines.hpp"
#include "view/wording.hpp"

/// The passes that fill the plan of lifelines, in their order. Each fills a part from those before it.
namespace fabula::lifelines {

/// Chooses who has a lane (all who appear or whose life is stated) and in which order: those who meet often and those
/// who are related stand near each other, unless `options` ask for the order of the file. At most `most_lanes`
/// characters have one, those who matter most. Cost: quadratic in the number of characters; more than 4000
/// keep the order of the file.
[[nodiscard]] Cast arrange_cast(const Story& story, const Timetable& timetable, const Theme& theme,
                                const Ranking& ranking, const Options& options, std::size_t most_lanes);

/// The extent of each character's line: its life, and earlier relationships if its birth is not known.
[[nodiscard]] std::vector<Extent> line_extents(const Story& story, const Timetable& timetable);

/// The lanes of an arranged cast that have something on the page: a part in one of its events, or a line that passes
/// through it (if onlookers are not drawn, of a character who is mentioned). Order and colours stay; at most
/// `most_lanes` are kept, those who matter most. Cost: O(cast + story).
[[nodiscard]] Cast cast_on_page(const Cast& cast, const Story& story, const Timetable& timetable,
                                const Ranking& ranking, const Shown& shown, std::size_t most_lanes);

/// The entries of the page, in order of time: the lanes, the mark and the label, set in type, of each event that has a
/// lane. Cost: that of shaping the text of the labels.
[[nodiscard]] std::vector<Entry> compose_entries(const Story& story, const Timetable& timetable, const Theme& theme,
                                                 const Ranking& ranking, const Cast& cast, const Options& options,
                                                 const Typography& type, const Wording& wording, Measure& measure,
                                                 const Shown& shown = {});

/// The events of other pages that last into this one, in order of time.
[[nodiscard]] std::vector<Carried> find_carried(const Story& story, const Timetable& timetable, const Cast& cast,
                                                const Shown& shown);

/// Gives every stretch of a relationship that the page shows a track in a gap next to one of its lanes. Stretches that
/// overlap in time have different tracks, those of one relationship the same. Two on one track are `end_room` apart.
[[nodiscard]] std::vector<Arc> arrange_arcs(const Story& story, const Timetable& timetable, const Cast& cast,
                                            const TimeScale& scale, double end_room, const Shown& shown = {});

/// By gap: the number of its tracks.
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

    /// The place closest to `wish` in [least, most] that is free by `half` on both sides; nothing if there is none.
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

    /// Takes a stretch that is free.
    void take(double centre, double half) {
        const std::pair<double, double> span{centre - half, centre + half};
        spans_.insert(std::ranges::upper_bound(spans_, span), span);
    }

private:
    std::vector<std::pair<double, double>> spans_;
};

/// Finds room in the lines of the lanes for the names of long lanes, for the words of states where they begin, and for
/// ages: never where a mark, a tie or an arc meets the lane. Fills in `plan.inscriptions` and `plan.arc_names`.
void inscribe(Plan& plan, const Context& context);

/// Half of the room that an inscription takes along the axis.
[[nodiscard]] double half_room(const Inscription& inscription, const Plan& plan);

/// Lays the story out: in good proportions if the page grows; otherwise so that it fits, with type that shrinks down to
/// the smallest of the theme, then without notes, then without the least important labels (plan.left_out), at last with
/// fewer lanes. `whole` is the cast of the whole story.
[[nodiscard]] Plan fit(const Context& context, const Options& options, const Cast& whole, const Page& page);

}  // namespace fabula::lifelines
