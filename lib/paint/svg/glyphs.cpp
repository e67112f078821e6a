// Fonts as they lie in their files, for what is written without Cairo.
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <glib.h>
#include <hb-subset.h>
#include <initializer_list>
#include <memory>

#include "paint/svg/text.hpp"

// After ft2build.h:
#include FT_TRUETYPE_TABLES_H
#include FT_OUTLINE_H

namespace fabula::painting {
namespace {

/// By the classes of PANOSE (in the OS/2 table): for Latin text, 11 to 15 are sans serif, those before have serifs.
std::string_view generic_family(FT_Face face) {
    if (FT_IS_FIXED_WIDTH(face)) return "monospace";
    const auto* const table = static_cast<const TT_OS2*>(FT_Get_Sfnt_Table(face, FT_SFNT_OS2));
    constexpr int latin_text = 2;
    if (table == nullptr || table->panose[0] != latin_text) return "sans-serif";
    return table->panose[1] >= 2 && table->panose[1] <= 10 ? "serif" : "sans-serif";
}

FreeTypeFaceHandle open_outlines(FT_Library library, const Font& font) {
    FT_Face face = nullptr;
    const bool is_open = FT_New_Face(library, font.path.c_str(), font.face_index, &face) == 0;
    return FreeTypeFaceHandle(is_open ? face : nullptr);
}

HarfBuzzFaceHandle open_face(const Font& font) {
    constexpr unsigned in_collection = 0xFFFF;  // what FreeType has above these bits is an instance of a variable font
    hb_blob_t* const blob = hb_blob_create_from_file(font.path.c_str());
    HarfBuzzFaceHandle face(hb_face_create(blob, static_cast<unsigned>(font.face_index) & in_collection));
    hb_blob_destroy(blob);
    return face;
}

std::unique_ptr<FontFile> open(FT_Library library, const Font& font) {
    auto file = std::make_unique<FontFile>();
    file->outlines = open_outlines(library, font);
    if (!file->outlines) return nullptr;
    file->face = open_face(font);
    file->shaping.reset(hb_font_create(file->face.get()));
    const unsigned instance = static_cast<unsigned>(font.face_index) >> 16U;
    if (instance > 0) hb_font_set_var_named_instance(file->shaping.get(), instance - 1);
    file->generic = generic_family(file->outlines.get());
    return file;
}

}  // namespace

const FontFile* FontFiles::file(FontIndex index) {
    if (index >= files_.size()) {
        error_ = "the picture has text in a font that it does not list";
        return nullptr;
    }
    if (!library_) {
        FT_Library library = nullptr;
        if (FT_Init_FreeType(&library) == 0) library_.reset(library);
    }
    if (!files_[index] && library_) files_[index] = open(library_.get(), fonts_[index]);
    if (!files_[index]) error_ = fmt::format("the font file {} cannot be read", fonts_[index].path);
    return files_[index].get();
}

std::vector<PlacedWord> words_of(const GlyphRun& run, std::string_view text) {
    const std::string_view whole = text.substr(run.text_offset, run.text_length);
    if (run.glyphs.empty()) return {};
    std::vector<PlacedWord> words{{whole, static_cast<double>(run.glyphs.front().x), 0}};
    if (run.right_to_left) return words;
    std::size_t begin = 0;
    std::size_t byte = 0;
    std::size_t glyph = 0;
    bool after_space = false;
    for (const Cluster& cluster : run.clusters) {
        const bool is_space = whole.substr(byte, cluster.bytes) == " ";
        if (after_space && !is_space && glyph < run.glyphs.size()) {
            words.back().text = whole.substr(begin, byte - begin);
            words.push_back({whole.substr(byte), static_cast<double>(run.glyphs[glyph].x), glyph});
            begin = byte;
        }
        after_space = is_space;
        byte += cluster.bytes;
        glyph += cluster.glyphs;
    }
    return words;
}

namespace {

/// The text of a run, shaped as it comes.
HarfBuzzBufferHandle shaped(const GlyphRun& run, std::string_view text, const FontFile& font) {
    HarfBuzzBufferHandle buffer(hb_buffer_create());
    hb_buffer_add_utf8(buffer.get(), text.data(), static_cast<int>(text.size()), run.text_offset,
                       static_cast<int>(run.text_length));
    hb_buffer_guess_segment_properties(buffer.get());
    hb_shape(font.shaping.get(), buffer.get(), nullptr, 0);
    return buffer;
}

}  // namespace

bool is_set_plainly(const GlyphRun& run, std::string_view text, const FontFile& font) {
    constexpr double tolerance = 0.03;  // points: less than a thirtieth of a dot on a screen
    if (run.right_to_left) return false;
    const HarfBuzzBufferHandle buffer = shaped(run, text, font);
    unsigned count = 0;
    const hb_glyph_info_t* const glyphs = hb_buffer_get_glyph_infos(buffer.get(), &count);
    const hb_glyph_position_t* const positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
    if (count != run.glyphs.size()) return false;

    const double unit = static_cast<double>(run.size) / hb_face_get_upem(font.face.get());
    std::vector<PlacedWord> words = words_of(run, text);
    auto word = words.begin();
    double pen = 0;
    double shift = 0;  // of the word, from where it would be without a place of its own
    for (unsigned i = 0; i < count; ++i) {
        const Glyph& glyph = run.glyphs[i];
        const double x = pen + positions[i].x_offset * unit;
        if (word != words.end() && word->first_glyph == i) {
            if (positions[i].x_offset != 0) return false;  // it would not begin where its first letter does
            shift = static_cast<double>(glyph.x) - x;
            ++word;
        }
        if (glyphs[i].codepoint != glyph.index || std::abs(static_cast<double>(glyph.x) - x - shift) > tolerance ||
            std::abs(static_cast<double>(glyph.y) + positions[i].y_offset * unit) > tolerance)
            return false;
        pen += positions[i].x_advance * unit;
    }
    return true;
}

namespace {

/// Takes an outline from FreeType, piece by piece.
class OutlineWriter {
public:
    void move(const FT_Vector& to) {
        close();
        command('m', {to});
        is_open_ = true;
    }

