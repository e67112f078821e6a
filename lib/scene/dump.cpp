// The scene as text, for people and for golden files: an indented line for each node, numbers rounded to a hundredth of
// a point.
#include <fmt/format.h>
#include <numbers>
#include <string_view>
#include <utility>

#include "fabula/scene.hpp"

#include "source/number.hpp"

namespace fabula {

namespace {

std::string rounded(double value) {
    return number(value, 2);
}

constexpr double degrees = 180 / std::numbers::pi;  // of a radian

std::string to_text(Colour colour) {
    const std::string text = fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
    return colour.alpha == 255 ? text : fmt::format("{}{:02x}", text, colour.alpha);
}

std::string to_text(Point point) {
    return fmt::format("{} {}", rounded(point.x), rounded(point.y));
}

std::string_view to_text(LineCap cap) {
    switch (cap) {
        case LineCap::butt:
            return "butt";
        case LineCap::round:
            return "round";
        case LineCap::square:
            return "square";
    }
    return {};
}

std::string_view to_text(LineJoin join) {
    switch (join) {
        case LineJoin::miter:
            return "miter";
        case LineJoin::round:
            return "round";
        case LineJoin::bevel:
            return "bevel";
    }
    return {};
}

/// Quoted, with quotes, backslashes and control characters escaped, so that a node always takes one line.
std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            out += fmt::format("\\x{:02x}", static_cast<unsigned>(c));
        } else {
            out += c;
        }
    }
    return out + '"';
}

std::string to_text(const Stroke& stroke) {
    std::string out = fmt::format("stroke {} width {}", to_text(stroke.colour), rounded(stroke.width));
    if (!stroke.dash.empty()) out += " dash";
    for (const double length : stroke.dash)
        out += fmt::format(" {}", rounded(length));
    if (stroke.cap != LineCap::butt) out += fmt::format(" cap {}", to_text(stroke.cap));
    if (stroke.join != LineJoin::round) out += fmt::format(" join {}", to_text(stroke.join));
    return out;
}

std::string to_text(const PathStep& step) {
    const auto& [kind, points] = step;
    switch (kind) {
        case PathStep::Kind::move:
            return fmt::format("M {}", to_text(points[0]));
        case PathStep::Kind::line:
            return fmt::format("L {}", to_text(points[0]));
        case PathStep::Kind::cubic:
            return fmt::format("C {}, {}, {}", to_text(points[0]), to_text(points[1]), to_text(points[2]));
        case PathStep::Kind::close:
            return "Z";
    }
    return {};
}

/// Writes the nodes of one scene, deeper ones further in.
class Dump {
public:
    explicit Dump(const Scene& scene) : scene_(scene) {}

    std::string write() && {
        line(0, fmt::format("scene {} x {} paper {} language {}", rounded(scene_.width), rounded(scene_.height),
                            to_text(scene_.paper), scene_.language));
        field("title", scene_.title);
        field("author", scene_.author);
        field("subject", scene_.subject);
        for (const Font& font : scene_.fonts)
            line(0, fmt::format("font {}", name(font)));
        group(scene_.root, 0);
        return std::move(out_);
    }

private:
    static std::string name(const Font& font) {
        return fmt::format("{} {}{}", quoted(font.family), font.weight, font.italic ? " italic" : "");
    }

    void line(std::size_t depth, std::string_view text) { out_.append(2 * depth, ' ').append(text).push_back('\n'); }

    void field(std::string_view key, const std::string& value) {
        if (!value.empty()) line(0, fmt::format("{} {}", key, quoted(value)));
    }

    void group(const Group& group, std::size_t depth) {
        std::string head = "group";
        if (const std::string id = id_of(group); !id.empty()) head += fmt::format(" #{}", id);
        if (const std::string classes = classes_of(group.subject); !classes.empty())
            head += fmt::format(" class {}", quoted(classes));
        if (!group.title.empty()) head += fmt::format(" title {}", quoted(group.title));
        if (!group.description.empty()) head += fmt::format(" description {}", quoted(group.description));
        if (const std::string link = link_of(group); !link.empty()) head += fmt::format(" link {}", quoted(link));
        line(depth, head);
        for (const Node& child : group.children) {
            std::visit([&](const auto& part) { node(part, depth + 1); }, child);
        }
    }

    void node(const Group& child, std::size_t depth) { group(child, depth); }

    void node(const Path& path, std::size_t depth) {
        std::string out = "path";
        if (path.fill) out += fmt::format(" fill {}", to_text(*path.fill));
        if (path.stroke) out += fmt::format(" {}", to_text(*path.stroke));
        out += ":";
        for (const PathStep& step : path.steps)
            out += fmt::format(" {}", to_text(step));
        line(depth, out);
    }

    void node(const Text& text, std::size_t depth) {
        std::string out = fmt::format("text {} {} {} width {}", to_text(text.at), to_text(text.colour),
                                      quoted(text.line.text), rounded(text.line.width));
        if (text.turn != 0) out += fmt::format(" turned {}", rounded(text.turn * degrees));
        for (const GlyphRun& run : text.line.runs) {
            out += fmt::format(", {} {}", run.font < scene_.fonts.size() ? name(scene_.fonts[run.font]) : "no font",
                               rounded(static_cast<double>(run.size)));
            if (run.right_to_left) out += " right-to-left";
        }
        line(depth, out);
    }

    const Scene& scene_;
    std::string out_;
};

}  // namespace

std::string dump(const Scene& scene) {
    return Dump(scene).write();
}

}  // namespace fabula
