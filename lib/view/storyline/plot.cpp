// The plot: its steps, which are a sweep over the times at which events begin and end; the settings that it follows;
// who is there in each step, which steps a page shows, and how important each line is.

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

#include "view/storyline/passes.hpp"
#include "view/storyline/storyline.hpp"

namespace fabula::storylines {

namespace {

Lines members_of(const Event& event, const Kept& kept) {
    Lines members;
    for (const Reference& who : event.who) {
        if (!kept.has(who)) continue;
        if (std::ranges::find(members, who.index) == members.end()) members.push_back(who.index);
    }
    return members;
}

/// A time, and the events that happen, begin and end at it.
struct Turn {
    double time = 0;
    std::vector<EventIndex> moments;  ///< events without extent, in the order of the file
    std::vector<EventIndex> starts;   ///< of events that last
    std::vector<EventIndex> ends;
};

std::vector<Turn> turns_of(const Timetable& timetable, const std::vector<Lines>& members) {
    std::vector<double> times;
    for (EventIndex e = 0; e < timetable.events.size(); ++e) {
        if (members[e].empty()) continue;
        times.push_back(timetable.events[e].start.nominal);
        times.push_back(timetable.events[e].end.nominal);
    }
    std::ranges::sort(times);
    times.erase(std::unique(times.begin(), times.end()), times.end());
    std::vector<Turn> turns;
    for (const double time : times)
        turns.push_back({time, {}, {}, {}});
    const auto at = [&](double time) -> Turn& {
        return turns[static_cast<std::size_t>(std::ranges::lower_bound(times, time) - times.begin())];
    };
    for (EventIndex e = 0; e < timetable.events.size(); ++e) {
        if (members[e].empty()) continue;
        const EventTime& event = timetable.events[e];
        if (event.end.nominal > event.start.nominal) {
            at(event.start.nominal).starts.push_back(e);
            at(event.end.nominal).ends.push_back(e);
        } else {
            at(event.start.nominal).moments.push_back(e);
        }
    }
    return turns;
}

/// Puts everyone who takes part in one of several events at once into the last of them.
class Sorter {
public:
    explicit Sorter(std::size_t characters) : stands_in_(characters, nowhere), outermost_(characters, nowhere) {}

    /// The scenes of `events`, which are in the order in which they began. Scenes that nobody is left in are dropped.
    [[nodiscard]] std::vector<SceneInStep> scenes(const std::vector<EventIndex>& events,
                                                  const std::vector<Lines>& members) {
        std::vector<SceneInStep> scenes;
        for (std::size_t s = 0; s < events.size(); ++s) {
            for (const Line line : members[events[s]])
                stands_in_[line] = outermost_[line] = s;
        }
        for (std::size_t s = 0; s < events.size(); ++s) {
            scenes.push_back({events[s], {}, {}});
            std::ranges::copy_if(members[events[s]], std::back_inserter(scenes[s].members),
                                 [&](Line line) { return stands_in_[line] == s; });
            scenes[s].whole = scenes[s].members;
        }
        for (std::size_t s = scenes.size(); s-- > 0;)
            enclose(scenes, s, members[events[s]]);
        std::erase_if(scenes, [](const SceneInStep& scene) { return scene.whole.empty(); });
        return scenes;
    }

private:
    static constexpr std::size_t nowhere = SIZE_MAX;

    /// An event encloses the later ones that some of its members went to, if nobody else takes part in these.
    void enclose(std::vector<SceneInStep>& scenes, std::size_t s, const Lines& members) {
        std::vector<std::size_t> within;
        for (const Line line : members) {
            if (outermost_[line] != s) within.push_back(outermost_[line]);
        }
        std::ranges::sort(within);
        within.erase(std::unique(within.begin(), within.end()), within.end());
        std::size_t held = scenes[s].members.size();
        for (const std::size_t inner : within)
            held += scenes[inner].whole.size();
        if (held != members.size()) return;  // others take part in these, too
        scenes[s].whole = members;
        for (const Line line : members)
            outermost_[line] = s;
    }

