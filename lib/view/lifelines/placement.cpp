// Where marks, labels, tracks and lanes stand (place). Labels are flags on poles, as on engraved timelines. They are
// placed from last to first, which keeps every pole clear: what stands already begins further along than the pole.

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

#include "view/lifelines/lifelines.hpp"
#include "view/lifelines/passes.hpp"

namespace fabula::lifelines {

namespace {

/// Ties and arc ends that pass through each gap, by place along: a label there has to break them.
class Verticals {
public:
    explicit Verticals(std::size_t gaps) : by_gap_(gaps) {}

    void add(double along, std::size_t top, std::size_t bottom) {
        for (std::size_t gap = top + 1; gap <= bottom; ++gap)
            by_gap_[gap].push_back(along);
    }

    void finish() {
        for (auto& gap : by_gap_)
            std::ranges::sort(gap);
    }

    [[nodiscard]] std::size_t count(std::size_t gap, double from, double until) const {
        const auto first = std::ranges::lower_bound(by_gap_[gap], from);
        const auto last = std::ranges::upper_bound(by_gap_[gap], until);
        return static_cast<std::size_t>(std::max<std::ptrdiff_t>(last - first, 0));
    }

private:
    std::vector<std::vector<double>> by_gap_;
};

/// The labels of one zone.
class Shelf {
public:
    struct Item {
        double from, until, near, far;
    };

    /// The least depth at which [from, until] has `breadth` free. Quick if labels are placed from the latest to the
    /// earliest.
    [[nodiscard]] double free_depth(double from, double until, double breadth, double gap, double pad) const {
        std::vector<std::pair<double, double>>& taken = scratch_;
        taken.clear();
        for (auto item = items_.rbegin(); item != items_.rend(); ++item) {
            if (latest_first_ && item->from >= until + gap + slack) break;
            if (item->from < until + gap && from < item->until + gap) taken.emplace_back(item->near, item->far);
        }
        for (const Item& item : blocked_) {
            if (item.from < until && from < item.until) taken.emplace_back(item.near, item.far);
        }
        std::ranges::sort(taken);
        double depth = 0;
        for (const auto& [near, far] : taken) {
            if (depth + breadth + pad <= near) break;
            depth = std::max(depth, far + pad);
        }
        return depth;
    }

    /// Whether a pole at `along` from the lane to this depth meets nothing.
    [[nodiscard]] bool is_clear(double along, double depth) const {
        return std::ranges::none_of(items_, [&](const Item& item) {
            return item.from < along + 1 && along - 1 < item.until && item.near < depth;
        });
    }

    /// Keeps a place free of labels, whatever their order.
    void block(const Item& item) {
        blocked_.push_back(item);
        deepest_ = std::max(deepest_, item.far);
    }

    void add(const Item& item) {
        latest_first_ = latest_first_ && (items_.empty() || item.from <= items_.back().from + slack);
        items_.push_back(item);
        deepest_ = std::max(deepest_, item.far);
    }

    /// Takes back what was added last.
    void remove_last() {
        items_.pop_back();
        deepest_ = 0;
        for (const auto* items : {&items_, &blocked_}) {
            for (const Item& item : *items)
                deepest_ = std::max(deepest_, item.far);
        }
    }

    [[nodiscard]] double deepest() const { return deepest_; }

    [[nodiscard]] double deepest(double from, double until) const {
        double depth = 0;
        for (const Item& item : items_) {
            if (item.from < until && from < item.until) depth = std::max(depth, item.far);
        }
        return depth;
    }

    [[nodiscard]] const std::vector<Item>& items() const { return items_; }

private:
    /// In one direction labels are centred on their mark, so that their starts are not quite in order.
    static constexpr double slack = 40;
    std::vector<Item> items_;
    std::vector<Item> blocked_;
    bool latest_first_ = true;
    double deepest_ = 0;
    mutable std::vector<std::pair<double, double>> scratch_;
};

class Placer {
public:
    Placer(const Cast& cast, const std::vector<Entry>& entries, const Measures& measures, Direction direction,
           Placement& placement)
        : entries_(entries),
          measures_(measures),
          direction_(direction),
          gap_(direction == Direction::right ? measures.label_gap : measures.pad),
          placement_(placement),
          verticals_(cast.lanes.size() + 1),
          shelves_(cast.lanes.size() * 2) {
        for (std::size_t e = 0; e < entries.size(); ++e) {
            verticals_.add(placement.along[e], entries[e].top(), entries[e].bottom());
        }
        for (const Arc& arc : placement.arcs)
            add_arc_ends(arc);
        verticals_.finish();
        for (std::size_t e = 0; e < entries.size(); ++e)
            block_tips(e);
    }

