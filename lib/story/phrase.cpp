// read_phrases: from words to phrases of time.

#include "story/phrase.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

#include "source/nearest.hpp"
#include "story/date_phrase.hpp"
#include "story/length_phrase.hpp"
#include "story/phrase_cursor.hpp"

namespace fabula {
namespace {

using Relation = RelativePhrase::Relation;

constexpr std::string_view examples =
    "phrases are, for example: 1996-07-14, age 11 of x, after x, 3 days before x, with x, between x and y, spring";
constexpr std::string_view first_words[] = {"after", "before", "with",  "during", "between",
                                            "age",   "at",     "about", "soon",   "same"};

std::optional<Relation> parse_side(std::string_view word) {
    if (word == "after") return Relation::after;
    return word == "before" ? std::optional(Relation::before) : std::nullopt;
}

/// Reads one phrase, word by word. Each part returns nothing where it has reported a fault.
class PhraseParser {
public:
    PhraseParser(const yaml::Node& node, const PhraseContext& context, const std::optional<Reference>& subject,
                 PhrasesOf what)
        : words_(node, context), context_(context), subject_(subject), what_(what) {}

    void read_into(std::vector<Phrase>& phrases) {
        if (words_.size() == 0) {
            words_.fail(words_.text().span(), "a phrase is empty", examples);
        } else if (is_date_phrase(words_)) {
            std::vector<Phrase> read = read_date_phrase(words_);
            std::move(read.begin(), read.end(), std::back_inserter(phrases));
        } else if (auto value = phrase(); value && words_.is_at_end()) {
            phrases.push_back({std::move(*value), words_.text().span()});
        }
    }

private:
    using Value = decltype(Phrase::value);

    std::optional<Value> phrase() {
        if (words_.take("age")) return age();
        if (words_.take("between")) return between();
        if (words_.take("at")) return clock();
        if (words_.word() == "same" && words_.word(1) == "age") return same_age();
        const std::string_view first = words_.word();
        const bool relation = parse_side(first) || first == "soon" || first == "with" || first == "during";
        if (relation) return relative(std::nullopt);
        const bool counts = parse_amount(first) || parse_unit(words_.word(1), context_.clock);
        if (first == "about" || (counts && words_.size() > 1)) return distance();
        return bare_id();
    }

    /// "whose?", "after what?": a word that an id has to follow, and none does.
    std::optional<std::string_view> id_after(std::string_view question) {
        if (!words_.more()) return words_.fail(words_.here(), std::string(question), "an id has to follow");
        return words_.pass().text;
    }

    std::optional<Anchor> anchor(std::string_view question) {
        const Span span = words_.here();
        const auto id = id_after(question);
        return id ? context_.ids.refer_to_anchor(*id, span) : std::nullopt;
    }

    std::optional<Reference> character(std::string_view question) {
        const Span span = words_.here();
        const auto id = id_after(question);
        return id ? context_.ids.refer(IdSort::character, *id, span) : std::nullopt;
    }

    std::optional<Value> age() {
        if (!words_.more()) return words_.fail(words_.here(), "which age?", "write it as ‘age 11 of x’");
        auto length = take_age(words_);
        if (!length) return std::nullopt;
        AgePhrase result{length->low, length->high, length->about, {}, length->unit, std::move(length->more)};
        if (!words_.more()) {
            if (!subject_) {
                return words_.fail(
                    words_.here(), "whose age?",
                    "write ‘of’ and the id of a character; it can only be left away where one takes part");
            }
            result.of = *subject_;
            return result;
        }
        if (!words_.take("of")) {
            return words_.fail(words_.here(), fmt::format("the phrase does not go on with ‘{}’", words_.word()),
                               "write ‘of’ and the id of a character");
        }
        const auto of = character("‘of’ whom?");
        if (!of) return std::nullopt;
        result.of = *of;
        return result;
    }

