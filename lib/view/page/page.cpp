// The view `page`: several views on one sheet, as the story's `page` says. Its passes, in order: check_panels; divide;
// each panel by itself, and again those that can follow the axis of another; then the texts around them.
#include "view/page/page.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "source/nearest.hpp"
#include "view/drawing/context.hpp"
#include "view/drawing/json_text.hpp"
#include "view/drawing/setting_table.hpp"
#include "view/drawing/sheet.hpp"
#include "view/drawing/strokes.hpp"
#include "view/drawing/typesetting.hpp"
#include "view/drawing/view_driver.hpp"
#include "view/pictures.hpp"

namespace fabula::pages {

std::vector<Cell> divide(const PagePanel& panel, const Box& box, double gutter) {
    if (panel.inner.empty()) return {{&panel, box}};
    const bool rows = panel.arrangement == PagePanel::Arrangement::rows;
    double shares = 0;
    for (const PagePanel& inner : panel.inner)
        shares += inner.share;
    const double all = rows ? box.height() : box.width();
    const double room = std::max(all - gutter * static_cast<double>(panel.inner.size() - 1), 0.0);
    double start = rows ? box.top : box.left;
    std::vector<Cell> cells;
    for (const PagePanel& inner : panel.inner) {
        const double end = start + room * inner.share / shares;
        const Box part = rows ? Box{box.left, start, box.right, end} : Box{start, box.top, end, box.bottom};
        const std::vector<Cell> within = divide(inner, part, gutter);
        cells.insert(cells.end(), within.begin(), within.end());
        start = end + gutter;
    }
    return cells;
}

namespace {

void move(Point& point, Point by) {
    point.x += by.x;
    point.y += by.y;
}

void move(Path& path, Point by) {
    for (PathStep& step : path.steps) {
        const std::size_t used = step.kind == PathStep::Kind::close ? 0 : step.kind == PathStep::Kind::cubic ? 3 : 1;
        for (std::size_t i = 0; i < used; ++i)
            move(step.points[i], by);
    }
}

void place(Group& group, Point by, std::size_t panel) {
    group.panel = panel;
    for (Node& node : group.children) {
        if (auto* inner = std::get_if<Group>(&node)) place(*inner, by, panel);
        if (auto* text = std::get_if<Text>(&node)) move(text->at, by);
        if (auto* path = std::get_if<Path>(&node)) move(*path, by);
    }
}

}  // namespace

Group placed(Group group, Point by, std::size_t panel) {
    place(group, by, panel);
    return group;
}

namespace {

using namespace drawing;

constexpr double column_gap = 18;

/// A heading over texts, one under the other.
double draw_part(Group& group, std::string_view heading, const std::vector<std::string>& texts, const Typography& type,
                 const Context& context, Point at, double width) {
    double y = at.y;
    const auto set = [&](std::string_view text, const TextStyle& style, Colour colour) {
        Paragraph lines = context.measure.wrap(text, style, width);
        for (std::size_t l = 0; l < lines.lines.size(); ++l) {
            const double indent = lines.right_to_left ? width - lines.lines[l].width : 0;
            draw_text(group, std::move(lines.lines[l]),
                      {at.x + indent, y + lines.first_baseline + static_cast<double>(l) * lines.leading}, colour);
        }
        y += lines.height;
    };
    set(heading, {.size = type.text, .weight = Weight::bold}, context.theme.colours.heading);
    for (const std::string& text : texts)
        set(text, {.size = type.text}, context.theme.colours.quiet);
    return y - at.y;
}

/// A text in columns of a width that reads well.
struct Columns {
    std::vector<TextLine> lines;
    double column = 0;  ///< width
    double leading = 0;
    double first_baseline = 0;
    std::size_t lines_in_column = 0;
    bool whole = true;  ///< it has room
};

/// Sets a text in as many columns as there is width for, none higher than the room.
Columns set_columns(const std::string& text, double size, const Page& room, const Context& context) {
    constexpr double good_width = 24;  // by the size of the type: about 45 letters
    const auto count = std::max(1.0, std::floor((room.width + column_gap) / (good_width * size + column_gap)));
    Columns columns;
    columns.column = std::min((room.width - (count - 1) * column_gap) / count, 1.3 * good_width * size);
    Paragraph lines = context.measure.wrap(text, {.size = size}, columns.column);
    columns.leading = lines.leading;
    columns.first_baseline = lines.first_baseline;
    const auto most = static_cast<std::size_t>(std::max(1.0, std::floor(room.height / lines.leading)));
    const std::size_t all = lines.lines.size();
    const auto in_all = static_cast<std::size_t>(count);
    columns.lines_in_column = std::min(most, (all + in_all - 1) / in_all);
    columns.whole = all <= columns.lines_in_column * in_all;
    lines.lines.resize(std::min(all, columns.lines_in_column * in_all));
    columns.lines = std::move(lines.lines);
    return columns;
}

void draw_columns(Group& group, const Columns& columns, Point at, Colour colour) {
    for (std::size_t l = 0; l < columns.lines.size(); ++l) {
        const auto column = static_cast<double>(l / columns.lines_in_column);
        const auto row = static_cast<double>(l % columns.lines_in_column);
        draw_text(
            group, columns.lines[l],
            {at.x + column * (columns.column + column_gap), at.y + columns.first_baseline + row * columns.leading},
            colour);
    }
}

/// Notes, sources and colophon side by side, each under its word, with the top left corner at `at`, in `width`. Says
/// how high they are.
double draw_foot(Group& parent, const PageLayout& page, const Typography& type, const Context& context, Point at,
                 double width) {
    struct Part {
        subjects::Part part;
        std::string heading;
        std::vector<std::string> texts;
    };
    std::vector<Part> parts;
    const Wording& wording = context.wording;
    if (!page.notes.empty()) parts.push_back({subjects::Part::notes, wording.word("notes", "Notes"), page.notes});
    if (!page.sources.empty())
        parts.push_back({subjects::Part::sources, wording.word("sources", "Sources"), page.sources});
    if (!page.colophon.empty())
        parts.push_back({subjects::Part::colophon, wording.word("colophon", "Colophon"), {page.colophon}});
    if (parts.empty()) return 0;
    constexpr double widest = 34;  // of a line, by the size of the type
    const auto count = static_cast<double>(parts.size());
    const double column = (width - (count - 1) * column_gap) / count;
    double height = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        Group& group = add_group(parent, parts[i].part);
        const Point corner{at.x + static_cast<double>(i) * (column + column_gap), at.y};
        height = std::max(height, draw_part(group, parts[i].heading, parts[i].texts, type, context, corner,
                                            std::min(column, widest * type.text)));
    }
    return height;
}

constexpr std::string_view own_name = "page";

Diagnostic unknown_view(const Located<std::string>& name) {
    std::vector<std::string_view> names;
    for (const View& view : views())
        if (view.name != own_name) names.push_back(view.name);
    return make_diagnostic("unknown-view", name.span, fmt::format("there is no view ‘{}’ to set on a page", name.value),
                           suggestion(name.value, names, fmt::format("there is {}", listed(names))));
}

/// Whether views one above the other share an axis of time.
enum class AxisUse { shared, own };

struct Options {
    AxisUse axis = AxisUse::shared;
};

const SettingTable<Options>& setting_table() {
    static const SettingTable<Options> table({
        setting("page.axis", &Options::axis, {"shared", "own"},
                "whether views over one another share an axis of time where they can"),
    });
    return table;
}

/// What is wrong with the views and settings that a page names.
void check_panels(const PagePanel& panel, Diagnostics& diagnostics) {
    for (const PagePanel& inner : panel.inner)
        check_panels(inner, diagnostics);
    if (!panel.view) return;
    if (panel.view->value == own_name || find_view(panel.view->value) == nullptr) {
        diagnostics.push_back(unknown_view(*panel.view));
        return;
    }
    for (const PanelSetting& setting : panel.settings) {
        if (auto fault = check_setting({setting.key.value, setting.value}, setting.key.span)) {
            diagnostics.push_back(*std::move(fault));
        } else if (!setting.key.value.starts_with(panel.view->value + ".")) {
            diagnostics.push_back(make_diagnostic(
                "unknown-setting", setting.key.span,
                fmt::format("‘{}’ is no setting of the view ‘{}’", setting.key.value, panel.view->value),
                fmt::format("settings of this view begin with ‘{}.’", panel.view->value)));
        }
    }
}

/// The sheet: that of the command line, or of the story, or A2.
Page paper(const ViewInput& input, Diagnostics& diagnostics) {
    if (!input.page.grows()) return input.page;
    const auto& stated = input.story.page()->paper;
    if (!stated) return *parse_page("A2");
    const auto page = parse_page(stated->value);
    if (page && !page->grows()) return *page;
    diagnostics.push_back(make_diagnostic("unknown-page", stated->span,
                                          fmt::format("‘{}’ is no size of paper for views to be set on", stated->value),
                                          "give one by name (A2, A3-landscape) or by its sides, 420x594mm"));
    return *parse_page("A2");
}

/// A theme for views on a sheet: without margins of their own, in type that grows with the sheet, but more slowly.
Theme theme_for(const Theme& theme, const Page& sheet) {
    const Page usual = *parse_page("A4");
    const double size = std::sqrt(sheet.width * sheet.height / (usual.width * usual.height));
    const double factor = std::clamp(0.85 + 0.15 * size, 1.0, 1.6);
    Theme result = theme;
    result.spacing.margin = 0;
    for (double* part : {&result.type.display, &result.type.heading, &result.type.text, &result.type.label_width,
                         &result.strokes.life, &result.strokes.milestone, &result.spacing.lane})
        *part *= factor;
    return result;
}

struct Panel {
    Cell cell;
    double heading = 0;  ///< height of what stands over the view
    std::vector<Setting> settings;
    ViewResult result;
    bool follows = false;

