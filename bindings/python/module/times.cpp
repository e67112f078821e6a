#include "times.hpp"

#include <cmath>
#include <nanobind/stl/string.h>
#include <string_view>

namespace fabula::python {
namespace {

namespace nb = nanobind;

std::string_view word(Certainty certainty) {
    switch (certainty) {
        case Certainty::exact:
            return "exact";
        case Certainty::stated:
            return "stated";
        case Certainty::ordered:
            return "ordered";
    }
    return {};
}

/// A bound that the story does not set is None.
nb::object bound(double time) {
    return std::isfinite(time) ? nb::object(nb::float_(time)) : nb::object(nb::none());
}

/// In words, or None.
nb::object text_or_none(const std::string& text) {
    return text.empty() ? nb::object(nb::none()) : nb::object(nb::cast(text));
}

/// In years, by who it is.
nb::dict ages_in_years(const std::vector<AgeAtEvent>& ages, const Story& story, const Timetable& timetable) {
    nb::dict all;
    for (const AgeAtEvent& age : ages) {
        const AgeInYears years = in_years(age.lived, age.who, timetable);
        nb::dict row;
        row["least"] = years.least;
        row["nominal"] = years.nominal;
        row["most"] = years.most ? nb::object(nb::int_(*years.most)) : nb::object(nb::none());
        row["text"] = format_age(years);
        all[story.characters()[age.who].id.c_str()] = row;
    }
    return all;
}

nb::list ids(const std::vector<Reference>& who, const Story& story) {
    nb::list list;
    for (const Reference& each : who)
        list.append(story.characters()[each.index].id);
    return list;
}

/// What is set aside of an event, as it was written.
nb::list words_set_aside(const Timetable& timetable, EventIndex event) {
    nb::list words;
    for (const SetAside& said : timetable.set_aside_of(SetAside::Kind::event, event))
        words.append(said.text);
    return words;
}

}  // namespace

Rows rows_of(const Story& story, const Timetable& timetable, const std::vector<std::vector<AgeAtEvent>>& ages) {
    nb::list rows;
    for (const EventIndex e : timetable.chronology) {
        const Event& event = story.events()[e];
        const EventTime& time = timetable.events[e];
        nb::dict row;
        row["id"] = event.id;
        row["title"] = event.title;
        row["section"] = event.section ? nb::object(nb::str(story.sections()[*event.section].id.c_str())) : nb::none();
        row["who"] = ids(event.who, story);
        row["earliest"] = bound(time.start.earliest);
        row["nominal"] = time.start.nominal;
        row["latest"] = bound(time.start.latest);
        row["end"] = time.end.nominal;
        const MomentText start = format_start(timetable, e);
        row["when"] = start.nominal;
        row["not_before"] = text_or_none(start.earliest);
        row["not_after"] = text_or_none(start.latest);
        row["certainty"] = nb::str(word(time.certainty).data());
        row["set_aside"] = words_set_aside(timetable, e);
        row["ages"] = ages_in_years(ages[e], story, timetable);
        rows.append(row);
    }
    return nb::borrow<Rows>(rows);
}

}  // namespace fabula::python
