// known_zone: names of time zones, which ICU has from the IANA database.

#include "story/time_zone.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <unicode/ucal.h>
#include <unicode/uenum.h>
#include <vector>

#include "source/nearest.hpp"
#include "story/phrase_words.hpp"

namespace fabula {
namespace {

/// Whether ICU knows it, and does not make it up from the text, as GMT+3.
bool is_zone(std::string_view name) {
    if (name.size() > 64) return false;
    std::vector<UChar> wide;
    for (const char character : name) {
        const auto byte = static_cast<unsigned char>(character);
        if (byte >= 0x80) return false;
        wide.push_back(byte);
    }
    UChar canonical[128];
    UBool known = 0;
    UErrorCode status = U_ZERO_ERROR;
    ucal_getCanonicalTimeZoneID(wide.data(), static_cast<int32_t>(wide.size()), canonical, 128, &known, &status);
    return U_SUCCESS(status) && known && name != "Etc/Unknown";
}

std::vector<std::string> all_zones() {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UEnumeration, decltype(&uenum_close)> zones(
        ucal_openTimeZoneIDEnumeration(UCAL_ZONE_TYPE_ANY, nullptr, nullptr, &status), uenum_close);
    std::vector<std::string> names;
    int32_t length = 0;
    while (U_SUCCESS(status)) {
        const char* name = uenum_next(zones.get(), &length, &status);
        if (name == nullptr) break;
        const std::string_view text(name, static_cast<std::size_t>(length));
        const bool place = text.find('/') != text.npos && !text.starts_with("Etc/");  // Etc/GMT+3 is behind UTC
        if (place) names.emplace_back(text);
    }
    std::sort(names.begin(), names.end());
    return names;
}

/// The zone of a town, or the one whose name is most like it.
std::string help_for(std::string_view name) {
    std::string town(name);
    std::replace(town.begin(), town.end(), ' ', '_');
    const std::vector<std::string> zones = all_zones();
    const auto of_town = std::find_if(zones.begin(), zones.end(), [&](std::string_view zone) {
        return same_word(zone, town) || same_word(zone.substr(zone.rfind('/') + 1), town);
    });
    if (of_town != zones.end()) return fmt::format("did you mean ‘{}’?", *of_town);
    const std::vector<std::string_view> names(zones.begin(), zones.end());
    return suggestion(town, names, "write the name of the IANA database, as Europe/Paris or America/New_York");
}

}  // namespace

std::optional<std::string> known_zone(const Located<std::string>& name, Findings& findings) {
    if (is_zone(name.value)) return name.value;
    findings.add("unknown-zone", name.span, fmt::format("there is no time zone ‘{}’", name.value),
                 findings.full() ? std::string() : help_for(name.value.substr(0, 64)));
    return std::nullopt;
}

}  // namespace fabula
