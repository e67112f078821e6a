#pragma once

#include <map>
#include <string>
#include <string_view>

#include "fabula/source.hpp"

#include "yaml/document.hpp"

namespace fabula {

/// Where the keys of theme files are said, for faults that show only when all is read.
class KeyPlaces {
public:
    /// The keys of a file; they hold over those of files read before.
    void add(const yaml::Node& root);

    /// The place of the value of "type.text", or of an entry of a list, "colours.lives.0"; `otherwise` where no file
    /// says it.
    [[nodiscard]] Span of(std::string_view key, Span otherwise) const;

private:
    void add(const yaml::Node& node, const std::string& key);

    std::map<std::string, Span, std::less<>> places_;
};

}  // namespace fabula
