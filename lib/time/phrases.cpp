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
    void operator()(const PartPhrase& part) const {
        const bool season = part.part <= PartPhrase::Part::winter;
        model_.parts.push_back({subject_.when.start, season ? std::optional(part.part) : std::nullopt,
                                season ? Minutes{} : minutes_of_part(part.part)});
    }
    void operator()(const TimeOfDayPhrase& time) const;
    void operator()(const WeekdayPhrase&) const {}
    void operator()(const DayPhrase&) const {}
    void operator()(const SameAgePhrase& same) const;

private:
    void bound(Variable from, Variable to, Ticks low, Ticks high) const {
        model_.constraints.push_back({from, to, low, high, number_});
    }
    void prefer(Preference::Rank rank, Variable from, Variable to, Ticks low, Ticks high) const {
        model_.preferences.push_back({rank, from, to, low, high, number_});
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
    const Calendar& calendar = story_.calendars[date.calendar];
    const Variable origin = *model_.dates;
    const bool closed = date.interval && date.from && date.to;
    const Ticks low = date.from ? from_minutes(widened(*date.from, calendar).first) : -never;
    const auto& last = date.interval ? date.to : date.from;
    const Ticks high = last ? from_minutes(widened(*last, calendar).last) : never;
    if (closed && subject_.kind == Subject::Kind::event && has_extent()) {
        bound(origin, subject_.when.start, low, from_minutes(widened(*date.from, calendar).last));
        bound(origin, subject_.when.end, from_minutes(widened(*date.to, calendar).first), high);
    } else if (subject_.kind == Subject::Kind::event && has_extent() && !date.from) {
        bound(origin, subject_.when.end, -never, high);
    } else {
        within(origin, low, high);
    }
    const Ticks best_low = date.from ? from_minutes(minutes_of(*date.from, calendar).first) : low;
    const Ticks best_high = last ? from_minutes(minutes_of(*last, calendar).last) : high;
    if (subject_.kind == Subject::Kind::section) {
        if (date.from) prefer(Preference::Rank::section, origin, subject_.when.start, best_low, best_low);
        if (last) prefer(Preference::Rank::section, origin, subject_.when.end, best_high, best_high);
    } else if (!closed && (best_low != low || best_high != high)) {
        prefer(Preference::Rank::value, origin, subject_.when.start, best_low, best_high);
    }
}

void PhraseMeaning::operator()(const AgePhrase& age) const {
    const auto ticks = age_ticks(age, model_.scale, story_.time.tolerance);
    if (!ticks) return;
    const Variable birth = model_.births[age.of.index];
    const Ticks grain = model_.scale.grain();
    within(birth, ticks->low - ticks->slack, ticks->high - grain + ticks->slack);
    if (subject_.kind == Subject::Kind::section) {
        const Ticks end = age.high > age.low ? ticks->last : ticks->best_end;
        prefer(Preference::Rank::section, birth, subject_.when.start, ticks->best, ticks->best);
        prefer(Preference::Rank::section, birth, subject_.when.end, end, end);
    } else if (age.about || ticks->slack > 0) {
        prefer(Preference::Rank::value, birth, subject_.when.start, ticks->best, ticks->best_end - grain);
    }
}

void PhraseMeaning::operator()(const TimeOfDayPhrase& time) const {
    model_.parts.push_back({subject_.when.start, std::nullopt, Minutes{time.low, time.high}});
}

