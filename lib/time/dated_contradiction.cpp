// contradiction, sum_text: two chains of statements from the axis that leave a moment no time, in the words of a
// calendar.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fmt/format.h>
#include <optional>
#include <string>

#include "story/calendar_sum.hpp"
#include "time/contradiction_text.hpp"
#include "time/words.hpp"

namespace fabula::timing {

namespace {

/// How far apart two times are, as people count it: in years and months, months and days, days and hours, or hours and
/// minutes.
class CalendarDistance {
public:
    CalendarDistance(Ticks from, Ticks to, const Model& model) : calendar_(model.calendar) {
        const std::int64_t first = model.scale.to_seconds(from);
        const std::int64_t last = model.scale.to_seconds(to);
        const std::int64_t length = 60 * minutes_in_day(calendar_);
        first_day_ = day_at(calendar_, floor_minutes(first));
        const std::int64_t second_of_first = first - 60 * minutes_at(calendar_, first_day_);
        last_day_ = day_at(calendar_, floor_minutes(last));
        rest_ = last - 60 * minutes_at(calendar_, last_day_) - second_of_first;
        if (rest_ < 0) {
            rest_ += length;
            --last_day_;
        }
    }

    [[nodiscard]] std::string text() const {
        const std::int64_t years = whole(mean_year(calendar_), add_years);
        const std::int64_t after_years = years > 0 ? add_years(calendar_, first_day_, years) : first_day_;
        const std::int64_t months = CalendarDistance(after_years, *this).whole(mean_month(calendar_), add_months);
        const std::int64_t days = last_day_ - (months > 0 ? add_months(calendar_, after_years, months) : after_years);
        if (years > 0 && months == 0) return two(years, "year", days, "day");
        if (years > 0) return two(years, "year", months, "month");
        if (months > 0) return two(months, "month", days, "day");
        const std::int64_t hour = std::int64_t{60} * calendar_.minutes_in_hour;
        if (days > 0) return two(days, "day", rest_ / hour, "hour");
        if (rest_ >= hour) return two(rest_ / hour, "hour", rest_ % hour / 60, "minute");
        return two(rest_ / 60, "minute", rest_ % 60, "second");
    }

private:
    CalendarDistance(std::int64_t first_day, const CalendarDistance& other)
        : calendar_(other.calendar_), first_day_(first_day), last_day_(other.last_day_) {}

    static std::int64_t floor_minutes(std::int64_t seconds) { return seconds / 60 - (seconds % 60 < 0 ? 1 : 0); }

    /// The most years, or months, that can be added to the first day without going past the last.
    template <typename Add>
    [[nodiscard]] std::int64_t whole(double mean, const Add& add) const {
        auto count = static_cast<std::int64_t>(static_cast<double>(last_day_ - first_day_) / mean) + 1;
        while (count > 0 && add(calendar_, first_day_, count) > last_day_)
            --count;
        return count;
    }

    static std::string two(std::int64_t whole, std::string_view unit, std::int64_t part, std::string_view smaller) {
        const auto counted = [](std::int64_t count, std::string_view name) {
            return fmt::format("{} {}{}", count, name, count == 1 ? "" : "s");
        };
        if (whole == 0) return counted(part, smaller);
        return part == 0 ? counted(whole, unit) : counted(whole, unit) + " " + counted(part, smaller);
    }

