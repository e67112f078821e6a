// make_model: all that a story states about time.
#include "time/model.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <iterator>
#include <map>
#include <string>

#include "time/each_phrase.hpp"
#include "time/phrases.hpp"

namespace fabula::timing {

namespace {

bool speaks_of_both_ends(const Phrase& phrase) {
    if (const auto* date = std::get_if<DatePhrase>(&phrase.value)) {
        const bool plain = date->relation == DatePhrase::Relation::plain && date->one_of.empty();
        return plain && date->interval && date->from && date->to;
    }
    if (const auto* clock = std::get_if<ClockPhrase>(&phrase.value)) return clock->low < clock->high;
    return false;
}

bool has_extent(const Event& event) {
    return event.lasts || !event.until.empty() ||
           std::any_of(event.when.begin(), event.when.end(), speaks_of_both_ends);
}

Variable new_moment(Model& model, const Meaning& meaning) {
    model.moments.push_back(meaning);
    return static_cast<Variable>(model.moments.size() - 1);
}

Variable new_moment(Model& model, Meaning::Kind kind, std::size_t index) {
    return new_moment(model, Meaning{kind, index});
}

Stretch new_stretch(Model& model, Meaning meaning) {
    const Variable start = new_moment(model, meaning);
    meaning.is_end = true;
    return {start, new_moment(model, meaning)};
}

void number_people(Model& model, const Story& story) {
    for (CharacterIndex c = 0; c < story.characters().size(); ++c) {
        model.births.push_back(new_moment(model, Meaning::Kind::birth, c));
        model.deaths.push_back(new_moment(model, Meaning::Kind::death, c));
    }
}

/// Variables in the order of the file, for that order decides where times are equal.
void number_sections_and_events(Model& model, const Story& story) {
    for (SectionIndex s = 0; s < story.sections().size(); ++s) {
        const Variable start = new_moment(model, Meaning::Kind::section, s);
        model.sections.push_back({start, new_moment(model, Meaning::Kind::section_end, s)});
        model.section_stated.push_back(!story.sections()[s].when.empty());
    }
    for (EventIndex e = 0; e < story.events().size(); ++e) {
        const Variable start = new_moment(model, Meaning::Kind::event, e);
        const bool extent = has_extent(story.events()[e]);
        model.events.push_back({start, extent ? new_moment(model, Meaning::Kind::event_end, e) : start});
    }
    const auto note = [&model](const Anchor& anchor) {
        if (anchor.kind == Anchor::Kind::section) model.section_stated[anchor.to.index] = true;
    };
    for_each_phrase(story, [&note](const Phrase& phrase) {
        if (const auto* relative = std::get_if<RelativePhrase>(&phrase.value)) note(relative->anchor);
        if (const auto* between = std::get_if<BetweenPhrase>(&phrase.value)) {
            note(between->first);
            note(between->second);
        }
        if (const auto* day = std::get_if<DayPhrase>(&phrase.value)) note(day->anchor);
    });
}

void number_states_and_relationships(Model& model, const Story& story) {
    for (std::size_t i = 0; i < story.states().size(); ++i) {
        model.states.push_back(new_stretch(model, {Meaning::Kind::state, i}));
    }
    for (std::size_t i = 0; i < story.relationships().size(); ++i) {
        auto& phases = model.relationships.emplace_back();
        for (std::size_t phase = 0; phase < story.relationships()[i].phases.size(); ++phase) {
            phases.push_back(new_stretch(model, {Meaning::Kind::relationship, i, phase}));
        }
    }
}

/// The ends of absences and of the stretches of own clocks; what is not stated is birth or death.
void number_own_clocks(Model& model, const Story& story) {
    const auto number = [&model](const auto& stretches, Meaning::Kind kind, CharacterIndex c) {
        std::vector<Stretch> result;
        for (const auto& stretch : stretches) {
            const Meaning from{kind, c, result.size()};
            const Meaning until{kind, c, result.size(), true};
            const Variable start = stretch.from.empty() ? model.births[c] : new_moment(model, from);
            result.push_back({start, stretch.until.empty() ? model.deaths[c] : new_moment(model, until)});
        }
        return result;
    };
    for (CharacterIndex c = 0; c < story.characters().size(); ++c) {
        model.absences.push_back(number(story.characters()[c].absent, Meaning::Kind::absence, c));
        model.clocks.push_back(number(story.characters()[c].clock, Meaning::Kind::clock, c));
    }
}

/// The zone that dates or times of day name.
std::optional<Zone> zone_stated(const std::vector<Phrase>& phrases) {
    for (const Phrase& phrase : phrases) {
        const auto* date = std::get_if<DatePhrase>(&phrase.value);
        const auto* time = std::get_if<TimeOfDayPhrase>(&phrase.value);
        const auto minutes = time != nullptr                 ? time->zone_minutes
                             : date != nullptr && date->from ? date->from->zone_minutes
                                                             : std::nullopt;
        if (minutes) return Zone::fixed(*minutes);
    }
    return std::nullopt;
}

bool says_part(const std::vector<Phrase>& phrases, std::initializer_list<PartPhrase::Part> parts) {
    return std::any_of(phrases.begin(), phrases.end(), [parts](const Phrase& phrase) {
        const auto* said = std::get_if<PartPhrase>(&phrase.value);
        return said != nullptr && std::find(parts.begin(), parts.end(), said->part) != parts.end();
    });
}

/// Which of the phrases is the date that a night begins on: the one before "night", else the one behind it. Other dates
/// are of the calendar alone.
std::optional<std::size_t> date_of_night(const std::vector<Phrase>& phrases, const Story& story) {
    const auto is_date = [&](std::size_t i) {
        const auto* date = i < phrases.size() ? std::get_if<DatePhrase>(&phrases[i].value) : nullptr;
        return date != nullptr && date->relation == DatePhrase::Relation::plain;
    };
    for (std::size_t i = 0; i < phrases.size(); ++i) {
        if (!is_of_night(phrases[i], story)) continue;
        for (std::size_t before = i; before-- > 0;)
            if (is_date(before)) return before;
        for (std::size_t behind = i + 1; behind < phrases.size(); ++behind)
            if (is_date(behind)) return behind;
    }
    return std::nullopt;
}

void state_all(Model& model, const Story& story, const std::vector<Phrase>& phrases, Subject subject) {
    if (const auto zone = zone_stated(phrases)) subject.zone = *zone;
    subject.night =
        says_part(phrases, {PartPhrase::Part::night, PartPhrase::Part::midnight}) || goes_over_midnight(phrases, story);
    subject.winter = says_part(phrases, {story.time().southern ? PartPhrase::Part::summer : PartPhrase::Part::winter});
    const auto before = static_cast<std::ptrdiff_t>(model.preferences.size());
    const auto of_night = subject.night ? date_of_night(phrases, story) : std::nullopt;
    for (std::size_t i = 0; i < phrases.size(); ++i) {
        Subject said = subject;
        said.night = subject.night && (!std::holds_alternative<DatePhrase>(phrases[i].value) || i == of_night);
        state(model, story, phrases[i], said);
    }
    if (phrases.size() < 2) return;
    // "after a" and "before b" together say no more than "between": near neither.
    const auto is_near = [](const Preference& preference) { return preference.rank == Preference::Rank::near; };
    model.preferences.erase(std::remove_if(model.preferences.begin() + before, model.preferences.end(), is_near),
                            model.preferences.end());
}

void state_moment(Model& model, const Story& story, const std::vector<Phrase>& phrases, Subject::Kind kind,
                  Variable moment, const Zone& zone) {
    state_all(model, story, phrases, {kind, {moment, moment}, zone});
}

}  // namespace

void state_length(Model& model, const Story& story, EventIndex event, const Located<Duration>& lasts) {
    const Days days = days_of(model.event_zones[event]);
    const auto ticks = duration_ticks(lasts.value, model.scale, story.time().tolerance, days);
    if (!ticks) return;
    const Stretch when = model.events[event];
    const auto number = static_cast<StatementIndex>(model.statements.size());
    const bool exact = ticks->by_calendar && model.scale.axis() == TimeAxis::calendar;
    model.constraints.push_back({when.start, when.end, ticks->low, ticks->high, number, exact});
    if (exact) {
        model.sums.push_back({.from = when.start,
                              .to = when.end,
                              .low = ticks->least,
                              .high = ticks->most,
                              .calendar = &story.calendars()[story.time().calendar],
                              .zone = model.event_zones[event],
                              .statement = number});
    }
    model.statements.push_back({.span = lasts.span,
                                .subject = {when.end, when.end},
                                .strength = lasts.value.about ? Strength::about : Strength::distance,
                                .length = &lasts});
    if (ticks->soft && !(exact && ticks->least == ticks->most)) {
        model.preferences.push_back({Preference::Rank::value, when.start, when.end, ticks->best, ticks->best, number});
    }
}

namespace {

/// That `moment` is `when`, as a word at `span` states.
void state_at(Model& model, Variable when, Variable moment, const Span& span) {
    model.constraints.push_back({when, moment, 0, 0, static_cast<StatementIndex>(model.statements.size())});
    model.statements.push_back({span, {moment, moment}, Strength::identity});
}

/// A flashback is over before its frame begins; a dream or vision without a time of its own is had within it.
void state_frame(Model& model, const Event& event, const Stretch& when) {
    if (!event.frame || event.mode == Mode::present) return;
    const Stretch frame = model.events[event.frame->index];
    const auto number = static_cast<StatementIndex>(model.statements.size());
    if (event.mode == Mode::flashback) {
        model.constraints.push_back({when.end, frame.start, instant, never, number});
    } else if (event.when.empty()) {
        model.constraints.push_back({frame.start, when.start, 0, never, number});
        model.constraints.push_back({when.end, frame.end, 0, never, number});
    } else {
        return;
    }
    model.statements.push_back({event.frame->span, when});
}

void state_event(Model& model, const Story& story, EventIndex index) {
    const Event& event = story.events()[index];
    const Stretch when = model.events[index];
    if (model.scale.axis() == TimeAxis::order) {  // steps are counted from a first one, wherever that is
        model.constraints.push_back({model.axis, when.start, 0, never, no_statement});
    }
    if (when.start != when.end) model.constraints.push_back({when.start, when.end, 0, never, no_statement});
    if (event.section && model.section_stated[*event.section]) {
        const Stretch section = model.sections[*event.section];
        model.constraints.push_back({section.start, when.start, 0, never, no_statement});
        model.constraints.push_back({when.end, section.end, 0, never, no_statement});
    }
    const Zone& zone = model.event_zones[index];
    model.first_statements.push_back(static_cast<StatementIndex>(model.statements.size()));
    state_all(model, story, event.when, {Subject::Kind::event, when, zone});
    state_moment(model, story, event.until, Subject::Kind::until, when.end, zone);
    if (event.lasts) state_length(model, story, index, *event.lasts);
    state_frame(model, event, when);
    if (!is_real(event.mode)) return;
    for (const Reference& born : event.births)
        state_at(model, when.start, model.births[born.index], born.span);
    for (const Reference& dead : event.deaths)
        state_at(model, when.start, model.deaths[dead.index], dead.span);
}

void state_stretch(Model& model, const Story& story, const Stretch& stretch, const std::vector<Phrase>& from,
                   const std::vector<Phrase>& until) {
    model.constraints.push_back({stretch.start, stretch.end, 0, never, no_statement});
    state_moment(model, story, from, Subject::Kind::from, stretch.start, model.zone);
    state_moment(model, story, until, Subject::Kind::until, stretch.end, model.zone);
}

void state_own_clocks(Model& model, const Story& story, CharacterIndex c) {
    const auto state_each = [&](const auto& stretches, const std::vector<Stretch>& moments) {
        for (std::size_t i = 0; i < stretches.size(); ++i)
            state_stretch(model, story, moments[i], stretches[i].from, stretches[i].until);
    };
    state_each(story.characters()[c].absent, model.absences[c]);
    state_each(story.characters()[c].clock, model.clocks[c]);
}

void state_everything(Model& model, const Story& story) {
    for (CharacterIndex c = 0; c < story.characters().size(); ++c) {
        model.constraints.push_back({model.births[c], model.deaths[c], 0, never, no_statement});
        state_moment(model, story, story.characters()[c].born, Subject::Kind::from, model.births[c], model.zone);
        state_moment(model, story, story.characters()[c].died, Subject::Kind::from, model.deaths[c], model.zone);
        state_own_clocks(model, story, c);
    }
    for (SectionIndex s = 0; s < story.sections().size(); ++s) {
        if (!model.section_stated[s]) continue;
        model.constraints.push_back({model.sections[s].start, model.sections[s].end, 0, never, no_statement});
        state_all(model, story, story.sections()[s].when, {Subject::Kind::section, model.sections[s], model.zone});
    }
    for (EventIndex e = 0; e < story.events().size(); ++e)
        state_event(model, story, e);
    for (std::size_t i = 0; i < story.states().size(); ++i) {
        state_stretch(model, story, model.states[i], story.states()[i].from, story.states()[i].until);
    }
    for (std::size_t i = 0; i < story.relationships().size(); ++i) {
        const auto& phases = story.relationships()[i].phases;
        for (std::size_t p = 0; p < phases.size(); ++p) {
            state_stretch(model, story, model.relationships[i][p], phases[p].from, phases[p].until);
        }
    }
}

bool is_of_sure_entry(const Meaning& subject, const Story& story) {
    switch (subject.kind) {
        case Meaning::Kind::event:
        case Meaning::Kind::event_end:
            return story.events()[subject.index].sure;
        case Meaning::Kind::birth:
        case Meaning::Kind::death:
        case Meaning::Kind::absence:
        case Meaning::Kind::clock:
            return story.characters()[subject.index].sure;
        case Meaning::Kind::section:
        case Meaning::Kind::section_end:
            return story.sections()[subject.index].sure;
        case Meaning::Kind::state:
            return story.states()[subject.index].sure;
        case Meaning::Kind::relationship:
            return story.relationships()[subject.index].sure;
        case Meaning::Kind::axis:
        case Meaning::Kind::dates:
            break;
    }
    return false;
}

/// What is sure, and what is allowed to give way.
void set_standings(Model& model, const Story& story) {
    const bool any_allowed = std::ranges::any_of(story.allowances(), [](const Allowance& allowance) {
        return std::ranges::find(contradiction_codes, allowance.code.value) != std::end(contradiction_codes);
    });
    for (Statement& statement : model.statements) {
        if (is_of_sure_entry(model.moments[statement.subject.start], story)) {
            statement.standing = Standing::sure;
        } else if (any_allowed && is_allowed(story, {}, statement.span)) {
            statement.standing = Standing::yields;
        }
    }
}

/// What the subject of a statement is known by.
void note_subject(Model& model, const Statement& statement) {
    model.said_of[statement.subject.start] = true;
    model.said_of[statement.subject.end] = true;
    const Phrase* phrase = statement.phrase;
    const auto* age = phrase != nullptr ? std::get_if<AgePhrase>(&phrase->value) : nullptr;
    if (age != nullptr) model.birth_stated[age->of.index] = true;
    const Meaning& meaning = model.moments[statement.subject.start];
    const bool both_ends = phrase != nullptr && speaks_of_both_ends(*phrase);
    if (meaning.kind == Meaning::Kind::birth) model.birth_stated[meaning.index] = true;
    if (meaning.kind == Meaning::Kind::death) model.death_stated[meaning.index] = true;
    if (meaning.kind == Meaning::Kind::event_end) model.end_stated[meaning.index] = true;
    if (meaning.kind == Meaning::Kind::event && both_ends) model.end_stated[meaning.index] = true;
}

/// The event that an event's time is counted from.
std::optional<EventIndex> event_told_from(const Event& event) {
    for (const Phrase& phrase : event.when) {
        const auto* relative = std::get_if<RelativePhrase>(&phrase.value);
        const auto* day = std::get_if<DayPhrase>(&phrase.value);
        const Anchor* anchor = relative != nullptr ? &relative->anchor : day != nullptr ? &day->anchor : nullptr;
        if (anchor != nullptr && anchor->kind == Anchor::Kind::event) return anchor->to.index;
    }
    return std::nullopt;
}

/// In which zone the times of events are shown: as they were written, else as the place says, else as what they are
/// counted from is shown.
void set_shown_zones(Model& model, const Story& story) {
    const std::size_t count = story.events().size();
    model.shown_zones = model.event_zones;
    model.has_zone.resize(count);
    for (EventIndex e = 0; e < count; ++e) {
        const auto stated = zone_stated(story.events()[e].when);
        if (stated) model.shown_zones[e] = *stated;
        model.has_zone[e] = stated || !zone_name(story, story.events()[e].place).empty();
    }
    std::vector<bool> seen(count, false);  // nothing leads from it to a zone, unless it has one by now
    for (EventIndex e = 0; e < count; ++e) {
        std::vector<EventIndex> way{e};
        while (!model.has_zone[way.back()] && !seen[way.back()]) {
            seen[way.back()] = true;
            const auto before = event_told_from(story.events()[way.back()]);
            if (!before) break;
            way.push_back(*before);
        }
        for (std::size_t i = way.size() - 1; i > 0 && model.has_zone[way.back()]; --i) {
            model.shown_zones[way[i - 1]] = model.shown_zones[way.back()];
            model.has_zone[way[i - 1]] = true;
        }
    }
    model.shown_end_zones = model.shown_zones;
    for (EventIndex e = 0; e < count; ++e) {
        if (const auto stated = zone_stated(story.events()[e].until)) model.shown_end_zones[e] = *stated;
    }
}

/// The zone of each event, found once for each name.
void set_clocks(Model& model, const Story& story) {
    std::map<std::string, Zone> zones;
    const auto called = [&zones](const std::string& name) {
        const auto [found, is_new] = zones.try_emplace(name);
        if (is_new) found->second = Zone::called(name);
        return found->second;
    };
    model.zone = called(story.time().zone);
    for (const Event& event : story.events())
        model.event_zones.push_back(called(zone_name(story, event.place)));
    set_shown_zones(model, story);
}

/// How far the dates, ages and lengths of a story go.
Reach reach_of(const Story& story) {
    bool deep = false;
    const auto note_year = [&deep](const std::optional<CalendarDate>& date) {
        deep = deep || (date && std::abs(static_cast<double>(date->year)) > farthest_year_of_history);
    };
    const auto note_length = [&deep](double high, TimeUnit unit) {
        constexpr double weeks_per_year = 52;
        const double years = unit == TimeUnit::year    ? high
                             : unit == TimeUnit::month ? high / 12
                                                       : high / weeks_per_year;
        deep = deep || (unit >= TimeUnit::week && unit <= TimeUnit::year && years > farthest_year_of_history);
    };
    for_each_phrase(story, [&](const Phrase& phrase) {
        if (const auto* date = std::get_if<DatePhrase>(&phrase.value)) {
            note_year(date->from);
            note_year(date->to);
        }
        if (const auto* age = std::get_if<AgePhrase>(&phrase.value)) note_length(age->high, age->unit);
        const auto* relative = std::get_if<RelativePhrase>(&phrase.value);
        if (relative && relative->distance) note_length(relative->distance->high, relative->distance->unit);
    });
    for (const Event& event : story.events()) {
        if (event.lasts) note_length(event.lasts->value.high, event.lasts->value.unit);
    }
    return deep ? Reach::deep_time : Reach::history;
}

}  // namespace

StatementIndex Model::statement_of(std::size_t number) const {
    if (number < constraints.size()) return constraints[number].statement;
    if (number < number_of_recurrence(0)) return sums[number - constraints.size()].statement;
    return number < numbers() ? recurrences[number - number_of_recurrence(0)].statement : no_statement;
}

Model make_model(const Story& story) {
    const auto [axis, character] = choose_axis(story);
    Model model;
    model.story = story;
    model.calendar = story.calendars()[story.time().calendar];
    model.scale = Scale(axis, story.time().clock, model.calendar, reach_of(story));
    model.axis_character = character;
    model.axis = new_moment(model, Meaning::Kind::axis, 0);
    if (axis == TimeAxis::calendar) model.dates = model.axis;
    if (axis == TimeAxis::clock && model.scale.counts_time()) model.dates = new_moment(model, Meaning::Kind::dates, 0);
    number_people(model, story);
    number_sections_and_events(model, story);
    number_states_and_relationships(model, story);
    number_own_clocks(model, story);
    set_clocks(model, story);
    if (character) model.axis = model.births[*character];
    const bool elapsed = axis == TimeAxis::elapsed && !model.events.empty();
    if (elapsed && model.calendar.standard && says_days(story)) {
        model.scale.count_days();
        fix_first_day(model, story);
    } else if (elapsed) {
        model.axis = model.events.front().start;
    }
    state_everything(model, story);
    if (model.scale.counts_days() && says_any_date(story)) begin_days_at_midnight(model);
    set_standings(model, story);
    note_what_is_stated(model);
    return model;
}

bool is_allowed(const Story& story, std::string_view code, const Span& span) {
    return std::ranges::any_of(story.allowances(), [&](const Allowance& allowance) {
        const std::string& allowed = allowance.code.value;
        const bool meant =
            allowed == "contradiction" ||
            (code.empty() ? std::ranges::find(contradiction_codes, allowed) != std::end(contradiction_codes)
                          : allowed == code);
        const Span& within = allowance.within;
        return meant &&
               (within.line == 0 || (span.offset >= within.offset && span.offset < within.offset + within.length));
    });
}

void note_what_is_stated(Model& model) {
    model.said_of.assign(model.moments.size(), false);
    model.birth_stated.assign(model.births.size(), false);
    model.death_stated.assign(model.deaths.size(), false);
    model.end_stated.assign(model.events.size(), false);
    for (const Statement& statement : model.statements) {
        if (!statement.left_out) note_subject(model, statement);
    }
    // An end of which nothing is said any more is that of the life.
    const auto within_life = [&model](std::vector<Stretch>& stretches, CharacterIndex c) {
        for (Stretch& stretch : stretches) {
            if (!model.said_of[stretch.start]) stretch.start = model.births[c];
            if (!model.said_of[stretch.end]) stretch.end = model.deaths[c];
        }
    };
    for (CharacterIndex c = 0; c < model.births.size(); ++c) {
        within_life(model.absences[c], c);
        within_life(model.clocks[c], c);
    }
}

Stretch stretch_of(const Anchor& anchor, const Model& model) {
    switch (anchor.kind) {
        case Anchor::Kind::event:
            return model.events[anchor.to.index];
        case Anchor::Kind::section:
            return model.sections[anchor.to.index];
        case Anchor::Kind::birth:
            break;
    }
    return {model.births[anchor.to.index], model.births[anchor.to.index]};
}

}  // namespace fabula::timing
