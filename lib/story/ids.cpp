#include "story/ids.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "source/characters.hpp"
#include "source/nearest.hpp"

namespace fabula {
namespace {

constexpr std::string_view relation_words[] = {"after", "before", "with", "during", "between", "and",
                                               "of",    "age",    "at",   "about",  "soon"};

/// What phrases can refer to.
constexpr IdSort anchor_sorts[] = {IdSort::event, IdSort::section, IdSort::character};

constexpr std::string_view rule_of_ids =
    "an id is made of letters, digits, ‘-’ and ‘_’ and does not begin with a digit or ‘-’, as ‘tape-found’";

std::string_view word_for(IdSort sort) {
    switch (sort) {
        case IdSort::character:
            return "character";
        case IdSort::group:
            return "group";
        case IdSort::place:
            return "place";
        case IdSort::thing:
            return "thing";
        case IdSort::thread:
            return "thread";
        case IdSort::milestone:
            return "milestone";
        case IdSort::section:
            return "section";
        case IdSort::event:
            break;
    }
    return "event";
}

bool is_anchor(IdSort sort) {
    return std::find(std::begin(anchor_sorts), std::end(anchor_sorts), sort) != std::end(anchor_sorts);
}

Related declaration(IdSort sort, const Span& span) {
    return {span, fmt::format("it is the id of this {}", word_for(sort))};
}

}  // namespace

bool is_legal_id(std::string_view text) {
    if (text.empty()) return false;
    bool first = true;
    while (!text.empty()) {
        const SortedCharacter character = sort_character(text);
        const bool letter = character.sort == CharacterSort::letter || text.front() == '_';
        const bool later = character.sort == CharacterSort::digit || text.front() == '-';
        if (!letter && (first || !later)) return false;
        text.remove_prefix(character.bytes);
        first = false;
    }
    return true;
}

bool is_relation_word(std::string_view text) {
    return std::find(std::begin(relation_words), std::end(relation_words), text) != std::end(relation_words);
}

bool Ids::declare(IdSort sort, std::string_view id, const Span& span, std::size_t index) {
    if (!is_legal_id(id)) {
        findings_.add("bad-id", span, fmt::format("‘{}’ cannot be an id", id), std::string(rule_of_ids));
        // What refers to it means this entry: that it cannot be called so is said once.
        tables_[static_cast<std::size_t>(sort)].try_emplace(std::string(id), Entry{index, span});
        return false;
    }
    if (is_anchor(sort) && is_relation_word(id)) {
        findings_.add("bad-id", span, fmt::format("‘{}’ cannot be an id: it is a word of the phrases of time", id),
                      fmt::format("choose another id, as ‘the-{}’", id));
        return false;
    }
    for (const IdSort other : {IdSort::character, IdSort::section, IdSort::event, sort}) {
        if (other != sort && !is_anchor(sort)) continue;
        const auto known = table(other).find(id);
        if (known == table(other).end()) continue;
        Diagnostic diagnostic = make_diagnostic("duplicate-id", span, fmt::format("the id ‘{}’ is taken already", id),
                                                "give one of the two another id");
        diagnostic.related.push_back(declaration(other, known->second.span));
        findings_.add(std::move(diagnostic));
        return false;
    }
    tables_[static_cast<std::size_t>(sort)].emplace(id, Entry{index, span});
    return true;
}

std::optional<Ids::Declared> Ids::find_anchor(std::string_view id) const {
    for (const IdSort sort : anchor_sorts) {
        const auto known = table(sort).find(id);
        if (known != table(sort).end()) return Declared{sort, known->second};
    }
    return std::nullopt;
}

std::optional<Related> Ids::declaration_of_anchor(std::string_view id) const {
    const auto known = find_anchor(id);
    return known ? std::optional(declaration(known->sort, known->entry.span)) : std::nullopt;
}

std::optional<std::size_t> Ids::find(IdSort sort, std::string_view id) const {
    const auto known = table(sort).find(id);
    return known == table(sort).end() ? std::nullopt : std::optional(known->second.index);
}

std::optional<Reference> Ids::refer(IdSort sort, std::string_view id, const Span& span) const {
    const auto known = table(sort).find(id);
    if (known != table(sort).end()) {
        references_.found.emplace(sort, known->second.index);
        return Reference{known->second.index, span};
    }
    note_unknown(word_for(sort), id, span, {sort});
    return std::nullopt;
}

std::optional<Anchor> Ids::refer_to_anchor(std::string_view id, const Span& span) const {
    if (const auto known = find_anchor(id)) {
        references_.found.emplace(known->sort, known->entry.index);
        const Anchor::Kind kind = known->sort == IdSort::event     ? Anchor::Kind::event
                                  : known->sort == IdSort::section ? Anchor::Kind::section
                                                                   : Anchor::Kind::birth;
        return Anchor{kind, {known->entry.index, span}};
    }
    note_unknown("event, section or character", id, span, {IdSort::event, IdSort::section, IdSort::character});
    return std::nullopt;
}

std::vector<std::string_view> Ids::names(const std::vector<IdSort>& among) const {
    std::vector<std::string_view> result;
    for (const IdSort sort : among) {
        for (const auto& [id, entry] : table(sort))
            result.push_back(id);
    }
    return result;
}

void Ids::note_unknown(std::string_view what, std::string_view id, const Span& span, std::vector<IdSort> among) const {
    std::vector<IdReferences::Unknown>& same = references_.unknown[std::string(id)];
    const auto overlap = [&among](const IdReferences::Unknown& unknown) {
        return std::ranges::find_first_of(unknown.among, among) != unknown.among.end();
    };
    const auto unknown = std::ranges::find_if(same, overlap);
    if (unknown == same.end()) {
        same.push_back({std::string(what), std::move(among), {span}});
        return;
    }
    unknown->places.push_back(span);
    // What every place can mean.
    if (among.size() < unknown->among.size()) {
        unknown->what = what;
        unknown->among = std::move(among);
    }
}

void Ids::report_unknown() const {
    for (const auto& [id, meanings] : references_.unknown) {
        for (const IdReferences::Unknown& unknown : meanings)
            report_unknown(id, unknown);
    }
}

/// Where the id is declared that several places spell in another way, and none in this.
const Span* Ids::misspelt_declaration(std::string_view nearest_id, const IdReferences::Unknown& unknown) const {
    if (unknown.places.size() < 2) return nullptr;
    for (const IdSort sort : unknown.among) {
        const auto declared = table(sort).find(nearest_id);
        if (declared == table(sort).end()) continue;
        return references_.found.contains({sort, declared->second.index}) ? nullptr : &declared->second.span;
    }
    return nullptr;
}

void Ids::report_unknown(const std::string& id, const IdReferences::Unknown& unknown) const {
    constexpr std::size_t listed_most = 8;
    constexpr std::size_t most_places = 5;
    if (findings_.full()) return findings_.add("unknown-id", unknown.places.front(), {});
    const std::vector<std::string_view> known = names(unknown.among);
    const auto near = nearest(id, known);
    const Span* const declared = near ? misspelt_declaration(*near, unknown) : nullptr;
    Diagnostic diagnostic = make_diagnostic(
        "unknown-id", declared != nullptr ? *declared : unknown.places.front(),
        declared != nullptr ? fmt::format("nothing refers to ‘{}’, but {} places to ‘{}’, which is not there", *near,
                                          unknown.places.size(), id)
                            : fmt::format("there is no {} ‘{}’", unknown.what, id),
        known.empty()                 ? "this story has none"
        : known.size() <= listed_most ? fmt::format("there are {}", listed(known))
                                      : "");
    if (near) {
        diagnostic.instead = declared != nullptr ? id : std::string(*near);
        diagnostic.help = fmt::format("did you mean ‘{}’?", diagnostic.instead);
    }
    for (std::size_t i = declared != nullptr ? 0 : 1; i < std::min(unknown.places.size(), most_places); ++i)
        diagnostic.related.push_back({unknown.places[i], "it is referred to here"});
    findings_.add(std::move(diagnostic));
}

}  // namespace fabula
