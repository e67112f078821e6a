#pragma once

#include <string>
#include <string_view>

namespace fabula {

/// `text` for an element of XML or HTML, or between double quotes as an attribute. Characters that XML 1.0 does not
/// know are left out, and those that override the direction of what stands around them; bytes that are no UTF-8 become
/// U+FFFD.
[[nodiscard]] std::string xml_text(std::string_view text);

/// `id` as the value of an attribute that is one id, or a list of them: as above, without white space.
[[nodiscard]] std::string xml_id(std::string_view id);

}  // namespace fabula
