// read_words: the story's own words for what pictures say, and whether each key is one that they look up.
#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/structure.hpp"

#include "story/parts.hpp"

namespace fabula {
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
    "colophon", "chapter", "also-here", "other-events",
    // Time
    "circa", "about", "after", "before", "by", "to", "season", "spring", "summer", "autumn", "winter", "part-of-day",
    "dawn", "morning", "noon", "afternoon", "evening", "night", "midnight", "decade", "century", "bc", "ad",
    "years-ago", "later", "at-least", "more-than", "at-most", "less-than", "on-day", "on-hour", "on-year"};

/// All keys of this story: besides those above the beats and acts of structures, and the unit of its own clock.
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

}  // namespace

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

}  // namespace fabula
