// One pass: find_categories.
#include "view/curve/categories.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "view/drawing/event_labels.hpp"

namespace fabula::curves {
namespace {

constexpr std::array patterns{LinePattern::solid, LinePattern::dashed,   LinePattern::dotted,
                              LinePattern::twin,  LinePattern::dash_dot, LinePattern::thick};

/// What an event is of, in words; empty: of nothing.
std::string kind_of(const Event& event, By by, const Context& context) {
    switch (by) {
        case By::nothing:
            return {};
        case By::place:
            return event.place ? context.story.places()[event.place->index].name : std::string();
        case By::character:
            return event.who.empty() ? std::string() : context.story.characters()[event.who.front().index].name;
        case By::reality:
            if (event.truth != Truth::fact) return truth_word(context.wording, event.truth);
            if (event.mode != Mode::present) return mode_word(context.wording, event.mode);
            return context.wording.word("present", "present");
    }
    return {};
}

/// The kinds, those with most events first; of equals the one told first.
std::vector<std::string> by_frequency(const std::vector<std::string>& kinds) {
    std::map<std::string, std::size_t> counts;
    std::vector<std::string> names;
    for (const std::string& kind : kinds) {
        if (!kind.empty() && ++counts[kind] == 1) names.push_back(kind);
    }
    std::ranges::stable_sort(names, std::greater(), [&](const std::string& name) { return counts[name]; });
    return names;
}

}  // namespace

void find_categories(Plan& plan, const Context& context) {
    std::vector<std::string> kinds;
    for (const Told& told : plan.telling.events)
        kinds.push_back(kind_of(context.story.events()[told.event], plan.options.by, context));
    std::vector<std::string> names = by_frequency(kinds);
    names.resize(std::min(names.size(), patterns.size()));
    const auto& colours = context.theme.colours.lives;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const Colour colour = colours.empty() ? context.theme.colours.life : colours[i % colours.size()];
        plan.categories.push_back({names[i], patterns[i], colour});
    }
    for (const std::string& kind : kinds) {
        const auto found = std::ranges::find(names, kind);
        plan.category_of.push_back(
            kind.empty() || found == names.end() ? SIZE_MAX : static_cast<std::size_t>(found - names.begin()));
    }
}

}  // namespace fabula::curves
