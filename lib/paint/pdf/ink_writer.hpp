#pragma once

#include <optional>
#include <string>

#include "fabula/document.hpp"

#include "paint/pdf/object.hpp"

namespace fabula {

/// Writes colours of the screen as operators of a PDF that lay down ink (ISO 32000-1, 8.6), by a document's recipes and
/// not by a conversion that knows nothing of the press.
class InkWriter {
public:
    explicit InkWriter(const Inks& inks) : inks_(inks) {}

    /// The operators that set `colour` for filling or stroking; none where it has no recipe.
    [[nodiscard]] std::optional<std::string> operators(Colour colour, bool stroking) const;

    /// The colour spaces that the operators name, for the resources of a page.
    [[nodiscard]] PdfObject colour_spaces(PdfFile& file) const;

private:
    [[nodiscard]] std::optional<InkRecipe> recipe_for(Colour colour) const;
    [[nodiscard]] InkRecipe without_spot(const InkRecipe& recipe) const;

    const Inks& inks_;
};

}  // namespace fabula
