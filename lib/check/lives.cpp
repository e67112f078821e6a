#include "check/lives.hpp"

#include <algorithm>

namespace fabula::checking {

namespace {

constexpr std::string_view words_for_the_dead[] = {"apparition", "dead",   "deceased", "ghost",    "phantom",
                                                   "revenant",   "risen",  "shade",    "skeleton", "spectre",
                                                   "spirit",     "undead", "vampire",  "zombie"};

bool is_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || static_cast<unsigned char>(byte) >= 0x80;
}

/// Whether one of the words of `text` is `word`; case does not count.
bool has_word(std::string_view text, std::string_view word) {
    const auto same = [](char first, char second) { return (first | 0x20) == second; };
    for (std::size_t at = 0; at + word.size() <= text.size(); ++at) {
        const bool begins = at == 0 || !is_letter(text[at - 1]);
        const std::size_t end = at + word.size();
        const bool ends = end == text.size() || !is_letter(text[end]);
        if (begins && ends && std::ranges::equal(text.substr(at, word.size()), word, same)) return true;
    }
    return false;
}

}  // namespace

Lives::Lives(const Story& story, const Timetable& timetable, const Order& order)
    : appearances_(story.characters().size()),
      beyond_(story.characters().size()),
      births_(story.characters().size()),
      deaths_(story.characters().size()) {
    note_hauntings(story, timetable);
    for (CharacterIndex c = 0; c < story.characters().size(); ++c) {
        const Character& character = story.characters()[c];
        const Life& life = timetable.lives[c];
        if (life.birth_known) {
            births_[c] = {order.birth(c), character.born.empty() ? character.span : character.born.front().span, {}};
        }
        if (life.death_known && !life.death_event) {
            deaths_[c] = {order.death(c), character.died.empty() ? character.span : character.died.front().span, {}};
        }
    }
    for (const EventIndex e : timetable.chronology) {
        const Event& event = story.events()[e];
        if (!is_real(event)) continue;
        for (const Reference& who : event.who)
            appearances_[who.index].push_back(e);
        for (const Reference& born : event.births)
            births_[born.index] = {order.start(e), born.span, e};
        for (const Reference& dead : event.deaths)
            deaths_[dead.index] = {order.end(e), dead.span, e};
    }
}

bool Lives::is_of_the_dead(const State& state) {
    return std::ranges::any_of(words_for_the_dead, [&](std::string_view word) { return has_word(state.is, word); });
}

void Lives::note_hauntings(const Story& story, const Timetable& timetable) {
    for (std::size_t i = 0; i < story.states().size(); ++i) {
        const State& state = story.states()[i];
        if (!is_of_the_dead(state)) continue;
        const double until = state.until.empty() ? unbounded : timetable.states[i].until.nominal;
        beyond_[state.who.index].push_back({timetable.states[i].from.nominal, until});
    }
    for (CharacterIndex c = 0; c < story.characters().size(); ++c) {
        if (!story.characters()[c].clock.empty()) beyond_[c].push_back({-unbounded, unbounded});
    }
}

bool Lives::goes_on(CharacterIndex character, double time) const {
    return std::ranges::any_of(
        beyond_[character], [time](const Stretch& stretch) { return stretch.from <= time && time <= stretch.until; });
}

}  // namespace fabula::checking
