// read_phrases: from words to phrases of time.

#include "story/phrase.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "source/nearest.hpp"
#include "source/number.hpp"
#include "story/date.hpp"
#include "story/duration.hpp"
#include "story/phrase_text.hpp"

namespace fabula {
namespace {

using Relation = RelativePhrase::Relation;
using Part = PartPhrase::Part;

constexpr std::string_view examples =
    "phrases are, for example: 1996-07-14, age 11 of x, after x, 3 days before x, with x, between x and y, spring";
constexpr std::pair<std::string_view, Part> parts[] = {
    {"spring", Part::spring},   {"summer", Part::summer},   {"autumn", Part::autumn},    {"winter", Part::winter},
    {"dawn", Part::dawn},       {"morning", Part::morning}, {"noon", Part::noon},        {"afternoon", Part::afternoon},
    {"evening", Part::evening}, {"night", Part::night},     {"midnight", Part::midnight}};

constexpr std::string_view first_words[] = {"after", "before", "with",  "during", "between",
                                            "age",   "at",     "about", "soon"};

std::optional<Part> parse_part(std::string_view word) {
    const auto* const row =
        std::find_if(std::begin(parts), std::end(parts), [&](const auto& known) { return known.first == word; });
    return row == std::end(parts) ? std::nullopt : std::optional(row->second);
}

std::optional<Relation> parse_side(std::string_view word) {
    if (word == "after") return Relation::after;
    return word == "before" ? std::optional(Relation::before) : std::nullopt;
}

/// Reads one phrase, word by word. Each part returns nothing where it has reported a fault.
class PhraseParser {
public:
    PhraseParser(const yaml::Node& node, const PhraseContext& context, const std::optional<Reference>& subject)
        : text_(context.sources, node), context_(context), subject_(subject) {}

    void read_into(std::vector<Phrase>& phrases) {
        if (text_.words().empty()) {
            fail(text_.span(), "a phrase is empty", examples);
        } else if (has_part_of_year_or_day()) {
            read_part_and_date(phrases);
        } else if (auto value = phrase(); value && is_at_end()) {
            phrases.push_back({std::move(*value), text_.span()});
        }
    }

    std::optional<Duration> read_duration() {
        if (text_.words().empty()) return fail(text_.span(), "a length of time is empty", "write it as ‘3 days’");
        std::optional<Duration> result = duration();
        return result && is_at_end() ? result : std::nullopt;
    }

private:
    using Value = decltype(Phrase::value);

    /// "spring", "spring 1996", "1996 spring".
    [[nodiscard]] bool has_part_of_year_or_day() const {
        return parse_part(word()) || (looks_like_date(word()) && text_.words().size() == 2 && parse_part(word(1)));
    }

    [[nodiscard]] bool more() const { return next_ < text_.words().size(); }
    [[nodiscard]] std::string_view word(std::size_t ahead = 0) const {
        return next_ + ahead < text_.words().size() ? text_.words()[next_ + ahead].text : std::string_view();
    }
    [[nodiscard]] Span here() const {
        return more() ? text_.span(text_.words()[next_]) : text_.behind(text_.words().back());
    }

    bool take(std::string_view expected) {
        if (word() != expected) return false;
        ++next_;
        return true;
    }

    std::nullopt_t fail(const Span& span, std::string message, std::string_view help,
                        std::string_view code = "bad-phrase") const {
        context_.findings.add(code, span, std::move(message), std::string(help));
        return std::nullopt;
    }

    bool is_at_end() const {
        if (!more()) return true;
        fail(here(), fmt::format("the phrase does not go on with ‘{}’", word()),
             "if several phrases hold, make a list of them");
        return false;
    }

    std::optional<Value> phrase() {
        if (take("age")) return age();
        if (take("between")) return between();
        if (take("at")) return clock();
        const std::string_view first = word();
        const bool relation = parse_side(first) || first == "soon" || first == "with" || first == "during";
        if (relation) return relative(std::nullopt);
        const bool counts = parse_amount(first) || parse_unit(word(1), context_.clock);
        if (first == "about" || (counts && text_.words().size() > 1)) return distance();
        if (looks_like_date(first)) return date();
        return bare_id();
    }

