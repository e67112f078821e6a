// fabula times STORY.yaml: when everything happened, and how sure that is.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <memory>
#include <string>
#include <vector>

#include "fabula/story.hpp"
#include "fabula/timetable.hpp"

#include "commands.hpp"
#include "json.hpp"
#include "output.hpp"
#include "source/characters.hpp"
#include "source/number.hpp"
#include "terminal.hpp"

namespace fabula::cli {
namespace {

struct Options {
    std::string story;
    std::string format = "table";
};

std::string_view name_of(Certainty certainty) {
    switch (certainty) {
        case Certainty::exact:
            return "exact";
        case Certainty::stated:
            return "stated";
        case Certainty::ordered:
            break;
    }
    return "ordered";
}

std::string_view name_of(TimeAxis axis) {
    switch (axis) {
        case TimeAxis::calendar:
            return "calendar";
        case TimeAxis::age:
            return "age";
        case TimeAxis::clock:
            return "clock";
        case TimeAxis::order:
            break;
    }
    return "order";
}

/// A time as text; nothing where the story sets no bound.
std::string time_text(const Timetable& timetable, double time) {
    return std::isfinite(time) ? format_time(timetable, time) : "";
}

using Row = std::vector<std::string>;

const Row heading{"event", "when", "earliest", "latest", "certainty", "title"};

std::vector<Row> rows_of(const Story& story, const Timetable& timetable) {
    std::vector<Row> rows{heading};
    for (const EventIndex index : timetable.chronology) {
        const Event& event = story.events[index];
        const EventTime& time = timetable.events[index];
        rows.push_back({event.id, time_text(timetable, time.start.nominal), time_text(timetable, time.start.earliest),
                        time_text(timetable, time.start.latest), std::string(name_of(time.certainty)), event.title});
    }
    return rows;
}

std::string table(const std::vector<Row>& rows) {
    std::vector<std::size_t> widths(heading.size());
    for (const Row& row : rows) {
        for (std::size_t column = 0; column < row.size(); ++column) {
            widths[column] = std::max(widths[column], count_characters(row[column]));
        }
    }
    std::string text;
    for (const Row& row : rows) {
        std::string line;
        for (std::size_t column = 0; column < row.size(); ++column) {
            line += row[column] + std::string(widths[column] - count_characters(row[column]) + 2, ' ');
        }
        text += line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
    }
    return text;
}

/// A field of comma-separated values (RFC 4180).
std::string quoted(const std::string& field) {
    if (field.find_first_of(",\"\r\n") == std::string::npos) return field;
    std::string text;
    for (const char byte : field)
        text.append(byte == '"' ? 2 : 1, byte);
    return fmt::format("\"{}\"", text);
}

std::string comma_separated(const std::vector<Row>& rows) {
    std::string text;
    for (const Row& row : rows) {
        std::vector<std::string> fields;
        for (const std::string& field : row)
            fields.push_back(quoted(field));
        text += fmt::format("{}\r\n", fmt::join(fields, ","));
    }
    return text;
}

Json json_of(const Timetable& timetable, const Moment& moment) {
    return {{"earliest", json_number(moment.earliest)},
            {"nominal", json_number(moment.nominal)},
            {"latest", json_number(moment.latest)},
            {"text", time_text(timetable, moment.nominal)}};
}

Json events_of(const Story& story, const Timetable& timetable) {
    Json events = Json::array();
    for (const EventIndex index : timetable.chronology) {
        const EventTime& time = timetable.events[index];
        events.push_back({{"id", story.events[index].id},
                          {"title", story.events[index].title},
                          {"start", json_of(timetable, time.start)},
                          {"end", json_of(timetable, time.end)},
                          {"certainty", name_of(time.certainty)}});
    }
    return events;
}

Json lives_of(const Story& story, const Timetable& timetable) {
    Json lives = Json::array();
    for (CharacterIndex index = 0; index < story.characters.size(); ++index) {
        const Life& life = timetable.lives[index];
        lives.push_back({{"id", story.characters[index].id},
                         {"name", story.characters[index].name},
                         {"birth", json_of(timetable, life.birth)},
                         {"birth_known", life.birth_known},
                         {"death", json_of(timetable, life.death)},
                         {"death_known", life.death_known}});
    }
    return lives;
}

/// Numbers count days on a calendar axis (since 1970-01-01) and on one of age (since the birth of axis_character), else
/// units of the story's clock, or steps.
std::string json_report(const Story& story, const Timetable& timetable) {
    Json axis_character = nullptr;
    if (timetable.axis_character) axis_character = story.characters[*timetable.axis_character].id;
    return json_text({{"title", story.title},
                      {"axis", name_of(timetable.axis)},
                      {"axis_character", axis_character},
                      {"events", events_of(story, timetable)},
                      {"lives", lives_of(story, timetable)}});
}

Exit print_times(const Options& options) {
    const ReadResult read = read_story_file(options.story);
    show(read.diagnostics, read.story.sources);
    if (has_errors(read.diagnostics)) return Exit::story_has_errors;
    const TimeResult times = solve_times(read.story);
    show(times.diagnostics, read.story.sources);
    if (has_errors(times.diagnostics)) return Exit::story_has_errors;
    if (options.format == "json") return write_output("-", json_report(read.story, times.timetable));
    const std::vector<Row> rows = rows_of(read.story, times.timetable);
    return write_output("-", options.format == "csv" ? comma_separated(rows) : table(rows));
}

}  // namespace

void add_times(CLI::App& app, Exit& exit) {
    CLI::App& command = *app.add_subcommand("times", "Print when everything happened, and how sure that is");
    const auto options = std::make_shared<Options>();
    command.add_option("story", options->story, "The story file; - is standard input")
        ->required()
        ->type_name("STORY.yaml");
    command.add_option("--format", options->format, "table, json or csv")
        ->type_name("FORMAT")
        ->check(CLI::IsMember({"table", "json", "csv"}))
        ->capture_default_str();
    command.callback([options, &exit] { exit = print_times(*options); });
}

}  // namespace fabula::cli
