// read_head: what stands at the top of a story file.

#include <algorithm>
#include <fmt/format.h>

#include "source/nearest.hpp"
#include "source/number.hpp"
#include "story/ids.hpp"
#include "story/parts.hpp"
#include "story/schema.hpp"
#include "story/time_zone.hpp"

namespace fabula {
namespace {

constexpr int newest_format = 1;

bool is_letter(char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}
bool is_letter_or_digit(char character) {
    return is_letter(character) || (character >= '0' && character <= '9');
}

/// Well-formed as RFC 5646 says, but for the order of the parts: a language of two to eight letters, then parts of one
/// to eight letters or digits.
bool is_language_tag(std::string_view tag) {
    const std::size_t dash = std::min(tag.find('-'), tag.size());
    const std::string_view language = tag.substr(0, dash);
    if (language.size() < 2 || language.size() > 8 || !std::all_of(language.begin(), language.end(), is_letter))
        return false;
    while (dash < tag.size()) {
        tag.remove_prefix(std::min(tag.find('-'), tag.size()));
        if (tag.empty()) return true;
        tag.remove_prefix(1);
        const std::string_view part = tag.substr(0, tag.find('-'));
        if (part.empty() || part.size() > 8 || !std::all_of(part.begin(), part.end(), is_letter_or_digit)) return false;
    }
    return true;
}

void read_format(const yaml::MapReader& root, StoryContent& story, Findings& findings) {
    const auto format = root.whole_number("fabula");
    if (!format) return;
    story.format = format->value;
    if (format->value <= newest_format) return;
    findings.add("unsupported-format", format->span,
                 fmt::format("version {} of the format is newer than this program", format->value),
                 fmt::format("write ‘fabula: {}’, or get a newer program", newest_format));
}

void read_language(const yaml::MapReader& root, StoryContent& story, Findings& findings) {
    const auto language = root.located_text("language");
    if (!language) return;
    story.language = language->value;
    if (is_language_tag(language->value)) return;
    findings.add("bad-language", language->span, fmt::format("‘{}’ is not the tag of a language", language->value),
                 "write a BCP 47 tag, as ‘en’, ‘pt-BR’ or ‘zh-Hant’");
}

void read_calendar(const yaml::MapReader& time, StoryContent& story, Findings& findings) {
    const auto id = time.located_text("calendar");
    if (!id) return;
    story.time.old_style = id->value == "old-style";
    if (story.time.old_style) {
        story.time.calendar = *find_calendar(story.calendars, "julian");
        return;
    }
    if (const auto calendar = find_calendar(story.calendars, id->value)) {
        story.time.calendar = *calendar;
        return;
    }
    std::vector<std::string_view> names;
    for (const Calendar& calendar : story.calendars)
        names.push_back(calendar.id);
    names.insert(names.begin() + 2, "old-style");
    findings.add("unknown-id", id->span, fmt::format("there is no calendar ‘{}’", id->value),
                 suggestion(id->value, names, "it can be " + listed(names, "or")));
}

void read_time(const yaml::MapReader& root, StoryContent& story, Findings& findings) {
    const yaml::Node* node = root.find("time");
    if (node == nullptr) return;
    const yaml::MapReader map(*node, story_schema::time, findings);
    story.time.span = node->span;
    if (const auto tolerance = map.number("tolerance")) story.time.tolerance = tolerance->value;
    read_calendar(map, story, findings);
    story.time.southern = map.word("hemisphere").value_or(0) == 1;
    if (const auto zone = map.located_text("zone")) story.time.zone = known_zone(*zone, findings).value_or("");
    const auto clock = map.located_text("clock");
    if (!clock) return;
    if (is_legal_id(clock->value) && !is_relation_word(clock->value)) {
        story.time.clock = clock->value;
    } else {
        findings.add("bad-id", clock->span, fmt::format("‘{}’ cannot be the name of a unit", clock->value),
                     "it is one word of letters that phrases do not use, as ‘minute’, ‘scene’ or ‘page’");
    }
}

}  // namespace

void read_head(const yaml::MapReader& root, StoryContent& story, Findings& findings) {
    read_format(root, story, findings);
    story.title = root.text("title");
    story.subtitle = root.text("subtitle");
    story.author = root.text("author");
    story.published = root.text("published");
    read_language(root, story, findings);
    read_calendars(root, story, findings);
    read_time(root, story, findings);
    read_words(root, story, findings);
}

}  // namespace fabula
