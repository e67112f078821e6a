// Specimens of themes: theme_specimen, theme_specimens. Blocks of rows, each a sample with its key and what that is set
// to.
#include "fabula/specimen.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fabula/scene.hpp"
#include "fabula/specimen.hpp"
#include "fabula/text.hpp"
#include "fabula/theme.hpp"

#include "source/number.hpp"
#include "theme/styles.hpp"
#include "theme/theme_schema.hpp"
#include "view/drawing/marks.hpp"
#include "view/drawing/strokes.hpp"
#include "view/drawing/typesetting.hpp"

namespace fabula::specimens {
namespace {

using namespace drawing;

/// A line of a specimen: a sample with its key and what that is set to.
struct Row {
    std::string key;    ///< as in a theme file, "colours.ink"
    std::string value;  ///< what it is set to
    double height = 0;  ///< points
    /// Draws the sample, given its left end on the row's middle line; none: the row is words alone.
    std::function<void(Group&, Point)> sample{};
};

struct SampleTable {
    std::string heading;
    double sample_width = 0;  ///< of the column that samples stand in, points
    std::vector<Row> rows;
};

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

    /// The patterns, as wide as states of a life are that have no style of their own.
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

/// In the order in which they are read. `theme` and `measure` have to outlive the blocks.
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

constexpr std::size_t columns = 3;

class Specimen {
public:
    Specimen(const Theme& theme, Measure& measure)
        : theme_(theme),
          measure_(measure),
          em_(theme.type.text),
          margin_(std::max(theme.spacing.margin, 4 * em_)),
          blocks_(blocks_of(theme, measure)) {}

    Scene draw() {
        Scene scene = named_scene();
        scene.width = 2 * margin_ + columns * column_width() + (columns - 1) * gutter();
        scene.root.children.emplace_back(Path{});  // becomes the paper, once its height is known
        const double top = draw_head(scene.root, scene.width);
        const double bottom = draw_blocks(scene.root, top);
        scene.height = bottom + margin_;
        Path paper = rectangle({0, 0, scene.width, scene.height});
        paper.fill = theme_.colours.paper;
        scene.root.children.front() = std::move(paper);
        scene.fonts = measure_.fonts();
        return scene;
    }

private:
    [[nodiscard]] double column_width() const { return 31 * em_; }
    [[nodiscard]] double gutter() const { return 4 * em_; }

    [[nodiscard]] Scene named_scene() const {
        Scene scene;
        scene.paper = theme_.colours.paper;
        scene.title = theme_.name;
        scene.subject = theme_.description;
        scene.root.subject = subjects::Specimen{theme_.name};
        scene.root.title = theme_.name;
        scene.landmarks.push_back({.kind = Landmark::Kind::title,
                                   .id = id_of(scene.root),
                                   .title = theme_.name,
                                   .description = theme_.description,
                                   .language = {}});
        return scene;
    }

    /// Name and description, with a rule under them; says where that is.
    double draw_head(Group& group, double width) {
        const auto& type = theme_.type;
        double y = margin_;
        const auto set = [&](const std::string& text, const TextStyle& style, Colour colour) {
            Paragraph lines = measure_.wrap(text, style, width - 2 * margin_);
            for (std::size_t i = 0; i < lines.lines.size(); ++i) {
                draw_text(group, std::move(lines.lines[i]),
                          {margin_, y + lines.first_baseline + static_cast<double>(i) * lines.leading}, colour);
            }
            y += lines.height;
        };
        set(theme_.name, {.size = type.display}, theme_.colours.heading);
        set(theme_.description, {.size = type.heading, .italic = true}, theme_.colours.quiet);
        y += em_;
        Path rule = line({margin_, y}, {width - margin_, y});
        rule.stroke = Stroke{theme_.colours.structure, theme_.strokes.structure, {}, LineCap::butt, LineJoin::round};
        group.children.emplace_back(std::move(rule));
        return y + 2 * em_;
    }

    [[nodiscard]] double heading_height() const { return theme_.type.heading * 2; }

    [[nodiscard]] double height_of(const SampleTable& block) const {
        double height = heading_height() + 1.5 * em_;
        for (const Row& row : block.rows)
            height += row.height;
        return height;
    }

