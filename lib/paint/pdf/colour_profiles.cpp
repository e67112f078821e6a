// Profiles of colours, as LittleCMS makes and reads them.
#include "paint/pdf/colour_profiles.hpp"

#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <lcms2.h>
#include <memory>
#include <utility>

namespace fabula {
namespace {

struct CloseProfile {
    void operator()(void* profile) const { cmsCloseProfile(profile); }
};
using ProfileHandle = std::unique_ptr<void, CloseProfile>;

struct FreeCurve {
    void operator()(cmsToneCurve* curve) const { cmsFreeToneCurve(curve); }
};
using CurveHandle = std::unique_ptr<cmsToneCurve, FreeCurve>;

/// The profile's bytes without the time at which it was made, which stands in bytes 24 to 35 (ISO 15076-1, 7.2.1).
std::string bytes_of(const ProfileHandle& profile) {
    cmsUInt32Number size = 0;
    if (!profile || cmsSaveProfileToMem(profile.get(), nullptr, &size) == 0) return {};
    std::string bytes(size, '\0');
    if (cmsSaveProfileToMem(profile.get(), bytes.data(), &size) == 0) return {};
    // Midnight of the first day of 2000: a date of zeros is none.
    constexpr unsigned char some_date[] = {0x07, 0xD0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0};
    constexpr std::size_t place = 24;
    for (std::size_t i = 0; i < sizeof some_date; ++i)
        bytes.at(place + i) = static_cast<char>(some_date[i]);
    return bytes;
}

ProfileHandle grey_of_srgb() {
    // The curve of sRGB, as the parameters of type 4 (IEC 61966-2-1).
    const cmsFloat64Number parameters[] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
    const CurveHandle curve(cmsBuildParametricToneCurve(nullptr, 4, parameters));
    return ProfileHandle(cmsCreateGrayProfile(cmsD50_xyY(), curve.get()));
}

std::string described(const ProfileHandle& profile) {
    char text[256] = {};
    cmsGetProfileInfoASCII(profile.get(), cmsInfoDescription, "en", "US", text, sizeof text);
    return text;
}

ProfileResult read_profile(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const ProfileHandle profile(cmsOpenProfileFromMem(bytes.data(), static_cast<cmsUInt32Number>(bytes.size())));
    if (!profile) return {std::nullopt, fmt::format("‘{}’ is no ICC profile that can be read", path)};
    if (cmsGetColorSpace(profile.get()) != cmsSigCmykData)
        return {std::nullopt, fmt::format("the ICC profile ‘{}’ is not one of cyan, magenta, yellow and black", path)};
    const std::string name = described(profile);
    return {ColourProfile{std::move(bytes), name.empty() ? "CMYK" : name, 4}, {}};
}

}  // namespace

ProfileResult profile_for(const Inks& inks) {
    switch (inks.output) {
        case InkOutput::rgb:
            return {ColourProfile{bytes_of(ProfileHandle(cmsCreate_sRGBProfile())), "sRGB IEC61966-2.1", 3}, {}};
        case InkOutput::black:
            return {ColourProfile{bytes_of(grey_of_srgb()), "grey of sRGB", 1}, {}};
        case InkOutput::cmyk:
        case InkOutput::spot:
            return inks.profile.empty() ? ProfileResult{} : read_profile(inks.profile);
    }
    return {};
}

}  // namespace fabula
