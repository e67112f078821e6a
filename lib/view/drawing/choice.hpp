#pragma once

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

/// Settings that are one of a few words, each of which stands for the value at its place in an enumeration.
namespace fabula::drawing {

/// Precondition: `word` is one of `words`.
template <typename Value, std::size_t count>
[[nodiscard]] Value choice_of(std::string_view word, const std::array<std::string_view, count>& words) {
    return static_cast<Value>(std::ranges::find(words, word) - words.begin());
}

/// The words as the table of settings wants them.
template <std::size_t count>
[[nodiscard]] std::vector<std::string_view> listed(const std::array<std::string_view, count>& words) {
    return {words.begin(), words.end()};
}

}  // namespace fabula::drawing