    void place_labels(const std::vector<bool>& kept) {
        placement_.labels.assign(entries_.size(), std::nullopt);
        std::vector<std::size_t> latest_first(entries_.size());
        for (std::size_t i = 0; i < latest_first.size(); ++i)
            latest_first[i] = i;
        std::ranges::stable_sort(
            latest_first, [&](std::size_t a, std::size_t b) { return placement_.along[a] > placement_.along[b]; });
        for (const std::size_t e : latest_first) {
            if (kept[e] && !entries_[e].label.lines.empty()) place_label(e);
        }
    }

    /// Places labels where there is room, in this order: each where the lanes move apart least. They move apart only as
    /// far as the room goes; what has no place then stays without its label.
    void place_labels_within(const LabelRoom& room, const std::vector<std::size_t>& tracks) {
        placement_.labels.assign(entries_.size(), std::nullopt);
        open_gaps(tracks);
        set_lanes(placement_, measures_);
        double spare = room.across - placement_.breadth;
        for (const std::size_t e : room.order) {
            if (entries_[e].label.lines.empty()) continue;
            const auto found = best_place_within(e, room.along, spare, tracks);
            if (!found) continue;
            add_label(e, found->place);
            spare -= found->growth;
            placement_.gap_depth[found->place.zone.gap()] += found->growth;
        }
    }

    /// If time runs down, a name is broader than its lane and keeps labels away on both sides. It stands before the
    /// first label of its lane, and so never meets one of these.
    void reserve_names(const std::vector<NameSize>& names, const Timetable& timetable) {
        if (direction_ == Direction::right) return;
        for (std::size_t row = 0; row < names.size(); ++row) {
            const double reach = names[row].width / 2 - measures_.core;
            if (reach <= 0) continue;
            double first = std::numeric_limits<double>::infinity();
            for (std::size_t e = 0; e < entries_.size(); ++e) {
                if (!std::ranges::binary_search(entries_[e].rows, row)) continue;
                const EventTime& time = timetable.events[entries_[e].event];
                first = std::min(first, placement_.along[e]);
                if (time.certainty == Certainty::stated)
                    first = std::min(first, placement_.scale.at(time.stated.earliest));
            }
            for (const Arc& arc : placement_.arcs) {
                if (std::ranges::binary_search(arc.rows, row)) first = std::min(first, arc.from - measures_.arc_shift);
            }
            if (names[row].beginning) first = std::min(first, placement_.scale.at(*names[row].beginning));
            for (const Side side : {Side::before, Side::after}) {
                shelves_[Zone{row, side}.index()].add({first - 3 * names[row].height - 12, first, 0, reach});
            }
        }
    }

    /// Opens the gaps between lanes, for the labels of both sides where they face each other, and for the tracks.
    void open_gaps(const std::vector<std::size_t>& tracks) {
        const std::size_t rows = shelves_.size() / 2;
        placement_.gap_depth.assign(rows + 1, 0);
        placement_.track_offset.assign(rows + 1, 0);
        for (std::size_t gap = 0; gap <= rows; ++gap) {
            const GapRoom room = room_of(gap, tracks[gap]);
            placement_.gap_depth[gap] = room.depth;
            placement_.track_offset[gap] = room.track_offset;
        }
    }

private:
    /// The extent of a label along the axis, and its breadth across.
    struct Extents {
        double from, until, breadth;
    };

    struct GapRoom {
        double depth = 0;
        double track_offset = 0;
    };

    /// What the labels and tracks of a gap need.
    [[nodiscard]] GapRoom room_of(std::size_t gap, std::size_t tracks) const {
        const std::size_t rows = shelves_.size() / 2;
        const Shelf* after = gap > 0 ? &shelves_[(gap - 1) * 2 + 1] : nullptr;
        const Shelf* before = gap < rows ? &shelves_[gap * 2] : nullptr;
        const double first = after != nullptr ? after->deepest() : 0;
        const double second = before != nullptr ? before->deepest() : 0;
        GapRoom room;
        double depth = after != nullptr && before != nullptr ? facing(*after, *before) : std::max(first, second);
        if (tracks > 0) {
            const auto [from, until] = track_extent(gap);
            const double beside = after != nullptr ? after->deepest(from, until) : 0;
            const double facing_it = before != nullptr ? before->deepest(from, until) : 0;
            depth = std::max(depth, beside + facing_it + static_cast<double>(tracks) * measures_.track);
            room.track_offset = beside + measures_.track / 2;
        }
        room.depth = std::max(depth + measures_.pad, gap > 0 && gap < rows ? measures_.lane_gap : 0.0);
        return room;
    }