    const Calendar& calendar_;
    std::int64_t first_day_ = 0;
    std::int64_t last_day_ = 0;
    std::int64_t rest_ = 0;  ///< in seconds
};

/// What is added, or taken away, with one link: " + 12 years"; nothing where it cannot be told as a sum.
std::optional<std::string> term(const Link& link, const Model& model, const Story& story) {
    const Bound& bound = link.bound;
    if (bound.constraint >= model.number_of_recurrence(0) && bound.constraint < model.numbers()) return std::nullopt;
    if (bound.constraint < model.constraints.size() || bound.constraint >= model.numbers()) {
        const Ticks by = link.to == bound.to ? bound.weight : -bound.weight;
        if (std::abs(by) < model.scale.grain()) return "";
        return fmt::format(" {} {}", by < 0 ? "−" : "+", exact_length_text(std::abs(by), 1, model, story));
    }
    const CalendarSum& sum = model.sums[bound.constraint - model.constraints.size()];
    const auto& length = bound.from == sum.from ? sum.high : sum.low;
    if (!length) return std::nullopt;
    const bool back = length->is_back();
    const CalendarLength size = back ? length->negative() : *length;
    return fmt::format(" {} {}", (link.to == sum.to) == back ? "−" : "+", calendar_length_text(size, model, story));
}

/// Words of one contradiction.
class DatedExplanation {
public:
    DatedExplanation(const ChainConflict& conflict, const Model& model, const Story& story)
        : conflict_(conflict),
          model_(model),
          story_(story),
          moment_(conflict.earliest.empty() ? conflict.latest.back().to : conflict.earliest.back().to),
          zone_(shown_zone(moment_, model)) {}

    [[nodiscard]] std::string what_would_be() const {
        const std::string name = name_of(moment_, model_, story_);
        if (const Recurrence* day = weekday_missed()) {
            return fmt::format("{} would be on a {}, and {} is a {}", name, day->calendar->week[day->weekday],
                               day_text(unmoved_limit()), weekday_there(*day));
        }
        const bool counts = earliest() - excess_from() >= model_.scale.grain();
        const std::string excess =
            counts ? fmt::format(": {} too much", CalendarDistance(excess_from(), earliest(), model_).text()) : "";
        if (const auto day = common_day()) {
            return fmt::format("{} would be no earlier than {} and no later than {} on {}{}", name,
                               time_of_day(earliest()), time_of_day(latest()), *day, excess);
        }
        return fmt::format("{} would be no earlier than {}{} and {}{}{}", name, point(earliest()),
                           sum_of(conflict_.earliest, earliest()), upper_limit(),
                           sum_of(conflict_.latest, is_before() ? behind_latest() : latest()), excess);
    }

    /// What the refused statement would have to allow.
    [[nodiscard]] std::string hint(ClaimIndex refused) const {
        if (const Recurrence* day = weekday_missed()) {
            return fmt::format("write {}, or another day: {} is a {}", weekday_there(*day),
                               day_text(day->next(unmoved_limit(), model_.scale)), day->calendar->week[day->weekday]);
        }
        const std::string what = what_is_said(refused, model_, story_);
        const auto ends_with = [&](const Chain& chain) {
            return !chain.empty() && model_.statement_of(chain.back().bound.constraint) == refused;
        };
        const std::string excess = CalendarDistance(excess_from(), earliest(), model_).text();
        const bool later = ends_with(conflict_.latest);
        if (!later && !ends_with(conflict_.earliest)) return fmt::format("to fix it, change {} by {}", what, excess);
        return fmt::format("to fix it, widen {} by {}, so that it allows {}", what, excess,
                           point(later ? earliest() : latest()));
    }

    /// The bounds of both chains, as a walk to the moment and back.
    [[nodiscard]] std::vector<Bound> bounds() const {
        std::vector<Bound> bounds;
        for (const Link& link : conflict_.latest)
            bounds.push_back(link.bound);
        for (auto link = conflict_.earliest.rbegin(); link != conflict_.earliest.rend(); ++link)
            bounds.push_back(link->bound);
        return bounds;
    }

private:
    [[nodiscard]] Ticks earliest() const { return conflict_.earliest.empty() ? 0 : conflict_.earliest.back().limit; }
    [[nodiscard]] Ticks latest() const { return conflict_.latest.empty() ? 0 : conflict_.latest.back().limit; }

    [[nodiscard]] ShownTime shown(Ticks at) const {
        return shown_at(model_.scale.to_seconds(at), model_.calendar, zone_);
    }

