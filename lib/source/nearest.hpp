#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

/// Suggestions for words that were misspelt.
namespace fabula {

/// How many characters have to be put in, left out, changed or swapped with their neighbour to make one of the other
/// (optimal string alignment distance; Damerau 1964). Case does not count in ASCII letters.
[[nodiscard]] std::size_t edit_distance(std::string_view first, std::string_view second);

/// The candidate nearest to `word`; nothing where none is near enough to be meant. Of two that are equally near, the
/// one of which letters were only left out, as of "when" in "whn", then the earlier.
[[nodiscard]] std::optional<std::string_view> nearest(std::string_view word,
                                                      std::span<const std::string_view> candidates);

/// "did you mean ‘when’?", or `otherwise` where nothing is near.
[[nodiscard]] std::string suggestion(std::string_view word, std::span<const std::string_view> candidates,
                                     std::string otherwise = {});

/// The candidates as a sentence lists them: "‘a’, ‘b’ and ‘c’".
[[nodiscard]] std::string listed(std::span<const std::string_view> candidates, std::string_view last_joined_by = "and");

}  // namespace fabula
