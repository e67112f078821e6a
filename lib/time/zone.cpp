#include "time/zone.hpp"

#include <cmath>
#include <unicode/unistr.h>

namespace fabula::timing {

namespace {

constexpr double milliseconds = 1000;

/// ICU counts so far; no zone has rules beyond.
constexpr std::int64_t farthest = 100'000'000'000;

}  // namespace

Zone Zone::fixed(int minutes) {
    Zone zone;
    zone.ahead_ = std::int64_t{60} * minutes;
    return zone;
}

Zone Zone::called(const std::string& name) {
    Zone zone;
    if (name.empty()) return zone;
    std::unique_ptr<icu::TimeZone> found(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
    if (found == nullptr || *found == icu::TimeZone::getUnknown()) return zone;
    const auto* rules = dynamic_cast<const icu::BasicTimeZone*>(found.get());
    if (rules == nullptr) return zone;
    static_cast<void>(found.release());
    zone.rules_.reset(rules);
    return zone;
}

std::int64_t Zone::ahead(std::int64_t utc) const {
    if (!rules_ || std::abs(utc) > farthest) return ahead_;
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t raw = 0;
    std::int32_t summer = 0;
    rules_->getOffset(static_cast<double>(utc) * milliseconds, 0, raw, summer, status);
    return U_FAILURE(status) != 0 ? 0 : (raw + summer) / 1000;
}

std::int64_t Zone::utc(std::int64_t local) const {
    if (!rules_ || std::abs(local) > farthest) return local - ahead_;
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t raw = 0;
    std::int32_t summer = 0;
    rules_->getOffsetFromLocal(static_cast<double>(local) * milliseconds, UCAL_TZ_LOCAL_FORMER, UCAL_TZ_LOCAL_FORMER,
                               raw, summer, status);
    return U_FAILURE(status) != 0 ? local : local - (raw + summer) / 1000;
}

std::string zone_name(const Story& story, const std::optional<Reference>& place) {
    std::optional<std::size_t> at = place ? std::optional(place->index) : std::nullopt;
    for (std::size_t steps = 0; at && steps < story.places().size(); ++steps) {
        if (story.places()[*at].zone) return story.places()[*at].zone->value;
        at = story.places()[*at].within;
    }
    return story.time().zone;
}

}  // namespace fabula::timing
