#include "theme/key_places.hpp"

namespace fabula {

void KeyPlaces::add(const yaml::Node& root) {
    add(root, {});
}

void KeyPlaces::add(const yaml::Node& node, const std::string& key) {
    const std::string prefix = key.empty() ? key : key + ".";
    if (!key.empty()) places_[key] = node.span;
    std::size_t number = 0;
    for (const yaml::Entry& entry : node.entries) {
        add(*entry.value, prefix + (entry.key == nullptr ? std::to_string(number) : entry.key->text));
        ++number;
    }
}

Span KeyPlaces::of(std::string_view key, Span otherwise) const {
    const auto place = places_.find(key);
    return place == places_.end() ? otherwise : place->second;
}

}  // namespace fabula
