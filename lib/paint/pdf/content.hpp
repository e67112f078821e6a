#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fabula {

/// An operator of a page's content with what stands before it (ISO 32000-1, 7.8.2), as written.
struct PdfOperation {
    std::vector<std::string_view> operands;
    std::string_view name;
    std::string_view text;  ///< all of it, white space before it included

    /// Those of the operands that are numbers.
    [[nodiscard]] std::vector<double> numbers() const;
};

/// What an operation is replaced by; nothing: it stays as it is.
using Rewrite = std::function<std::optional<std::string>(const PdfOperation&)>;

/// The content with each of its operations put through `rewrite`. Linear. Inline images, which Cairo does not write of
/// a scene, are not looked for.
[[nodiscard]] std::string rewritten(std::string_view content, const Rewrite& rewrite);

}  // namespace fabula
