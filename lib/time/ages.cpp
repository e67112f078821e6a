// ages_at_events: by the calendar, and as lived by who is away, frozen or lives time in another order.
#include "fabula/ages.hpp"

#include <algorithm>
#include <memory>

#include "time/contradiction.hpp"
#include "time/defaults.hpp"
#include "time/model.hpp"
#include "time/network.hpp"
#include "time/phrases.hpp"

namespace fabula {

namespace {

using timing::Difference;
using timing::DurationTicks;
using timing::Model;
using timing::never;
using timing::Ticks;
using timing::Variable;

/// Ticks within bounds, and the days that are drawn.
struct Length {
    Ticks least = 0;
    Ticks most = 0;
    double nominal = 0;
};

Ticks sum(Ticks a, Ticks b) {
    return a <= -never || b <= -never ? -never : a >= never || b >= never ? never : a + b;
}

Length operator+(const Length& a, const Length& b) {
    return {sum(a.least, b.least), sum(a.most, b.most), a.nominal + b.nominal};
}

/// A moment of the network, and where it is drawn.
struct Point {
    Variable variable = 0;
    double nominal = 0;
};

/// A part of a life in one go: with the calendar, or as long as is stated.
struct Leg {
    Point from;
    std::optional<Point> until;  ///< none: as long as it lives
    std::optional<DurationTicks> lives;
};

/// The legs of a life, in the order lived.
class Legs {
public:
    Legs(const Story& story, const Timetable& timetable, const Model& model, CharacterIndex who)
        : character_(story.characters()[who]),
          life_(timetable.lives[who]),
          birth_{model.births[who], life_.birth.nominal} {
        note_absences(story, model, who);
        const auto& clock = model.clocks[who];
        if (clock.empty()) add_stretch(birth_, std::nullopt);
        for (std::size_t i = 0; i < clock.size(); ++i) {
            const Point from{clock[i].start, life_.clock[i].from.nominal};
            if (i == 0 && from.variable != birth_.variable) add_stretch(birth_, from);
            std::optional<Point> until;
            if (clock[i].end != model.deaths[who]) until = Point{clock[i].end, life_.clock[i].until.nominal};
            add_stretch(from, until);
        }
    }

    [[nodiscard]] const std::vector<Leg>& list() const { return legs_; }

private:
    void note_absences(const Story& story, const Model& model, CharacterIndex who) {
        for (std::size_t i = 0; i < character_.absent.size(); ++i) {
            const auto lives = timing::lived_while_away(character_.absent[i], model.scale, story);
            if (!lives) continue;
            const Extent& when = life_.absences[i].when;
            Leg away{{model.absences[who][i].start, when.from.nominal}, std::nullopt, lives};
            const Variable until = model.absences[who][i].end;
            if (until != model.deaths[who]) away.until = Point{until, when.until.nominal};
            away_.push_back(away);
        }
        std::stable_sort(away_.begin(), away_.end(),
                         [](const Leg& a, const Leg& b) { return a.from.nominal < b.from.nominal; });
    }

    /// A stretch of story time, with the absences that begin in it taken out; none lasts longer than the stretch.
    void add_stretch(Point from, const std::optional<Point>& until) {
        for (const Leg& away : away_) {
            const bool begins_here =
                away.from.nominal >= from.nominal && (!until || away.from.nominal < until->nominal);
            if (!begins_here) continue;
            if (away.from.variable != from.variable) legs_.push_back({from, away.from, std::nullopt});
            legs_.push_back(away);
            const bool to_the_end = !away.until || (until && away.until->nominal >= until->nominal);
            if (to_the_end) legs_.back().until = until;
            if (to_the_end) return;
            from = *away.until;
        }
        legs_.push_back({from, until, std::nullopt});
    }

    const Character& character_;
    const Life& life_;
    Point birth_;
    std::vector<Leg> away_;
    std::vector<Leg> legs_;
};

/// The age lived, as far as it is known.
struct Lived {
    Length age;
    bool any = false;    ///< it can lie in a leg that was looked at
    bool drawn = false;  ///< and is drawn in one

    void add(const Length& possible, bool is_drawn) {
        age.least = any ? std::min(age.least, possible.least) : possible.least;
        age.most = any ? std::max(age.most, possible.most) : possible.most;
        if (!any || (is_drawn && !drawn)) age.nominal = possible.nominal;
        any = true;
        drawn = drawn || is_drawn;
    }
};

class AgesAtEvents {
public:
    AgesAtEvents(const Story& story, const Timetable& timetable)
        : story_(story),
          timetable_(timetable),
          shared_model_(timetable.model != nullptr ? timetable.model : timing::consistent_model(story).model),
          model_(*shared_model_),
          differences_(network(), memory) {}

    [[nodiscard]] std::vector<std::vector<AgeAtEvent>> find();

private:
    static constexpr std::size_t memory = std::size_t{16} << 20U;

    [[nodiscard]] timing::TemporalNetwork network() const;
    void add_ages_of(CharacterIndex who, const std::vector<EventIndex>& events,
                     std::vector<std::vector<AgeAtEvent>>& result);
    [[nodiscard]] Length between(const Point& from, const Point& to) {
        const Difference difference = differences_.between(from.variable, to.variable);
        return {difference.least, difference.greatest, to.nominal - from.nominal};
    }
    [[nodiscard]] Length length_of(const Leg& leg);
    [[nodiscard]] bool can_lie_in(const Leg& leg, const Point& event);
    [[nodiscard]] static bool is_drawn_in(const Leg& leg, const Point& event);
    [[nodiscard]] Length lived_in(const Leg& leg, const Point& event);
    [[nodiscard]] Length lived(const std::vector<Leg>& legs, const std::vector<Length>& before, const Point& event);
    [[nodiscard]] Age in_days(const Length& length, double local) const {
        return {model_.scale.axis_length(length.least), length.nominal, model_.scale.axis_length(length.most), local};
    }

