// no_such_date: whether a calendar has a date. parse_edtf_date: one date of EDTF, read from left to right.

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

#include "story/date.hpp"
#include "story/duration.hpp"
#include "story/phrase_words.hpp"

namespace fabula {
namespace {

std::string years_that_have(const Calendar& calendar, const CalendarDate& date) {
    constexpr int far = 40;  // in most centuries no leap month is rarer
    for (int distance = 1; distance <= far; ++distance) {
        for (const std::int64_t year : {date.year + distance, date.year - distance}) {
            if (has_year(calendar, year) && days_in_month(calendar, year, *date.month) > 0)
                return fmt::format("it is there in leap years, as {}", year);
        }
    }
    return "look at ‘months’ and ‘leap’ of the calendar";
}

std::optional<NoSuchDate> no_such_day(const Calendar& calendar, const CalendarDate& date) {
    const int days = days_in_month(calendar, date.year, *date.month);
    const std::string& name = calendar.months[static_cast<std::size_t>(*date.month) - 1].name;
    if (days == 0) {
        return NoSuchDate{fmt::format("there is no such month in this year: {} is one of leap years", name),
                          years_that_have(calendar, date)};
    }
    if (!date.day || (*date.day >= 1 && *date.day <= days)) return std::nullopt;
    return NoSuchDate{fmt::format("there is no such day: the month has {}", days),
                      fmt::format("{} {} has the days 1 to {}{}", name, date.year, days,
                                  calendar.standard ? "; write a date as 1996-07-14" : "")};
}

std::int64_t first_day(const Calendar& calendar, const CalendarDate& date) {
    return day_number(calendar, {date.year, date.month.value_or(1), date.day.value_or(1)});
}

/// The last day that a date can mean.
std::int64_t last_day(const Calendar& calendar, const CalendarDate& date) {
    if (!date.month) return day_number(calendar, {date.year + 1, 1, 1}) - 1;
    return day_number(calendar,
                      {date.year, *date.month, date.day.value_or(days_in_month(calendar, date.year, *date.month))});
}

std::optional<NoSuchDate> outside_era(const Calendar& calendar, const CalendarDate& date, const Era& era) {
    const auto text = [&](std::int64_t number) {
        const CalendarDay day = day_of(calendar, number);
        return fmt::format("{:04}-{:02}-{:02}", day.year, number_of_month(calendar, day.month), day.day);
    };
    if (era.begins && last_day(calendar, date) < *era.begins) {
        return NoSuchDate{fmt::format("{} begins later in that year", era.name),
                          fmt::format("its first day is {}; before it, write the era before", text(*era.begins))};
    }
    if (era.ends && first_day(calendar, date) > *era.ends) {
        return NoSuchDate{fmt::format("{} was over by then", era.name),
                          fmt::format("its last day is {}; after it, write the era after", text(*era.ends))};
    }
    return std::nullopt;
}

}  // namespace

std::optional<NoSuchDate> no_such_date(const Calendar& calendar, const CalendarDate& date, const Era* era) {
    const bool open = date.unspecified_year_digits > 0;
    if (!open && !has_year(calendar, date.year)) {
        return NoSuchDate{fmt::format("the {} has no year {}", calendar.name, date.year),
                          fmt::format("its years are {} to {}; write others in another calendar", calendar.years->first,
                                      calendar.years->last)};
    }
    if (date.month && !open) {
        if (auto fault = no_such_day(calendar, date)) return fault;
    }
    return era == nullptr ? std::nullopt : outside_era(calendar, date, *era);
}

namespace {

constexpr auto farthest_year = static_cast<std::int64_t>(most_years);

/// Reads one date from left to right; each part sets `fault_` where it cannot be read.
class DateParser {
public:
    DateParser(std::string_view text, std::size_t offset, const DateWay& way)
        : text_(text), offset_(offset), way_(way), calendar_(way.calendar) {}

