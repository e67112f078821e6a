#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "solve/storyline/instance.hpp"

namespace fabula::storyline {

/// A child of a node in an order: it takes the places from..until.
struct Run {
    std::size_t child = 0;  ///< as child_holding says it
    std::size_t from = 0;
    std::size_t until = 0;
};

/// The children of `node`, which takes the places from..until of `order`, from top to bottom. O(places * depth).
[[nodiscard]] inline std::vector<Run> runs_of(const Layer& layer, const std::vector<std::size_t>& order,
                                              std::size_t node, std::size_t from, std::size_t until) {
    std::vector<Run> runs;
    for (std::size_t i = from; i < until; ++i) {
        const std::size_t child = child_holding(layer, node, order[i]);
        if (runs.empty() || runs.back().child != child) runs.push_back({child, i, i});
        runs.back().until = i + 1;
    }
    return runs;
}

/// Which neighbours a layer is arranged after.
enum class Side { before, after, both };

/// Arranges layer t by barycentres (Sugiyama, Tagawa and Toda 1981): each set by the mean place of its lines in the
/// neighbouring layers, outer sets first. Whoever has no neighbours stays beside whom it stood below.
/// O(n log n) for n slots.
void arrange_by_barycentre(const Instance& instance, Arrangement& arrangement, std::size_t t, Side side);

/// Barycentre sweeps forth and back; leaves the best arrangement met.
void sweep(const Instance& instance, Arrangement& arrangement, std::size_t sweeps);

/// Moves the sets and slots of layer t, one at a time, to the best place among their siblings, for both neighbouring
/// layers at once, while that saves crossings (sifting: Matuszewski, Schönfeld and Molitor 1999).
/// Returns the crossings saved. O(n^2) for n slots.
std::int64_t sift(const Instance& instance, Arrangement& arrangement, std::size_t t);

/// Shuffles the layers from..until, keeping sets together, and arranges them again after what stands on one side of
/// them. The same dice, the same shuffle, on every machine.
void shake(const Instance& instance, Arrangement& arrangement, std::size_t from, std::size_t until,
           std::mt19937_64& dice);

/// A stretch of layers from..until (exclusive) in which a line is present throughout.
struct Presence {
    Line line = 0;
    std::size_t from = 0;
    std::size_t until = 0;
    std::size_t first_slot = 0;  ///< how many slots all presences before it have
};

/// The presences of all lines, by line and then by time.
[[nodiscard]] std::vector<Presence> presences_of(const Instance& instance);

/// Takes one line out of an arrangement and puts it back where it crosses least over its whole presence, all other
/// lines staying in their order: a dynamic programme over the gaps between them. Costs O(n) a layer where the others'
/// order does not change to the next, and O(k log k) more for each k of them that do (the gaps between two
/// permutations' common cuts are independent of each other).
class Insertion {
public:
    Insertion(const Instance& instance, const std::vector<Presence>& presences);

    /// Re-inserts a line in the layers from..until of its presence and leaves it where it is in the others. Returns the
    /// crossings saved; where none are, the arrangement stays.
    std::int64_t reinsert(Arrangement& arrangement, const Presence& presence, std::size_t from, std::size_t until);

    /// Takes a line out of the layers from..until of its presence, until it is put back.
    void take_out(Arrangement& arrangement, const Presence& presence, std::size_t from, std::size_t until);

    /// Puts a line back that was taken out, where it crosses least of the lines that are not out themselves.
    void put_back(Arrangement& arrangement, const Presence& presence);

    /// The layers that the last re-insertion changed.
    [[nodiscard]] const std::vector<std::size_t>& changed() const { return changed_; }

    /// Steps of work done so far.
    [[nodiscard]] std::int64_t work() const { return work_; }

private:
    /// The other lines of one layer, and what it costs to stand in each of the gaps between them.
    struct Column {
        std::vector<std::size_t> others;  ///< slots from top to bottom
        std::vector<std::int64_t> cost;   ///< by gap: least crossings up to here
        std::vector<std::size_t> origin;  ///< by gap: the gap it comes from in the layer before
        std::size_t gap = 0;              ///< where the line stands now
    };

    /// A stretch of layers from..until that a line is out of.
    struct Gone {
        std::size_t from = 0;
        std::size_t until = 0;
    };

    /// From a gap of the earlier layer to one of the later, and the weight of the lines crossed on the way.
    struct Passage {
        std::size_t from = 0;
        std::size_t to = 0;
        std::int64_t crossed = 0;
    };

    [[nodiscard]] bool is_gone(Line line, std::size_t t) const {
        return t >= gone_[line].from && t < gone_[line].until;
    }
    void write(Arrangement& arrangement, std::size_t from, std::size_t gap);
    void fill(Column& column, const std::vector<std::size_t>& order, std::size_t slot);
    void forbid_torn_sets(Column& column, std::size_t t, std::size_t slot);
    void step(const Column& from, Column& to, std::size_t t);
    void collapse(const Column& from, std::size_t t);
    void match(const Column& from, const Column& to, std::size_t t);
    void pass();
    void pass_block(std::size_t from, std::size_t until);
    void pass_between(std::size_t first, std::size_t last, std::size_t from, std::size_t until);
    [[nodiscard]] std::int64_t crossed_between(std::size_t u, std::size_t v);
    void offer(std::size_t gap, std::int64_t cost, std::size_t origin);

