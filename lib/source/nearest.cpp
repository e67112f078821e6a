#include "source/nearest.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

#include "source/characters.hpp"

namespace fabula {
namespace {

/// Nobody misspells anything longer, and the distance costs the product of the lengths.
constexpr std::size_t longest_word = 64;

using Characters = std::vector<std::string_view>;

Characters split(std::string_view text) {
    Characters result;
    std::size_t start = 0;
    for (std::size_t at = 1; at <= text.size(); ++at) {
        if (at < text.size() && !starts_character(text[at])) continue;
        result.push_back(text.substr(start, at - start));
        start = at;
    }
    return result;
}

char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool same(std::string_view first, std::string_view second) {
    if (first.size() == 1 && second.size() == 1) return lower(first.front()) == lower(second.front());
    return first == second;
}

/// Whether `part` is `whole` with letters left out.
bool is_shortened(std::string_view part, std::string_view whole) {
    const Characters letters = split(part);
    std::size_t found = 0;
    for (const std::string_view letter : split(whole))
        found += found < letters.size() && same(letters[found], letter) ? 1 : 0;
    return found == letters.size();
}

}  // namespace

std::size_t edit_distance(std::string_view first, std::string_view second) {
    const Characters a = split(first);
    const Characters b = split(second);
    // Three rows of the matrix of distances between beginnings: the one before the last is for swaps.
    std::vector<std::size_t> two_back(b.size() + 1);
    std::vector<std::size_t> back(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::swap(two_back, back);
        std::swap(back, row);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = back[j - 1] + (same(a[i - 1], b[j - 1]) ? 0 : 1);
            row[j] = std::min({back[j] + 1, row[j - 1] + 1, change});
            const bool swapped = i > 1 && j > 1 && same(a[i - 1], b[j - 2]) && same(a[i - 2], b[j - 1]);
            if (swapped) row[j] = std::min(row[j], two_back[j - 2] + 1);
        }
    }
    return row[b.size()];
}

std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> candidates) {
    if (word.empty() || word.size() > longest_word) return std::nullopt;
    const std::size_t length = count_characters(word);
    // A third of the word may be wrong: two letters of seven, one of three.
    std::size_t least = length / 3 + (length < 3 ? 1 : 0) + 1;
    std::optional<std::string_view> best;
    for (const std::string_view candidate : candidates) {
        if (candidate.size() > longest_word) continue;
        const std::size_t candidate_length = count_characters(candidate);
        const std::size_t difference = std::max(length, candidate_length) - std::min(length, candidate_length);
        if (difference > least) continue;
        const std::size_t distance = edit_distance(word, candidate);
        const bool is_nearer = distance < least || (distance == least && best && is_shortened(word, candidate) &&
                                                    !is_shortened(word, *best));
        if (!is_nearer || distance >= candidate_length) continue;
        least = distance;
        best = candidate;
    }
    return best;
}

std::string suggestion(std::string_view word, std::span<const std::string_view> candidates, std::string otherwise) {
    const std::optional<std::string_view> near = nearest(word, candidates);
    return near ? fmt::format("did you mean ‘{}’?", *near) : std::move(otherwise);
}

std::string listed(std::span<const std::string_view> candidates, std::string_view last_joined_by) {
    std::string result;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (i > 0) result += i + 1 == candidates.size() ? fmt::format(" {} ", last_joined_by) : ", ";
        result += fmt::format("‘{}’", candidates[i]);
    }
    return result;
}

}  // namespace fabula
