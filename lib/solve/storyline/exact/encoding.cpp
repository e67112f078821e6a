// Layers as propositions.
#include <algorithm>
#include <cstdlib>
#include <tuple>
#include <utility>

#include "solve/storyline/exact/proof.hpp"

namespace fabula::storyline {
namespace {

/// For each node of a layer whether it is, with all sets in it, a set of the layer before too; the whole step never is.
std::vector<bool> inherited_nodes(const Layer& before, const Layer& layer) {
    std::vector<std::size_t> twin(layer.nodes.size(), nowhere);
    std::vector<bool> inherited(layer.nodes.size(), true);
    inherited[0] = false;
    for (const Slot& slot : layer.slots) {
        // Walks outwards in both trees at once; where the walks part, the sets around are not the same.
        bool same = slot.previous != nowhere;
        std::size_t old = same ? before.slots[slot.previous].home : 0;
        for (std::size_t node = slot.home; node != 0; node = layer.nodes[node].parent) {
            same = same && old != 0 && (twin[node] == nowhere || twin[node] == old) &&
                   before.nodes[old].size == layer.nodes[node].size;
            if (!same) inherited[node] = false;
            twin[node] = old;
            old = before.nodes[old].parent;
        }
    }
    return inherited;
}

/// Gathers terms and adds up those about the same variables.
class Gathering {
public:
    void add(Literal a, Literal b, std::int64_t weight, std::size_t from, std::size_t until) {
        if (a == b) return;
        if (a == -b) {
            costs_.unavoidable += weight;
            return;
        }
        const Literal low = std::min(std::abs(a), std::abs(b));
        const Literal high = std::max(std::abs(a), std::abs(b));
        const bool differ = (a > 0) == (b > 0);  // a cost where the variables differ, or where they are the same
        costs_.terms.push_back({low, differ ? high : -high, weight, from, until});
    }

    [[nodiscard]] Costs take() {
        std::ranges::stable_sort(costs_.terms, {}, [](const Term& term) {
            return std::tuple(term.from, std::abs(term.a), std::abs(term.b), term.b);
        });
        std::vector<Term> sums;
        for (const Term& term : costs_.terms) {
            if (sums.empty() || sums.back().a != term.a || std::abs(sums.back().b) != std::abs(term.b))
                sums.push_back(term);
            else if (sums.back().b == term.b)
                sums.back().weight += term.weight;
            else
                settle(sums.back(), term);
        }
        std::erase_if(sums, [](const Term& term) { return term.weight == 0; });
        costs_.terms = std::move(sums);
        return std::move(costs_);
    }

private:
    /// Two terms that cannot both be free: the lesser weight is paid anyhow.
    void settle(Term& sum, const Term& term) {
        const std::int64_t paid = std::min(sum.weight, term.weight);
        costs_.unavoidable += paid;
        if (term.weight > sum.weight) sum.b = term.b;
        sum.weight = std::max(sum.weight, term.weight) - paid;
    }

