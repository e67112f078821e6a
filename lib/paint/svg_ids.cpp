#include "paint/svg_ids.hpp"

#include <algorithm>
#include <vector>

namespace fabula {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Numbers in the order in which they are first met.
class Renumbering {
public:
    std::string operator()(std::string_view old) {
        auto known = std::find(met_.begin(), met_.end(), old);
        if (known == met_.end()) known = met_.insert(met_.end(), old);
        return std::to_string(known - met_.begin() + 1);
    }

private:
    std::vector<std::string_view> met_;
};

}  // namespace

std::string with_stable_ids(std::string_view svg) {
    constexpr std::string_view stem = "surface";
    Renumbering renumbered;
    std::string out;
    out.reserve(svg.size());
    std::size_t copied = 0;
    for (std::size_t at = svg.find(stem); at != std::string_view::npos; at = svg.find(stem, at)) {
        at += stem.size();
        const std::size_t end = static_cast<std::size_t>(
            std::find_if_not(svg.begin() + static_cast<std::ptrdiff_t>(at), svg.end(), is_digit) - svg.begin());
        if (end == at) continue;
        out += svg.substr(copied, at - copied);
        out += renumbered(svg.substr(at, end - at));
        copied = end;
    }
    out += svg.substr(copied);
    return out;
}

}  // namespace fabula