    std::variant<CalendarDate, DateFault> parse() {
        if (year() && month() && day() && count_year() && time() && is_at_end()) {
            settle_doubt();
            return date_;
        }
        return fault_;
    }

private:
    bool fail(std::string message, std::size_t from, std::size_t length,
              std::string help = std::string(how_to_write_dates)) {
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
        const Doubt before = mark();
        const bool prefixed = take('Y');
        const bool negative = take('-');
        if (!(prefixed ? long_year(start) : short_year(start))) return false;
        if (negative && date_.year == 0)
            return fail("there is no year -0000", start, at_ - start,
                        "the year before 0001 is 0000, that before it -0001");
        if (negative) date_.year = -date_.year;
        if (!significant_digits(start) || !year_of_its_era(start)) return false;
        if (prefixed && calendar_.standard && peek() == '-')
            return fail("a year after ‘Y’ stands alone", at_, text_.size() - at_, "leave out month and day");
        return marked(date_.year_doubt, before, start);
    }

    /// After a Y: more than four digits, or an exponent.
    bool long_year(std::size_t start) {
        const std::size_t digits = digits_ahead();
        const bool exponent = peek(digits) == 'E' || peek(digits) == 'e';
        if (!exponent && (digits < 5 || digits > 11 || peek() == '0'))
            return fail("a year after ‘Y’ has five to eleven digits and begins with no 0", start, text_.size() - start,
                        "write years of four digits without the Y, as 1996");
        if (digits == 0 || digits > 11)
            return fail("this is not a year", start, text_.size() - start, "write it as Y-17E7, or Y-170000000");
        date_.year = take_number(digits);
        if (exponent && !power_of_ten(start)) return false;
        if (date_.year <= farthest_year) return true;
        return fail("this year is too far away", start, at_ - start, fmt::format("years reach to Y{}", farthest_year));
    }

    /// The E7 of Y-17E7.
    bool power_of_ten(std::size_t start) {
        ++at_;
        const std::size_t digits = digits_ahead();
        if (digits == 0) return fail("a power of ten is missing", start, text_.size() - start, "write it as Y-17E7");
        std::int64_t power = digits > 2 ? 99 : take_number(digits);
        if (digits > 2) at_ += digits;
        for (; power > 0 && date_.year > 0 && date_.year <= farthest_year; --power)
            date_.year *= 10;
        return true;
    }

    bool short_year(std::size_t start) {
        const std::size_t digits = digits_ahead();
        while (peek(digits + static_cast<std::size_t>(date_.unspecified_year_digits)) == 'X')
            ++date_.unspecified_year_digits;
        const std::size_t length = digits + static_cast<std::size_t>(date_.unspecified_year_digits);
        if (length != 4 && (way_.era == nullptr || length == 0 || length > 4)) {
            return fail("a year has four digits", start, at_ - start + length,
                        help_for_year_of(text_.substr(at_, digits), date_.unspecified_year_digits > 0));
        }
        if (date_.unspecified_year_digits > 3)
            return fail("a year that is wholly open says nothing", start, length, "leave out the date");
        date_.year = take_number(digits);
        for (int i = 0; i < date_.unspecified_year_digits; ++i, ++at_)
            date_.year *= 10;
        return true;
    }

    /// What to write instead of a year of more or fewer digits than four.
    [[nodiscard]] std::string help_for_year_of(std::string_view digits, bool open) const {
        if (open || digits.empty()) return std::string(how_to_write_dates);
        if (digits.size() == 8) {
            return fmt::format("write year, month and day with ‘-’ between them, as {}-{}-{}", digits.substr(0, 4),
                               digits.substr(4, 2), digits.substr(6));
        }
        if (digits.size() > 4) {
            digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
            return fmt::format("write longer years with a Y, as Y{}", digits.size() > 4 ? digits : "12000");
        }
        if (!calendar_.standard) return fmt::format("write zeros before it, as {:0>4}", digits);
        return fmt::format("write zeros before it, as {0:0>4}, or AD {0}; or all the digits of the year, as 1996",
                           digits);
    }