    [[nodiscard]] Page room() const { return {cell.box.width(), cell.box.height() - heading}; }
};

/// How the sheet is divided.
struct Plan {
    Page sheet;
    double margin = 0;
    double foot_top = 0;
    std::vector<Panel> panels;
};

/// An object with one more member, whose value is JSON text already.
std::string with_member(const nlohmann::ordered_json& object, std::string_view name, const std::string& value) {
    std::string text = json_text(object);
    text.resize(text.rfind('\n'));
    return fmt::format("{},\n  \"{}\": {}\n}}", text, name, value);
}

class PagePainter {
public:
    PagePainter(const ViewInput& input, const Context& context, const Page& sheet)
        : input_(input),
          context_(context),
          layout_(*input.story.page()),
          type_(typography(context.theme, context.theme.type.text)) {
        type_.display *= 1.5;
        arrange(sheet);
    }

    void draw_panels() {
        for (Panel& panel : plan_.panels)
            draw_panel(panel, nullptr);
        if (setting_table().read(input_.settings).axis == AxisUse::own) return;
        for (Panel& panel : plan_.panels) {
            const SharedAxis* const axis = axis_beside(panel);
            if (axis != nullptr) draw_panel(panel, axis);
        }
    }

    [[nodiscard]] ViewResult result() const {
        ViewResult result;
        result.scene.width = plan_.sheet.width;
        result.scene.height = plan_.sheet.height;
        result.scene.root.subject = subjects::View{std::string(own_name)};
        result.scene.root.title = input_.story.title();
        Group& root = result.scene.root;
        draw_title(root, type_, context_, {plan_.margin, plan_.margin}, plan_.sheet.width - 2 * plan_.margin);
        for (std::size_t i = 0; i < plan_.panels.size(); ++i)
            place_panel(root, plan_.panels[i], i + 1, result.diagnostics);
        draw_foot(root, layout_, type_, context_, {plan_.margin, plan_.foot_top}, plan_.sheet.width - 2 * plan_.margin);
        result.figures = figures();
        return result;
    }

private:
    void arrange(const Page& sheet) {
        const double shorter = std::min(sheet.width, sheet.height);
        plan_.sheet = sheet;
        plan_.margin = std::max(input_.theme.spacing.margin, 0.04 * shorter);
        const double width = sheet.width - 2 * plan_.margin;
        Group scratch;
        const double title = draw_title(scratch, type_, context_, {}, width);
        const double foot = draw_foot(scratch, layout_, type_, context_, {}, width);
        const double gutter = std::max(14.0, 0.024 * shorter);
        plan_.foot_top = sheet.height - plan_.margin - foot;
        const Box all{plan_.margin, plan_.margin + title + gutter, sheet.width - plan_.margin,
                      plan_.foot_top - (foot > 0 ? gutter : 0)};
        for (const Cell& cell :
             divide(layout_.all, {all.left, all.top, all.right, std::max(all.bottom, all.top)}, gutter)) {
            Panel panel{.cell = cell, .settings = {}, .result = {}};
            if (!cell.panel->title.empty()) panel.heading = heading(*cell.panel, cell.box.width()).height + 6;
            for (const PanelSetting& setting : cell.panel->settings)
                panel.settings.push_back({setting.key.value, setting.value});
            if (cell.panel->view)
                panel.settings = with_theme_defaults(panel.settings, cell.panel->view->value, input_.theme);
            plan_.panels.push_back(std::move(panel));
        }
    }

