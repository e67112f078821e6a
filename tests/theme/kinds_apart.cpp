#include "kinds_apart.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <set>
#include <string_view>
#include <utility>

#include "colour_vision.hpp"

namespace fabula::testing {
namespace {

constexpr std::size_t count_of_patterns = static_cast<std::size_t>(LinePattern::wavy) + 1;

/// What a line looks like: how it is broken, how heavy it is.
struct Look {
    LinePattern pattern = LinePattern::solid;
    std::vector<double> dashes;
    double width = 1;
    Colour colour;
};

Look look_of(const KindStyle& style, const Theme& theme, double width, Colour colour) {
    Look look{style.pattern, {}, style.width > 0 ? style.width : width, style.colour.value_or(colour)};
    if (look.pattern == LinePattern::thick) {
        look.pattern = LinePattern::solid;
        look.width *= 1.7;
    }
    if (look.pattern == LinePattern::dashed) look.dashes = theme.dashes.dashed;
    if (look.pattern == LinePattern::dotted) look.dashes = theme.dashes.dotted;
    if (look.pattern == LinePattern::dash_dot) look.dashes = theme.dashes.dash_dot;
    if (look.pattern == LinePattern::long_dash) look.dashes = theme.dashes.long_dash;
    if (!look.dashes.empty()) look.pattern = LinePattern::dashed;
    return look;
}

bool differ(double one, double other) {
    return std::max(one, other) > 1.4 * std::min(one, other) + 0.05;
}

bool are_alike(const Look& one, const Look& other) {
    if (one.pattern != other.pattern || one.dashes.size() != other.dashes.size()) return false;
    for (std::size_t i = 0; i < one.dashes.size(); ++i) {
        if (differ(one.dashes[i], other.dashes[i])) return false;
    }
    if (differ(one.width, other.width)) return false;
    return least_difference(one.colour, other.colour) < told_by_colour;
}

using NamedLook = std::pair<std::string, Look>;

std::vector<std::string> alike(const std::vector<NamedLook>& looks) {
    std::vector<std::string> pairs;
    for (std::size_t i = 0; i < looks.size(); ++i) {
        for (std::size_t j = i + 1; j < looks.size(); ++j) {
            if (are_alike(looks[i].second, looks[j].second))
                pairs.push_back(looks[i].first + " looks like " + looks[j].first);
        }
    }
    return pairs;
}

/// Named kinds, and those that take in turn what patterns are left.
template <typename StyleOf>
std::vector<KindStyle> styles_of(const std::vector<KindStyle>& named, const StyleOf& style_of) {
    std::vector<KindStyle> styles = named;
    std::set<LinePattern> taken;
    for (const KindStyle& kind : named)
        taken.insert(kind.pattern);
    for (std::size_t position = 0; position + taken.size() < count_of_patterns; ++position)
        styles.push_back(style_of("kind " + std::to_string(position + 1), position));
    return styles;
}

}  // namespace

std::vector<std::string> alike_relationships(const std::vector<KindStyle>& styles, const Theme& theme) {
    std::vector<NamedLook> looks;
    for (const KindStyle& style : styles)
        looks.emplace_back(style.name, look_of(style, theme, theme.strokes.relationship, theme.colours.relationship));
    return alike(looks);
}

std::vector<std::string> alike_relationships(const Theme& theme) {
    const auto style_of = [&](const std::string& kind, std::size_t position) {
        return theme.relationship_style(kind, position);
    };
    return alike_relationships(styles_of(theme.relationships, style_of), theme);
}

std::vector<std::string> alike_states(const Theme& theme) {
    std::vector<NamedLook> looks;
    const auto style_of = [&](const std::string& state, std::size_t position) {
        return theme.state_style(state, position);
    };
    for (const KindStyle& style : styles_of(theme.states, style_of))
        looks.emplace_back(style.name, look_of(style, theme, theme.strokes.life, theme.colours.life));
    return alike(looks);
}

std::vector<std::string> alike_marks(const Theme& theme) {
    const Theme::Marks& marks = theme.marks;
    const std::pair<std::string_view, MarkShape> shapes[] = {
        {"fact", MarkShape::dot}, {"rumour", marks.rumour}, {"hope", marks.hope},           {"memory", marks.memory},
        {"dream", marks.dream},   {"lie", marks.lie},       {"flashback", marks.flashback}, {"vision", marks.vision}};
    std::vector<std::string> pairs;
    for (const auto& one : shapes) {
        for (const auto& other : shapes) {
            if (&one < &other && one.second == other.second)
                pairs.push_back(std::string(one.first) + " looks like " + std::string(other.first));
        }
    }
    return pairs;
}

std::vector<std::string> alike_lives(const Theme& theme, double least) {
    const auto& lives = theme.colours.lives;
    std::vector<std::string> pairs;
    for (std::size_t i = 0; i < lives.size(); ++i) {
        for (std::size_t j = i + 1; j < lives.size(); ++j) {
            const double apart = difference(seen(lives[i], Vision::normal), seen(lives[j], Vision::normal));
            if (apart >= least) continue;
            pairs.push_back("lives " + std::to_string(i) + " and " + std::to_string(j) + " are " +
                            std::to_string(apart) + " apart");
        }
    }
    return pairs;
}

}  // namespace fabula::testing
