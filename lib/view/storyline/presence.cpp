// One pass: find_present.
#include "view/storyline/presence.hpp"

#include <algorithm>
#include <optional>

namespace fabula::storylines {
namespace {

/// A run of steps, both ends in it.
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

/// Lengthens a run to the birth and the death of its character, where the steps reach to them.
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

/// Whether all of [from, until] lies within an absence, or outside of the stretches that a traveller lives through.
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

/// Adds to `lines`, which is ascending, those of `more`.
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

}  // namespace fabula::storylines
