// read_head: what is at the top of a story file, with the words for pictures and how time is counted. known_zone: the
// names of time zones, which ICU has from the IANA database.

#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <string>
#include <string_view>
#include <unicode/ucal.h>
#include <unicode/uenum.h>
#include <vector>

#include "fabula/structure.hpp"

#include "source/nearest.hpp"
#include "source/number.hpp"
#include "story/parts.hpp"
#include "story/phrase_words.hpp"
#include "story/schema.hpp"

namespace fabula {
namespace {

/// Whether ICU knows the zone, and does not make it up from the text, as it does of GMT+3.
bool is_zone(std::string_view name) {
    if (name.size() > 64) return false;
    std::vector<UChar> wide;
    for (const char character : name) {
        const auto byte = static_cast<unsigned char>(character);
        if (byte >= 0x80) return false;
        wide.push_back(byte);
    }
    UChar canonical[128];
    UBool known = 0;
    UErrorCode status = U_ZERO_ERROR;
    ucal_getCanonicalTimeZoneID(wide.data(), static_cast<int32_t>(wide.size()), canonical, 128, &known, &status);
    return U_SUCCESS(status) && known && name != "Etc/Unknown";
}

std::vector<std::string> all_zones() {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UEnumeration, decltype(&uenum_close)> zones(
        ucal_openTimeZoneIDEnumeration(UCAL_ZONE_TYPE_ANY, nullptr, nullptr, &status), uenum_close);
    std::vector<std::string> names;
    int32_t length = 0;
    while (U_SUCCESS(status)) {
        const char* name = uenum_next(zones.get(), &length, &status);
        if (name == nullptr) break;
        const std::string_view text(name, static_cast<std::size_t>(length));
        const bool place = text.find('/') != text.npos && !text.starts_with("Etc/");  // Etc/GMT+3 is behind UTC
        if (place) names.emplace_back(text);
    }
    std::sort(names.begin(), names.end());
    return names;
}

/// The zone of a town, or the one whose name is most like it.
std::string help_for(std::string_view name) {
    std::string town(name);
    std::replace(town.begin(), town.end(), ' ', '_');
    const std::vector<std::string> zones = all_zones();
    const auto of_town = std::find_if(zones.begin(), zones.end(), [&](std::string_view zone) {
        return same_word(zone, town) || same_word(zone.substr(zone.rfind('/') + 1), town);
    });
    if (of_town != zones.end()) return fmt::format("did you mean ‘{}’?", *of_town);
    const std::vector<std::string_view> names(zones.begin(), zones.end());
    return suggestion(town, names, "write a name of the IANA database, as Europe/Paris or America/New_York");
}

}  // namespace

std::optional<std::string> known_zone(const Located<std::string>& name, Findings& findings) {
    if (is_zone(name.value)) return name.value;
    findings.add("unknown-zone", name.span, fmt::format("there is no time zone ‘{}’", name.value),
                 findings.full() ? std::string() : help_for(name.value.substr(0, 64)));
    return std::nullopt;
}

namespace {

/// What labels, legends, axes and dates look up; tests/rules/words.py holds it to the views.
constexpr std::string_view keys_of_words[] = {
    // Events and people
    "birth", "births", "death", "deaths", "numbered", "mentioned", "away", "lived", "age", "events",
    // How a scene stands to the present and to the truth
    "present", "flashback", "flash-forward", "dream", "vision", "fact", "rumour", "hope", "memory", "lie",
    // Views
    "legend", "continued", "uncertain", "in-order", "as-told", "as-it-happened", "tension", "no-tension",
    "turning-point", "no-beat", "taken-up-again", "ends-here", "wider-stronger", "wider-scenes", "notes", "sources",
    "colophon", "chapter", "also-here", "other-events", "set-aside", "asked", "asked-place",
    // Time
    "circa", "about", "after", "before", "by", "to", "season", "spring", "summer", "autumn", "winter", "part-of-day",
    "dawn", "morning", "noon", "afternoon", "evening", "night", "midnight", "decade", "century", "bc", "ad",
    "years-ago", "later", "at-least", "more-than", "at-most", "less-than", "on-day", "on-hour", "on-year"};

/// All keys of this story: those above, the beats and acts of structures, and the unit of its own clock.
std::vector<std::string_view> keys_for(const StoryContent& story) {
    std::vector<std::string_view> keys(std::begin(keys_of_words), std::end(keys_of_words));
    for (const PlotStructure& structure : plot_structures()) {
        if (!structure.first_act.empty()) keys.push_back(structure.first_act);
        for (const ExpectedBeat& beat : structure.beats) {
            keys.push_back(beat.name);
            if (!beat.act.empty()) keys.push_back(beat.act);
        }
    }
    if (!story.time.clock.empty()) keys.push_back(story.time.clock);
    return keys;
}

/// The story's own words, once its clock is known.
void read_words(const yaml::MapReader& root, StoryContent& story, Findings& findings) {
    constexpr yaml::Field word{.key = "words", .kind = yaml::Kind::text};
    const std::vector<std::string_view> keys = keys_for(story);
    for (const yaml::Entry& entry : root.entries("words")) {
        const std::string& key = entry.key->text;
        if (entry.value->kind == yaml::Node::Kind::null) {
            findings.add("missing-value", entry.key->span, fmt::format("‘{}’ has no value", key),
                         "write the story's own word after it, or take the key out");
        } else if (check_value(*entry.value, word, key, findings)) {
            story.words.push_back({key, entry.value->text});
        }
        if (std::ranges::find(keys, key) == keys.end())
            findings.add_misspelt("unknown-word", {key, entry.key->span},
                                  fmt::format("no picture says ‘{}’, so this word for it is never used", key), keys,
                                  "the manual of the story file lists the keys of ‘words’");
    }
}

constexpr int newest_format = 1;

bool is_letter(char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}
bool is_letter_or_digit(char character) {
    return is_letter(character) || (character >= '0' && character <= '9');
}

/// Well-formed by RFC 5646, except for the order of the parts: a language of two to eight letters, then parts of one
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
