#include "check/awareness.hpp"

#include <algorithm>

#include "check/lives.hpp"

namespace fabula::checking {

namespace {

/// In stories where everything tells everyone of everything: from then on everyone is taken to know.
constexpr std::size_t most_looked_at = 20'000'000;

}  // namespace

Awareness::Awareness(const Story& story, const Timetable& timetable)
    : story_(story), timetable_(timetable), there_(story.events().size()), lessons_(story.events().size()) {
    for (const EventIndex e : timetable.chronology) {
        for (const Reference& who : story.events()[e].who)
            there_[e].push_back(who.index);
        std::ranges::sort(there_[e]);
        const auto note = [&](EventIndex known) {
            if (lessons_[known].empty() || lessons_[known].back() != e) lessons_[known].push_back(e);
        };
        note(e);
        for (const Reference& revealed : story.events()[e].reveals)
            note(revealed.index);
        for (const Knowledge& learned : story.events()[e].knows)
            note(learned.event.index);
    }
}

bool Awareness::takes_part(CharacterIndex who, EventIndex event) const {
    return std::ranges::binary_search(there_[event], who);
}

bool Awareness::learns(CharacterIndex who, EventIndex event, EventIndex lesson) {
    const Event& teaching = story_.events()[lesson];
    looked_at_ += 1 + teaching.reveals.size() + teaching.knows.size();
    if (looked_at_ > most_looked_at) return true;
    const bool there = takes_part(who, lesson);
    if (there && lesson == event) return true;
    const auto is_it = [&](const Reference& known) { return known.index == event; };
    if (there && std::ranges::any_of(teaching.reveals, is_it)) return true;
    return std::ranges::any_of(teaching.knows, [&](const Knowledge& learned) {
        return learned.event.index == event && (learned.who ? learned.who->index == who : there);
    });
}

std::optional<EventIndex> Awareness::first_lesson(CharacterIndex who, EventIndex event) {
    const auto found =
        std::ranges::find_if(lessons_[event], [&](EventIndex lesson) { return learns(who, event, lesson); });
    return found == lessons_[event].end() ? std::nullopt : std::optional(*found);
}

Sureness Awareness::does_not_know(CharacterIndex who, EventIndex event, EventIndex during, Order& order) {
    if (looked_at_ > most_looked_at) return Sureness::no;
    Sureness sureness = Sureness::certain;
    for (const EventIndex lesson : lessons_[event]) {
        if (!learns(who, event, lesson)) continue;
        sureness = std::min(sureness, order.after(order.start(lesson), order.end(during)));
        if (sureness == Sureness::no) break;
    }
    return sureness;
}

bool Awareness::knows_for_a_fact(CharacterIndex who, EventIndex event, EventIndex before) {
    const double end = timetable_.events[before].start.nominal;
    return std::ranges::any_of(lessons_[event], [&](EventIndex lesson) {
        if (lesson == before || !Lives::is_real(story_.events()[lesson])) return false;
        return timetable_.events[lesson].start.nominal < end && learns(who, event, lesson);
    });
}

}  // namespace fabula::checking
