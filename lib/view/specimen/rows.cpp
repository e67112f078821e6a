// The rows of a specimen: blocks_of.
#include "view/specimen/rows.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string_view>
#include <utility>

#include "source/number.hpp"
#include "theme/styles.hpp"
#include "theme/theme_schema.hpp"
#include "view/drawing/marks.hpp"
#include "view/drawing/strokes.hpp"

namespace fabula::specimens {
namespace {

using namespace drawing;

std::string short_number(double value) {
    return number(value, 2);
}

/// What samples are drawn with; they outlive the rows' maker.
struct Kit {
    const Theme& theme;
    Measure& measure;
    double em;  ///< lengths are multiples of the size of the theme's text
};

/// A stretch of lane, for a mark to stand on; says where.
Point lane(Group& group, Point at, const Kit& kit) {
    const Point middle{at.x + 2 * kit.em, at.y};
    const Theme& theme = kit.theme;
    draw_pattern(group, {Direction::right, at},
                 {0, 4 * kit.em, 0, LinePattern::solid, theme.strokes.life, theme.colours.life}, theme);
    draw_ground(group, middle, theme);
    return middle;
}

/// Makes the blocks of one theme.
class Rows {
public:
    Rows(const Theme& theme, Measure& measure) : kit_{theme, measure, theme.type.text}, theme_(theme), em_(kit_.em) {}

    [[nodiscard]] SampleTable type() const {
        const Theme::Type& t = theme_.type;
        SampleTable block{"Type", 15 * em_, {}};
        block.rows.push_back(words("type.display", short_number(t.display), "Once upon", {.size = t.display}));
        const TextStyle heading{.size = t.heading, .weight = Weight::bold};
        block.rows.push_back(words("type.heading", short_number(t.heading), "A heading, a name", heading));
        block.rows.push_back(words("type.text", short_number(t.text), "What happens, briefly", {.size = t.text}));
        block.rows.push_back(
            words("type.text", short_number(t.text), "A note, a rumour", {.size = t.text, .italic = true}));
        block.rows.push_back(
            words("type.smallest", short_number(t.smallest), "The smallest of all", {.size = t.smallest}));
        block.rows.push_back(words("type.emphasis", name_of(t.emphasis, theme_schema::emphasis_names),
                                   "Who Dies, and When", {.size = t.text, .weight = Weight::bold}));
        block.rows.push_back(
            words("type.figures", name_of(t.figures, theme_schema::figures_names), "0123456789", {.size = t.text}));
        block.rows.push_back(words("type.figures", "of axes", "0123456789", {.size = t.text, .tabular_figures = true}));
        block.rows.push_back(label());
        return block;
    }

    [[nodiscard]] SampleTable manner() const {
        const Theme::Type& t = theme_.type;
        SampleTable block{"Fount", 0, {}};
        for (const std::string& family : t.family)
            block.rows.push_back(plain("type.family", family));
        block.rows.push_back(plain("type.leading", short_number(t.leading)));
        block.rows.push_back(plain("type.names-along", name_of(t.names_along, theme_schema::names_along_names)));
        for (const std::string& feature : t.features)
            block.rows.push_back(plain("type.features", feature));
        return block;
    }

    [[nodiscard]] SampleTable colours() const {
        SampleTable block{"Colours", 5 * em_, {}};
        for (const theme_schema::Ink& ink : theme_schema::inks)
            block.rows.push_back(swatch(fmt::format("colours.{}", ink.key), theme_.colours.*ink.member));
        for (const Colour& life : theme_.colours.lives)
            block.rows.push_back(swatch("colours.lives", life));
        return block;
    }

    [[nodiscard]] SampleTable strokes() const {
        SampleTable block{"Strokes", 9 * em_, {}};
        for (const theme_schema::Size<Theme::Strokes>& size : theme_schema::stroke_sizes) {
            const double width = theme_.strokes.*size.member;
            block.rows.push_back(line(fmt::format("strokes.{}", size.key), short_number(width),
                                      {.name = {}, .pattern = LinePattern::solid, .width = width}, theme_.colours.ink));
        }
        return block;
    }

    /// The patterns, as states of a life wear them that have no style of their own.
    [[nodiscard]] SampleTable patterns() const {
        SampleTable block{"Patterns", 9 * em_, {}};
        for (std::size_t i = 0; i < theme_schema::pattern_names.size(); ++i) {
            const KindStyle style{.name = {}, .pattern = static_cast<LinePattern>(i), .width = theme_.strokes.life};
            const std::string_view name = theme_schema::pattern_names[i];
            std::string value;
            for (const theme_schema::Dash& dash : theme_schema::dash_patterns) {
                if (dash.key != name) continue;
                for (const double length : theme_.dashes.*dash.member)
                    value += (value.empty() ? "" : ", ") + short_number(length);
            }
            std::string key = value.empty() ? std::string(name) : fmt::format("dashes.{}", name);
            block.rows.push_back(line(std::move(key), std::move(value), style, theme_.colours.life));
        }
        return block;
    }

    [[nodiscard]] SampleTable marks() const {
        SampleTable block{"Marks", 5 * em_, {}};
        block.rows.push_back(mark("marks.event", short_number(theme_.marks.event), MarkShape::dot));
        block.rows.push_back(numbered());
        for (const theme_schema::Mark& each : theme_schema::marks_of_events) {
            const MarkShape shape = theme_.marks.*each.member;
            block.rows.push_back(
                mark(fmt::format("marks.{}", each.key), name_of(shape, theme_schema::mark_names), shape));
        }
        return block;
    }

