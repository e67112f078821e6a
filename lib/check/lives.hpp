#pragma once

#include <optional>
#include <vector>

#include "fabula/story.hpp"
#include "fabula/timetable.hpp"

#include "check/order.hpp"

namespace fabula::checking {

/// An end of a life: when, the place that states it, and the event in which it happens, if any.
struct EndOfLife {
    Point when;
    Span stated_at;
    std::optional<EventIndex> event;
};

/// Who is really there in which events, and when they live.
class Lives {
public:
    Lives(const Story& story, const Timetable& timetable, const Order& order);

    /// Whether what is told of an event is so: no dream, vision, rumour, hope, memory or lie. Only there those who take
    /// part have to be alive, and are in one place.
    [[nodiscard]] static bool is_real(const Event& event) {
        return event.truth == Truth::fact && fabula::is_real(event.mode);
    }

    /// The real events that a character takes part in, by nominal start.
    [[nodiscard]] const std::vector<EventIndex>& appearances(CharacterIndex character) const {
        return appearances_[character];
    }

    /// Nothing where no birth is stated, or it has no place in time.
    [[nodiscard]] const std::optional<EndOfLife>& birth(CharacterIndex character) const { return births_[character]; }

    /// Nothing where no death is stated, or it is a lie. Of a death in an event that lasts: the end of that.
    [[nodiscard]] const std::optional<EndOfLife>& death(CharacterIndex character) const { return deaths_[character]; }

    /// Whether the story says that a character can be there at a time outside of its life: as a ghost (one of its
    /// `states`), or because it travels through time (`clock`).
    [[nodiscard]] bool goes_on(CharacterIndex character, double time) const;

    /// Whether a state is one that only the dead have: "ghost", "undead", "dead".
    [[nodiscard]] static bool is_of_the_dead(const State& state);

private:
    /// A stretch of nominal time in which someone is about although not alive.
    struct Stretch {
        double from = 0;
        double until = 0;
    };

    void note_hauntings(const Story& story, const Timetable& timetable);

    std::vector<std::vector<EventIndex>> appearances_;
    std::vector<std::vector<Stretch>> beyond_;
    std::vector<std::optional<EndOfLife>> births_;
    std::vector<std::optional<EndOfLife>> deaths_;
};

}  // namespace fabula::checking