    [[nodiscard]] std::int64_t second_of_day(Ticks at) const { return shown(at).second; }

    [[nodiscard]] bool is_end_of_day(Ticks at) const {
        return second_of_day(at) + 1 == 60 * minutes_in_day(model_.calendar);
    }

    /// Where what is too much is counted from: the latest time, or the day that it is the end of, as people count days.
    [[nodiscard]] Ticks excess_from() const {
        if (!is_end_of_day(latest()) || second_of_day(earliest()) != 0) return latest();
        return behind_latest() - model_.scale.from_seconds(60 * minutes_in_day(model_.calendar));
    }

    /// From when on it is too late: the day after the latest, where that is a whole day.
    [[nodiscard]] Ticks behind_latest() const {
        return is_end_of_day(latest()) ? latest() + model_.scale.grain() : latest();
    }

    /// Whether the latest limit is best named by what comes after it: the birthday on which someone is too old.
    [[nodiscard]] bool is_before() const {
        if (conflict_.latest.empty()) return false;
        const std::size_t number = conflict_.latest.back().bound.constraint;
        const bool sum = number >= model_.constraints.size() && number < model_.number_of_recurrence(0);
        return sum && model_.sums[number - model_.constraints.size()].kind == CalendarSum::Kind::age &&
               conflict_.latest.back().to == model_.sums[number - model_.constraints.size()].to;
    }

    [[nodiscard]] std::int64_t day_number_at(Ticks at) const { return shown(at).day; }

    /// The day of the week that is stated, where all else says which day it is, and that is another.
    [[nodiscard]] const Recurrence* weekday_missed() const {
        for (const Chain* chain : {&conflict_.earliest, &conflict_.latest}) {
            if (chain->empty()) continue;
            const std::size_t number = chain->back().bound.constraint;
            if (number < model_.number_of_recurrence(0) || number >= model_.numbers()) continue;
            const Recurrence& recurrence = model_.recurrences[number - model_.number_of_recurrence(0)];
            const Chain& other = chain == &conflict_.earliest ? conflict_.latest : conflict_.earliest;
            const bool one_day = chain->size() > 1 && !other.empty() &&
                                 day_number_at((*chain)[chain->size() - 2].limit) == day_number_at(other.back().limit);
            const bool weekly = recurrence.kind == Recurrence::Kind::weekday && !recurrence.night;
            if (weekly && one_day && fabula::weekday(*recurrence.calendar, common_day_number())) return &recurrence;
        }
        return nullptr;
    }

    /// A time of the day that is meant where a day of the week is missed: the limit which the week has not moved.
    [[nodiscard]] Ticks unmoved_limit() const {
        const bool moved =
            !conflict_.earliest.empty() && conflict_.earliest.back().bound.constraint >= model_.number_of_recurrence(0);
        return moved ? latest() : earliest();
    }
    [[nodiscard]] std::int64_t common_day_number() const { return day_number_at(unmoved_limit()); }

    [[nodiscard]] std::string weekday_there(const Recurrence& day) const {
        return day.calendar->week[*fabula::weekday(*day.calendar, common_day_number())];
    }

    [[nodiscard]] std::string day_text(Ticks at) const {
        if (model_.scale.axis() == TimeAxis::calendar) return format_day(model_.calendar, day_number_at(at));
        return elapsed_text(std::floor(model_.scale.axis_value(at)));
    }

    [[nodiscard]] std::string point(Ticks at) const { return point_text(at, model_, zone_); }
    [[nodiscard]] std::string upper_limit() const {
        return is_before() ? "before " + point(behind_latest()) : "no later than " + point(latest());
    }

    [[nodiscard]] std::string time_of_day(Ticks at) const {
        const std::string text = point(at);
        const std::size_t space = text.find_last_of(' ');
        return space == text.npos || text.find(':') == text.npos ? "00:00" : text.substr(space + 1);
    }

