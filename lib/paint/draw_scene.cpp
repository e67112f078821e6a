// The only place where a scene meets Cairo. Where everything is, and how it looks, was decided before. ContentMarks:
// which landmark what is drawn belongs to.

#include "paint/draw_scene.hpp"

#include <algorithm>
#include <cairo-ft.h>
#include <cmath>
#include <fmt/format.h>
#include <memory>
#include <optional>
#include <vector>

namespace fabula::painting {
namespace {

using LibraryHandle = std::unique_ptr<FT_LibraryRec_, Destroy<FT_Done_FreeType>>;
using FreeTypeFaceHandle = std::unique_ptr<FT_FaceRec_, Destroy<FT_Done_Face>>;

/// A face with a library of its own: Cairo keeps fonts that are no longer used for a while and may let go of them on
/// any thread, while a library must not be used from two at once.
struct LoadedFace {
    LibraryHandle library;
    FreeTypeFaceHandle face;
};

void delete_loaded_face(void* loaded) {
    delete static_cast<LoadedFace*>(loaded);
}

std::unique_ptr<LoadedFace> load(const Font& font) {
    auto loaded = std::make_unique<LoadedFace>();
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0) return nullptr;
    loaded->library.reset(library);
    FT_Face face = nullptr;
    if (FT_New_Face(library, font.path.c_str(), font.face_index, &face) != 0) return nullptr;
    loaded->face.reset(face);
    return loaded;
}

/// The face for Cairo, which closes the file when it is done with it.
FontFaceHandle make_face(const Font& font) {
    static const cairo_user_data_key_t key{};
    std::unique_ptr<LoadedFace> loaded = load(font);
    if (!loaded) return nullptr;
    FontFaceHandle face(cairo_ft_font_face_create_for_ft_face(loaded->face.get(), FT_LOAD_NO_HINTING));
    if (cairo_font_face_set_user_data(face.get(), &key, loaded.get(), delete_loaded_face) != CAIRO_STATUS_SUCCESS) {
        return nullptr;
    }
    loaded.release();
    return face;
}

/// As the text was measured: without hinting.
FontOptionsHandle font_options() {
    FontOptionsHandle options(cairo_font_options_create());
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    return options;
}

bool have_same_axes(const cairo_matrix_t& a, const cairo_matrix_t& b) {
    return a.xx == b.xx && a.yx == b.yx && a.xy == b.xy && a.yy == b.yy;
}

}  // namespace

cairo_font_face_t* FontFaces::face(FontIndex index) {
    if (index >= faces_.size()) {
        error_ = "the picture has text in a font that it does not list";
        return nullptr;
    }
    if (!faces_[index]) faces_[index] = make_face(fonts_[index]);
    if (!faces_[index]) error_ = fmt::format("the font file {} cannot be read", fonts_[index].path);
    return faces_[index].get();
}

cairo_scaled_font_t* FontFaces::scaled(FontIndex index, double size, const cairo_matrix_t& ctm) {
    const auto known = std::find_if(scaled_.begin(), scaled_.end(), [&](const Scaled& one) {
        return one.index == index && one.size == size && have_same_axes(one.ctm, ctm);
    });
    if (known != scaled_.end()) return known->font.get();
    cairo_font_face_t* const of = face(index);
    if (of == nullptr) return nullptr;
    cairo_matrix_t matrix;
    cairo_matrix_init_scale(&matrix, size, size);
    ScaledFontHandle font(cairo_scaled_font_create(of, &matrix, &ctm, font_options().get()));
    if (cairo_scaled_font_status(font.get()) != CAIRO_STATUS_SUCCESS) {
        error_ = fmt::format("the font {} cannot be set at {} points", fonts_[index].family, size);
        return nullptr;
    }
    scaled_.push_back({index, size, ctm, std::move(font)});
    return scaled_.back().font.get();
}

namespace {

constexpr int places = 4;  ///< between two dots

}  // namespace

void GlyphMasks::draw(cairo_t* context, cairo_scaled_font_t* font, std::uint32_t glyph, double x, double y) {
    const double steps = std::floor(x * places + 0.5);
    const double column = std::floor(steps / places);
    const int place = static_cast<int>(steps - column * places);
    const auto [entry, is_new] = masks_.try_emplace(Key{font, glyph, place});
    Mask& mask = entry->second;
    if (is_new) mask = make_mask(font, glyph, static_cast<double>(place) / places);
    if (mask.surface)
        cairo_mask_surface(context, mask.surface.get(), column + mask.left, std::floor(y + 0.5) + mask.top);
}

