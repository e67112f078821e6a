// declare_happenings, read_sections, read_events: the parts of a story, and what happens in them, to whom and when.
// number_milestones: events that come in numbered series, one series for each kind and character.

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <utility>

#include "story/parts.hpp"
#include "story/schema.hpp"

namespace fabula {
namespace {

/// An id for what has none in the file, different from all that the file gives.
std::string made_up_id(std::string_view what, std::size_t number, const Ids& ids) {
    std::string id = fmt::format("{}-{}", what, number);
    while (ids.has_anchor(id))
        id += "-";
    return id;
}

void add_milestone_keys(const StoryContent& story, Happenings& happenings) {
    const auto known = story_schema::event.fields;
    happenings.event_fields.assign(known.begin(), known.end());
    for (const MilestoneKind& kind : story.milestones) {
        happenings.event_fields.push_back(
            {.key = kind.id, .kind = yaml::Kind::text, .meaning = "who reaches this milestone"});
    }
    happenings.event_schema = {story_schema::event.subject, happenings.event_fields};
}

/// Declares the id of a section or event, if it has one. Its place is that of the id, else that of the whole entry.
template <typename Entry>
Entry declare_entry(IdSort sort, const yaml::MapReader& map, const StoryReading& reading, std::size_t index) {
    Entry entry;
    entry.span = map.span();
    if (const auto id = map.located_text("id")) {
        if (reading.ids.declare(sort, id->value, id->span, index)) entry.id = id->value;
        entry.span = id->span;
    }
    return entry;
}

void declare_events(const yaml::MapReader& map, std::optional<SectionIndex> section, const StoryReading& reading,
                    Happenings& happenings) {
    StoryContent& story = reading.story;
    for (const yaml::Entry& entry : map.entries("events")) {
        const yaml::MapReader event_map(*entry.value, happenings.event_schema, reading.findings);
        if (!event_map.is_map()) continue;
        const EventIndex index = story.events.size();
        Event event = declare_entry<Event>(IdSort::event, event_map, reading, index);
        event.section = section;
        if (section) story.sections[*section].events.push_back(index);
        story.events.push_back(std::move(event));
        happenings.events.push_back(event_map);
    }
}

void declare_sections(const yaml::MapReader& root, const StoryReading& reading, Happenings& happenings) {
    StoryContent& story = reading.story;
    for (const yaml::Entry& entry : root.entries("sections")) {
        const yaml::MapReader map(*entry.value, story_schema::section, reading.findings);
        if (!map.is_map()) continue;
        const SectionIndex index = story.sections.size();
        story.sections.push_back(declare_entry<Section>(IdSort::section, map, reading, index));
        happenings.sections.push_back(map);
        declare_events(map, index, reading, happenings);
    }
}

void make_up_ids(StoryContent& story, const Ids& ids) {
    for (std::size_t i = 0; i < story.sections.size(); ++i) {
        if (story.sections[i].id.empty()) story.sections[i].id = made_up_id("section", i + 1, ids);
    }
    for (std::size_t i = 0; i < story.events.size(); ++i) {
        if (story.events[i].id.empty()) story.events[i].id = made_up_id("event", i + 1, ids);
    }
}

}  // namespace

void declare_happenings(const yaml::MapReader& root, const StoryReading& reading, Happenings& happenings) {
    add_milestone_keys(reading.story, happenings);
    const yaml::Node* events = root.find("events");
    const yaml::Node* sections = root.find("sections");
    const bool events_first = events != nullptr && sections != nullptr && events->span.offset < sections->span.offset;
    if (events_first) declare_events(root, std::nullopt, reading, happenings);
    declare_sections(root, reading, happenings);
    if (!events_first) declare_events(root, std::nullopt, reading, happenings);
    make_up_ids(reading.story, reading.ids);
    if (reading.story.events.empty()) {
        reading.findings.add("no-events", events != nullptr ? events->span : Span{.source = root.span().source},
                             "nothing happens in this story", "write at least one entry under ‘events:’");
    }
}

void read_sections(const Happenings& happenings, const StoryReading& reading) {
    for (std::size_t i = 0; i < happenings.sections.size(); ++i) {
        const yaml::MapReader& map = happenings.sections[i];
        Section& section = reading.story.sections[i];
        section.title = map.find("title") == nullptr ? section.id : map.text("title");
        section.text = map.text("text");
        section.when = reading.phrases(map, "when");
        section.sure = StoryReading::is_sure(map);
        reading.note_allowances(map, map.span());
    }
}

namespace {

constexpr yaml::Field known_events{.key = "knows", .kind = yaml::Kind::texts};

/// The scalars of a value that is a scalar or a list of scalars.
std::vector<const yaml::Node*> scalars(const yaml::Node& value) {
    if (value.kind == yaml::Node::Kind::scalar) return {&value};
    std::vector<const yaml::Node*> result;
    for (const yaml::Entry& entry : value.entries) {
        if (entry.value->kind == yaml::Node::Kind::scalar) result.push_back(entry.value);
    }
    return result;
}

/// Reads a map from characters to what each of them learns.
void read_each(const yaml::Node& map, const StoryReading& reading, Event& event) {
    for (const yaml::Entry& entry : map.entries) {
        const auto who = reading.ids.refer(IdSort::character, entry.key->text, entry.key->span);
        if (!check_value(*entry.value, known_events, entry.key->text, reading.findings)) continue;
        for (const yaml::Node* id : scalars(*entry.value)) {
            const auto known = reading.ids.refer(IdSort::event, id->text, id->span);
            if (who && known) event.knows.push_back({who, *known});
        }
    }
}

/// Who learns what in an event, and what those who take part know by then.
void read_knowledge(const yaml::MapReader& map, const StoryReading& reading, Event& event) {
    event.acts_on = reading.references(map, "acts-on", IdSort::event);
    const yaml::Node* node = map.find("knows");
    if (node != nullptr && node->kind == yaml::Node::Kind::map) return read_each(*node, reading, event);
    for (const Reference& known : reading.references(map, "knows", IdSort::event))
        event.knows.push_back({std::nullopt, known});
}

/// The milestones of one kind and character, in the order of the file.
struct Series {
    std::vector<Milestone*> milestones;
    std::map<int, Span> stated;  ///< numbers, and where they are first
};

void collect_stated(Series& series, Findings& findings) {
    for (const Milestone* milestone : series.milestones) {
        if (!milestone->number) continue;
        const auto [first, is_new] = series.stated.emplace(milestone->number->value, milestone->number->span);
        if (is_new) continue;
        Diagnostic diagnostic =
            make_diagnostic("milestone-repeated", milestone->number->span,
                            fmt::format("duplicate number {} in this series", milestone->number->value),
                            "give one of the two another number");
        diagnostic.related.push_back({first->second, "it is here first"});
        findings.add(std::move(diagnostic));
    }
}

/// Each milestone without a number gets the next free one after that of the milestone above it in the file.
void fill_numbers(Series& series) {
    int number = 0;
    for (Milestone* milestone : series.milestones) {
        if (!milestone->number) {
            do {
                ++number;
            } while (series.stated.contains(number));
            milestone->number = Located<int>{number, milestone->of.span};
        }
        number = milestone->number->value;
    }
}

void check_last(const Series& series, const MilestoneKind& kind, Findings& findings) {
    if (!kind.last) return;
    for (const Milestone* milestone : series.milestones) {
        if (milestone->number->value <= kind.last->value) continue;
        Diagnostic diagnostic = make_diagnostic(
            "out-of-range", milestone->number->span,
            fmt::format("this is {} number {}, and there are {}", kind.id, milestone->number->value, kind.last->value),
            "correct the number, or raise ‘last’");
        diagnostic.related.push_back({kind.last->span, "the last one is stated here"});
        findings.add(std::move(diagnostic));
    }
}

/// Which milestone an event is, and who reaches it.
void read_milestone(const yaml::MapReader& map, const StoryReading& reading, Event& event) {
    const std::vector<MilestoneKind>& kinds = reading.story.milestones;
    const std::size_t first_kind = story_schema::event.fields.size();  // the keys of milestones come after the others
    bool any = false;
    for (const std::size_t field : map.present()) {
        if (field < first_kind) continue;
        const std::size_t i = field - first_kind;
        const yaml::Node* node = map.find(kinds[i].id);
        if (any) {
            reading.findings.add("two-milestones", node->span,
                                 fmt::format("this event is a milestone already, and ‘{}’ is another", kinds[i].id),
                                 "make two events of it, the second ‘with’ the first");
            continue;
        }
        any = true;
        const auto of = reading.ids.refer(IdSort::character, node->text, node->span);
        if (of) event.milestone = Milestone{{i, node->span}, *of, map.whole_number("number")};
    }
    if (const auto number = map.whole_number("number"); number && !any) {
        reading.findings.add("number-without-milestone", number->span, "this event has a number but is not a milestone",
                             "say with a key from ‘milestones:’ what is counted, or take the number out");
    }
}

}  // namespace

void number_milestones(StoryContent& story, Findings& findings) {
    std::map<std::pair<std::size_t, std::size_t>, Series> all;
    for (Event& event : story.events) {
        if (event.milestone)
            all[{event.milestone->kind.index, event.milestone->of.index}].milestones.push_back(&*event.milestone);
    }
    for (auto& [key, series] : all) {
        collect_stated(series, findings);
        fill_numbers(series);
        check_last(series, story.milestones[key.first], findings);
    }
}

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

/// Reads things as one id, a list of ids, or a map from ids to what becomes of them.
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

/// Who takes part: those under ‘who’, then those who are born, die or reach a milestone.
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

/// `above`: the event before this one in the file.
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
    if (event.frame && event.mode == Mode::present && !map.has_lost("mode")) {
        reading.findings.add("frame-without-mode", event.frame->span,
                             "this event has a frame but happens in the present",
                             "say ‘mode: flashback’, ‘dream’ or ‘vision’, or take ‘frame’ out");
    }
}

/// An event that should have a title and has none is shown by its id.
void require_title(const yaml::MapReader& map, Event& event, Findings& findings) {
    const bool can_go_without =
        map.find("birth") != nullptr || map.find("death") != nullptr || event.milestone.has_value();
    if (!event.title.empty() || can_go_without) return;
    event.title = event.id;
    if (map.has_lost("title")) return;
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
        event.weight = map.number("weight");
        event.truth = static_cast<Truth>(map.word("truth").value_or(0));
        read_mode(map, reading, event);
        read_knowledge(map, reading, event);
        event.reveals = reading.references(map, "reveals", IdSort::event);
        event.told = map.located_text("told");
        event.sure = StoryReading::is_sure(map);
        reading.note_allowances(map, map.span());
        require_title(map, event, reading.findings);
    }
}

}  // namespace fabula
