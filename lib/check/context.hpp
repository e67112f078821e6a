#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
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

/// Which places lie within which, and how long the ways between them take.
class Geography {
public:
    Geography(const Story& story, const Order& order);

    /// Whether one can be in both at once: they are the same, or one lies within the other.
    [[nodiscard]] bool overlap(std::size_t first, std::size_t second) const;

    /// How long the way takes at least, by the shortest way over the journeys that are stated; a place has the journeys
    /// of those that it lies within. Nothing where no way is stated.
    [[nodiscard]] std::optional<timing::Ticks> way(std::size_t from, std::size_t to);

private:
    struct Journey {
        std::size_t to = 0;
        timing::Ticks takes = 0;
    };
    using Distances = std::vector<timing::Ticks>;  // by place

    void find_surroundings(const Story& story);
    [[nodiscard]] const Distances* distances(std::size_t from);
    [[nodiscard]] std::vector<std::size_t> surroundings_apart(std::size_t place, std::size_t other) const;

    std::vector<std::optional<std::size_t>> within_;
    std::vector<std::size_t> first_;  // by place: numbers of a walk through the places from outside to inside, so that
    std::vector<std::size_t> last_;   // those within a place have the numbers from its first to its last
    std::vector<std::vector<Journey>> journeys_;
    std::map<std::size_t, Distances> known_;
    std::size_t stated_journeys_ = 0;  // each way
};

/// Who knows of which event, and since when: those who take part in it, those who learn of it (`knows`), and those who
/// are there when it is revealed.
class Awareness {
public:
    Awareness(const Story& story, const Timetable& timetable);

    /// How sure it is that `who` does not yet know of `event` while `during` happens.
    [[nodiscard]] Sureness does_not_know(CharacterIndex who, EventIndex event, EventIndex during, Order& order);

    /// Whether `who` knows before `before` begins that `event` is so: no dream, rumour or lie makes anyone know.
    [[nodiscard]] bool knows_for_a_fact(CharacterIndex who, EventIndex event, EventIndex before);

    /// The first event in which `who` learns of `event`: that itself, where `who` takes part.
    [[nodiscard]] std::optional<EventIndex> first_lesson(CharacterIndex who, EventIndex event);

    [[nodiscard]] bool takes_part(CharacterIndex who, EventIndex event) const;

private:
    [[nodiscard]] bool learns(CharacterIndex who, EventIndex event, EventIndex lesson);

    const Story& story_;
    const Timetable& timetable_;
    std::vector<std::vector<CharacterIndex>> there_;  // by event: who takes part, sorted
    std::vector<std::vector<EventIndex>> lessons_;    // by event: itself and those that tell of it, by nominal time
    std::size_t looked_at_ = 0;
};

/// The order in which events are told.
class Telling {
public:
    explicit Telling(const Story& story);

    /// How many events are told before this one; nothing where it is not told.
    [[nodiscard]] std::optional<std::size_t> place(EventIndex event) const { return places_[event]; }

    /// Whether the story says in what order it is told, and does not leave it to the order of the file.
    [[nodiscard]] bool is_stated() const noexcept { return is_stated_; }

private:
    std::vector<std::optional<std::size_t>> places_;
    bool is_stated_ = false;
};

/// What reading had to leave out of a story, so that no rule reports what only follows from that.
class LeftOut {
public:
    explicit LeftOut(const Story& story);

    /// Whether what was left out could be about the entry with this id.
    [[nodiscard]] bool may_name(std::string_view id) const { return words_.contains(id); }

    /// Whether something is missing in an entry that has these words.
    [[nodiscard]] bool has_entry_with(std::string_view words) const;

    /// Whether something is missing in the entry that `place` is part of.
    [[nodiscard]] bool is_within_entry_of(const Span& place) const;

    /// Whether what is missing there says when something is, or how it stands to the facts.
    [[nodiscard]] bool blurs(const Span& place) const;

    [[nodiscard]] bool anything() const noexcept { return !unread_.empty(); }

private:
    const Story& story_;
    const std::vector<Unread>& unread_;
    std::set<std::string, std::less<>> words_;  // in what was left out, and what that was likely to mean
};

/// All that a rule may look at. The parts that are not const remember what they have been asked; what they answer does
/// not depend on that.
struct CheckContext {
    const Story& story;
    const Timetable& timetable;
    Order& order;
    const Lives& lives;
    Geography& geography;
    Awareness& awareness;
    const Telling& telling;
    const LeftOut& left_out;
};

}  // namespace fabula::checking
