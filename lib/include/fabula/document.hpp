#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "fabula/scene.hpp"

/// Pictures on sheets of paper, with what a printer needs to cut, fold and ink them. Painters turn it into bytes.
namespace fabula {

/// How a colour of the screen is made of printing inks, each in percent of full cover, 0 to 100.
struct InkRecipe {
    Colour colour;
    double cyan = 0;
    double magenta = 0;
    double yellow = 0;
    double black = 0;
    double spot = 0;  ///< of the spot ink, Inks::spot_name

    friend bool operator==(const InkRecipe&, const InkRecipe&) = default;
};

/// What colours are written as, in formats that know inks.
enum class InkOutput {
    rgb,    ///< as on screen
    black,  ///< one black ink: every colour is a grey
    cmyk,   ///< process inks, by recipes; greys on the black plate alone
    spot,   ///< as cmyk, with the spot ink on a plate of its own
};

struct Inks {
    InkOutput output = InkOutput::rgb;
    std::string spot_name;  ///< as the printer knows it: "PANTONE 1807 C"
    InkRecipe spot{};       ///< what stands for the spot ink where it has no plate: its colour and process inks
    std::vector<InkRecipe> recipes;  ///< each colour once; a grey needs none
    std::string profile;             ///< absolute path of the ICC profile of the printing condition, or empty

    friend bool operator==(const Inks&, const Inks&) = default;
};

/// A stroke or fill of this colour is drawn in all inks: crop and registration marks. As good as black on a screen.
inline constexpr Colour registration_colour{0, 0, 1, 255};

/// A colour of a picture by the name under which a page that shows it may change it, and what stands for it on a dark
/// ground; none: itself.
struct NamedColour {
    std::string name;  ///< "ink", "life-2": a word of CSS
    Colour colour;
    std::optional<Colour> dark{};

    friend bool operator==(const NamedColour&, const NamedColour&) = default;
};

/// A scene, or what a window shows of it, on a page.
struct Placement {
    std::size_t scene = 0;      ///< of Document::scenes
    Point shift;                ///< what the scene's coordinates are moved by, points
    std::optional<Box> window;  ///< in the page's coordinates; nothing outside is drawn

    friend bool operator==(const Placement&, const Placement&) = default;
};

/// One side of a sheet of paper, in points, y downwards. Paper colour fills the bleed box.
struct PrintedPage {
    double width = 0;  ///< of the sheet as it is printed, marks included
    double height = 0;
    Box trim;   ///< the page as it is cut
    Box bleed;  ///< how far the picture goes on beyond the cut
    std::vector<Placement> pictures;
    Group furniture;    ///< running head, page number, assembly marks
    std::string label;  ///< of the page: "iv", "12", "B2"

    friend bool operator==(const PrintedPage&, const PrintedPage&) = default;
};

/// What a painter paints. Its first scene says what the document is called, who wrote it and in which language.
struct Document {
    std::vector<Scene> scenes;  ///< at least one
    std::vector<PrintedPage> pages;
    std::vector<Font> fonts;  ///< of all scenes and of the pages' furniture
    Inks inks;
    std::vector<NamedColour> palette{};  ///< where two have one colour, the first names it

    friend bool operator==(const Document&, const Document&) = default;
};

/// The scene on one page of its own size.
[[nodiscard]] Document one_page(Scene scene);

}  // namespace fabula
