#pragma once

#include <string>
#include <vector>

#include "fabula/render.hpp"

#include "commands.hpp"

namespace fabula::cli {

/// What every command that lays out a picture can be told.
struct PictureOptions {
    std::string story;
    RenderOptions render;
};

/// Adds the story and --view, --theme, --page, --set to `command`; `options` has to outlive it.
void add_picture_options(CLI::App& command, PictureOptions& options);

}  // namespace fabula::cli
