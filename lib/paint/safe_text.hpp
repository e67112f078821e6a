#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Texts and addresses that a story says, made safe for a file.
namespace fabula::painting {

/// `text` for an element of XML or HTML, or between double quotes as an attribute. Characters that XML 1.0 does not
/// allow are left out, and so are those that override the direction of the text around them; bytes that are not UTF-8
/// become U+FFFD.
[[nodiscard]] std::string xml_text(std::string_view text);

/// `id` for an attribute that is one id or a list of them: as above, without white space.
[[nodiscard]] std::string xml_id(std::string_view id);

/// The address of a link out of the document, as a reader of PDF takes it: in ASCII (RFC 3986), other characters as %XX
/// of their UTF-8. Nothing where the link is not an address or should not be opened: only http, https, mailto and doi
/// are followed. A doi becomes the address of its resolver, because hardly any program knows the scheme.
[[nodiscard]] std::optional<std::string> link_address(std::string_view link);

}  // namespace fabula::painting
