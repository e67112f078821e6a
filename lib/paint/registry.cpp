// The formats: a new one is a new file and a row here.
#include <algorithm>
#include <string>

#include "fabula/paint.hpp"

#include "paint/formats.hpp"

namespace fabula {

const std::vector<Painter>& painters() {
    static const std::vector<Painter> rows{
        {"svg", "vector picture for the web, text that can be selected and read aloud", painting::paint_svg, false,
         true},
        {"html", "page for the web with the same picture", painting::paint_html, true, true},
        {"pdf", "page for print, text that can be searched", painting::paint_pdf, true, true},
        {"png", "raster image", painting::paint_png},
    };
    return rows;
}

const Painter* find_painter(std::string_view format) {
    const auto found = std::find_if(painters().begin(), painters().end(),
                                    [&](const Painter& painter) { return painter.format == format; });
    return found == painters().end() ? nullptr : &*found;
}

const Painter* find_painter_for_file(std::string_view path) {
    const std::size_t dot = path.find_last_of("./");
    if (dot == std::string_view::npos || path[dot] != '.') return nullptr;
    std::string ending(path.substr(dot + 1));
    for (char& letter : ending) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    return find_painter(ending);
}

}  // namespace fabula