    [[nodiscard]] Paragraph heading(const PagePanel& panel, double width) const {
        return context_.measure.wrap(panel.title, {.size = 1.2 * type_.heading, .weight = Weight::bold}, width, 2);
    }

    void draw_panel(Panel& panel, const SharedAxis* axis) const {
        if (!panel.cell.panel->view) return;
        const Page room = panel.room();
        const View& view = *find_view(panel.cell.panel->view->value);
        panel.result = view.draw({.story = input_.story,
                                  .timetable = input_.timetable,
                                  .theme = context_.theme,
                                  .page = {std::max(room.width, 1.0), std::max(room.height, 1.0)},
                                  .settings = panel.settings,
                                  .measure = input_.measure},
                                 PanelPicture{axis});
        panel.follows = axis != nullptr;
    }

    /// The axis of another panel above or below this one, where this one has none of its own.
    [[nodiscard]] const SharedAxis* axis_beside(const Panel& panel) const {
        if (!panel.cell.panel->view || !panel.result.axis.knots.empty()) return nullptr;
        for (const Panel& other : plan_.panels) {
            const bool aligned = std::abs(other.cell.box.left - panel.cell.box.left) < 0.5 &&
                                 std::abs(other.cell.box.right - panel.cell.box.right) < 0.5;
            if (&other != &panel && aligned && !other.result.axis.knots.empty()) return &other.result.axis;
        }
        return nullptr;
    }

