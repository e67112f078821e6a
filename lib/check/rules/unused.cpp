// unused: groups, places, things, threads and milestones that are declared and never named.
#include <fmt/format.h>

#include "check/rules/rules.hpp"

namespace fabula::checking {

namespace {

/// What the story names, by the index of each list.
struct Used {
    std::vector<bool> groups;
    std::vector<bool> places;
    std::vector<bool> things;
    std::vector<bool> threads;
    std::vector<bool> milestones;
};

void mark_places(const Story& story, Used& used) {
    for (std::size_t i = 0; i < story.places().size(); ++i) {
        const Place& place = story.places()[i];
        if (place.within) used.places[*place.within] = true;
        for (const Travel& travel : place.travel) {
            used.places[i] = true;
            used.places[travel.to.index] = true;
        }
    }
}

Used used_in(const Story& story) {
    Used used{std::vector<bool>(story.groups().size()), std::vector<bool>(story.places().size()),
              std::vector<bool>(story.things().size()), std::vector<bool>(story.threads().size()),
              std::vector<bool>(story.milestones().size())};
    for (const Character& character : story.characters()) {
        if (character.group) used.groups[character.group->index] = true;
    }
    for (const Event& event : story.events()) {
        if (event.place) used.places[event.place->index] = true;
        if (event.milestone) used.milestones[event.milestone->kind.index] = true;
        for (const ThingUse& use : event.things)
            used.things[use.thing.index] = true;
        for (const Reference& thread : event.threads)
            used.threads[thread.index] = true;
    }
    mark_places(story, used);
    return used;
}

template <typename Entry>
void find_in(const std::vector<Entry>& entries, const std::vector<bool>& used, std::string_view what,
             const CheckContext& context, Report& report) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (used[i] || context.left_out.may_name(entries[i].id)) continue;
        report.add(Severity::note,
                   {.span = entries[i].span,
                    .message = fmt::format("nothing in the story names the {} ‘{}’", what, entries[i].id)});
    }
}

void find_unused(const CheckContext& context, Report& report) {
    const Story& story = context.story;
    const Used used = used_in(story);
    find_in(story.groups(), used.groups, "group", context, report);
    find_in(story.places(), used.places, "place", context, report);
    find_in(story.things(), used.things, "thing", context, report);
    find_in(story.threads(), used.threads, "thread", context, report);
    find_in(story.milestones(), used.milestones, "milestone", context, report);
}

}  // namespace

CheckedRule unused() {
    return {{.code = "unused",
             .severity = Severity::note,
             .meaning = "a group, place, thing, thread or milestone that nothing in the story names",
             .hint = "name it where it belongs, or take it out",
             .example = R"(title: The wreck
characters: {ada: }
places: {lighthouse: }
events: [{id: evening, title: Ada looks out on the sea, who: ada}]
)"},
            find_unused};
}

}  // namespace fabula::checking