    /// A part of the year or day that stands alone where something has the word for its id.
    void warn_if_also_an_id(std::string_view part) const {
        auto declaration = context_.ids.declaration_of_anchor(part);
        if (!declaration) return;
        Diagnostic diagnostic =
            make_diagnostic("ambiguous-phrase", text_.span(),
                            fmt::format("‘{0}’ alone is a part of the year or day, not what has the id ‘{0}’", part),
                            fmt::format("if that is meant, write ‘with {}’; if not, give it another id", part));
        diagnostic.related.push_back(std::move(*declaration));
        context_.findings.add(std::move(diagnostic));
    }

    void read_part_and_date(std::vector<Phrase>& phrases) {
        if (text_.words().size() == 1) warn_if_also_an_id(word());
        std::vector<Phrase> result;
        while (more()) {
            const Span span = text_.words().size() == 1 ? text_.span() : here();
            if (const auto part = parse_part(word())) {
                ++next_;
                result.push_back({PartPhrase{*part}, span});
            } else if (looks_like_date(word()) && result.size() < 2) {
                auto value = date();
                if (!value) return;
                result.push_back({std::move(*value), span});
            } else {
                is_at_end();
                return;
            }
        }
        if (result.size() > 2 || (result.size() == 2 && result[0].value.index() == result[1].value.index())) {
            fail(text_.span(), "a phrase can have one date and one part of the year or day",
                 "if several phrases hold, make a list of them");
            return;
        }
        phrases.insert(phrases.end(), result.begin(), result.end());
    }

    /// "whose?", "after what?": a word that an id has to follow, and none does.
    std::optional<std::string_view> id_after(std::string_view question) {
        if (!more()) return fail(here(), std::string(question), "an id has to follow");
        return text_.words()[next_++].text;
    }

    std::optional<Anchor> anchor(std::string_view question) {
        const Span span = here();
        const auto id = id_after(question);
        return id ? context_.ids.refer_to_anchor(*id, span) : std::nullopt;
    }

    std::optional<Amount> amount() {
        const bool about = take("about");
        const Span span = here();
        if (!more()) return fail(span, "a number is missing", "write it as 3, or 2..3, or ~3");
        auto result = parse_amount(word());
        if (!result) {
            const AmountFault fault = amount_fault(word());
            return fail(span, fault.message, fault.help);
        }
        ++next_;
        result->about = result->about || about;
        return result;
    }

    std::optional<Value> age() {
        if (!more()) return fail(here(), "which age?", "write it as ‘age 11 of x’");
        const Span number = here();
        const auto years = amount();
        if (!years || !is_countable(*years, TimeUnit::year, number)) return std::nullopt;
        AgePhrase result{years->low, years->high, years->about, {}};
        if (!more()) {
            if (!subject_) {
                return fail(here(), "whose age?",
                            "write ‘of’ and the id of a character; it can only be left away where one takes part");
            }
            result.of = *subject_;
            return result;
        }
        if (!take("of")) {
            return fail(here(), fmt::format("the phrase does not go on with ‘{}’", word()),
                        "write ‘of’ and the id of a character");
        }
        const Span span = here();
        const auto id = id_after("‘of’ whom?");
        const auto of = id ? context_.ids.refer(IdSort::character, *id, span) : std::nullopt;
        if (!of) return std::nullopt;
        result.of = *of;
        return result;
    }

    std::optional<Value> between() {
        const auto first = anchor("‘between’ what?");
        if (!first && !more()) return std::nullopt;
        if (!take("and")) return fail(here(), "an ‘and’ is missing", "write it as ‘between x and y’");
        const auto second = anchor("‘and’ what?");
        if (!first || !second) return std::nullopt;
        return BetweenPhrase{*first, *second};
    }

    std::optional<Value> clock() {
        if (context_.clock.empty()) {
            return fail(text_.span(), "the story has no clock of its own to say ‘at’ on",
                        "say what it counts at the top of the file, as time: {clock: minute}", "no-clock");
        }
        if (!more()) return fail(here(), "‘at’ when?", "write it as ‘at 12’ or ‘at 12..17’");
        const auto value = parse_amount(word());
        if (!value || value->about)
            return fail(here(), fmt::format("‘{}’ is no time of the clock", word()),
                        "write it as ‘at 12’ or ‘at 12..17’");
        ++next_;
        return ClockPhrase{value->low, value->high};
    }

