#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/story.hpp"

#include "source/findings.hpp"
#include "story/ids.hpp"
#include "story/phrase.hpp"
#include "yaml/map_reader.hpp"

/// The readers of the parts of a story file, in the order in which resolve() calls them: first whatever has an id is
/// declared, then whatever refers to ids is read.
namespace fabula {

/// What the readers share: the findings of the file, its ids, and the story that they fill.
struct StoryReading {
    StoryContent& story;
    Ids& ids;
    Findings& findings;

    [[nodiscard]] PhraseContext phrase_context() const {
        return {.sources = story.sources,
                .ids = ids,
                .calendars = story.calendars,
                .calendar = story.time.calendar,
                .clock = story.time.clock,
                .findings = findings,
                .old_style = story.time.old_style};
    }

    /// The phrases under `key`. "later" and "the next day" count from the event `above`, where there is one.
    [[nodiscard]] std::vector<Phrase> phrases(const yaml::MapReader& map, std::string_view key,
                                              const std::optional<Reference>& subject = std::nullopt,
                                              PhrasesOf what = PhrasesOf::moment,
                                              std::optional<EventIndex> above = std::nullopt) const {
        PhraseContext context = phrase_context();
        context.above = above;
        return read_phrases(map.texts(key), context, subject, what);
    }

    /// The one id under `key`.
    [[nodiscard]] std::optional<Reference> reference(const yaml::MapReader& map, std::string_view key,
                                                     IdSort sort) const;

    /// The ids under `key`, each once.
    [[nodiscard]] std::vector<Reference> references(const yaml::MapReader& map, std::string_view key,
                                                    IdSort sort) const;

    /// Whether it says `sure: yes`.
    [[nodiscard]] static bool is_sure(const yaml::MapReader& map) { return map.word("sure") == std::size_t{1}; }

    /// Keeps what `map`, which extends over `within`, says under `allow`.
    void note_allowances(const yaml::MapReader& map, const Span& within) const;
};

/// Sections and events while they are read: the maps that describe story.sections and story.events, in the same order.
struct Happenings {
    std::vector<yaml::Field> event_fields;  ///< with a key for each milestone of the story
    yaml::Schema event_schema;
    std::vector<yaml::MapReader> sections;
    std::vector<yaml::MapReader> events;
};

/// The story that says `content`. Precondition: every index in it leads to something, and it tells at least one event
/// where it has any (resolve.cpp).
[[nodiscard]] Story story_of(StoryContent content);

/// The calendars that the story defines (calendars.cpp).
void read_calendars(const yaml::MapReader& root, StoryContent& story, Findings& findings);

/// Which of `calendars` has this id (calendars.cpp).
[[nodiscard]] std::optional<std::size_t> find_calendar(const std::vector<Calendar>& calendars, std::string_view id);

/// Title, author, language, calendars, time and the story's own words (head.cpp).
void read_head(const yaml::MapReader& root, StoryContent& story, Findings& findings);

/// The IANA time zone called that, as "America/New_York"; reports an unknown name, with the nearest known one
/// (head.cpp).
[[nodiscard]] std::optional<std::string> known_zone(const Located<std::string>& name, Findings& findings);

/// Groups, threads, places, things and milestones; characters and their ids (cast.cpp).
void declare_cast(const yaml::MapReader& root, const StoryReading& reading);
/// What characters and places refer to (cast.cpp).
void read_places(const yaml::MapReader& root, const StoryReading& reading);
void read_characters(const yaml::MapReader& root, const StoryReading& reading);

/// Ids of sections and events (events.cpp). `happenings` is empty and stays where it is.
void declare_happenings(const yaml::MapReader& root, const StoryReading& reading, Happenings& happenings);
/// What sections refer to (events.cpp).
void read_sections(const Happenings& happenings, const StoryReading& reading);

/// What happens in each event, and to whom (events.cpp).
void read_events(const Happenings& happenings, const StoryReading& reading);

/// Gives numbers to the milestones that have none, and checks the series (events.cpp).
void number_milestones(StoryContent& story, Findings& findings);

/// What characters are for a while (relationships.cpp).
void read_states(const yaml::MapReader& root, const StoryReading& reading);

/// Arcs between characters (relationships.cpp).
void read_relationships(const yaml::MapReader& root, const StoryReading& reading);

/// Structure and beats (plot.cpp).
void read_plot(const yaml::MapReader& root, const StoryReading& reading);

/// How views are set on one sheet (page.cpp).
void read_page(const yaml::MapReader& root, const StoryReading& reading);

/// Arcs between events (relationships.cpp).
void read_links(const yaml::MapReader& root, const StoryReading& reading);

/// The order in which events are told (telling.cpp).
void read_telling(const yaml::MapReader& root, const StoryReading& reading);

/// What the errors found in reading left out of the story (unread.cpp).
[[nodiscard]] std::vector<Unread> unread_of(const yaml::Node& root, const Diagnostics& diagnostics);

}  // namespace fabula
