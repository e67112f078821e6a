#pragma once

#include <cstdint>
#include <vector>

#include "solve/storyline/instance.hpp"

namespace fabula::storyline {

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

}  // namespace fabula::storyline
