#include "check/words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace fabula::checking {

namespace {

/// Whether the file gives the id, and the reader has not made it up.
bool has_written_id(const Event& event, const Sources& sources) {
    if (event.span.line == 0) return true;
    std::string_view written = sources.text(event.span.source).substr(event.span.offset, event.span.length);
    if (written.size() > 2 && (written.front() == '"' || written.front() == '\'')) {
        written.remove_prefix(1);
        written.remove_suffix(1);
    }
    return written == event.id;
}

}  // namespace

bool is_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || static_cast<unsigned char>(byte) >= 0x80;
}

std::string quoted(std::string_view text) {
    return fmt::format("‘{}’", text);
}

std::string called(const Event& event, const Story& story) {
    if (has_written_id(event, story.sources())) return quoted(event.id);
    if (!event.title.empty()) return quoted(event.title);
    const auto who = [&](const Reference& character) { return quoted(story.characters()[character.index].id); };
    if (event.milestone) {
        return fmt::format("{} {} of {}", story.milestones()[event.milestone->kind.index].name,
                           event.milestone->number->value, who(event.milestone->of));
    }
    if (!event.deaths.empty()) return "the death of " + who(event.deaths.front());
    if (!event.births.empty()) return "the birth of " + who(event.births.front());
    return quoted(event.id);
}

std::string called(const std::vector<CharacterIndex>& characters, const Story& story) {
    constexpr std::size_t most_named = 5;
    const std::size_t named = characters.size() > most_named ? most_named - 1 : characters.size();
    std::string text;
    for (std::size_t i = 0; i < named; ++i) {
        const bool last = i + 1 == characters.size();
        text += (i == 0 ? "" : last ? " and " : ", ") + quoted(story.characters()[characters[i]].id);
    }
    if (named < characters.size()) text += fmt::format(" and {} others", characters.size() - named);
    return text;
}

Span place_of(const Event& event, CharacterIndex who) {
    const auto said = std::ranges::find(event.who, who, &Reference::index);
    return said == event.who.end() ? event.span : said->span;
}

}  // namespace fabula::checking
