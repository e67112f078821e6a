// Who has a lane, in which order, and what stands on the lanes. The order is a minimum linear arrangement (Petit 2003,
// "Experiments on the minimum linear arrangement problem"), approached from several starts by moving one lane at a time
// to its best place.

#include <algorithm>
#include <numeric>

#include "view/drawing/event_labels.hpp"
#include "view/drawing/styles.hpp"
#include "view/lifelines/passes.hpp"

namespace fabula::lifelines {

namespace {

/// How strongly two lanes belong near each other, by row of the first arrangement.
class Affinity {
public:
    explicit Affinity(std::size_t size) : size_(size), weights_(size * size, 0.0F) {}

    void add(std::size_t a, std::size_t b, float weight) {
        if (a == b) return;
        weights_[a * size_ + b] += weight;
        weights_[b * size_ + a] += weight;
    }

    [[nodiscard]] float between(std::size_t a, std::size_t b) const { return weights_[a * size_ + b]; }
    [[nodiscard]] std::size_t size() const { return size_; }

private:
    std::size_t size_;
    std::vector<float> weights_;
};

/// Adds `weight` for the pairs of `characters`, divided so that a crowd does not outweigh a conversation.
void add_meeting(Affinity& affinity, const Cast& cast, const std::vector<Reference>& characters, float weight) {
    for (std::size_t i = 0; i < characters.size(); ++i) {
        for (std::size_t j = i + 1; j < characters.size(); ++j) {
            const auto a = cast.row(characters[i].index);
            const auto b = cast.row(characters[j].index);
            if (a && b) affinity.add(*a, *b, weight / static_cast<float>(characters.size() - 1));
        }
    }
}

Affinity measure_affinity(const Story& story, const Cast& cast) {
    Affinity affinity(cast.lanes.size());
    for (const Event& event : story.events())
        add_meeting(affinity, cast, event.who, 1.0F);
    for (const Relationship& relationship : story.relationships())
        add_meeting(affinity, cast, relationship.between, 2.0F);
    return affinity;
}

/// The best place for `order[from]`: moves it past its neighbours one by one and adds up how the cost changes.
std::size_t best_place(const Affinity& affinity, const std::vector<std::size_t>& order, std::vector<float>& pull,
                       std::size_t from) {
    // pull[x]: the weight to the lanes on the left of x minus the weight to those on its right.
    const std::size_t moving = order[from];
    float best = -1e-4F;
    std::size_t place = from;
    float change = 0;
    float own = pull[moving];
    for (std::size_t i = from + 1; i < order.size(); ++i) {
        const float shared = affinity.between(moving, order[i]);
        change += own + shared - (pull[order[i]] - shared);
        own += 2 * shared;
        if (change < best) {
            best = change;
            place = i;
        }
    }
    change = 0;
    own = pull[moving];
    for (std::size_t i = from; i-- > 0;) {
        const float shared = affinity.between(moving, order[i]);
        change += -own + shared + (pull[order[i]] + shared);
        own -= 2 * shared;
        if (change < best) {
            best = change;
            place = i;
        }
    }
    return place;
}

void move_to(const Affinity& affinity, std::vector<std::size_t>& order, std::vector<float>& pull, std::size_t from,
             std::size_t to) {
    const std::size_t moving = order[from];
    const auto step = [&](std::size_t passed, float sign) {
        const float shared = affinity.between(moving, passed);
        pull[moving] += sign * 2 * shared;
        pull[passed] -= sign * 2 * shared;
    };
    for (std::size_t i = from; i < to; ++i) {
        step(order[i + 1], 1.0F);
        std::swap(order[i], order[i + 1]);
    }
    for (std::size_t i = from; i > to; --i) {
        step(order[i - 1], -1.0F);
        std::swap(order[i], order[i - 1]);
    }
}

float cost_of(const Affinity& affinity, const std::vector<std::size_t>& order) {
    float cost = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        for (std::size_t j = i + 1; j < order.size(); ++j)
            cost += static_cast<float>(j - i) * affinity.between(order[i], order[j]);
    }
    return cost;
}

/// Moves one lane at a time to its best place until none moves.
void improve(const Affinity& affinity, std::vector<std::size_t>& order) {
    std::vector<float> pull(order.size(), 0.0F);
    for (std::size_t i = 0; i < order.size(); ++i) {
        for (std::size_t j = 0; j < order.size(); ++j)
            pull[order[i]] += (j < i ? 1.0F : -1.0F) * affinity.between(order[i], order[j]);
    }
    constexpr int most_rounds = 12;
    for (int round = 0; round < most_rounds; ++round) {
        bool moved = false;
        for (std::size_t lane = 0; lane < order.size(); ++lane) {
            const auto from = static_cast<std::size_t>(std::find(order.begin(), order.end(), lane) - order.begin());
            const std::size_t to = best_place(affinity, order, pull, from);
            moved = moved || to != from;
            move_to(affinity, order, pull, from, to);
        }
        if (!moved) break;
    }
}

/// The best arrangement that improving the order of the file gives, or one of the orders that step through it by
/// strides, which are tried if there are few lanes.
std::vector<std::size_t> least_arrangement(const Affinity& affinity) {
    const std::size_t size = affinity.size();
    constexpr std::size_t few = 60;
    const std::size_t most_starts = size <= few ? 48 : 1;
    std::vector<std::size_t> best;
    float least = 0;
    std::size_t starts = 0;
    for (std::size_t first = 0; first < size; ++first) {
        for (std::size_t stride = 1; stride <= size && starts < most_starts; ++stride) {
            if (std::gcd(stride, size) != 1) continue;
            ++starts;
            std::vector<std::size_t> order(size);
            for (std::size_t i = 0; i < size; ++i)
                order[i] = (first + i * stride) % size;
            improve(affinity, order);
            const float cost = cost_of(affinity, order);
            if (!best.empty() && cost >= least) continue;
            best = std::move(order);
            least = cost;
        }
    }
    return best;
}

std::vector<CharacterIndex> characters_of(const Cast& cast) {
    std::vector<CharacterIndex> characters;
    for (const Lane& lane : cast.lanes)
        characters.push_back(*lane.character);
    return characters;
}

/// Keeps the lanes of the `most` characters who matter most, in the same order.
void keep_most(Cast& cast, const Ranking& ranking, std::size_t most) {
    if (cast.lanes.size() <= most) return;
    std::vector<std::size_t> rows = by_rank(characters_of(cast), ranking);
    rows.resize(most);
    std::ranges::sort(rows);
    std::vector<Lane> kept;
    for (const std::size_t row : rows)
        kept.push_back(cast.lanes[row]);
    cast.lanes = std::move(kept);
}

void index_rows(Cast& cast, std::size_t characters) {
    cast.row_of.assign(characters, std::nullopt);
    for (std::size_t row = 0; row < cast.lanes.size(); ++row) {
        if (const auto character = cast.lanes[row].character) cast.row_of[*character] = row;
    }
}

/// Adds a lane at the top for events that nobody takes part in, if there are any.
void add_lane_of_nobody(Cast& cast, const Story& story, const Theme& theme) {
    const bool needed = std::ranges::any_of(story.events(), [](const Event& event) { return event.who.empty(); });
    if (!needed) return;
    cast.lanes.insert(cast.lanes.begin(), Lane{std::nullopt, theme.colours.structure});
    cast.row_of_nobody = 0;
}

}  // namespace

