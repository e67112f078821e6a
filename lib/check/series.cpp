#include "check/series.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <utility>

#include "check/lives.hpp"

namespace fabula::checking {

std::vector<Series> series_of(const Story& story) {
    std::map<std::pair<std::size_t, CharacterIndex>, Series> by_kind;
    for (EventIndex e = 0; e < story.events().size(); ++e) {
        const auto& milestone = story.events()[e].milestone;
        if (milestone && Lives::is_real(story.events()[e]))
            by_kind[{milestone->kind.index, milestone->of.index}].push_back(e);
    }
    std::vector<Series> result;
    for (auto& [kind, series] : by_kind) {
        std::ranges::stable_sort(series, {}, [&](EventIndex e) { return story.events()[e].milestone->number->value; });
        result.push_back(std::move(series));
    }
    return result;
}

std::string name_of(const Milestone& milestone, const Story& story) {
    return fmt::format("{} {}", story.milestones()[milestone.kind.index].name, milestone.number->value);
}

}  // namespace fabula::checking
