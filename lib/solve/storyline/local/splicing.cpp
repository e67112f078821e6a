// The best of several arrangements, layer by layer.
#include "solve/storyline/local/splicing.hpp"

#include <algorithm>

namespace fabula::storyline {
namespace {

/// A way to arrange one layer, and the best way to get there.
struct Choice {
    std::vector<std::size_t> order;
    std::int64_t crossings = 0;  ///< up to here
    std::size_t before = 0;      ///< the choice of the layer before
};

std::vector<Choice> choices_of(const std::vector<Arrangement>& pool, std::size_t t) {
    std::vector<Choice> choices;
    for (const Arrangement& arrangement : pool) {
        choices.push_back({arrangement[t]});
        choices.push_back({arrangement[t]});
        std::ranges::reverse(choices.back().order);
    }
    return choices;
}

/// Whichever choice stays with the arrangement that it comes from is tried first.
void arrive(const Instance& instance, std::size_t t, const std::vector<Choice>& from, std::vector<Choice>& to) {
    for (std::size_t i = 0; i < to.size(); ++i) {
        to[i].crossings = from[i].crossings + count_crossings(instance, t, from[i].order, to[i].order);
        to[i].before = i;
        for (std::size_t j = 0; j < from.size(); ++j) {
            if (from[j].crossings >= to[i].crossings) continue;
            const std::int64_t crossings = from[j].crossings + count_crossings(instance, t, from[j].order, to[i].order);
            if (crossings >= to[i].crossings) continue;
            to[i].crossings = crossings;
            to[i].before = j;
        }
    }
}

}  // namespace

Arrangement splice(const Instance& instance, const std::vector<Arrangement>& pool) {
    const std::size_t layers = instance.layers.size();
    std::vector<std::vector<Choice>> choices;
    for (std::size_t t = 0; t < layers; ++t) {
        choices.push_back(choices_of(pool, t));
        if (t > 0) arrive(instance, t - 1, choices[t - 1], choices[t]);
    }
    Arrangement spliced(layers);
    if (layers == 0) return spliced;
    auto at = static_cast<std::size_t>(std::ranges::min_element(choices.back(), {}, &Choice::crossings) -
                                       choices.back().begin());
    for (std::size_t t = layers; t-- > 0;) {
        spliced[t] = choices[t][at].order;
        at = choices[t][at].before;
    }
    return spliced;
}

std::int64_t work_of_splicing(const Instance& instance, std::size_t pool) {
    std::int64_t slots = 0;
    for (const Layer& layer : instance.layers)
        slots += static_cast<std::int64_t>(layer.slots.size());
    const auto choices = static_cast<std::int64_t>(2 * pool);
    return 3 * slots * choices * choices;
}

}  // namespace fabula::storyline
