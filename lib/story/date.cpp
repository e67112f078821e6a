// parse_date, looks_like_date: dates and intervals of EDTF.

#include "story/date.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <fmt/format.h>
#include <tuple>

#include "story/calendar_dates.hpp"
#include "story/duration.hpp"
#include "story/level_two_date.hpp"

namespace fabula {
namespace {

constexpr std::string_view how_to =
    "write a date as 1996, 1996-07 or 1996-07-14, with ‘~’ or ‘?’ behind it if it is not sure, and a stretch as "
    "1978/1981";

constexpr auto farthest_year = static_cast<std::int64_t>(most_years);

bool is_digit(char character) {
    return character >= '0' && character <= '9';
}

/// Reads one date of an interval from left to right; `fault` is set where it does not go on.
class DateParser {
public:
    DateParser(std::string_view text, std::size_t offset, const Calendar& calendar, const Era* era)
        : text_(text), offset_(offset), calendar_(calendar), era_(era) {}

    std::variant<CalendarDate, DateFault> parse() {
        if (year() && month() && day() && there_is() && time() && qualifier()) {
            if (at_ == text_.size()) return date_;
            fail("the date does not go on like this", at_, text_.size() - at_);
        }
        return fault_;
    }

private:
    bool fail(std::string message, std::size_t from, std::size_t length, std::string help = std::string(how_to)) {
        fault_ = {std::move(message), std::move(help), offset_ + from, length};
        return false;
    }

    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }

    bool take(char expected) {
        if (peek() != expected) return false;
        ++at_;
        return true;
    }

    [[nodiscard]] std::size_t digits_ahead() const {
        std::size_t count = 0;
        while (is_digit(peek(count)))
            ++count;
        return count;
    }

    std::int64_t take_number(std::size_t length) {
        std::int64_t value = 0;
        std::from_chars(text_.data() + at_, text_.data() + at_ + length, value);
        at_ += length;
        return value;
    }

    bool year() {
        const std::size_t start = at_;
        const bool prefixed = take('Y');
        const bool negative = take('-');
        const std::size_t digits = digits_ahead();
        if (prefixed) {
            if (digits < 5 || digits > 10 || peek() == '0')
                return fail("a year after ‘Y’ has five to ten digits and begins with no 0", start, text_.size() - start,
                            "write years of four digits without the Y, as 1996");
            date_.year = take_number(digits);
            if (date_.year > farthest_year)
                return fail("this year is too far away", start, at_ - start,
                            fmt::format("years reach to Y{}", farthest_year));
        } else {
            while (peek(digits + static_cast<std::size_t>(date_.unspecified_year_digits)) == 'X')
                ++date_.unspecified_year_digits;
            const std::size_t length = digits + static_cast<std::size_t>(date_.unspecified_year_digits);
            if (length != 4 && (era_ == nullptr || length == 0 || length > 4)) {
                return fail("a year has four digits", start, at_ - start + length,
                            digits == 8  ? std::string("write year, month and day with ‘-’ between them, as 1996-07-14")
                            : digits > 4 ? std::string("write longer years with a Y, as Y12000")
                            : date_.unspecified_year_digits == 0 && digits > 0
                                ? fmt::format("write zeros before it, as {:0>4}", text_.substr(at_, digits))
                                : std::string(how_to));
            }
            if (date_.unspecified_year_digits > 2) {
                return fail("only the last one or two digits of a year can be left open", start, length);
            }
            date_.year = take_number(digits);
            for (int i = 0; i < date_.unspecified_year_digits; ++i, ++at_)
                date_.year *= 10;
        }
        if (negative && date_.year == 0)
            return fail("there is no year -0000", start, at_ - start,
                        "the year before 0001 is 0000, that before it -0001");
        if (negative) date_.year = -date_.year;
        if (era_ != nullptr) {
            if (date_.year < 1 || date_.unspecified_year_digits > 0)
                return fail("the years of an era are counted from 1, with all their digits", start, at_ - start,
                            "leave the name of the era away");
            date_.year = year_of_era(*era_, date_.year);
        }
        if (prefixed && calendar_.standard && peek() == '-')
            return fail("a year after ‘Y’ stands alone", at_, text_.size() - at_, "leave month and day away");
        return true;
    }

