#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
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

/// All ids of a story: first all are declared, then they are referred to. Characters, sections and events share one set
/// of ids, because phrases refer to all of them alike.
class Ids {
public:
    explicit Ids(Findings& findings) : findings_(findings) {}

    /// Gives `id` to the entry `index` of its list; reports an id that is not legal or is taken already.
    void declare(IdSort sort, std::string_view id, const Span& span, std::size_t index);

    /// Whether anything that phrases can refer to has this id.
    [[nodiscard]] bool has_anchor(std::string_view id) const { return find_anchor(id).has_value(); }

    /// Where it is declared, and as what: "it is the id of this event".
    [[nodiscard]] std::optional<Related> declaration_of_anchor(std::string_view id) const;

    /// The entry with the id `id`, if there is one.
    [[nodiscard]] std::optional<std::size_t> find(IdSort sort, std::string_view id) const;

    /// The entry with the id `id`; reports an unknown one.
    [[nodiscard]] std::optional<Reference> refer(IdSort sort, std::string_view id, const Span& span) const;
    [[nodiscard]] std::optional<Anchor> refer_to_anchor(std::string_view id, const Span& span) const;

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
    [[nodiscard]] std::vector<std::string_view> names(std::initializer_list<IdSort> among) const;
    void report_unknown(std::string_view what, std::string_view id, const Span& span,
                        std::initializer_list<IdSort> among) const;

    Findings& findings_;
    std::array<Table, sorts> tables_;
};

}  // namespace fabula
