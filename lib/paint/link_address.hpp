#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fabula {

/// The address that a link leads out to, as a reader of PDF takes it: in ASCII (RFC 3986), other characters as %XX of
/// their UTF-8. Nothing where a picture should not open it, or it is none: only http, https, mailto and doi are
/// followed. A doi becomes the address of its resolver, as hardly a program knows the scheme.
[[nodiscard]] std::optional<std::string> link_address(std::string_view link);

}  // namespace fabula
