// state: what each phrase of the story file means as bounds between moments.
#include "time/phrases.hpp"

#include <algorithm>

#include "time/calendar.hpp"

namespace fabula::timing {

namespace {

/// Says one phrase of one subject.
class PhraseMeaning {
public:
    PhraseMeaning(Model& model, const Story& story, const Subject& subject, const Phrase& phrase)
        : model_(model),
          story_(story),
          subject_(subject),
          number_(static_cast<StatementIndex>(model.statements.size())) {
        model_.statements.push_back({phrase.span, subject.when});
    }

    void operator()(const DatePhrase& date) const;
    void operator()(const AgePhrase& age) const;
    void operator()(const RelativePhrase& relative) const;
    void operator()(const BetweenPhrase& between) const;
    void operator()(const ClockPhrase& clock) const;
    void operator()(const PartPhrase& part) const { model_.parts.push_back({subject_.when.start, part.part}); }

private:
    void bound(Variable from, Variable to, Ticks low, Ticks high) const {
        model_.constraints.push_back({from, to, low, high, number_});
    }
    void prefer(Preference::Rank rank, Variable from, Variable to, Ticks low, Ticks high) const {
        model_.preferences.push_back({rank, from, to, low, high});
    }
    void after(Variable anchor, Variable moment) const { bound(anchor, moment, instant, never); }
    void within(Variable origin, Ticks low, Ticks high) const;
    void at_distance(Variable from, Variable to, const Duration& distance) const;
    void during(const Stretch& anchor, Anchor::Kind kind) const;
    void with(const Stretch& anchor, Anchor::Kind kind) const;
    [[nodiscard]] Stretch stretch_of(const Anchor& anchor) const;
    [[nodiscard]] bool has_extent() const { return subject_.when.start != subject_.when.end; }
    [[nodiscard]] Ticks from_minutes(std::int64_t minutes) const {
        return model_.scale.minutes(static_cast<double>(minutes)).value_or(0);
    }