GlyphMasks::Mask GlyphMasks::make_mask(cairo_scaled_font_t* font, std::uint32_t glyph, double shift) {
    const cairo_glyph_t at_origin{glyph, 0, 0};
    cairo_text_extents_t extents;
    cairo_scaled_font_glyph_extents(font, &at_origin, 1, &extents);
    if (extents.width <= 0 || extents.height <= 0) return {};

    cairo_matrix_t to_dots;
    cairo_scaled_font_get_ctm(font, &to_dots);
    const int left = static_cast<int>(std::floor(extents.x_bearing * to_dots.xx)) - 1;
    const int top = static_cast<int>(std::floor(extents.y_bearing * to_dots.yy)) - 1;
    const int width = static_cast<int>(std::ceil(extents.width * to_dots.xx)) + 4;
    const int height = static_cast<int>(std::ceil(extents.height * to_dots.yy)) + 3;
    Mask mask{SurfaceHandle(cairo_image_surface_create(CAIRO_FORMAT_A8, width, height)), left, top};
    const ContextHandle context(cairo_create(mask.surface.get()));
    cairo_translate(context.get(), shift - left, -top);
    cairo_scale(context.get(), to_dots.xx, to_dots.yy);
    cairo_set_scaled_font(context.get(), font);
    cairo_glyph_path(context.get(), &at_origin, 1);
    cairo_fill(context.get());
    return mask;
}

namespace {

cairo_line_cap_t to_cairo(LineCap cap) {
    switch (cap) {
        case LineCap::butt:
            return CAIRO_LINE_CAP_BUTT;
        case LineCap::round:
            return CAIRO_LINE_CAP_ROUND;
        case LineCap::square:
            return CAIRO_LINE_CAP_SQUARE;
    }
    return CAIRO_LINE_CAP_BUTT;
}

cairo_line_join_t to_cairo(LineJoin join) {
    switch (join) {
        case LineJoin::miter:
            return CAIRO_LINE_JOIN_MITER;
        case LineJoin::round:
            return CAIRO_LINE_JOIN_ROUND;
        case LineJoin::bevel:
            return CAIRO_LINE_JOIN_BEVEL;
    }
    return CAIRO_LINE_JOIN_ROUND;
}

class Drawing {
public:
    Drawing(cairo_t* context, FontFaces& fonts, GlyphMasks* masks, ContentMarks* marks)
        : context_(context), fonts_(fonts), masks_(masks), marks_(marks) {
        cairo_get_matrix(context_, &page_);
        ctm_ = page_;
        cairo_clip_extents(context_, &visible_.left, &visible_.top, &visible_.right, &visible_.bottom);
    }

    bool draw(const Group& group) {
        if (marks_ != nullptr) marks_->enter(id_of(group));
        const bool drawn = std::all_of(group.children.begin(), group.children.end(), [&](const Node& node) {
            return std::visit([&](const auto& part) { return draw(part); }, node);
        });
        if (marks_ != nullptr) marks_->leave(id_of(group));
        return drawn;
    }

    bool draw(const Path& path) {
        if (path.steps.empty() || !is_visible(path)) return true;
        if (marks_ != nullptr) marks_->draw();
        for (const PathStep& step : path.steps)
            add(step);
        if (path.fill) {
            set_colour(*path.fill);
            path.stroke ? cairo_fill_preserve(context_) : cairo_fill(context_);
        }
        if (path.stroke) {
            set_stroke(*path.stroke);
            cairo_stroke(context_);
        }
        cairo_new_path(context_);
        return true;
    }

    bool draw(const Text& text) {
        if (!is_visible(text)) return true;
        if (marks_ != nullptr) marks_->draw();
        set_colour(text.colour);
        if (text.turn == 0) return draw_runs(text);
        turn_page(text);
        const bool drawn = draw_runs(text);
        cairo_set_matrix(context_, &page_);
        ctm_ = page_;
        return drawn;
    }

private:
    bool meets_visible(const Box& box) const {
        return box.bottom >= visible_.top && box.top <= visible_.bottom && box.right >= visible_.left &&
               box.left <= visible_.right;
    }

    /// Whether what is drawn may be on the surface, because bands and tiles have only a part of a picture. In doubt,
    /// yes.
    bool is_visible(const Path& path) const {
        constexpr double miter_limit = 10;  // Cairo's
        const double reach = path.stroke ? path.stroke->width / 2 * miter_limit : 0;
        Box box{path.steps.front().points[0].x, path.steps.front().points[0].y, path.steps.front().points[0].x,
                path.steps.front().points[0].y};
        for (const PathStep& step : path.steps) {
            const int used = step.kind == PathStep::Kind::cubic ? 3 : step.kind == PathStep::Kind::close ? 0 : 1;
            for (int i = 0; i < used; ++i) {
                box.left = std::min(box.left, step.points[i].x);
                box.right = std::max(box.right, step.points[i].x);
                box.top = std::min(box.top, step.points[i].y);
                box.bottom = std::max(box.bottom, step.points[i].y);
            }
        }
        return meets_visible({box.left - reach, box.top - reach, box.right + reach, box.bottom + reach});
    }

