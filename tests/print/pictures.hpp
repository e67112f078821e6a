#pragma once

#include <string>
#include <vector>

#include "fabula/print.hpp"

namespace fabula {

/// A theme with the fonts of the build.
inline Theme theme_of_tests() {
    Theme theme;
    theme.font_folders = {FABULA_FONT_FOLDER};
    return theme;
}

inline Measure measure_of(const Theme& theme) {
    return Measure(theme, "en", "Never Let Me Go");
}

/// A picture of this size with a square in it and a word at `at`.
inline Scene picture(double width, double height, Measure& measure, Point at = {50, 60}) {
    Scene scene;
    scene.width = width;
    scene.height = height;
    scene.title = "Never Let Me Go";
    Path square = rectangle({40, 40, 50, 50});
    square.fill = Colour{0, 0, 0, 255};
    scene.root.children.emplace_back(square);
    scene.root.children.emplace_back(Text{measure.line("Kathy", {.size = 8}), at, {}, 0});
    scene.fonts = measure.fonts();
    return scene;
}

/// Several of them.
inline std::vector<Scene> pictures(std::size_t count, const Page& page, Measure& measure) {
    std::vector<Scene> all;
    for (std::size_t i = 0; i < count; ++i)
        all.push_back(picture(page.width, page.height, measure));
    return all;
}

/// All text of a page's furniture.
inline std::vector<std::string> words_of(const PrintedPage& page) {
    Scene scene;
    scene.root = page.furniture;
    return texts(scene);
}

}  // namespace fabula
