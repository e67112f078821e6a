#pragma once

#include <concepts>
#include <string>
#include <utility>
#include <vector>

#include "fabula/story.hpp"

#include "story/parts.hpp"

/// Stories put together in a test, without a file.
namespace fabula::testing {

class StoryBuilder {
public:
    CharacterIndex character(const std::string& id, std::vector<Phrase> born = {}) {
        Character character;
        character.id = character.name = id;
        character.born = std::move(born);
        content_.characters.push_back(std::move(character));
        return content_.characters.size() - 1;
    }

    SectionIndex section(const std::string& id, std::vector<Phrase> when = {}) {
        Section section;
        section.id = section.title = id;
        section.when = std::move(when);
        content_.sections.push_back(std::move(section));
        return content_.sections.size() - 1;
    }

    /// An event in the latest section.
    EventIndex event(const std::string& id, std::vector<Phrase> when = {}, std::vector<CharacterIndex> who = {}) {
        Event event;
        event.id = id;
        event.when = std::move(when);
        for (const CharacterIndex character : who)
            event.who.push_back({character, {}});
        const EventIndex index = content_.events.size();
        if (!content_.sections.empty()) {
            event.section = content_.sections.size() - 1;
            content_.sections.back().events.push_back(index);
        }
        content_.events.push_back(std::move(event));
        return index;
    }

    [[nodiscard]] Story story() const { return story_of(content_); }
    [[nodiscard]] StoryContent& content() { return content_; }
    [[nodiscard]] Event& at(EventIndex event) { return content_.events[event]; }

private:
    StoryContent content_;
};

/// "e7": appended, because g++ 12 sees an overlap that is none in the sum of a literal and a string.
inline std::string numbered(std::string id, std::integral auto number) {
    return id.append(std::to_string(number));
}

inline Anchor to_event(EventIndex event) {
    return {Anchor::Kind::event, {event, {}}};
}
inline Anchor to_section(SectionIndex section) {
    return {Anchor::Kind::section, {section, {}}};
}
inline Anchor to_birth(CharacterIndex character) {
    return {Anchor::Kind::birth, {character, {}}};
}

inline CalendarDate date(std::int64_t year) {
    CalendarDate date;
    date.year = year;
    return date;
}
inline CalendarDate date(std::int64_t year, int month) {
    CalendarDate date;
    date.year = year;
    date.month = month;
    return date;
}
inline CalendarDate date(std::int64_t year, int month, int day) {
    CalendarDate date;
    date.year = year;
    date.month = month;
    date.day = day;
    return date;
}
inline CalendarDate around(CalendarDate date) {
    date.approximate = true;
    return date;
}

inline Phrase on(const CalendarDate& date) {
    return {DatePhrase{date, std::nullopt, false}, {}};
}
inline Phrase from_to(std::optional<CalendarDate> from, std::optional<CalendarDate> to) {
    return {DatePhrase{from, to, true}, {}};
}
inline Phrase age(double low, double high, CharacterIndex of, bool about = false) {
    return {AgePhrase{low, high, about, {of, {}}}, {}};
}
inline Phrase relative(RelativePhrase::Relation relation, const Anchor& anchor,
                       std::optional<Duration> distance = std::nullopt, bool soon = false) {
    return {RelativePhrase{relation, distance, soon, anchor}, {}};
}
inline Phrase after(const Anchor& anchor, std::optional<Duration> distance = std::nullopt) {
    return relative(RelativePhrase::Relation::after, anchor, distance);
}
inline Phrase before(const Anchor& anchor, std::optional<Duration> distance = std::nullopt) {
    return relative(RelativePhrase::Relation::before, anchor, distance);
}
inline Phrase soon_after(const Anchor& anchor) {
    return relative(RelativePhrase::Relation::after, anchor, std::nullopt, true);
}
inline Phrase with(const Anchor& anchor) {
    return relative(RelativePhrase::Relation::with, anchor);
}
inline Phrase during(const Anchor& anchor) {
    return relative(RelativePhrase::Relation::during, anchor);
}
inline Phrase between(const Anchor& first, const Anchor& second) {
    return {BetweenPhrase{first, second}, {}};
}
inline Phrase at(double low, double high) {
    return {ClockPhrase{low, high}, {}};
}
inline Phrase in(PartPhrase::Part part) {
    return {PartPhrase{part}, {}};
}

inline Duration days(double low, double high) {
    return {low, high, TimeUnit::day, false};
}
inline Duration days(double count) {
    return days(count, count);
}
inline Duration about_years(double count) {
    return {count, count, TimeUnit::year, true};
}

}  // namespace fabula::testing
