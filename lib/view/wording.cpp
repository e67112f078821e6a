// Dates in words: days, months, years and times of day.
#include "view/wording.hpp"

#include <cmath>
#include <fmt/format.h>

#include "source/number.hpp"
#include "view/cldr_formats.hpp"

namespace fabula {
namespace {

std::string with_mark(std::string text, bool uncertain) {
    return uncertain ? text + "?" : text;
}

void replace(std::string& text, std::string_view what, std::string_view by) {
    if (const auto at = text.find(what); at != std::string::npos) text.replace(at, what.size(), by);
}

}  // namespace

Wording::Wording(const Story& story)
    : story_(story),
      calendar_(story.calendars()[story.time().calendar]),
      formats_(std::make_unique<DateFormats>(calendar_, story.language())),
      figures_(std::make_unique<FigureFormats>(formats_->locale())) {}

Wording::~Wording() = default;

// The month is abbreviated: dates stand in the narrow measure of labels.
std::string Wording::date(double day, bool with_year) const {
    return date(day, {.year = with_year, .weekday = false});
}

std::string Wording::date(double day, const DateParts& parts, const DateMarks& marks) const {
    if (!formats_->knows_calendar()) return own_date(day, parts, marks);
    std::string skeleton = parts.weekday ? "MMMEd" : "MMMd";
    if (parts.year) skeleton = (needs_era(day) ? "Gy" : "y") + skeleton;
    std::string text = formats_->write(day, skeleton, marks);
    if (text.empty()) return year(day);
    // English sets the comma before dates that go on, and labels have none after them.
    if (parts.weekday && story_.language().starts_with("en")) replace(text, ", ", " ");
    return text;
}

std::string Wording::own_date(double day, const DateParts& parts, const DateMarks& marks) const {
    const auto number = static_cast<std::int64_t>(std::floor(day));
    const CalendarDay date = day_of(calendar_, number);
    std::string text;
    const auto week = weekday(calendar_, number);
    if (parts.weekday && week) text = calendar_.week[*week] + " ";
    if (days_in_month(calendar_, date.year, date.month) != 1)
        text += with_mark(fmt::to_string(date.day), marks.day_uncertain) + " ";
    return text + own_month(day, parts.year, marks);
}

std::string Wording::own_month(double day, bool with_year, const DateMarks& marks) const {
    const CalendarDay date = day_of(calendar_, static_cast<std::int64_t>(std::floor(day)));
    const std::string& name = calendar_.months[static_cast<std::size_t>(date.month) - 1].name;
    const std::string text = with_mark(name, marks.month_uncertain);
    const std::string year = marks.year.empty() ? this->year(day) : marks.year;
    return with_year ? text + " " + with_mark(year, marks.year_uncertain) : text;
}

std::string Wording::month(double day) const {
    return month(day, true);
}

std::string Wording::month(double day, bool with_year, const DateMarks& marks) const {
    if (!formats_->knows_calendar()) return own_month(day, with_year, marks);
    const std::string_view skeleton = !with_year ? "LLL" : needs_era(day) ? "GyMMM" : "yMMM";
    const std::string text = formats_->write(day, skeleton, marks);
    return text.empty() ? year(day) : text;
}

std::string Wording::quarter(double day, bool with_year) const {
    const std::string text = formats_->write(day, !with_year ? "QQQ" : needs_era(day) ? "GyQQQ" : "yQQQ");
    return text.empty() ? year(day) : text;
}

bool Wording::needs_era(double day) const {
    return !formats_->is_foreign() && year_of(calendar_, day) <= 0;
}

std::string Wording::year(double day) const {
    const std::int64_t year = year_of(calendar_, day);
    if (formats_->is_foreign()) {
        if (std::string text = formats_->write(day, "y"); !text.empty()) return text;
    }
    if (const auto era = era_year(calendar_, year)) {
        const std::string& name = calendar_.eras[era->era].name;
        return name + " " + figure(static_cast<double>(era->year));
    }
    if (calendar_.standard && year < deep_time) return years_ago(year);
    if (year > 0 || !calendar_.standard) return figure(static_cast<double>(year));
    const std::string own = word("bc", "");
    const std::string text = own.empty() && year > -9'999 ? formats_->write(day, "Gy") : std::string();
    return text.empty() ? figure(static_cast<double>(1 - year)) + " " + (own.empty() ? "BC" : own) : text;
}

std::string Wording::year_of_era(double day) const {
    const std::int64_t year = year_of(calendar_, day);
    if (!calendar_.standard || year <= 0) return this->year(day);
    const std::string own = word("ad", story_.language().starts_with("en") ? "AD" : "");
    if (!own.empty()) return own + " " + figure(static_cast<double>(year));
    const std::string text = formats_->write(day, "Gy");
    return text.empty() ? this->year(day) : text;
}

std::string Wording::days(double first, double last, bool with_year) const {
    const bool one_year = year_of(calendar_, first) == year_of(calendar_, last);
    const std::string_view skeleton = !with_year && one_year                ? "MMMd"
                                      : needs_era(first) || needs_era(last) ? "GyMMMd"
                                                                            : "yMMMd";
    if (std::string text = formats_->write_stretch(first, last, skeleton); !text.empty()) return text;
    if (formats_->knows_calendar()) return stretch(date(first, with_year), date(last, with_year));
    const CalendarDay from = day_of(calendar_, static_cast<std::int64_t>(std::floor(first)));
    const CalendarDay to = day_of(calendar_, static_cast<std::int64_t>(std::floor(last)));
    if (from.year == to.year && from.month == to.month && from.day != to.day)
        return fmt::format("{}\u2013{}", from.day, date(last, with_year));
    return stretch(date(first, with_year && !one_year), date(last, with_year));
}

std::string Wording::months(double first, double last, bool with_year) const {
    const bool one_year = year_of(calendar_, first) == year_of(calendar_, last);
    const std::string_view skeleton = !with_year && one_year                ? "MMM"
                                      : needs_era(first) || needs_era(last) ? "GyMMM"
                                                                            : "yMMM";
    if (std::string text = formats_->write_stretch(first, last, skeleton); !text.empty()) return text;
    return stretch(month(first, with_year && !one_year), month(last, with_year));
}

/// What is finer than a second is the error of a fraction of a day.
double Wording::to_second(double time) const {
    const auto seconds_per_day = static_cast<double>(60 * minutes_in_day(calendar_));
    return std::round(time * seconds_per_day) / seconds_per_day;
}

/// Of days with other hours than ours.
std::string Wording::own_clock(double time, std::optional<double> until) const {
    const std::int64_t hour = std::int64_t{60} * calendar_.minutes_in_hour;
    const auto text = [&](double at) {
        const std::int64_t second =
            std::llround((at - std::floor(at)) * static_cast<double>(hour * calendar_.hours_in_day));
        std::string figures = fmt::format("{:02}:{:02}", second / hour, second % hour / 60);
        return second % 60 == 0 ? figures : figures + fmt::format(":{:02}", second % 60);
    };
    const bool stretch = until && to_second(*until) != to_second(time);
    return stretch ? text(to_second(time)) + "\u2013" + text(to_second(*until)) : text(to_second(time));
}

std::string Wording::clock(double time, std::optional<double> until) const {
    if (calendar_.hours_in_day != 24 || calendar_.minutes_in_hour != 60) return own_clock(time, until);
    const auto has_seconds = [this](double at) {
        const double minutes = to_second(at) * 1440;
        return std::abs(minutes - std::round(minutes)) > 1e-4;
    };
    // Half a second more, so that no fraction is cut to the second before.
    constexpr double half_second = 0.5 / 86'400;
    const double from = to_second(time) + half_second;
    const bool seconds = has_seconds(time) || (until && has_seconds(*until));
    const std::string_view skeleton = seconds ? "jmmss" : "jmm";
    if (!until || to_second(*until) == to_second(time)) return formats_->write_clock(from, skeleton);
    return formats_->write_clock_stretch(from, to_second(*until) + half_second, skeleton);
}

std::string Wording::with_clock(const std::string& date, const std::string& clock) const {
    if (date.empty() || clock.empty()) return date + clock;
    std::string text = formats_->date_and_time();
    replace(text, "{0}", clock);
    replace(text, "{1}", date);
    return text;
}

std::string Wording::offset(double ahead) const {
    const auto minutes = std::llround(std::abs(ahead) * 1440);
    if (minutes == 0) return "UTC";
    const std::string hours = fmt::format("UTC{}{}", ahead < 0 ? "\u2212" : "+", minutes / 60);
    return minutes % 60 == 0 ? hours : fmt::format("{}:{:02}", hours, minutes % 60);
}

std::string Wording::zone(const std::string& id) const {
    if (id.empty() || id.starts_with("UTC") || id.find('/') == std::string::npos) return id;
    const std::string name = formats_->zone(id);
    return name.empty() ? id : name;
}

std::string stretch(const std::string& first, const std::string& last) {
    const bool has_spaces = (first + last).find(' ') != std::string::npos;
    return first + (has_spaces ? " \u2013 " : "\u2013") + last;
}

std::int64_t year_of(const Calendar& calendar, double day) {
    return day_of(calendar, static_cast<std::int64_t>(std::floor(day))).year;
}

}  // namespace fabula
