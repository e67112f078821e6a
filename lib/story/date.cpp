// parse_date, looks_like_date: dates, intervals and sets of EDTF, and what to write instead of what is not read.

#include "story/date.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

#include "story/phrase_words.hpp"

namespace fabula {
namespace {

using Day = std::tuple<std::int64_t, int, int>;

/// No month or day has a higher number.
constexpr int latest = 1000;

/// How many years besides the first can be meant where digits at the end are open or do not count.
std::int64_t open_years(const CalendarDate& date) {
    const std::size_t digits = fmt::format("{}", date.year < 0 ? -date.year : date.year).size();
    const std::size_t open = date.significant_digits > 0 ? digits - static_cast<std::size_t>(date.significant_digits)
                                                         : static_cast<std::size_t>(date.unspecified_year_digits);
    std::int64_t years = 1;
    for (std::size_t i = 0; i < open; ++i)
        years *= 10;
    return years - 1;
}

/// The first and the last of the years that can be meant.
std::pair<std::int64_t, std::int64_t> years_of(const CalendarDate& date) {
    const std::int64_t open = open_years(date);
    // The year nearest to 0: 1950S2 may be any from 1900 on.
    const std::int64_t nearest = date.year - date.year % (open + 1);
    return date.year < 0 ? std::pair(nearest - open, nearest) : std::pair(nearest, nearest + open);
}

Day first_day(const CalendarDate& date) {
    return {years_of(date).first, date.month.value_or(1), date.day.value_or(1)};
}

Day last_day(const CalendarDate& date) {
    return {years_of(date).second, date.month.value_or(latest), date.day.value_or(latest)};
}

bool begins_earlier(const CalendarDate& first, const CalendarDate& second) {
    return first_day(first) < first_day(second);
}

/// Three whole numbers with the same sign between them.
std::optional<std::array<std::string_view, 3>> three_numbers(std::string_view text, char sign) {
    std::array<std::string_view, 3> parts;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::size_t end = i == 2 ? text.size() : text.find(sign);
        if (end == text.npos) return std::nullopt;
        parts[i] = text.substr(0, end);
        const bool fits = parts[i].size() <= 4 && whole_number(parts[i]);
        if (!fits) return std::nullopt;
        text.remove_prefix(i == 2 ? end : end + 1);
    }
    return parts;
}

std::string day_of_year(std::string_view year, int month, int day) {
    return fmt::format("{:0>4}-{:02}-{:02}", year, month, day);
}

/// What "3/4/1996" may mean, where each of the two may be the month.
std::string meant(int first, int second, std::string_view year) {
    if (first > 12) return day_of_year(year, second, first);
    if (second > 12) return day_of_year(year, first, second);
    if (first == second) return day_of_year(year, first, second);
    return fmt::format("{} for the {} in month {}, or {}", day_of_year(year, second, first), first, second,
                       day_of_year(year, first, second));
}

/// The fault of a date in figures that is not EDTF ("1996/07/14", "14.7.1996", "07/14/1996"), with what to write
/// instead. Nothing where the text is not such a date.
std::optional<DateFault> figure_date_fault(std::string_view text) {
    for (const char sign : {'/', '.', '-'}) {
        const auto parts = three_numbers(text, sign);
        if (!parts) continue;
        const auto& [first, second, third] = *parts;
        const bool year_first = first.size() == 4 && second.size() <= 2 && third.size() <= 2;
        const bool year_last = third.size() >= 2 && third.size() != 3 && first.size() <= 2 && second.size() <= 2;
        if ((year_first && sign == '-') || (!year_first && !year_last)) return std::nullopt;
        const std::string year = third.size() == 2 ? "19" + std::string(third) : std::string(third);
        const int one = *whole_number(year_first ? second : first);
        const int two = *whole_number(year_first ? third : second);
        const std::string form = year_first ? day_of_year(first, one, two) : meant(one, two, year);
        return DateFault{"dates in figures are written with the year first and ‘-’ between",
                         fmt::format("write it as {}", form), 0, text.size()};
    }
    return std::nullopt;
}

constexpr std::string_view marks = "?~%";

bool is_mark(char character) {
    return marks.find(character) != marks.npos;
}

bool all_of(std::string_view text, std::string_view characters) {
    return !text.empty() && text.find_first_not_of(characters) == text.npos;
}

constexpr std::string_view digits_and_open = "0123456789X";

/// Year, month or day of a date, with the marks that level 2 allows before and after each.
struct WrittenPart {
    std::string_view figures;
    bool marked_before = false;
    bool marked_behind = false;
};

WrittenPart part_of(std::string_view text) {
    WrittenPart part;
    part.marked_before = !text.empty() && is_mark(text.front());
    if (part.marked_before) text.remove_prefix(1);
    part.marked_behind = !text.empty() && is_mark(text.back());
    if (part.marked_behind) text.remove_suffix(1);
    part.figures = text;
    return part;
}

/// The parts of a text in the shape of a date; none where it has another shape.
std::vector<WrittenPart> parts_of(std::string_view date) {
    if (date.starts_with('-')) date.remove_prefix(1);
    std::vector<WrittenPart> parts;
    while (parts.size() < 3) {
        const std::size_t dash = std::min(date.find('-'), date.size());
        parts.push_back(part_of(date.substr(0, dash)));
        const std::size_t length = parts.size() == 1 ? 4 : 2;
        if (parts.back().figures.size() != length || !all_of(parts.back().figures, digits_and_open)) return {};
        if (dash == date.size()) return parts;
        date.remove_prefix(dash + 1);
    }
    return {};
}

/// A feature, as the beginning of a sentence, and what to write instead of it.
struct Feature {
    std::string_view name;
    std::string_view help;
};

std::optional<Feature> feature_of_date(std::string_view date) {
    const std::vector<WrittenPart> parts = parts_of(date);
    if (parts.empty()) return std::nullopt;
    const bool open = std::any_of(parts.begin(), parts.end(),
                                  [](const WrittenPart& part) { return part.figures.find('X') != part.figures.npos; });
    if (open && parts.front().figures == "XXXX") {
        return Feature{"dates of an unknown year are",
                       "say which years it may be, as 1990/1999, or after and before what it was"};
    }
    if (open) {
        return Feature{"digits left open anywhere but at the end of a year, a month or a day are",
                       "leave out the open part, as 199X for 199X-12, or write a list of what may be: \"[1990-12, "
                       "1991-12]\""};
    }
    return std::nullopt;
}

/// The most dates that a set lists.
constexpr std::size_t most_listed = 1000;

/// Reads the dates of a set one after the other.
class SetReader {
public:
    SetReader(std::string_view text, const DateWay& way) : text_(text), way_(way) {}