    /// The S2 of 1950S2: how many digits of the year count.
    bool significant_digits(std::size_t start) {
        if (peek() != 'S') return true;
        ++at_;
        const std::size_t digits = digits_ahead();
        const std::size_t length = fmt::format("{}", date_.year < 0 ? -date_.year : date_.year).size();
        const std::int64_t count = digits == 1 || digits == 2 ? take_number(digits) : 0;
        const bool open = date_.unspecified_year_digits > 0;
        if (open || count < 1 || count > static_cast<std::int64_t>(length) || at_ != text_.size()) {
            return fail("so many digits of this year cannot count", start, text_.size() - start,
                        "write it as 1950S2, where the first two digits of the year are sure; it takes no month");
        }
        date_.significant_digits = static_cast<int>(count);
        return true;
    }

    bool year_of_its_era(std::size_t start) {
        if (way_.era == nullptr) return true;
        if (date_.year < 1 || date_.unspecified_year_digits > 0 || date_.significant_digits > 0)
            return fail("the years of an era are counted from 1, with all their digits", start, at_ - start,
                        "leave out the name of the era");
        date_.year = year_of_era(*way_.era, date_.year);
        return true;
    }

    bool month() {
        if (peek() != '-') return true;
        const std::size_t start = ++at_;
        const Doubt before = mark();
        if (peek() == 'X' && peek(1) == 'X') {
            at_ += 2;
            date_.unspecified_month = true;
            return marked(date_.month_doubt, before, start);
        }
        if (digits_ahead() != 2)
            return fail("a month has two digits", at_, std::max<std::size_t>(digits_ahead(), 1), help_for_short_part());
        const std::size_t digits = at_;
        const int value = static_cast<int>(take_number(2));
        if (const auto numbered = month_numbered(calendar_, value)) {
            date_.month = *numbered;
        } else if (calendar_.standard && value >= 21 && value <= 41) {
            date_.season = value;
        } else {
            return fail("there is no such month", digits, 2,
                        help_for_month(value, static_cast<int>(calendar_.months.size())));
        }
        if (date_.unspecified_year_digits > 0)
            return fail("a year that is left open has no months", digits, 2, "leave out the month");
        return marked(date_.month_doubt, before, start);
    }

    [[nodiscard]] std::string help_for_short_part() const {
        const std::string_view rest = text_.substr(at_);
        if (rest.starts_with('W')) return "weeks are not read: write the days, as 18–24 March 1996";
        if (calendar_.standard && digits_ahead() == 3 && rest.size() == 3) {
            const std::int64_t first = day_number(calendar_, {date_.year, 1, 1});
            const CalendarDay day = day_of(calendar_, first + *whole_number(rest) - 1);
            if (day.year != date_.year) return std::string(how_to_write_dates);
            return fmt::format("days are counted in their months: write {:04}-{:02}-{:02}", day.year, day.month,
                               day.day);
        }
        const std::size_t dash = rest.find('-');
        const auto is_short = [](std::string_view part) {
            return !part.empty() && part.size() <= 2 && std::all_of(part.begin(), part.end(), is_digit);
        };
        if (!is_short(rest.substr(0, dash))) return std::string(how_to_write_dates);
        if (dash == rest.npos) return fmt::format("write it as {:04}-{:0>2}", date_.year, rest);
        if (!is_short(rest.substr(dash + 1))) return std::string(how_to_write_dates);
        return fmt::format("write it as {:04}-{:0>2}-{:0>2}", date_.year, rest.substr(0, dash), rest.substr(dash + 1));
    }

