// parse_date: dates and intervals of EDTF.

#include "story/date.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <fmt/format.h>
#include <tuple>

#include "story/duration.hpp"

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
    DateParser(std::string_view text, std::size_t offset) : text_(text), offset_(offset) {}

    std::variant<CalendarDate, DateFault> parse() {
        if (year() && month() && day() && time() && qualifier()) {
            if (at_ == text_.size()) return date_;
            fail("the date does not go on like this", at_, text_.size() - at_);
        }
        return fault_;
    }

private:
    bool fail(std::string message, std::size_t from, std::size_t length, std::string_view help = how_to) {
        fault_ = {std::move(message), std::string(help), offset_ + from, length};
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
            if (digits < 5 || digits > 10)
                return fail("a year after ‘Y’ has five to ten digits", start, text_.size() - start);
            date_.year = take_number(digits);
            if (date_.year > farthest_year)
                return fail("this year is too far away", start, at_ - start,
                            fmt::format("years reach to Y{}", farthest_year));
        } else {
            while (peek(digits + static_cast<std::size_t>(date_.unspecified_year_digits)) == 'X')
                ++date_.unspecified_year_digits;
            const std::size_t length = digits + static_cast<std::size_t>(date_.unspecified_year_digits);
            if (length != 4) {
                return fail("a year has four digits", start, at_ - start + length,
                            digits > 4 ? "write longer years with a Y, as Y12000" : how_to);
            }
            if (date_.unspecified_year_digits > 2) {
                return fail("only the last one or two digits of a year can be left open", start, length, how_to);
            }
            date_.year = take_number(digits);
            for (int i = 0; i < date_.unspecified_year_digits; ++i, ++at_)
                date_.year *= 10;
        }
        if (negative && date_.year == 0)
            return fail("there is no year -0000", start, at_ - start, "the year before 0001 is 0000");
        if (negative) date_.year = -date_.year;
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
        if (value >= 21 && value <= 24) {
            date_.season = value;
        } else if (value >= 1 && value <= 12) {
            date_.month = value;
        } else {
            return fail("there is no such month", start, 2,
                        "months are 01 to 12, and seasons 21 (spring) to 24 (winter)");
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
        if (digits_ahead() != 2) return fail("a day has two digits", start, std::max<std::size_t>(digits_ahead(), 1));
        if (date_.unspecified_month)
            return fail("a month that is left open has no days", start, 2, "write XX for the day, too");
        date_.day = static_cast<int>(take_number(2));
        if (*date_.day >= 1 && *date_.day <= days_of_month()) return true;
        return fail(fmt::format("there is no such day: the month has {}", days_of_month()), start, 2);
    }

    [[nodiscard]] int days_of_month() const {
        constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        const bool leap = date_.year % 4 == 0 && (date_.year % 100 != 0 || date_.year % 400 == 0);
        return *date_.month == 2 && leap ? 29 : days[*date_.month - 1];
    }

    bool time() {
        if (peek() != 'T') return true;
        const std::size_t start = ++at_;
        if (!date_.day) return fail("there is no day before the time", start, text_.size() - start);
        const std::optional<int> hour = two_digits(23);
        if (!hour || !take(':')) return fail_time(start);
        const std::optional<int> minute = two_digits(59);
        if (!minute) return fail_time(start);
        if (take(':') && !two_digits(59)) return fail_time(start);
        const bool zone = peek() == 'Z' || peek() == '+' || peek() == '-';
        if (zone) return fail("times of a story have no time zone", at_, text_.size() - at_, "leave it away");
        date_.minute_of_day = *hour * 60 + *minute;
        return true;
    }

    std::optional<int> two_digits(int most) {
        if (digits_ahead() != 2) return std::nullopt;
        const int value = static_cast<int>(take_number(2));
        return value <= most ? std::optional(value) : std::nullopt;
    }

    bool fail_time(std::size_t start) {
        return fail("a time is written from T00:00 to T23:59", start, text_.size() - start,
                    "write hours and minutes with two digits each, as 1996-07-14T09:30");
    }

    bool qualifier() {
        const bool both = take('%');
        date_.uncertain = both || take('?');
        date_.approximate = both || take('~');
        return true;
    }

    std::string_view text_;
    std::size_t offset_;  ///< of the text in the phrase
    std::size_t at_ = 0;
    CalendarDate date_;
    DateFault fault_;
};

