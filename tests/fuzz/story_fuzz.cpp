// Any bytes at all are a story or are refused with diagnostics that can be shown; never anything else. What could be
// read of a story with mistakes has times and can be checked.

#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <string_view>

#include "fabula/check.hpp"
#include "fabula/story.hpp"
#include "fabula/timetable.hpp"

#include "story/phrase.hpp"

namespace {

using namespace fabula;

void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "broken: %s\n", what);
    std::abort();
}

void check_span(const Span& span, const Sources& sources) {
    require(span.source < sources.size(), "a span is of a source that there is");
    require(std::size_t{span.offset} + span.length <= sources.text(span.source).size(), "a span is inside its text");
    if (span.line > 0)
        require(sources.span(span.source, span.offset, span.length) == span, "line and column fit the offset");
}

void check_diagnostics(const Diagnostics& diagnostics, const Sources& sources) {
    for (const Diagnostic& diagnostic : diagnostics) {
        check_span(diagnostic.span, sources);
        for (const Related& related : diagnostic.related)
            check_span(related.span, sources);
        for (const Repair& repair : diagnostic.repairs) {
            for (const Edit& edit : repair.edits)
                check_span(edit.span, sources);
        }
        require(format_diagnostic(diagnostic, sources, true).ends_with('\n'), "a diagnostic ends its line");
    }
}

/// When everything happens, and what the rules find.
void check_times(const Story& story) {
    const TimeResult times = solve_times(story);
    check_diagnostics(times.diagnostics, story.sources());
    require(times.timetable.events.size() == story.events().size(), "every event has a time");
    for (const EventTime& event : times.timetable.events)
        require(event.start.nominal <= event.end.nominal, "an event does not end before it starts");
    check_diagnostics(check(story, times.timetable), story.sources());
}

/// Whether a phrase means the same in a story without calendars of its own, said of an event that is no birth.
bool can_stand_alone(const Phrase& phrase, const Story& story) {
    const auto* date = std::get_if<DatePhrase>(&phrase.value);
    if (date != nullptr) return story.calendars().at(date->calendar).standard;
    const auto* time = std::get_if<TimeOfDayPhrase>(&phrase.value);  // of days of other lengths
    if (time != nullptr) return story.calendars().at(time->calendar).standard;
    const auto* weekday = std::get_if<WeekdayPhrase>(&phrase.value);
    if (weekday != nullptr) return story.calendars().at(weekday->calendar).standard;
    const auto* day = std::get_if<DayPhrase>(&phrase.value);
    if (day != nullptr && day->weekday) return story.calendars().at(day->calendar).standard;
    return !std::holds_alternative<SameAgePhrase>(phrase.value);
}

/// An event for each phrase as it is printed.
void check_printed(const std::vector<Phrase>& phrases, const Story& story, std::string& events) {
    for (const Phrase& phrase : phrases) {
        check_span(phrase.span, story.sources());
        if (!can_stand_alone(phrase, story)) continue;
        events += fmt::format("  - {{title: x, when: \"{}\"}}\n", format_phrase(phrase, story));
    }
}

/// The story's anchors, and an event for each of its phrases as it is printed.
std::string printed_again(const Story& story) {
    std::string text = "title: x\n";
    const bool julian = story.calendars().at(story.time().calendar).id == "julian";
    text += fmt::format("time: {{calendar: {}", julian ? "julian" : "gregorian");
    text += story.time().clock.empty() ? "}\n" : fmt::format(", clock: \"{}\"}}\n", story.time().clock);
    if (!story.characters().empty()) text += "characters:\n";
    for (const Character& character : story.characters())
        text += fmt::format("  \"{}\":\n", character.id);
    if (!story.sections().empty()) text += "sections:\n";
    for (const Section& section : story.sections())
        text += fmt::format("  - {{id: \"{}\"}}\n", section.id);
    text += "events:\n";
    for (const Event& event : story.events())
        text += fmt::format("  - {{id: \"{}\", title: x}}\n", event.id);
    for (const Event& event : story.events()) {
        check_printed(event.when, story, text);
        check_printed(event.until, story, text);
    }
    for (const Character& character : story.characters())
        check_printed(character.born, story, text);
    for (const Section& section : story.sections())
        check_printed(section.when, story, text);
    for (const State& state : story.states())
        check_printed(state.from, story, text);
    return text;
}

std::string printed_phrases(const Story& story, std::size_t from) {
    std::string text;
    for (std::size_t i = from; i < story.events().size(); ++i) {
        for (const Phrase& phrase : story.events()[i].when)
            text += format_phrase(phrase, story) + "\n";
    }
    return text;
}

void check_printing(const Story& story) {
    const std::string text = printed_again(story);
    const ReadResult again = read_story(text);
    if (has_errors(again.diagnostics)) {
        for (const Diagnostic& diagnostic : again.diagnostics) {
            std::fputs(format_diagnostic(diagnostic, again.story.sources()).c_str(), stderr);
        }
        require(false, "printed phrases can be read");
    }
    const std::string third = printed_again(again.story);
    const std::string first_phrases = printed_phrases(again.story, story.events().size());
    const ReadResult last = read_story(third);
    require(printed_phrases(last.story, again.story.events().size()) == first_phrases,
            "printed phrases read as they were");
}

void check_story(const Story& story) {
    require(!story.events().empty() && !story.told().empty(), "something happens and is told");
    for (const EventIndex event : story.told())
        require(event < story.events().size(), "what is told is an event");
    for (const Event& event : story.events()) {
        require(!event.id.empty(), "an event has an id");
        require(!event.section || *event.section < story.sections().size(), "an event is in a section that there is");
        for (const Reference& who : event.who)
            require(who.index < story.characters().size(), "who takes part is there");
        require(!event.milestone || event.milestone->number.has_value(), "a milestone has a number");
    }
    for (const Relationship& relationship : story.relationships()) {
        require(relationship.between.size() >= 2 && !relationship.phases.empty(), "a relationship is between two");
    }
    require(!dump(story).empty(), "a story can be dumped");  // follows all other references, with bounds checked
    check_printing(story);
}

/// What is written as canonical YAML is read again as the same.
void check_draft(std::string_view text) {
    const DraftResult read = read_draft(text, "fuzz.yaml");
    if (has_errors(read.diagnostics)) return;
    const std::string yaml = to_yaml(read.draft);
    const DraftResult again = read_draft(yaml, "again.yaml");
    require(!has_errors(again.diagnostics), "canonical YAML is YAML");
    require(to_yaml(again.draft) == yaml, "canonical YAML stays as it is");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const ReadResult result = read_story(text, "fuzz.yaml");
    check_diagnostics(result.diagnostics, result.story.sources());
    check_draft(text);
    if (!result.story.events().empty()) check_times(result.story);
    if (!has_errors(result.diagnostics)) check_story(result.story);
    return 0;
}
