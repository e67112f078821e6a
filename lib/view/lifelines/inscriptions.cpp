// Words and figures in the lines of lanes (inscribe), and the index of labels that lines across the lanes avoid.

#include <algorithm>
#include <cmath>

#include "view/lifelines/draw.hpp"
#include "view/lifelines/passes.hpp"

namespace fabula::lifelines {

namespace {

class Inscriber {
public:
    Inscriber(Plan& plan, const Context& context)
        : plan_(plan), context_(context), occupied_(plan.cast.lanes.size()), heads_(name_places(plan, context)) {
        occupy();
    }

    void run() {
        for (std::size_t row = 0; row < plan_.cast.lanes.size(); ++row) {
            const Lane& lane = plan_.cast.lanes[row];
            if (!lane.character) continue;
            const LaneExtent& extent = plan_.extents[row];
            inscribe_states(row, extent);
            inscribe_absences(row, extent);
            inscribe_names(row, extent);
            if (plan_.options.ages) inscribe_ages(row, extent);
        }
        if (plan_.options.direction == Direction::right) inscribe_arcs();
    }

private:
    void occupy() {
        const double mark = plan_.measures.mark_room / 2;
        const double numbered = milestone_radius(context_.theme, plan_.type.text) + 1;
        for (std::size_t e = 0; e < plan_.entries.size(); ++e) {
            const Entry& entry = plan_.entries[e];
            for (std::size_t row = entry.top(); row <= entry.bottom(); ++row) {
                occupied_[row].add(plan_.placement.along[e], mark);
            }
            const bool is_numbered = context_.story.events()[entry.event].milestone.has_value();
            for (const std::size_t row : entry.marked_rows) {
                if (is_numbered) occupied_[row].add(plan_.placement.along[e], numbered);
            }
            const double until = extent_end(plan_, context_.timetable, e);
            const double half = (until - plan_.placement.along[e]) / 2;
            occupy_whisker(e);
            if (half <= 0) continue;
            for (const std::size_t row : entry.rows)
                occupied_[row].add(until - half, half + 2);
        }
        for (const Carried& carried : plan_.carried) {
            const auto [from, until] = carried_extent(plan_, context_.timetable, carried);
            for (const std::size_t row : carried.rows)
                occupied_[row].add((from + until) / 2, (until - from) / 2 + 2);
        }
        for (const Arc& arc : plan_.placement.arcs) {
            for (std::size_t row = arc.rows.front(); row <= arc.rows.back(); ++row) {
                occupied_[row].add(arc.from, mark);
                occupied_[row].add(arc.until, mark);
            }
        }
        for (const Break& gap : plan_.placement.scale.breaks()) {
            for (Occupied& lane : occupied_)
                lane.add((gap.from + gap.until) / 2, (gap.until - gap.from) / 2);
        }
        for (Occupied& lane : occupied_)
            lane.finish();
    }

    /// If time runs down, an inscription is broader than the lane and would cover the dots beside it.
    void occupy_whisker(std::size_t e) {
        if (plan_.options.direction == Direction::right) return;
        const auto whisker = whisker_extent(plan_, context_.timetable, e);
        if (!whisker) return;
        const double half = (whisker->second - whisker->first) / 2;
        occupied_[plan_.entries[e].rows.front()].add(whisker->first + half, half);
    }

    /// Puts an inscription as close to `wish` as possible; returns whether there was room.
    bool set(Inscription inscription, double wish, double least, double most) {
        const double half = half_room(inscription, plan_);
        if (most - least < 0) return false;
        const auto place = occupied_[inscription.row].nearest(wish, half, least + half, most - half);
        if (!place || !is_clear(inscription, *place, half)) return false;
        occupied_[inscription.row].take(*place, half);
        inscription.centre = *place;
        plan_.inscriptions.push_back(std::move(inscription));
        return true;
    }

    /// Whether the name at the head of another lane, or an inscription in it, is in this stretch and so close that both
    /// would touch.
    [[nodiscard]] bool is_beside_name(const Inscription& inscription, const Interval& stretch,
                                      double half_breadth) const {
        const double lane = plan_.placement.lanes[inscription.row];
        const auto meets = [&](std::size_t row, const Interval& along, double half) {
            const double distance = std::abs(plan_.placement.lanes[row] - lane);
            return row != inscription.row && distance < half + half_breadth && along.from < stretch.until &&
                   stretch.from < along.until;
        };
        for (std::size_t row = 0; row < heads_.size(); ++row) {
            if (meets(row, heads_[row].along, heads_[row].half_breadth)) return true;
        }
        return std::ranges::any_of(plan_.inscriptions, [&](const Inscription& other) {
            const double half = half_room(other, plan_);
            return meets(other.row, {other.centre - half, other.centre + half}, other.text.width / 2);
        });
    }

    /// Whether text that is broader than the core of the lane, as it may be if time runs down, reaches into no label,
    /// arc or name beside it.
    [[nodiscard]] bool is_clear(const Inscription& inscription, double place, double half) const {
        if (plan_.options.direction == Direction::right) return true;
        const double reach = inscription.text.width / 2 - plan_.measures.core + plan_.measures.pad;
        if (reach <= 0) return true;
        const double lane = plan_.placement.lanes[inscription.row];
        const double half_breadth = inscription.text.width / 2 + plan_.measures.pad;
        const bool by_label = std::ranges::any_of(plan_.placement.labels, [&](const std::optional<LabelPlace>& label) {
            if (!label || label->from >= place + half || place - half >= label->until) return false;
            const Interval across = label_across(plan_, *label);
            return across.from < lane + half_breadth && lane - half_breadth < across.until;
        });
        const bool by_arc = std::ranges::any_of(plan_.placement.arcs, [&](const Arc& arc) {
            if (arc.gap != inscription.row && arc.gap != inscription.row + 1) return false;
            const ArcShape shape = arc_shape(plan_, arc);
            return std::abs(shape.across - lane) < half_breadth && shape.from < place + half &&
                   place - half < shape.until;
        });
        return !by_label && !by_arc && !is_beside_name(inscription, {place - half, place + half}, half_breadth);
    }

