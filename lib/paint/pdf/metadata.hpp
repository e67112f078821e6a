#pragma once

#include <string>

#include "paint/pdf/pass.hpp"

namespace fabula {

/// Says what a document is: in its information dictionary (ISO 32000-1, 14.3.3), the same in XMP (ISO 16684-1), and in
/// which colours it was meant to be seen (an output intent, 14.11.5). It claims PDF/UA-1, and PDF/A-2a where its
/// colours are defined: on screen, in black, and in inks whose profile is given. Nothing, or what is wrong with that
/// profile.
[[nodiscard]] std::string add_metadata(const PdfDraft& draft);

}  // namespace fabula
