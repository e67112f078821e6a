// The table of rules: a new rule is a new file in rules, and a row.
#include "check/rule.hpp"
#include "check/rules/rules.hpp"

namespace fabula {

namespace checking {

const std::vector<CheckedRule>& checked_rules() {
    static const std::vector<CheckedRule> table{
        after_death(),         before_birth(),    while_away(),
        two_places(),          too_far(),         thing_gone(),
        two_hands(),           milestone_order(), relationship_life(),
        state_life(),          acts_unknowing(),  reveal_early(),
        effect_before_cause(), frame_order(),     frame_cycle(),
        reveal_known(),        frame_untold(),    milestone_gap(),
        link_to_itself(),      never_appears(),   not_told(),
        missing_beat(),        nobody_there(),    unused(),
    };
    return table;
}

}  // namespace checking

const std::vector<Rule>& rules() {
    static const std::vector<Rule> table = [] {
        std::vector<Rule> rows;
        for (const checking::CheckedRule& row : checking::checked_rules())
            rows.push_back(row.rule);
        return rows;
    }();
    return table;
}

}  // namespace fabula
