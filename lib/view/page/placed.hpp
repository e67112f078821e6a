#pragma once

#include <string_view>

#include "fabula/scene.hpp"

namespace fabula::pages {

/// A group moved across a sheet, with `prefix` before all ids in it and before what its links refer to, so that several
/// pictures of one story live in one scene.
[[nodiscard]] Group placed(Group group, Point by, std::string_view prefix);

}  // namespace fabula::pages
