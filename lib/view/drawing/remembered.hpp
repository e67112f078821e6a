#pragma once

#include <any>
#include <utility>

#include "fabula/view.hpp"

namespace fabula::drawing {

/// The value that an earlier page of the same flow kept, or else what `make` makes, kept for later pages. One of a
/// type.
template <typename Value, typename Make>
[[nodiscard]] Value remembered(PageMemory* memory, const Make& make) {
    if (memory == nullptr) return make();
    for (const std::any& kept : *memory) {
        if (const auto* const value = std::any_cast<Value>(&kept)) return *value;
    }
    Value value = make();
    memory->emplace_back(value);
    return value;
}

}  // namespace fabula::drawing