    void place_panel(Group& root, const Panel& panel, std::size_t number, Diagnostics& diagnostics) const {
        const PagePanel& stated = *panel.cell.panel;
        Group& group = add_group(root, subjects::Panel{number}, stated.title);
        const Box& box = panel.cell.box;
        if (!stated.title.empty()) {
            Paragraph lines = heading(stated, box.width());
            for (std::size_t l = 0; l < lines.lines.size(); ++l) {
                draw_text(group, std::move(lines.lines[l]),
                          {box.left, box.top + lines.first_baseline + static_cast<double>(l) * lines.leading},
                          context_.theme.colours.heading);
            }
        }
        const Point corner{box.left, box.top + panel.heading};
        if (!stated.view) {
            const Columns text = set_columns(stated.text, type_.text, panel.room(), context_);
            draw_columns(group, text, corner, context_.theme.colours.ink);
            if (!text.whole) diagnostics.push_back(said_of(panel, page_too_small("a text")));
            return;
        }
        for (const Diagnostic& diagnostic : panel.result.diagnostics)
            diagnostics.push_back(said_of(panel, diagnostic));
        // A picture that reaches into other panels would make both unreadable.
        if (has_room(panel)) group.children.emplace_back(placed(panel.result.scene.root, corner, number));
    }

    /// Whether the picture of a panel stays within it, but for what may stand between panels. Views say themselves
    /// where it does not.
    [[nodiscard]] static bool has_room(const Panel& panel) {
        constexpr double between_panels = 14;
        const Box ink = ink_box(Node(panel.result.scene.root));
        const Page room = panel.room();
        return ink.right <= room.width + between_panels && ink.bottom <= room.height + between_panels;
    }