    const Instance& instance_;
    std::int64_t work_ = 0;
    std::vector<Column> columns_;
    std::vector<std::size_t> slots_;  ///< of the line under way, by column
    std::vector<std::size_t> changed_;
    std::vector<Gone> gone_;  ///< by line
    std::size_t gone_count_ = 0;
    bool returning_ = false;
    std::vector<std::size_t> slot_of_;  ///< the slots of all presences, one after the other
    // Of the step under way, over the lines present on both sides.
    std::vector<std::size_t> place_;           ///< by slot of the later layer
    std::vector<std::size_t> target_;          ///< by common line in the earlier order: its place in the later
    std::vector<std::size_t> source_;          ///< and the other way round
    std::vector<std::int64_t> weight_before_;  ///< sums of weights above each gap of the earlier order
    std::vector<std::int64_t> weight_after_;   ///< and of the later
    std::vector<std::int64_t> start_;          ///< by gap between common lines: the cost of standing there
    std::vector<std::size_t> start_origin_;
    std::vector<std::size_t> starts_;  ///< the gaps of one block that the line may come from
    Passage passage_;
    std::vector<std::int64_t> arrival_;
    std::vector<std::size_t> arrival_origin_;
    std::vector<std::size_t> blocks_;      ///< the cuts: gaps that the same lines are above on both sides
    std::int64_t crossed_ = 0;             ///< what the line crosses now
    std::vector<std::size_t> common_gap_;  ///< by gap of the later layer
};

/// Ruin and recreate (Schrimpf, Schneider, Stamm-Wilbrandt and Dueck 2000): takes a few lines that have to do with each
/// other out of a stretch of layers, all at once, and puts them back one by one where each crosses least. What one line
/// alone cannot do without crossing the company it keeps, they do together.
class Ruin {
public:
    explicit Ruin(const Instance& instance);

    /// Ruins and recreates lines within the layers from..until (not empty).
    void disturb(Arrangement& arrangement, std::size_t from, std::size_t until, std::mt19937_64& dice);

    /// Steps of work done so far.
    [[nodiscard]] std::int64_t work() const { return insertion_.work(); }

private:
    [[nodiscard]] std::vector<std::size_t> choose(const std::vector<std::size_t>& order, const Layer& layer,
                                                  std::mt19937_64& dice) const;
    [[nodiscard]] const Presence& presence_at(Line line, std::size_t t) const;

    const Instance& instance_;
    std::vector<Presence> presences_;
    std::vector<std::size_t> first_presence_;  ///< by line
    Insertion insertion_;
};

/// Local search: re-inserts lines and sifts layers until nothing of either saves a crossing.
/// Keeps in mind what has not changed since it was last tried.
class Descent {
public:
    explicit Descent(const Instance& instance);

    /// Improves an arrangement until it is a local optimum or `work` steps are spent; returns the crossings saved.
    /// Whoever changed layers since the last call says so by `touch`.
    std::int64_t improve(Arrangement& arrangement, std::int64_t work);

    void touch(std::size_t layer);

    /// A moment to ask `has_changed` about.
    [[nodiscard]] std::size_t now() const { return clock_; }
    [[nodiscard]] bool has_changed(std::size_t layer, std::size_t since) const { return changed_[layer] > since; }

    /// Takes the arrangement as it is for a local optimum.
    void settle();

    /// Steps of work done so far.
    [[nodiscard]] std::int64_t work() const { return insertion_.work() + sifted_; }

private:
    std::int64_t reinsert_all(Arrangement& arrangement, std::int64_t until);
    std::int64_t reinsert(Arrangement& arrangement, std::size_t presence);
    std::int64_t sift_all(Arrangement& arrangement, std::int64_t until);

    const Instance& instance_;
    std::vector<Presence> presences_;
    Insertion insertion_;
    std::int64_t sifted_ = 0;
    std::size_t clock_ = 1;                ///< counts changes
    std::vector<std::size_t> changed_;     ///< by layer: when it last changed
    std::vector<std::size_t> reinserted_;  ///< by presence: when it was last tried
    std::vector<std::size_t> sifted_at_;   ///< by layer
};

/// Iterated local search (Lourenço, Martin and Stützle 2003): disturbs some layers of a local optimum (mirrors or
/// shuffles them, or ruins and recreates a few lines), descends again and stays where that is no worse. The same seed,
/// the same walk, on every machine.
class Walk {
public:
    /// Begins at `start` and descends until `work` steps are spent.
    Walk(const Instance& instance, Arrangement start, std::uint64_t seed, std::int64_t work);

    /// Goes on until `work` steps are spent or there are no more than `bound` crossings.
    void advance(std::int64_t work, std::int64_t bound);

    /// The best arrangement so far.
    [[nodiscard]] const Arrangement& best() const { return best_; }
    [[nodiscard]] std::int64_t crossings() const { return least_; }

    /// Steps of work done so far.
    [[nodiscard]] std::int64_t work() const { return descent_.work() + ruin_.work() + disturbed_; }

private:
    std::int64_t disturb();
    [[nodiscard]] std::int64_t crossings_around(std::size_t from, std::size_t until) const;
    void keep(Arrangement& to, const Arrangement& from, std::size_t since) const;

    const Instance& instance_;
    Descent descent_;
    Ruin ruin_;
    std::mt19937_64 dice_;
    Arrangement under_way_;
    Arrangement accepted_;
    Arrangement best_;
    std::int64_t now_ = 0;
    std::int64_t least_ = 0;
    std::int64_t disturbed_ = 0;
};

/// The arrangement with the fewest crossings that can be put together from layers of those in `pool`, each as it is or
/// upside down: a shortest path through the layers. No worse than the best in the pool, which is not empty.
/// O(layers * pool^2 * n log n).
[[nodiscard]] Arrangement splice(const Instance& instance, const std::vector<Arrangement>& pool);

/// Steps of work that it costs.
[[nodiscard]] std::int64_t work_of_splicing(const Instance& instance, std::size_t pool);

}  // namespace fabula::storyline
