#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

/// Storylines as a problem of their own, without stories, times or points: lines that run through steps, sets of lines
/// that have to stand together in a step, and an order of the lines in each step with as few crossings as can be.
/// The terms are those of Gronemann, Jünger, Liers and Mambelli, "Crossing Minimization in Storyline Visualization",
/// Graph Drawing 2016.
namespace fabula::storyline {

/// Number of a line, from 0.
using Line = std::size_t;

/// Lines that stand next to each other, or whole steps from top to bottom.
using Lines = std::vector<Line>;

/// What has to hold in one step. Sets are nested: of any two, one holds the other or they have no line in common
/// (the tree constraints of Gronemann et al.).
struct Step {
    Lines present;            ///< each line once
    std::vector<Lines> sets;  ///< of lines that are present

    friend bool operator==(const Step&, const Step&) = default;
};

struct Problem {
    std::size_t lines = 0;
    std::vector<Step> steps;

    friend bool operator==(const Problem&, const Problem&) = default;
};

/// An order for each step, from top to bottom.
using Orders = std::vector<Lines>;

/// What is wrong with a problem (a line twice in a step, sets that overlap), or nothing. O(sets * lines) a step.
[[nodiscard]] std::string fault_of(const Problem& problem);

/// What is wrong with orders for a problem (another line, a set torn apart), or nothing. O(sets * lines) a step.
[[nodiscard]] std::string fault_of(const Orders& orders, const Problem& problem);

/// The crossings: over neighbouring steps, the pairs of lines present in both whose order flips.
/// O(n log n) for n lines in a step.
[[nodiscard]] std::int64_t count_crossings(const Orders& orders, std::size_t lines);

/// The pairs of `values` that stand in the wrong order, each counted as often as the product of the two weights.
/// `values` are distinct. By merge sort (Barth, Mutzel and Jünger 2004, "Simple and efficient bilayer cross
/// counting"): O(n log n).
[[nodiscard]] std::int64_t count_inversions(const std::vector<std::size_t>& values,
                                            const std::vector<std::int64_t>& weights);

/// A smaller problem with the same least crossings, and how to get from its orders to those of the whole. Two things
/// are left out until nothing more can be: a line in the one step that it is in for a while, since it crosses nothing;
/// and a step whose lines and sets are among those of a step next to it, since it can stand as that one does.
class Reduction {
public:
    /// O(sets * lines) a step and pass; another pass follows as long as one leaves something out, which is seldom more
    /// than a few times.
    explicit Reduction(const Problem& problem);

    [[nodiscard]] const Problem& problem() const { return reduced_; }

    /// Orders of the whole problem, with as many crossings as those of the reduced one have.
    [[nodiscard]] Orders lift(const Orders& orders) const;

private:
    /// A step that takes its order from another, or a line that was taken out of a step.
    struct Omission {
        std::size_t step = 0;
        std::size_t like = 0;  ///< the other step, or the step itself for a line
        Line line = 0;
        Lines beside;   ///< those of the line's innermost set
        Lines present;  ///< of a step: what is left of it
    };

    bool omit_lines(std::vector<Step>& steps);
    bool omit_steps(std::vector<Step>& steps);

    std::vector<std::size_t> kept_;  ///< numbers of the steps that are left
    std::vector<Omission> omissions_;
    std::size_t steps_ = 0;
    Problem reduced_;
};

/// A problem whose lines are numbered and whose time runs as its shape says, not as whoever wrote it happened to have
/// it: the same for a problem, the one that tells it backwards, and any that only has other numbers for its lines,
/// but for lines that colour refinement (Weisfeiler and Leman 1968) cannot tell apart.
struct Canonical {
    Problem problem;
    std::vector<Line> original;  ///< by line of `problem`
    bool backwards = false;      ///< the first step of `problem` is the last of the original
};

/// O(rounds * slots + lines log lines).
[[nodiscard]] Canonical canonical_form(const Problem& problem);

/// Orders of the canonical problem as orders of the original.
[[nodiscard]] Orders original_orders(const Canonical& canonical, Orders orders);

}  // namespace fabula::storyline