    void line(const FT_Vector& to) {
        if (to.y == at_.y) {
            letter('h');
            value(to.x - at_.x);
        } else if (to.x == at_.x) {
            letter('v');
            value(to.y - at_.y);
        } else {
            return command('l', {to});
        }
        at_ = to;
    }

    void command(char name, std::initializer_list<FT_Vector> points) {
        letter(name);
        for (const FT_Vector& point : points) {
            value(point.x - at_.x);
            value(point.y - at_.y);
        }
        at_ = *(points.end() - 1);
        if (name == 'm') start_ = at_;
    }

    [[nodiscard]] std::string take() && {
        close();
        return std::move(out_);
    }

private:
    void close() {
        if (!is_open_) return;
        out_ += 'z';
        last_ = 'z';
        at_ = start_;
        is_open_ = false;
    }

    void letter(char name) {
        if (name == last_) return;
        out_ += name;
        last_ = name;
    }

    void value(FT_Pos units) {
        const bool after_number = out_.back() >= '0' && out_.back() <= '9';
        if (after_number && units >= 0) out_ += ' ';
        out_ += std::to_string(units);
    }

    std::string out_;
    char last_ = ' ';
    bool is_open_ = false;
    FT_Vector at_{};
    FT_Vector start_{};
};

OutlineWriter& writer(void* of) {
    return *static_cast<OutlineWriter*>(of);
}

constexpr FT_Outline_Funcs pieces{
    [](const FT_Vector* to, void* of) {
        writer(of).move(*to);
        return 0;
    },
    [](const FT_Vector* to, void* of) {
        writer(of).line(*to);
        return 0;
    },
    [](const FT_Vector* control, const FT_Vector* to, void* of) {
        writer(of).command('q', {*control, *to});
        return 0;
    },
    [](const FT_Vector* first, const FT_Vector* second, const FT_Vector* to, void* of) {
        writer(of).command('c', {*first, *second, *to});
        return 0;
    },
    0,
    0,
};

}  // namespace

std::optional<std::string> glyph_path(const FontFile& font, std::uint32_t glyph) {
    const FT_Face face = font.outlines.get();
    if (FT_Load_Glyph(face, glyph, FT_LOAD_NO_SCALE) != 0 || face->glyph->format != FT_GLYPH_FORMAT_OUTLINE)
        return std::nullopt;
    OutlineWriter writer;
    if (FT_Outline_Decompose(&face->glyph->outline, &pieces, &writer) != 0) return std::nullopt;
    return std::move(writer).take();
}

namespace {

using BlobHandle = std::unique_ptr<hb_blob_t, Destroy<hb_blob_destroy>>;
using SubsetInputHandle = std::unique_ptr<hb_subset_input_t, Destroy<hb_subset_input_destroy>>;
using BytesHandle = std::unique_ptr<gchar, Destroy<g_free>>;

/// The file of a font that has the characters of `text` alone, and all that they are set with. Null where that fails.
BlobHandle cut_down(hb_face_t* face, std::string_view text) {
    const SubsetInputHandle input(hb_subset_input_create_or_fail());
    if (!input) return nullptr;
    hb_set_t* const characters = hb_subset_input_unicode_set(input.get());
    for (std::size_t at = 0; at < text.size();) {
        const gunichar character = g_utf8_get_char_validated(text.data() + at, static_cast<gssize>(text.size() - at));
        const bool is_valid = g_unichar_validate(character) != 0;
        if (is_valid) hb_set_add(characters, character);
        at += is_valid ? static_cast<std::size_t>(g_unichar_to_utf8(character, nullptr)) : 1;
    }
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
    const HarfBuzzFaceHandle subset(hb_subset_or_fail(face, input.get()));
    return BlobHandle(subset ? hb_face_reference_blob(subset.get()) : nullptr);
}

bool may_be_embedded(FT_Face face) {
    return (FT_Get_FSType_Flags(face) & FT_FSTYPE_RESTRICTED_LICENSE_EMBEDDING) == 0;
}

}  // namespace

std::string embedded_font(const Font& font, const FontFile& file, std::string_view family, std::string_view text) {
    if (!may_be_embedded(file.outlines.get())) return {};
    const BlobHandle blob = cut_down(file.face.get(), text);
    if (!blob) return {};
    unsigned length = 0;
    const char* const data = hb_blob_get_data(blob.get(), &length);
    if (length == 0) return {};
    const BytesHandle encoded(g_base64_encode(reinterpret_cast<const guchar*>(data), length));
    const bool has_cubic_outlines = std::string_view(data, length).starts_with("OTTO");
    return fmt::format("@font-face{{font-family:{};font-weight:{};font-style:{};src:url(data:font/{};base64,{})}}\n",
                       family, font.weight, font.italic ? "italic" : "normal", has_cubic_outlines ? "otf" : "ttf",
                       encoded.get());
}

}  // namespace fabula::painting
