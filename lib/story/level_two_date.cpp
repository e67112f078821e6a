// parse_date_set, level_two_fault: what is read of level 2 of EDTF besides single dates, and what is not.

#include "story/level_two_date.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

#include "story/edtf_date.hpp"

namespace fabula {
namespace {

constexpr std::string_view marks = "?~%";

bool is_mark(char character) {
    return marks.find(character) != marks.npos;
}

bool all_of(std::string_view text, std::string_view characters) {
    return !text.empty() && text.find_first_not_of(characters) == text.npos;
}

constexpr std::string_view digits_and_open = "0123456789X";

/// Year, month or day of a date, with the marks that level 2 allows before and behind each.
struct Part {
    std::string_view figures;
    bool marked_before = false;
    bool marked_behind = false;
};

Part part_of(std::string_view text) {
    Part part;
    part.marked_before = !text.empty() && is_mark(text.front());
    if (part.marked_before) text.remove_prefix(1);
    part.marked_behind = !text.empty() && is_mark(text.back());
    if (part.marked_behind) text.remove_suffix(1);
    part.figures = text;
    return part;
}

/// The parts of a text that has the shape of a date; none where it has not.
std::vector<Part> parts_of(std::string_view date) {
    if (date.starts_with('-')) date.remove_prefix(1);
    std::vector<Part> parts;
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
    const std::vector<Part> parts = parts_of(date);
    if (parts.empty()) return std::nullopt;
    const bool open = std::any_of(parts.begin(), parts.end(),
                                  [](const Part& part) { return part.figures.find('X') != part.figures.npos; });
    if (open && parts.front().figures == "XXXX") {
        return Feature{"dates of an unknown year are",
                       "say which years it may be, as 1990/1999, or after and before what it was"};
    }
    if (open) {
        return Feature{"digits left open anywhere but at the end of a year, a month or a day are",
                       "leave the open part away, as 199X for 199X-12, or write a list of what may be: \"[1990-12, "
                       "1991-12]\""};
    }
    return std::nullopt;
}

/// More dates than that in a set are no longer listed.
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

    /// The years of 1670..1672; of other stretches both ends, where they stand alone.
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

}  // namespace

std::variant<DatePhrase, DateFault> parse_date_set(std::string_view text, const DateWay& way) {
    if (text.starts_with('[')) return SetReader(text, way).read();
    return DateFault{"sets of dates that are all meant are of level 2 of EDTF, and are not read",
                     "write an event for each, or a stretch as 1960/1961; one of several is \"[1960, 1961]\"", 0,
                     text.size()};
}

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

}  // namespace fabula