using Day = std::tuple<std::int64_t, int, int>;

Day first_day(const CalendarDate& date) {
    const std::int64_t open = date.unspecified_year_digits == 2 ? 99 : date.unspecified_year_digits == 1 ? 9 : 0;
    return {date.year < 0 ? date.year - open : date.year, date.month.value_or(1), date.day.value_or(1)};
}

Day last_day(const CalendarDate& date) {
    const std::int64_t open = date.unspecified_year_digits == 2 ? 99 : date.unspecified_year_digits == 1 ? 9 : 0;
    return {date.year < 0 ? date.year : date.year + open, date.month.value_or(12), date.day.value_or(31)};
}

std::string format_calendar_date(const CalendarDate& date) {
    const std::int64_t size = std::abs(date.year);
    std::string year = fmt::format("{}{}{:04}", size > 9999 ? "Y" : "", date.year < 0 ? "-" : "", size);
    const auto open = static_cast<std::size_t>(date.unspecified_year_digits);
    year.replace(year.size() - open, open, open, 'X');
    std::string text = std::move(year);
    if (date.month || date.season) text += fmt::format("-{:02}", date.month ? *date.month : *date.season);
    if (date.unspecified_month) text += "-XX";
    if (date.day) text += fmt::format("-{:02}", *date.day);
    if (date.unspecified_day) text += "-XX";
    if (date.minute_of_day) text += fmt::format("T{:02}:{:02}", *date.minute_of_day / 60, *date.minute_of_day % 60);
    if (date.uncertain && date.approximate) return text + "%";
    return text + (date.uncertain ? "?" : date.approximate ? "~" : "");
}

std::variant<DatePhrase, DateFault> parse_interval(std::string_view text, std::size_t slash) {
    DatePhrase phrase;
    phrase.interval = true;
    const std::pair<std::size_t, std::string_view> ends[] = {{0, text.substr(0, slash)},
                                                             {slash + 1, text.substr(slash + 1)}};
    for (const auto& [offset, end] : ends) {
        if (end.empty() || end == "..") continue;
        auto date = DateParser(end, offset).parse();
        if (auto* fault = std::get_if<DateFault>(&date)) return *fault;
        (offset == 0 ? phrase.from : phrase.to) = std::get<CalendarDate>(date);
    }
    if (!phrase.from && !phrase.to)
        return DateFault{"both ends of this stretch are open", "write a date on one side", 0, text.size()};
    if (phrase.from && phrase.to && first_day(*phrase.from) > last_day(*phrase.to)) {
        return DateFault{"this stretch ends before it begins", "write the earlier date first", 0, text.size()};
    }
    return phrase;
}

}  // namespace

bool looks_like_date(std::string_view word) {
    if (word.empty()) return false;
    const bool prefixed = word.size() > 1 && word.front() == 'Y' && (is_digit(word[1]) || word[1] == '-');
    return is_digit(word.front()) || word.front() == '-' || word.front() == '.' || word.front() == '/' || prefixed;
}

std::variant<DatePhrase, DateFault> parse_date(std::string_view text) {
    const std::size_t slash = text.find('/');
    if (slash != std::string_view::npos) return parse_interval(text, slash);
    auto date = DateParser(text, 0).parse();
    if (auto* fault = std::get_if<DateFault>(&date)) return *fault;
    return DatePhrase{.from = std::get<CalendarDate>(date), .to = std::nullopt, .interval = false};
}

std::string format_date(const DatePhrase& date) {
    const std::string from = date.from ? format_calendar_date(*date.from) : "..";
    if (!date.interval) return from;
    return fmt::format("{}/{}", from, date.to ? format_calendar_date(*date.to) : "..");
}

}  // namespace fabula
