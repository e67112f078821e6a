#pragma once

#include <cstddef>
#include <string_view>

#include "story/duration.hpp"
#include "story/phrase_cursor.hpp"

namespace fabula {

/// How many the words that come next say, and how many words that takes; 0 words where they say no number.
struct CountAhead {
    Amount amount;
    std::size_t words = 0;
    double scale = 1;  ///< the million of "3 million", which `amount` has in it
};

/// Looks at the words from the one `ahead` on: "3", "2..3", "~3", "13,000", "two", "twenty-five", "a dozen", "3
/// million", "two or three", "a couple of", "a few" (2 to 5), "several" (3 to 7). An article counts where `counted`
/// says that the word behind it can be counted.
[[nodiscard]] CountAhead count_ahead(const PhraseCursor& words, std::size_t ahead,
                                     bool (*counted)(std::string_view word, std::string_view clock));

/// Whether the word begins a number in words, as "two" and "hundred" do.
[[nodiscard]] bool is_number_word(std::string_view word);

}  // namespace fabula
