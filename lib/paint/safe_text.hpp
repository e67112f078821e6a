#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Texts and addresses that a story says, made safe for a file.
namespace fabula::painting {

/// `text` for an element of XML or HTML, or between double quotes as an attribute. Characters that XML 1.0 does not
/// know are left out, and those that override the direction of what stands around them; bytes that are no UTF-8 become
/// U+FFFD.
[[nodiscard]] std::string xml_text(std::string_view text);

/// `id` as the value of an attribute that is one id, or a list of them: as above, without white space.
[[nodiscard]] std::string xml_id(std::string_view id);

/// The address that a link leads out to, as a reader of PDF takes it: in ASCII (RFC 3986), other characters as %XX of
/// their UTF-8. Nothing where a picture should not open it, or it is none: only http, https, mailto and doi are
/// followed. A doi becomes the address of its resolver, as hardly a program knows the scheme.
[[nodiscard]] std::optional<std::string> link_address(std::string_view link);

}  // namespace fabula::painting