    [[nodiscard]] SampleTable kinds(std::string_view key, const std::vector<KindStyle>& named, double width,
                                    Colour colour) const {
        SampleTable block{key == "states" ? "States" : "Relationships", 9 * em_, {}};
        for (KindStyle style : named) {
            if (style.width <= 0) style.width = width;
            block.rows.push_back(line(fmt::format("{}.{}", key, style.name),
                                      name_of(style.pattern, theme_schema::pattern_names), style,
                                      style.colour.value_or(colour)));
        }
        return block;
    }

    [[nodiscard]] SampleTable paper() const {
        SampleTable block{"Paper and inks", 0, {}};
        for (const theme_schema::Size<Theme::Spacing>& size : theme_schema::spacing_sizes)
            block.rows.push_back(plain(fmt::format("spacing.{}", size.key), short_number(theme_.spacing.*size.member)));
        if (!theme_.page.size.empty()) block.rows.push_back(plain("page.size", theme_.page.size));
        block.rows.push_back(plain("inks.output", name_of(theme_.inks.output, theme_schema::output_names)));
        if (!theme_.inks.spot_name.empty()) block.rows.push_back(plain("inks.spot", theme_.inks.spot_name));
        for (const ViewDefault& each : theme_.views)
            block.rows.push_back(plain(fmt::format("views.{}", each.key), each.value));
        return block;
    }

private:
    template <typename Value, std::size_t count>
    static std::string name_of(Value value, const std::array<std::string_view, count>& names) {
        return std::string(names[static_cast<std::size_t>(value)]);
    }

    [[nodiscard]] double row_height() const { return 2 * em_; }

    [[nodiscard]] Row plain(std::string key, std::string value) const {
        return {std::move(key), std::move(value), row_height() * 0.8};
    }

    [[nodiscard]] Row words(std::string key, std::string value, std::string text, const TextStyle& style) const {
        return {std::move(key), std::move(value), std::max(row_height(), style.size * 1.5),
                [kit = kit_, text = std::move(text), style](Group& group, Point at) {
                    TextLine set = kit.measure.line(text, style);
                    const double down = set.ascent * 0.36;
                    draw_text(group, std::move(set), {at.x, at.y + down},
                              style.size > kit.em ? kit.theme.colours.heading : kit.theme.colours.ink);
                }};
    }

    /// A label of several lines, as wide as labels are.
    [[nodiscard]] Row label() const {
        const Theme::Type& t = theme_.type;
        const auto set = [kit = kit_] {
            return kit.measure.wrap("The measure to which a label is broken, and how far apart its lines stand",
                                    {.size = kit.em}, kit.theme.type.label_width);
        };
        return {"type.label-width", short_number(t.label_width), set().height + em_,
                [kit = kit_, set](Group& group, Point at) {
                    Paragraph lines = set();
                    for (std::size_t i = 0; i < lines.lines.size(); ++i) {
                        const double down = lines.first_baseline + static_cast<double>(i) * lines.leading;
                        draw_text(group, std::move(lines.lines[i]), {at.x, at.y - lines.height / 2 + down},
                                  kit.theme.colours.ink);
                    }
                }};
    }

    [[nodiscard]] Row swatch(std::string key, Colour colour) const {
        return {std::move(key), theming::colour_text(colour), row_height(),
                [kit = kit_, colour](Group& group, Point at) {
                    const double half = 0.75 * kit.em;
                    Path field = rectangle({at.x, at.y - half, at.x + 4 * kit.em, at.y + half});
                    field.fill = colour;
                    field.stroke = Stroke{
                        kit.theme.colours.structure, kit.theme.strokes.structure, {}, LineCap::butt, LineJoin::miter};
                    group.children.emplace_back(std::move(field));
                }};
    }

    [[nodiscard]] Row line(std::string key, std::string value, const KindStyle& style, Colour colour) const {
        return {std::move(key), std::move(value), row_height(), [kit = kit_, style, colour](Group& group, Point at) {
                    draw_pattern(group, {Direction::right, at}, {0, 8 * kit.em, 0, style.pattern, style.width, colour},
                                 kit.theme);
                }};
    }

    [[nodiscard]] Row mark(std::string key, std::string value, MarkShape shape) const {
        return {std::move(key), std::move(value), row_height(), [kit = kit_, shape](Group& group, Point at) {
                    const Point middle = lane(group, at, kit);
                    draw_mark(group, shape, middle, kit.theme.colours.life, kit.theme);
                }};
    }

    [[nodiscard]] Row numbered() const {
        const double height = std::max(row_height(), 3.4 * milestone_radius(theme_, em_));
        return {"marks.milestone", short_number(theme_.marks.milestone), height, [kit = kit_](Group& group, Point at) {
                    const Point middle = lane(group, at, kit);
                    const MilestoneKind kind{.id = {}, .span = {}, .name = {}, .last = {}, .mark = "drop"};
                    draw_milestone(group, kind, 3, middle, kit.theme.colours.life, kit.em, kit.theme, kit.measure);
                }};
    }

    Kit kit_;
    const Theme& theme_;
    double em_;
};

}  // namespace

std::vector<SampleTable> blocks_of(const Theme& theme, Measure& measure) {
    const Rows rows(theme, measure);
    std::vector<SampleTable> blocks{rows.type(),    rows.manner(), rows.paper(),   rows.colours(),
                                    rows.strokes(), rows.marks(),  rows.patterns()};
    blocks.push_back(
        rows.kinds("relationships", theme.relationships, theme.strokes.relationship, theme.colours.relationship));
    blocks.push_back(rows.kinds("states", theme.states, theme.strokes.life, theme.colours.life));
    std::erase_if(blocks, [](const SampleTable& block) { return block.rows.empty(); });
    return blocks;
}

}  // namespace fabula::specimens
