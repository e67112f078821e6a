#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/document.hpp"
#include "fabula/scene.hpp"

/// Shapes and colours as SVG writes them.
namespace fabula::painting {

/// What a shape or a text is painted with.
struct SvgPaint {
    std::optional<Colour> fill;
    std::optional<Colour> stroke;
};

/// Colours of a picture as SVG has them: an attribute that every program knows, and a class by which style sheets that
/// know more change it. Those of the palette can be set from outside, as custom properties of CSS (`--fabula-ink`), and
/// have a twin for dark grounds.
class SvgColours {
public:
    explicit SvgColours(const std::vector<NamedColour>& palette) : palette_(palette) {}

    /// The attributes, each with a space before it. A missing fill is written as `none`; a missing stroke is not
    /// written.
    [[nodiscard]] std::string attributes(const SvgPaint& paint);

    /// The rules for all that was asked for so far, for elements within that with the id `root`. They weigh nothing, so
    /// that a page's own always hold, and programs that do not know their selector pass them over.
    [[nodiscard]] std::string rules(std::string_view root, bool with_dark) const;

private:
    struct Use {
        std::string_view property;  ///< "fill"
        std::size_t name = 0;       ///< in the palette
        friend auto operator<=>(const Use&, const Use&) = default;
    };

    /// The class for the colour, which is noted as used; empty where the palette does not have it.
    std::string class_of(std::string_view property, Colour colour);

    const std::vector<NamedColour>& palette_;
    std::set<Use> used_;
};

/// "#rrggbb", or "#rgb" where that says the same. Without what shows through.
[[nodiscard]] std::string svg_colour(Colour colour);

/// `value` to this many digits, in as few characters as SVG takes: ".5", "-12".
[[nodiscard]] std::string svg_number(double value, int digits = 2);

/// The steps as the `d` of an SVG path: to so many digits, each from the one before, so that it is short; rounding
/// never adds up.
[[nodiscard]] std::string path_data(const std::vector<PathStep>& steps, int digits = 2);

/// The lengths by which `path` is broken, to more digits than others, because errors add up along a line; and slightly
/// short, so that a dot at the end of the line is within it, whoever does the sum.
[[nodiscard]] std::string dash_array(const Path& path);

/// What is drawn by `path`, as an element with `attributes` (each with a space before it): a circle where it is one.
[[nodiscard]] std::string shape_element(const Path& path, std::string_view attributes);

}  // namespace fabula::painting
