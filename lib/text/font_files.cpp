#include "text/font_files.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fontconfig/fcfreetype.h>
#include <map>
#include <optional>
#include <system_error>

namespace fabula::typesetting {
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

namespace {

namespace fs = std::filesystem;

bool is_font_file(const fs::path& path) {
    const std::string ending = path.extension().string();
    return ending == ".ttf" || ending == ".otf" || ending == ".ttc";
}

std::vector<std::string> font_files(const std::string& folder) {
    std::vector<std::string> files;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        if (is_font_file(entry->path())) files.push_back(entry->path().string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Letters and figures of a name in lower case: "EB Garamond" and "EBGaramond" are the same.
std::string bare(std::string_view name) {
    std::string out;
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z') {
            out += static_cast<char>(c - 'A' + 'a');
        } else if (c != ' ' && c != '-' && c != '_') {
            out += c;
        }
    }
    return out;
}

/// A file name taken apart: "EBGaramond12-Bold.otf" is ebgaramond, 12, Bold.
struct FileName {
    std::string family;
    int optical_size = 0;
    std::string style;
};

std::optional<FileName> parse_file_name(const std::string& path) {
    constexpr std::array<std::string_view, 4> styles{"Regular", "Bold", "Italic", "BoldItalic"};
    const std::string stem = fs::path(path).stem().string();
    const std::size_t dash = stem.rfind('-');
    if (dash == std::string::npos) return std::nullopt;
    FileName name;
    name.style = stem.substr(dash + 1);
    if (std::find(styles.begin(), styles.end(), name.style) == styles.end()) return std::nullopt;
    std::size_t end = dash;
    while (end > 0 && dash - end < 3 && is_digit(stem[end - 1]))
        --end;
    for (std::size_t i = end; i < dash; ++i)
        name.optical_size = name.optical_size * 10 + (stem[i] - '0');
    name.family = bare(stem.substr(0, end));
    return name;
}

std::vector<std::string> files_named_for(const std::vector<std::string>& files, const std::string& family) {
    struct Choice {
        int optical_size = -1;
        std::string path;
    };
    std::map<std::string, Choice> by_style;
    for (const std::string& path : files) {
        const std::optional<FileName> name = parse_file_name(path);
        // "Source Sans 3" ends in a figure that is no optical size.
        if (!name || (name->family != family && name->family + std::to_string(name->optical_size) != family)) continue;
        Choice& choice = by_style[name->style];
        if (name->optical_size > choice.optical_size) choice = {name->optical_size, path};
    }
    std::vector<std::string> found;
    for (const auto& [style, choice] : by_style)
        found.push_back(choice.path);
    return found;
}

/// Asks each file itself.
std::vector<std::string> files_that_hold(const std::vector<std::string>& files, const std::string& family) {
    std::vector<std::string> found;
    for (const std::string& path : files) {
        const PatternHandle pattern = read_face(path, 0);
        if (pattern && bare(family_of(pattern.get())) == family) found.push_back(path);
    }
    return found;
}

using LookUp = std::vector<std::string>(const std::vector<std::string>& files, const std::string& family);

std::vector<std::string> first_found(const std::vector<std::vector<std::string>>& folders, const std::string& family,
                                     LookUp& look_up) {
    if (family.empty()) return {};
    for (const std::vector<std::string>& files : folders) {
        std::vector<std::string> found = look_up(files, family);
        if (!found.empty()) return found;
    }
    return {};
}

}  // namespace

FontFolders::FontFolders(const std::vector<std::string>& folders) {
    for (const std::string& folder : folders)
        folders_.push_back(font_files(folder));
}

std::vector<std::string> FontFolders::files_named(std::string_view family) const {
    return first_found(folders_, bare(family), files_named_for);
}

std::vector<std::string> FontFolders::files_of(std::string_view family) const {
    std::vector<std::string> found = files_named(family);
    return found.empty() ? first_found(folders_, bare(family), files_that_hold) : found;
}

namespace {

namespace fs = std::filesystem;

/// Where fonts lie on a machine that does not say where.
constexpr const char* usual_folders[] = {"/usr/share/fonts", "/usr/local/share/fonts"};

bool has_configuration() {
    const ConfigHandle any(FcConfigCreate());
    const Handle<FcChar8, FcStrFree> file(FcConfigGetFilename(any.get(), nullptr));
    return file != nullptr;
}

/// The fonts of a machine that has no configuration of fontconfig, as the bare images of containers. Fontconfig finds
/// them as well, but complains on standard error of the configuration, and of the cache where it cannot write one.
ConfigHandle fonts_of_usual_folders() {
    ConfigHandle config(FcConfigCreate());
    for (const char* folder : usual_folders) {
        std::error_code error;
        fs::recursive_directory_iterator file(folder, fs::directory_options::skip_permission_denied, error);
        for (; !error && file != fs::recursive_directory_iterator(); file.increment(error)) {
            const std::string path = file->path().string();
            std::error_code unreadable;
            if (file->is_regular_file(unreadable))
                FcConfigAppFontAddFile(config.get(), reinterpret_cast<const FcChar8*>(path.c_str()));
        }
    }
    return config;
}

}  // namespace

std::vector<std::string> MachineFonts::files_of(const std::string& family) {
    if (!config_) config_ = has_configuration() ? ConfigHandle(FcInitLoadConfigAndFonts()) : fonts_of_usual_folders();
    if (!config_) return {};
    const PatternHandle wanted(FcPatternCreate());
    FcPatternAddString(wanted.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(family.c_str()));
    FcPatternAddBool(wanted.get(), FC_SCALABLE, FcTrue);
    const Handle<FcObjectSet, FcObjectSetDestroy> wished(FcObjectSetBuild(FC_FILE, nullptr));
    const Handle<FcFontSet, FcFontSetDestroy> found(FcFontList(config_.get(), wanted.get(), wished.get()));
    std::vector<std::string> files;
    for (int i = 0; found && i < found->nfont; ++i)
        files.push_back(font_of(found->fonts[i]).path);
    std::ranges::sort(files);
    files.erase(std::unique(files.begin(), files.end()), files.end());
    return files;
}

}  // namespace fabula::typesetting
