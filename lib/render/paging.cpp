// draw_pages: how a picture is put on paper.
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fabula/print.hpp"

#include "render/steps.hpp"
#include "source/findings.hpp"

namespace fabula {
namespace {

/// The most sheets: more than anyone will glue together or leaf through.
constexpr std::size_t most_pages = 2000;

Page paper_or(const Page& paper, std::string_view otherwise) {
    return paper.grows() ? parse_page(otherwise).value_or(paper) : paper;
}

PagedPicture draw_one(const ResolvedOptions& resolved, ViewInput input) {
    input.page = page_for_view(resolved.theme, resolved.page);
    ViewResult picture = resolved.view->draw(input);
    PagedPicture result;
    result.diagnostics = std::move(picture.diagnostics);
    std::vector<Scene> scenes;
    scenes.push_back(std::move(picture.scene));
    // A view may have a page of its own, as the poster does.
    const Page paper = input.page.grows() || scenes.front().width == input.page.width ? resolved.page : Page{};
    result.document = impose(std::move(scenes), resolved.theme, paper, {}, input.measure);
    return result;
}

/// The sheet, turned on its side if fewer of them are needed then.
Page better_turned(const Page& sheet, const Scene& picture, const Theme& theme) {
    const Page turned{sheet.height, sheet.width};
    const auto sheets = [&](const Page& page) {
        const auto tiling = tiling_of(picture.width, picture.height, page, theme);
        return tiling ? tiling->columns * tiling->rows : most_pages;
    };
    return sheets(turned) < sheets(sheet) ? turned : sheet;
}

PagedPicture draw_tiles(const ResolvedOptions& resolved, ViewInput input) {
    input.page = page_for_view(resolved.theme, resolved.picture_page);
    ViewResult picture = resolved.view->draw(input);
    PagedPicture result;
    result.diagnostics = std::move(picture.diagnostics);
    const Page sheet = better_turned(paper_or(resolved.page, "A4"), picture.scene, resolved.theme);
    const auto tiling = tiling_of(picture.scene.width, picture.scene.height, sheet, resolved.theme);
    if (!tiling) {
        result.diagnostics.push_back(make_diagnostic(
            "no-tile", {}, "the sheets are too small to tile a picture on: edges and overlap fill them"));
    } else if (tiling->columns * tiling->rows > most_pages) {
        result.diagnostics.push_back(
            make_diagnostic("too-many-pages", {},
                            fmt::format("the picture would take {} by {} sheets, and {} are the most", tiling->columns,
                                        tiling->rows, most_pages)));
    } else {
        result.document = tile(std::move(picture.scene), *tiling, resolved.theme, sheet, input.measure);
    }
    return result;
}

/// The parts of the story that a page shows: the titles of its sections.
std::string sections_in(const Group& group) {
    std::string titles;
    for (const Node& node : group.children) {
        const auto* const inner = std::get_if<Group>(&node);
        if (inner == nullptr) continue;
        const bool is_section = std::holds_alternative<subjects::Section>(inner->subject);
        const std::string found = is_section ? inner->title : sections_in(*inner);
        if (found.empty()) continue;
        if (!titles.empty()) titles += " · ";
        titles += found;
    }
    return titles;
}

PagedPicture draw_flowing(const ResolvedOptions& resolved, ViewInput input) {
    PagedPicture result;
    if (!resolved.view->flows) {
        result.diagnostics.push_back(make_diagnostic(
            "cannot-flow", {}, fmt::format("the view ‘{}’ cannot divide its story among pages", resolved.view->name)));
        return result;
    }
    const Page paper = paper_or(resolved.page, "A4-landscape");
    input.page = page_for_view(resolved.theme, paper);
    std::vector<Scene> scenes;
    std::vector<RunningHead> heads;
    for (ViewResult& page : draw_flow(*resolved.view, input)) {
        append(result.diagnostics, page.diagnostics);
        heads.push_back({.outer = input.story.title(), .inner = sections_in(page.scene.root)});
        scenes.push_back(std::move(page.scene));
    }
    result.document = impose(std::move(scenes), resolved.theme, paper, heads, input.measure);
    return result;
}

}  // namespace

PagedPicture draw_pages(const ResolvedOptions& resolved, ViewInput input, Pages pages) {
    PagedPicture result = pages == Pages::tile   ? draw_tiles(resolved, input)
                          : pages == Pages::flow ? draw_flowing(resolved, input)
                                                 : draw_one(resolved, input);
    append(result.diagnostics, check_safe_margin(result.document, resolved.theme));
    return result;
}

}  // namespace fabula