    Model& model_;
    const Story& story_;
    const Subject& subject_;
    StatementIndex number_;
};

/// low <= subject - origin <= high: the start of an event, the whole of a section.
void PhraseMeaning::within(Variable origin, Ticks low, Ticks high) const {
    if (subject_.kind != Subject::Kind::section) return bound(origin, subject_.when.start, low, high);
    bound(origin, subject_.when.start, low, never);
    bound(origin, subject_.when.end, -never, high);
}

void PhraseMeaning::operator()(const DatePhrase& date) const {
    if (!model_.dates) return;
    const Variable origin = *model_.dates;
    const bool closed = date.interval && date.from && date.to;
    const Ticks low = date.from ? from_minutes(widened(*date.from).first) : -never;
    const auto& last = date.interval ? date.to : date.from;
    const Ticks high = last ? from_minutes(widened(*last).last) : never;
    if (closed && subject_.kind == Subject::Kind::event && has_extent()) {
        bound(origin, subject_.when.start, low, from_minutes(widened(*date.from).last));
        bound(origin, subject_.when.end, from_minutes(widened(*date.to).first), high);
    } else if (subject_.kind == Subject::Kind::event && has_extent() && !date.from) {
        bound(origin, subject_.when.end, -never, high);
    } else {
        within(origin, low, high);
    }
    const Ticks best_low = date.from ? from_minutes(minutes_of(*date.from).first) : low;
    const Ticks best_high = last ? from_minutes(minutes_of(*last).last) : high;
    if (subject_.kind == Subject::Kind::section) {
        if (date.from) prefer(Preference::Rank::section, origin, subject_.when.start, best_low, best_low);
        if (last) prefer(Preference::Rank::section, origin, subject_.when.end, best_high, best_high);
    } else if (!closed && (best_low != low || best_high != high)) {
        prefer(Preference::Rank::value, origin, subject_.when.start, best_low, best_high);
    }
}

void PhraseMeaning::operator()(const AgePhrase& age) const {
    const auto years = [this](double value) { return model_.scale.ticks(value, TimeUnit::year); };
    const AgeRange range = age_range(age, story_.time.tolerance);
    const Variable birth = model_.births[age.of.index];
    const auto low = years(range.low);
    const auto high = years(range.high);
    if (!low || !high) return;
    const Ticks slack = model_.scale.irregularity(TimeUnit::year);
    within(birth, *low - slack, *high - model_.scale.grain() + slack);
    if (subject_.kind == Subject::Kind::section) {
        prefer(Preference::Rank::section, birth, subject_.when.start, *years(age.low), *years(age.low));
        const Ticks end = *years(age.high > age.low ? age.high : age.high + 1);
        prefer(Preference::Rank::section, birth, subject_.when.end, end, end);
    } else if (age.about || slack > 0) {
        prefer(Preference::Rank::value, birth, subject_.when.start, *years(age.low),
               *years(age.high + 1) - model_.scale.grain());
    }
}

Stretch PhraseMeaning::stretch_of(const Anchor& anchor) const {
    switch (anchor.kind) {
        case Anchor::Kind::event:
            return model_.events[anchor.to.index];
        case Anchor::Kind::section:
            return model_.sections[anchor.to.index];
        case Anchor::Kind::birth:
            break;
    }
    return {model_.births[anchor.to.index], model_.births[anchor.to.index]};
}

void PhraseMeaning::at_distance(Variable from, Variable to, const Duration& distance) const {
    const auto ticks = duration_ticks(distance, model_.scale, story_.time.tolerance);
    if (!ticks) return after(from, to);
    bound(from, to, ticks->low, ticks->high);
    if (ticks->soft) prefer(Preference::Rank::value, from, to, ticks->best, ticks->best);
}

/// Strictly before the end of a section: what is said to be during one does not follow upon its last event.
void PhraseMeaning::during(const Stretch& anchor, Anchor::Kind kind) const {
    if (anchor.start == anchor.end) return bound(anchor.start, subject_.when.start, 0, 0);
    bound(anchor.start, subject_.when.start, 0, never);
    bound(anchor.end, subject_.when.end, -never, kind == Anchor::Kind::section ? -instant : 0);
}

void PhraseMeaning::with(const Stretch& anchor, Anchor::Kind kind) const {
    const bool at_end = subject_.kind == Subject::Kind::until && kind == Anchor::Kind::section;
    bound(at_end ? anchor.end : anchor.start, subject_.when.start, 0, 0);
}

void PhraseMeaning::operator()(const RelativePhrase& relative) const {
    using Relation = RelativePhrase::Relation;
    const Stretch anchor = stretch_of(relative.anchor);
    if (relative.relation == Relation::with) return with(anchor, relative.anchor.kind);
    if (relative.relation == Relation::during) return during(anchor, relative.anchor.kind);
    const bool follows = relative.relation == Relation::after;
    const Variable from = follows ? anchor.end : subject_.when.end;
    const Variable to = follows ? subject_.when.start : anchor.start;
    if (relative.distance) return at_distance(from, to, *relative.distance);
    after(from, to);
    prefer(relative.soon ? Preference::Rank::soon : Preference::Rank::near, from, to, 0, 0);
}

void PhraseMeaning::operator()(const BetweenPhrase& between) const {
    after(stretch_of(between.first).end, subject_.when.start);
    after(subject_.when.end, stretch_of(between.second).start);
}

void PhraseMeaning::operator()(const ClockPhrase& clock) const {
    const Ticks low = *model_.scale.ticks(clock.low, TimeUnit::clock);
    const Ticks high = *model_.scale.ticks(clock.high, TimeUnit::clock);
    if (clock.low < clock.high && subject_.kind == Subject::Kind::event && has_extent()) {
        bound(model_.axis, subject_.when.start, low, low);
        bound(model_.axis, subject_.when.end, high, high);
        return;
    }
    within(model_.axis, low, high);
    if (subject_.kind == Subject::Kind::section) {
        prefer(Preference::Rank::section, model_.axis, subject_.when.start, low, low);
        prefer(Preference::Rank::section, model_.axis, subject_.when.end, high, high);
    }
}

}  // namespace

std::optional<DurationTicks> duration_ticks(const Duration& duration, const Scale& scale, double tolerance) {
    const double middle = (duration.low + duration.high) / 2;
    const double spread = duration.about ? std::max(tolerance * middle, 1.0) : 0;
    const auto low = scale.ticks(std::max(duration.low - spread, 0.0), duration.unit);
    const auto high = scale.ticks(duration.high + spread, duration.unit);
    const auto best = scale.ticks(middle, duration.unit);
    if (!low || !high || !best) return std::nullopt;
    const Ticks slack = duration.high > 0 ? scale.irregularity(duration.unit) : 0;
    const Ticks least = duration.high > 0 ? instant : 0;
    // A length too short to be counted is still one: something is after, and not at the same time.
    return DurationTicks{std::max(*low - slack, least), std::max(*high + slack, least), std::max(*best, least),
                         *low != *high || slack > 0};
}

AgeRange age_range(const AgePhrase& age, double tolerance) {
    const double spread = age.about ? std::max(tolerance * (age.low + age.high) / 2, 1.0) : 0;
    return {std::max(age.low - spread, 0.0), age.high + 1 + spread};
}

void state(Model& model, const Story& story, const Phrase& phrase, const Subject& subject) {
    std::visit(PhraseMeaning(model, story, subject, phrase), phrase.value);
}

}  // namespace fabula::timing
