#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "story/date.hpp"
#include "story/phrase_words.hpp"

/// English words as dates have them, one by one.
namespace fabula {

/// A word of a date, or a part of one: "1850–1860" is three.
struct DateToken {
    std::string_view text;
    std::size_t word = 0;  ///< counted from the first
};

/// The words from the one `ahead` on, split where a word has a dash between two dates, or "c." or BC in it. Only as
/// many words as the longest date has.
[[nodiscard]] std::vector<DateToken> date_tokens(const PhraseCursor& words, std::size_t ahead);

/// Whether any of the words has a digit, or is "ago", "century" or "millennium": no date is without one.
[[nodiscard]] bool has_figures(const PhraseCursor& words, std::size_t ahead);

/// Which month, from 1, the word is in English, whole or in its first three letters; nothing where it is not a month.
[[nodiscard]] std::optional<int> english_month(std::string_view word);

/// A day of the week counted in a month: its date as EDTF writes it, which is empty where the month has no such day.
struct NthWeekday {
    std::string edtf;
    std::size_t tokens = 0;  ///< 0: the tokens are something else
};

/// Looks at the tokens from `at` on: "second Monday of May 1981", "last Friday in May 1981".
[[nodiscard]] NthWeekday nth_weekday_at(const std::vector<DateToken>& tokens, std::size_t at, const DateWay& way);

/// Which day of the week of `calendar` the word is, in English, whole, or cut to three or four letters and with a
/// capital; nothing where it is not a day of the week.
[[nodiscard]] std::optional<std::size_t> english_weekday(std::string_view word, const Calendar& calendar);

/// A quarter or half of a year, as EDTF writes it, and how many tokens say so; 0: there is none.
struct ShareOfYear {
    std::string edtf;
    std::size_t tokens = 0;
};

/// Looks at the tokens from `at` on: "Q2 1850", "1850 Q2", "H1 1850", "second quarter of 1850", "first half of 1850".
[[nodiscard]] ShareOfYear share_of_year_at(const std::vector<DateToken>& tokens, std::size_t at);

/// "early", "mid", "late", "end of" before a date.
struct StageOfDate {
    enum class Stage { early, middle, late };
    Stage stage = Stage::early;
    std::string word;        ///< as it is written
    std::size_t tokens = 0;  ///< how many there are up to its end, from the first of all
};

/// Looks at the tokens from `at` on.
[[nodiscard]] std::optional<StageOfDate> stage_of_date_at(const std::vector<DateToken>& tokens, std::size_t at);

/// What to write for that third of a date, which is EDTF.
[[nodiscard]] std::string help_for_stage(std::string_view edtf, StageOfDate::Stage stage, const DateWay& way);

}  // namespace fabula