void PhraseMeaning::operator()(const SameAgePhrase& same) const {
    const auto year = model_.scale.ticks(1, TimeUnit::year);
    if (!year) return;
    const Variable other = model_.births[same.as.index];
    const Ticks most = *year + model_.scale.irregularity(TimeUnit::year) - model_.scale.grain();
    bound(other, subject_.when.start, -most, most);
    prefer(Preference::Rank::value, other, subject_.when.start, 0, 0);
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

/// Lengths around a written one, counted in its first unit: "2 years 3 months" goes on with three twelfths.
class Counted {
public:
    Counted(const Duration& length, const Scale& scale)
        : scale_(scale), unit_(length.unit), irregularity_(scale.irregularity(length.unit)) {
        const auto one = scale.ticks(1, unit_);
        if (!one || *one == 0) return;  // the axis does not tell such lengths apart
        TimeUnit last = unit_;
        for (const DurationPart& part : length.more) {
            rest_ += scale.ticks(part.count, part.unit).value_or(0);
            irregularity_ += scale.irregularity(part.unit);
            last = part.unit;
        }
        rest_units_ = static_cast<double>(rest_) / static_cast<double>(*one);
        if (last != unit_) last_unit_ = static_cast<double>(*scale.ticks(1, last)) / static_cast<double>(*one);
    }

    /// The parts after the first, and one of the last unit, in the first.
    [[nodiscard]] double rest() const { return rest_units_; }
    [[nodiscard]] double last_unit() const { return last_unit_; }

    /// How far all of it may be off, see Scale::irregularity.
    [[nodiscard]] Ticks irregularity() const { return irregularity_; }

    /// So many of the first unit and the rest; nothing where the axis does not count them.
    [[nodiscard]] std::optional<Ticks> ticks(double count) const {
        const double shown = std::max(count, -rest_units_);
        const auto first = shown < 0 ? scale_.ticks(0, unit_) : scale_.ticks(shown, unit_);
        if (!first) return std::nullopt;
        const Ticks sum = shown < 0 ? rest_ - *scale_.ticks(-shown, unit_) : *first + rest_;
        return std::clamp(sum, -never / 8, never / 8);  // one length is no longer than what a scale counts
    }

private:
    const Scale& scale_;
    TimeUnit unit_;
    Ticks irregularity_ = 0;
    Ticks rest_ = 0;
    double rest_units_ = 0;
    double last_unit_ = 1;
};

/// How far `about` reaches, in the first unit: a share of the whole, at least one of the last unit.
double spread_of(double low, double high, bool about, const Counted& counted, double tolerance) {
    return about ? std::max(tolerance * ((low + high) / 2 + counted.rest()), counted.last_unit()) : 0;
}

}  // namespace

std::optional<DurationTicks> lived_while_away(const Absence& absence, const Scale& scale, const Story& story) {
    if (!absence.lives) return std::nullopt;
    return duration_ticks(absence.lives->value, scale, story.time.tolerance);
}

std::optional<DurationTicks> duration_ticks(const Duration& duration, const Scale& scale, double tolerance) {
    const Counted counted(duration, scale);
    const double spread = spread_of(duration.low, duration.high, duration.about, counted, tolerance);
    const auto low = counted.ticks(duration.low - spread);
    const auto high = counted.ticks(duration.high + spread);
    const auto best = counted.ticks((duration.low + duration.high) / 2);
    if (!low || !high || !best) return std::nullopt;
    const bool takes_time = duration.high + counted.rest() > 0;
    const Ticks slack = takes_time ? counted.irregularity() : 0;
    const Ticks least = takes_time ? instant : 0;
    // A length too short to be counted is still one: something is after, and not at the same time.
    return DurationTicks{std::max(*low - slack, least), std::max(*high + slack, least), std::max(*best, least),
                         *low != *high || slack > 0};
}

std::optional<AgeTicks> age_ticks(const AgePhrase& age, const Scale& scale, double tolerance) {
    const Counted counted({age.low, age.high, age.unit, age.about, age.more}, scale);
    const double spread = spread_of(age.low, age.high, age.about, counted, tolerance);
    const auto low = counted.ticks(age.low - spread);
    if (!low) return std::nullopt;
    return AgeTicks{.low = *low,
                    .high = *counted.ticks(age.high + counted.last_unit() + spread),
                    .best = *counted.ticks(age.low),
                    .last = *counted.ticks(age.high),
                    .best_end = *counted.ticks(age.high + counted.last_unit()),
                    .slack = counted.irregularity()};
}

void state(Model& model, const Story& story, const Phrase& phrase, const Subject& subject) {
    std::visit(PhraseMeaning(model, story, subject, phrase), phrase.value);
}

}  // namespace fabula::timing
