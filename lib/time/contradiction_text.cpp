#include "time/contradiction_text.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <numeric>
#include <tuple>

#include "time/words.hpp"

namespace fabula::timing {

namespace {

bool is_date(Variable variable, const Model& model) {
    const Meaning::Kind kind = model.moments[variable].kind;
    return kind == Meaning::Kind::axis || kind == Meaning::Kind::dates;
}

/// A contradiction as one would walk through it: from `pivot` to `far` by what puts it there at the latest, and back by
/// what puts it there at the earliest, which is later.
struct Walk {
    std::vector<Bound> cycle;  ///< beginning at the pivot
    std::size_t turn = 1;      ///< the first bound of the way back

    [[nodiscard]] Variable pivot() const { return cycle.front().from; }
    [[nodiscard]] Variable far() const { return cycle[turn - 1].to; }
    [[nodiscard]] Ticks latest() const { return sum(0, turn); }
    [[nodiscard]] Ticks earliest() const { return -sum(turn, cycle.size()); }

private:
    [[nodiscard]] Ticks sum(std::size_t first, std::size_t last) const {
        return std::accumulate(cycle.begin() + static_cast<std::ptrdiff_t>(first),
                               cycle.begin() + static_cast<std::ptrdiff_t>(last), Ticks{0},
                               [](Ticks total, const Bound& bound) { return total + bound.weight; });
    }
};

/// Dates and the clock are counted from their zero, ages from a birth; other distances from where "at most" begins.
Walk walk_through(const std::vector<Bound>& cycle, const Model& model) {
    const auto preference = [&](const Bound& bound) {
        const int kind = is_date(bound.from, model)                               ? 0
                         : model.moments[bound.from].kind == Meaning::Kind::birth ? 1
                                                                                  : 2;
        return std::pair(kind, -bound.weight);
    };
    Walk walk{cycle};
    const auto pivot = std::min_element(walk.cycle.begin(), walk.cycle.end(),
                                        [&](const Bound& a, const Bound& b) { return preference(a) < preference(b); });
    std::rotate(walk.cycle.begin(), pivot, walk.cycle.end());
    while (walk.turn + 1 < walk.cycle.size() && walk.cycle[walk.turn].weight > -model.scale.grain())
        ++walk.turn;
    return walk;
}

bool is_order_alone(const Walk& walk, const Model& model) {
    return std::all_of(walk.cycle.begin(), walk.cycle.end(), [&model](const Bound& bound) {
        return std::abs(bound.weight) < model.scale.grain() && !is_date(bound.from, model);
    });
}

/// Words of one contradiction.
class Explanation {
public:
    Explanation(Walk walk, const Model& model, const Story& story)
        : walk_(std::move(walk)), model_(model), story_(story) {}

    [[nodiscard]] std::string what_would_be() const;
    [[nodiscard]] std::string hint(const Loosening& loosening) const;
    [[nodiscard]] const std::vector<Bound>& bounds() const { return walk_.cycle; }

private:
    [[nodiscard]] std::string name(Variable variable) const { return name_of(variable, model_, story_); }
    [[nodiscard]] std::string length(Ticks ticks) const {
        return exact_length_text(ticks, walk_.cycle.size(), model_, story_);
    }
    [[nodiscard]] std::string order() const;
    [[nodiscard]] std::string limit(Ticks ticks, bool latest, const std::string& anchor) const;
    [[nodiscard]] std::string sum_of(std::size_t first, std::size_t last, int sign) const;
    [[nodiscard]] std::string allowed(const Bound& bound, Ticks weight) const;

