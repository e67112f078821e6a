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

/// The readers of the parts of a story file, one file each, in the order in which read_story calls them: first what has
/// ids is declared, then what refers to ids is read.
namespace fabula {

/// What the readers share: the file's findings, its ids, and the story that comes of it.
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

/// The calendars that the story defines (calendars.cpp).
void read_calendars(const yaml::MapReader& root, StoryContent& story, Findings& findings);

/// Which of `calendars` has this id (calendars.cpp).
[[nodiscard]] std::optional<std::size_t> find_calendar(const std::vector<Calendar>& calendars, std::string_view id);

/// Title, author, language, words, time, and before it the calendars (head.cpp).
void read_head(const yaml::MapReader& root, StoryContent& story, Findings& findings);

/// The story's own words, once its clock is known (words.cpp).
void read_words(const yaml::MapReader& root, StoryContent& story, Findings& findings);

/// Groups, threads, places, things and milestones; characters and their ids (cast.cpp).
void declare_cast(const yaml::MapReader& root, const StoryReading& reading);
/// What characters and places refer to (cast.cpp).
void read_places(const yaml::MapReader& root, const StoryReading& reading);
void read_characters(const yaml::MapReader& root, const StoryReading& reading);

/// Ids of sections and events (sections.cpp). `happenings` is empty and stays where it is.
void declare_happenings(const yaml::MapReader& root, const StoryReading& reading, Happenings& happenings);
/// What sections refer to (sections.cpp).
void read_sections(const Happenings& happenings, const StoryReading& reading);

/// What happens in each event, and to whom (events.cpp).
void read_events(const Happenings& happenings, const StoryReading& reading);

/// Who learns in it of what, and what those who take part know by then (knowledge.cpp).
void read_knowledge(const yaml::MapReader& map, const StoryReading& reading, Event& event);

/// Which milestone an event is; who reaches it takes part (milestones.cpp).
void read_milestone(const yaml::MapReader& map, const StoryReading& reading, Event& event);
/// Gives numbers to the milestones that have none, and checks the series (milestones.cpp).
void number_milestones(StoryContent& story, Findings& findings);

/// What characters are for a while (states.cpp).
void read_states(const yaml::MapReader& root, const StoryReading& reading);

/// Arcs between characters (relationships.cpp).
void read_relationships(const yaml::MapReader& root, const StoryReading& reading);

/// Structure and beats (plot.cpp).
void read_plot(const yaml::MapReader& root, const StoryReading& reading);

/// How views are set on one sheet (page.cpp).
void read_page(const yaml::MapReader& root, const StoryReading& reading);

/// Arcs between events (links.cpp).
void read_links(const yaml::MapReader& root, const StoryReading& reading);

/// The order in which events are told (telling.cpp).
void read_telling(const yaml::MapReader& root, const StoryReading& reading);

}  // namespace fabula
