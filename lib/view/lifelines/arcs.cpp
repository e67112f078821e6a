// One pass: arrange_arcs. Tracks are given by interval partitioning: by start, first track that is free.
#include "view/lifelines/arcs.hpp"

#include <algorithm>
#include <numeric>

namespace fabula::lifelines {
namespace {

std::vector<std::size_t> rows_of(const Relationship& relationship, const Cast& cast) {
    std::vector<std::size_t> rows;
    for (const Reference& who : relationship.between) {
        if (const auto row = cast.row(who.index)) rows.push_back(*row);
    }
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

/// The whole of a relationship, which stays on one track.
struct Course {
    std::size_t relationship = 0;
    std::vector<std::size_t> rows;
    double from = 0;
    double until = 0;
};

std::vector<Course> courses(const Story& story, const Timetable& timetable, const Cast& cast, const TimeScale& scale,
                            const Shown& shown) {
    std::vector<Course> courses;
    for (std::size_t r = 0; r < story.relationships().size(); ++r) {
        Course course{r, rows_of(story.relationships()[r], cast), 0, 0};
        const std::vector<Extent>& extents = timetable.relationships[r];
        const auto on_page = [&](const Extent& extent) { return shown.has(extent); };
        if (course.rows.size() < 2 || std::ranges::none_of(extents, on_page)) continue;
        course.from = scale.at(extents.front().from.nominal);
        course.until = scale.end_at(extents.front().until.nominal);
        for (const Extent& extent : extents) {
            course.from = std::min(course.from, scale.at(extent.from.nominal));
            course.until = std::max(course.until, scale.end_at(extent.until.nominal));
        }
        courses.push_back(std::move(course));
    }
    std::ranges::stable_sort(courses, {}, &Course::from);
    return courses;
}

}  // namespace

std::vector<Arc> arrange_arcs(const Story& story, const Timetable& timetable, const Cast& cast, const TimeScale& scale,
                              double end_room, const Shown& shown) {
    std::vector<std::vector<double>> track_ends(cast.lanes.size() + 1);
    std::vector<Arc> arcs;
    for (const Course& course : courses(story, timetable, cast, scale, shown)) {
        const auto first_free = [&](std::size_t gap) {
            const auto& ends = track_ends[gap];
            return static_cast<std::size_t>(
                std::ranges::find_if(ends, [&](double end) { return end + end_room <= course.from; }) - ends.begin());
        };
        const std::size_t below_first = course.rows.front() + 1;
        const std::size_t above_last = course.rows.back();
        const std::size_t gap = first_free(above_last) < first_free(below_first) ? above_last : below_first;
        const std::size_t track = first_free(gap);
        if (track == track_ends[gap].size()) track_ends[gap].push_back(0);
        track_ends[gap][track] = course.until;
        const std::vector<Extent>& extents = timetable.relationships[course.relationship];
        for (std::size_t phase = 0; phase < extents.size(); ++phase) {
            if (!shown.has(extents[phase])) continue;
            const double until = extents[phase].until.nominal;
            const bool is_continued = shown.is_later(until);
            const bool open = story.relationships()[course.relationship].phases[phase].until.empty();
            arcs.push_back({.relationship = course.relationship,
                            .phase = phase,
                            .rows = course.rows,
                            .from = scale.at(extents[phase].from.nominal),
                            .until = scale.end_at(until),
                            .open_end = (open && until >= timetable.until) || is_continued,
                            .continues = shown.is_earlier(extents[phase].from.nominal),
                            .is_continued = is_continued,
                            .gap = gap,
                            .track = track});
        }
    }
    return arcs;
}

std::vector<std::size_t> count_tracks(const std::vector<Arc>& arcs, std::size_t gaps) {
    std::vector<std::size_t> tracks(gaps, 0);
    for (const Arc& arc : arcs)
        tracks[arc.gap] = std::max(tracks[arc.gap], arc.track + 1);
    return tracks;
}

}  // namespace fabula::lifelines
