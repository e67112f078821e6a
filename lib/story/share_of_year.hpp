#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "story/date_tokens.hpp"

namespace fabula {

/// A quarter or half of a year, as EDTF writes it, and how many tokens say so; 0: there is none.
struct ShareOfYear {
    std::string edtf;
    std::size_t tokens = 0;
};

/// Looks at the tokens from `at` on: "Q2 1850", "1850 Q2", "H1 1850", "second quarter of 1850", "first half of 1850".
[[nodiscard]] ShareOfYear share_of_year_at(const std::vector<DateToken>& tokens, std::size_t at);

}  // namespace fabula
