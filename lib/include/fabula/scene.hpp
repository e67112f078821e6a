#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "fabula/subject.hpp"

/// A finished picture: shapes and shaped text at fixed positions, in points (1/72 inch), y downwards. Knows
/// nothing of stories. Painters turn it into bytes and decide nothing.
namespace fabula {

struct Point {
    double x = 0;
    double y = 0;

    friend bool operator==(const Point&, const Point&) = default;
};

/// An axis-parallel rectangle; empty where right < left.
struct Box {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;

    [[nodiscard]] double width() const noexcept { return right - left; }
    [[nodiscard]] double height() const noexcept { return bottom - top; }

    friend bool operator==(const Box&, const Box&) = default;
};

/// sRGB, 8 bits a channel; alpha 255 is opaque.
struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    std::uint8_t alpha = 255;

    friend bool operator==(const Colour&, const Colour&) = default;
};

enum class LineCap { butt, round, square };
enum class LineJoin { miter, round, bevel };

struct Stroke {
    Colour colour;
    double width = 1;
    std::vector<double> dash;  ///< lengths on, off, on, off ...; empty: solid
    LineCap cap = LineCap::butt;
    LineJoin join = LineJoin::round;

    friend bool operator==(const Stroke&, const Stroke&) = default;
};

/// One step of a path. `points` used: move and line 1, cubic 3 (two control points, then the end), close 0.
struct PathStep {
    enum class Kind : std::uint8_t { move, line, cubic, close };
    Kind kind = Kind::move;
    Point points[3];

    friend bool operator==(const PathStep&, const PathStep&) = default;
};

/// A shape; filled (non-zero winding) before it is stroked.
struct Path {
    std::vector<PathStep> steps;
    std::optional<Colour> fill;
    std::optional<Stroke> stroke;

    Path& move_to(Point to);
    Path& line_to(Point to);
    Path& cubic_to(Point control_1, Point control_2, Point to);
    Path& close();

    friend bool operator==(const Path&, const Path&) = default;
};

[[nodiscard]] Path line(Point from, Point to);
[[nodiscard]] Path rectangle(const Box& box, double corner_radius = 0);
[[nodiscard]] Path circle(Point centre, double radius);

/// Number of a font in Scene::fonts.
using FontIndex = std::uint32_t;

/// A font file's face. `family` and `style` name it for people and for living SVG.
struct Font {
    std::string path;
    int face_index = 0;
    std::string family;
    int weight = 400;  ///< 100..900, as in CSS
    bool italic = false;

    friend bool operator==(const Font&, const Font&) = default;
};

/// A glyph at its place relative to the line's origin (start of the baseline), in points.
struct Glyph {
    std::uint32_t index = 0;
    float x = 0;
    float y = 0;

    friend bool operator==(const Glyph&, const Glyph&) = default;
};

/// Which bytes of the text which glyphs of a run stand for, in glyph order (as cairo_text_cluster_t).
struct Cluster {
    std::uint16_t bytes = 0;
    std::uint16_t glyphs = 0;

    friend bool operator==(const Cluster&, const Cluster&) = default;
};

/// Glyphs of one font and direction.
struct GlyphRun {
    FontIndex font = 0;
    float size = 0;                 ///< points
    bool right_to_left = false;     ///< clusters then run backwards through the text
    std::uint32_t text_offset = 0;  ///< bytes of TextLine::text
    std::uint32_t text_length = 0;
    std::vector<Glyph> glyphs;
    std::vector<Cluster> clusters;

    friend bool operator==(const GlyphRun&, const GlyphRun&) = default;
};

/// One line of shaped text. Sizes are of the layout box: width is the sum of advances, ascent and descent those
/// of the line's main font.
struct TextLine {
    std::string text;            ///< UTF-8, in logical order
    std::vector<GlyphRun> runs;  ///< in visual order, left to right
    double width = 0;
    double ascent = 0;
    double descent = 0;

    friend bool operator==(const TextLine&, const TextLine&) = default;
};

/// A line of text on the page; `at` is the left end of its baseline.
struct Text {
    TextLine line;
    Point at;
    Colour colour;
    double turn = 0;  ///< of the baseline about `at`, radians, clockwise on the page

    friend bool operator==(const Text&, const Text&) = default;
};

struct Group;

using Node = std::variant<Group, Path, Text>;

/// What belongs together: carries what the living document needs to say about its children.
struct Group {
    Subject subject;            ///< what it stands for
    std::size_t panel = 0;      ///< of the page that it stands in, from 1 on; 0: in none
    bool is_addressed = true;   ///< it has the id of its subject; otherwise it has none
    std::string title;          ///< what it is, for people
    std::string description;    ///< more of the same, may be empty
    std::string link;           ///< a URL or the "#id" of a group in the same panel, or empty
    Subject reference;          ///< where `link` is empty: what it leads to, in the same panel
    std::optional<Point> mark;  ///< where the mark of an event stands in it, for passes that add to a finished picture
    std::vector<Node> children;

    friend bool operator==(const Group&, const Group&);
};

/// What the picture shows, for those who read it by ear or jump about in it: one entry for each thing worth a stop, in
/// the order in which they are read.
struct Landmark {
    enum class Kind : std::uint8_t { title, section, event, relationship, legend };
    Kind kind = Kind::event;
    std::string id;           ///< id_of the group that shows it, or empty: nothing shows it
    std::string title;        ///< short, for a list of contents
    std::string description;  ///< what there is to tell, in whole sentences
    std::string language;     ///< BCP 47, where it is not the scene's

    friend bool operator==(const Landmark&, const Landmark&) = default;
};

struct Scene {
    double width = 0;
    double height = 0;
    Colour paper{255, 255, 255, 255};
    std::string title;
    std::string author;
    std::string subject;
    std::vector<std::string> keywords;
    std::string language = "en";  ///< BCP 47
    std::vector<Font> fonts;
    Group root;
    std::vector<Landmark> landmarks;  ///< in reading order

    friend bool operator==(const Scene&, const Scene&) = default;
};

/// The id of a group, which no other in its scene should have: "event-wedding", "panel-2-event-wedding"; empty where it
/// has none. Of two groups with one id, it is that of the first.
[[nodiscard]] std::string id_of(const Group& group);

/// Where a group leads: a URL, or "#" and the id of another group; empty where it leads nowhere.
[[nodiscard]] std::string link_of(const Group& group);

/// The box that a node's ink touches (stroke width included, glyphs by their line's layout box).
[[nodiscard]] Box ink_box(const Node& node);

/// All text of the scene in drawing order, one line each.
[[nodiscard]] std::vector<std::string> texts(const Scene& scene);

/// The scene as indented text with rounded numbers, fonts by name and not by path: the golden format of tests and
/// `fabula dump --stage scene`.
[[nodiscard]] std::string dump(const Scene& scene);

}  // namespace fabula
