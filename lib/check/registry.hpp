#pragma once

#include <vector>

#include "fabula/check.hpp"

#include "check/context.hpp"
#include "check/report.hpp"

namespace fabula::checking {

/// A rule and how it looks: `find` is pure but for what it reports.
struct CheckedRule {
    Rule rule;
    void (*find)(const CheckContext& context, Report& report);
};

/// All of them, those that find errors first: where there is more than can be listed, those are listed.
[[nodiscard]] const std::vector<CheckedRule>& checked_rules();

}  // namespace fabula::checking