    const Story& story_;
    const Timetable& timetable_;
    std::shared_ptr<const Model> shared_model_;
    const Model& model_;
    timing::Differences differences_;
};

timing::TemporalNetwork AgesAtEvents::network() const {
    timing::TemporalNetwork network = timing::network_of(model_);
    timing::add_defaults(network, model_, story_);
    return network;
}

Length AgesAtEvents::length_of(const Leg& leg) {
    if (leg.lives) return {leg.lives->low, leg.lives->high, model_.scale.axis_length(leg.lives->best)};
    if (!leg.until) return {};
    const Length length = between(leg.from, *leg.until);
    return {std::max<Ticks>(length.least, 0), std::max<Ticks>(length.most, 0), std::max(length.nominal, 0.0)};
}

/// At the ends of an absence the legs before and after it say it better.
bool AgesAtEvents::can_lie_in(const Leg& leg, const Point& event) {
    const Ticks inside = leg.lives ? 1 : 0;
    if (between(leg.from, event).most < inside) return false;
    return !leg.until || between(*leg.until, event).least <= -inside;
}

bool AgesAtEvents::is_drawn_in(const Leg& leg, const Point& event) {
    if (event.nominal < leg.from.nominal || (leg.until && event.nominal > leg.until->nominal)) return false;
    return !leg.lives || (event.nominal > leg.from.nominal && (!leg.until || event.nominal < leg.until->nominal));
}

/// What of a leg is lived by the time of the event.
Length AgesAtEvents::lived_in(const Leg& leg, const Point& event) {
    const Length whole = length_of(leg);
    Length part = between(leg.from, event);
    if (leg.lives) {
        const double length = leg.until ? leg.until->nominal - leg.from.nominal : 0;
        const double share = length > 0 ? std::clamp(part.nominal / length, 0.0, 1.0) : 0;
        return {0, whole.most, whole.nominal * share};
    }
    if (!leg.until) return part;
    part = {std::max<Ticks>(part.least, 0), std::min(part.most, whole.most),
            std::clamp(part.nominal, 0.0, whole.nominal)};
    return part;
}

Length AgesAtEvents::lived(const std::vector<Leg>& legs, const std::vector<Length>& before, const Point& event) {
    Lived result;
    std::size_t latest = 0;
    for (std::size_t i = 0; i < legs.size(); ++i) {
        if (can_lie_in(legs[i], event)) result.add(before[i] + lived_in(legs[i], event), is_drawn_in(legs[i], event));
        const bool over = legs[i].until && legs[i].until->nominal <= event.nominal;
        if (over && (!legs[latest].until || legs[i].until->nominal >= legs[latest].until->nominal)) latest = i;
    }
    return result.any ? result.age : before[latest] + length_of(legs[latest]);
}

void AgesAtEvents::add_ages_of(CharacterIndex who, const std::vector<EventIndex>& events,
                               std::vector<std::vector<AgeAtEvent>>& result) {
    const Point birth{model_.births[who], timetable_.lives[who].birth.nominal};
    const Legs legs(story_, timetable_, model_, who);
    std::vector<Length> before{{}};
    for (const Leg& leg : legs.list())
        before.push_back(before.back() + length_of(leg));
    for (const EventIndex e : events) {
        const Point event{model_.events[e].start, timetable_.events[e].start.nominal};
        const double local = timetable_.events[e].local - timetable_.lives[who].birth_local;
        const Age calendar = in_days(between(birth, event), local);
        const bool plain = legs.list().size() == 1;
        result[e].push_back({who, calendar, plain ? calendar : in_days(lived(legs.list(), before, event), local)});
    }
}

std::vector<std::vector<AgeAtEvent>> AgesAtEvents::find() {
    std::vector<std::vector<EventIndex>> events(story_.characters().size());
    for (EventIndex e = 0; e < story_.events().size(); ++e) {
        for (const Reference& who : story_.events()[e].who)
            events[who.index].push_back(e);
    }
    std::vector<std::vector<AgeAtEvent>> result(story_.events().size());
    for (CharacterIndex who = 0; who < events.size(); ++who) {
        if (timetable_.lives[who].birth_known) add_ages_of(who, events[who], result);
    }
    for (EventIndex e = 0; e < story_.events().size(); ++e) {
        const auto place = [&](const AgeAtEvent& age) {
            const auto& all = story_.events()[e].who;
            return std::find_if(all.begin(), all.end(), [&age](const Reference& who) { return who.index == age.who; }) -
                   all.begin();
        };
        std::stable_sort(result[e].begin(), result[e].end(),
                         [&place](const AgeAtEvent& a, const AgeAtEvent& b) { return place(a) < place(b); });
    }
    return result;
}

}  // namespace

std::vector<std::vector<AgeAtEvent>> ages_at_events(const Story& story, const Timetable& timetable) {
    if (timetable.axis == TimeAxis::clock || timetable.axis == TimeAxis::order)
        return std::vector<std::vector<AgeAtEvent>>(story.events().size());
    return AgesAtEvents(story, timetable).find();
}

}  // namespace fabula