    /// A place, and by how much its gap has to grow for it.
    struct Opened {
        LabelPlace place;
        double growth = 0;
        double cost = 0;
    };

    /// Where along the axis a label can stand: behind its mark, and if time runs to the right before it, too.
    [[nodiscard]] std::vector<Extents> possible_extents(std::size_t e) const {
        std::vector<Extents> possible{extents(e)};
        if (direction_ != Direction::right) return possible;
        const double until = 2 * placement_.along[e] - possible.front().from;
        possible.push_back({until - entries_[e].label.width, until, entries_[e].label.height});
        return possible;
    }

    [[nodiscard]] std::optional<Opened> best_place_within(std::size_t e, double end, double spare,
                                                          const std::vector<std::size_t>& tracks) {
        std::optional<Opened> best;
        for (const std::size_t row : entries_[e].rows) {
            for (const Side side : {Side::after, Side::before}) {
                for (const Extents& extent : possible_extents(e)) {
                    if (extent.from < 0 || extent.until > end) continue;
                    const auto opened = opened_for(e, {row, side}, extent, tracks);
                    if (!opened || opened->growth > spare) continue;
                    if (!best || opened->cost < best->cost) best = opened;
                }
            }
        }
        return best;
    }

    [[nodiscard]] std::optional<Opened> opened_for(std::size_t e, const Zone& zone, const Extents& extent,
                                                   const std::vector<std::size_t>& tracks) {
        constexpr double farthest = 90;  // a label farther from its mark is not seen as its own
        constexpr double before_its_mark = 8;
        Shelf& shelf = shelves_[zone.index()];
        const double near = shelf.free_depth(extent.from, extent.until, extent.breadth, gap_, measures_.pad);
        if (near > farthest || !shelf.is_clear(placement_.along[e], near)) return std::nullopt;
        const LabelPlace place{zone, extent.from, extent.until, near, near + extent.breadth};
        shelf.add({place.from, place.until, place.near, place.far});
        const double growth = room_of(zone.gap(), tracks[zone.gap()]).depth - placement_.gap_depth[zone.gap()];
        shelf.remove_last();
        const auto cuts = static_cast<double>(verticals_.count(zone.gap(), extent.from - 1, extent.until + 1));
        const double turned = extent.until < placement_.along[e] ? before_its_mark : 0;
        return Opened{place, growth, near + 3 * growth + 14 * cuts + turned};
    }

    void add_label(std::size_t e, const LabelPlace& place) {
        placement_.cuts += verticals_.count(place.zone.gap(), place.from - 1, place.until + 1);
        Shelf& shelf = shelves_[place.zone.index()];
        shelf.add({place.from, place.until, place.near, place.far});
        // The pole of the label, which no label that is placed later may cover.
        const double along = placement_.along[e];
        if (place.near > 0) shelf.add({along - 1, along + 1, 0, place.near});
        placement_.labels[e] = place;
    }

    /// What of a mark sticks out over its lane, as a drop does, is no place for the labels of others. Its own stands
    /// beside the tip.
    void block_tips(std::size_t e) {
        const double half = measures_.tie_offset - 0.5;
        const double along = placement_.along[e];
        if (entries_[e].tip <= 0 || direction_ != Direction::right) return;
        for (const std::size_t row : entries_[e].marked_rows)
            shelves_[Zone{row, Side::before}.index()].block({along - half, along + half, 0, entries_[e].tip});
    }

    void add_arc_ends(const Arc& arc) {
        // Counted several times: an arc has more ink than a tie, and should be broken less often.
        for (int weight = 0; weight < 3; ++weight) {
            verticals_.add(arc.from, arc.rows.front(), arc.rows.back());
            if (!arc.open_end) verticals_.add(arc.until, arc.rows.front(), arc.rows.back());
        }
    }

