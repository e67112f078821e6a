// smallest_conflict, shortest_chain: limits by their number of claims.
#include "time/chains.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <functional>
#include <queue>
#include <utility>

namespace fabula::timing {

namespace {

constexpr std::size_t most_steps = 1'000'000;
constexpr std::size_t steps_of_a_rule = 16;
constexpr std::size_t none = static_cast<std::size_t>(-1);

}  // namespace

/// Limits of all moments, level by level: what takes one claim more is one level higher. Bounds that are nobody's claim
/// take none.
class ChainSearch {
public:
    explicit ChainSearch(const ChainGround& ground)
        : ground_(ground),
          sums_of_(ground.network.variables()),
          recurrences_of_(ground.network.variables()),
          best_{std::vector<std::size_t>(ground.network.variables(), none),
                std::vector<std::size_t>(ground.network.variables(), none)} {
        const Model& model = ground.model;
        for (std::size_t i = 0; i < model.sums.size(); ++i) {
            if (!ground.rules.sums[i]) continue;
            sums_of_[model.sums[i].from].push_back(i);
            sums_of_[model.sums[i].to].push_back(i);
        }
        for (std::size_t i = 0; i < model.recurrences.size(); ++i) {
            if (ground.rules.recurrences[i]) recurrences_of_[model.recurrences[i].moment].push_back(i);
        }
        for (const LimitSide side : {LimitSide::earliest, LimitSide::latest}) {
            paths_.push_back({{}, side, ground.model.axis, 0, 0, none, no_claim});
            best_of(side)[ground.model.axis] = paths_.size() - 1;
            wait(paths_.size() - 1);
        }
    }

    /// Calls `visit` with each path that limits its moment more than those with fewer claims, level by level, until it
    /// returns false or nothing is left.
    template <typename Visit>
    void run(Visit&& visit) {
        while (!queue_.empty() && steps_ < most_steps) {
            while (!queue_.empty() && steps_ < most_steps) {
                const std::size_t path = queue_.top().second;
                queue_.pop();
                if (best_of(paths_[path].side)[paths_[path].to] != path) continue;
                if (!visit(path)) return;
                extend(path);
            }
            begin_next_level();
        }
    }

    [[nodiscard]] LimitSide side(std::size_t path) const { return paths_[path].side; }
    [[nodiscard]] Variable moment(std::size_t path) const { return paths_[path].to; }
    [[nodiscard]] Ticks limit(std::size_t path) const { return paths_[path].limit; }
    [[nodiscard]] std::size_t level(std::size_t path) const { return paths_[path].level; }

    [[nodiscard]] Chain chain(std::size_t path) const {
        Chain chain;
        for (; paths_[path].before != none; path = paths_[path].before)
            chain.push_back({paths_[path].bound, paths_[path].to, paths_[path].limit});
        std::reverse(chain.begin(), chain.end());
        return chain;
    }

private:
    struct Path {
        Bound bound;
        LimitSide side;
        Variable to;
        Ticks limit;
        std::size_t level;
        std::size_t before;
        ClaimIndex claim;
    };

    using Entry = std::pair<Ticks, std::size_t>;

    /// In the order of Dijkstra's algorithm on lengths made positive by a solution (Johnson 1977); what rules add may
    /// still come later, and is then looked at again.
    void wait(std::size_t path) {
        const Path& next = paths_[path];
        const Ticks at_hand = ground_.network.time_at_hand(next.to);
        queue_.emplace(next.side == LimitSide::earliest ? at_hand - next.limit : next.limit - at_hand, path);
    }

    std::vector<std::size_t>& best_of(LimitSide side) { return best_[static_cast<std::size_t>(side)]; }

    /// Goes on from a path by all that leads on from its moment.
    void extend(std::size_t path) {
        const Variable at = paths_[path].to;
        follow_bounds(path, at);
        const bool early = paths_[path].side == LimitSide::earliest;
        const Ticks limit = paths_[path].limit;
        const Scale& scale = ground_.model.scale;
        steps_ += steps_of_a_rule * (sums_of_[at].size() + recurrences_of_[at].size());
        for (const std::size_t i : sums_of_[at]) {
            const CalendarSum& sum = ground_.model.sums[i];
            const std::size_t number = ground_.model.number_of_sum(i);
            if (sum.from == at) {
                reach(path, sum.to, early ? sum.earliest(limit, scale) : sum.latest(limit, scale), number);
            } else {
                reach(path, sum.from, early ? sum.earliest_from(limit, scale) : sum.latest_from(limit, scale), number);
            }
        }
        for (const std::size_t i : recurrences_of_[at]) {
            const Recurrence& recurrence = ground_.model.recurrences[i];
            reach(path, at, early ? recurrence.next(limit, scale) : recurrence.previous(limit, scale),
                  ground_.model.number_of_recurrence(i));
        }
    }