    /// Letters may reach beyond the box of their line, by less than twice their size.
    bool is_visible(const Text& text) const {
        double reach = 0;
        for (const GlyphRun& run : text.line.runs)
            reach = std::max(reach, 3 * static_cast<double>(run.size));
        if (text.turn != 0) reach += text.line.width;
        return meets_visible(
            {text.at.x - reach, text.at.y - reach, text.at.x + text.line.width + reach, text.at.y + reach});
    }

    void add(const PathStep& step) {
        const auto& p = step.points;
        switch (step.kind) {
            case PathStep::Kind::move:
                return cairo_move_to(context_, p[0].x, p[0].y);
            case PathStep::Kind::line:
                return cairo_line_to(context_, p[0].x, p[0].y);
            case PathStep::Kind::cubic:
                return cairo_curve_to(context_, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
            case PathStep::Kind::close:
                return cairo_close_path(context_);
        }
    }

    void set_colour(Colour colour) {
        if (colour_ == colour) return;
        colour_ = colour;
        cairo_set_source_rgba(context_, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0,
                              colour.alpha / 255.0);
    }

    void set_stroke(const Stroke& stroke) {
        set_colour(stroke.colour);
        cairo_set_line_width(context_, stroke.width);
        cairo_set_line_cap(context_, to_cairo(stroke.cap));
        cairo_set_line_join(context_, to_cairo(stroke.join));
        cairo_set_dash(context_, stroke.dash.data(), static_cast<int>(stroke.dash.size()), 0);
    }

    /// Turns what is drawn from now on about the start of the text.
    void turn_page(const Text& text) {
        cairo_translate(context_, text.at.x, text.at.y);
        cairo_rotate(context_, text.turn);
        cairo_translate(context_, -text.at.x, -text.at.y);
        cairo_get_matrix(context_, &ctm_);
    }

    bool draw_runs(const Text& text) {
        return std::all_of(text.line.runs.begin(), text.line.runs.end(),
                           [&](const GlyphRun& run) { return draw(text, run); });
    }

    bool draw(const Text& text, const GlyphRun& run) {
        if (run.glyphs.empty()) return true;
        cairo_scaled_font_t* const font = fonts_.scaled(run.font, static_cast<double>(run.size), ctm_);
        if (font == nullptr) return false;
        if (masks_ == nullptr) {
            show_glyphs(text, run, font);
        } else if (text.turn == 0) {
            draw_masks(text, run, font);
        } else {
            fill_outlines(text, run, font);
        }
        return true;
    }

    void set_font(cairo_scaled_font_t* font) {
        if (font != font_) cairo_set_scaled_font(context_, font);
        font_ = font;
    }

    /// The glyphs of a run at their places.
    const std::vector<cairo_glyph_t>& placed(const Text& text, const GlyphRun& run) {
        glyphs_.clear();
        for (const Glyph& glyph : run.glyphs) {
            glyphs_.push_back(
                {glyph.index, text.at.x + static_cast<double>(glyph.x), text.at.y + static_cast<double>(glyph.y)});
        }
        return glyphs_;
    }

    /// Letters on a slope fall between dots in both directions, so that the masks, made for level lines, would not fit.
    void fill_outlines(const Text& text, const GlyphRun& run, cairo_scaled_font_t* font) {
        set_font(font);
        const std::vector<cairo_glyph_t>& glyphs = placed(text, run);
        cairo_glyph_path(context_, glyphs.data(), static_cast<int>(glyphs.size()));
        cairo_fill(context_);
    }

    void draw_masks(const Text& text, const GlyphRun& run, cairo_scaled_font_t* font) {
        cairo_identity_matrix(context_);
        for (const Glyph& glyph : run.glyphs) {
            double x = text.at.x + static_cast<double>(glyph.x);
            double y = text.at.y + static_cast<double>(glyph.y);
            cairo_matrix_transform_point(&ctm_, &x, &y);
            masks_->draw(context_, font, glyph.index, x, y);
        }
        cairo_set_matrix(context_, &ctm_);
    }

    /// With the text that they stand for, so that it can be searched and copied.
    void show_glyphs(const Text& text, const GlyphRun& run, cairo_scaled_font_t* font) {
        set_font(font);
        const std::vector<cairo_glyph_t>& glyphs = placed(text, run);
        clusters_.clear();
        for (const Cluster& cluster : run.clusters)
            clusters_.push_back({cluster.bytes, cluster.glyphs});
        if (text.turn != 0) {
            // Readers of PDF split words on a slope into letters, unless the glyphs of a word are marked as one.
            clusters_ = {{static_cast<int>(run.text_length), static_cast<int>(run.glyphs.size())}};
        }
        auto flags = static_cast<cairo_text_cluster_flags_t>(0);
        if (run.right_to_left) {  // Cairo wants the order of the text
            std::reverse(clusters_.begin(), clusters_.end());
            flags = CAIRO_TEXT_CLUSTER_FLAG_BACKWARD;
        }
        cairo_show_text_glyphs(context_, text.line.text.data() + run.text_offset, static_cast<int>(run.text_length),
                               glyphs.data(), static_cast<int>(glyphs.size()), clusters_.data(),
                               static_cast<int>(clusters_.size()), flags);
    }

    cairo_t* context_;
    FontFaces& fonts_;
    GlyphMasks* masks_;
    ContentMarks* marks_;
    cairo_matrix_t page_{};
    cairo_matrix_t ctm_{};  ///< that of the page, or turned
    Box visible_;
    std::optional<Colour> colour_;
    const cairo_scaled_font_t* font_ = nullptr;
    std::vector<cairo_glyph_t> glyphs_;
    std::vector<cairo_text_cluster_t> clusters_;
};

bool draw_placement(cairo_t* context, const Scene& scene, const Placement& placement, FontFaces& fonts,
                    GlyphMasks* masks, ContentMarks* marks) {
    cairo_save(context);
    if (placement.window) {
        const Box& window = *placement.window;
        cairo_rectangle(context, window.left, window.top, window.width(), window.height());
        cairo_clip(context);
    }
    cairo_translate(context, placement.shift.x, placement.shift.y);
    if (marks != nullptr) marks->begin_scene(placement.scene);
    const bool drawn = Drawing(context, fonts, masks, marks).draw(scene.root);
    if (marks != nullptr) marks->end_scene();
    cairo_restore(context);
    return drawn;
}

}  // namespace

std::string draw_page(cairo_t* context, const Document& document, const PrintedPage& page, FontFaces& fonts,
                      GlyphMasks* masks, ContentMarks* marks) {
    Path paper = rectangle(page.bleed);
    paper.fill = document.scenes.front().paper;
    if (marks != nullptr) marks->begin_page(context);
    if (paper.fill->alpha > 0) Drawing(context, fonts, masks, marks).draw(paper);
    const bool drawn = std::ranges::all_of(page.pictures, [&](const Placement& placement) {
        return draw_placement(context, document.scenes[placement.scene], placement, fonts, masks, marks);
    });
    const bool furnished = drawn && Drawing(context, fonts, masks, marks).draw(page.furniture);
    if (marks != nullptr) marks->end_page();
    if (!furnished) return fonts.error();
    const cairo_status_t status = cairo_status(context);
    if (status == CAIRO_STATUS_SUCCESS) return {};
    return fmt::format("the picture cannot be drawn: {}", cairo_status_to_string(status));
}

ContentMarks::ContentMarks(const Document& document) {
    for (const Scene& scene : document.scenes) {
        Groups& groups = scenes_.emplace_back();
        groups.are_one = scene.landmarks.empty();
        for (std::size_t i = 0; i < scene.landmarks.size(); ++i) {
            if (!scene.landmarks[i].id.empty()) groups.landmarks.try_emplace(scene.landmarks[i].id, i);
        }
    }
}

void ContentMarks::begin_page(cairo_t* context) {
    context_ = context;
    content_.emplace_back();
}

void ContentMarks::end_page() {
    close();
}

void ContentMarks::begin_scene(std::size_t scene) {
    scene_ = scene;
    if (scenes_[scene].are_one) part_ = LandmarkOf{.scene = scene};
}

void ContentMarks::end_scene() {
    close();  // before the clip and the place of the scene go
    part_.reset();
    scene_.reset();
}

void ContentMarks::enter(std::string_view group) {
    if (!part_) part_ = landmark_of(group);
}

void ContentMarks::leave(std::string_view group) {
    const auto landmark = landmark_of(group);
    if (landmark && part_ == landmark) part_.reset();
}

void ContentMarks::draw() {
    if (open_ && open_->part == part_) return;
    close();
    open(part_);
}

std::optional<LandmarkOf> ContentMarks::landmark_of(std::string_view group) const {
    if (!scene_ || group.empty()) return std::nullopt;
    const auto& groups = scenes_[*scene_].landmarks;
    const auto found = groups.find(group);
    return found == groups.end() ? std::nullopt : std::optional(LandmarkOf{*scene_, found->second});
}

void ContentMarks::open(std::optional<LandmarkOf> part) {
    cairo_tag_begin(context_, part ? landmark_role : artifact_role, nullptr);
    content_.back().push_back(part);
    open_ = Open{part};
}

void ContentMarks::close() {
    if (!open_) return;
    cairo_tag_end(context_, open_->part ? landmark_role : artifact_role);
    open_.reset();
}

}  // namespace fabula::painting
