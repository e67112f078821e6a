// One pass: make_plot. A sweep over the times at which events begin and end.
#include "view/storyline/steps.hpp"

#include <algorithm>

#include "view/storyline/presence.hpp"

namespace fabula::storylines {
namespace {

Lines members_of(const Event& event) {
    Lines members;
    for (const Reference& who : event.who) {
        if (std::ranges::find(members, who.index) == members.end()) members.push_back(who.index);
    }
    return members;
}

/// The events that lead from one time to the next.
struct Turn {
    double time = 0;
    std::vector<EventIndex> moments;  ///< events without extent, in the order of the file
    std::vector<EventIndex> starts;   ///< of those that last
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

    /// The scenes of `events`, given in the order in which they began, without those that nobody is left in.
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

    /// An event goes on round the later ones that some of it went to, where nobody else takes part in these.
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
        if (held != members.size()) return;  // others stand there, too
        scenes[s].whole = members;
        for (const Line line : members)
            outermost_[line] = s;
    }

    std::vector<std::size_t> stands_in_;  ///< by line: the last event of those that it takes part in
    std::vector<std::size_t> outermost_;  ///< by line: the event round it that no other holds
};

/// Events of one moment in layers, so that no character stands in two events of a layer and the order of the file is
/// kept for each.
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

Plot make_plot(const Story& story, const Timetable& timetable, const Options& options) {
    std::vector<Lines> members;
    for (const Event& event : story.events())
        members.push_back(members_of(event));
    Plot plot = options.axis == Axis::told ? plot_as_told(story, timetable, members)
                                           : plot_in_time(timetable, members, story.characters().size());
    if (plot.steps.empty()) return {};
    for (Interlude& interlude : plot.interludes)
        interlude.step = std::min(interlude.step, plot.steps.size() - 1);
    find_present(plot.steps, story, timetable, options);
    return plot;
}

}  // namespace fabula::storylines
