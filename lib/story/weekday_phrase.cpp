// Days of the week, and days counted from another.

#include "story/weekday_phrase.hpp"

#include <fmt/format.h>

#include "story/date_phrase.hpp"
#include "story/nth_weekday.hpp"
#include "story/parts.hpp"
#include "story/phrase_words.hpp"

namespace fabula {
namespace {

using Side = RelativePhrase::Relation;

WeekdayAhead weekday_of(const PhraseCursor& words, std::size_t ahead, std::size_t index) {
    const Calendar& calendar = words.context().calendars[index];
    if (const auto day = english_weekday(words.word(ahead), calendar)) return {{*day, index}, 1};
    WeekdayAhead result;
    for (std::size_t i = 0; i < calendar.week.size(); ++i) {
        const std::size_t length = words_of(calendar.week[i], words, ahead);
        if (length > result.words) result = {{i, index}, length};
    }
    return result;
}

/// What "the next" is of.
struct Kind {
    std::optional<WeekdayPhrase> weekday;
    std::optional<PartPhrase> part;
    std::size_t words = 0;  ///< 0: of nothing known
    bool is_day = true;     ///< no week, month, year or part of the year
};

Kind kind_ahead(const PhraseCursor& words, std::size_t ahead) {
    const std::string_view word = without_comma(words.word(ahead));
    if (word == "day") return {{}, {}, 1};
    if (const auto part = part_of_year_or_day(word)) {
        return {{}, PartPhrase{*part}, 1, *part >= PartPhrase::Part::dawn};
    }
    if (word == "week" || word == "weekend" || word == "month" || word == "year" || word == "decade")
        return {{}, {}, 1, false};
    const WeekdayAhead day = weekday_ahead(words, ahead);
    if (day.words == 0) return {};
    return {day.day, {}, day.words};
}

/// The whole of it.
struct DayForm {
    int days = 0;
    Kind kind;
    std::optional<Side> side;
    bool anchored = false;  ///< an id follows; else it is the event above
    std::size_t words = 0;  ///< 0: there is none
};

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    for (const std::string_view other : words)
        if (word == other) return true;
    return false;
}

/// "the next day", "that evening", "later that day", "the same night as x".
DayForm named_day_ahead(const PhraseCursor& words, std::size_t ahead) {
    DayForm form;
    std::size_t at = ahead;
    const std::string_view first = words.word(at);
    if (first == "later" || first == "earlier") {
        form.side = first == "later" ? Side::after : Side::before;
        ++at;
    }
    if (is_one_of(words.word(at), {"on", "in"})) ++at;
    const std::size_t the = words.word(at) == "the" ? 1 : 0;
    const std::string_view which = words.word(at + the);
    if (is_one_of(which, {"next", "following"}))
        form.days = 1;
    else if (is_one_of(which, {"previous", "preceding"}))
        form.days = -1;
    else if (which != "same" && (which != "that" || the > 0))
        return {};
    if (form.side && form.days != 0) return {};
    at += the + 1;
    form.kind = kind_ahead(words, at);
    if (form.kind.words == 0 || (form.days == 0 && form.kind.weekday)) return {};
    at += form.kind.words;
    if (which == "same" && words.word(at) == "as") {
        form.anchored = true;
        ++at;
    }
    form.words = at - ahead;
    return form;
}

/// "the day after x", "friday before x", "the morning after".
DayForm day_beside_ahead(const PhraseCursor& words, std::size_t ahead) {
    DayForm form;
    std::size_t at = ahead;
    if (words.word(at) == "on") ++at;
    if (words.word(at) == "the") ++at;
    if (words.word(at) == "first" && weekday_ahead(words, at + 1).words > 0) ++at;
    form.kind = kind_ahead(words, at);
    at += form.kind.words;
    const std::string_view side = words.word(at);
    const bool of_year = form.kind.part && !form.kind.is_day;
    if (form.kind.words == 0 || of_year || !is_one_of(side, {"after", "before"})) return {};
    form.days = side == "after" ? 1 : -1;
    form.anchored = !words.word(at + 1).empty() || form.kind.weekday;
    form.words = at + 1 - ahead;
    return form;
}

DayForm day_form_ahead(const PhraseCursor& words, std::size_t ahead) {
    const DayForm named = named_day_ahead(words, ahead);
    return named.words > 0 ? named : day_beside_ahead(words, ahead);
}

/// What to write instead of "the next year", "the following spring".
std::string help_for_more_than_a_day(const DayForm& form, const PhraseCursor& words) {
    const std::string_view anchor = form.anchored ? words.word(form.words) : std::string_view("x");
    if (form.kind.part) {
        std::size_t at = 0;
        while (!part_of_year_or_day(without_comma(words.word(at))))
            ++at;
        return fmt::format("write it as a list: [{}, {} {}]", without_comma(words.word(at)),
                           form.days < 0 ? "before" : "after", anchor);
    }
    return fmt::format("write how much {0} it is, as ‘1 week {0}’ for the event above or ‘1 week {1} {2}’, or the date",
                       form.days < 0 ? "earlier" : "later", form.days < 0 ? "before" : "after", anchor);
}

std::optional<Anchor> take_anchor(PhraseCursor& words) {
    if (!words.more()) return words.fail(words.here(), "from which day?", "an id has to follow");
    const Span span = words.here();
    return words.context().ids.refer_to_anchor(words.pass().text, span);
}

}  // namespace