    [[nodiscard]] std::string help_for_month(int value, int months) const {
        if (!calendar_.standard) return fmt::format("months are 01 to {:02}", months);
        const std::string known = "months are 01 to 12, and seasons 21 (spring) to 24 (winter), to 41 with quarters";
        const bool later_year = at_ == text_.size() && value > 41 && value > date_.year % 100 && date_.year > 0;
        if (!later_year) return known;
        return fmt::format("{}; a stretch of years is written as {:04}/{:02}{:02}", known, date_.year, date_.year / 100,
                           value);
    }

    bool day() {
        if (peek() != '-') return true;
        const std::size_t start = ++at_;
        if (date_.season) return fail("a season has no days", start, text_.size() - start);
        if (!date_.month && !date_.unspecified_month)
            return fail("there is no month before the day", start, text_.size() - start);
        const Doubt before = mark();
        if (peek() == 'X' && peek(1) == 'X') {
            at_ += 2;
            date_.unspecified_day = true;
            return marked(date_.day_doubt, before, start);
        }
        const std::size_t digits = digits_ahead();
        if (digits != 2 && (calendar_.standard || digits != 3))
            return fail("a day has two digits", at_, std::max<std::size_t>(digits, 1),
                        digits == 1
                            ? fmt::format("write it as {:04}-{:02}-0{}", date_.year, date_.month.value_or(1), peek())
                            : std::string(how_to_write_dates));
        if (date_.unspecified_month)
            return fail("a month that is left open has no days", at_, digits, "write XX for the day, too");
        date_.day = static_cast<int>(take_number(digits));
        return marked(date_.day_doubt, before, start);
    }

    /// Turns a year that begins on 25 March, or is written in both ways, into one that begins in January.
    bool count_year() {
        const bool before_lady_day =
            date_.month && (*date_.month < 3 || (*date_.month == 3 && date_.day.value_or(1) < 25));
        if (way_.dual && !before_lady_day)
            return fail("two years are only written for days from 1 January to 24 March", 0, text_.size(),
                        "later in the year there is one: 1675-06-10");
        const bool turned = way_.old_style && before_lady_day && date_.year < 9999;
        if (way_.dual || turned) ++date_.year;
        date_.dual_year = way_.dual || (turned && date_.year > 1 && date_.unspecified_year_digits == 0);
        if (way_.old_style && !way_.dual &&
            ((date_.month == 3 && !date_.day) || date_.season || date_.unspecified_month))
            return fail("in Old Style this is not of one year, for a year begins on 25 March", 0, text_.size(),
                        "write the day, or the date as julian 1675-03, where years begin in January");
        return there_is();
    }

    /// Whether the calendar has the date.
    bool there_is() {
        if (!calendar_.standard) {
            const auto fault = no_such_date(calendar_, date_, way_.era);
            if (!fault) return true;
            const std::string_view written = text_.substr(0, at_);
            const std::size_t part = date_.month && has_year(calendar_, date_.year) ? written.rfind('-') + 1 : 0;
            return fail(fault->message, part, at_ - part, fault->help);
        }
        if (!date_.day) return true;
        const int days = days_in_month(calendar_, date_.year, *date_.month);
        if (*date_.day >= 1 && *date_.day <= days) return true;
        const std::size_t dash = text_.rfind('-', at_);
        const std::size_t from = text_.find_first_of("0123456789", dash);
        return fail(days == 0 ? std::string("there is no such month in this year")
                              : fmt::format("there is no such day: the month has {}", days),
                    from,
                    text_.find_first_not_of("0123456789", from) == text_.npos
                        ? text_.size() - from
                        : text_.find_first_not_of("0123456789", from) - from,
                    days == 0 ? std::string(how_to_write_dates)
                              : fmt::format("its last day is {:04}-{:02}-{:02}", date_.year, *date_.month, days));
    }