Cast arrange_cast(const Story& story, const Timetable& timetable, const Theme& theme, const Ranking& ranking,
                  const Options& options, std::size_t most_lanes) {
    Cast in_file_order;
    for (CharacterIndex c = 0; c < story.characters().size(); ++c) {
        const Life& life = timetable.lives[c];
        if (life.appears || (life.birth_known && life.death_known)) in_file_order.lanes.push_back({c, {}});
    }
    keep_most(in_file_order, ranking, most_lanes);
    index_rows(in_file_order, story.characters().size());

    constexpr std::size_t most_arranged = 4000;  // the affinities of more lanes take too much memory
    Cast cast = in_file_order;
    if (options.order == LaneOrder::automatic && !cast.lanes.empty() && cast.lanes.size() <= most_arranged) {
        cast.lanes.clear();
        for (const std::size_t row : least_arrangement(measure_affinity(story, in_file_order))) {
            cast.lanes.push_back(in_file_order.lanes[row]);
        }
        // Of an arrangement and its mirror image, the one that begins with the character named first reads better.
        if (*cast.lanes.front().character > *cast.lanes.back().character) std::ranges::reverse(cast.lanes);
    }
    const std::vector<Colour> colours = colours_of(characters_of(cast), ranking, theme);
    for (std::size_t row = 0; row < cast.lanes.size(); ++row)
        cast.lanes[row].colour = colours[row];
    add_lane_of_nobody(cast, story, theme);
    index_rows(cast, story.characters().size());
    return cast;
}

