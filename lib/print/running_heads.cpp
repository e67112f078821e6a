// Head and foot of a page: add_running_head, add_page_number.
#include "print/running_heads.hpp"

#include <string>
#include <utility>

namespace fabula {
namespace {

/// Text on a baseline, from the left end of the page's measure or up to the right end.
void set_text(PrintedPage& page, const std::string& text, bool at_right, double baseline, const HeadStyle& style,
              Measure& measure) {
    if (text.empty()) return;
    TextLine set = measure.line(text, {.size = style.size, .italic = true, .tabular_figures = false});
    const double x = at_right ? style.right - set.width : style.left;
    page.furniture.children.emplace_back(Text{std::move(set), {x, baseline}, style.colour});
}

/// The middle of a margin, lowered so that small letters look centred in it.
double middle(double from, double until, double size) {
    return (from + until) / 2 + size * 0.25;
}

}  // namespace

void add_running_head(PrintedPage& page, const RunningHead& head, const HeadStyle& style, Measure& measure) {
    const double baseline = middle(page.trim.top, page.trim.top + style.margin_top, style.size);
    set_text(page, head.outer, style.right_hand, baseline, style, measure);
    set_text(page, head.inner, !style.right_hand, baseline, style, measure);
}

void add_page_number(PrintedPage& page, std::size_t number, const HeadStyle& style, Measure& measure) {
    const double baseline = middle(page.trim.bottom - style.margin_bottom, page.trim.bottom, style.size);
    set_text(page, std::to_string(number), style.right_hand, baseline, style, measure);
}

}  // namespace fabula
