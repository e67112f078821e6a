// parse_date, looks_like_date: dates, intervals and sets of EDTF.

#include "story/date.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

#include "story/edtf_date.hpp"
#include "story/figure_date.hpp"
#include "story/level_two_date.hpp"
#include "story/phrase_words.hpp"

namespace fabula {
namespace {

bool is_digit(char character) {
    return character >= '0' && character <= '9';
}

using Day = std::tuple<std::int64_t, int, int>;

/// No month or day is later.
constexpr int latest = 1000;

/// How many years besides the first are meant where digits at the end do not count.
std::int64_t open_years(const CalendarDate& date) {
    const std::size_t digits = fmt::format("{}", date.year < 0 ? -date.year : date.year).size();
    const std::size_t open = date.significant_digits > 0 ? digits - static_cast<std::size_t>(date.significant_digits)
                                                         : static_cast<std::size_t>(date.unspecified_year_digits);
    std::int64_t years = 1;
    for (std::size_t i = 0; i < open; ++i)
        years *= 10;
    return years - 1;
}

/// The years of which one is meant.
std::pair<std::int64_t, std::int64_t> years_of(const CalendarDate& date) {
    const std::int64_t open = open_years(date);
    const std::int64_t nearest = date.year - date.year % (open + 1);  // to year 0; 1950S2 may be any from 1900 on
    return date.year < 0 ? std::pair(nearest - open, nearest) : std::pair(nearest, nearest + open);
}

Day first_day(const CalendarDate& date) {
    return {years_of(date).first, date.month.value_or(1), date.day.value_or(1)};
}

Day last_day(const CalendarDate& date) {
    return {years_of(date).second, date.month.value_or(latest), date.day.value_or(latest)};
}

std::variant<DatePhrase, DateFault> parse_interval(std::string_view text, std::size_t slash, const DateWay& way) {
    DatePhrase phrase;
    phrase.interval = true;
    const std::pair<std::size_t, std::string_view> ends[] = {{0, text.substr(0, slash)},
                                                             {slash + 1, text.substr(slash + 1)}};
    for (const auto& [offset, end] : ends) {
        if (end.empty()) (offset == 0 ? phrase.from_unknown : phrase.to_unknown) = true;
        if (end.empty() || end == "..") continue;
        auto date = parse_edtf_date(end, offset, way);
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
    if (phrase.from && phrase.to && is_later(*phrase.from, *phrase.to)) {
        return DateFault{"this stretch ends before it begins", "write the earlier date first", 0, text.size()};
    }
    return phrase;
}

DatePhrase moment(const CalendarDate& date) {
    DatePhrase phrase;
    phrase.from = date;
    return phrase;
}

/// "1675-02-10/6": what follows the slash is how the second of the two years ends. A year has four digits, and so what
/// has fewer is no date.
std::variant<DatePhrase, DateFault> parse_dual(std::string_view text, std::size_t slash, DateWay way) {
    constexpr std::string_view help = "write it as 1675-02-10/6, where 1676 is the year after 1675";
    const std::string_view ending = text.substr(slash + 1);
    way.dual = true;
    auto date = parse_edtf_date(text.substr(0, slash), 0, way);
    if (auto* fault = std::get_if<DateFault>(&date)) return std::move(*fault);
    const auto& read = std::get<CalendarDate>(date);
    const bool fits = read.year > 1 && read.year <= 9999 && fmt::format("{:04}", read.year).ends_with(ending);
    if (!fits || read.minute_of_day)
        return DateFault{"these are not two years that follow each other", std::string(help), slash, ending.size() + 1};
    return moment(read);
}

/// "1675/6": two ways to count one year, of which it is not said which part is meant.
bool is_dual_year_alone(std::string_view text, std::size_t slash) {
    const std::string_view ending = text.substr(slash + 1);
    return slash == 4 && ending.size() >= 1 && ending.size() <= 2 &&
           std::all_of(text.begin(), text.begin() + 4, is_digit) && std::all_of(ending.begin(), ending.end(), is_digit);
}

bool is_dual(std::string_view text, std::size_t slash) {
    const std::string_view ending = text.substr(slash + 1);
    return text.substr(0, slash).find('-', 1) < slash && !ending.empty() && ending.size() < 4 &&
           std::all_of(ending.begin(), ending.end(), is_digit);
}

/// In Old Style a year is from 25 March to 24 March.
void spread_old_style(DatePhrase& phrase) {
    const auto is_year = [](const std::optional<CalendarDate>& date) { return date && !date->month; };
    const bool counted = phrase.from && phrase.from->year > 0 && phrase.from->year < 9000;
    if (!phrase.interval && counted && is_year(phrase.from)) {
        phrase.interval = true;
        phrase.relation = DatePhrase::Relation::between;
        phrase.to = phrase.from;
    }
    for (auto* end : {&phrase.from, &phrase.to}) {
        if (!is_year(*end)) continue;
        const auto [first, last] = years_of(**end);
        if (first < 1 || last >= 9999) continue;  // nobody counted so, and longer years have no days
        CalendarDate day = **end;
        day.unspecified_year_digits = day.significant_digits = 0;
        day.year = end == &phrase.from ? first : last + 1;
        day.month = 3;
        day.day = end == &phrase.from ? 25 : 24;
        *end = day;
    }
}

/// "1675/6" may be a dual year or a stretch; "1914/18" is a stretch, of which the century is said once.
std::string help_for_two_years(std::string_view first, std::string_view ending) {
    const int next = *whole_number(first) + 1;
    if (fmt::format("{:04}", next).ends_with(ending))
        return fmt::format("write it as {0}-02-10/{1}, or the stretch from year to year as {0}/{2:04}", first, ending,
                           next);
    return fmt::format("write the stretch from year to year as {0}/{1}{2}", first, first.substr(0, 4 - ending.size()),
                       ending);
}

std::variant<DatePhrase, DateFault> parse_any(std::string_view text, const DateWay& way) {
    if (text.starts_with('[') || text.starts_with('{')) return parse_date_set(text, way);
    if (way.era == nullptr) {  // years of eras may have two digits
        if (auto fault = figure_date_fault(text)) return std::move(*fault);
    }
    const std::size_t slash = text.find('/');
    if (slash != text.npos && is_dual_year_alone(text, slash)) {
        return DateFault{"two years are only written for a day from 1 January to 24 March",
                         help_for_two_years(text.substr(0, 4), text.substr(5)), 0, text.size()};
    }
    if (slash != text.npos)
        return is_dual(text, slash) ? parse_dual(text, slash, way) : parse_interval(text, slash, way);
    auto date = parse_edtf_date(text, 0, way);
    if (auto* fault = std::get_if<DateFault>(&date)) return std::move(*fault);
    return moment(std::get<CalendarDate>(date));
}

}  // namespace

bool looks_like_date(std::string_view word) {
    if (word.empty()) return false;
    const char first = word.front();
    const char second = word.size() > 1 ? word[1] : '\0';
    const bool prefixed = first == 'Y' && (is_digit(second) || second == '-');
    const bool qualified = (first == '?' || first == '~' || first == '%') && is_digit(second);
    constexpr std::string_view firsts = "-./[{";
    return is_digit(first) || firsts.find(first) != firsts.npos || prefixed || qualified || word.starts_with("XXXX");
}

std::variant<DatePhrase, DateFault> parse_date(std::string_view text, const DateWay& way) {
    auto result = parse_any(text, way);
    if (auto* phrase = std::get_if<DatePhrase>(&result)) {
        if (way.old_style && phrase->one_of.empty()) spread_old_style(*phrase);
        return result;
    }
    if (const auto feature = level_two_fault(text)) return *feature;
    return result;
}

std::variant<DatePhrase, DateFault> parse_date(std::string_view text, const Calendar& calendar, const Era* era) {
    return parse_date(text, DateWay{calendar, era});
}

std::int64_t year_of_era(const Era& era, std::int64_t year) {
    return era.backwards ? era.first - year + 1 : era.first + year - 1;
}

bool is_later(const CalendarDate& first, const CalendarDate& second) {
    return first_day(first) > last_day(second);
}

bool begins_earlier(const CalendarDate& first, const CalendarDate& second) {
    return first_day(first) < first_day(second);
}

}  // namespace fabula