    /// Fills one column after the other, evenly; says where the longest ends.
    double draw_blocks(Group& group, double top) {
        double all = 0;
        for (const SampleTable& block : blocks_)
            all += height_of(block);
        std::size_t column = 0;
        double y = top;
        double bottom = top;
        for (const SampleTable& block : blocks_) {
            const bool is_full = y - top + height_of(block) / 2 > all / columns;
            if (y > top && is_full && column + 1 < columns) {
                ++column;
                y = top;
            }
            y = draw_block(group, block, {margin_ + static_cast<double>(column) * (column_width() + gutter()), y});
            bottom = std::max(bottom, y);
        }
        return bottom;
    }

    double draw_block(Group& parent, const SampleTable& block, Point at) {
        Group& group = add_part(parent, subjects::Part::block, block.heading);
        TextLine heading = measure_.line(block.heading, {.size = theme_.type.heading, .weight = Weight::bold});
        const double baseline = at.y + heading.ascent;
        draw_text(group, std::move(heading), {at.x, baseline}, theme_.colours.heading);
        double y = at.y + heading_height();
        for (const Row& row : block.rows) {
            draw_row(group, row, block.sample_width, {at.x, y + row.height / 2});
            y += row.height;
        }
        return y + 1.5 * em_;
    }

    /// The sample, its key and what that is set to, which is cut where there is no room.
    void draw_row(Group& group, const Row& row, double sample_width, Point at) {
        if (row.sample) row.sample(group, at);
        TextLine key = measure_.line(row.key, {.size = em_});
        const double baseline = at.y + key.ascent * 0.36;
        const double x = at.x + sample_width;
        const double key_width = (sample_width > 10 * em_ ? 9 : 13) * em_;
        const double left = x + std::max(key_width, key.width + em_);
        const double room = at.x + column_width() - left;
        TextLine value = cut_line(measure_, row.value, {.size = em_, .tabular_figures = true}, std::max(room, 0.0));
        draw_text(group, std::move(key), {x, baseline}, theme_.colours.ink);
        if (value.text.empty() || value.width > room) return;
        draw_text(group, std::move(value), {left, baseline}, theme_.colours.quiet);
    }

    const Theme& theme_;
    Measure& measure_;
    double em_;
    double margin_;
    std::vector<SampleTable> blocks_;
};

/// Fonts of several scenes under one numbering.
class FontList {
public:
    /// Renumbers the fonts in `scene` as in this list.
    void take(Scene& scene) {
        std::vector<FontIndex> numbers;
        for (const Font& font : scene.fonts)
            numbers.push_back(index_of(font));
        renumber(scene.root, numbers);
    }

    [[nodiscard]] const std::vector<Font>& fonts() const { return fonts_; }

private:
    FontIndex index_of(const Font& font) {
        const auto known = std::ranges::find(fonts_, font);
        const auto index = static_cast<FontIndex>(known - fonts_.begin());
        if (known == fonts_.end()) fonts_.push_back(font);
        return index;
    }

    static void renumber(Group& group, const std::vector<FontIndex>& numbers) {
        for (Node& node : group.children) {
            if (auto* inner = std::get_if<Group>(&node)) renumber(*inner, numbers);
            if (auto* text = std::get_if<Text>(&node)) {
                for (GlyphRun& run : text->line.runs)
                    run.font = numbers[run.font];
            }
        }
    }

    std::vector<Font> fonts_;
};

}  // namespace
}  // namespace fabula::specimens

namespace fabula {

Scene theme_specimen(const Theme& theme, Measure& measure) {
    return specimens::Specimen(theme, measure).draw();
}

Document theme_specimens(std::span<const Theme> themes) {
    Document document;
    specimens::FontList fonts;
    for (const Theme& theme : themes) {
        Measure measure(theme, "en", theme.name + theme.description);
        Scene scene = theme_specimen(theme, measure);
        fonts.take(scene);
        Document page = one_page(std::move(scene));
        page.pages.front().pictures.front().scene = document.scenes.size();
        page.pages.front().label = theme.name;
        document.scenes.push_back(std::move(page.scenes.front()));
        document.pages.push_back(std::move(page.pages.front()));
    }
    document.scenes.front().title = "Themes";  // of all of it
    document.scenes.front().subject = "Type, colours, strokes, marks and patterns, each beside its key";
    document.fonts = fonts.fonts();
    for (Scene& scene : document.scenes)
        scene.fonts = document.fonts;
    return document;
}

}  // namespace fabula
