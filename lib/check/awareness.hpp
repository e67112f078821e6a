#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "fabula/story.hpp"
#include "fabula/timetable.hpp"

#include "check/order.hpp"

namespace fabula::checking {

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

}  // namespace fabula::checking
