#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "fabula/diagnostic.hpp"
#include "fabula/story.hpp"

#include "time/agreement.hpp"
#include "time/model.hpp"
#include "time/network.hpp"

/// How to make a contradiction go away by changing one of its statements.
namespace fabula::timing {

/// A statement said otherwise.
struct Change {
    std::variant<Phrase, Duration> said;
    Ticks amount = 0;  ///< by how much it says something else; `never`: not more or less, but another order
};

/// What a statement could say instead, so that it has a chance to agree with all that `room` holds: what is most like
/// it first, and not many. Costs up to two searches of the network for each moment that the statement speaks of.
[[nodiscard]] std::vector<Change> changes_of(const Statement& statement, Differences& room, const Model& model,
                                             const Story& story);

/// The text of a story, where single phrases stand in it.
class WrittenPhrases {
public:
    explicit WrittenPhrases(const Sources& sources) : sources_(sources) {}

    /// `words` in the place of what stands at `span`; nothing where that is not known to be the whole of it.
    [[nodiscard]] std::optional<Edit> replaced(const Span& span, const std::string& words) const;

    /// Without what stands at `span`, which is one of a list of phrases, or all that there is under its key.
    [[nodiscard]] std::optional<Edit> without(const Span& span) const;

    /// Without the key and its value, which stands at `span`.
    [[nodiscard]] std::optional<Edit> without_key(const Span& span, std::string_view key) const;

    /// What stands there, without quotes.
    [[nodiscard]] std::string words(const Span& span) const;

private:
    const Sources& sources_;
};

/// Looks for repairs of the contradictions of an agreement.
class RepairSearch {
public:
    RepairSearch(const Agreement& agreement, const Model& model, const ClaimTable& claims, const Story& story);

    /// Ways to make the contradiction go away, each by a change of one statement, those first that change least; the
    /// last is to take a statement out. With each of them the statements that were added agree with the refused one:
    /// that is tried out. Only what is connected with the contradiction is looked at. The cost for all contradictions
    /// of a story together is limited; the last of many may have no repairs.
    [[nodiscard]] std::vector<Repair> repairs_of(const Reason& reason);

private:
    struct Candidate;
    struct Ground;

    void take_connected_part(const std::vector<ClaimIndex>& claims);
    [[nodiscard]] std::optional<Ground> ground_without(ClaimIndex claim, ClaimIndex refused);
    [[nodiscard]] bool agrees(const Ground& ground, const Statement& statement, const Change& change);
    void try_changes_of(ClaimIndex claim, ClaimIndex refused, std::vector<Candidate>& found);
    [[nodiscard]] std::optional<Repair> repair_by(const Statement& statement, const Change& change) const;
    [[nodiscard]] std::optional<Repair> repair_without(const Statement& statement) const;
    [[nodiscard]] std::size_t most_steps() const;
    [[nodiscard]] bool is_alone_in_its_place(ClaimIndex claim) const;

    const Model& model_;
    const ClaimTable& claims_;
    const Story& story_;
    WrittenPhrases text_;
    Model part_;  ///< all of the model, but of the bounds and rules only those connected with a contradiction
    std::vector<bool> refused_;               // by statement
    std::vector<Variable> group_;             // by variable: which others it is bound to by more than the axis
    std::vector<std::size_t> shared_places_;  // offsets of places that more than one statement comes from, in order
    std::size_t spent_ = 0;
};

}  // namespace fabula::timing
