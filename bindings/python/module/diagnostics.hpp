#pragma once

#include <cstdint>
#include <nanobind/nanobind.h>
#include <string>
#include <vector>

#include "fabula/diagnostic.hpp"

namespace fabula::python {

/// A piece of text to be replaced by another, its place worked out.
struct Change {
    std::string file;
    std::uint32_t line = 0;    ///< from 1
    std::uint32_t column = 0;  ///< from 1, in characters
    std::size_t offset = 0;    ///< bytes
    std::size_t length = 0;    ///< bytes
    std::string replacement;
};

/// A way to fix what was found.
struct Correction {
    std::string text;
    std::vector<Change> edits;
};

/// A diagnostic with its place worked out, as Python sees it: it needs no Sources any more.
struct Finding {
    std::string severity;
    std::string code;
    std::string message;
    std::string help;
    std::string file;
    std::uint32_t line = 0;    ///< from 1; 0: of the file as a whole
    std::uint32_t column = 0;  ///< from 1, in characters
    std::uint32_t length = 0;  ///< bytes
    std::vector<Correction> repairs;
    std::string text;  ///< all of it, with the line and a caret under the place
};

[[nodiscard]] std::vector<Finding> findings_of(const Diagnostics& diagnostics, const Sources& sources);

/// Tells Python of the class.
void bind_diagnostics(nanobind::module_& module);

}  // namespace fabula::python
