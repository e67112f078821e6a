// judge_certainty: exact, stated or ordered, and what an event's own statements allow.
#include <algorithm>
#include <cstdlib>
#include <optional>

#include "time/calendar.hpp"
#include "time/phrases.hpp"
#include "time/solution.hpp"

namespace fabula::timing {

namespace {

/// What one phrase says of an event, in the timetable's numbers, measured from the nominal times of what it refers to.
struct Claim {
    Certainty certainty = Certainty::ordered;
    double low = -unbounded;
    double high = unbounded;
};

class Claims {
public:
    Claims(const Timetable& timetable, const Model& model, const Solution& solution, const Story& story, double soon)
        : timetable_(timetable), model_(model), solution_(solution), story_(story), soon_(soon) {}

    void set_zone(const Zone& zone) { zone_ = zone; }

    [[nodiscard]] Claim operator()(const DatePhrase& date) const;
    [[nodiscard]] Claim operator()(const AgePhrase& age) const;
    [[nodiscard]] Claim operator()(const RelativePhrase& relative) const;
    [[nodiscard]] Claim operator()(const BetweenPhrase& between) const;
    [[nodiscard]] Claim operator()(const ClockPhrase& clock) const {
        return {Certainty::exact, clock.low, clock.high + (model_.scale.counts_days() ? 1 : 0)};
    }
    [[nodiscard]] Claim operator()(const PartPhrase&) const { return {}; }
    [[nodiscard]] Claim operator()(const TimeOfDayPhrase&) const { return {}; }
    [[nodiscard]] Claim operator()(const WeekdayPhrase&) const { return {}; }
    [[nodiscard]] Claim operator()(const DayPhrase& day) const;
    [[nodiscard]] Claim operator()(const SameAgePhrase& same) const;

private:
    [[nodiscard]] Claim with(const Anchor& anchor) const;
    [[nodiscard]] Extent extent_of(const Anchor& anchor) const;
    [[nodiscard]] double axis_length(const std::optional<Ticks>& ticks) const {
        return ticks ? model_.scale.axis_length(*ticks) : 0;
    }
    /// A point of the calendar, or as far from where dates are counted from on another axis.
    [[nodiscard]] double axis_time(Ticks ticks) const {
        return model_.scale.axis() == TimeAxis::calendar ? model_.scale.axis_value(ticks) : axis_length(ticks);
    }

