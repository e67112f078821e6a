// bench_flatten STORY.yaml OUT: writes the story's default picture as a flat scene, for bench_floor.
#include <cstdio>
#include <exception>
#include <fstream>
#include <stdexcept>
#include <string>
#include <variant>

#include "fabula/render.hpp"

#include "flat_scene.hpp"

namespace fabula::bench {
namespace {

// FlatPath says that these are Cairo's numbers.
static_assert(static_cast<int>(LineCap::butt) == 0 && static_cast<int>(LineCap::square) == 2);
static_assert(static_cast<int>(LineJoin::miter) == 0 && static_cast<int>(LineJoin::bevel) == 2);

FlatColour flat(Colour colour) {
    const auto share = [](std::uint8_t part) { return static_cast<float>(part) / 255; };
    return {share(colour.red), share(colour.green), share(colour.blue), share(colour.alpha)};
}

FlatPoint flat(Point point) {
    return {point.x, point.y};
}

void put_step(FlatWriter& out, const PathStep& step) {
    switch (step.kind) {
        case PathStep::Kind::move:
            out.put(FlatStep::move);
            return out.put(flat(step.points[0]));
        case PathStep::Kind::line:
            out.put(FlatStep::line);
            return out.put(flat(step.points[0]));
        case PathStep::Kind::cubic:
            out.put(FlatStep::cubic);
            for (const Point point : step.points)
                out.put(flat(point));
            return;
        case PathStep::Kind::close:
            return out.put(FlatStep::close);
    }
}

/// Writes the items of a scene in drawing order.
class ItemWriter {
public:
    void operator()(const Group& group) {
        for (const Node& child : group.children)
            std::visit(*this, child);
    }

    void operator()(const Path& path) {
        FlatPath head;
        head.steps = static_cast<std::uint32_t>(path.steps.size());
        if (path.fill) {
            head.is_filled = true;
            head.fill = flat(*path.fill);
        }
        if (path.stroke) {
            head.is_stroked = true;
            head.stroke = flat(path.stroke->colour);
            head.width = path.stroke->width;
            head.dashes = static_cast<std::uint32_t>(path.stroke->dash.size());
            head.cap = static_cast<std::uint8_t>(path.stroke->cap);
            head.join = static_cast<std::uint8_t>(path.stroke->join);
        }
        begin(FlatItem::path);
        items_.put(head);
        if (path.stroke) {
            for (const double length : path.stroke->dash)
                items_.put(length);
        }
        for (const PathStep& step : path.steps)
            put_step(items_, step);
    }

    void operator()(const Text& text) {
        if (text.line.runs.empty()) return;
        const GlyphRun& run = text.line.runs.front();
        begin(FlatItem::text);
        items_.put(FlatText{flat(text.at), flat(text.colour), run.font, run.size});
        items_.put_text(text.line.text);
    }

    [[nodiscard]] std::uint32_t count() const { return count_; }
    [[nodiscard]] const std::string& bytes() const { return items_.bytes(); }

private:
    void begin(FlatItem kind) {
        items_.put(kind);
        ++count_;
    }

    FlatWriter items_;
    std::uint32_t count_ = 0;
};

std::string flatten(const Scene& scene) {
    FlatWriter out;
    out.put(scene.width);
    out.put(scene.height);
    out.put(static_cast<std::uint32_t>(scene.fonts.size()));
    for (const Font& font : scene.fonts) {
        out.put(FlatFont{font.face_index, font.weight, font.italic});
        out.put_text(font.path);
        out.put_text(font.family);
    }
    Path paper = rectangle({0, 0, scene.width, scene.height});
    paper.fill = scene.paper;
    ItemWriter items;
    items(paper);
    items(scene.root);
    out.put(items.count());
    return out.bytes() + items.bytes();
}

void run(const std::string& story, const std::string& flat_file) {
    const SceneResult picture = make_scene(read_story_file(story));
    for (const Diagnostic& diagnostic : picture.diagnostics) {
        if (diagnostic.severity == Severity::error)
            throw std::runtime_error(format_diagnostic(diagnostic, picture.sources));
    }
    std::ofstream file(flat_file, std::ios::binary);
    file << flatten(picture.scene);
    if (!file.flush()) throw std::runtime_error(flat_file + " could not be written");
}

}  // namespace
}  // namespace fabula::bench

int main(int argument_count, char** arguments) {
    if (argument_count != 3) {
        std::fputs("usage: bench_flatten STORY.yaml OUT\n", stderr);
        return 2;
    }
    try {
        fabula::bench::run(arguments[1], arguments[2]);
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "bench_flatten: %s\n", failure.what());
        return 1;
    }
}
