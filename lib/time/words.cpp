#include "time/words.hpp"

#include <cmath>
#include <fmt/format.h>

#include "source/number.hpp"
#include "time/calendar.hpp"

namespace fabula::timing {

namespace {

std::string counted(double count, std::string_view unit) {
    const std::string figures = number(count, 1);
    return fmt::format("{} {}{}", figures, unit, figures == "1" ? "" : "s");
}

std::string range_on_axis(const Constraint& constraint, const Model& model) {
    if (constraint.low <= -never) return "no later than " + point_text(constraint.high, model);
    if (constraint.high >= never) return "no earlier than " + point_text(constraint.low, model);
    const std::string first = point_text(constraint.low, model);
    const std::string last = point_text(constraint.high, model);
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
        names += (names.empty() ? "" : " and ") + story.characters[who.index].id;
    return "the relationship of " + names;
}

}  // namespace

std::string calendar_text(const Calendar& calendar, double days, bool precise) {
    return format_day(calendar, static_cast<std::int64_t>(std::floor(days)), precise);
}

std::string length_text(Ticks length, const Model& model, const Story& story) {
    const double value = model.scale.axis_value(length);
    if (model.scale.axis() == TimeAxis::clock) {
        const std::string_view clock = story.time.clock.empty() ? "unit" : std::string_view(story.time.clock);
        return counted(value, clock);
    }
    const double year = mean_year(model.calendar);
    if (value >= 2 * year - 1 || std::abs(value - year) < 1) return counted(value / year, "year");
    if (value >= 60) return counted(value / mean_month(model.calendar), "month");
    if (value >= 1) return counted(value, "day");
    if (value * 24 >= 1) return counted(value * 24, "hour");
    return counted(value * 1440, "minute");
}

std::string exact_length_text(Ticks length, std::size_t terms, const Model& model, const Story& story) {
    if (model.scale.axis() == TimeAxis::clock) return length_text(length, model, story);
    const double minutes = std::round(model.scale.axis_value(length) * 1440);
    const double off = static_cast<double>(terms) * model.scale.axis_value(model.scale.irregularity(TimeUnit::year));
    const double year = mean_year(model.calendar);
    const double years = std::round(minutes / 1440 / year);
    if (years >= 1 && std::abs(minutes / 1440 - years * year) <= off + 0.5) return counted(years, "year");
    const auto in_two = [](double whole, double parts, std::string_view unit, std::string_view part) {
        if (parts == 0) return counted(whole, unit);
        return whole == 0 ? counted(parts, part) : counted(whole, unit) + " " + counted(parts, part);
    };
    const double whole_years = std::floor(minutes / 1440 / year);
    if (whole_years >= 1) return in_two(whole_years, std::round(minutes / 1440 - whole_years * year), "year", "day");
    if (minutes >= 1440) {
        const double hours = std::round(minutes / 60);
        return in_two(std::floor(hours / 24), std::fmod(hours, 24), "day", "hour");
    }
    return in_two(std::floor(minutes / 60), std::fmod(minutes, 60), "hour", "minute");
}

std::string point_text(Ticks time, const Model& model) {
    const double value = model.scale.axis_value(time);
    return model.scale.axis() == TimeAxis::clock ? number(value, 2) : calendar_text(model.calendar, value, true);
}

std::string written(const Span& span, const Story& story) {
    if (span.length == 0 || span.source >= story.sources.size()) return {};
    const std::string_view text = story.sources.text(span.source);
    if (span.offset >= text.size()) return {};
    const std::string_view whole = text.substr(span.offset, span.length);
    return fmt::format("‘{}’", whole.substr(0, whole.find('\n')));
}

std::string name_of(Variable variable, const Model& model, const Story& story) {
    const Meaning& meaning = model.moments[variable];
    switch (meaning.kind) {
        case Meaning::Kind::axis:
        case Meaning::Kind::dates:
            return "the start of the axis";
        case Meaning::Kind::event:
            return story.events[meaning.index].id;
        case Meaning::Kind::event_end:
            return "the end of " + story.events[meaning.index].id;
        case Meaning::Kind::birth:
            return "the birth of " + story.characters[meaning.index].id;
        case Meaning::Kind::death:
            return "the death of " + story.characters[meaning.index].id;
        case Meaning::Kind::section:
            return "the start of section " + story.sections[meaning.index].id;
        case Meaning::Kind::section_end:
            return "the end of section " + story.sections[meaning.index].id;
        case Meaning::Kind::state:
            return fmt::format("the state \"{}\"", story.states[meaning.index].is);
        case Meaning::Kind::relationship:
            return name_of(story.relationships[meaning.index], story);
        case Meaning::Kind::absence:
            return "the absence of " + story.characters[meaning.index].id;
        case Meaning::Kind::clock:
            return "the own clock of " + story.characters[meaning.index].id;
    }
    return {};
}

std::string constraint_text(const Constraint& constraint, const Model& model, const Story& story) {
    const bool dated = model.moments[constraint.from].kind == Meaning::Kind::dates ||
                       model.moments[constraint.from].kind == Meaning::Kind::axis;
    const std::string to = name_of(constraint.to, model, story);
    if (dated) return fmt::format("{} {}", to, range_on_axis(constraint, model));
    const std::string from = name_of(constraint.from, model, story);
    if (constraint.statement != no_statement) {
        const Stretch subject = model.statements[constraint.statement].subject;
        const bool of_what_is_before = constraint.from == subject.start || constraint.from == subject.end;
        if (of_what_is_before) return fmt::format("{} {}", from, distance_text(constraint, "before", to, model, story));
    }
    return fmt::format("{} {}", to, distance_text(constraint, "after", from, model, story));
}

std::string bound_text(const Bound& bound, const Model& model, const Story& story) {
    Constraint constraint = model.constraints[bound.constraint];
    const bool upper = bound.from == constraint.from && bound.weight == constraint.high;
    if (constraint.low < constraint.high) (upper ? constraint.low : constraint.high) = upper ? -never : never;
    return constraint_text(constraint, model, story);
}

}  // namespace fabula::timing