    void follow_bounds(std::size_t path, Variable at) {
        const bool early = paths_[path].side == LimitSide::earliest;
        const Ticks limit = paths_[path].limit;
        const auto follow = [&](const Bound& bound) {
            const bool constraint = bound.constraint < ground_.model.constraints.size();
            if (bound.constraint == tightened_number) return;
            if (constraint && ground_.model.constraints[bound.constraint].rough) return;
            if (early && bound.to == at) reach(path, bound.from, limit - bound.weight, bound.constraint);
            if (!early && bound.from == at) reach(path, bound.to, limit + bound.weight, bound.constraint);
        };
        const auto follow_number = [&](std::uint32_t i) { follow(ground_.network.bounds()[i]); };
        if (early) {
            ground_.network.for_each_bound_to(at, follow_number);
        } else {
            ground_.network.for_each_bound_from(at, follow_number);
        }
        for (const Bound& bound : ground_.more)
            follow(bound);
    }

    /// Notes a path that is one step longer, if it limits its moment more than those before it: on this level where the
    /// claim is nobody's or goes on, else on the next.
    void reach(std::size_t before, Variable to, Ticks limit, std::size_t number) {
        ++steps_;
        if (limit <= -never / 2 || limit >= never / 2 || !is_stricter(paths_[before].side, to, limit)) return;
        if (goes_in_a_circle(before, to)) return;
        const Path& last = paths_[before];
        const bool early = last.side == LimitSide::earliest;
        const ClaimIndex claim = ground_.claims.of(number);
        const bool is_default = number >= ground_.model.numbers();
        const bool is_free = claim == no_claim ? !is_default : claim == last.claim;
        const Ticks by = limit - last.limit;
        const Bound bound = early ? Bound{to, last.to, -by, number} : Bound{last.to, to, by, number};
        paths_.push_back({bound, last.side, to, limit, last.level + (is_free ? 0 : 1), before,
                          claim == no_claim && is_free ? last.claim : claim});
        if (is_free) {
            best_of(paths_.back().side)[to] = paths_.size() - 1;
            wait(paths_.size() - 1);
        } else {
            waiting_.push_back(paths_.size() - 1);
        }
    }

    /// What goes in a circle makes limits stricter by and by, and explains nothing. Only what recurs stays where it is.
    [[nodiscard]] bool goes_in_a_circle(std::size_t path, Variable to) const {
        if (ground_.circles || paths_[path].to == to) return false;
        for (; paths_[path].before != none; path = paths_[path].before) {
            if (paths_[paths_[path].before].to == to) return true;
        }
        return false;
    }

    [[nodiscard]] bool is_stricter(LimitSide side, Variable to, Ticks limit) const {
        const std::size_t known = best_[static_cast<std::size_t>(side)][to];
        if (known == none) return true;
        return side == LimitSide::earliest ? limit > paths_[known].limit : limit < paths_[known].limit;
    }

    void begin_next_level() {
        for (const std::size_t path : waiting_) {
            const Path& next = paths_[path];
            if (!is_stricter(next.side, next.to, next.limit)) continue;
            best_of(next.side)[next.to] = path;
            wait(path);
        }
        waiting_.clear();
    }

private:
    const ChainGround& ground_;
    std::vector<std::vector<std::size_t>> sums_of_;
    std::vector<std::vector<std::size_t>> recurrences_of_;
    std::vector<Path> paths_;
    std::array<std::vector<std::size_t>, 2> best_;                          // by side and variable: the path
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue_;  // of this level
    std::vector<std::size_t> waiting_;                                      // for the next
    std::size_t steps_ = 0;
};

namespace {

/// Looks for two paths to one moment that leave it no time.
class ConflictSearch {
public:
    ConflictSearch(const ChainGround& ground, ClaimIndex preferred)
        : ground_(ground), preferred_(preferred), search_(ground), found_at_(ground.network.variables()) {}

