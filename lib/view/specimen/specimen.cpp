// Specimens of themes: theme_specimen, theme_specimens.
#include "fabula/specimen.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "view/drawing/strokes.hpp"
#include "view/specimen/rows.hpp"

namespace fabula {
namespace {

using namespace drawing;
using specimens::Row;
using specimens::SampleTable;

constexpr std::size_t columns = 3;

class Specimen {
public:
    Specimen(const Theme& theme, Measure& measure)
        : theme_(theme),
          measure_(measure),
          em_(theme.type.text),
          margin_(std::max(theme.spacing.margin, 4 * em_)),
          blocks_(specimens::blocks_of(theme, measure)) {}

    Scene draw() {
        Scene scene = named_scene();
        scene.width = 2 * margin_ + columns * column_width() + (columns - 1) * gutter();
        scene.root.children.emplace_back(Path{});  // the paper, when its height is known
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

    /// The sample, its key and what that is set to, as far as there is room.
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
    /// Makes the numbers in `scene` those of this list.
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

Scene theme_specimen(const Theme& theme, Measure& measure) {
    return Specimen(theme, measure).draw();
}

Document theme_specimens(std::span<const Theme> themes) {
    Document document;
    FontList fonts;
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
