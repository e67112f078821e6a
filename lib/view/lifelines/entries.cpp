// One pass: compose_entries.
#include "view/lifelines/entries.hpp"

#include <algorithm>

#include "view/drawing/event_labels.hpp"

namespace fabula::lifelines {
namespace {

void sort_and_take_once(std::vector<std::size_t>& rows) {
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
}

std::vector<std::size_t> rows_of(const Event& event, const Cast& cast) {
    std::vector<std::size_t> rows;
    for (const Reference& who : event.who) {
        if (const auto row = cast.row(who.index)) rows.push_back(*row);
    }
    if (event.who.empty() && cast.row_of_nobody) rows.push_back(*cast.row_of_nobody);
    sort_and_take_once(rows);
    return rows;
}

/// Only those whose line is there at that time: a mark beside it would stand on nothing.
std::vector<std::size_t> mentioned_rows(const Event& event, const Moment& when, const std::vector<std::size_t>& present,
                                        const Cast& cast, const Timetable& timetable) {
    std::vector<std::size_t> rows;
    for (const Reference& who : event.mentions) {
        const auto row = cast.row(who.index);
        const Life& life = timetable.lives[who.index];
        const bool there = life.birth.nominal <= when.nominal && when.nominal <= life.death.nominal;
        if (row && there && !std::ranges::binary_search(present, *row)) rows.push_back(*row);
    }
    sort_and_take_once(rows);
    return rows;
}

void mark_row(Entry& entry, const Cast& cast, const Reference& character) {
    if (const auto row = cast.row(character.index)) entry.marked_rows.push_back(*row);
}

}  // namespace

std::vector<Entry> compose_entries(const Story& story, const Timetable& timetable, const Theme& theme, const Cast& cast,
                                   const Options& options, const Typography& type, const Wording& wording,
                                   Measure& measure, const Shown& shown) {
    const EventLabels labels(story, timetable, theme.colours, wording, {options.notes, options.dates, options.weekday});
    std::vector<Entry> entries;
    entries.reserve(story.events().size());
    for (const EventIndex e : timetable.chronology) {
        if (!shown.event(e)) continue;
        const Event& event = story.events()[e];
        Entry entry{.event = e,
                    .rows = rows_of(event, cast),
                    .mentioned = {},
                    .shape = mark_shape(event, theme),
                    .marked_rows = {},
                    .label = {}};
        if (entry.rows.empty()) continue;  // none of those who take part has a lane
        entry.mentioned = mentioned_rows(event, timetable.events[e].start, entry.rows, cast, timetable);
        if (event.milestone) mark_row(entry, cast, event.milestone->of);
        if (is_real(event.mode)) {
            for (const Reference& dead : event.deaths)
                mark_row(entry, cast, dead);
        }
        entry.label = labels.set(e, type, measure);
        entry.weight = importance(event);
        entries.push_back(std::move(entry));
    }
    return entries;
}

std::vector<Carried> find_carried(const Story& story, const Timetable& timetable, const Cast& cast,
                                  const Shown& shown) {
    std::vector<Carried> carried;
    for (const EventIndex e : timetable.chronology) {
        const EventTime& time = timetable.events[e];
        const bool lasts = time.end.nominal > time.start.nominal;
        if (!lasts || shown.event(e) || !shown.has({time.start, time.end})) continue;
        std::vector<std::size_t> rows = rows_of(story.events()[e], cast);
        if (!rows.empty()) carried.push_back({e, std::move(rows)});
    }
    return carried;
}

}  // namespace fabula::lifelines