    [[nodiscard]] std::optional<ChainConflict> run() {
        search_.run([this](std::size_t path) {
            if ((best_ && search_.level(path) > fewest_) || looked_at_ > most_looked_at) return false;
            meet(path);
            found_at_[search_.moment(path)].push_back(path);
            return true;
        });
        return std::move(best_);
    }

private:
    static constexpr std::size_t most_compared = 4000;
    static constexpr std::size_t most_looked_at = 2'000'000;

    void meet(std::size_t path) {
        for (const std::size_t other : found_at_[search_.moment(path)]) {
            if (++looked_at_ > most_looked_at) return;
            if (search_.side(other) == search_.side(path)) continue;
            const bool early = search_.side(path) == LimitSide::earliest;
            const std::size_t earliest = early ? path : other;
            const std::size_t latest = early ? other : path;
            if (search_.limit(earliest) <= search_.limit(latest) || ++compared_ > most_compared) continue;
            take_if_better({search_.chain(earliest), search_.chain(latest)});
        }
    }

    void take_if_better(ChainConflict conflict) {
        const std::size_t count = claims_of(conflict, ground_.claims).size();
        const auto last = [this](const Chain& chain) {
            return chain.empty() ? no_claim : ground_.claims.of(chain.back().bound.constraint);
        };
        const bool preferred =
            preferred_ != no_claim && (last(conflict.earliest) == preferred_ || last(conflict.latest) == preferred_);
        const Ticks excess = limit_of(conflict.earliest) - limit_of(conflict.latest);
        const bool as_few = best_ && count == fewest_;
        const bool better = !best_ || count < fewest_ || (as_few && preferred && !is_preferred_) ||
                            (as_few && preferred == is_preferred_ && excess < excess_);
        if (!better) return;
        excess_ = excess;
        fewest_ = count;
        is_preferred_ = preferred;
        best_ = std::move(conflict);
    }

    static Ticks limit_of(const Chain& chain) { return chain.empty() ? 0 : chain.back().limit; }

    const ChainGround& ground_;
    ClaimIndex preferred_;
    ChainSearch search_;
    std::vector<std::vector<std::size_t>> found_at_;
    std::optional<ChainConflict> best_;
    std::size_t fewest_ = 0;
    bool is_preferred_ = false;
    Ticks excess_ = 0;
    std::size_t compared_ = 0;
    std::size_t looked_at_ = 0;
};

}  // namespace

std::optional<ChainConflict> smallest_conflict(const ChainGround& ground, ClaimIndex preferred) {
    return ConflictSearch(ground, preferred).run();
}

ChainTable::ChainTable(const ChainGround& ground)
    : ground_(ground), search_(std::make_unique<ChainSearch>(ground_)), found_at_(ground.network.variables()) {
    search_->run([this](std::size_t path) {
        found_at_[search_->moment(path)].push_back(path);
        return true;
    });
}

ChainTable::~ChainTable() = default;

/// Two chains that meet: one ends with a link of the claim that is asked about, the other does without.
class ChainTable::Meeting {
public:
    Meeting(const ChainTable& table, ClaimIndex claim) : table_(table), claim_(claim) {}

    void meet_by_bound(const Bound& bound) {
        const Stretch& subject = model().statements[claim_].subject;
        const bool upper = bound.to == subject.start || bound.to == subject.end;
        if (upper) {
            meet(LimitSide::latest, bound.from, bound.to, bound.constraint,
                 [&bound](Ticks limit) { return limit + bound.weight; });
        } else {
            meet(LimitSide::earliest, bound.to, bound.from, bound.constraint,
                 [&bound](Ticks limit) { return limit - bound.weight; });
        }
    }

    void meet_by(const CalendarSum& sum, std::size_t number) {
        meet(LimitSide::earliest, sum.from, sum.to, number,
             [&](Ticks limit) { return sum.earliest(limit, model().scale); });
        meet(LimitSide::latest, sum.from, sum.to, number,
             [&](Ticks limit) { return sum.latest(limit, model().scale); });
    }

