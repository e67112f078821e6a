#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "story/date.hpp"
#include "story/date_tokens.hpp"

namespace fabula {

/// "early", "mid", "late", "end of" before a date.
struct StageOfDate {
    enum class Stage { early, middle, late };
    Stage stage = Stage::early;
    std::string word;        ///< as it is written
    std::size_t tokens = 0;  ///< behind it, counted from the first of all
};

/// Looks at the tokens from `at` on.
[[nodiscard]] std::optional<StageOfDate> stage_of_date_at(const std::vector<DateToken>& tokens, std::size_t at);

/// What to write for that third of a date, which is EDTF; empty: it is none.
[[nodiscard]] std::string help_for_stage(std::string_view edtf, StageOfDate::Stage stage, const DateWay& way);

}  // namespace fabula
