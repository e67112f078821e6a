// read_events: what happens.

#include <algorithm>
#include <fmt/format.h>

#include "story/parts.hpp"
#include "story/schema.hpp"

namespace fabula {
namespace {

void add_participant(Event& event, const Reference& character) {
    const bool there = std::any_of(event.who.begin(), event.who.end(),
                                   [&](const Reference& other) { return other.index == character.index; });
    if (!there) event.who.push_back(character);
}

std::string fate_of(const yaml::Entry& entry, Findings& findings) {
    constexpr yaml::Field fate{.key = "things", .kind = yaml::Kind::text};
    if (entry.value->kind == yaml::Node::Kind::null) return {};
    return check_value(*entry.value, fate, entry.key->text, findings) ? entry.value->text : std::string();
}

/// Things as one id, a list of ids, or a map from ids to what becomes of them.
std::vector<ThingUse> read_things(const yaml::MapReader& map, const StoryReading& reading) {
    std::vector<ThingUse> uses;
    const yaml::Node* node = map.find("things");
    if (node != nullptr && node->kind == yaml::Node::Kind::map) {
        for (const yaml::Entry& entry : node->entries) {
            const auto thing = reading.ids.refer(IdSort::thing, entry.key->text, entry.key->span);
            std::string fate = fate_of(entry, reading.findings);
            if (thing) uses.push_back({*thing, std::move(fate)});
        }
    } else {
        for (const Reference& thing : reading.references(map, "things", IdSort::thing))
            uses.push_back({thing, {}});
    }
    return uses;
}

/// Who takes part: said with ‘who’, then whoever is born, dies or reaches a milestone.
void read_participants(const yaml::MapReader& map, const StoryReading& reading, Event& event) {
    event.who = reading.references(map, "who", IdSort::character);
    event.mentions = reading.references(map, "mentions", IdSort::character);
    event.births = reading.references(map, "birth", IdSort::character);
    for (const Reference& character : event.births)
        add_participant(event, character);
    event.deaths = reading.references(map, "death", IdSort::character);
    for (const Reference& character : event.deaths)
        add_participant(event, character);
    read_milestone(map, reading, event);
    if (event.milestone) add_participant(event, event.milestone->of);
}

/// `above`: the event that stands before this one in the file.
void read_times(const yaml::MapReader& map, const StoryReading& reading, std::optional<EventIndex> above,
                Event& event) {
    const std::optional<Reference> subject = event.who.size() == 1 ? std::optional(event.who.front()) : std::nullopt;
    event.when =
        reading.phrases(map, "when", subject, event.births.empty() ? PhrasesOf::moment : PhrasesOf::birth, above);
    event.until = reading.phrases(map, "until", subject);
    if (const yaml::Node* lasts = map.find("lasts")) {
        if (const auto duration = read_duration(*lasts, reading.phrase_context()))
            event.lasts = {*duration, lasts->span};
    }
}

void read_mode(const yaml::MapReader& map, const StoryReading& reading, Event& event) {
    event.mode = static_cast<Mode>(map.word("mode").value_or(0));
    event.frame = reading.reference(map, "frame", IdSort::event);
    if (event.frame && event.mode == Mode::present) {
        reading.findings.add("frame-without-mode", event.frame->span, "this event has a frame and is of the present",
                             "say ‘mode: flashback’, ‘dream’ or ‘vision’, or take ‘frame’ out");
    }
}

void check_title(const yaml::MapReader& map, const Event& event, Findings& findings) {
    const bool can_go_without =
        map.find("birth") != nullptr || map.find("death") != nullptr || event.milestone.has_value();
    if (!event.title.empty() || can_go_without) return;
    findings.add("missing-key", event.span, "an event has no ‘title’", "say in a few words what happens");
}

}  // namespace

void read_events(const Happenings& happenings, const StoryReading& reading) {
    for (std::size_t i = 0; i < happenings.events.size(); ++i) {
        const yaml::MapReader& map = happenings.events[i];
        Event& event = reading.story.events[i];
        event.title = map.text("title");
        read_participants(map, reading, event);
        event.things = read_things(map, reading);
        event.place = reading.reference(map, "place", IdSort::place);
        event.threads = reading.references(map, "thread", IdSort::thread);
        read_times(map, reading, i > 0 ? std::optional(i - 1) : std::nullopt, event);
        event.text = map.text("text");
        event.cite = map.text("cite");
        event.url = map.text("url");
        event.outcome = map.text("outcome");
        event.tension = map.number("tension");
        event.truth = static_cast<Truth>(map.word("truth").value_or(0));
        read_mode(map, reading, event);
        read_knowledge(map, reading, event);
        event.reveals = reading.references(map, "reveals", IdSort::event);
        event.told = map.located_text("told");
        reading.note_allowances(map, map.span());
        check_title(map, event, reading.findings);
    }
}

}  // namespace fabula
