#include "story/stage_of_date.hpp"

#include <fmt/format.h>
#include <iterator>

namespace fabula {
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

/// The first and the last of three nearly equal parts of 1 to `count`.
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