    [[nodiscard]] Extents extents(std::size_t e) const {
        const Entry& entry = entries_[e];
        const double along = placement_.along[e];
        if (direction_ == Direction::right) {
            constexpr double beside_tip = 3.5;
            const double from = along + measures_.tie_offset + (entry.tip > 0 ? beside_tip : 0);
            return {from, from + entry.label.width, entry.label.height};
        }
        // Beside the mark if nothing passes there, else under the tie.
        const bool tied = entry.top() != entry.bottom();
        const double first_line = entry.label.lines.front().baseline * 0.65;
        const double from = tied ? along + measures_.tie_offset / 2 : along - first_line;
        return {from, from + entry.label.height, entry.label.width};
    }

    void place_label(std::size_t e) {
        const Extents extent = extents(e);
        std::optional<LabelPlace> best;
        double least = std::numeric_limits<double>::infinity();
        for (const std::size_t row : entries_[e].rows) {
            for (const Side side : {Side::after, Side::before}) {
                const Zone zone{row, side};
                const Shelf& shelf = shelves_[zone.index()];
                const double near = shelf.free_depth(extent.from, extent.until, extent.breadth, gap_, measures_.pad);
                const double far = near + extent.breadth;
                const double growth = std::max(0.0, far - shelf.deepest());
                const double cuts =
                    static_cast<double>(verticals_.count(zone.gap(), extent.from - 1, extent.until + 1));
                const double cost = near + growth + 14 * cuts;
                if (cost < least) {
                    least = cost;
                    best = LabelPlace{zone, extent.from, extent.until, near, far};
                }
            }
        }
        add_label(e, *best);
    }

    /// The stretch along that the tracks of a gap take.
    [[nodiscard]] std::pair<double, double> track_extent(std::size_t gap) const {
        double from = std::numeric_limits<double>::infinity();
        double until = -from;
        for (const Arc& arc : placement_.arcs) {
            if (arc.gap != gap) continue;
            from = std::min(from, arc.from - measures_.track);
            until = std::max(until, arc.until + measures_.track);
        }
        return {from, until};
    }

    [[nodiscard]] double facing(const Shelf& after, const Shelf& before) const {
        double depth = std::max(after.deepest(), before.deepest());
        for (const Shelf::Item& a : after.items()) {
            for (const Shelf::Item& b : before.items()) {
                if (a.from < b.until + gap_ && b.from < a.until + gap_) {
                    depth = std::max(depth, a.far + b.far + measures_.pad);
                }
            }
        }
        return depth;
    }

    const std::vector<Entry>& entries_;
    const Measures& measures_;
    Direction direction_;
    double gap_;
    Placement& placement_;
    Verticals verticals_;
    std::vector<Shelf> shelves_;
};

}  // namespace

void set_lanes(Placement& placement, const Measures& measures) {
    placement.lanes.clear();
    double across = placement.gap_depth.front();
    for (std::size_t row = 0; row + 1 < placement.gap_depth.size(); ++row) {
        across += measures.core;
        placement.lanes.push_back(across);
        across += measures.core + placement.gap_depth[row + 1];
    }
    placement.breadth = across;
}

Placement place(const Placeable& what, const Measures& measures, Direction direction, double stretch) {
    Placement placement;
    placement.scale =
        spread(what.columns, what.timetable, {stretch, measures.mark_room, measures.tie_room, measures.heading_room});
    for (std::size_t e = 0; e < what.entries.size(); ++e) {
        const TimeScale::Knot& knot = placement.scale.knots()[what.columns.knot_of[e]];
        placement.along.push_back(knot.from + what.columns.offset_of[e].points(measures.mark_room, measures.tie_room));
    }
    placement.arcs =
        arrange_arcs(what.story, what.timetable, what.cast, placement.scale, 2 * measures.track, what.shown);

    Placer placer(what.cast, what.entries, measures, direction, placement);
    const std::vector<std::size_t> tracks = count_tracks(placement.arcs, what.cast.lanes.size() + 1);
    if (what.room == nullptr) placer.place_labels(what.kept);
    placer.reserve_names(what.names, what.timetable);
    if (what.room != nullptr) placer.place_labels_within(*what.room, tracks);
    placer.open_gaps(tracks);
    set_lanes(placement, measures);

    placement.length = placement.scale.length();
    for (const auto& label : placement.labels) {
        if (label) placement.length = std::max(placement.length, label->until);
    }
    return placement;
}

// Tracks are assigned by interval partitioning: in the order of starts, each to the first track that is free.

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

/// A whole relationship, which stays on one track.
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