    std::variant<DatePhrase, DateFault> read() {
        if (!text_.ends_with(']')) return fault("a bracket is open", 0, text_.size());
        std::size_t at = 1;
        while (at < text_.size()) {
            const std::size_t end = std::min(text_.find(',', at), text_.size() - 1);
            if (!element(at, end)) return fault_;
            at = end + 1;
        }
        return phrase();
    }

private:
    DateFault fault(std::string message, std::size_t from, std::size_t length) {
        return {std::move(message), "write it as \"[1667, 1668, 1670]\", in quotes, or as \"[1667..1670]\"", from,
                length};
    }

    bool fail(std::string message, std::size_t from, std::size_t length) {
        fault_ = fault(std::move(message), from, length);
        return false;
    }

    bool element(std::size_t from, std::size_t to) {
        while (from < to && text_[from] == ' ')
            ++from;
        while (to > from && text_[to - 1] == ' ')
            --to;
        if (from == to) return fail("a date is missing in this set", from, 1);
        const std::size_t dots = text_.substr(0, to).find("..", from);
        if (dots == text_.npos) return add(from, to, dates_);
        if (dots == from && dots + 2 == to) return fail("a date is missing in this set", from, 2);
        ++stretches_;
        std::vector<CalendarDate> ends;
        if (dots > from && !add(from, dots, ends)) return false;
        if (dots + 2 < to && !add(dots + 2, to, ends)) return false;
        if (ends.size() == 2) return spread(ends, from, to);
        (dots == from ? open_before_ : open_behind_) = true;
        dates_.push_back(ends.front());
        return true;
    }

    bool add(std::size_t from, std::size_t to, std::vector<CalendarDate>& into) {
        auto date = parse_edtf_date(text_.substr(from, to - from), from, way_);
        if (auto* wrong = std::get_if<DateFault>(&date)) {
            fault_ = std::move(*wrong);
            return false;
        }
        into.push_back(std::get<CalendarDate>(date));
        if (!into.back().minute_of_day) return true;
        return fail("a set is of days or longer, without times of day", from, to - from);
    }

