#pragma once

#include <limits>
#include <string>
#include <vector>

#include "fabula/document.hpp"
#include "fabula/scene.hpp"

/// What is wrong with a picture for those who read it or print it, found from the Scene alone; one line for each fault.
namespace fabula::testing {

/// Text whose contrast (WCAG 2.2) is less than `least` to what it stands on: the last fill drawn under its middle, or
/// the paper.
[[nodiscard]] std::vector<std::string> low_contrast(const Scene& scene, double least);

/// Text set in type smaller than `least` points.
[[nodiscard]] std::vector<std::string> small_type(const Scene& scene, double least);

/// Strokes thinner than `least` points.
[[nodiscard]] std::vector<std::string> thin_strokes(const Scene& scene, double least);

/// Whatever lets through what lies under it: presses know no such ink.
[[nodiscard]] std::vector<std::string> see_through(const Scene& scene);

/// Colours that are no greys.
[[nodiscard]] std::vector<std::string> coloured(const Scene& scene);

/// Colours, but for greys, that `inks` has no recipe for.
[[nodiscard]] std::vector<std::string> without_recipe(const Scene& scene, const Inks& inks);

/// What was measured on the way, to be reported.
struct Extremes {
    double contrast = std::numeric_limits<double>::infinity();
    double type = std::numeric_limits<double>::infinity();
    double stroke = std::numeric_limits<double>::infinity();
};
void measure(const Scene& scene, Extremes& extremes);

}  // namespace fabula::testing
