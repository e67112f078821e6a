// What no single key of a theme shows: check_theme.
#include <fmt/format.h>
#include <string>
#include <utility>

#include "source/number.hpp"
#include "theme/theme_reader.hpp"
#include "theme/theme_schema.hpp"

namespace fabula::theming {
namespace {

/// A colour of a theme and the key that says it.
struct KeyedColour {
    std::string key;
    Colour colour;
};

std::vector<KeyedColour> colours_of(const Theme& theme) {
    std::vector<KeyedColour> all;
    for (const theme_schema::Ink& ink : theme_schema::inks)
        all.push_back({fmt::format("colours.{}", ink.key), theme.colours.*ink.member});
    for (std::size_t i = 0; i < theme.colours.lives.size(); ++i)
        all.push_back({fmt::format("colours.lives.{}", i), theme.colours.lives[i]});
    const auto add_kinds = [&](std::string_view block, const std::vector<KindStyle>& kinds) {
        for (const KindStyle& kind : kinds) {
            if (kind.colour) all.push_back({fmt::format("{}.{}.colour", block, kind.name), *kind.colour});
        }
    };
    add_kinds("relationships", theme.relationships);
    add_kinds("states", theme.states);
    return all;
}

bool is_grey(const Colour& colour) {
    return colour.red == colour.green && colour.green == colour.blue;
}

class ThemeChecker {
public:
    ThemeChecker(const Theme& theme, const KeyPlaces& places, Span whole, Findings& findings)
        : theme_(theme), places_(places), whole_(whole), findings_(findings) {}

    void check_sizes() const {
        const auto& type = theme_.type;
        for (const auto& [key, size] :
             {std::pair("type.text", type.text), {"type.heading", type.heading}, {"type.display", type.display}}) {
            if (size >= type.smallest) continue;
            add("out-of-range", key,
                fmt::format("‘{}’ is {} points, and the theme's smallest type is {}", key, number(size, 4),
                            number(type.smallest, 4)),
                "make it larger, or ‘type.smallest’ smaller");
        }
    }

    void check_margins() const {
        const double safe = theme_.page.safe;
        for (const theme_schema::Margin& margin : theme_schema::margins) {
            const auto& own = theme_.page.*margin.member;
            const double width = own.value_or(theme_.spacing.margin);
            if (width >= safe) continue;
            const std::string key = own ? fmt::format("page.{}", margin.key) : "spacing.margin";
            add("out-of-range", key,
                fmt::format("‘{}’ is {} points, and nothing may stand nearer to the cut than {}, as ‘page.safe’ says",
                            key, number(width, 4), number(safe, 4)),
                "make it larger, or ‘page.safe’ smaller");
            if (!own) return;  // the same for those that follow
        }
    }

    void check_black() const {
        if (theme_.inks.output != InkOutput::black) return;
        for (const KeyedColour& each : colours_of(theme_)) {
            if (is_grey(each.colour)) continue;
            add("not-grey", each.key, fmt::format("‘{}’ is not grey, and the theme has only black ink", each.key),
                "give it as much red as green and blue, or take another ‘inks.output’");
        }
    }

    void check_spot() const {
        if (!theme_.inks.spot_name.empty()) return;
        if (theme_.inks.output == InkOutput::spot)
            add("no-spot-ink", "inks.output", "the theme prints with a spot ink and has none",
                "write ‘spot’ with the name of the ink and its colour");
        for (const InkRecipe& recipe : theme_.inks.recipes) {
            if (recipe.spot <= 0) continue;
            add("no-spot-ink", "inks.recipes", "a recipe has spot ink, and the theme has none",
                "write ‘spot’ with the name of the ink and its colour");
            return;
        }
    }

private:
    void add(std::string_view code, std::string_view key, std::string message, std::string help) const {
        findings_.add(code, places_.of(key, whole_), std::move(message), std::move(help));
    }

    const Theme& theme_;
    const KeyPlaces& places_;
    Span whole_;
    Findings& findings_;
};

}  // namespace

void check_theme(const Theme& theme, const KeyPlaces& places, Span whole, Findings& findings) {
    const ThemeChecker checker(theme, places, whole, findings);
    checker.check_sizes();
    checker.check_margins();
    checker.check_black();
    checker.check_spot();
}

}  // namespace fabula::theming
