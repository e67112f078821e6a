#pragma once

#include <string>
#include <string_view>

#include "commands.hpp"

namespace fabula::cli {

/// Writes `bytes` to the file `path` ("-": standard output), completely or not at all: a file that was there stays as
/// it is until the new one is whole and safe on the disk. Complains where that fails.
[[nodiscard]] Exit write_output(const std::string& path, std::string_view bytes);

}  // namespace fabula::cli
