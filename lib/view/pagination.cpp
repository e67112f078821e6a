// From a story that is too long for a page to stretches of it that fit: paginate, draw_flow. Pages are filled one after
// the other, as lines of text are: what is best for a page hardly depends on the later ones.
#include <algorithm>
#include <numeric>

#include "view/pictures.hpp"

namespace fabula {
namespace {

/// The events that begin at the same time.
struct MomentEvents {
    double time = 0;
    std::vector<EventIndex> events;  ///< in the order of the chronology
};

std::vector<MomentEvents> moments_of(const Timetable& timetable) {
    std::vector<MomentEvents> moments;
    for (const EventIndex e : timetable.chronology) {
        const double time = timetable.events[e].start.nominal;
        if (moments.empty() || moments.back().time < time) moments.push_back({time, {}});
        moments.back().events.push_back(e);
    }
    return moments;
}

/// All that a story tells of, births and deaths included.
struct WholeTime {
    double from = 0;
    double until = 0;

    void include(double time) {
        from = std::min(from, time);
        until = std::max(until, time);
    }
};

WholeTime whole_time(const Timetable& timetable) {
    WholeTime whole{timetable.from, timetable.until};
    for (const EventTime& event : timetable.events) {
        whole.include(event.start.nominal);
        whole.include(event.end.nominal);
    }
    for (const Life& life : timetable.lives) {
        if (life.birth_known) whole.include(life.birth.nominal);
        if (life.death_known) whole.include(life.death.nominal);
    }
    return whole;
}

class Paginator {
public:
    Paginator(const Story& story, const Timetable& timetable, FitsPage fits)
        : story_(story), moments_(moments_of(timetable)), whole_(whole_time(timetable)), fits_(std::move(fits)) {}

    [[nodiscard]] std::vector<Stretch> run() {
        std::vector<std::size_t> breaks{0};  // the moments that pages begin with; the last is the end
        std::size_t expected = 16;           // small: a stretch much too long for a page costs most to try
        while (breaks.back() < moments_.size()) {
            const std::size_t from = breaks.back();
            const std::size_t most = longest(from, expected);
            breaks.push_back(most == moments_.size() ? most : best_break(from, most));
            expected = most - from;
        }
        even_out(breaks);
        return stretches(breaks);
    }

    /// A page for every section.
    [[nodiscard]] std::vector<Stretch> sections() const {
        std::vector<std::size_t> breaks{0};
        while (breaks.back() < moments_.size())
            breaks.push_back(next_section(breaks.back()));
        return stretches(breaks);
    }

private:
    /// From each break to the next.
    [[nodiscard]] std::vector<Stretch> stretches(const std::vector<std::size_t>& breaks) const {
        std::vector<Stretch> stretches;
        for (std::size_t page = 0; page + 1 < breaks.size(); ++page)
            stretches.push_back(stretch(breaks[page], breaks[page + 1]));
        return stretches;
    }

    /// The stretch of moments [from, until).
    [[nodiscard]] Stretch stretch(std::size_t from, std::size_t until) const {
        Stretch stretch;
        stretch.shows.assign(story_.events().size(), false);
        for (std::size_t m = from; m < until; ++m) {
            for (const EventIndex e : moments_[m].events)
                stretch.shows[e] = true;
        }
        stretch.first = from == 0;
        stretch.last = until == moments_.size();
        stretch.from = stretch.first ? whole_.from : time_before(from);
        stretch.until = stretch.last ? whole_.until : time_before(until);
        return stretch;
    }

    /// Half way between a moment and the one before it.
    [[nodiscard]] double time_before(std::size_t moment) const {
        return std::midpoint(moments_[moment - 1].time, moments_[moment].time);
    }

    [[nodiscard]] bool fit(std::size_t from, std::size_t until) const { return fits_(stretch(from, until)); }

    /// How far a page that begins with `from` reaches at most, found from what the page before held.
    [[nodiscard]] std::size_t longest(std::size_t from, std::size_t expected) const {
        const std::size_t end = moments_.size();
        std::size_t low = from + 1;  // taken to fit: nothing is shorter
        std::size_t high = end + 1;  // does not fit
        std::size_t attempt = std::clamp(from + expected, low, end);
        while (low + 1 < high) {
            if (fit(from, attempt)) {
                low = attempt;
                attempt = std::min(from + 2 * (attempt - from), end);
            } else {
                high = attempt;
            }
            if (attempt >= high || attempt <= low) attempt = std::midpoint(low, high);
        }
        return low;
    }

    /// Whether the section changes between a moment and the one before it.
    [[nodiscard]] bool begins_section(std::size_t moment) const {
        if (moment == moments_.size()) return true;
        const Event& before = story_.events()[moments_[moment - 1].events.back()];
        const Event& after = story_.events()[moments_[moment].events.front()];
        return before.section != after.section;
    }

    [[nodiscard]] std::size_t next_section(std::size_t moment) const {
        do
            ++moment;
        while (moment < moments_.size() && !begins_section(moment));
        return moment;
    }

