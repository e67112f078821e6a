#include "paint/svg/font_subset.hpp"

#include <fmt/format.h>
#include <glib.h>
#include <hb-subset.h>
#include <memory>

namespace fabula {
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

}  // namespace fabula