    const Timetable& timetable_;
    const Model& model_;
    const Solution& solution_;
    const Story& story_;
    double soon_;
    Zone zone_;  ///< of the clocks at the event
};

Claim Claims::operator()(const DatePhrase& date) const {
    if (!model_.dates || (!date.from && !date.to)) return {};
    using Relation = DatePhrase::Relation;
    const double zero = model_.scale.axis() == TimeAxis::calendar ? 0 : solution_[*model_.dates].nominal;
    const Calendar& calendar = story_.calendars()[date.calendar];
    const auto at = [&](std::int64_t seconds) { return zero + axis_time(model_.scale.from_seconds(seconds)); };
    Claim claim{Certainty::stated};
    if (date.from) {
        const Seconds from = widened(*date.from, calendar, zone_);
        claim.low = at(date.relation == Relation::after ? from.last + 1 : from.first);
    }
    const bool one = date.from && !date.interval && date.one_of.empty();
    const auto& last =
        one || (date.interval && date.from && date.to && date.relation == Relation::plain) ? date.from : date.to;
    if (last) {
        const Seconds to = widened(*last, calendar, zone_);
        claim.high = at(date.relation == Relation::before ? to.first : to.last);
    }
    const double one_day = axis_length(model_.scale.ticks(1, TimeUnit::day));
    if (claim.high - claim.low < one_day) claim.certainty = Certainty::exact;
    return claim;
}

/// Where dates are known, by birthdays.
Claim Claims::operator()(const AgePhrase& age) const {
    const auto ticks = age_ticks(age, model_.scale, story_.time().tolerance);
    if (!ticks) return {Certainty::stated};
    const double birth = solution_[model_.births[age.of.index]].nominal;
    return {Certainty::stated, birth + axis_length(ticks->low), birth + axis_length(ticks->high)};
}

Claim Claims::operator()(const SameAgePhrase& same) const {
    const double other = solution_[model_.births[same.as.index]].nominal;
    const double year = axis_length(model_.scale.ticks(1, TimeUnit::year));
    return {Certainty::stated, other - year, other + year};
}

Extent Claims::extent_of(const Anchor& anchor) const {
    const std::size_t index = anchor.to.index;
    if (anchor.kind == Anchor::Kind::event) {
        return {solution_[model_.events[index].start], solution_[model_.events[index].end]};
    }
    if (anchor.kind == Anchor::Kind::section) {
        return {solution_[model_.sections[index].start], solution_[model_.sections[index].end]};
    }
    return {solution_[model_.births[index]], solution_[model_.births[index]]};
}

/// As sure as what it happens with; that has been judged already if it comes earlier in time or in the file.
Claim Claims::with(const Anchor& anchor) const {
    if (anchor.kind != Anchor::Kind::event) return {Certainty::stated};
    const EventTime& other = timetable_.events[anchor.to.index];
    if (other.certainty == Certainty::ordered) return {};
    return {other.certainty, other.stated.earliest, other.stated.latest};
}

Claim Claims::operator()(const RelativePhrase& relative) const {
    using Relation = RelativePhrase::Relation;
    if (relative.relation == Relation::with) return with(relative.anchor);
    const Extent anchor = extent_of(relative.anchor);
    if (relative.relation == Relation::during) {
        return {Certainty::stated, anchor.from.nominal, anchor.until.nominal};
    }
    double least = 0;
    double most = 2 * soon_;
    if (relative.distance) {
        const auto ticks = duration_ticks(*relative.distance, model_.scale, story_.time().tolerance);
        if (!ticks) return {};
        least = axis_length(ticks->low);
        most = axis_length(ticks->high);
    } else if (!relative.soon) {
        return {};
    }
    if (relative.relation == Relation::after) {
        return {Certainty::stated, anchor.until.nominal + least, anchor.until.nominal + most};
    }
    return {Certainty::stated, anchor.from.nominal - most, anchor.from.nominal - least};
}

Claim Claims::operator()(const BetweenPhrase& between) const {
    return {Certainty::stated, extent_of(between.first).until.nominal, extent_of(between.second).from.nominal};
}

Claim Claims::operator()(const DayPhrase& day) const {
    const Extent anchor = extent_of(day.anchor);
    const double week = static_cast<double>(story_.calendars()[day.calendar].week.size());
    const double most = axis_length(model_.scale.ticks(day.weekday ? week + 1 : std::abs(day.days) + 1, TimeUnit::day));
    if (day.days < 0) return {Certainty::stated, anchor.from.nominal - most, anchor.from.nominal};
    return {Certainty::stated, anchor.until.nominal, anchor.until.nominal + most};
}

void judge(EventTime& time, const std::vector<const Phrase*>& when, const Claims& claims, bool is_calendar) {
    Claim all;
    for (const Phrase* phrase : when) {
        const Claim claim = std::visit(claims, phrase->value);
        all.certainty = std::min(all.certainty, claim.certainty);
        all.low = std::max(all.low, claim.low);
        all.high = std::min(all.high, claim.high);
    }
    // What follows from a day exactly is as sure as a day: a month after it, the evening of it.
    const bool of_the_day = std::any_of(when.begin(), when.end(), [](const Phrase* phrase) {
        return std::holds_alternative<TimeOfDayPhrase>(phrase->value);
    });
    const bool bounded = all.certainty == Certainty::stated && all.high - all.low < unbounded;
    const bool to_the_day = (bounded || of_the_day) && time.start.latest - time.start.earliest < 1;
    time.certainty = to_the_day && is_calendar ? Certainty::exact : all.certainty;
    all.certainty = time.certainty;
    time.stated = time.start;
    if (all.certainty != Certainty::stated) return;
    const double nominal = time.start.nominal;
    time.stated.earliest = std::min(nominal, std::max(all.low, time.start.earliest));
    time.stated.latest = std::max(nominal, std::min(all.high, time.start.latest));
}

/// What is said of when an event is, and not left out.
std::vector<const Phrase*> in_force(EventIndex event, const Model& model, const Story& story) {
    std::vector<const Phrase*> phrases;
    const std::vector<Phrase>& when = story.events()[event].when;
    for (std::size_t i = 0; i < when.size(); ++i) {
        if (model.holds(event, i)) phrases.push_back(&when[i]);
    }
    return phrases;
}

}  // namespace

void judge_certainty(Timetable& timetable, const Model& model, const Solution& solution, const Story& story,
                     double soon) {
    if (timetable.axis == TimeAxis::order) return;
    Claims claims(timetable, model, solution, story, soon);
    // Twice: an event may happen with one further down in the file.
    for (int round = 0; round < 2; ++round) {
        for (EventIndex e = 0; e < story.events().size(); ++e) {
            claims.set_zone(model.event_zones[e]);
            judge(timetable.events[e], in_force(e, model, story), claims, timetable.axis == TimeAxis::calendar);
        }
    }
}

}  // namespace fabula::timing
