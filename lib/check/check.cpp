// check: applies all rules to a story.
#include "fabula/check.hpp"

#include "check/registry.hpp"

namespace fabula {

Diagnostics check(const Story& story, const Timetable& timetable, std::size_t most) {
    using namespace checking;
    std::vector<std::string_view> codes;
    for (const Rule& rule : rules())
        codes.push_back(rule.code);
    Findings findings(most);
    Allowances allowances(story, codes, findings);

    Order order(story, timetable);
    const Lives lives(story, timetable, order);
    Geography geography(story, order);
    Awareness awareness(story, timetable);
    const Telling telling(story);
    const CheckContext context{story, timetable, order, lives, geography, awareness, telling};
    for (const CheckedRule& row : checked_rules()) {
        Report report(row.rule, allowances, findings);
        row.find(context, report);
    }
    allowances.report_idle(findings);
    return std::move(findings).take();
}

}  // namespace fabula
