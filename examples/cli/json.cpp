#include "json.hpp"

#include <cmath>

#include "source/number.hpp"

namespace fabula::cli {

Json json_number(double value) {
    return std::isfinite(value) ? Json::parse(number(value, 6)) : Json(nullptr);
}

Json json_place(const Span& span, const std::string& message, const Sources& sources) {
    return {{"file", sources.name(span.source)},
            {"line", span.line},
            {"column", span.column},
            {"length", span.length},
            {"message", message}};
}

std::string json_text(const Json& value) {
    return value.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace fabula::cli
