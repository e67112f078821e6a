// The simplest of documents: one_page.
#include "fabula/document.hpp"

#include <utility>

namespace fabula {

Document one_page(Scene scene) {
    PrintedPage page;
    page.width = scene.width;
    page.height = scene.height;
    page.trim = {0, 0, scene.width, scene.height};
    page.bleed = page.trim;
    page.pictures.push_back({});
    Document document;
    document.fonts = scene.fonts;
    document.scenes.push_back(std::move(scene));
    document.pages.push_back(std::move(page));
    return document;
}

}  // namespace fabula
