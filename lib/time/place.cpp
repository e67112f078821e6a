// make_solution, place_events, place_lives, place_own_clocks, place_sections.
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numeric>

#include "time/phrases.hpp"
#include "time/solution.hpp"

namespace fabula::timing {
namespace {

constexpr double seconds_per_day = 86400;

/// Times in the order of steps: each event's start and end is a whole step, what lies between them a half.
void count_steps(std::vector<Moment>& moments, const Model& model) {
    std::vector<double> steps;
    for (const Stretch& event : model.events) {
        steps.push_back(moments[event.start].nominal);
        steps.push_back(moments[event.end].nominal);
    }
    std::sort(steps.begin(), steps.end());
    steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
    for (Moment& moment : moments) {
        const auto at = std::lower_bound(steps.begin(), steps.end(), moment.nominal);
        const bool whole = at != steps.end() && *at == moment.nominal;
        moment = {-unbounded, static_cast<double>(at - steps.begin()) - (whole ? 0 : 0.5), unbounded};
    }
}

/// Later of two moments in each of its three times.
Moment later(const Moment& a, const Moment& b) {
    return {std::max(a.earliest, b.earliest), std::max(a.nominal, b.nominal), std::max(a.latest, b.latest)};
}

Moment earlier(const Moment& a, const Moment& b) {
    return {std::min(a.earliest, b.earliest), std::min(a.nominal, b.nominal), std::min(a.latest, b.latest)};
}

/// Whom others only dream of is seen there; who is really anywhere is not.
void note_appearances(Timetable& timetable, const Story& story) {
    const auto note = [&](EventIndex e, Life& life) {
        const EventTime& time = timetable.events[e];
        if (!life.appears) life.first_seen = time.start;
        if (!life.appears || time.end.nominal >= life.last_seen.nominal) life.last_seen = time.end;
        life.appears = true;
    };
    std::vector<bool> real(story.characters().size(), false);
    for (const Event& event : story.events()) {
        for (const Reference& who : event.who)
            real[who.index] = real[who.index] || is_real(event.mode);
    }
    for (const EventIndex e : timetable.chronology) {
        const Event& event = story.events()[e];
        for (const Reference& who : event.who) {
            if (is_real(event.mode) || !real[who.index]) note(e, timetable.lives[who.index]);
        }
        if (!is_real(event.mode)) continue;
        for (const Reference& dead : event.deaths) {
            if (!timetable.is_set_aside(dead.span)) timetable.lives[dead.index].death_event = e;
        }
    }
}

/// What is known to the minute has a time of day.
bool is_timed(const Moment& moment) {
    constexpr double minute = 1.0 / 1440;
    return moment.latest - moment.earliest < minute + 1e-9;
}

/// Where a clock shows how far it is ahead when the axis is at `time`, in days.
double ahead_at(const Zone& zone, double time) {
    return static_cast<double>(zone.ahead(std::llround(time * seconds_per_day))) / seconds_per_day;
}

/// Zones are of clocks with days of 24 hours.
bool has_days_like_ours(const Calendar& calendar) {
    return minutes_in_day(calendar) * 60 == std::llround(seconds_per_day);
}

void set_clock(EventTime& time, EventIndex event, const Model& model) {
    const bool dated = model.scale.axis() == TimeAxis::calendar;
    if (!dated && !model.scale.counts_days()) return;
    time.timed = is_timed(time.start);
    time.end_timed = is_timed(time.end);
    if (!dated || !has_days_like_ours(model.calendar)) return;
    time.local = ahead_at(model.shown_zones[event], time.start.nominal);
    time.end_local = ahead_at(model.shown_end_zones[event], time.end.nominal);
}

bool is_dual(const Event& event) {
    return std::any_of(event.when.begin(), event.when.end(), [](const Phrase& phrase) {
        const auto* date = std::get_if<DatePhrase>(&phrase.value);
        return date != nullptr && ((date->from && date->from->dual_year) || (date->to && date->to->dual_year));
    });
}

bool is_fixed(const Moment& moment) {
    return moment.earliest > -unbounded || moment.latest < unbounded;
}

}  // namespace

Solution make_solution(const Model& model, const std::vector<Ticks>& earliest, const std::vector<Ticks>& nominal,
                       const std::vector<Ticks>& latest) {
    Solution solution;
    solution.moments.reserve(nominal.size());
    for (std::size_t i = 0; i < nominal.size(); ++i) {
        const Scale& scale = model.scale;
        solution.moments.push_back(
            {scale.axis_value(earliest[i]), scale.axis_value(nominal[i]), scale.axis_value(latest[i])});
    }
    if (model.scale.axis() == TimeAxis::order) count_steps(solution.moments, model);
    return solution;
}

void place_events(Timetable& timetable, const Model& model, const Solution& solution, const Story& story) {
    for (EventIndex e = 0; e < model.events.size(); ++e) {
        const Stretch& event = model.events[e];
        EventTime time;
        time.start = solution[event.start];
        time.end = solution[event.end];
        time.stated = time.start;
        set_clock(time, e, model);
        time.dual_year = is_dual(story.events()[e]);
        timetable.timed = timetable.timed || time.timed;
        timetable.events.push_back(time);
    }
    timetable.chronology.resize(timetable.events.size());
    std::iota(timetable.chronology.begin(), timetable.chronology.end(), EventIndex{0});
    std::stable_sort(timetable.chronology.begin(), timetable.chronology.end(), [&](EventIndex a, EventIndex b) {
        return timetable.events[a].start.nominal < timetable.events[b].start.nominal;
    });
    for (std::size_t rank = 0; rank < timetable.chronology.size(); ++rank) {
        timetable.events[timetable.chronology[rank]].rank = rank;
    }
}

/// The axis shows the zone of the story, where its clocks are changed while it shows hours as it was at first; or the
/// one in which all its clocks are; else it is in UTC.
void name_zone(Timetable& timetable, const Model& model, const Story& story) {
    if (timetable.axis != TimeAxis::calendar) return;
    const bool zoned = std::find(model.has_zone.begin(), model.has_zone.end(), true) != model.has_zone.end();
    constexpr double long_enough = 31;  // days, of which an axis shows no hours
    const bool same_clock = ahead_at(model.zone, timetable.from) == ahead_at(model.zone, timetable.until) ||
                            timetable.until - timetable.from > long_enough;
    if (!story.time().zone.empty() && same_clock) {
        timetable.zone = story.time().zone;
        timetable.zone_ahead = ahead_at(model.zone, timetable.from);
    } else if (zoned || !story.time().zone.empty()) {
        const bool of_story = !story.time().zone.empty();
        const double first = of_story ? ahead_at(model.zone, timetable.from) : timetable.events.front().local;
        const bool one =
            of_story || std::all_of(timetable.events.begin(), timetable.events.end(), [first](const EventTime& time) {
                return time.local == first && time.end_local == first;
            });
        timetable.zone_ahead = one ? first : 0;
        const auto minutes = static_cast<int>(std::lround(timetable.zone_ahead * 1440));
        const std::string sign = minutes < 0 ? "−" : "+";
        timetable.zone = minutes == 0 ? "UTC" : fmt::format("UTC{}{}", sign, std::abs(minutes) / 60);
        if (minutes % 60 != 0) timetable.zone += fmt::format(":{:02}", std::abs(minutes) % 60);
    }
}

/// How far the clocks where someone is born and dies are ahead: those of the events that say so, else of the story.
void set_clocks_of_lives(Timetable& timetable, const Model& model, const Story& story) {
    if (timetable.axis != TimeAxis::calendar || !has_days_like_ours(model.calendar)) return;
    for (Life& life : timetable.lives) {
        life.birth_local = ahead_at(model.zone, life.birth.nominal);
        life.death_local = ahead_at(model.zone, life.death.nominal);
    }
    for (const EventIndex e : timetable.chronology) {
        const EventTime& time = timetable.events[e];
        const auto is_at = [&](const Moment& moment) { return moment == time.start; };
        for (const Reference& born : story.events()[e].births)
            if (is_at(timetable.lives[born.index].birth)) timetable.lives[born.index].birth_local = time.local;
        for (const Reference& dead : story.events()[e].deaths)
            if (is_at(timetable.lives[dead.index].death)) timetable.lives[dead.index].death_local = time.local;
        for (const Reference& who : story.events()[e].who) {
            Life& life = timetable.lives[who.index];
            if (!life.birth_known && is_at(life.birth)) life.birth_local = time.local;
            if (!life.death_known && life.death == time.end) life.death_local = time.end_local;
        }
    }
}

void place_lives(Timetable& timetable, const Model& model, const Solution& solution, const Story& story) {
    timetable.lives.resize(story.characters().size());
    note_appearances(timetable, story);
    for (CharacterIndex c = 0; c < story.characters().size(); ++c) {
        Life& life = timetable.lives[c];
        const Moment& birth = solution[model.births[c]];
        const Moment& death = solution[model.deaths[c]];
        const bool steps = timetable.axis == TimeAxis::order;
        life.birth_known =
            model.birth_stated[c] &&
            (steps ? !story.characters()[c].born.empty() && model.said_of[model.births[c]] : is_fixed(birth));
        life.death_known = model.death_stated[c] && (steps || is_fixed(death));
        life.birth = life.birth_known ? birth : life.first_seen;
        life.death = life.death_known ? death : life.last_seen;
        if (!life.appears && life.birth_known && !life.death_known) life.death = life.birth;
        if (!life.appears && life.death_known && !life.birth_known) life.birth = life.death;
        if (!life.appears) {
            life.first_seen = life.birth;
            life.last_seen = life.death;
        }
    }
    set_clocks_of_lives(timetable, model, story);
}

void place_own_clocks(Timetable& timetable, const Model& model, const Solution& solution, const Story& story) {
    for (CharacterIndex c = 0; c < story.characters().size(); ++c) {
        Life& life = timetable.lives[c];
        const auto extent_of = [&](const Stretch& moments) {
            Extent extent{moments.start == model.births[c] ? life.birth : solution[moments.start],
                          moments.end == model.deaths[c] ? life.death : solution[moments.end]};
            if (extent.until.nominal < extent.from.nominal) extent.until = extent.from;
            return extent;
        };
        const Character& character = story.characters()[c];
        for (std::size_t i = 0; i < character.absent.size(); ++i) {
            const Extent when = extent_of(model.absences[c][i]);
            const auto lives = lived_while_away(character.absent[i], model.scale, story);
            life.absences.push_back(
                {when, lives ? model.scale.axis_length(lives->best) : when.until.nominal - when.from.nominal});
        }
        for (const Stretch& stretch : model.clocks[c])
            life.clock.push_back(extent_of(stretch));
    }
}

void place_sections(Timetable& timetable, const Model& model, const Solution& solution, const Story& story) {
    for (SectionIndex s = 0; s < story.sections().size(); ++s) {
        std::optional<Extent> extent;
        if (model.has_own_time(s)) {
            extent = Extent{solution[model.sections[s].start], solution[model.sections[s].end]};
        }
        for (const EventIndex e : story.sections()[s].events) {
            const EventTime& time = timetable.events[e];
            if (!extent) {
                extent = Extent{time.start, time.end};
            } else {
                extent = Extent{earlier(extent->from, time.start), later(extent->until, time.end)};
            }
        }
        timetable.sections.push_back(extent.value_or(Extent{}));
    }
}

// place_states, place_relationships: from when to when, where the story leaves an end open.

namespace {

bool earlier_than(const Moment& a, const Moment& b) {
    return a.nominal < b.nominal;
}

Extent in_order(Extent extent) {
    if (extent.until.nominal < extent.from.nominal) extent.until = extent.from;
    return extent;
}

/// The beginning of the next state of the same character; the end of its life where there is none.
Moment until_next_state(std::size_t state, const std::vector<Extent>& states, const Timetable& timetable,
                        const Story& story) {
    const CharacterIndex who = story.states()[state].who.index;
    Moment until = timetable.lives[who].death;
    for (std::size_t other = 0; other < states.size(); ++other) {
        if (other == state || story.states()[other].who.index != who) continue;
        const Moment& from = states[other].from;
        if (earlier_than(states[state].from, from) && earlier_than(from, until)) until = from;
    }
    return until;
}

/// From when all of them live until the first of them is gone.
Extent common_life(const std::vector<Reference>& characters, const Timetable& timetable) {
    Extent common{timetable.lives[characters.front().index].birth, timetable.lives[characters.front().index].death};
    for (const Reference& character : characters) {
        const Life& life = timetable.lives[character.index];
        common.from = std::max(common.from, life.birth, earlier_than);
        common.until = std::min(common.until, life.death, earlier_than);
    }
    return common;
}

}  // namespace

void place_states(Timetable& timetable, const Model& model, const Solution& solution, const Story& story) {
    std::vector<Extent>& states = timetable.states;
    for (std::size_t i = 0; i < story.states().size(); ++i) {
        const Moment from = model.said_of[model.states[i].start] ? solution[model.states[i].start]
                                                                 : timetable.lives[story.states()[i].who.index].birth;
        states.push_back({from, solution[model.states[i].end]});
    }
    const std::vector<Extent> begun = states;
    for (std::size_t i = 0; i < states.size(); ++i) {
        if (!model.said_of[model.states[i].end]) states[i].until = until_next_state(i, begun, timetable, story);
        states[i] = in_order(states[i]);
    }
}

void place_relationships(Timetable& timetable, const Model& model, const Solution& solution, const Story& story) {
    for (std::size_t i = 0; i < story.relationships().size(); ++i) {
        const Relationship& relationship = story.relationships()[i];
        const Extent common = common_life(relationship.between, timetable);
        auto& phases = timetable.relationships.emplace_back();
        for (std::size_t p = 0; p < relationship.phases.size(); ++p) {
            const Stretch& stated = model.relationships[i][p];
            phases.push_back(in_order({model.said_of[stated.start] ? solution[stated.start] : common.from,
                                       model.said_of[stated.end] ? solution[stated.end] : common.until}));
        }
    }
}

}  // namespace fabula::timing
