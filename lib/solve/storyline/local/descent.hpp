#pragma once

#include <cstdint>
#include <vector>

#include "solve/storyline/instance.hpp"
#include "solve/storyline/local/insertion.hpp"

namespace fabula::storyline {

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

}  // namespace fabula::storyline