    Walk walk_;
    const Model& model_;
    const Story& story_;
};

/// "a would be before b, b before c and c before a".
std::string Explanation::order() const {
    constexpr std::size_t most = 6;
    const std::size_t size = walk_.cycle.size();
    if (size == 1) return name(walk_.pivot()) + " would be at another time than it is";
    std::string text;
    std::size_t step = 0;
    for (auto bound = walk_.cycle.rbegin(); bound != walk_.cycle.rend(); ++bound, ++step) {
        const bool last = step + 1 == size;
        if (!last && step >= most) continue;
        if (step > 0) text += !last ? ", " : size > most + 1 ? " ... and " : " and ";
        text += fmt::format("{} {}{} {}", name(bound->to), step == 0 ? "would be " : "",
                            bound->weight < 0 ? "before" : "no later than", name(bound->from));
    }
    return text;
}

/// "at most 12 years after it", "no earlier than 1998-05-03".
std::string Explanation::limit(Ticks ticks, bool latest, const std::string& anchor) const {
    if (is_date(walk_.pivot(), model_))
        return fmt::format("no {} than {}", latest ? "later" : "earlier", point_text(ticks, model_));
    if (std::abs(ticks) >= model_.scale.grain()) {
        const bool after = ticks > 0;
        return fmt::format("at {} {} {} {}", latest == after ? "most" : "least", length(std::abs(ticks)),
                           after ? "after" : "before", anchor);
    }
    if (ticks == 0) return (latest ? "no later than " : "no earlier than ") + anchor;
    return (ticks > 0 ? "after " : "before ") + anchor;
}

/// The terms of a side, as they add up from the pivot on: " (11 years + 7 years 3 days)"; empty for a single one.
std::string Explanation::sum_of(std::size_t first, std::size_t last, int sign) const {
    std::vector<Ticks> terms;
    for (std::size_t i = first; i < last; ++i)
        terms.push_back(sign * walk_.cycle[i].weight);
    if (sign < 0) std::reverse(terms.begin(), terms.end());
    const bool dated = is_date(walk_.pivot(), model_);
    std::string text = dated ? point_text(terms.front(), model_) : "";
    std::size_t count = dated ? 1 : 0;
    for (std::size_t i = count; i < terms.size(); ++i) {
        if (std::abs(terms[i]) < model_.scale.grain()) continue;
        const char* sign_text = count == 0 ? (terms[i] < 0 ? "−" : "") : terms[i] < 0 ? " − " : " + ";
        text += sign_text + exact_length_text(std::abs(terms[i]), 1, model_, story_);
        ++count;
    }
    return count < 2 ? "" : fmt::format(" ({})", text);
}

std::string Explanation::what_would_be() const {
    if (is_order_alone(walk_, model_)) return order();
    const Ticks excess = walk_.earliest() - walk_.latest();
    const std::string anchor = name(walk_.pivot());
    std::string text = fmt::format("{} would be {}{} and {}{}", name(walk_.far()),
                                   limit(walk_.earliest(), false, anchor), sum_of(walk_.turn, walk_.cycle.size(), -1),
                                   limit(walk_.latest(), true, "it"), sum_of(0, walk_.turn, 1));
    if (excess >= model_.scale.grain()) text += fmt::format(": {} too much", length(excess));
    return text;
}

/// The furthest that a bound with this weight allows: "5 days after boat".
std::string Explanation::allowed(const Bound& bound, Ticks weight) const {
    if (is_date(bound.from, model_)) return point_text(weight, model_);
    if (is_date(bound.to, model_)) return point_text(-weight, model_);
    const Stretch subject = model_.statements[model_.statement_of(bound.constraint)].subject;
    const bool upper = bound.to == subject.start || bound.to == subject.end;
    const Ticks difference = upper ? weight : -weight;
    const std::string anchor = name(upper ? bound.from : bound.to);
    if (std::abs(difference) >= model_.scale.grain())
        return fmt::format("{} {} {}", length(std::abs(difference)), difference > 0 ? "after" : "before", anchor);
    if (difference == 0) return "the time of " + anchor;
    return fmt::format("a time {} {}", difference > 0 ? "after" : "before", anchor);
}

std::string Explanation::hint(const Loosening& loosening) const {
    const std::string what = what_is_said(loosening.claim, model_, story_);
    const std::string furthest = allowed(loosening.bound, loosening.weight);
    if (loosening.amount() < model_.scale.grain()) return fmt::format("to fix it, let {} allow {}", what, furthest);
    return fmt::format("to fix it, widen {} by {}, so that it allows {}", what, length(loosening.amount()), furthest);
}

/// The statement that has to give way least; of those, a length that stays one, and the longest, rather than a date, a
/// date rather than an order, which can only be given up.
const Loosening& best(const std::vector<Loosening>& loosenings, const Model& model) {
    const Ticks grain = model.scale.grain();
    const auto stiffness = [&](const Loosening& loosening) {
        if (is_date(loosening.bound.from, model) || is_date(loosening.bound.to, model)) return 1;
        if (std::abs(loosening.bound.weight) < grain) return 2;
        return loosening.bound.weight < 0 && loosening.weight > -grain ? 3 : 0;
    };
    const auto cost = [&](const Loosening& loosening) {
        return std::tuple(loosening.amount() / grain, stiffness(loosening), -std::abs(loosening.bound.weight));
    };
    return *std::min_element(loosenings.begin(), loosenings.end(),
                             [&cost](const Loosening& a, const Loosening& b) { return cost(a) < cost(b); });
}

/// Whether all bounds are points of time, and one is counted from a birth, or is the point of a birth.
bool is_about_ages(const std::vector<Bound>& bounds, const Model& model) {
    std::vector<std::size_t> born;
    for (const Bound& bound : bounds) {
        if (model.statement_of(bound.constraint) == no_statement) return false;
        bool point = false;
        for (const Variable variable : {bound.from, bound.to}) {
            const Meaning& meaning = model.moments[variable];
            if (meaning.kind == Meaning::Kind::birth) born.push_back(meaning.index);
            point = point || meaning.kind == Meaning::Kind::birth || is_date(variable, model);
        }
        if (!point) return false;
    }
    return !born.empty() &&
           std::count(born.begin(), born.end(), born.front()) == static_cast<std::ptrdiff_t>(born.size());
}

/// The event and section of a bound that nobody stated.
std::optional<Membership> membership_of(const Bound& bound, const Model& model) {
    if (bound.constraint >= model.constraints.size()) return std::nullopt;
    return membership(model.constraints[bound.constraint], model);
}

}  // namespace

std::vector<Related> statements_of(const std::vector<Bound>& bounds, const Model& model, const Story& story) {
    std::vector<Related> result;
    std::vector<StatementIndex> named;
    for (auto bound = bounds.rbegin(); bound != bounds.rend(); ++bound) {
        const StatementIndex statement = model.statement_of(bound->constraint);
        const auto again = std::find(named.begin(), named.end(), statement);
        const std::string meaning = statement == no_statement ? std::string() : bound_text(*bound, model, story);
        if (statement != no_statement && again != named.end()) {
            std::string& message = result[static_cast<std::size_t>(again - named.begin())].message;
            if (!message.ends_with(meaning)) message += " and " + meaning;
        } else if (statement != no_statement) {
            const Span& span = model.statements[statement].span;
            const std::string words = written(span, story);
            result.push_back({span, fmt::format("{} puts {}", words.empty() ? "this" : words, meaning)});
            named.push_back(statement);
        } else if (const auto member = membership_of(*bound, model)) {
            const Event& event = story.events()[member->event];
            const std::string& section = story.sections()[member->section].id;
            const std::string message = fmt::format("{} stands in section {}", event.id, section);
            if (!result.empty() && result.back().message == message) continue;
            result.push_back({event.span, message});
            named.push_back(no_statement);
        }
    }
    return result;
}

std::string_view code_of(const std::vector<Bound>& bounds, const Model& model) {
    if (is_about_ages(bounds, model)) return "age-contradicts-birth";
    const bool in_section = std::any_of(
        bounds.begin(), bounds.end(), [&model](const Bound& bound) { return membership_of(bound, model).has_value(); });
    return in_section ? "outside-section" : "contradiction";
}

std::string what_is_said(StatementIndex statement, const Model& model, const Story& story) {
    const Statement& said = model.statements[statement];
    const std::string words = written(said.span, story);
    return words.empty() ? "what is said of " + name_of(said.subject.start, model, story) : words;
}

std::string counted_statements(std::size_t count) {
    constexpr std::array<std::string_view, 13> words = {"no",    "one",   "two",  "three", "four",   "five",  "six",
                                                        "seven", "eight", "nine", "ten",   "eleven", "twelve"};
    if (count == 1) return "this cannot be true";
    return fmt::format("these {} statements cannot all be true",
                       count < words.size() ? std::string(words[count]) : std::to_string(count));
}

std::optional<Membership> membership(const Constraint& constraint, const Model& model) {
    if (constraint.statement != no_statement) return std::nullopt;
    for (const Variable variable : {constraint.from, constraint.to}) {
        const Meaning& meaning = model.moments[variable];
        const Meaning& other = model.moments[variable == constraint.from ? constraint.to : constraint.from];
        const bool event = meaning.kind == Meaning::Kind::event || meaning.kind == Meaning::Kind::event_end;
        const bool section = other.kind == Meaning::Kind::section || other.kind == Meaning::Kind::section_end;
        if (event && section) return Membership{meaning.index, other.index};
    }
    return std::nullopt;
}

Diagnostic contradiction(const std::vector<Bound>& cycle, const std::vector<Loosening>& loosenings,
                         StatementIndex refused, const Model& model, const Story& story) {
    const Explanation explanation(walk_through(cycle, model), model, story);
    std::vector<Related> statements = statements_of(explanation.bounds(), model, story);
    Diagnostic diagnostic =
        make_diagnostic(code_of(explanation.bounds(), model), model.statements[refused].span,
                        fmt::format("{}: {}", counted_statements(statements.size()), explanation.what_would_be()),
                        explanation.hint(best(loosenings, model)));
    diagnostic.related = std::move(statements);
    return diagnostic;
}

}  // namespace fabula::timing