    std::vector<std::size_t> stands_in_;  ///< by line: the last event that it takes part in
    std::vector<std::size_t> outermost_;  ///< by line: the outermost event that encloses it
};

/// Events of one moment in layers: no character takes part in two events of a layer, and each keeps the order of the
/// file.
std::vector<std::vector<EventIndex>> layers_of(const std::vector<EventIndex>& moments,
                                               const std::vector<Lines>& members,
                                               std::vector<std::size_t>& next_layer) {
    std::vector<std::vector<EventIndex>> layers;
    for (const EventIndex e : moments) {
        std::size_t layer = 0;
        for (const Line line : members[e])
            layer = std::max(layer, next_layer[line]);
        if (layer == layers.size()) layers.emplace_back();
        layers[layer].push_back(e);
        for (const Line line : members[e])
            next_layer[line] = layer + 1;
    }
    for (const EventIndex e : moments) {
        for (const Line line : members[e])
            next_layer[line] = 0;
    }
    return layers;
}

std::vector<StoryStep> steps_in_time(const Timetable& timetable, const std::vector<Lines>& members,
                                     std::size_t characters) {
    std::vector<StoryStep> steps;
    Sorter sorter(characters);
    std::vector<std::size_t> next_layer(characters, 0);
    std::vector<EventIndex> going_on;  // in the order in which they began
    const std::vector<Turn> turns = turns_of(timetable, members);
    for (std::size_t i = 0; i < turns.size(); ++i) {
        const Turn& turn = turns[i];
        std::erase_if(going_on, [&](EventIndex e) { return timetable.events[e].end.nominal == turn.time; });
        for (const std::vector<EventIndex>& layer : layers_of(turn.moments, members, next_layer)) {
            std::vector<EventIndex> events = going_on;
            events.insert(events.end(), layer.begin(), layer.end());
            steps.push_back({turn.time, turn.time, sorter.scenes(events, members), {}});
        }
        going_on.insert(going_on.end(), turn.starts.begin(), turn.starts.end());
        if (going_on.empty()) continue;
        steps.push_back({turn.time, turns[i + 1].time, sorter.scenes(going_on, members), {}});
    }
    return steps;
}

Plot plot_as_told(const Story& story, const Timetable& timetable, const std::vector<Lines>& members) {
    Plot plot;
    for (const EventIndex e : story.told()) {
        if (members[e].empty()) {
            plot.interludes.push_back({e, plot.steps.size()});
        } else {
            const EventTime& time = timetable.events[e];
            plot.steps.push_back({time.start.nominal, time.end.nominal, {{e, members[e], members[e]}}, {}});
        }
    }
    return plot;
}

Plot plot_in_time(const Timetable& timetable, const std::vector<Lines>& members, std::size_t characters) {
    Plot plot{steps_in_time(timetable, members, characters), {}};
    for (const EventIndex e : timetable.chronology) {
        if (!members[e].empty()) continue;
        const double time = timetable.events[e].start.nominal;
        const auto step = std::ranges::lower_bound(plot.steps, time, {}, &StoryStep::until);
        plot.interludes.push_back({e, static_cast<std::size_t>(step - plot.steps.begin())});
    }
    return plot;
}

}  // namespace

Plot make_plot(const Story& story, const Timetable& timetable, const Options& options, const Kept& kept) {
    std::vector<Lines> members;
    for (EventIndex e = 0; e < story.events().size(); ++e)
        members.push_back(kept.has(e) ? members_of(story.events()[e], kept) : Lines());
    Plot plot = options.axis == Axis::told ? plot_as_told(story, timetable, members)
                                           : plot_in_time(timetable, members, story.characters().size());
    if (plot.steps.empty()) return {};
    std::erase_if(plot.interludes,
                  [&](const Interlude& i) { return !kept.has(i.event) || !story.events()[i.event].who.empty(); });
    for (Interlude& interlude : plot.interludes)
        interlude.step = std::min(interlude.step, plot.steps.size() - 1);
    find_present(plot.steps, story, timetable, options);
    return plot;
}

namespace {

std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool all = error == std::errc{} && end == text.data() + text.size();
    constexpr std::int64_t most = 1'000'000'000'000;
    return all && value >= 0 && value <= most ? std::optional(value) : std::nullopt;
}

/// The number of steps of the search: few steps give an answer soon.
drawing::SettingRow<Options> budget_row() {
    return {{"storyline.budget",
             {},
             "steps of the search for few crossings, a million of which take about 4 ms (default 1000000000; "
             "for very long stories by their size, 300000000 at least)",
             [](std::string_view text) { return whole_number(text).has_value(); },
             "a whole number from 0 to 1000000000000"},
            [](Options& options, std::string_view text) { options.budget = whole_number(text); }};
}

}  // namespace