    /// Where a page that could reach to `most` ends.
    [[nodiscard]] std::size_t best_break(std::size_t from, std::size_t most) const {
        constexpr double well_filled = 0.6;
        std::size_t section = most;
        while (section > from && !begins_section(section))
            --section;
        if (section > from) {
            const double filled = static_cast<double>(section - from) / static_cast<double>(most - from);
            if (filled >= well_filled || fit(section, next_section(section))) return section;
        }
        return longest_pause(from, most);
    }

    /// In the last third of what could be shown, the moment before which nothing happens for the longest time; the last
    /// of several.
    [[nodiscard]] std::size_t longest_pause(std::size_t from, std::size_t most) const {
        const std::size_t first = std::max(from + 1, most - (most - from) / 3);
        std::size_t best = most;
        const auto pause = [&](std::size_t moment) { return moments_[moment].time - moments_[moment - 1].time; };
        for (std::size_t moment = most; moment-- > first;) {
            if (pause(moment) > pause(best)) best = moment;
        }
        return best;
    }

    /// Moves the last break so that the last page is not nearly empty: from section to section, or from moment to
    /// moment where it falls within one.
    void even_out(std::vector<std::size_t>& breaks) const {
        if (breaks.size() < 3) return;
        std::size_t& last = breaks[breaks.size() - 2];
        const std::size_t from = breaks[breaks.size() - 3];
        const std::size_t end = breaks.back();
        if (2 * (end - last) >= last - from) return;
        const bool whole_sections = begins_section(last);
        std::vector<std::size_t> better;
        for (std::size_t moment = from + 1; moment < last; ++moment) {
            if (!whole_sections || begins_section(moment)) better.push_back(moment);
        }
        const auto uneven = [&](std::size_t moment) {
            const std::size_t before = moment - from;
            const std::size_t after = end - moment;
            return before > after ? before - after : after - before;
        };
        std::ranges::stable_sort(better, {}, uneven);
        constexpr std::size_t attempts = 4;
        for (std::size_t i = 0; i < std::min(attempts, better.size()); ++i) {
            if (uneven(better[i]) >= uneven(last)) return;
            if (!fit(better[i], end) || !fit(from, better[i])) continue;
            last = better[i];
            return;
        }
    }

    const Story& story_;
    std::vector<MomentEvents> moments_;
    WholeTime whole_;
    FitsPage fits_;
};

/// How much is given up for the sake of fewer and fuller pages.
struct Comfort {
    double smallest_type = 0;  ///< as Stretch
    bool onlookers = true;     ///< as Stretch
};

/// From the best to the worst: type that is hardly smaller than the theme's, or the smallest; then the same without the
/// lines of those who take no part.
std::vector<Comfort> comforts(const Theme::Type& type) {
    const double good = std::max(type.smallest, type.text - 1);
    return {{good, true}, {type.smallest, true}, {good, false}, {type.smallest, false}};
}

/// The stretches of the story's pages in such comfort, and how many of them are cramped all the same.
struct Attempt {
    std::vector<Stretch> stretches;
    std::size_t cramped = 0;
};

Attempt attempt_flow(const PreparedView& view, const ViewInput& input, const Comfort& comfort) {
    const auto fits = [&](Stretch stretch) {
        stretch.onlookers = comfort.onlookers;
        // A view that may not set smaller type says sooner that a page is full.
        stretch.smallest_type = comfort.smallest_type;
        stretch.trial = true;
        return !view.draw(stretch).cramped;
    };
    Attempt attempt{paginate(input.story, input.timetable, fits), 0};
    for (Stretch& stretch : attempt.stretches) {
        stretch.onlookers = comfort.onlookers;
        attempt.cramped += fits(stretch) ? 0U : 1U;
    }
    return attempt;
}

/// The pages of the best comfort in which few are cramped. Where a page has no room even for single events, dividing
/// the story further is of no use: its sections are the pages.
std::vector<Stretch> flow(const PreparedView& view, const ViewInput& input) {
    constexpr std::size_t few = 4;  // one page of so many
    for (const Comfort& comfort : comforts(input.theme.type)) {
        Attempt attempt = attempt_flow(view, input, comfort);
        if (attempt.cramped * few <= attempt.stretches.size()) return std::move(attempt.stretches);
    }
    std::vector<Stretch> sections = sections_as_pages(input.story, input.timetable);
    for (Stretch& section : sections)
        section.onlookers = false;
    return sections;
}

}  // namespace

std::vector<Stretch> paginate(const Story& story, const Timetable& timetable, const FitsPage& fits) {
    return Paginator(story, timetable, fits).run();
}

std::vector<Stretch> sections_as_pages(const Story& story, const Timetable& timetable) {
    return Paginator(story, timetable, {}).sections();
}

std::vector<ViewResult> draw_flow(const View& view, const ViewInput& input) {
    const std::unique_ptr<PreparedView> prepared = view.prepare(input);
    std::vector<ViewResult> pages;
    for (const Stretch& stretch : flow(*prepared, input))
        pages.push_back(prepared->draw(stretch));
    return pages;
}

}  // namespace fabula
