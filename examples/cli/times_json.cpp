// times_json, why_json.
#include "json.hpp"
#include "times_report.hpp"

namespace fabula::cli {

namespace {

std::string_view name_of(TimeAxis axis) {
    switch (axis) {
        case TimeAxis::calendar:
            return "calendar";
        case TimeAxis::age:
            return "age";
        case TimeAxis::clock:
            return "clock";
        case TimeAxis::elapsed:
            return "elapsed";
        case TimeAxis::order:
            break;
    }
    return "order";
}

std::string_view name_of(TimeReason::Kind kind) {
    switch (kind) {
        case TimeReason::Kind::stated:
            return "stated";
        case TimeReason::Kind::soft:
            return "soft";
        case TimeReason::Kind::section:
            return "section";
        case TimeReason::Kind::granted:
            break;
    }
    return "granted";
}

Json json_of(const Moment& moment, const MomentText& text) {
    return {{"earliest", json_number(moment.earliest)}, {"nominal", json_number(moment.nominal)},
            {"latest", json_number(moment.latest)},     {"text", text.nominal},
            {"text_earliest", text.earliest},           {"text_latest", text.latest}};
}

/// On a clock that is so far ahead of the axis.
Json json_of(const Timetable& timetable, const Moment& moment, double local = 0) {
    return json_of(moment, {time_text(timetable, moment.earliest + local), time_text(timetable, moment.nominal + local),
                            time_text(timetable, moment.latest + local)});
}

Json json_of(const TimesReport& report, const Age& age, CharacterIndex who) {
    const AgeInYears years = in_years(age, who, report.timetable);
    return {{"least", json_number(age.least)},
            {"nominal", json_number(age.nominal)},
            {"most", json_number(age.most)},
            {"years", format_age(years)},
            {"days", format_age_by_day(age, who, report.timetable)}};
}

Json ages_of(const TimesReport& report, EventIndex event) {
    Json ages = Json::array();
    for (const AgeAtEvent& age : report.ages[event]) {
        ages.push_back({{"who", report.story.characters()[age.who].id},
                        {"calendar", json_of(report, age.calendar, age.who)},
                        {"lived", json_of(report, age.lived, age.who)}});
    }
    return ages;
}

/// What is set aside of an event, as it was written.
Json list_set_aside(const TimesReport& report, EventIndex event) {
    Json words = Json::array();
    for (const SetAside& said : report.timetable.set_aside_of(SetAside::Kind::event, event))
        words.push_back(said.text);
    return words;
}

Json event_of(const TimesReport& report, EventIndex event) {
    const EventTime& time = report.timetable.events[event];
    return {{"id", report.story.events()[event].id},
            {"title", report.story.events()[event].title},
            {"start", json_of(time.start, format_start(report.timetable, event))},
            {"end", json_of(time.end, format_end(report.timetable, event))},
            {"certainty", certainty_word(time.certainty)},
            {"set_aside", list_set_aside(report, event)},
            {"ages", ages_of(report, event)}};
}

Json set_aside_of(const TimesReport& report) {
    Json list = Json::array();
    for (const SetAside& said : report.timetable.set_aside) {
        Json value{{"of", said.of},
                   {"written", said.text},
                   {"code", said.code},
                   {"allowed", said.allowed},
                   {"from", said.asked_from ? json_number(*said.asked_from) : Json()},
                   {"until", said.asked_until ? json_number(*said.asked_until) : Json()}};
        value.update(json_place(said.span, set_aside_text(report, said), report.story.sources()));
        list.push_back(std::move(value));
    }
    return list;
}

Json lives_of(const TimesReport& report) {
    Json lives = Json::array();
    for (CharacterIndex index = 0; index < report.story.characters().size(); ++index) {
        const Life& life = report.timetable.lives[index];
        Json absences = Json::array();
        for (const Away& away : life.absences) {
            absences.push_back({{"from", json_of(report.timetable, away.when.from)},
                                {"until", json_of(report.timetable, away.when.until)},
                                {"lived", json_number(away.lived)}});
        }
        lives.push_back({{"id", report.story.characters()[index].id},
                         {"name", report.story.characters()[index].name},
                         {"birth", json_of(report.timetable, life.birth, life.birth_local)},
                         {"birth_known", life.birth_known},
                         {"death", json_of(report.timetable, life.death, life.death_local)},
                         {"death_known", life.death_known},
                         {"absences", absences}});
    }
    return lives;
}

Json reasons_of(const TimesReport& report, const std::vector<TimeReason>& reasons) {
    Json list = Json::array();
    for (const TimeReason& reason : reasons) {
        Json value{{"kind", name_of(reason.kind)}, {"written", reason.written}};
        value.update(json_place(reason.span, reason.meaning, report.story.sources()));
        list.push_back(std::move(value));
    }
    return list;
}

}  // namespace

std::string times_json(const TimesReport& report) {
    const auto& axis_character = report.timetable.axis_character;
    Json events = Json::array();
    for (const EventIndex event : report.timetable.chronology)
        events.push_back(event_of(report, event));
    return json_text({{"title", report.story.title()},
                      {"axis", name_of(report.timetable.axis)},
                      {"axis_character", axis_character ? Json(report.story.characters()[*axis_character].id) : Json()},
                      {"events", std::move(events)},
                      {"lives", lives_of(report)},
                      {"set_aside", set_aside_of(report)}});
}

std::string why_json(const TimesReport& report, EventIndex event, const TimeExplanation& explanation) {
    Json value = event_of(report, event);
    value["why"] = {{"earliest", reasons_of(report, explanation.earliest)},
                    {"latest", reasons_of(report, explanation.latest)},
                    {"drawn", reasons_of(report, explanation.drawn)}};
    return json_text(value);
}

}  // namespace fabula::cli
