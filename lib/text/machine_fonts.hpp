#pragma once

#include <string>
#include <vector>

#include "text/handle.hpp"

namespace fabula {

/// The fonts installed on this machine, whatever this process uses itself. Reading what is installed takes time, so it
/// is read when it is first asked for.
class MachineFonts {
public:
    /// The files of the family's upright and italic faces, sorted; none where it is not installed.
    [[nodiscard]] std::vector<std::string> files_of(const std::string& family);

private:
    ConfigHandle config_;
};

}  // namespace fabula
