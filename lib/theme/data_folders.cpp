// Where themes and fonts lie: data_folders, theme_names.
#include <algorithm>
#include <cstdlib>
#include <dlfcn.h>
#include <filesystem>
#include <system_error>

#include "fabula/theme.hpp"

namespace fabula {
namespace {

namespace fs = std::filesystem;

/// The file that this code was loaded from: the shared library, or the program that the static one is part of.
fs::path own_file() {
    Dl_info info{};
    if (dladdr(reinterpret_cast<const void*>(&own_file), &info) == 0 || info.dli_fname == nullptr) return {};
    return info.dli_fname;
}

fs::path running_program() {
    std::error_code ignored;
    return fs::read_symlink("/proc/self/exe", ignored);
}

/// Adds `folder` where it is one and not there yet.
void add_folder(std::vector<std::string>& folders, const fs::path& folder) {
    std::error_code error;
    const fs::path canonical = fs::canonical(folder, error);
    if (error || !fs::is_directory(canonical, error)) return;
    if (std::ranges::find(folders, canonical.string()) == folders.end()) folders.push_back(canonical.string());
}

}  // namespace

std::vector<std::string> data_folders() {
    std::vector<std::string> folders;
    if (const char* stated = std::getenv("FABULA_DATA"); stated != nullptr && *stated != '\0')
        add_folder(folders, stated);
    for (const fs::path& file : {own_file(), running_program()}) {
        if (!file.is_absolute()) continue;  // the loader gives a program the name it was called by: "fabula"
        add_folder(folders, file.parent_path() / FABULA_DATA_FROM_PROGRAM);
        add_folder(folders, file.parent_path() / FABULA_DATA_FROM_LIBRARY);
    }
    add_folder(folders, FABULA_DATA_INSTALLED);
    add_folder(folders, FABULA_DATA_BUILT);
    return folders;
}

std::vector<std::string> theme_names() {
    std::vector<std::string> names;
    for (const std::string& folder : data_folders()) {
        std::error_code error;
        for (fs::directory_iterator file(fs::path(folder) / "themes", error), end; !error && file != end;
             file.increment(error)) {
            if (file->path().extension() == ".yaml") names.push_back(file->path().stem().string());
        }
    }
    std::ranges::sort(names);
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

}  // namespace fabula
