#pragma once

#include <cairo.h>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "fabula/document.hpp"
#include "fabula/scene.hpp"

#include "paint/output.hpp"

namespace fabula::painting {

/// In place of a landmark where a scene has none: all of the scene.
inline constexpr std::size_t whole_scene = static_cast<std::size_t>(-1);

/// A landmark of a scene: the numbers of both.
struct LandmarkOf {
    std::size_t scene = 0;
    std::size_t landmark = whole_scene;

    friend auto operator<=>(const LandmarkOf&, const LandmarkOf&) = default;
};

/// Marks what is drawn as part of the landmark that it belongs to, or of none, for the structure of a PDF (ISO 32000-1,
/// 14.6). Cairo numbers marked content from 0 on each page; this keeps what the numbers stand for. Marks are never
/// nested: of landmarks inside one another the outermost counts.
class ContentMarks {
public:
    /// The role under which Cairo writes content of no landmark.
    static constexpr const char* artifact_role = "NonStruct";
    /// The role under which it writes all landmarks.
    static constexpr const char* landmark_role = "P";

    explicit ContentMarks(const Document& document);

    void begin_page(cairo_t* context);
    void end_page();
    /// From now on groups are those of this scene.
    void begin_scene(std::size_t scene);
    void end_scene();
    void enter(std::string_view group);
    void leave(std::string_view group);
    /// Call before anything is drawn. Content is marked only then, so that a page says nothing of groups that it does
    /// not show.
    void draw();

    /// By page and number: what the content belongs to, or nothing.
    using Content = std::vector<std::vector<std::optional<LandmarkOf>>>;
    [[nodiscard]] const Content& content() const { return content_; }

private:
    void open(std::optional<LandmarkOf> part);
    void close();
    [[nodiscard]] std::optional<LandmarkOf> landmark_of(std::string_view group) const;

    struct Open {
        std::optional<LandmarkOf> part;
    };

    struct Groups {
        bool are_one = false;                               ///< the scene has no landmarks
        std::map<std::string_view, std::size_t> landmarks;  ///< the landmark that a group shows
    };

    std::vector<Groups> scenes_;
    cairo_t* context_ = nullptr;
    std::optional<std::size_t> scene_;
    std::optional<LandmarkOf> part_;  ///< to which what is drawn now belongs
    std::optional<Open> open_;        ///< the mark that is open
    Content content_;
};

/// The fonts of a scene as Cairo needs them, loaded when they are first asked for.
class FontFaces {
public:
    explicit FontFaces(const std::vector<Font>& fonts) : fonts_(fonts), faces_(fonts.size()) {}

    /// Font `index` at `size`, for drawing under the transformation `ctm`; null where there is none: then error() says
    /// why.
    [[nodiscard]] cairo_scaled_font_t* scaled(FontIndex index, double size, const cairo_matrix_t& ctm);

    [[nodiscard]] const std::string& error() const noexcept { return error_; }

private:
    struct Scaled {
        FontIndex index;
        double size;
        cairo_matrix_t ctm;
        ScaledFontHandle font;
    };

    cairo_font_face_t* face(FontIndex index);

    const std::vector<Font>& fonts_;
    std::vector<FontFaceHandle> faces_;
    std::vector<Scaled> scaled_;
    std::string error_;
};

/// Glyphs as pictures of dots, each in four places between two dots: Cairo's own are moved to the nearest dot, which
/// makes small letters uneven. Rows are not divided, so that baselines are as sharp as they can be.
class GlyphMasks {
public:
    /// Draws a glyph with the colour of `context`, whose transformation is the identity, with its origin at (x, y) in
    /// dots.
    void draw(cairo_t* context, cairo_scaled_font_t* font, std::uint32_t glyph, double x, double y);

private:
    struct Mask {
        SurfaceHandle surface;  ///< null where there is nothing to see
        int left = 0;           ///< of the surface, from the glyph's origin
        int top = 0;
    };
    using Key = std::tuple<const cairo_scaled_font_t*, std::uint32_t, int>;

    static Mask make_mask(cairo_scaled_font_t* font, std::uint32_t glyph, double shift);

    std::map<Key, Mask> masks_;
};

/// Draws the paper of a page and everything on it to `context`, whose unit is a point of the page. `fonts` are those of
/// the document; drawing to several contexts with them is fine if the contexts are scaled alike. `masks` draw the text
/// of raster images; null: Cairo shows its glyphs, with the characters that they stand for. `marks` are told what is
/// drawn; null: not needed. Nothing, or why it failed.
[[nodiscard]] std::string draw_page(cairo_t* context, const Document& document, const PrintedPage& page,
                                    FontFaces& fonts, GlyphMasks* masks = nullptr, ContentMarks* marks = nullptr);

}  // namespace fabula::painting