    std::optional<Value> same_age() {
        words_.take("same");
        words_.take("age");
        if (!words_.take("as")) {
            return words_.fail(words_.here(), "an ‘as’ is missing", "write it as ‘same age as x’");
        }
        const auto as = character("‘as’ whom?");
        if (!as) return std::nullopt;
        if (what_ != PhrasesOf::birth) {
            return words_.fail(words_.text().span(), "‘same age as’ can only be said of a birth",
                               "write it under ‘born’; here, say ‘age 11 of x’");
        }
        return SameAgePhrase{*as};
    }

    std::optional<Value> between() {
        const auto first = anchor("‘between’ what?");
        if (!first && !words_.more()) return std::nullopt;
        if (!words_.take("and"))
            return words_.fail(words_.here(), "an ‘and’ is missing", "write it as ‘between x and y’");
        const auto second = anchor("‘and’ what?");
        if (!first || !second) return std::nullopt;
        return BetweenPhrase{*first, *second};
    }

    std::optional<Value> clock() {
        if (context_.clock.empty()) {
            return words_.fail(
                words_.text().span(), "the story has no clock of its own to say ‘at’ on",
                "say what it counts at the top of the file, as time: {clock: minute}; write times of day "
                "as ‘at 09:30’",
                "no-clock");
        }
        if (!words_.more()) return words_.fail(words_.here(), "‘at’ when?", "write it as ‘at 12’ or ‘at 12..17’");
        const auto value = parse_amount(words_.word());
        if (!value || value->about)
            return words_.fail(words_.here(), fmt::format("‘{}’ is no time of the clock", words_.word()),
                               "write it as ‘at 12’ or ‘at 12..17’");
        words_.pass();
        return ClockPhrase{value->low, value->high};
    }

    std::optional<Value> distance() {
        const auto length = take_length(words_);
        if (!length) return std::nullopt;
        if (!words_.more() || !parse_side(words_.word())) {
            constexpr std::string_view sides[] = {"after", "before"};
            return words_.fail(
                words_.here(),
                words_.more() ? fmt::format("the phrase does not go on with ‘{}’", words_.word()) : "from when?",
                suggestion(words_.word(), sides, "write ‘after’ or ‘before’ and an id"));
        }
        return relative(length);
    }

    std::optional<Value> relative(const std::optional<Duration>& length) {
        RelativePhrase result;
        result.distance = length;
        result.soon = words_.take("soon");
        const std::string_view relation = words_.word();
        const auto side = parse_side(relation);
        if (result.soon && !side) {
            return words_.fail(words_.here(), "‘soon’ is followed by ‘after’ or ‘before’",
                               "write it as ‘soon after x’");
        }
        result.relation = side ? *side : relation == "with" ? Relation::with : Relation::during;
        words_.pass();
        const auto to = anchor(fmt::format("‘{}’ what?", relation));
        if (!to) return std::nullopt;
        result.anchor = *to;
        return result;
    }

    std::optional<Value> bare_id() {
        const bool misspelt = words_.size() > 1 && !context_.ids.has_anchor(words_.word());
        if (misspelt) {
            return words_.fail(words_.here(), fmt::format("a phrase cannot begin with ‘{}’", words_.word()),
                               suggestion(words_.word(), first_words, std::string(examples)));
        }
        const auto to = anchor("");
        if (!to) return std::nullopt;
        return RelativePhrase{Relation::with, std::nullopt, false, *to};
    }

    PhraseCursor words_;
    const PhraseContext& context_;
    const std::optional<Reference>& subject_;
    PhrasesOf what_;
};

}  // namespace

std::vector<Phrase> read_phrases(const std::vector<const yaml::Node*>& nodes, const PhraseContext& context,
                                 const std::optional<Reference>& subject, PhrasesOf what) {
    std::vector<Phrase> phrases;
    for (const yaml::Node* node : nodes)
        PhraseParser(*node, context, subject, what).read_into(phrases);
    return phrases;
}

std::optional<Duration> read_duration(const yaml::Node& node, const PhraseContext& context) {
    PhraseCursor words(node, context);
    if (words.size() == 0) {
        return words.fail(node.span, "a length of time is empty", "write it as ‘3 days’");
    }
    auto result = take_length(words);
    return result && words.is_at_end() ? result : std::nullopt;
}

}  // namespace fabula
