// The version of the library.
#include "fabula/version.hpp"

namespace fabula {

std::string_view version() noexcept {
    return FABULA_VERSION;
}

}  // namespace fabula
