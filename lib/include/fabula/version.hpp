#pragma once

#include <string_view>

/// The version of these headers, by semantic versioning (semver.org). docs/stability.md says what it promises. CMake
/// takes the version of the whole project from here.
#define FABULA_VERSION_MAJOR 0
#define FABULA_VERSION_MINOR 1
#define FABULA_VERSION_PATCH 0
#define FABULA_VERSION "0.1.0"

namespace fabula {

/// The version of the library that runs, "0.1.0": where it is a shared one, perhaps not that of the headers.
[[nodiscard]] std::string_view version() noexcept;

}  // namespace fabula
