#include "text/machine_fonts.hpp"

#include <algorithm>

#include "text/font_file.hpp"

namespace fabula {

std::vector<std::string> MachineFonts::files_of(const std::string& family) {
    if (!config_) config_.reset(FcInitLoadConfigAndFonts());
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
