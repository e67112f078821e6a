#pragma once

#include <cstddef>

#include "fabula/scene.hpp"

namespace fabula::pages {

/// A group moved across a sheet into a panel, counted from 1 on: what it shows, and what its links lead to, is that of
/// this panel, so that several pictures of one story live in one scene.
[[nodiscard]] Group placed(Group group, Point by, std::size_t panel);

}  // namespace fabula::pages
