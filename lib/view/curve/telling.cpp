// From story and timetable to a Telling.
#include <algorithm>
#include <numeric>

#include "view/curve/curve.hpp"

namespace fabula::curves {
namespace {

std::size_t distance(std::size_t a, std::size_t b) {
    return a > b ? a - b : b - a;
}

/// By place in the telling: how many of the others told happen before.
std::vector<std::size_t> ranks_of(const std::vector<EventIndex>& told, const Timetable& timetable) {
    std::vector<std::size_t> places(told.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::sort(places, {}, [&](std::size_t place) { return timetable.events[told[place]].rank; });
    std::vector<std::size_t> ranks(told.size());
    for (std::size_t rank = 0; rank < places.size(); ++rank)
        ranks[places[rank]] = rank;
    return ranks;
}

/// The places of the base narrative before and after each place.
struct Neighbours {
    std::optional<std::size_t> before;
    std::optional<std::size_t> after;
};

std::vector<Neighbours> neighbours_of(const std::vector<Told>& events) {
    std::vector<Neighbours> neighbours(events.size());
    std::optional<std::size_t> last;
    for (std::size_t i = 0; i < events.size(); ++i) {
        neighbours[i].before = last;
        if (events[i].in_order) last = i;
    }
    last.reset();
    for (std::size_t i = events.size(); i-- > 0;) {
        neighbours[i].after = last;
        if (events[i].in_order) last = i;
    }
    return neighbours;
}

class Finder {
public:
    Finder(const Timetable& timetable, const std::vector<Told>& events) : timetable_(timetable), events_(events) {}

    [[nodiscard]] std::vector<Anachrony> take() {
        const std::vector<Neighbours> neighbours = neighbours_of(events_);
        for (std::size_t place = 0; place < events_.size(); ++place) {
            if (!events_[place].in_order) add(place, neighbours[place]);
        }
        for (Anachrony& anachrony : found_)
            measure(anachrony);
        return std::move(found_);
    }

private:
    void add(std::size_t place, const Neighbours& base) {
        const std::size_t rank = events_[place].rank;
        const bool is_back = base.before && rank < events_[*base.before].rank;
        const bool is_ahead = !is_back && base.after && rank > events_[*base.after].rank;
        if (!is_back && !is_ahead) return;  // where it belongs, though the story calls it a flashback
        const auto kind = is_back ? Anachrony::Kind::flashback : Anachrony::Kind::flash_forward;
        if (!found_.empty() && found_.back().last + 1 == place && found_.back().kind == kind) {
            found_.back().last = place;
            return;
        }
        const std::size_t left = is_back ? *base.before : base.before.value_or(*base.after);
        found_.push_back({.kind = kind, .first = place, .last = place, .left = left});
    }

    [[nodiscard]] const EventTime& time(std::size_t place) const { return timetable_.events[events_[place].event]; }

    void measure(Anachrony& anachrony) const {
        double from = time(anachrony.first).start.nominal;
        double until = time(anachrony.first).end.nominal;
        for (std::size_t place = anachrony.first; place <= anachrony.last; ++place) {
            from = std::min(from, time(place).start.nominal);
            until = std::max(until, time(place).end.nominal);
            anachrony.reach_events =
                std::max(anachrony.reach_events, distance(events_[place].rank, events_[anachrony.left].rank));
        }
        const bool is_back = anachrony.kind == Anachrony::Kind::flashback;
        const EventTime& left = time(anachrony.left);
        anachrony.reach = std::max(is_back ? left.start.nominal - from : until - left.end.nominal, 0.0);
        anachrony.extent = until - from;
    }

    const Timetable& timetable_;
    const std::vector<Told>& events_;
    std::vector<Anachrony> found_;
};

}  // namespace

double non_linearity_of(const std::vector<std::size_t>& ranks) {
    std::size_t sum = 0;
    std::size_t most = 0;
    for (std::size_t place = 0; place < ranks.size(); ++place) {
        sum += distance(ranks[place], place);
        most += distance(ranks.size() - 1 - place, place);
    }
    return most == 0 ? 0 : static_cast<double>(sum) / static_cast<double>(most);
}

std::vector<bool> longest_increasing(const std::vector<std::size_t>& ranks, const std::vector<bool>& eligible) {
    // Row n: the places with which a longest selection of n + 1 ends. Within a row ranks fall, because a later place
    // with a higher rank could have followed the earlier one, and would end a longer selection.
    std::vector<std::vector<std::size_t>> rows;
    for (std::size_t place = 0; place < ranks.size(); ++place) {
        if (!eligible[place]) continue;
        const auto row =
            std::ranges::lower_bound(rows, ranks[place], {}, [&](const auto& each) { return ranks[each.back()]; });
        if (row == rows.end()) {
            rows.push_back({place});
        } else {
            row->push_back(place);
        }
    }
    std::vector<bool> selected(ranks.size(), false);
    std::size_t above = ranks.size();  // no rank is as high
    for (std::size_t length = rows.size(); length-- > 0;) {
        const auto& row = rows[length];
        const auto first = std::ranges::partition_point(row, [&](std::size_t place) { return ranks[place] >= above; });
        // It is also told before the one that follows: some place of this row is, and none with a low enough rank is
        // earlier.
        selected[*first] = true;
        above = ranks[*first];
    }
    return selected;
}

Telling make_telling(const Story& story, const Timetable& timetable) {
    Telling telling;
    const std::vector<std::size_t> ranks = ranks_of(story.told(), timetable);
    std::vector<bool> eligible;
    for (const EventIndex event : story.told())
        eligible.push_back(story.events()[event].mode != Mode::flashback);
    const std::vector<bool> in_order = longest_increasing(ranks, eligible);
    for (std::size_t place = 0; place < ranks.size(); ++place)
        telling.events.push_back({story.told()[place], ranks[place], in_order[place]});
    telling.anachronies = Finder(timetable, telling.events).take();
    telling.non_linearity = non_linearity_of(ranks);
    return telling;
}

}  // namespace fabula::curves
