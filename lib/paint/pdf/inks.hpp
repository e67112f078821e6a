#pragma once

#include <string>

#include "paint/pdf/structure.hpp"

namespace fabula {

/// Rewrites the content of all pages: colours as the document's inks, marked content with the roles of `structure`. A
/// page on which nothing is transparent says so, as print needs it. Nothing, or why the colours cannot be printed.
[[nodiscard]] std::string set_inks(const PdfDraft& draft, const Structure& structure);

}  // namespace fabula
