// times_table, times_csv: a row for each event.
#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <optional>

#include "source/characters.hpp"
#include "times_report.hpp"

namespace fabula::cli {

namespace {

using Row = std::vector<std::string>;

const Row heading{"", "event", "earliest", "when", "latest", "certainty", "title", "ages"};
constexpr std::size_t earliest_column = 2;
constexpr std::size_t latest_column = 4;
constexpr std::size_t certainty_column = 5;
constexpr std::size_t title_column = 6;
constexpr std::size_t ages_column = 7;
constexpr std::size_t space = 2;

enum class Bounds { always, where_they_differ };

Row row_of(const TimesReport& report, EventIndex event, Bounds bounds) {
    const MomentText start = format_start(report.timetable, event);
    const bool marked = !report.timetable.set_aside_of(SetAside::Kind::event, event).empty();
    Row row{marked ? "!" : "",
            report.story.events()[event].id,
            start.earliest,
            start.nominal,
            start.latest,
            std::string(certainty_word(report.timetable.events[event].certainty)),
            report.story.events()[event].title,
            ages_text(report, event)};
    if (bounds == Bounds::where_they_differ && start.earliest == start.nominal && start.latest == start.nominal)
        row[earliest_column] = row[latest_column] = "";
    return row;
}

std::vector<Row> rows_of(const TimesReport& report, Bounds bounds) {
    std::vector<Row> rows{heading};
    for (const EventIndex event : report.timetable.chronology)
        rows.push_back(row_of(report, event, bounds));
    return rows;
}

/// The first `most` characters, the last of them "…" where there are more.
std::string cut(const std::string& text, std::size_t most) {
    if (count_characters(text) <= most) return text;
    std::size_t bytes = 0;
    std::size_t kept = 0;
    while (bytes < text.size()) {
        const bool begins = (static_cast<unsigned char>(text[bytes]) & 0xC0U) != 0x80U;
        if (begins && ++kept == most) break;
        ++bytes;
    }
    return text.substr(0, bytes) + "…";
}

using Widths = std::array<std::size_t, ages_column + 1>;

Widths widths_of(const std::vector<Row>& rows) {
    Widths widths{};
    for (const Row& row : rows) {
        for (std::size_t column = 0; column < row.size(); ++column)
            widths[column] = std::max(widths[column], count_characters(row[column]));
    }
    return widths;
}

std::size_t taken_before_titles(const Widths& widths) {
    std::size_t taken = space;
    for (std::size_t column = 0; column < title_column; ++column)
        taken += widths[column] > 0 ? widths[column] + space : 0;
    return taken;
}

/// Titles and ages share what the other columns leave: half each, or what the other does not need, and some in any
/// case. Where that is little, the certainty goes, for the bounds tell it.
void fit(Widths& widths, std::size_t width) {
    constexpr std::size_t least = 12;
    constexpr std::size_t little = 40;
    if (width < taken_before_titles(widths) + little) widths[certainty_column] = 0;
    const std::size_t taken = taken_before_titles(widths);
    const std::size_t room = std::max(width > taken ? width - taken : 0, 2 * least);
    const std::size_t title =
        std::min(widths[title_column], std::max(room / 2, room - std::min(widths[ages_column], room)));
    widths[ages_column] = std::min(widths[ages_column], room - title);
    widths[title_column] = title;
}

/// Below the table: what is set aside, of events and of all else.
std::string what_is_set_aside(const TimesReport& report) {
    if (report.timetable.set_aside.empty()) return {};
    std::string text = "\n! set aside, for it cannot be true together with the rest:\n";
    for (const SetAside& said : report.timetable.set_aside)
        text += fmt::format("  {}: {}\n", said.of, set_aside_text(report, said));
    return text;
}

/// What is set aside of an event, as it was written.
std::string words_set_aside(const TimesReport& report, EventIndex event) {
    std::string words;
    for (const SetAside& said : report.timetable.set_aside_of(SetAside::Kind::event, event))
        words += (words.empty() ? "" : "; ") + said.text;
    return words;
}

/// A field of comma-separated values.
std::string quoted(const std::string& field) {
    if (field.find_first_of(",\"\r\n") == std::string::npos) return field;
    std::string text;
    for (const char byte : field)
        text.append(byte == '"' ? 2 : 1, byte);
    return fmt::format("\"{}\"", text);
}

}  // namespace

std::string times_table(const TimesReport& report, std::size_t width) {
    const std::vector<Row> rows = rows_of(report, Bounds::where_they_differ);
    Widths widths = widths_of(rows);
    if (width > 0) fit(widths, width);
    std::string text;
    for (const Row& row : rows) {
        std::string line;
        for (std::size_t column = 0; column < row.size(); ++column) {
            if (widths[column] == 0) continue;
            const std::string cell = cut(row[column], widths[column]);
            line += cell + std::string(widths[column] - count_characters(cell) + space, ' ');
        }
        text += line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
    }
    return text + what_is_set_aside(report);
}

std::string times_csv(const TimesReport& report) {
    std::vector<Row> rows = rows_of(report, Bounds::always);
    rows.front().emplace_back("set_aside");
    for (std::size_t i = 1; i < rows.size(); ++i)
        rows[i].push_back(words_set_aside(report, report.timetable.chronology[i - 1]));
    std::string text;
    for (const Row& row : rows) {
        std::vector<std::string> fields;
        for (std::size_t column = 1; column < row.size(); ++column)  // without the mark, for which there are words
            fields.push_back(quoted(row[column]));
        text += fmt::format("{}\r\n", fmt::join(fields, ","));
    }
    return text;
}

std::string set_aside_text(const TimesReport& report, const SetAside& said) {
    const auto time = [&report](const std::optional<double>& asked) {
        return asked ? format_time(report.timetable, *asked) : std::string();
    };
    const std::string from = time(said.asked_from);
    const std::string until = time(said.asked_until);
    const std::string when = from == until   ? from
                             : until.empty() ? "from " + from + " on"
                             : from.empty()  ? "until " + until
                                             : from + " to " + until;
    const std::string allowed = said.allowed ? " (allowed)" : "";
    return when.empty() ? said.text + allowed : fmt::format("{}, which would be {}{}", said.text, when, allowed);
}

std::string_view certainty_word(Certainty certainty) {
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

std::string time_text(const Timetable& timetable, double time) {
    return std::isfinite(time) ? format_time(timetable, time) : "";
}

std::string ages_text(const TimesReport& report, EventIndex event) {
    std::string text;
    for (const AgeAtEvent& age : report.ages[event]) {
        const std::string calendar = format_age(in_years(age.calendar, age.who, report.timetable));
        const std::string lived = format_age(in_years(age.lived, age.who, report.timetable));
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", report.story.characters()[age.who].id, calendar);
        if (lived != calendar) text += fmt::format(" (lived {})", lived);
    }
    return text;
}

}  // namespace fabula::cli