    bool time() {
        if (peek() != 'T') return true;
        const std::size_t start = ++at_;
        if (!date_.day) return fail("there is no day before the time", start, text_.size() - start);
        const std::optional<int> hour = two_digits(calendar_.hours_in_day - 1);
        if (!hour || !take(':')) return fail_time(start);
        const std::optional<int> minute = two_digits(calendar_.minutes_in_hour - 1);
        if (!minute) return fail_time(start);
        date_.minute_of_day = *hour * calendar_.minutes_in_hour + *minute;
        if (take(':')) {
            const bool leap = text_.substr(at_).starts_with("60");
            date_.second = two_digits(59);
            if (!date_.second && leap)
                return fail("leap seconds are not counted", start, text_.size() - start, "write 59 for the seconds");
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
            return fail("this is not an offset from UTC", start, text_.size() - start,
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
        const bool midnight = text_.substr(start).starts_with("24:00");
        const std::string last = fmt::format("T{:02}:{:02}", calendar_.hours_in_day - 1, calendar_.minutes_in_hour - 1);
        return fail(fmt::format("a time is written from T00:00 to {0}, or to {0}:59", last), start,
                    text_.size() - start,
                    midnight ? "write T00:00 of the next day"
                             : "write hours and minutes with two digits each, as 1996-07-14T09:30");
    }

    /// Takes a mark of doubt, if one comes next.
    Doubt mark() {
        const char character = peek();
        if (character != '?' && character != '~' && character != '%') return {};
        ++at_;
        return {character != '~', character != '?'};
    }

    /// Reads the mark after a part. A mark before a part is for this part alone, one after it for all parts up to it,
    /// and one after the last part for the whole date.
    bool marked(Doubt& part, const Doubt& before, std::size_t start) {
        part = before;
        const std::size_t at = at_;
        const Doubt behind = mark();
        if (at == at_) return true;
        const bool again = peek() == '?' || peek() == '~' || peek() == '%';
        if (again || before != Doubt{}) {
            return fail("a date has one mark of doubt on a part", again ? at_ : start, 1,
                        "write ‘%’ for what is uncertain and approximate");
        }
        if (at_ == text_.size()) {
            date_.uncertain = behind.uncertain;
            date_.approximate = behind.approximate;
            return true;
        }
        for (Doubt* doubt : {&date_.year_doubt, &date_.month_doubt, &date_.day_doubt}) {
            doubt->uncertain = doubt->uncertain || behind.uncertain;
            doubt->approximate = doubt->approximate || behind.approximate;
            if (doubt == &part) break;
        }
        return true;
    }

    /// A mark after the time is for the whole date.
    bool is_at_end() {
        if (date_.minute_of_day && at_ < text_.size()) {
            const Doubt behind = mark();
            date_.uncertain = date_.uncertain || behind.uncertain;
            date_.approximate = date_.approximate || behind.approximate;
        }
        if (at_ == text_.size()) return true;
        return fail("the date does not go on like this", at_, text_.size() - at_);
    }

    /// What is doubtful in each part is doubtful in the whole date, and need not be said twice.
    void settle_doubt() {
        std::vector<Doubt*> parts = {&date_.year_doubt};
        if (date_.month || date_.season || date_.unspecified_month) parts.push_back(&date_.month_doubt);
        if (date_.day || date_.unspecified_day) parts.push_back(&date_.day_doubt);
        for (bool Doubt::* mark : {&Doubt::uncertain, &Doubt::approximate}) {
            bool& whole = mark == &Doubt::uncertain ? date_.uncertain : date_.approximate;
            whole = whole || std::all_of(parts.begin(), parts.end(), [&](const Doubt* part) { return part->*mark; });
            if (!whole) continue;
            for (Doubt* part : parts)
                part->*mark = false;
        }
    }

    std::string_view text_;
    std::size_t offset_;  ///< of the text in the phrase
    const DateWay& way_;
    const Calendar& calendar_;
    std::size_t at_ = 0;
    CalendarDate date_;
    DateFault fault_;
};

}  // namespace

std::variant<CalendarDate, DateFault> parse_edtf_date(std::string_view text, std::size_t offset, const DateWay& way) {
    return DateParser(text, offset, way).parse();
}

}  // namespace fabula