    bool month() {
        if (peek() != '-') return true;
        const std::size_t start = ++at_;
        if (peek() == 'X' && peek(1) == 'X') {
            at_ += 2;
            date_.unspecified_month = true;
            return true;
        }
        if (digits_ahead() != 2) return fail("a month has two digits", start, std::max<std::size_t>(digits_ahead(), 1));
        const int value = static_cast<int>(take_number(2));
        if (const auto month = month_numbered(calendar_, value)) {
            date_.month = *month;
        } else if (calendar_.standard && value >= 21 && value <= 24) {
            date_.season = value;
        } else {
            return fail("there is no such month", start, 2,
                        calendar_.standard ? "months are 01 to 12, and seasons 21 (spring) to 24 (winter)"
                                           : fmt::format("months are 01 to {:02}", calendar_.months.size()));
        }
        if (date_.unspecified_year_digits > 0)
            return fail("a year that is left open has no months", start, 2, "leave the month away");
        return true;
    }

    bool day() {
        if (peek() != '-') return true;
        const std::size_t start = ++at_;
        if (date_.season) return fail("a season has no days", start, text_.size() - start);
        if (!date_.month && !date_.unspecified_month)
            return fail("there is no month before the day", start, text_.size() - start);
        if (peek() == 'X' && peek(1) == 'X') {
            at_ += 2;
            date_.unspecified_day = true;
            return true;
        }
        const std::size_t digits = digits_ahead();
        if (digits != 2 && (calendar_.standard || digits != 3))
            return fail("a day has two digits", start, std::max<std::size_t>(digits, 1));
        if (date_.unspecified_month)
            return fail("a month that is left open has no days", start, digits, "write XX for the day, too");
        date_.day = static_cast<int>(take_number(digits));
        return true;
    }

    /// Whether the calendar has the date.
    bool there_is() {
        const auto fault = no_such_date(calendar_, date_, era_);
        if (!fault) return true;
        const std::string_view written = text_.substr(0, at_);
        const std::size_t part = date_.month && has_year(calendar_, date_.year) ? written.rfind('-') + 1 : 0;
        return fail(fault->message, part, at_ - part, fault->help);
    }

    bool time() {
        if (peek() != 'T') return true;
        const std::size_t start = ++at_;
        if (!date_.day) return fail("there is no day before the time", start, text_.size() - start);
        const std::optional<int> hour = two_digits(23);
        if (!hour || !take(':')) return fail_time(start);
        const std::optional<int> minute = two_digits(59);
        if (!minute) return fail_time(start);
        date_.minute_of_day = *hour * 60 + *minute;
        if (take(':')) {
            date_.second = two_digits(59);
            if (!date_.second) return fail_time(start);
        }
        return zone();
    }

    /// How far the clock is from UTC: Z, -04, +04:30.
    bool zone() {
        const std::size_t start = at_;
        if (take('Z')) date_.zone_minutes = 0;
        if (peek() != '+' && peek() != '-') return true;
        const int sign = peek() == '-' ? -1 : 1;
        ++at_;
        const std::optional<int> hours = two_digits(23);
        const std::optional<int> minutes = hours && take(':') ? two_digits(59)
                                           : hours            ? std::optional(0)
                                                              : std::nullopt;
        if (date_.zone_minutes || !minutes || (sign < 0 && *hours == 0 && *minutes == 0)) {
            return fail("this is no distance from UTC", start, text_.size() - start,
                        "write Z for none, or hours with two digits each, or hours and minutes, as -04 or +04:30");
        }
        date_.zone_minutes = sign * (*hours * 60 + *minutes);
        return true;
    }

    std::optional<int> two_digits(int most) {
        if (digits_ahead() != 2) return std::nullopt;
        const int value = static_cast<int>(take_number(2));
        return value <= most ? std::optional(value) : std::nullopt;
    }

    bool fail_time(std::size_t start) {
        return fail("a time is written from T00:00 to T23:59, or to T23:59:59", start, text_.size() - start,
                    "write hours and minutes with two digits each, as 1996-07-14T09:30");
    }

    bool qualifier() {
        const bool both = take('%');
        date_.uncertain = both || take('?');
        date_.approximate = both || (!date_.uncertain && take('~'));
        const bool second = at_ > 0 && at_ + 1 == text_.size() && (peek() == '~' || peek() == '?' || peek() == '%');
        if (second && (date_.uncertain || date_.approximate))
            return fail("a date has one mark of doubt", at_, 1, "write ‘%’ for what is uncertain and approximate");
        return true;
    }

