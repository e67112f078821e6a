#include "check/context.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <iterator>
#include <queue>
#include <string_view>
#include <utility>

#include "check/words.hpp"
#include "source/characters.hpp"

namespace fabula::checking {
namespace {

constexpr std::string_view words_for_the_dead[] = {"apparition", "dead",   "deceased", "ghost",    "phantom",
                                                   "revenant",   "risen",  "shade",    "skeleton", "spectre",
                                                   "spirit",     "undead", "vampire",  "zombie"};

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

/// The first of what is said of an end of a life and not set aside; else the character.
Span first_said(const std::vector<Phrase>& said, const Character& character, const Timetable& timetable) {
    const auto first =
        std::ranges::find_if(said, [&timetable](const Phrase& phrase) { return !timetable.is_set_aside(phrase.span); });
    return first != said.end() ? first->span : character.span;
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
            births_[c] = {order.birth(c), first_said(character.born, character, timetable), {}};
        }
        if (life.death_known && !life.death_event) {
            deaths_[c] = {order.death(c), first_said(character.died, character, timetable), {}};
        }
    }
    for (const EventIndex e : timetable.chronology) {
        const Event& event = story.events()[e];
        if (!is_real(event)) continue;
        for (const Reference& who : event.who)
            appearances_[who.index].push_back(e);
        for (const Reference& born : event.births) {
            if (!timetable.is_set_aside(born.span)) births_[born.index] = {order.start(e), born.span, e};
        }
        for (const Reference& dead : event.deaths) {
            if (!timetable.is_set_aside(dead.span)) deaths_[dead.index] = {order.end(e), dead.span, e};
        }
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

using timing::Ticks;

namespace {

/// A search looks at all places and journeys: whoever asks for more than so many gets no answer.
constexpr std::size_t most_steps_of_all_searches = 5'000'000;

/// How far outward a place looks for journeys: town, county, country, continent ...
constexpr std::size_t most_surroundings = 16;

}  // namespace

Geography::Geography(const Story& story, const Order& order)
    : within_(story.places().size()),
      first_(story.places().size()),
      last_(story.places().size()),
      journeys_(story.places().size()) {
    for (std::size_t from = 0; from < story.places().size(); ++from) {
        for (const Travel& travel : story.places()[from].travel) {
            const auto takes = order.least_ticks(travel.takes.value);
            if (!takes) continue;
            journeys_[from].push_back({travel.to.index, *takes});
            journeys_[travel.to.index].push_back({from, *takes});
            stated_journeys_ += 2;
        }
    }
    find_surroundings(story);
}

/// A depth-first walk without recursion. Places that lie in a circle within each other are reached from no outermost
/// place; they count as apart from all others.
void Geography::find_surroundings(const Story& story) {
    std::vector<std::vector<std::size_t>> inside(story.places().size());
    std::vector<std::size_t> pending;
    for (std::size_t place = story.places().size(); place-- > 0;) {
        const auto& within = story.places()[place].within;
        if (within) {
            inside[*within].push_back(place);
        } else {
            pending.push_back(place);
        }
    }
    std::vector<std::size_t> order;
    while (!pending.empty()) {
        const std::size_t place = pending.back();
        pending.pop_back();
        within_[place] = story.places()[place].within;
        first_[place] = order.size();
        last_[place] = order.size();
        order.push_back(place);
        pending.insert(pending.end(), inside[place].begin(), inside[place].end());
    }
    for (auto place = order.rbegin(); place != order.rend(); ++place) {
        if (within_[*place]) last_[*within_[*place]] = std::max(last_[*within_[*place]], last_[*place]);
    }
    std::vector<bool> reached(story.places().size());
    for (const std::size_t place : order)
        reached[place] = true;
    for (std::size_t place = 0, number = order.size(); place < reached.size(); ++place) {
        if (!reached[place]) first_[place] = last_[place] = number++;
    }
}

bool Geography::overlap(std::size_t first, std::size_t second) const {
    const auto contains = [this](std::size_t outer, std::size_t inner) {
        return first_[outer] <= first_[inner] && first_[inner] <= last_[outer];
    };
    return contains(first, second) || contains(second, first);
}

/// Shortest ways by Dijkstra's algorithm.
const Geography::Distances* Geography::distances(std::size_t from) {
    if (const auto known = known_.find(from); known != known_.end()) return &known->second;
    if (known_.size() * (journeys_.size() + stated_journeys_) > most_steps_of_all_searches) return nullptr;
    Distances found(journeys_.size(), timing::never);
    using Entry = std::pair<Ticks, std::size_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    found[from] = 0;
    queue.emplace(0, from);
    while (!queue.empty()) {
        const auto [distance, place] = queue.top();
        queue.pop();
        if (distance != found[place]) continue;
        for (const Journey& journey : journeys_[place]) {
            const Ticks candidate = std::min(distance + journey.takes, timing::never);
            if (candidate >= found[journey.to]) continue;
            found[journey.to] = candidate;
            queue.emplace(candidate, journey.to);
        }
    }
    return &known_.emplace(from, std::move(found)).first->second;
}

/// The place and those around it that are not around the other as well, from inside to outside.
std::vector<std::size_t> Geography::surroundings_apart(std::size_t place, std::size_t other) const {
    std::vector<std::size_t> found;
    for (std::optional<std::size_t> at = place; at && found.size() < most_surroundings && !overlap(*at, other);
         at = within_[*at])
        found.push_back(*at);
    return found;
}

std::optional<Ticks> Geography::way(std::size_t from, std::size_t to) {
    if (stated_journeys_ == 0 || overlap(from, to)) return std::nullopt;
    Ticks shortest = timing::never;
    const std::vector<std::size_t> ends = surroundings_apart(to, from);
    for (const std::size_t start : surroundings_apart(from, to)) {
        if (journeys_[start].empty()) continue;
        const Distances* ways = distances(start);
        if (ways == nullptr) return std::nullopt;
        for (const std::size_t end : ends)
            shortest = std::min(shortest, (*ways)[end]);
    }
    return shortest < timing::never ? std::optional(shortest) : std::nullopt;
}

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

Telling::Telling(const Story& story) : places_(story.events().size()) {
    is_stated_ = story.told().size() != story.events().size();
    for (std::size_t i = 0; i < story.told().size(); ++i) {
        places_[story.told()[i]] = i;
        is_stated_ = is_stated_ || story.told()[i] != i || story.events()[story.told()[i]].told;
    }
}

namespace {

/// Keys whose values decide when something is, or whether it is so.
constexpr std::string_view keys_of_fact[] = {"when",  "until",    "lasts", "from",    "since",  "mode",   "truth",
                                             "frame", "born",     "died",  "birth",   "death",  "absent", "clock",
                                             "lives", "number",   "knows", "acts-on", "travel", "zone",   "gone",
                                             "back",  "calendar", "told",  "place"};

bool lies_in(const Span& place, const Span& entry) {
    return entry.line != 0 && place.source == entry.source && entry.offset <= place.offset &&
           place.offset < entry.offset + std::max<std::uint32_t>(entry.length, 1);
}

std::string_view text_at(const Span& span, const Sources& sources) {
    const std::string_view text = sources.text(span.source);
    return text.substr(std::min<std::size_t>(span.offset, text.size())).substr(0, span.length);
}

/// Calls `take` for each word that could be an id.
template <typename Take>
void for_each_word(std::string_view text, const Take& take) {
    std::size_t begin = 0;
    std::size_t at = 0;
    const auto end_word = [&] {
        if (at > begin) take(text.substr(begin, at - begin));
    };
    while (at < text.size()) {
        const SortedCharacter character = sort_character(text.substr(at));
        const bool part = character.sort != CharacterSort::other || text[at] == '-' || text[at] == '_';
        if (!part) end_word();
        at += character.bytes;
        if (!part) begin = at;
    }
    end_word();
}

}  // namespace

LeftOut::LeftOut(const Story& story) : story_(story), unread_(story.unread()) {
    for (const Unread& unread : unread_) {
        if (!unread.meant.empty()) words_.insert(unread.meant);
        for_each_word(text_at(unread.span, story.sources()), [&](std::string_view word) { words_.emplace(word); });
    }
}

bool LeftOut::has_entry_with(std::string_view words) const {
    return std::ranges::any_of(unread_, [&](const Unread& unread) {
        return unread.entry.line != 0 && text_at(unread.entry, story_.sources()).find(words) != std::string_view::npos;
    });
}

bool LeftOut::is_within_entry_of(const Span& place) const {
    return std::ranges::any_of(unread_, [&](const Unread& unread) { return lies_in(place, unread.entry); });
}

bool LeftOut::blurs(const Span& place) const {
    return std::ranges::any_of(unread_, [&](const Unread& unread) {
        const bool of_fact = std::ranges::find(keys_of_fact, unread.key) != std::end(keys_of_fact);
        return of_fact && lies_in(place, unread.entry);
    });
}

}  // namespace fabula::checking