    /// A finding of a view, with the panel that it is about.
    [[nodiscard]] static Diagnostic said_of(const Panel& panel, Diagnostic diagnostic) {
        const PagePanel& stated = *panel.cell.panel;
        diagnostic.span = stated.view ? stated.view->span : stated.span;
        return diagnostic;
    }

    [[nodiscard]] std::string figures() const {
        using Json = nlohmann::ordered_json;
        std::string rows;
        for (const Panel& panel : plan_.panels) {
            const Box& box = panel.cell.box;
            const Json row{{"view", panel.cell.panel->view ? panel.cell.panel->view->value : ""},
                           {"x", rounded(box.left)},
                           {"y", rounded(box.top)},
                           {"width", rounded(box.width())},
                           {"height", rounded(box.height())},
                           {"shares_axis", panel.follows}};
            rows += rows.empty() ? "\n" : ",\n";
            rows += with_member(row, "figures", panel.result.figures.empty() ? "null" : panel.result.figures);
        }
        const Json sheet{
            {"view", own_name}, {"width", rounded(plan_.sheet.width)}, {"height", rounded(plan_.sheet.height)}};
        return with_member(sheet, "panels", "[" + rows + "]");
    }

    const ViewInput& input_;
    const Context& context_;
    const PageLayout& layout_;
    Typography type_;
    Plan plan_;
};

ViewResult draw_sheet_of_panels(const ViewInput& input) {
    ViewResult failed;
    if (!input.story.page()) {
        failed.diagnostics.push_back(make_diagnostic("no-page", {}, "the story does not say what its page shows",
                                                     "write ‘page’ with the views that it shows, or take one of them"));
        return failed;
    }
    check_panels(input.story.page()->all, failed.diagnostics);
    const Page sheet = paper(input, failed.diagnostics);
    if (has_errors(failed.diagnostics)) return failed;
    const Theme theme = theme_for(input.theme, sheet);
    const Wording wording(input.story);
    const Kinds kinds(input.story, theme);
    const std::vector<std::vector<AgeAtEvent>> ages;
    const Ranking ranking = ranking_of(input.story);
    const Context context{input.story, input.timetable, theme, wording, kinds, ages, ranking, input.measure};
    PagePainter painter(input, context, sheet);
    painter.draw_panels();
    return painter.result();
}

/// Nothing of it is shared with other pages: the sheet is always the whole of it.
class PreparedPage : public PreparedView {
public:
    explicit PreparedPage(const ViewInput& input) : input_(input) {}
    [[nodiscard]] ViewResult draw(const PicturePart& /*part*/) const override { return draw_sheet_of_panels(input_); }

private:
    ViewInput input_;
};

bool has_own_paper(const Story& story) {
    return story.page() && story.page()->paper;
}

}  // namespace
}  // namespace fabula::pages

namespace fabula {

View page_view() {
    return {"page",
            "several views on one sheet, as ‘page’ in the story file says",
            pages::setting_table().descriptions(),
            drawing::prepare<pages::PreparedPage>,
            false,
            pages::has_own_paper};
}

}  // namespace fabula
