// examples/stories/README.md, the manual of the story file, has a row for every key and every code, and none for
// others.

#include <gtest/gtest.h>
#include <map>
#include <set>
#include <sstream>

#include "reading_story.hpp"
#include "story/schema.hpp"

namespace fabula::manual_test {
namespace {

using Row = std::vector<std::string>;

/// `text` without spaces around it, and without backquotes where they are around all of it.
std::string trimmed(const std::string& text) {
    const std::size_t from = text.find_first_not_of(' ');
    if (from == std::string::npos) return {};
    const std::string inside = text.substr(from, text.find_last_not_of(' ') + 1 - from);
    const bool one_word = inside.size() > 1 && inside.find('`', 1) == inside.size() - 1 && inside.front() == '`';
    return one_word ? inside.substr(1, inside.size() - 2) : inside;
}

/// The cells of "| a | b |", without spaces and backquotes around them.
Row cells(const std::string& line) {
    Row row;
    std::istringstream stream(line.substr(1));
    for (std::string cell; std::getline(stream, cell, '|');)
        row.push_back(trimmed(cell));
    return row;
}

/// `words` of the manual as the program writes them: ‘words’.
std::string in_words(const std::string& text) {
    std::string result;
    bool open = false;
    for (const char byte : text) {
        if (byte != '`') {
            result += byte;
            continue;
        }
        result += open ? "’" : "‘";
        open = !open;
    }
    return result;
}

/// By heading: the rows of its table below the head.
std::map<std::string, std::vector<Row>> tables() {
    std::map<std::string, std::vector<Row>> result;
    std::istringstream lines(test_file("../../examples/stories/README.md"));
    std::string heading;
    bool below_the_head = false;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("#")) heading = line.substr(line.find(' ') + 1);
        if (below_the_head && line.starts_with("|")) result[heading].push_back(cells(line));
        below_the_head = line.starts_with("|") && (below_the_head || line.starts_with("| ---"));
    }
    return result;
}

struct Documented {
    const yaml::Schema& schema;
    std::string heading;
};

std::vector<Documented> documented() {
    using namespace story_schema;
    return {{story, "A story"},
            {story_schema::time, "Time"},
            {calendar, "A calendar"},
            {calendar_month, "A month"},
            {leap_rule, "A rule of leap years"},
            {era, "An era"},
            {character, "A character"},
            {absence, "An absence"},
            {lived_stretch, "A stretch of a clock"},
            {group, "A group"},
            {place, "A place"},
            {thing, "A thing"},
            {milestone, "A milestone"},
            {section, "A section"},
            {event, "An event"},
            {state, "A state"},
            {phase, "A phase"},
            {relationship, "A relationship"},
            {link, "A link"},
            {thread, "A thread"},
            {beat, "A beat"},
            {page, "A page"},
            {panel, "A panel"}};
}

/// The schema and all that its entries have, and theirs.
void collect(const yaml::Schema& schema, std::set<const yaml::Schema*>& found) {
    if (!found.insert(&schema).second) return;
    for (const yaml::Field& field : schema.fields) {
        if (field.entries != nullptr) collect(*field.entries, found);
    }
}

TEST(Manual, HasASectionForEverySortOfMap) {
    std::set<const yaml::Schema*> found;
    collect(story_schema::story, found);
    for (const Documented& sort : documented())
        found.erase(&sort.schema);
    for (const yaml::Schema* left : found)
        ADD_FAILURE() << left->subject << " has no section";
}

TEST(Manual, HasARowForEveryKeyThatSaysWhetherItIsRequired) {
    const auto all = tables();
    for (const Documented& sort : documented()) {
        ASSERT_TRUE(all.contains(sort.heading)) << sort.heading;
        std::set<std::string> keys;
        for (const Row& row : all.at(sort.heading))
            keys.insert(row.at(0));
        for (const yaml::Field& field : sort.schema.fields) {
            EXPECT_EQ(keys.erase(std::string(field.key)), 1U) << sort.heading << " does not list " << field.key;
            for (const Row& row : all.at(sort.heading)) {
                if (row.at(0) != field.key || !field.required) continue;
                EXPECT_NE(row.at(1).find("required"), std::string::npos) << sort.heading << ": " << field.key;
            }
        }
        for (const std::string& left : keys)
            ADD_FAILURE() << sort.heading << " lists " << left << ", which is no key";
    }
}

TEST(Manual, HasARowForEveryDiagnosticCodeWithItsSeverityAndWhatToDo) {
    constexpr std::string_view severities[] = {"note", "warning", "error"};
    const auto all = tables();
    std::map<std::string, Row> rows;
    for (const Row& row : all.at("Diagnostics"))
        rows.emplace(row.at(0), row);
    for (const DiagnosticCode& code : diagnostic_codes()) {
        const auto row = rows.find(std::string(code.code));
        if (row == rows.end()) {
            ADD_FAILURE() << "there is no row for " << code.code;
            continue;
        }
        EXPECT_EQ(row->second.at(1), severities[static_cast<std::size_t>(code.severity)]) << code.code;
        EXPECT_EQ(in_words(row->second.at(2)), code.hint) << code.code;
        rows.erase(row);
    }
    for (const auto& [code, row] : rows)
        ADD_FAILURE() << code << " is no code";
}

}  // namespace
}  // namespace fabula::manual_test