const drawing::SettingTable<Options>& setting_table() {
    using drawing::setting;
    static const drawing::SettingTable<Options> table({
        setting("storyline.bands", &Options::bands, {"none", "place", "group", "family"},
                "what holds lines together besides their scenes"),
        setting("storyline.axis", &Options::axis, {"scenes", "time", "broken", "told"},
                "what the axis is true to: the number of scenes, time, or the telling"),
        setting("storyline.presence", &Options::presence, {"auto", "life", "appearance", "scenes"},
                "from when to when a line is there; auto: scenes where all events last, else life"),
        setting("storyline.heights", &Options::heights, {"linear", "quadratic"},
                "whether lines bend seldom, or rather often but little"),
        budget_row(),
        setting("storyline.elapsed", &Options::elapsed,
                "along the axis, how much time passes from one scene to the next"),
        setting("storyline.legend", &Options::legend, "what the marks and lines mean"),
    });
    return table;
}

namespace {

/// A run of steps, first and last included.
struct Run {
    std::size_t first = 0;
    std::size_t last = 0;
};

std::vector<std::optional<Run>> appearances(const std::vector<StoryStep>& steps, std::size_t characters) {
    std::vector<std::optional<Run>> runs(characters);
    for (std::size_t t = 0; t < steps.size(); ++t) {
        for (const SceneInStep& scene : steps[t].scenes) {
            for (const Line line : scene.members) {
                if (!runs[line]) runs[line] = Run{t, t};
                runs[line]->last = t;
            }
        }
    }
    return runs;
}

/// Extends a run to the birth and the death of its character, as far as the steps reach.
void lengthen(Run& run, const std::vector<StoryStep>& steps, const Life& life) {
    if (life.birth_known && life.birth.nominal >= steps.front().from) {
        const auto born = std::ranges::lower_bound(steps, life.birth.nominal, {}, &StoryStep::until);
        run.first = std::min(run.first, static_cast<std::size_t>(born - steps.begin()));
    }
    if (life.death_known && life.death.nominal <= steps.back().until) {
        const auto after = std::ranges::upper_bound(steps, life.death.nominal, {}, &StoryStep::from);
        if (after != steps.begin()) run.last = std::max(run.last, static_cast<std::size_t>(after - steps.begin() - 1));
    }
}

/// Whether all of [from, until] lies within an absence, or outside the stretches that a traveller lives through.
bool is_away(const Life& life, double from, double until) {
    const auto inside = [&](const Moment& start, const Moment& end) {
        return from == until ? start.nominal < from && from < end.nominal
                             : start.nominal <= from && until <= end.nominal;
    };
    const auto during = [&](const Extent& extent) {
        return extent.from.nominal <= from && until <= extent.until.nominal;
    };
    return std::ranges::any_of(life.absences,
                               [&](const Away& away) { return inside(away.when.from, away.when.until); }) ||
           (!life.clock.empty() && std::ranges::none_of(life.clock, during));
}

bool tells_where_everyone_is(const Story& story, const Timetable& timetable) {
    for (EventIndex e = 0; e < story.events().size(); ++e) {
        const EventTime& time = timetable.events[e];
        if (!story.events()[e].who.empty() && !(time.end.nominal > time.start.nominal)) return false;
    }
    return true;
}

Presence presence_of(const Story& story, const Timetable& timetable, const Options& options) {
    const bool in_time = options.axis != Axis::told;
    if (options.presence == Presence::automatic)
        return in_time && tells_where_everyone_is(story, timetable) ? Presence::scenes : Presence::life;
    return options.presence;
}

/// Adds `more` to `lines`, which are ascending.
void merge_into(Lines& lines, Lines more) {
    std::ranges::sort(more);
    Lines merged;
    merged.reserve(lines.size() + more.size());
    std::ranges::set_union(lines, more, std::back_inserter(merged));
    lines = std::move(merged);
}

}  // namespace

void find_present(std::vector<StoryStep>& steps, const Story& story, const Timetable& timetable,
                  const Options& options) {
    const Presence presence = presence_of(story, timetable, options);
    const bool in_time = options.axis != Axis::told;
    std::vector<std::optional<Run>> runs = appearances(steps, story.characters().size());
    std::vector<Lines> begin(steps.size());
    for (Line line = 0; line < runs.size() && presence != Presence::scenes; ++line) {
        if (!runs[line]) continue;
        if (in_time && presence == Presence::life) lengthen(*runs[line], steps, timetable.lives[line]);
        begin[runs[line]->first].push_back(line);
    }
    Lines running;
    for (std::size_t t = 0; t < steps.size(); ++t) {
        StoryStep& step = steps[t];
        merge_into(running, begin[t]);
        std::ranges::copy_if(running, std::back_inserter(step.present), [&](Line line) {
            return !in_time || !is_away(timetable.lives[line], step.from, step.until);
        });
        Lines members;
        for (const SceneInStep& scene : step.scenes)
            members.insert(members.end(), scene.members.begin(), scene.members.end());
        merge_into(step.present, std::move(members));
        std::erase_if(running, [&](Line line) { return runs[line]->last == t; });
    }
}

