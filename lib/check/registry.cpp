// The table of rules: a new rule is a new file in rules, and a row.
#include "check/registry.hpp"

#include "check/rules/rules.hpp"

namespace fabula {

namespace checking {

const std::vector<CheckedRule>& checked_rules() {
    static const std::vector<CheckedRule> table{
        after_death(), before_birth(), two_places(), too_far(), effect_before_cause(),
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
