#include "text/font_file.hpp"

#include <algorithm>
#include <fontconfig/fcfreetype.h>

namespace fabula {

namespace {

std::string text_of(const FcPattern* pattern, const char* key) {
    FcChar8* value = nullptr;
    return FcPatternGetString(pattern, key, 0, &value) == FcResultMatch ? reinterpret_cast<const char*>(value) : "";
}

int number_of(const FcPattern* pattern, const char* key, int otherwise) {
    int value = otherwise;
    return FcPatternGetInteger(pattern, key, 0, &value) == FcResultMatch ? value : otherwise;
}

}  // namespace

PatternHandle read_face(const std::string& path, int face) {
    int count = 0;
    const auto* const file = reinterpret_cast<const FcChar8*>(path.c_str());
    return PatternHandle(FcFreeTypeQuery(file, static_cast<unsigned>(face), nullptr, &count));
}

std::string family_of(const FcPattern* pattern) {
    return text_of(pattern, FC_FAMILY);
}

Font font_of(const FcPattern* pattern) {
    Font font;
    font.path = text_of(pattern, FC_FILE);
    font.face_index = number_of(pattern, FC_INDEX, 0);
    font.family = family_of(pattern);
    font.weight = std::clamp(FcWeightToOpenType(number_of(pattern, FC_WEIGHT, FC_WEIGHT_REGULAR)), 1, 1000);
    font.italic = number_of(pattern, FC_SLANT, FC_SLANT_ROMAN) != FC_SLANT_ROMAN;
    return font;
}

}  // namespace fabula
