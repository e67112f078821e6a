#pragma once

#include <string>

#include "fabula/paint.hpp"

namespace fabula {

/// A PDF of one page in which a unit is `unit` points (UserUnit, PDF 1.6).
[[nodiscard]] PaintResult with_user_unit(const std::string& pdf, double unit);

}  // namespace fabula
