// One picture a page: page_for_view, impose.
#include <algorithm>
#include <utility>

#include "fabula/print.hpp"

#include "print/printer_marks.hpp"
#include "print/running_heads.hpp"

namespace fabula {
namespace {

struct Margins {
    double top = 0;
    double bottom = 0;
    double inner = 0;
    double outer = 0;
};

Margins margins_of(const Theme& theme) {
    const double otherwise = theme.spacing.margin;
    return {theme.page.top.value_or(otherwise), theme.page.bottom.value_or(otherwise),
            theme.page.inner.value_or(otherwise), theme.page.outer.value_or(otherwise)};
}

/// What the page's margins add to those that a view draws for itself: across, and down.
Point beyond_view(const Theme& theme) {
    const Margins margins = margins_of(theme);
    const double own = 2 * theme.spacing.margin;
    return {margins.inner + margins.outer - own, margins.top + margins.bottom - own};
}

class Imposition {
public:
    Imposition(const Theme& theme, const Page& paper, Measure& measure)
        : theme_(theme), paper_(paper), measure_(measure), margins_(margins_of(theme)), slug_(slug_width(theme)) {}

    /// The page numbered `number`, from 1.
    [[nodiscard]] PrintedPage page(const Scene& scene, std::size_t number, Inks& inks) const {
        const Point more = beyond_view(theme_);
        const bool right_hand = number % 2 == 1;
        const Page trim = paper_.grows() ? Page{scene.width + more.x, scene.height + more.y} : paper_;
        PrintedPage page;
        page.width = trim.width + 2 * slug_;
        page.height = trim.height + 2 * slug_;
        page.trim = {slug_, slug_, slug_ + trim.width, slug_ + trim.height};
        const double bleed = theme_.page.bleed;
        page.bleed = {page.trim.left - bleed, page.trim.top - bleed, page.trim.right + bleed, page.trim.bottom + bleed};
        const double left = right_hand ? margins_.inner : margins_.outer;
        page.pictures.push_back(
            {.scene = number - 1,
             .shift = {slug_ + left - theme_.spacing.margin, slug_ + margins_.top - theme_.spacing.margin},
             .window = std::nullopt});
        page.label = std::to_string(number);
        add_printer_marks(page, theme_, inks);
        return page;
    }

    void add_head_and_foot(PrintedPage& page, std::size_t number, const RunningHead& head) const {
        const bool right_hand = number % 2 == 1;
        const HeadStyle style{.size = theme_.type.text,
                              .margin_top = margins_.top,
                              .margin_bottom = margins_.bottom,
                              .left = page.trim.left + (right_hand ? margins_.inner : margins_.outer),
                              .right = page.trim.right - (right_hand ? margins_.outer : margins_.inner),
                              .right_hand = right_hand,
                              .colour = theme_.colours.quiet};
        if (number > 1) add_running_head(page, head, style, measure_);
        add_page_number(page, number, style, measure_);
    }

private:
    const Theme& theme_;
    const Page& paper_;
    Measure& measure_;
    Margins margins_;
    double slug_;
};

}  // namespace

Page page_for_view(const Theme& theme, const Page& paper) {
    if (paper.grows()) return {};
    constexpr double least = 36;  // the least side of a page, see parse_page
    const Point more = beyond_view(theme);
    return {std::max(paper.width - more.x, least), std::max(paper.height - more.y, least)};
}

Document impose(std::vector<Scene> pictures, const Theme& theme, const Page& paper,
                const std::vector<RunningHead>& heads, Measure& measure) {
    const Imposition imposition(theme, paper, measure);
    Document document;
    document.inks = theme.inks;
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        PrintedPage page = imposition.page(pictures[i], i + 1, document.inks);
        if (pictures.size() > 1) imposition.add_head_and_foot(page, i + 1, i < heads.size() ? heads[i] : RunningHead{});
        document.pages.push_back(std::move(page));
    }
    document.scenes = std::move(pictures);
    document.fonts = measure.fonts();
    return document;
}

}  // namespace fabula