    bool is_countable(const Amount& amount, TimeUnit unit, const Span& span) const {
        if (unit != TimeUnit::year || amount.high <= most_years) return true;
        fail(span, "these are too many years", fmt::format("years are counted to {}", exact_number(most_years)));
        return false;
    }

    std::optional<Duration> duration() {
        const Span number = here();
        const auto count = amount();
        if (!count) return std::nullopt;
        if (!more())
            return fail(here(), "the unit is missing", fmt::format("it can be {}", listed_units(context_.clock)));
        const auto unit = parse_unit(word(), context_.clock);
        if (!unit)
            return fail(here(), fmt::format("‘{}’ is no unit of time", word()),
                        fmt::format("it can be {}; a date is written as 1996-07-14", listed_units(context_.clock)));
        if (!is_countable(*count, *unit, number)) return std::nullopt;
        ++next_;
        return Duration{count->low, count->high, *unit, count->about};
    }

    std::optional<Value> distance() {
        const auto length = duration();
        if (!length) return std::nullopt;
        if (!more() || !parse_side(word())) {
            constexpr std::string_view sides[] = {"after", "before"};
            return fail(here(), more() ? fmt::format("the phrase does not go on with ‘{}’", word()) : "from when?",
                        suggestion(word(), sides, "write ‘after’ or ‘before’ and an id"));
        }
        return relative(length);
    }

    std::optional<Value> relative(const std::optional<Duration>& length) {
        RelativePhrase result;
        result.distance = length;
        result.soon = take("soon");
        const std::string_view relation = word();
        const auto side = parse_side(relation);
        if (result.soon && !side) {
            return fail(here(), "‘soon’ is followed by ‘after’ or ‘before’", "write it as ‘soon after x’");
        }
        result.relation = side ? *side : relation == "with" ? Relation::with : Relation::during;
        ++next_;
        const auto to = anchor(fmt::format("‘{}’ what?", relation));
        if (!to) return std::nullopt;
        result.anchor = *to;
        return result;
    }

    std::optional<Value> date() {
        const PhraseWord written = text_.words()[next_++];
        auto result = parse_date(written.text);
        const auto* fault = std::get_if<DateFault>(&result);
        if (fault == nullptr) return std::get<DatePhrase>(result);
        const Span span = text_.span(written.offset + fault->offset, fault->length);
        const bool bare_number = parse_amount(written.text).has_value();
        if (bare_number && !context_.clock.empty()) {
            return fail(text_.span(written), fmt::format("‘{}’ alone is no time", written.text),
                        fmt::format("on the story's clock, write ‘at {}’", written.text));
        }
        return fail(span, fault->message, fault->help, "bad-date");
    }

    std::optional<Value> bare_id() {
        const bool misspelt = text_.words().size() > 1 && !context_.ids.has_anchor(word());
        if (misspelt) {
            return fail(here(), fmt::format("a phrase cannot begin with ‘{}’", word()),
                        suggestion(word(), first_words, std::string(examples)));
        }
        const auto to = anchor("");
        if (!to) return std::nullopt;
        return RelativePhrase{Relation::with, std::nullopt, false, *to};
    }

    PhraseText text_;
    const PhraseContext& context_;
    const std::optional<Reference>& subject_;
    std::size_t next_ = 0;  ///< the word that comes next
};

}  // namespace

std::vector<Phrase> read_phrases(const std::vector<const yaml::Node*>& nodes, const PhraseContext& context,
                                 const std::optional<Reference>& subject) {
    std::vector<Phrase> phrases;
    for (const yaml::Node* node : nodes)
        PhraseParser(*node, context, subject).read_into(phrases);
    return phrases;
}

std::optional<Duration> read_duration(const yaml::Node& node, const PhraseContext& context) {
    return PhraseParser(node, context, std::nullopt).read_duration();
}

}  // namespace fabula
