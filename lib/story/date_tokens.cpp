// The parts of dates in English words: months, days of the week, shares and stages of a year.

#include "story/date_tokens.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <optional>
#include <string_view>

#include "story/phrase_words.hpp"

namespace fabula {
namespace {

constexpr std::size_t longest_date = 16;

/// Whether a hyphen between the two joins two dates, and is not a part of EDTF or of a name.
bool are_two_dates(std::string_view first, std::string_view second) {
    const bool figures = whole_number(first) && whole_number(second);
    if (figures) return (first.size() <= 2 && second.size() <= 2) || (first.size() >= 3 && second.size() >= 3);
    const bool stage = first == "mid" || first == "early" || first == "late";
    return stage || (english_month(first) && english_month(second));
}

void add(std::vector<DateToken>& tokens, std::string_view text, std::size_t word) {
    for (const std::string_view prefix : {std::string_view("ca."), std::string_view("c.")}) {
        const bool joined = text.starts_with(prefix) && text.size() > prefix.size() && text[prefix.size()] >= '0' &&
                            text[prefix.size()] <= '9';
        if (!joined) continue;
        tokens.push_back({text.substr(0, prefix.size()), word});
        text.remove_prefix(prefix.size());
    }
    const std::size_t letters = std::min(text.find_first_not_of("0123456789"), text.size());
    const std::string_view rest = text.substr(letters);
    const bool era = letters > 0 && (rest == "BC" || rest == "BCE" || rest == "AD" || rest == "CE");
    if (era) {
        tokens.push_back({text.substr(0, letters), word});
        text.remove_prefix(letters);
    }
    tokens.push_back({text, word});
}

}  // namespace

std::vector<DateToken> date_tokens(const PhraseCursor& words, std::size_t ahead) {
    std::vector<DateToken> tokens;
    for (std::size_t word = 0; word < longest_date && !words.word(ahead + word).empty(); ++word) {
        const std::string_view text = words.word(ahead + word);
        const auto sides = split_at_dash(text);
        const bool hyphen = text.find('-') != text.npos;
        if (sides && (!hyphen || are_two_dates(sides->first, sides->second))) {
            add(tokens, sides->first, word);
            tokens.push_back({"-", word});
            add(tokens, sides->second, word);
        } else {
            add(tokens, text, word);
        }
    }
    return tokens;
}

bool has_figures(const PhraseCursor& words, std::size_t ahead) {
    for (std::string_view word = words.word(ahead); !word.empty(); word = words.word(++ahead)) {
        const bool says = word == "ago" || word == "century" || word == "millennium";
        if (says || word.find_first_of("0123456789") != word.npos) return true;
    }
    return false;
}

std::optional<int> english_month(std::string_view word) {
    word = without_comma(word);
    if (word.ends_with('.')) word.remove_suffix(1);
    if (same_word(word, "sept")) return 9;
    const std::vector<CalendarMonth>& months = gregorian().months;
    for (std::size_t i = 0; i < months.size(); ++i) {
        const std::string_view name = months[i].name;
        if (same_word(word, name) || same_word(word, name.substr(0, 3))) return static_cast<int>(i) + 1;
    }
    return std::nullopt;
}

namespace {

constexpr std::string_view nth_words[] = {"first", "second", "third", "fourth", "fifth"};
constexpr std::string_view nth_figures[] = {"1st", "2nd", "3rd", "4th", "5th"};

constexpr int last_of_month = 0;

/// 1 for the first, 2 for the second, 0 for the last.
std::optional<int> count_of(std::string_view word) {
    if (word == "last") return last_of_month;
    for (const auto& table : {nth_words, nth_figures}) {
        for (int i = 0; i < 5; ++i)
            if (table[i] == word) return i + 1;
    }
    return std::nullopt;
}

/// The day of the month; nothing where the month has no such day.
std::optional<int> day_in_month(const Calendar& calendar, std::int64_t year, int month, int count, std::size_t day) {
    const int days = days_in_month(calendar, year, month);
    const auto week = static_cast<int>(calendar.week.size());
    const auto first = weekday(calendar, day_number(calendar, {year, month, 1}));
    if (!first) return std::nullopt;
    const int earliest = 1 + (static_cast<int>(day) - static_cast<int>(*first) + week) % week;
    const int result =
        count == last_of_month ? earliest + (days - earliest) / week * week : earliest + (count - 1) * week;
    return result <= days ? std::optional(result) : std::nullopt;
}

}  // namespace

NthWeekday nth_weekday_at(const std::vector<DateToken>& tokens, std::size_t at, const DateWay& way) {
    const auto token = [&](std::size_t further) {
        return at + further < tokens.size() ? tokens[at + further].text : std::string_view();
    };
    const auto count = count_of(token(0));
    const auto day = english_weekday(token(1), way.calendar);
    if (!count || !day || (token(2) != "of" && token(2) != "in")) return {};
    const auto month = english_month(token(3));
    const auto year = token(4).size() == 4 ? whole_number(token(4)) : std::nullopt;
    if (!month || !year) return {};
    const std::int64_t counted = way.old_style && *month < 3 ? *year + 1 : *year;
    const auto in_month = day_in_month(way.calendar, counted, *month, *count, *day);
    return {in_month ? fmt::format("{:04}-{:02}-{:02}", *year, *month, *in_month) : "", 5};
}

std::optional<std::size_t> english_weekday(std::string_view word, const Calendar& calendar) {
    if (!calendar.standard) return std::nullopt;
    word = without_comma(word);
    for (std::size_t i = 0; i < calendar.week.size(); ++i) {
        const std::string_view name = calendar.week[i];
        const bool cut = (word.size() == 3 || word.size() == 4) && name.starts_with(word);
        if (same_word(word, name) || cut) return i;
    }
    return std::nullopt;
}

namespace {

/// The numbers of EDTF level 2 (ISO 8601-2:2019, 4.8) before that of the first quarter, and before the first half.
constexpr int before_quarters = 32;
constexpr int before_halves = 39;

std::optional<int> share_numbered(int number, bool quarter) {
    if (number < 1 || number > (quarter ? 4 : 2)) return std::nullopt;
    return number + (quarter ? before_quarters : before_halves);
}

/// "Q2", "H1".
std::optional<int> short_share(std::string_view word) {
    word = without_comma(word);
    const auto number = word.size() == 2 ? whole_number(word.substr(1)) : std::nullopt;
    if (!number) return std::nullopt;
    const char letter = word.front();
    const bool quarter = letter == 'Q' || letter == 'q';
    return quarter || letter == 'H' ? share_numbered(*number, quarter) : std::nullopt;
}

bool is_year(std::string_view word) {
    return word.size() == 4 && whole_number(word);
}

}  // namespace

ShareOfYear share_of_year_at(const std::vector<DateToken>& tokens, std::size_t at) {
    const auto token = [&](std::size_t further) {
        return at + further < tokens.size() ? tokens[at + further].text : std::string_view();
    };
    const auto of_year = [&](std::size_t further, std::optional<int> share) {
        if (!share || !is_year(token(further))) return ShareOfYear{};
        return ShareOfYear{fmt::format("{}-{}", token(further), *share), further + 1};
    };
    if (const auto share = short_share(token(0))) return of_year(1, share);
    if (const auto share = is_year(token(0)) ? short_share(token(1)) : std::nullopt)
        return {fmt::format("{}-{}", token(0), *share), 2};
    const auto number = ordinal_of(token(0));
    const bool quarter = token(1) == "quarter";
    if (!number || (!quarter && token(1) != "half")) return {};
    return of_year(token(2) == "of" ? 3 : 2, share_numbered(*number, quarter));
}

namespace {

using Stage = StageOfDate::Stage;

struct StageWord {
    std::string_view word;
    Stage stage;
    bool of = false;  ///< goes on with "of"
};

constexpr StageWord stages[] = {{"early", Stage::early},       {"mid", Stage::middle},
                                {"late", Stage::late},         {"beginning", Stage::early, true},
                                {"start", Stage::early, true}, {"middle", Stage::middle, true},
                                {"end", Stage::late, true}};

/// The first and the last number of one of three nearly equal parts of 1 to `count`.
std::pair<std::int64_t, std::int64_t> third(Stage stage, std::int64_t count) {
    const std::int64_t part = count / 3;
    if (stage == Stage::early) return {1, part};
    if (stage == Stage::middle) return {part + 1, count - part};
    return {count - part + 1, count};
}

std::string months(const CalendarDate& date, Stage stage) {
    const auto [first, last] = third(stage, 12);
    return fmt::format("between {0:04}-{1:02} and {0:04}-{2:02}", date.year, first, last);
}

std::string days(const CalendarDate& date, Stage stage, const Calendar& calendar) {
    const auto [first, last] = third(stage, days_in_month(calendar, date.year, *date.month));
    return fmt::format("between {0:04}-{1:02}-{2:02} and {0:04}-{1:02}-{3:02}", date.year, *date.month, first, last);
}

std::string years(std::int64_t before, std::int64_t count, Stage stage) {
    const auto [first, last] = third(stage, count);
    return fmt::format("between {:04} and {:04}", before + first, before + last);
}

std::string stretch(const DatePhrase& date, Stage stage, const Calendar& calendar) {
    if (date.interval && date.from && date.to)
        return years(date.from->year - 1, date.to->year - date.from->year + 1, stage);
    if (!date.from || date.from->year < 1 || date.from->day) return {};
    if (date.from->month) return days(*date.from, stage, calendar);
    if (date.from->unspecified_year_digits == 1) return years(date.from->year - 1, 10, stage);
    return date.from->unspecified_year_digits == 0 && !date.from->season ? months(*date.from, stage) : std::string();
}

}  // namespace

std::optional<StageOfDate> stage_of_date_at(const std::vector<DateToken>& tokens, std::size_t at) {
    const auto token = [&](std::size_t further) {
        return at + further < tokens.size() ? tokens[at + further].text : std::string_view();
    };
    for (const StageWord& row : stages) {
        if (token(0) != row.word) continue;
        if (row.of)
            return token(1) == "of" ? std::optional(StageOfDate{row.stage, fmt::format("{} of", row.word), at + 2})
                                    : std::nullopt;
        const std::size_t dash = token(1) == "-" ? 2 : 1;
        return StageOfDate{row.stage, std::string(row.word), at + dash};
    }
    return std::nullopt;
}

std::string help_for_stage(std::string_view edtf, Stage stage, const DateWay& way) {
    const auto date = parse_date(edtf, way);
    const auto* read = std::get_if<DatePhrase>(&date);
    const std::string meant = read == nullptr ? std::string() : stretch(*read, stage, way.calendar);
    return meant.empty() ? "write the date without it, or the stretch that is meant, as between 1990 and 1993"
                         : fmt::format("write ‘{}’", meant);
}

}  // namespace fabula
