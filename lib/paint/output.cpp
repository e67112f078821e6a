#include "paint/output.hpp"

#include <fmt/format.h>
#include <new>
#include <utility>

#include "source/number.hpp"

namespace fabula::painting {

cairo_status_t append_bytes(void* closure, const unsigned char* data, unsigned int length) {
    try {
        static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
        return CAIRO_STATUS_SUCCESS;
    } catch (const std::bad_alloc&) {  // must not pass through C
        return CAIRO_STATUS_NO_MEMORY;
    }
}

PaintResult failed(std::string why) {
    return {{}, std::move(why)};
}

PaintResult finished(cairo_surface_t* surface, std::string& bytes) {
    cairo_surface_finish(surface);
    const cairo_status_t status = cairo_surface_status(surface);
    if (status != CAIRO_STATUS_SUCCESS) {
        return failed(fmt::format("the picture cannot be written: {}", cairo_status_to_string(status)));
    }
    return {std::move(bytes), {}};
}

std::string document_fault(const Document& document) {
    constexpr double largest = 1e6;  // Cairo's coordinates have 24 bits before the point
    if (document.scenes.empty() || document.pages.empty()) return "there is nothing to paint";
    for (const PrintedPage& page : document.pages) {
        for (const Placement& placement : page.pictures) {
            if (placement.scene >= document.scenes.size()) return "a page shows a picture that does not exist";
        }
        if (page.width > 0 && page.height > 0 && page.width <= largest && page.height <= largest) continue;
        return fmt::format("the picture would be {} by {} points; it must be larger than 0 and at most {}",
                           number(page.width, 1), number(page.height, 1), number(largest, 0));
    }
    return {};
}

std::string one_page_fault(const Document& document) {
    if (document.pages.size() <= 1) return document_fault(document);
    return fmt::format("this format holds one page, and there are {}: write a PDF", document.pages.size());
}

}  // namespace fabula::painting
