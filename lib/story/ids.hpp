#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fabula/story.hpp"

#include "source/findings.hpp"

/// The ids by which a story file refers to its characters, events and the rest.
namespace fabula {

enum class IdSort { character, group, place, thing, thread, milestone, section, event };

/// Whether `text` can be an id: letters of any script, digits, '-' and '_', beginning with a letter or '_'.
[[nodiscard]] bool is_legal_id(std::string_view text);

/// Whether `text` is one of the words that hold phrases together ("after", "of"), and so cannot be the id of what
/// phrases refer to. Parts of the year and day ("summer", "noon") can be ids: see read_phrases.
[[nodiscard]] bool is_relation_word(std::string_view text);

/// What was referred to: each id that nothing has, with all its places, and which entries were found.
struct IdReferences {
    struct Unknown {
        std::string what;           ///< "character"
        std::vector<IdSort> among;  ///< what could have been meant
        std::vector<Span> places;
    };
    std::map<std::string, std::vector<Unknown>> unknown;  ///< by id; those that could mean one entry are one
    std::set<std::pair<IdSort, std::size_t>> found;
};

/// All ids of a story: first all are declared, then they are referred to. Characters, sections and events share one set
/// of ids, because phrases refer to all of them alike.
class Ids {
public:
    /// Both outlive the ids.
    Ids(Findings& findings, IdReferences& references) : findings_(findings), references_(references) {}

    /// Gives `id` to the entry `index` of its list, the first to ask for it; reports an id that is not legal or is
    /// taken already. False where the entry cannot be called so.
    [[nodiscard]] bool declare(IdSort sort, std::string_view id, const Span& span, std::size_t index);

    /// Whether anything that phrases can refer to has this id.
    [[nodiscard]] bool has_anchor(std::string_view id) const { return find_anchor(id).has_value(); }

    /// Where it is declared, and as what: "it is the id of this event".
    [[nodiscard]] std::optional<Related> declaration_of_anchor(std::string_view id) const;

    /// The entry with the id `id`, if there is one.
    [[nodiscard]] std::optional<std::size_t> find(IdSort sort, std::string_view id) const;

    /// The entry with the id `id`; an unknown one is noted, for report_unknown.
    [[nodiscard]] std::optional<Reference> refer(IdSort sort, std::string_view id, const Span& span) const;
    [[nodiscard]] std::optional<Anchor> refer_to_anchor(std::string_view id, const Span& span) const;

    /// Reports each unknown id once, after all that refers to ids was read: where it stands, or where the nearest id is
    /// declared if several places agree on another spelling and none on that.
    void report_unknown() const;

private:
    struct Entry {
        std::size_t index = 0;
        Span span;
    };
    using Table = std::map<std::string, Entry, std::less<>>;
    struct Declared {
        IdSort sort = IdSort::event;
        Entry entry;
    };
    static constexpr std::size_t sorts = 8;

    [[nodiscard]] const Table& table(IdSort sort) const { return tables_[static_cast<std::size_t>(sort)]; }
    [[nodiscard]] std::optional<Declared> find_anchor(std::string_view id) const;
    [[nodiscard]] std::vector<std::string_view> names(const std::vector<IdSort>& among) const;
    [[nodiscard]] const Span* misspelt_declaration(std::string_view nearest_id,
                                                   const IdReferences::Unknown& unknown) const;
    void note_unknown(std::string_view what, std::string_view id, const Span& span, std::vector<IdSort> among) const;
    void report_unknown(const std::string& id, const IdReferences::Unknown& unknown) const;

    Findings& findings_;
    IdReferences& references_;
    std::array<Table, sorts> tables_;
};

}  // namespace fabula
