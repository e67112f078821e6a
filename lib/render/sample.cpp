// One pass: sample_of.
#include "render/sample.hpp"

#include <array>
#include <initializer_list>
#include <set>
#include <string_view>

#include "source/characters.hpp"

namespace fabula {
namespace {

/// What views set of their own accord, beside all of ASCII.
constexpr std::string_view own_characters = "–—…‘’“”×·";

/// The characters met beyond ASCII, in the order of their UTF-8.
class Characters {
public:
    void add(std::string_view text) {
        while (!text.empty()) {
            std::size_t length = 1;
            while (length < text.size() && !starts_character(text[length]))
                ++length;
            if (const std::string_view character = text.substr(0, length); length > 1 && !met_.contains(character)) {
                met_.emplace(character);
            }
            text.remove_prefix(length);
        }
    }

    void add(std::initializer_list<std::string_view> texts) {
        for (const std::string_view text : texts)
            add(text);
    }

    [[nodiscard]] std::string joined() const {
        std::string text;
        for (char letter = ' '; letter <= '~'; ++letter)
            text += letter;
        for (const std::string& character : met_)
            text += character;
        return text;
    }

private:
    std::set<std::string, std::less<>> met_;
};

void add_cast(Characters& characters, const Story& story) {
    for (const Character& each : story.characters)
        characters.add({each.id, each.name, each.role, each.text});
    for (const CharacterGroup& each : story.groups)
        characters.add({each.id, each.name});
    for (const Place& each : story.places)
        characters.add({each.id, each.name, each.in, each.text});
    for (const Thing& each : story.things)
        characters.add({each.id, each.name, each.text});
}

void add_events(Characters& characters, const Story& story) {
    for (const Section& each : story.sections)
        characters.add({each.id, each.title, each.text});
    for (const Event& each : story.events) {
        characters.add({each.id, each.title, each.text, each.cite, each.outcome});
        for (const ThingUse& use : each.things)
            characters.add(use.fate);
    }
    for (const MilestoneKind& each : story.milestones)
        characters.add({each.id, each.name});
}

void add_relations(Characters& characters, const Story& story) {
    for (const State& each : story.states)
        characters.add(each.is);
    for (const Link& each : story.links)
        characters.add({each.kind, each.text});
    for (const Relationship& each : story.relationships) {
        characters.add({each.kind, each.text});
        for (const RelationshipPhase& phase : each.phases)
            characters.add(phase.text);
    }
}

}  // namespace

std::string sample_of(const Story& story) {
    Characters characters;
    characters.add({own_characters, story.title, story.subtitle, story.author, story.published, story.time.clock});
    for (const Word& each : story.words)
        characters.add(each.value);
    add_cast(characters, story);
    add_events(characters, story);
    add_relations(characters, story);
    return characters.joined();
}

}  // namespace fabula
