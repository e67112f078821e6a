#pragma once

#include "paint/pdf/places.hpp"
#include "paint/pdf/structure.hpp"

namespace fabula {

/// Adds bookmarks for the title, the sections and their events (ISO 32000-1, 12.3.3), the labels of pages (12.4.2), and
/// links (12.5.6.5): to the web and to mail, or to another group of the picture. Any other link is left out: a story
/// may come from anyone.
void add_navigation(const PdfDraft& draft, const Places& places, Structure& structure);

}  // namespace fabula
