#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fabula/story.hpp"

/// What findings call the things of a story: as its author does.
namespace fabula::checking {

/// Whether a byte is a letter or a part of one: those beyond ASCII count as letters.
[[nodiscard]] bool is_letter(char byte);

[[nodiscard]] std::string quoted(std::string_view text);

/// An event by its id where the file gives one, else by its title, else by what it is: "donation 2 of ‘ruth’".
[[nodiscard]] std::string called(const Event& event, const Story& story);

/// "‘ana’", "‘ana’ and ‘ben’"; of more than five, the first four "and 7 others".
[[nodiscard]] std::string called(const std::vector<CharacterIndex>& characters, const Story& story);

/// Where an event says that someone takes part; the event itself where it does not.
[[nodiscard]] Span place_of(const Event& event, CharacterIndex who);

}  // namespace fabula::checking
