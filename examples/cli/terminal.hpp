#pragma once

#include <cstddef>
#include <string_view>

#include "fabula/diagnostic.hpp"

#include "commands.hpp"

namespace fabula::cli {

/// Writes "fabula: MESSAGE" to standard error.
void complain(std::string_view message);

/// Writes all diagnostics to standard error in reading order; in colours where that is a terminal and $NO_COLOR is not
/// set.
void show(const Diagnostics& diagnostics, const Sources& sources);

/// How many columns the terminal has that standard output is; 0 where it is none.
[[nodiscard]] std::size_t terminal_width();

/// The exit code for what was found while a picture was made: faults of the story come before those of what was asked
/// for. Source 0 is the story; the other sources are options and themes.
[[nodiscard]] Exit exit_for(const Diagnostics& diagnostics);

}  // namespace fabula::cli