namespace {

/// By character: its part in the events of the page.
struct Involved {
    std::vector<bool> takes_part;
    std::vector<bool> is_mentioned;
};

Involved involved(const Story& story, const Shown& shown) {
    Involved found{std::vector<bool>(story.characters().size()), std::vector<bool>(story.characters().size())};
    for (EventIndex e = 0; e < story.events().size(); ++e) {
        if (!shown.event(e)) continue;
        for (const Reference& who : story.events()[e].who)
            found.takes_part[who.index] = true;
        for (const Reference& who : story.events()[e].mentions)
            found.is_mentioned[who.index] = true;
    }
    return found;
}

bool has_event_of_nobody(const Story& story, const Shown& shown) {
    for (EventIndex e = 0; e < story.events().size(); ++e) {
        if (shown.event(e) && story.events()[e].who.empty()) return true;
    }
    return false;
}

}  // namespace

std::vector<Extent> line_extents(const Story& story, const Timetable& timetable) {
    std::vector<Extent> lines;
    for (const Life& life : timetable.lives)
        lines.push_back({life.birth, life.death});
    for (std::size_t r = 0; r < story.relationships().size(); ++r) {
        for (const Reference& who : story.relationships()[r].between) {
            if (timetable.lives[who.index].birth_known) continue;
            Extent& line = lines[who.index];
            for (const Extent& phase : timetable.relationships[r])
                line.from.nominal = std::min(line.from.nominal, phase.from.nominal);
        }
    }
    return lines;
}

Cast cast_on_page(const Cast& cast, const Story& story, const Timetable& timetable, const Ranking& ranking,
                  const Shown& shown, std::size_t most_lanes) {
    const Involved found = involved(story, shown);
    const bool onlookers = shown.stretch == nullptr || shown.stretch->onlookers;
    const std::vector<Extent> lines = line_extents(story, timetable);
    Cast kept;
    for (const Lane& lane : cast.lanes) {
        if (!lane.character) continue;
        const CharacterIndex character = *lane.character;
        const bool lives = shown.has(lines[character]);
        if (found.takes_part[character] || (lives && (onlookers || found.is_mentioned[character])))
            kept.lanes.push_back(lane);
    }
    keep_most(kept, ranking, most_lanes);
    if (cast.row_of_nobody && has_event_of_nobody(story, shown)) {
        kept.lanes.insert(kept.lanes.begin(), cast.lanes[*cast.row_of_nobody]);
        kept.row_of_nobody = 0;
    }
    index_rows(kept, story.characters().size());
    return kept;
}

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

/// Only those whose line is there at that time, for otherwise the mark would stand on nothing.
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

std::vector<Entry> compose_entries(const Story& story, const Timetable& timetable, const Theme& theme,
                                   const Ranking& ranking, const Cast& cast, const Options& options,
                                   const Typography& type, const Wording& wording, Measure& measure,
                                   const Shown& shown) {
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
        if (entry.rows.empty()) continue;  // nobody who takes part has a lane
        entry.mentioned = mentioned_rows(event, timetable.events[e].start, entry.rows, cast, timetable);
        if (event.milestone) mark_row(entry, cast, event.milestone->of);
        if (is_real(event.mode)) {
            for (const Reference& dead : event.deaths)
                mark_row(entry, cast, dead);
        }
        entry.label = labels.set(e, type, measure);
        if (event.milestone) {
            const MilestoneKind& kind = story.milestones()[event.milestone->kind.index];
            entry.tip = std::max(milestone_top(kind, theme, type.text) - lane_core(type), 0.0);
        }
        entry.weight = ranking.events[e];
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
