#include "check/order.hpp"

#include <algorithm>

#include "time/contradiction.hpp"
#include "time/defaults.hpp"
#include "time/phrases.hpp"

namespace fabula::checking {

using timing::Difference;
using timing::Differences;
using timing::TemporalNetwork;
using timing::Ticks;
using timing::Variable;

namespace {

/// Some two seconds' worth.
constexpr std::size_t most_bounds_searched = 20'000'000;

}  // namespace

Order::Order(const Story& story, const Timetable& timetable)
    : story_(story),
      timetable_(timetable),
      shared_model_(timetable.model != nullptr ? timetable.model : timing::consistent_model(story).model),
      model_(*shared_model_) {}

Point Order::start(EventIndex event) const {
    return {model_.events[event].start, timetable_.events[event].start.nominal};
}
Point Order::end(EventIndex event) const {
    return {model_.events[event].end, timetable_.events[event].end.nominal};
}
Point Order::birth(CharacterIndex character) const {
    return {model_.births[character], timetable_.lives[character].birth.nominal};
}
Point Order::death(CharacterIndex character) const {
    return {model_.deaths[character], timetable_.lives[character].death.nominal};
}
Point Order::goes(CharacterIndex character, std::size_t absence) const {
    return {model_.absences[character][absence].start, timetable_.lives[character].absences[absence].when.from.nominal};
}
Point Order::comes_back(CharacterIndex character, std::size_t absence) const {
    return {model_.absences[character][absence].end, timetable_.lives[character].absences[absence].when.until.nominal};
}
Point Order::from(std::size_t state) const {
    return {model_.states[state].start, timetable_.states[state].from.nominal};
}
Point Order::until(std::size_t state) const {
    return {model_.states[state].end, timetable_.states[state].until.nominal};
}
Point Order::from(std::size_t relationship, std::size_t phase) const {
    return {model_.relationships[relationship][phase].start,
            timetable_.relationships[relationship][phase].from.nominal};
}
Point Order::until(std::size_t relationship, std::size_t phase) const {
    return {model_.relationships[relationship][phase].end, timetable_.relationships[relationship][phase].until.nominal};
}

TemporalNetwork Order::network_of(With with) const {
    TemporalNetwork network = timing::network_of(model_);
    if (with == With::defaults) timing::add_defaults(network, model_, story_);
    return network;
}

std::optional<Difference> Order::between(With with, Variable from, Variable to) {
    std::optional<Differences>& differences = with == With::statements ? stated_ : taken_;
    if (!differences) differences.emplace(network_of(with));
    if (!differences->remembers(from)) {
        if (bounds_searched_ > most_bounds_searched) return std::nullopt;
        bounds_searched_ += 2 * differences->network().bounds().size();
    }
    return differences->between(from, to);
}

Sureness Order::after(const Point& later, const Point& earlier) {
    if (later.nominal < earlier.nominal || later.moment == earlier.moment) return Sureness::no;
    const auto stated = between(With::statements, earlier.moment, later.moment);
    if (!stated) return later.nominal > earlier.nominal ? Sureness::likely : Sureness::no;
    if (stated->least > 0) return Sureness::certain;
    if (stated->greatest <= 0) return Sureness::no;
    const auto taken = between(With::defaults, earlier.moment, later.moment);
    if (!taken) return later.nominal > earlier.nominal ? Sureness::likely : Sureness::no;
    return taken->least >= 0 ? Sureness::likely : Sureness::no;
}

bool Order::overlap(With with, EventIndex first, EventIndex second) {
    const auto can_overlap = [](const std::optional<Difference>& gap) {
        return gap && gap->greatest <= 0 && gap->least < 0;
    };
    return can_overlap(between(with, model_.events[first].end, model_.events[second].start)) &&
           can_overlap(between(with, model_.events[second].end, model_.events[first].start));
}

Sureness Order::at_once(EventIndex first, EventIndex second) {
    const EventTime& a = timetable_.events[first];
    const EventTime& b = timetable_.events[second];
    if (b.start.nominal > a.end.nominal || a.start.nominal > b.end.nominal) return Sureness::no;
    const auto starts = between(With::statements, model_.events[first].start, model_.events[second].start);
    if (starts == Difference{0, 0} || overlap(With::statements, first, second)) return Sureness::certain;
    return overlap(With::defaults, first, second) ? Sureness::likely : Sureness::no;
}

bool Order::closer_than(With with, Ticks length, EventIndex first, EventIndex second) {
    const auto onward = between(with, model_.events[first].end, model_.events[second].start);
    if (!onward || onward->greatest >= length) return false;
    const auto back = between(with, model_.events[second].end, model_.events[first].start);
    return back && back->greatest < length;
}

Sureness Order::closer_than(Ticks length, EventIndex first, EventIndex second) {
    const EventTime& a = timetable_.events[first];
    const EventTime& b = timetable_.events[second];
    if (timetable_.axis != TimeAxis::order) {  // there, nominal times are steps and not lengths
        const double most = model_.scale.axis_length(length);
        if (b.start.nominal - a.end.nominal > most || a.start.nominal - b.end.nominal > most) return Sureness::no;
    }
    if (closer_than(With::statements, length, first, second)) return Sureness::certain;
    return closer_than(With::defaults, length, first, second) ? Sureness::likely : Sureness::no;
}

bool Order::is_short(EventIndex event) {
    const timing::Stretch& when = model_.events[event];
    if (when.start == when.end) return true;
    const auto length = between(With::statements, when.start, when.end);
    const auto day = model_.scale.ticks(1, TimeUnit::day);
    return length && length->greatest <= day.value_or(*model_.scale.ticks(1, TimeUnit::clock));
}

std::optional<Ticks> Order::least_ticks(const Duration& duration) const {
    const auto ticks = timing::duration_ticks(duration, model_.scale, story_.time().tolerance);
    return ticks ? std::optional(ticks->low) : std::nullopt;
}

}  // namespace fabula::checking