namespace {

/// The first step after `time`.
std::size_t step_after(const std::vector<StoryStep>& steps, double time) {
    return static_cast<std::size_t>(std::ranges::upper_bound(steps, time, {}, &StoryStep::from) - steps.begin());
}

/// By line: whether its character takes part in a scene of the page, or is mentioned in one.
std::vector<bool> involved_lines(const Plan& plan, const Story& story) {
    std::vector<bool> involved(story.characters().size(), false);
    for (std::size_t t = plan.from; t < plan.until; ++t) {
        for (const SceneInStep& scene : plan.plot.steps[t].scenes) {
            for (const Line line : scene.whole)
                involved[line] = true;
            for (const Reference& who : story.events()[scene.event].mentions)
                involved[who.index] = true;
        }
    }
    return involved;
}

/// Removes onlookers from the steps of the page. Steps on both sides of the page keep them, for scenes hold them there.
void leave_out_onlookers(Plan& plan, const Story& story) {
    const std::vector<bool> involved = involved_lines(plan, story);
    for (std::size_t t = plan.from; t < plan.until; ++t) {
        std::erase_if(plan.plot.steps[t].present, [&](Line line) { return !involved[line]; });
        std::erase_if(plan.ordering.orders[t], [&](Line line) { return !involved[line]; });
    }
}

}  // namespace

void keep_told(Plot& plot, const Options& options, const Shown& shown) {
    if (options.axis != Axis::told || shown.stretch == nullptr) return;
    const auto is_shown = [&](const StoryStep& step) { return shown.event(step.scenes.front().event); };
    Plot kept;
    std::vector<std::size_t> step_of;  // by step of the plot: its index among those kept
    for (const StoryStep& step : plot.steps) {
        step_of.push_back(kept.steps.size());
        if (is_shown(step)) kept.steps.push_back(step);
    }
    for (const Interlude& interlude : plot.interludes) {
        const std::size_t last = kept.steps.empty() ? 0 : kept.steps.size() - 1;
        if (shown.event(interlude.event))
            kept.interludes.push_back({interlude.event, std::min(step_of[interlude.step], last)});
    }
    if (kept.steps.empty()) kept.steps.emplace_back();  // the page has only events that nobody takes part in
    plot = std::move(kept);
}

void take_page(Plan& plan, const Story& story, const Shown& shown) {
    plan.from = 0;
    plan.until = plan.plot.steps.size();
    if (shown.stretch == nullptr || plan.options.axis == Axis::told) return;
    if (shown.continues()) plan.from = step_after(plan.plot.steps, shown.stretch->from);
    if (shown.is_continued()) plan.until = step_after(plan.plot.steps, shown.stretch->until);
    std::erase_if(plan.plot.interludes, [&](const Interlude& i) { return !shown.event(i.event); });
    const std::size_t last = std::max(plan.until, plan.from + 1) - 1;
    for (Interlude& interlude : plan.plot.interludes)
        interlude.step = std::clamp(interlude.step, plan.from, last);
    if (!shown.stretch->onlookers) leave_out_onlookers(plan, story);
}

std::vector<bool> begun_before(const Plan& plan, const Story& story) {
    std::vector<bool> begun(story.events().size(), false);
    for (std::size_t t = 0; t < plan.from; ++t) {
        for (const SceneInStep& scene : plan.plot.steps[t].scenes)
            begun[scene.event] = true;
    }
    return begun;
}

std::vector<Importance> importance_of_lines(const Ranking& ranking) {
    constexpr double main = 10.0 / 3;
    constexpr double supporting = 10.0 / 9;
    std::vector<Importance> importance;
    for (const double weight : ranking.characters) {
        importance.push_back(weight >= main         ? Importance::main
                             : weight >= supporting ? Importance::supporting
                                                    : Importance::minor);
    }
    return importance;
}

}  // namespace fabula::storylines