    Costs costs_;
};

}  // namespace

Encoding::Encoding(const Instance& instance, std::size_t from, std::size_t until, Solver& solver)
    : instance_(instance), from_(from), until_(until), solver_(solver), tables_(until - from) {
    for (std::size_t t = from; t < until; ++t) {
        find_speakers(t);
        fill(t);
    }
}

void Encoding::find_speakers(std::size_t t) {
    const Layer& layer = instance_.layers[t];
    Table& table = tables_[t - from_];
    table.speakers.resize(layer.nodes.size());
    std::vector<bool> spoken(layer.nodes.size(), false);
    for (std::size_t s = 0; s < layer.slots.size(); ++s) {
        std::size_t node = layer.slots[s].home;
        table.speakers[node].push_back(s);
        for (; node != 0 && !spoken[node]; node = layer.nodes[node].parent) {
            spoken[node] = true;
            table.speakers[layer.nodes[node].parent].push_back(s);
        }
    }
}

void Encoding::fill(std::size_t t) {
    const Layer& layer = instance_.layers[t];
    Table& table = tables_[t - from_];
    const std::size_t size = layer.slots.size();
    table.size = size;
    table.literals.assign(size * size, 0);
    table.inherited =
        t > from_ ? inherited_nodes(instance_.layers[t - 1], layer) : std::vector<bool>(layer.nodes.size(), false);
    for (std::size_t node = 0; node < layer.nodes.size(); ++node) {
        const std::vector<std::size_t>& speakers = table.speakers[node];
        for (std::size_t i = 0; i < speakers.size(); ++i) {
            for (std::size_t j = i + 1; j < speakers.size(); ++j) {
                const Literal literal = table.inherited[node] ? above(t - 1, layer.slots[speakers[i]].previous,
                                                                      layer.slots[speakers[j]].previous)
                                                              : solver_.new_variable();
                table.literals[speakers[i] * size + speakers[j]] = literal;
                table.literals[speakers[j] * size + speakers[i]] = -literal;
            }
        }
    }
    // The other slots say what the speaker of their child says.
    std::vector<std::size_t> speaker_of_child(size + layer.nodes.size(), nowhere);
    for (std::size_t node = 0; node < layer.nodes.size(); ++node) {
        for (const std::size_t speaker : table.speakers[node])
            speaker_of_child[child_holding(layer, node, speaker)] = speaker;
    }
    for (std::size_t a = 0; a < size; ++a) {
        for (std::size_t b = a + 1; b < size; ++b) {
            const std::size_t node = meet(layer, layer.slots[a].home, layer.slots[b].home);
            const std::size_t first = speaker_of_child[child_holding(layer, node, a)];
            const std::size_t second = speaker_of_child[child_holding(layer, node, b)];
            const Literal literal = table.literals[first * size + second];
            table.literals[a * size + b] = literal;
            table.literals[b * size + a] = -literal;
        }
    }
}

Costs Encoding::costs() const {
    Gathering gathering;
    for (std::size_t t = from_; t + 1 < until_; ++t) {
        const std::vector<Slot>& slots = instance_.layers[t].slots;
        for (std::size_t a = 0; a < slots.size(); ++a) {
            for (std::size_t b = a + 1; slots[a].next != nowhere && b < slots.size(); ++b) {
                if (slots[b].next == nowhere) continue;
                gathering.add(above(t, a, b), above(t + 1, slots[a].next, slots[b].next),
                              slots[a].weight * slots[b].weight, t, t + 2);
            }
        }
    }
    return gathering.take();
}

void Encoding::broken_cycles(std::size_t t, std::vector<std::vector<Literal>>& clauses) const {
    const Table& table = tables_[t - from_];
    const auto is_above = [&](std::size_t a, std::size_t b) { return solver_.is_true(above(t, a, b)); };
    for (std::size_t node = 0; node < table.speakers.size(); ++node) {
        const std::vector<std::size_t>& row = table.speakers[node];
        const std::size_t size = row.size();
        if (table.inherited[node] || size < 3) continue;
        // A tournament is an order where no two have beaten equally many (Landau 1953).
        std::vector<char> beats(size * size, 0);
        std::vector<std::size_t> beaten(size, 0);
        for (std::size_t i = 0; i < size; ++i) {
            for (std::size_t j = i + 1; j < size; ++j) {
                const bool i_wins = is_above(row[i], row[j]);
                beats[i * size + j] = i_wins;
                beats[j * size + i] = !i_wins;
                ++beaten[i_wins ? i : j];
            }
        }
        for (std::size_t i = 0; i < size; ++i) {
            for (std::size_t j = 0; j < size; ++j) {
                if (i == j || !beats[i * size + j] || beaten[i] > beaten[j]) continue;
                std::size_t found = 0;
                for (std::size_t k = 0; k < size && found < 2; ++k) {
                    if (!beats[j * size + k] || !beats[k * size + i]) continue;
                    clauses.push_back(
                        {-above(t, row[i], row[j]), -above(t, row[j], row[k]), -above(t, row[k], row[i])});
                    ++found;
                }
            }
        }
    }
}

std::vector<std::size_t> Encoding::order(std::size_t t) const {
    const std::size_t size = tables_[t - from_].size;
    std::vector<std::size_t> order(size);
    for (std::size_t a = 0; a < size; ++a) {
        std::size_t place = 0;
        for (std::size_t b = 0; b < size; ++b)
            place += a != b && solver_.is_true(above(t, b, a)) ? 1 : 0;
        order[place] = a;
    }
    return order;
}

void Encoding::prefer(const Arrangement& arrangement) {
    for (std::size_t t = from_; t < until_; ++t) {
        const std::vector<std::size_t>& order = arrangement[t];
        for (std::size_t i = 0; i < order.size(); ++i) {
            for (std::size_t j = i + 1; j < order.size(); ++j)
                solver_.prefer(above(t, order[i], order[j]));
        }
    }
}

// Counting by clauses.

Totalizer::Totalizer(std::vector<Literal> inputs) : inputs_(std::move(inputs)) {
    root_ = build(0, inputs_.size());
}

std::size_t Totalizer::build(std::size_t from, std::size_t until) {
    Part part;
    part.inputs = until - from;
    if (part.inputs == 1) {
        part.outputs.push_back(inputs_[from]);
    } else {
        const std::size_t middle = from + part.inputs / 2;
        part.left = build(from, middle);
        part.right = build(middle, until);
    }
    parts_.push_back(std::move(part));
    return parts_.size() - 1;
}

Literal Totalizer::at_least(std::size_t k, Solver& solver) {
    extend(root_, k, solver);
    return parts_[root_].outputs[k - 1];
}

/// Adds outputs up to `bound` to a part and the parts below it, with the clauses that make them true.
void Totalizer::extend(std::size_t part, std::size_t bound, Solver& solver) {
    bound = std::min(bound, parts_[part].inputs);
    const std::size_t had = parts_[part].outputs.size();
    if (had >= bound) return;
    const std::size_t left = parts_[part].left;
    const std::size_t right = parts_[part].right;
    extend(left, bound, solver);
    extend(right, bound, solver);
    std::vector<Literal>& outputs = parts_[part].outputs;
    while (outputs.size() < bound)
        outputs.push_back(solver.new_variable());
    for (std::size_t i = 0; i <= parts_[left].outputs.size() && i <= bound; ++i) {
        for (std::size_t j = 0; j <= parts_[right].outputs.size() && i + j <= bound; ++j) {
            if (i + j <= had || i + j == 0) continue;
            std::vector<Literal> clause{outputs[i + j - 1]};
            if (i > 0) clause.push_back(-parts_[left].outputs[i - 1]);
            if (j > 0) clause.push_back(-parts_[right].outputs[j - 1]);
            solver.add_clause(clause);
        }
    }
}

}  // namespace fabula::storyline
