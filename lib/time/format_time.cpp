// A timetable as text: format_time, format_start, format_end, dump and Timetable::age.
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <iterator>

#include "fabula/timetable.hpp"

#include "source/number.hpp"
#include "time/words.hpp"

namespace fabula {

namespace {

/// A time as exactly as a table needs it.
std::string table_time(const Timetable& timetable, double time) {
    if (time == -unbounded || time == unbounded) return time < 0 ? "ever" : "never";
    switch (timetable.axis) {
        case TimeAxis::calendar:
            return timing::calendar_text(timetable.calendar, time, true);
        case TimeAxis::age:
            return number(time / mean_year(timetable.calendar), 2);
        case TimeAxis::clock:
        case TimeAxis::elapsed:
        case TimeAxis::order:
            break;
    }
    return number(time, 2);
}

std::string table_moment(const Timetable& timetable, const Moment& moment) {
    return fmt::format("{} [{}, {}]", table_time(timetable, moment.nominal), table_time(timetable, moment.earliest),
                       table_time(timetable, moment.latest));
}

std::string table_extent(const Timetable& timetable, const Extent& extent) {
    return table_moment(timetable, extent.from) + " - " + table_moment(timetable, extent.until);
}

std::string_view name_of(TimeAxis axis) {
    constexpr std::string_view names[] = {"calendar", "age", "clock", "elapsed", "order"};
    return names[static_cast<std::size_t>(axis)];
}

std::string_view name_of(Certainty certainty) {
    constexpr std::string_view names[] = {"exact", "stated", "ordered"};
    return names[static_cast<std::size_t>(certainty)];
}

std::string length_of(const Duration& length) {
    constexpr std::string_view names[] = {"second", "minute", "hour", "day", "week", "month", "year", "clock"};
    const std::string low = number(length.low, 2);
    const std::string high = number(length.high, 2);
    std::string text = fmt::format("{}{}{} {}", length.about ? "about " : "", low, low == high ? "" : ".." + high,
                                   names[static_cast<std::size_t>(length.unit)]);
    for (const DurationPart& part : length.more)
        text += fmt::format(" {} {}", number(part.count, 2), names[static_cast<std::size_t>(part.unit)]);
    return text;
}

void dump_events(std::string& out, const Timetable& timetable, const Story& story) {
    for (const EventIndex e : timetable.chronology) {
        const EventTime& event = timetable.events[e];
        const auto shown = [](const MomentText& text) {
            return fmt::format("{} [{}, {}]", text.nominal, text.earliest.empty() ? "ever" : text.earliest,
                               text.latest.empty() ? "never" : text.latest);
        };
        const bool dated = timetable.axis == TimeAxis::calendar;
        fmt::format_to(std::back_inserter(out), "event {}: {}", story.events()[e].id,
                       dated ? shown(format_start(timetable, e)) : table_moment(timetable, event.start));
        if (!(event.end == event.start)) {
            fmt::format_to(std::back_inserter(out), " until {}",
                           dated ? shown(format_end(timetable, e)) : table_moment(timetable, event.end));
        }
        fmt::format_to(std::back_inserter(out), " {}", name_of(event.certainty));
        if (event.certainty == Certainty::stated) {
            fmt::format_to(std::back_inserter(out), " [{}, {}]", table_time(timetable, event.stated.earliest),
                           table_time(timetable, event.stated.latest));
        }
        out += '\n';
    }
}

void dump_lives(std::string& out, const Timetable& timetable, const Story& story) {
    for (CharacterIndex c = 0; c < timetable.lives.size(); ++c) {
        const Life& life = timetable.lives[c];
        fmt::format_to(std::back_inserter(out), "life {}: {} {} - {} {}\n", story.characters()[c].id,
                       life.birth_known ? "born" : "seen", table_moment(timetable, life.birth),
                       life.death_known ? "dies" : "seen", table_moment(timetable, life.death));
    }
}

void dump_own_clocks(std::string& out, const Timetable& timetable, const Story& story) {
    for (CharacterIndex c = 0; c < timetable.lives.size(); ++c) {
        for (const Away& away : timetable.lives[c].absences) {
            fmt::format_to(std::back_inserter(out), "away {}: {}, lives {} days\n", story.characters()[c].id,
                           table_extent(timetable, away.when), number(away.lived, 2));
        }
        for (const Extent& stretch : timetable.lives[c].clock) {
            fmt::format_to(std::back_inserter(out), "clock {}: {}\n", story.characters()[c].id,
                           table_extent(timetable, stretch));
        }
    }
}

void dump_extents(std::string& out, const Timetable& timetable, const Story& story) {
    for (SectionIndex s = 0; s < timetable.sections.size(); ++s) {
        fmt::format_to(std::back_inserter(out), "section {}: {}\n", story.sections()[s].id,
                       table_extent(timetable, timetable.sections[s]));
    }
    for (std::size_t i = 0; i < timetable.states.size(); ++i) {
        fmt::format_to(std::back_inserter(out), "state {} {}: {}\n", story.characters()[story.states()[i].who.index].id,
                       story.states()[i].is, table_extent(timetable, timetable.states[i]));
    }
    for (std::size_t i = 0; i < timetable.relationships.size(); ++i) {
        for (const Extent& phase : timetable.relationships[i]) {
            fmt::format_to(std::back_inserter(out), "relationship {} {}: {}\n", i + 1, story.relationships()[i].kind,
                           table_extent(timetable, phase));
        }
    }
}

void dump_set_aside(std::string& out, const Timetable& timetable) {
    for (const SetAside& said : timetable.set_aside) {
        fmt::format_to(std::back_inserter(out), "set aside of {}: {} [{}, {}]\n", said.of, said.text,
                       table_time(timetable, said.asked_from.value_or(-unbounded)),
                       table_time(timetable, said.asked_until.value_or(unbounded)));
    }
}

/// Seconds of the day that a time of the axis is, counted in its days.
std::int64_t second_of_day(const Calendar& calendar, double time) {
    return std::llround((time - std::floor(time)) * static_cast<double>(60 * minutes_in_day(calendar)));
}

/// "day 6", "day 6 18:30".
std::string days_text(std::string_view unit, double time, bool precise) {
    constexpr double far = 60;  // months and years are of their mean length there, which is not true to the hour
    if (std::abs(time) >= far) return fmt::format("{} {}", unit, number(std::round(time), 0));
    const std::int64_t second = second_of_day(gregorian(), time);
    const std::string day = fmt::format("{} {}", unit, number(std::floor(time), 0));
    return !precise || second == 0 ? day : fmt::format("{} {}", day, timing::time_of_day_text(second, gregorian()));
}

/// A day; before 25 March with both of its years where it is written so: "1675-02-10/6".
std::string day_text(const Timetable& timetable, double time, bool dual) {
    if (!dual) return format_time(timetable, time);
    const CalendarDay day = day_of(timetable.calendar, static_cast<std::int64_t>(std::floor(time)));
    if (day.year <= 1 || day.month > 3 || (day.month == 3 && day.day >= 25)) return format_time(timetable, time);
    const std::string first = fmt::to_string(day.year - 1);
    const std::string second = fmt::to_string(day.year);
    std::size_t same = 0;
    while (first.size() == second.size() && first[same] == second[same])
        ++same;
    constexpr std::size_t few = 2;  // digits that say which year is meant: 1675/6, 1679/80, but 1699/1700
    const std::string ending = second.size() - same > few ? second : second.substr(same);
    return fmt::format("{:0>4}-{:02}-{:02}/{}", first, day.month, day.day, ending);
}

/// How the times of an event are shown: on a clock so far ahead of the axis.
struct Manner {
    bool timed = false;
    double local = 0;
    bool dual = false;
};

MomentText moment_text(const Timetable& timetable, const Moment& moment, const Manner& manner) {
    const double local = manner.local;
    const auto plain = [&](double time) {
        return std::isfinite(time) ? day_text(timetable, time + local, manner.dual) : "";
    };
    // Of what is known to the day, the time at which it is drawn says nothing.
    constexpr double a_day = 0.9;
    const bool of_a_day = moment.latest - moment.earliest > a_day && !manner.timed;
    if (timetable.axis != TimeAxis::calendar) {
        const bool days = timetable.axis == TimeAxis::elapsed || timetable.axis == TimeAxis::clock;
        const std::string nominal =
            days && of_a_day ? format_time(timetable, moment.nominal, false) : plain(moment.nominal);
        return {plain(moment.earliest), nominal, plain(moment.latest)};
    }
    const auto with_time = [&](double time) {
        const std::int64_t second = second_of_day(timetable.calendar, time + local);
        return fmt::format("{} {}", plain(time), timing::time_of_day_text(second, timetable.calendar, manner.timed));
    };
    const std::int64_t day = 60 * minutes_in_day(timetable.calendar);
    // Bounds at the beginning or the end of a day are days; others are told to the minute that they are.
    const auto bound = [&](double time) {
        if (!std::isfinite(time)) return std::string();
        const std::int64_t second = second_of_day(timetable.calendar, time + local);
        const bool edge = second == 0 || second >= day - 60 || (second % 60 != 0 && second % 60 != 59);
        return timetable.timed && (manner.timed || !edge) ? with_time(time) : plain(time);
    };
    return {bound(moment.earliest), manner.timed ? with_time(moment.nominal) : plain(moment.nominal),
            bound(moment.latest)};
}

}  // namespace

std::optional<double> Timetable::age(CharacterIndex character, double time) const {
    if (!lives[character].birth_known || axis == TimeAxis::clock || axis == TimeAxis::order) return std::nullopt;
    return (time - lives[character].birth.nominal) / mean_year(calendar);
}

std::string format_time(const Timetable& timetable, double time, bool precise) {
    switch (timetable.axis) {
        case TimeAxis::calendar:
            return timing::calendar_text(timetable.calendar, time, precise);
        case TimeAxis::age:
            // Years are rounded to seconds: what is a birthday to the second is one.
            return "age " + number(std::floor((time + 0.5 / 86400) / mean_year(timetable.calendar)), 0);
        case TimeAxis::clock:
            if (timetable.clock == "day" || timetable.clock == "days") return days_text(timetable.clock, time, precise);
            return (timetable.clock.empty() ? "" : timetable.clock + " ") + number(time, precise ? 2 : 0);
        case TimeAxis::elapsed:
            return days_text("day", time, precise);
        case TimeAxis::order:
            break;
    }
    return "step " + number(time, precise ? 2 : 0);
}

MomentText format_start(const Timetable& timetable, EventIndex event) {
    const EventTime& time = timetable.events[event];
    return moment_text(timetable, time.start, {time.timed, time.local, time.dual_year});
}

MomentText format_end(const Timetable& timetable, EventIndex event) {
    const EventTime& time = timetable.events[event];
    return moment_text(timetable, time.end, {time.end_timed, time.end_local, time.dual_year});
}

std::string dump(const Timetable& timetable, const Story& story) {
    std::string out = fmt::format("axis {}", name_of(timetable.axis));
    if (timetable.axis_character) out += " of " + story.characters()[*timetable.axis_character].id;
    if (!timetable.clock.empty()) out += " " + timetable.clock;
    fmt::format_to(std::back_inserter(out), ", {} - {}\n", table_time(timetable, timetable.from),
                   table_time(timetable, timetable.until));
    dump_events(out, timetable, story);
    dump_lives(out, timetable, story);
    dump_own_clocks(out, timetable, story);
    dump_extents(out, timetable, story);
    dump_set_aside(out, timetable);
    for (const Gap& gap : timetable.gaps) {
        fmt::format_to(std::back_inserter(out), "gap {} - {}: {}\n", story.events()[gap.before].id,
                       story.events()[gap.after].id, length_of(gap.length));
    }
    return out;
}

}  // namespace fabula