    void meet_by(const Recurrence& recurrence, std::size_t number) {
        const Variable moment = recurrence.moment;
        meet(LimitSide::earliest, moment, moment, number,
             [&](Ticks limit) { return recurrence.next(limit, model().scale); });
        meet(LimitSide::latest, moment, moment, number,
             [&](Ticks limit) { return recurrence.previous(limit, model().scale); });
    }

    [[nodiscard]] std::optional<ChainConflict> best() && { return std::move(best_); }

private:
    [[nodiscard]] const Model& model() const { return table_.ground_.model; }
    [[nodiscard]] const ChainSearch& search() const { return *table_.search_; }

    /// Goes on from each limit of `from` on that side to `to`, and meets those of the other side there.
    template <typename Step>
    void meet(LimitSide side, Variable from, Variable to, std::size_t number, const Step& step) {
        const bool early = side == LimitSide::earliest;
        for (const std::size_t path : table_.found_at_[from]) {
            if (search().side(path) != side) continue;
            const Ticks limit = step(search().limit(path));
            if (limit <= -never / 2 || limit >= never / 2) continue;
            const Ticks by = limit - search().limit(path);
            const Link link{early ? Bound{to, from, -by, number} : Bound{from, to, by, number}, to, limit};
            for (const std::size_t other : table_.found_at_[to]) {
                if (search().side(other) == side) continue;
                const Ticks against = search().limit(other);
                if (early ? limit > against : limit < against) take_if_better(path, link, other);
            }
        }
    }

    void take_if_better(std::size_t path, const Link& link, std::size_t other) {
        const Ticks excess = std::abs(link.limit - search().limit(other));
        if (best_ && std::max(search().level(path) + 1, search().level(other)) > fewest_) return;
        Chain chain = search().chain(path);
        chain.push_back(link);
        const bool early = search().side(path) == LimitSide::earliest;
        Chain against = search().chain(other);
        ChainConflict conflict = early ? ChainConflict{std::move(chain), std::move(against)}
                                       : ChainConflict{std::move(against), std::move(chain)};
        const std::size_t count = claims_of(conflict, table_.ground_.claims).size();
        if (best_ && std::pair(count, excess) >= std::pair(fewest_, excess_)) return;
        fewest_ = count;
        excess_ = excess;
        best_ = std::move(conflict);
    }

    const ChainTable& table_;
    ClaimIndex claim_;
    std::optional<ChainConflict> best_;
    std::size_t fewest_ = 0;
    Ticks excess_ = 0;
};

std::optional<ChainConflict> ChainTable::conflict_with(ClaimIndex claim) const {
    const Model& model = ground_.model;
    Meeting meeting(*this, claim);
    for (const std::size_t i : ground_.claims.constraints[claim]) {
        if (model.constraints[i].rough) continue;
        for (const Bound& bound : bounds_of(model.constraints[i], i))
            meeting.meet_by_bound(bound);
    }
    for (std::size_t i = 0; i < model.sums.size(); ++i) {
        if (model.sums[i].statement == claim) meeting.meet_by(model.sums[i], model.number_of_sum(i));
    }
    for (std::size_t i = 0; i < model.recurrences.size(); ++i) {
        const Recurrence& recurrence = model.recurrences[i];
        if (recurrence.statement == claim && has_meaning(recurrence, model.scale))
            meeting.meet_by(recurrence, model.number_of_recurrence(i));
    }
    return std::move(meeting).best();
}

Chain shortest_chain(const ChainGround& ground, LimitSide side, Variable moment, Ticks limit) {
    ChainSearch search(ground);
    Chain chain;
    search.run([&](std::size_t path) {
        const bool there = search.side(path) == side && search.moment(path) == moment &&
                           (side == LimitSide::earliest ? search.limit(path) >= limit : search.limit(path) <= limit);
        if (there) chain = search.chain(path);
        return !there;
    });
    return chain;
}

std::vector<ClaimIndex> claims_of(const ChainConflict& conflict, const ClaimTable& claims) {
    std::vector<Bound> bounds;
    for (const Chain* chain : {&conflict.latest, &conflict.earliest}) {
        for (const Link& link : *chain)
            bounds.push_back(link.bound);
    }
    return claims_of(bounds, claims);
}

}  // namespace fabula::timing
