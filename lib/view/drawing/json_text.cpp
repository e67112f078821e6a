#include "view/drawing/json_text.hpp"

#include <nlohmann/json.hpp>

namespace fabula::drawing {

std::string json_text(const nlohmann::ordered_json& figures) {
    return figures.dump(2);
}

}  // namespace fabula::drawing