    /// The day of both limits, where they differ by less than one: "14 July 1996".
    [[nodiscard]] std::optional<std::string> common_day() const {
        if (model_.scale.axis() != TimeAxis::calendar || is_before() || is_end_of_day(latest())) return std::nullopt;
        const std::int64_t day = day_number_at(latest());
        if (day != day_number_at(earliest())) return std::nullopt;
        const CalendarDay date = day_of(model_.calendar, day);
        if (!model_.calendar.standard || date.year < 1) return format_day(model_.calendar, day);
        return fmt::format("{} {} {}", date.day, model_.calendar.months[static_cast<std::size_t>(date.month) - 1].name,
                           date.year);
    }

    /// " (1901-05-01 + 12 years = 1913-05-01)"; empty where nothing is added.
    [[nodiscard]] std::string sum_of(const Chain& chain, Ticks result) const {
        constexpr std::size_t most_terms = 8;
        if (chain.size() < 2 || chain.size() > most_terms) return {};
        std::string text = point_text(chain.front().limit, model_, shown_zone(chain.front().to, model_));
        const std::size_t bare = text.size();
        for (std::size_t i = 1; i < chain.size(); ++i) {
            const auto more = term(chain[i], model_, story_);
            if (!more) return {};
            text += *more;
        }
        return text.size() == bare ? std::string() : fmt::format(" ({} = {})", text, point(result));
    }

    const ChainConflict& conflict_;
    const Model& model_;
    const Story& story_;
    Variable moment_;
    const Zone& zone_;
};

}  // namespace

std::string sum_text(const Link& before, const Link& link, const Model& model, const Story& story) {
    if (model.scale.axis() != TimeAxis::calendar) return {};
    const auto more = term(link, model, story);
    if (!more || more->empty()) return {};
    // The last moment of a birthday's eve is told as the birthday.
    const std::size_t number = link.bound.constraint;
    const bool sum = number >= model.constraints.size() && number < model.number_of_recurrence(0);
    const bool eve =
        sum && model.sums[number - model.constraints.size()].kind == CalendarSum::Kind::age && link.to == link.bound.to;
    return fmt::format(" ({}{} = {})", point_text(before.limit, model, shown_zone(before.to, model)), *more,
                       point_text(link.limit + (eve ? model.scale.grain() : 0), model, shown_zone(link.to, model)));
}

Diagnostic contradiction(const RuleConflict& conflict, ClaimIndex refused, const Model& model, const Story& story) {
    const auto bound_of = [&model](std::size_t number, bool upper) {
        if (number >= model.number_of_recurrence(0)) {
            const Variable moment = model.recurrences[number - model.number_of_recurrence(0)].moment;
            return Bound{moment, moment, 0, number};
        }
        const CalendarSum& sum = model.sums[number - model.constraints.size()];
        return upper ? Bound{sum.from, sum.to, 0, number} : Bound{sum.to, sum.from, 0, number};
    };
    const std::vector<Bound> bounds{bound_of(conflict.most, true), bound_of(conflict.least, false)};
    Diagnostic diagnostic =
        make_diagnostic(code_of(bounds, model), model.statements[refused].span,
                        fmt::format("these two statements cannot both be true: {}, and {}",
                                    bound_text(bounds.back(), model, story), bound_text(bounds.front(), model, story)),
                        "change one of the two");
    diagnostic.related = statements_of(bounds, model, story);
    return diagnostic;
}

Diagnostic contradiction(const ChainConflict& conflict, ClaimIndex refused, const Model& model, const Story& story) {
    const DatedExplanation explanation(conflict, model, story);
    const std::vector<Bound> bounds = explanation.bounds();
    std::vector<Related> statements = statements_of(bounds, model, story);
    Diagnostic diagnostic =
        make_diagnostic(code_of(bounds, model), model.statements[refused].span,
                        fmt::format("{}: {}", counted_statements(statements.size()), explanation.what_would_be()),
                        explanation.hint(refused));
    diagnostic.related = std::move(statements);
    return diagnostic;
}

}  // namespace fabula::timing