    std::string_view text_;
    std::size_t offset_;  ///< of the text in the phrase
    const Calendar& calendar_;
    const Era* era_;
    std::size_t at_ = 0;
    CalendarDate date_;
    DateFault fault_;
};

using Day = std::tuple<std::int64_t, int, int>;

/// No month or day is later.
constexpr int latest = 1000;

Day first_day(const CalendarDate& date) {
    const std::int64_t open = date.unspecified_year_digits == 2 ? 99 : date.unspecified_year_digits == 1 ? 9 : 0;
    return {date.year < 0 ? date.year - open : date.year, date.month.value_or(1), date.day.value_or(1)};
}

Day last_day(const CalendarDate& date) {
    const std::int64_t open = date.unspecified_year_digits == 2 ? 99 : date.unspecified_year_digits == 1 ? 9 : 0;
    return {date.year < 0 ? date.year : date.year + open, date.month.value_or(latest), date.day.value_or(latest)};
}

std::variant<DatePhrase, DateFault> parse_interval(std::string_view text, std::size_t slash, const Calendar& calendar,
                                                   const Era* era) {
    DatePhrase phrase;
    phrase.interval = true;
    const std::pair<std::size_t, std::string_view> ends[] = {{0, text.substr(0, slash)},
                                                             {slash + 1, text.substr(slash + 1)}};
    for (const auto& [offset, end] : ends) {
        if (end.empty()) (offset == 0 ? phrase.from_unknown : phrase.to_unknown) = true;
        if (end.empty() || end == "..") continue;
        auto date = DateParser(end, offset, calendar, era).parse();
        if (auto* fault = std::get_if<DateFault>(&date)) return *fault;
        (offset == 0 ? phrase.from : phrase.to) = std::get<CalendarDate>(date);
        const std::size_t time = end.find('T');
        if (time != end.npos) {
            return DateFault{"a stretch goes from day to day, without times of day",
                             "write when it begins under ‘when’ and when it ends under ‘until’", offset + time,
                             end.size() - time};
        }
    }
    if (!phrase.from && !phrase.to)
        return DateFault{"both ends of this stretch are open", "write a date on one side", 0, text.size()};
    if (phrase.from && phrase.to && first_day(*phrase.from) > last_day(*phrase.to)) {
        return DateFault{"this stretch ends before it begins", "write the earlier date first", 0, text.size()};
    }
    return phrase;
}

std::variant<DatePhrase, DateFault> parse_level_one(std::string_view text, const Calendar& calendar, const Era* era) {
    const std::size_t slash = text.find('/');
    if (slash != std::string_view::npos) return parse_interval(text, slash, calendar, era);
    auto date = DateParser(text, 0, calendar, era).parse();
    if (auto* fault = std::get_if<DateFault>(&date)) return *fault;
    DatePhrase phrase;
    phrase.from = std::get<CalendarDate>(date);
    return phrase;
}

}  // namespace

bool looks_like_date(std::string_view word) {
    if (word.empty()) return false;
    const char first = word.front();
    const char second = word.size() > 1 ? word[1] : '\0';
    const bool prefixed = first == 'Y' && (is_digit(second) || second == '-');
    const bool qualified = (first == '?' || first == '~' || first == '%') && is_digit(second);
    constexpr std::string_view firsts = "-./[{";
    return is_digit(first) || firsts.find(first) != firsts.npos || prefixed || qualified || word.starts_with("XXXX-");
}

std::variant<DatePhrase, DateFault> parse_date(std::string_view text, const Calendar& calendar, const Era* era) {
    auto result = parse_level_one(text, calendar, era);
    if (std::holds_alternative<DatePhrase>(result)) return result;
    if (const auto feature = level_two_feature(text)) {
        return DateFault{fmt::format("{} of level 2 of EDTF, and levels 0 and 1 are read", *feature),
                         std::string(how_to), 0, text.size()};
    }
    return result;
}

std::int64_t year_of_era(const Era& era, std::int64_t year) {
    return era.backwards ? era.first - year + 1 : era.first + year - 1;
}

}  // namespace fabula