    void inscribe_states(std::size_t row, const LaneExtent& extent) {
        constexpr double farthest = 60;
        const CharacterIndex character = *plan_.cast.lanes[row].character;
        for (std::size_t s = 0; s < context_.story.states().size(); ++s) {
            const State& state = context_.story.states()[s];
            if (state.who.index != character) continue;
            const double from =
                std::max(extent.from, plan_.placement.scale.at(context_.timetable.states[s].from.nominal));
            const double until =
                std::min(extent.until, plan_.placement.scale.end_at(context_.timetable.states[s].until.nominal));
            TextLine text = context_.measure.line(state.is, {.size = plan_.type.text, .italic = true});
            set({Inscription::Kind::state, row, 0, std::move(text), s}, from, from,
                std::min(until, from + farthest + 80));
        }
    }

    void inscribe_absences(std::size_t row, const LaneExtent& extent) {
        const CharacterIndex character = *plan_.cast.lanes[row].character;
        const Life& life = context_.timetable.lives[character];
        for (std::size_t a = 0; a < life.absences.size(); ++a) {
            const std::string& words = context_.story.characters()[character].absent[a].text;
            if (words.empty()) continue;
            const Extent& when = life.absences[a].when;
            const double from = std::max(extent.from, plan_.placement.scale.end_at(when.from.nominal));
            const double until = std::min(extent.until, plan_.placement.scale.at(when.until.nominal));
            TextLine text = context_.measure.line(words, {.size = plan_.type.text, .italic = true});
            set({Inscription::Kind::absence, row, 0, std::move(text), a}, from, from, until);
        }
    }

    /// Repeats names on long lanes; not on a page of several, where they are at the edge.
    void inscribe_names(std::size_t row, const LaneExtent& extent) {
        if (context_.shown.continues() || context_.shown.is_continued()) return;
        constexpr double every = 460;
        const Character& character = context_.story.characters()[*plan_.cast.lanes[row].character];
        const TextLine text = context_.measure.line(character.name, {.size = plan_.type.text, .weight = Weight::bold});
        for (double wish = extent.from + every; wish < extent.until - every / 3; wish += every) {
            set({Inscription::Kind::name, row, 0, text, 0}, wish, wish - every / 3, wish + every / 3);
        }
    }

    /// Puts ages where they are known and change, but not too close together.
    void inscribe_ages(std::size_t row, const LaneExtent& extent) {
        constexpr double least_distance = 70;
        constexpr double reach = 24;
        double next = extent.from - 1;
        for (AgeFigure& age : age_figures(placed_events(plan_), context_, *plan_.cast.lanes[row].character)) {
            if (age.along < next || age.along > extent.until) continue;
            TextLine text = context_.measure.line(age.text, {.size = plan_.type.text, .tabular_figures = true});
            const double most = std::min(age.along + reach + text.width, extent.until);
            if (set({Inscription::Kind::age, row, 0, std::move(text), 0}, age.along + plan_.measures.mark_room,
                    age.along, most)) {
                next = age.along + least_distance;
            }
        }
    }

    /// Puts the kind of a relationship in its track, close to the beginning, where no tie and no other arc crosses it.
    void inscribe_arcs() {
        std::vector<Occupied> gaps(plan_.cast.lanes.size() + 1);
        const auto pass = [&](double along, std::size_t first, std::size_t last) {
            for (std::size_t gap = first + 1; gap <= last; ++gap)
                gaps[gap].add(along, 2);
        };
        for (std::size_t e = 0; e < plan_.entries.size(); ++e)
            pass(plan_.placement.along[e], plan_.entries[e].top(), plan_.entries[e].bottom());
        for (const Arc& arc : plan_.placement.arcs) {
            const ArcShape shape = arc_shape(plan_, arc);
            pass(shape.from, arc.rows.front(), arc.rows.back());
            if (!arc.open_end) pass(shape.until, arc.rows.front(), arc.rows.back());
        }
        for (Occupied& gap : gaps)
            gap.finish();
        for (std::size_t a = 0; a < plan_.placement.arcs.size(); ++a) {
            const Arc& arc = plan_.placement.arcs[a];
            const std::string& kind = context_.story.relationships()[arc.relationship].kind;
            if (kind.empty()) continue;
            constexpr double lead = 8;
            const ArcShape shape = arc_shape(plan_, arc);
            TextLine text = context_.measure.line(kind, {.size = plan_.type.text, .italic = true});
            const double half = text.width / 2 + 2.5;
            const double least = shape.from + shape.radius + lead + half;
            const double most = shape.until - shape.radius - lead - half;
            if (least > most) continue;
            if (const auto place = gaps[arc.gap].nearest(least, half, least, most)) {
                plan_.arc_names.push_back({a, *place, std::move(text)});
            }
        }
    }

    Plan& plan_;
    const Context& context_;
    std::vector<Occupied> occupied_;
    std::vector<NamePlace> heads_;  ///< by row
};

}  // namespace

double half_room(const Inscription& inscription, const Plan& plan) {
    constexpr double air = 2;
    const bool down = plan.options.direction == Direction::down;
    return (down ? plan.type.text : inscription.text.width) / 2 + air;
}

void inscribe(Plan& plan, const Context& context) {
    Inscriber(plan, context).run();
}

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
