// story_json_schema: from the tables of keys to JSON Schema.

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/check.hpp"
#include "fabula/json_schema.hpp"
#include "fabula/timetable.hpp"

#include "json_schema/table_schema.hpp"
#include "story/schema.hpp"
#include "view/drawing/json_text.hpp"
#include "yaml/map_reader.hpp"

namespace fabula::json_schemas {
namespace {

using yaml::Field;
using yaml::Kind;
using yaml::Schema;
namespace story_form = story_schema::form;

/// What no id has: it begins with no digit or dash, and of the other characters of ASCII it holds letters, digits,
/// dashes and underscores alone. Which letters of other scripts there are, JSON Schema has no words for in all its
/// readers.
constexpr std::string_view id_pattern = R"(^(?![0-9-])[^\u0000-,./:-@\[-\^`{-\u007f]+$)";

/// As RFC 5646 says, but for the order of the parts.
constexpr std::string_view language_pattern = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$";

/// One of each kind of thing that can be said of a time; examples/stories/time.md has them all.
constexpr std::array<std::string_view, 28> phrases{"1996-07-14",
                                                   "14 July 1996",
                                                   "July 1996",
                                                   "summer 1996",
                                                   "c. 1850",
                                                   "the 1850s",
                                                   "19th century",
                                                   "44 BC",
                                                   "before 1850",
                                                   "between 1850 and 1860",
                                                   "1978/1981",
                                                   "66 million years ago",
                                                   "1996-07-14 at 09:30",
                                                   "at 9:30pm",
                                                   "at 00:30+02:00",
                                                   "morning",
                                                   "Tuesday",
                                                   "second Monday of May 1981",
                                                   "friday after boat",
                                                   "the next day",
                                                   "10 years later",
                                                   "3 days after boat",
                                                   "at least 3 days after boat",
                                                   "soon after boat",
                                                   "during cottages",
                                                   "between tape-found and boat",
                                                   "age 16..18 of kathy",
                                                   "10 February 1675/6"};

constexpr std::array<std::string_view, 7> lengths{"2..3 weeks",  "about 10 years", "~30 minutes",    "a fortnight",
                                                  "half a year", "a few days",     "at least 3 days"};

/// What editors show beside a phrase.
constexpr std::string_view about_phrases =
    "When it is: a date (1996-07-14, 14 July 1996, c. 1850, between 1850 and 1860, 44 BC, in a calendar as ‘julian "
    "1066-10-14’), a part of the year or day (summer, morning), a time (at 09:30), a day of the week (Tuesday), what "
    "it comes after, before or with (3 days after boat, the next day, 10 years later), or an age (age 16 of kathy). A "
    "list means all of them.";

Json with(Json schema, std::string_view key, std::string_view value) {
    schema[key] = value;
    return schema;
}

Json definition_of_id() {
    return with_pattern(scalar("string"), id_pattern,
                        "An id is made of letters, digits, ‘-’ and ‘_’ and does not begin with a digit or ‘-’");
}

template <typename Entries>
Json ids_in(const Entries& entries) {
    Json ids = Json::array();
    for (const auto& entry : entries)
        ids.push_back(entry.id);
    return ids;
}

/// Those that the file gives: of the others the place is the whole event.
Json ids_in(const std::vector<Event>& events, const Sources& sources) {
    Json ids = Json::array();
    for (const Event& event : events) {
        const Span& span = event.span;
        if (sources.text(span.source).substr(span.offset, span.length).find(event.id) <= 1) ids.push_back(event.id);
    }
    return ids;
}

/// The ids of the story that texts of a form can be.
Json ids_called(std::string_view of_form, const Story& story) {
    if (of_form == story_form::character) return ids_in(story.characters());
    if (of_form == story_form::group) return ids_in(story.groups());
    if (of_form == story_form::thread) return ids_in(story.threads());
    if (of_form == story_form::place) return ids_in(story.places());
    if (of_form == story_form::thing) return ids_in(story.things());
    return of_form == story_form::event ? ids_in(story.events(), story.sources()) : Json::array();
}

/// One of those that the story has, for editors to propose, or another.
Json definition_of_reference(std::string_view of_form, const Story& story) {
    Json ids = ids_called(of_form, story);
    if (ids.empty()) return reference_to(name_of_form(story_form::id));
    return either({{{"enum", std::move(ids)}}, reference_to(name_of_form(story_form::id))});
}

Json text_definitions(const Story& story) {
    Json definitions = Json::object();
    const auto define = [&](std::string_view of_form, Json value) {
        definitions[name_of_form(of_form)] = std::move(value);
    };
    define({}, text());
    define(story_form::phrase, with(text(), "description", about_phrases));
    define(story_form::rule, text());
    define(story_form::length, {{"type", "string"}});
    define(story_form::language,
           with_pattern(text(), language_pattern, "A language is a BCP 47 tag, as ‘en’, ‘pt-BR’ or ‘zh-Hant’"));
    define(story_form::id, definition_of_id());
    define(story_form::calendar, definition_of_id());
    for (const std::string_view called : {story_form::character, story_form::group, story_form::place,
                                          story_form::thing, story_form::thread, story_form::event})
        define(called, definition_of_reference(called, story));
    return definitions;
}

/// Examples of what the texts of a form are, besides the key's own.
std::span<const std::string_view> examples_of(std::string_view of_form) {
    if (of_form == story_form::phrase) return phrases;
    if (of_form == story_form::length) return lengths;
    return {};
}

/// The rules that `allow` can silence.
Json codes_of_rules() {
    Json codes = Json::array();
    for (const Rule& rule : rules())
        codes.push_back(rule.code);
    for (const std::string_view code : contradiction_codes)
        codes.push_back(code);
    return codes;
}

/// Those that every story has, and its own.
Json ids_of_calendars(const Story& story) {
    Json ids = Json::array({"old-style"});
    const std::vector<Calendar>& calendars = story.calendars().empty() ? built_in_calendars() : story.calendars();
    for (const Calendar& calendar : calendars)
        ids.push_back(calendar.id);
    return ids;
}

Json examples_of(const Field& field, const Story& story) {
    if (field.form == story_form::rule) return codes_of_rules();
    if (field.form == story_form::calendar) return ids_of_calendars(story);
    Json examples = Json::array();
    if (!ids_called(field.form, story).empty()) return examples;  // there are better ones
    const bool number = field.kind == Kind::number || field.kind == Kind::whole_number;
    if (const auto value = yaml::to_number({.kind = yaml::Node::Kind::scalar, .text = std::string(field.example)});
        number && value) {
        examples.push_back(json_number(*value));
    } else if (!field.example.empty()) {
        examples.push_back(field.example);
    }
    if (field.kind == Kind::named || field.kind == Kind::list) return examples;
    for (const std::string_view example : examples_of(field.form)) {
        if (example != field.example) examples.push_back(example);
    }
    return examples;
}

/// The keys that a story's milestones add to its events: `donation: ruth`.
void add_milestones(Json& properties, const Story& story) {
    for (const MilestoneKind& kind : story.milestones()) {
        properties[kind.id] = {{"title", kind.id}, {"description", fmt::format("who reaches ‘{}’", kind.name)}};
        properties[kind.id].update(reference_to(name_of_form(story_form::character)));
    }
}

/// An event may also have the keys of milestones, of others too than are known.
void open_event(Json& event, const Story& story) {
    add_milestones(event["properties"], story);
    Json keys = Json::array();
    for (const Field& field : story_schema::event.fields)
        keys.push_back(field.key);
    event["anyOf"].push_back({{"not", {{"propertyNames", {{"enum", std::move(keys)}}}}}});
    event["additionalProperties"] = reference_to(name_of_form(story_form::id));
}

Json schema_of(const Story& story) {
    const TableManner manner{
        .examples = [&](const Field& field) { return examples_of(field, story); },
        .finish =
            [&](const Schema& schema, Json& map) {
                if (&schema == &story_schema::event) open_event(map, story);
            },
    };
    return json_schema(story_schema::story, manner, text_definitions(story));
}

}  // namespace
}  // namespace fabula::json_schemas

namespace fabula {

std::string story_json_schema(const Story& story) {
    return drawing::json_text(json_schemas::schema_of(story)) + '\n';
}

}  // namespace fabula
