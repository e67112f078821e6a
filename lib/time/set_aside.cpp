// place_set_aside: what was left out of a timetable, and when that would have been.
#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "story/duration.hpp"
#include "story/phrase.hpp"
#include "time/solution.hpp"
#include "time/words.hpp"

namespace fabula::timing {

namespace {

/// Bounds of one moment.
struct Asked {
    Ticks from = -never;
    Ticks until = never;

    void narrow(Ticks least, Ticks most) {
        from = std::max(from, least);
        until = std::min(until, most);
    }
};

/// What a statement that was left out asks for, if all else stands where it is drawn.
class Ghost {
public:
    Ghost(const LeftOut& left_out, const Model& model, const Solution& solution, const std::vector<Ticks>& nominal)
        : subject_(model.statements[left_out.statement].subject),
          model_(model),
          solution_(solution),
          nominal_(nominal) {
        for (const Constraint& constraint : left_out.constraints)
            add(constraint);
        for (const CalendarSum& sum : left_out.sums)
            add(sum);
        if (left_out.constraints.empty() && !left_out.recurrences.empty()) add(left_out.recurrences.front());
    }

    [[nodiscard]] std::optional<double> from() const { return shown(start_.from > -never ? start_.from : end_.from); }
    [[nodiscard]] std::optional<double> until() const { return shown(end_.until < never ? end_.until : start_.until); }

private:
    [[nodiscard]] bool is_subject(Variable moment) const { return moment == subject_.start || moment == subject_.end; }
    [[nodiscard]] Asked& asked_of(Variable moment) { return moment == subject_.start ? start_ : end_; }

    /// Where only the order counts, steps are told and no lengths.
    [[nodiscard]] Ticks time_of(Variable moment, Ticks distance) const {
        if (distance <= -never || distance >= never) return distance;
        return nominal_[moment] + distance;
    }

    void add(const Constraint& constraint) {
        if (constraint.rough) return;
        if (is_subject(constraint.to)) {
            note_step(constraint.from);
            asked_of(constraint.to)
                .narrow(time_of(constraint.from, constraint.low), time_of(constraint.from, constraint.high));
        } else if (is_subject(constraint.from)) {
            note_step(constraint.to);
            asked_of(constraint.from)
                .narrow(time_of(constraint.to, -constraint.high), time_of(constraint.to, -constraint.low));
        }
    }

    void add(const CalendarSum& sum) {
        if (is_subject(sum.to))
            asked_of(sum.to).narrow(sum.earliest(nominal_[sum.from], model_.scale),
                                    sum.latest(nominal_[sum.from], model_.scale));
    }

    /// The nearest time that comes again.
    void add(const Recurrence& recurrence) {
        if (!has_meaning(recurrence, model_.scale) || !is_subject(recurrence.moment)) return;
        const Ticks now = nominal_[recurrence.moment];
        const Ticks next = recurrence.next(now, model_.scale);
        const Ticks previous = recurrence.previous(now, model_.scale);
        const Ticks nearest = next - now <= now - previous ? next : previous;
        asked_of(recurrence.moment).narrow(nearest, nearest);
    }

    void note_step(Variable other) { step_ = solution_[other].nominal; }

    [[nodiscard]] std::optional<double> shown(Ticks time) const {
        if (time <= -never / 2 || time >= never / 2) return std::nullopt;
        if (model_.scale.axis() == TimeAxis::order) return step_;
        return model_.scale.axis_value(time);
    }

    Stretch subject_;
    const Model& model_;
    const Solution& solution_;
    const std::vector<Ticks>& nominal_;
    Asked start_;
    Asked end_;
    double step_ = 0;
};

SetAside::Kind kind_of(const Meaning& meaning) {
    switch (meaning.kind) {
        case Meaning::Kind::birth:
            return SetAside::Kind::birth;
        case Meaning::Kind::death:
            return SetAside::Kind::death;
        case Meaning::Kind::section:
        case Meaning::Kind::section_end:
            return SetAside::Kind::section;
        case Meaning::Kind::state:
            return SetAside::Kind::state;
        case Meaning::Kind::relationship:
            return SetAside::Kind::relationship;
        case Meaning::Kind::absence:
            return SetAside::Kind::absence;
        case Meaning::Kind::clock:
            return SetAside::Kind::clock;
        case Meaning::Kind::axis:
        case Meaning::Kind::dates:
        case Meaning::Kind::event:
        case Meaning::Kind::event_end:
            break;
    }
    return SetAside::Kind::event;
}

/// As the author wrote it; where there is no text to look it up in, as one would.
std::string text_of(const Statement& statement, const Meaning& subject, const Story& story) {
    std::string words = written_words(statement.span, story);
    if (!words.empty()) return words;
    if (statement.phrase != nullptr) return format_phrase(*statement.phrase, story);
    const bool length = subject.kind == Meaning::Kind::event_end && story.events()[subject.index].lasts;
    return length ? format_duration(story.events()[subject.index].lasts->value, story.time().clock) : std::string();
}

}  // namespace

void place_set_aside(Timetable& timetable, const std::vector<LeftOut>& left_out, const Model& model,
                     const Solution& solution, const std::vector<Ticks>& nominal, const Story& story) {
    for (const LeftOut& left : left_out) {
        const Statement& statement = model.statements[left.statement];
        const Meaning& subject = model.moments[statement.subject.start];
        const Ghost ghost(left, model, solution, nominal);
        timetable.set_aside.push_back(
            {kind_of(subject), subject.index, subject.part, subject.is_end || subject.kind == Meaning::Kind::event_end,
             name_of(statement.subject.start, model, story), statement.span, text_of(statement, subject, story),
             ghost.from(), ghost.until(), left.code, left.allowed, left.diagnostic});
    }
    std::stable_sort(timetable.set_aside.begin(), timetable.set_aside.end(), [](const SetAside& a, const SetAside& b) {
        return std::tuple(a.kind, a.index) < std::tuple(b.kind, b.index);
    });
}

}  // namespace fabula::timing

namespace fabula {

std::span<const SetAside> Timetable::set_aside_of(SetAside::Kind kind, std::size_t index) const {
    const auto subject = [](const SetAside& said) { return std::pair(said.kind, said.index); };
    const auto first = std::ranges::lower_bound(set_aside, std::pair(kind, index), {}, subject);
    const auto last = std::ranges::upper_bound(set_aside, std::pair(kind, index), {}, subject);
    return {first, last};
}

bool Timetable::is_set_aside(const Span& statement) const {
    return statement.line > 0 &&
           std::ranges::any_of(set_aside, [&](const SetAside& said) { return said.span == statement; });
}

}  // namespace fabula