WeekdayAhead weekday_ahead(const PhraseCursor& words, std::size_t ahead) {
    const PhraseContext& context = words.context();
    const std::string_view next = words.word(ahead + 1);
    if (const auto named = next.empty() ? std::nullopt : find_calendar(context.calendars, words.word(ahead))) {
        WeekdayAhead result = weekday_of(words, ahead + 1, *named);
        if (result.words > 0) ++result.words;
        return result;
    }
    WeekdayAhead usual = weekday_of(words, ahead, context.calendar);
    if (usual.words > 0) return usual;
    for (std::size_t i = context.calendars.size(); i-- > 0;) {
        const Calendar& calendar = context.calendars[i];
        const bool linked = calendar.epoch && context.calendars[context.calendar].epoch;
        const bool same =
            i > 0 && calendar.built_in && calendar.week.size() == 7;  // as the Gregorian, which comes last
        if (!linked || same) continue;
        const WeekdayAhead other = weekday_of(words, ahead, i);
        if (other.words > 0) return other;
    }
    return {};
}

bool is_day_ahead(const PhraseCursor& words, std::size_t ahead) {
    return day_form_ahead(words, ahead).words > 0;
}

std::optional<DayWords> take_day(PhraseCursor& words) {
    const DayForm form = day_form_ahead(words, 0);
    const Span span = words.ahead(0, form.words);
    if (!form.kind.is_day) {
        return words.fail(span, "this is not one day", help_for_more_than_a_day(form, words));
    }
    words.pass_words(form.words);
    const auto anchor = form.anchored ? take_anchor(words) : anchor_above(words, span);
    if (!anchor) return std::nullopt;
    DayWords result;
    result.day.anchor = *anchor;
    result.day.days = form.days;
    result.day.calendar = words.context().calendar;
    result.part = form.kind.part;
    if (form.kind.weekday) {
        result.day.weekday = form.kind.weekday->weekday;
        result.day.calendar = form.kind.weekday->calendar;
    }
    result.side = form.side;
    return result;
}

std::optional<Anchor> anchor_above(const PhraseCursor& words, const Span& span) {
    if (words.context().above) return Anchor{Anchor::Kind::event, {*words.context().above, span}};
    return words.fail(span, "there is no event above to count from",
                      "write ‘after x’ or ‘before x’ with the id of an event; how long an event takes is said with "
                      "‘lasts’");
}

}  // namespace fabula
