#include "paint/svg/base.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <tuple>
#include <utility>

namespace fabula {
namespace {

using Face = std::pair<FontIndex, float>;
using Ink = std::tuple<int, int, int, int>;

/// How many letters there are of each.
struct Census {
    std::map<Face, std::size_t> faces;
    std::map<Ink, std::size_t> inks;

    void count(const Group& group) {
        for (const Node& node : group.children) {
            if (const auto* inner = std::get_if<Group>(&node)) count(*inner);
            if (const auto* text = std::get_if<Text>(&node)) count(*text);
        }
    }

    void count(const Text& text) {
        const Colour& colour = text.colour;
        for (const GlyphRun& run : text.line.runs) {
            faces[{run.font, run.size}] += run.glyphs.size();
            inks[{colour.red, colour.green, colour.blue, colour.alpha}] += run.glyphs.size();
        }
    }
};

/// The key of what there is most of.
template <typename Key>
Key commonest(const std::map<Key, std::size_t>& counted) {
    const auto most = std::ranges::max_element(counted, {}, [](const auto& each) { return each.second; });
    return most == counted.end() ? Key{} : most->first;
}

}  // namespace

SvgBase base_of(const Document& document, const PrintedPage& page) {
    Census census;
    for (const Placement& placement : page.pictures)
        census.count(document.scenes[placement.scene].root);
    census.count(page.furniture);
    const Face face = commonest(census.faces);
    const Ink ink = commonest(census.inks);
    const auto channel = [](int value) { return static_cast<std::uint8_t>(value); };
    return {
        face.first,
        face.second,
        {channel(std::get<0>(ink)), channel(std::get<1>(ink)), channel(std::get<2>(ink)), channel(std::get<3>(ink))}};
}

}  // namespace fabula
