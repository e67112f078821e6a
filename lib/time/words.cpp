#include "time/words.hpp"

#include <cmath>
#include <fmt/format.h>

#include "source/number.hpp"
#include "time/calendar.hpp"

namespace fabula::timing {

namespace {

/// "10,000"; four digits stand together.
std::string grouped(std::int64_t value) {
    if (value < 10'000) return fmt::to_string(value);
    return value < 1'000'000 ? fmt::format("{},{:03}", value / 1000, value % 1000)
                             : fmt::format("{},{:03}", grouped(value / 1000), value % 1000);
}

/// "66 million years ago", "13.8 billion years ago": of deep time years are counted from now, whenever that is.
std::string years_ago_text(std::int64_t years) {
    constexpr double million = 1e6;
    constexpr double billion = 1e9;
    const auto size = static_cast<double>(years);
    const auto four_figures = [](double value) {
        return number(value, value >= 1000 ? 0 : value >= 100 ? 1 : value >= 10 ? 2 : 3);
    };
    if (size >= billion) return four_figures(size / billion) + " billion years ago";
    if (size >= million) return four_figures(size / million) + " million years ago";
    return grouped(years) + " years ago";
}

std::string counted(double count, std::string_view unit) {
    const std::string figures = number(count, 1);
    return fmt::format("{} {}{}", figures, unit, figures == "1" ? "" : "s");
}

std::string range_on_axis(const Constraint& constraint, const Model& model) {
    const Zone& zone = shown_zone(constraint.to, model);
    const bool dates_on_clock = model.moments[constraint.from].kind == Meaning::Kind::dates;
    const auto text = [&](Ticks time) {
        if (!dates_on_clock) return point_text(time, model, zone);
        constexpr double seconds_per_day = 86'400;
        return calendar_text(gregorian(), static_cast<double>(model.scale.to_seconds(time)) / seconds_per_day, true);
    };
    if (constraint.low <= -never) return "no later than " + text(constraint.high);
    if (constraint.high >= never) return "no earlier than " + text(constraint.low);
    const std::string first = text(constraint.low);
    const std::string last = text(constraint.high);
    return first == last ? "at " + first : fmt::format("between {} and {}", first, last);
}

std::string distance_text(const Constraint& constraint, std::string_view relation, const std::string& anchor,
                          const Model& model, const Story& story) {
    const bool follows = relation == "after";
    if (constraint.low == 0 && constraint.high == 0) return "at the time of " + anchor;
    if (constraint.low == 0 && constraint.high >= never)
        return (follows ? "no earlier than " : "no later than ") + anchor;
    if (constraint.low <= -never && constraint.high == 0)
        return (follows ? "no later than " : "no earlier than ") + anchor;
    if (constraint.low <= -never && constraint.high == -instant) return (follows ? "before " : "after ") + anchor;
    if (constraint.low == instant && constraint.high >= never) return fmt::format("{} {}", relation, anchor);
    const auto length = [&](Ticks ticks) { return exact_length_text(ticks, 1, model, story); };
    if (constraint.high >= never) return fmt::format("at least {} {} {}", length(constraint.low), relation, anchor);
    if (constraint.low <= instant) return fmt::format("at most {} {} {}", length(constraint.high), relation, anchor);
    const std::string least = length(constraint.low);
    const std::string most = length(constraint.high);
    if (least == most) return fmt::format("{} {} {}", least, relation, anchor);
    return fmt::format("{} to {} {} {}", least, most, relation, anchor);
}

/// By its kind, or else by those it is between.
std::string name_of(const Relationship& relationship, const Story& story) {
    if (!relationship.kind.empty()) return fmt::format("the relationship \"{}\"", relationship.kind);
    std::string names;
    for (const Reference& who : relationship.between)
        names += (names.empty() ? "" : " and ") + story.characters()[who.index].id;
    return "the relationship of " + names;
}

}  // namespace

std::string calendar_text(const Calendar& calendar, double days, bool precise) {
    constexpr std::int64_t long_ago = -95'000;
    const auto day = static_cast<std::int64_t>(std::floor(days));
    if (!calendar.standard) return format_day(calendar, day, precise);
    const CalendarDay date = day_of(calendar, day);
    if (date.year > 0) return format_day(calendar, day, precise);
    if (date.year <= long_ago) return years_ago_text(years_before_today(date.year));
    const std::string year = fmt::format("{} BC", grouped(1 - date.year));
    if (!precise) return year;
    return fmt::format("{} {} {}", date.day, calendar.months[static_cast<std::size_t>(date.month) - 1].name, year);
}

std::string time_of_day_text(std::int64_t second, const Calendar& calendar, bool exact) {
    const std::int64_t hour = std::int64_t{60} * calendar.minutes_in_hour;
    second %= hour * calendar.hours_in_day;
    const std::string text = fmt::format("{:02}:{:02}", second / hour, second % hour / 60);
    return second % 60 == 0 || (!exact && second % 60 == 59) ? text : text + fmt::format(":{:02}", second % 60);
}

std::string length_text(Ticks length, const Model& model, const Story& story) {
    const double value = model.scale.axis_length(length);
    if (model.scale.axis() == TimeAxis::clock) {
        const std::string_view clock = story.time().clock.empty() ? "unit" : std::string_view(story.time().clock);
        return counted(value, clock);
    }
    const double year = mean_year(model.calendar);
    if (value >= 2 * year - 1 || std::abs(value - year) < 1) return counted(value / year, "year");
    if (value >= 60) return counted(value / mean_month(model.calendar), "month");
    if (value >= 1) return counted(value, "day");
    if (value * model.calendar.hours_in_day >= 1) return counted(value * model.calendar.hours_in_day, "hour");
    return counted(value * static_cast<double>(minutes_in_day(model.calendar)), "minute");
}

std::string exact_length_text(Ticks length, std::size_t terms, const Model& model, const Story& story) {
    if (model.scale.axis() == TimeAxis::clock) return length_text(length, model, story);
    const auto day = static_cast<double>(minutes_in_day(model.calendar));
    const double hour = model.calendar.minutes_in_hour;
    const double minutes = std::round(model.scale.axis_length(length) * day);
    const double off = static_cast<double>(terms) * model.scale.axis_length(model.scale.irregularity(TimeUnit::year));
    const double year = mean_year(model.calendar);
    const double days = minutes / day;
    const double years = std::round(days / year);
    if (years >= 1 && std::abs(days - years * year) <= off + 0.5) return counted(years, "year");
    const auto in_two = [](double whole, double parts, std::string_view unit, std::string_view part) {
        if (parts == 0) return counted(whole, unit);
        return whole == 0 ? counted(parts, part) : counted(whole, unit) + " " + counted(parts, part);
    };
    const double whole_years = std::floor(days / year);
    if (whole_years >= 1) return in_two(whole_years, std::round(days - whole_years * year), "year", "day");
    if (days >= 1) {
        const double hours = std::round(minutes / hour);
        const double hours_in_day = model.calendar.hours_in_day;
        return in_two(std::floor(hours / hours_in_day), std::fmod(hours, hours_in_day), "day", "hour");
    }
    const double seconds = std::round(model.scale.axis_length(length) * day * 60);
    if (seconds < 60 * hour) return in_two(std::floor(seconds / 60), std::fmod(seconds, 60), "minute", "second");
    return in_two(std::floor(minutes / hour), std::fmod(minutes, hour), "hour", "minute");
}

const Zone& shown_zone(Variable variable, const Model& model) {
    const Meaning& meaning = model.moments[variable];
    if (meaning.kind == Meaning::Kind::event) return model.shown_zones[meaning.index];
    if (meaning.kind == Meaning::Kind::event_end) return model.shown_end_zones[meaning.index];
    return model.zone;
}

std::string elapsed_text(double days) {
    const double day = std::floor(days);
    constexpr std::int64_t seconds_per_day = 86'400;
    const std::int64_t second = std::llround((days - day) * static_cast<double>(seconds_per_day));
    const std::string text = fmt::format("day {}", number(day, 0));
    return second == 0 || second >= seconds_per_day - 60
               ? text
               : fmt::format("{} {}", text, time_of_day_text(second, gregorian()));
}

std::string point_text(Ticks time, const Model& model, const Zone& zone) {
    if (model.scale.axis() == TimeAxis::clock) return number(model.scale.axis_value(time), 2);
    if (model.scale.axis() == TimeAxis::elapsed) return elapsed_text(model.scale.axis_value(time));
    const std::int64_t utc = model.scale.to_seconds(time);
    const double value = model.scale.axis_value(model.scale.from_seconds(utc + zone.ahead(utc)));
    const std::string day = calendar_text(model.calendar, value, true);
    const std::int64_t length = 60 * minutes_in_day(model.calendar);
    const std::int64_t second = std::llround((value - std::floor(value)) * static_cast<double>(length));
    if (second == 0 || second >= length - 60) return day;
    return fmt::format("{} {}", day, time_of_day_text(second, model.calendar));
}

std::string written(const Span& span, const Story& story) {
    const std::string words = written_words(span, story);
    return words.empty() ? words : fmt::format("‘{}’", words);
}

std::string written_words(const Span& span, const Story& story) {
    if (span.length == 0 || span.source >= story.sources().size()) return {};
    const std::string_view text = story.sources().text(span.source);
    if (span.offset >= text.size()) return {};
    const std::string_view whole = text.substr(span.offset, span.length);
    return std::string(whole.substr(0, whole.find('\n')));
}

std::string name_of(Variable variable, const Model& model, const Story& story) {
    const Meaning& meaning = model.moments[variable];
    switch (meaning.kind) {
        case Meaning::Kind::axis:
        case Meaning::Kind::dates:
            return "the start of the axis";
        case Meaning::Kind::event:
            return story.events()[meaning.index].id;
        case Meaning::Kind::event_end:
            return "the end of " + story.events()[meaning.index].id;
        case Meaning::Kind::birth:
            return "the birth of " + story.characters()[meaning.index].id;
        case Meaning::Kind::death:
            return "the death of " + story.characters()[meaning.index].id;
        case Meaning::Kind::section:
            return "the start of section " + story.sections()[meaning.index].id;
        case Meaning::Kind::section_end:
            return "the end of section " + story.sections()[meaning.index].id;
        case Meaning::Kind::state:
            return fmt::format("the state \"{}\"", story.states()[meaning.index].is);
        case Meaning::Kind::relationship:
            return name_of(story.relationships()[meaning.index], story);
        case Meaning::Kind::absence:
            return "the absence of " + story.characters()[meaning.index].id;
        case Meaning::Kind::clock:
            return "the own clock of " + story.characters()[meaning.index].id;
    }
    return {};
}

std::string constraint_text(const Constraint& constraint, const Model& model, const Story& story) {
    const bool dated = model.moments[constraint.from].kind == Meaning::Kind::dates ||
                       model.moments[constraint.from].kind == Meaning::Kind::axis;
    const std::string to = name_of(constraint.to, model, story);
    if (dated) {
        const bool night = constraint.statement != no_statement && model.statements[constraint.statement].night;
        return fmt::format("{} {}{}", to, range_on_axis(constraint, model), night ? ", in the night of that day" : "");
    }
    const std::string from = name_of(constraint.from, model, story);
    if (constraint.statement != no_statement) {
        const Stretch subject = model.statements[constraint.statement].subject;
        const bool of_what_is_before = constraint.from == subject.start || constraint.from == subject.end;
        if (of_what_is_before) return fmt::format("{} {}", from, distance_text(constraint, "before", to, model, story));
    }
    return fmt::format("{} {}", to, distance_text(constraint, "after", from, model, story));
}

std::string calendar_length_text(const CalendarLength& length, const Model& model, const Story& story) {
    std::string text;
    const auto add = [&text](const std::string& part) { text += (text.empty() ? "" : " ") + part; };
    if (length.years != 0) add(counted(length.years, "year"));
    if (length.months != 0) add(counted(length.months, "month"));
    if (length.days != 0) add(counted(static_cast<double>(length.days), "day"));
    if (length.rest >= model.scale.grain()) add(exact_length_text(length.rest, 1, model, story));
    return text.empty() ? "no time" : text;
}

namespace {

/// "b at most 1 month after a": one side of a sum. Those that are counted back are said of what is before.
std::string length_sum_text(const CalendarSum& sum, bool upper, const Model& model, const Story& story) {
    using Kind = CalendarSum::Kind;
    const std::string to = name_of(sum.to, model, story);
    const std::string from = name_of(sum.from, model, story);
    if (sum.kind == Kind::next_day && sum.days == 0) return fmt::format("{} on the day of {}", to, from);
    const std::string_view side = sum.days < 0 ? "before" : "after";
    if (sum.kind == Kind::weekday)
        return fmt::format("{} on the first {} {} {}", to, sum.calendar->week[sum.weekday], side, from);
    if (sum.kind == Kind::next_day) return fmt::format("{} on the day {} {}", to, side, from);
    const auto& length = upper ? sum.high : sum.low;
    if (!length) return fmt::format("{} at any distance from {}", to, from);
    const bool back = length->is_back();
    const CalendarLength size = back ? length->negative() : *length;
    const std::string text = calendar_length_text(size, model, story);
    if (sum.kind == Kind::age && upper) return fmt::format("{} less than {} after {}", to, text, from);
    if (sum.low && sum.high && *sum.low == *sum.high)
        return fmt::format("{} {} {} {}", to, text, back ? "before" : "after", from);
    return fmt::format("{} at {} {} {} {}", to, upper == back ? "least" : "most", text, back ? "before" : "after",
                       from);
}

std::string recurrence_text(const Recurrence& recurrence, const Model& model, const Story& story) {
    constexpr std::string_view seasons[] = {"spring", "summer", "autumn", "winter"};
    const std::string moment = name_of(recurrence.moment, model, story);
    switch (recurrence.kind) {
        case Recurrence::Kind::season:
            return fmt::format("{} in {}", moment, seasons[static_cast<std::size_t>(recurrence.season)]);
        case Recurrence::Kind::weekday:
            return fmt::format("{} on a {}", moment, recurrence.calendar->week[recurrence.weekday]);
        case Recurrence::Kind::dates:
            return fmt::format("{} on one of these dates", moment);
        case Recurrence::Kind::time_of_day:
            break;
    }
    const std::string first = time_of_day_text(recurrence.first, *recurrence.calendar);
    const std::string last = time_of_day_text(recurrence.last, *recurrence.calendar);
    return first == last ? fmt::format("{} at {}", moment, first)
                         : fmt::format("{} between {} and {}", moment, first, last);
}

}  // namespace

std::string bound_text(const Bound& bound, const Model& model, const Story& story) {
    if (bound.constraint >= model.number_of_recurrence(0))
        return recurrence_text(model.recurrences[bound.constraint - model.number_of_recurrence(0)], model, story);
    if (bound.constraint >= model.constraints.size()) {
        const CalendarSum& sum = model.sums[bound.constraint - model.constraints.size()];
        return length_sum_text(sum, bound.from == sum.from, model, story);
    }
    Constraint constraint = model.constraints[bound.constraint];
    const bool upper = bound.from == constraint.from && bound.weight == constraint.high;
    if (constraint.low < constraint.high) (upper ? constraint.low : constraint.high) = upper ? -never : never;
    return constraint_text(constraint, model, story);
}

}  // namespace fabula::timing
