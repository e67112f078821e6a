// One pass: age_figures.
#include "view/lifelines/ages.hpp"

#include <cmath>
#include <fmt/format.h>

namespace fabula::lifelines {
namespace {

/// The age as a figure or a narrow range; nothing where it is wider than a reader would call an age.
std::string figure(const Moment& moment, double birth) {
    constexpr double widest = 4;
    constexpr double moment_before = 1e-6;
    const double least = std::floor((moment.earliest - birth) / days_per_year + moment_before);
    const double most = std::floor((moment.latest - birth) / days_per_year - moment_before);
    if (!(least >= 0) || !(most - least <= widest)) return {};
    return most > least ? fmt::format("{}\u2013{}", static_cast<int>(least), static_cast<int>(most))
                        : fmt::to_string(static_cast<int>(least));
}

}  // namespace

std::vector<AgeFigure> age_figures(const Plan& plan, const Context& context, CharacterIndex character) {
    std::vector<AgeFigure> figures;
    const Life& life = context.timetable.lives[character];
    if (!life.birth_known) return figures;
    for (std::size_t e = 0; e < plan.entries.size(); ++e) {
        const Moment& start = context.timetable.events[plan.entries[e].event].start;
        std::string text = figure(start, life.birth.nominal);
        if (text.empty() || (!figures.empty() && figures.back().text == text)) continue;
        figures.push_back({plan.placement.along[e], std::move(text)});
    }
    return figures;
}

}  // namespace fabula::lifelines
