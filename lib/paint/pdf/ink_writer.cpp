#include "paint/pdf/ink_writer.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "source/number.hpp"

namespace fabula {
namespace {

bool is_grey(Colour colour) {
    return colour.red == colour.green && colour.green == colour.blue;
}

/// Percent as a share of one.
std::string share(double percent) {
    return number(std::clamp(percent, 0.0, 100.0) / 100, 4);
}

std::string process(const InkRecipe& recipe) {
    return fmt::format("{} {} {} {}", share(recipe.cyan), share(recipe.magenta), share(recipe.yellow),
                       share(recipe.black));
}

bool has_process(const InkRecipe& recipe) {
    return recipe.cyan > 0 || recipe.magenta > 0 || recipe.yellow > 0 || recipe.black > 0;
}

std::string in_space(std::string_view space, std::string_view values, bool stroking) {
    return stroking ? fmt::format("/{} CS {} SCN", space, values) : fmt::format("/{} cs {} scn", space, values);
}

constexpr std::string_view spot_space = "InkSpot";
constexpr std::string_view spot_and_process_space = "InkAll5";
constexpr std::string_view all_space = "InkAll";

/// One ink, with what stands for it where it has no plate (8.6.6.4).
PdfObject separation(const std::string& name, const std::string& full, PdfFile& file) {
    const PdfObject function =
        file.parsed(fmt::format("<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [{}] /N 1 >>", full));
    return file.indirect(file.list({file.name("Separation"), file.name(name), file.name("DeviceCMYK"), function}));
}

/// The process inks and the spot ink at once (8.6.6.5): without a plate of its own the spot ink is added to the others.
/// What it is on its own has to be said, too (ISO 19005-2, 6.2.4.4).
PdfObject five_inks(const Inks& inks, const PdfObject& spot, PdfFile& file) {
    std::string calculation = "{";
    int below = 1;
    for (const double part : {inks.spot.cyan, inks.spot.magenta, inks.spot.yellow, inks.spot.black})
        calculation += fmt::format(" 5 -1 roll {} index {} mul add", below++, share(part));
    calculation += " 5 -1 roll pop }";
    const PdfObject function =
        file.stream(calculation, "<< /FunctionType 4 /Domain [0 1 0 1 0 1 0 1 0 1] /Range [0 1 0 1 0 1 0 1] >>");
    const PdfObject names = file.list(
        {file.name("Cyan"), file.name("Magenta"), file.name("Yellow"), file.name("Black"), file.name(inks.spot_name)});
    PdfObject colorants = file.parsed("<< >>");
    colorants.set(inks.spot_name, spot);
    PdfObject attributes = file.parsed("<< >>");
    attributes.set("Colorants", colorants);
    return file.indirect(file.list({file.name("DeviceN"), names, file.name("DeviceCMYK"), function, attributes}));
}

}  // namespace

std::optional<InkRecipe> InkWriter::recipe_for(Colour colour) const {
    const auto found = std::ranges::find_if(inks_.recipes, [&](const InkRecipe& recipe) {
        return recipe.colour.red == colour.red && recipe.colour.green == colour.green &&
               recipe.colour.blue == colour.blue;
    });
    if (found != inks_.recipes.end()) return *found;
    if (!is_grey(colour)) return std::nullopt;
    return InkRecipe{.colour = colour, .black = 100.0 * (255 - colour.red) / 255};
}

InkRecipe InkWriter::without_spot(const InkRecipe& recipe) const {
    const double part = recipe.spot / 100;
    return {.colour = recipe.colour,
            .cyan = recipe.cyan + part * inks_.spot.cyan,
            .magenta = recipe.magenta + part * inks_.spot.magenta,
            .yellow = recipe.yellow + part * inks_.spot.yellow,
            .black = recipe.black + part * inks_.spot.black,
            .spot = 0};
}

std::optional<std::string> InkWriter::operators(Colour colour, bool stroking) const {
    const bool registration = colour == registration_colour;
    if (inks_.output == InkOutput::black) {
        if (!registration && !is_grey(colour)) return std::nullopt;
        return fmt::format("{} {}", number(registration ? 0 : colour.red / 255.0, 4), stroking ? "G" : "g");
    }
    if (registration) return in_space(all_space, "1", stroking);
    const auto recipe = recipe_for(colour);
    if (!recipe) return std::nullopt;
    if (inks_.output == InkOutput::cmyk || recipe->spot <= 0)
        return fmt::format("{} {}", process(without_spot(*recipe)), stroking ? "K" : "k");
    if (!has_process(*recipe)) return in_space(spot_space, share(recipe->spot), stroking);
    return in_space(spot_and_process_space, process(*recipe) + " " + share(recipe->spot), stroking);
}

PdfObject InkWriter::colour_spaces(PdfFile& file) const {
    PdfObject spaces = file.parsed("<< >>");
    if (inks_.output == InkOutput::black) return spaces;
    spaces.set(std::string(all_space), separation("All", "1 1 1 1", file));
    if (inks_.output != InkOutput::spot) return spaces;
    const PdfObject spot = separation(inks_.spot_name, process(inks_.spot), file);
    spaces.set(std::string(spot_space), spot);
    spaces.set(std::string(spot_and_process_space), five_inks(inks_, spot, file));
    return spaces;
}

}  // namespace fabula
