#include "text/machine_fonts.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "text/font_file.hpp"

namespace fabula {

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

}  // namespace fabula
