// One rule of print: check_safe_margin.
#include <fmt/format.h>

#include "fabula/print.hpp"

#include "source/number.hpp"

namespace fabula {
namespace {

/// How many lines of text in a group stand outside `safe`, where the group is moved by `shift`.
std::size_t texts_outside(const Group& group, Point shift, const Box& safe) {
    std::size_t count = 0;
    for (const Node& node : group.children) {
        if (const auto* inner = std::get_if<Group>(&node)) count += texts_outside(*inner, shift, safe);
        if (!std::holds_alternative<Text>(node)) continue;
        const Box box = ink_box(node);
        constexpr double tolerance = 0.01;
        if (box.left + shift.x < safe.left - tolerance || box.right + shift.x > safe.right + tolerance ||
            box.top + shift.y < safe.top - tolerance || box.bottom + shift.y > safe.bottom + tolerance)
            ++count;
    }
    return count;
}

}  // namespace

Diagnostics check_safe_margin(const Document& document, const Theme& theme) {
    const double safe = theme.page.safe;
    if (safe <= 0) return {};
    std::size_t outside = 0;
    for (const PrintedPage& page : document.pages) {
        const Box box{page.trim.left + safe, page.trim.top + safe, page.trim.right - safe, page.trim.bottom - safe};
        for (const Placement& placement : page.pictures)
            outside += texts_outside(document.scenes[placement.scene].root, placement.shift, box);
        outside += texts_outside(page.furniture, {}, box);
    }
    if (outside == 0) return {};
    return {make_diagnostic(
        "outside-safe-margin", {},
        fmt::format("{} lines of text stand nearer to the cut than {} points", outside, number(safe, 2)),
        "make ‘page.safe’ smaller, the margins wider or the page larger")};
}

}  // namespace fabula
