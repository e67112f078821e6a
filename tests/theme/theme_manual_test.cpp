// themes/README.md, the manual of themes, has a row for every key with what it means, and none for others.
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "theme/theme_schema.hpp"

namespace fabula::theme_manual_test {
namespace {

/// By heading, the keys of its table: what stands in backquotes at the start of a row.
std::map<std::string, std::set<std::string>> keys_of_manual() {
    std::ifstream file(FABULA_SOURCE_DIR "/themes/README.md");
    std::map<std::string, std::set<std::string>> keys;
    std::string heading;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("## ")) heading = line.substr(3);
        if (line.starts_with("| `")) keys[heading].insert(line.substr(3, line.find('`', 3) - 3));
    }
    return keys;
}

std::set<std::string> keys_of(const yaml::Schema& schema) {
    std::set<std::string> keys;
    for (const yaml::Field& field : schema.fields)
        keys.emplace(field.key);
    return keys;
}

TEST(ThemeManual, HasARowForEveryKeyAndNoOthers) {
    const std::pair<const char*, const yaml::Schema*> blocks[] = {
        {"A theme", &theme_schema::theme},       {"type", &theme_schema::type},
        {"colours", &theme_schema::colours},     {"strokes", &theme_schema::strokes},
        {"spacing", &theme_schema::spacing},     {"marks", &theme_schema::marks},
        {"dashes", &theme_schema::dashes},       {"page", &theme_schema::page},
        {"inks", &theme_schema::inks_of_print},  {"inks.spot", &theme_schema::spot_ink},
        {"inks.recipes", &theme_schema::recipe}, {"relationships and states", &theme_schema::kind}};
    auto manual = keys_of_manual();
    for (const auto& [heading, schema] : blocks)
        EXPECT_EQ(manual[heading], keys_of(*schema)) << heading;
}

TEST(ThemeManual, ListsEveryThemeThatComesWithTheLibrary) {
    auto manual = keys_of_manual();
    for (const std::string& name : theme_names())
        EXPECT_TRUE(manual[""].contains(name)) << name;
}

TEST(ThemeManual, ShowsAThemeThatHasNoFault) {
    std::ifstream file(FABULA_SOURCE_DIR "/themes/README.md");
    std::stringstream text;
    text << file.rdbuf();
    const std::string manual = text.str();
    const std::size_t from = manual.find("```yaml\n") + 8;
    const ThemeResult read = read_theme_text(manual.substr(from, manual.find("```", from) - from));
    for (const Diagnostic& diagnostic : read.diagnostics)
        ADD_FAILURE() << format_diagnostic(diagnostic, read.sources);
}

}  // namespace
}  // namespace fabula::theme_manual_test
