#include "view/drawing/json_text.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

namespace fabula::drawing {

double rounded(double value) {
    return std::round(value * 1000) / 1000;
}

std::string json_text(const nlohmann::ordered_json& figures) {
    return figures.dump(2);
}

}  // namespace fabula::drawing