    /// The years of 1670..1672; the two ends of any other stretch, which has to be alone in its set.
    bool spread(const std::vector<CalendarDate>& ends, std::size_t from, std::size_t to) {
        if (is_later(ends[0], ends[1])) return fail("this stretch ends before it begins", from, to - from);
        const bool alone = from == 1 && text_.find(',') == text_.npos;
        CalendarDate year = ends[0];
        year.year = ends[1].year;
        const bool years = year == ends[1] && !year.month && !year.season;
        if (alone) {
            dates_ = ends;
            return true;
        }
        if (!years || ends[1].year - ends[0].year >= static_cast<std::int64_t>(most_listed) ||
            dates_.size() >= most_listed)
            return fail("beside other dates a stretch is of years, and not of very many", from, to - from);
        for (year.year = ends[0].year; year.year <= ends[1].year; ++year.year)
            dates_.push_back(year);
        return true;
    }

    std::variant<DatePhrase, DateFault> phrase() {
        DatePhrase phrase;
        if (dates_.size() > 1 && (open_before_ || open_behind_)) {
            return fault("an open stretch stands alone in a set", 0, text_.size());
        }
        if (way_.old_style) {
            for (const CalendarDate& date : dates_) {
                if (!date.month) return fault("a set of Old Style dates is of days or months", 0, text_.size());
            }
        }
        std::stable_sort(dates_.begin(), dates_.end(), begins_earlier);
        if (stretches_ == 0) dates_.erase(std::unique(dates_.begin(), dates_.end()), dates_.end());
        const bool several = dates_.size() > 1;
        phrase.interval = several || open_before_ || open_behind_;
        if (!open_before_) phrase.from = dates_.front();
        if (several || open_before_) phrase.to = dates_.back();
        if (several) phrase.relation = DatePhrase::Relation::between;
        if (several && stretches_ * dates_.size() != 2) phrase.one_of = dates_;
        return phrase;
    }

    std::string_view text_;
    const DateWay& way_;
    std::vector<CalendarDate> dates_;
    std::size_t stretches_ = 0;
    bool open_before_ = false;
    bool open_behind_ = false;
    DateFault fault_;
};

/// Reads a set of dates, one of which is meant: "[1667,1668]", "[1667, 1668, 1670..1672]", "[..1984]".
std::variant<DatePhrase, DateFault> parse_date_set(std::string_view text, const DateWay& way) {
    if (text.starts_with('[')) return SetReader(text, way).read();
    return DateFault{"sets of dates that are all meant are of level 2 of EDTF, and are not read",
                     "write an event for each, or a stretch as 1960/1961; one of several is \"[1960, 1961]\"", 0,
                     text.size()};
}

/// The fault of a date of level 2 of EDTF in a form that is not read: which feature it is, and what to write instead.
/// Nothing where the text is not a date of level 2 either.
std::optional<DateFault> level_two_fault(std::string_view text) {
    if (text.starts_with('[') || text.starts_with('{')) return std::nullopt;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t slash = std::min(text.find('/', at), text.size());
        if (const auto feature = feature_of_date(text.substr(at, slash - at))) {
            return DateFault{fmt::format("{} of level 2 of EDTF, and are not read", feature->name),
                             std::string(feature->help), 0, text.size()};
        }
        at = slash + 1;
    }
    return std::nullopt;
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

/// "1675-02-10/6": after the slash is the end of the second of the two years. It has fewer digits than a year, so this
/// cannot be an interval.
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

/// "1675/6": one year counted in two ways, without the day that would show which is meant.
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

/// An Old Style year is from 25 March to 24 March.
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
        if (first < 1 || last >= 9999) continue;  // nobody counted like this then, and longer years have no days
        CalendarDate day = **end;
        day.unspecified_year_digits = day.significant_digits = 0;
        day.year = end == &phrase.from ? first : last + 1;
        day.month = 3;
        day.day = end == &phrase.from ? 25 : 24;
        *end = day;
    }
}

/// "1675/6" may be a dual year or a stretch; "1914/18" is a stretch that says its century once.
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

}  // namespace fabula
