// Profiles of colours, as LittleCMS makes and reads them.
#include <chrono>
#include <cstddef>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <lcms2.h>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "fabula/document.hpp"

#include "paint/pdf/pass.hpp"
#include "paint/safe_text.hpp"

namespace fabula::painting {
namespace {

/// An ICC profile (ISO 15076-1).
struct ColourProfile {
    std::string bytes;
    std::string name;
    std::size_t channels = 3;
};

/// None where a document's colours are inks of which no profile is given; else an error says what is wrong with that.
struct ProfileResult {
    std::optional<ColourProfile> profile;
    std::string error;
};

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

/// What the numbers of a document's colours mean: sRGB (IEC 61966-2-1) on screen, its grey in black, else the profile
/// that `inks` names. The same bytes at any time.
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

}  // namespace

// What a document says of itself: add_metadata.

namespace {

constexpr std::string_view program = "Fabula";

std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words)
        all += (all.empty() ? "" : ", ") + word;
    return all;
}

/// The packet's properties, each only where there is something to say.
class Packet {
public:
    void add(std::string_view property, std::string_view value) {
        if (!value.empty()) properties_ += fmt::format("<{0}>{1}</{0}>\n", property, xml_text(value));
    }

    void add_in(std::string_view container, std::string_view property, std::string_view value,
                std::string_view attributes = {}) {
        if (value.empty()) return;
        properties_ += fmt::format("<{0}><rdf:{1}><rdf:li{2}>{3}</rdf:li></rdf:{1}></{0}>\n", property, container,
                                   attributes, xml_text(value));
    }

    /// PDF/A knows the properties of PDF/UA only where a document brings their description (ISO 19005-2, 6.6.2.3).
    void describe_universal_access() {
        properties_ += R"(<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>the part of ISO 14289 that the document conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
)";
    }

    [[nodiscard]] std::string text() const {
        constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
        return fmt::format(R"(<?xpacket begin="{}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
{}</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>)",
                           byte_order_mark, properties_);
    }

private:
    std::string properties_;
};

/// Seconds since the beginning of 1970 as a date in UTC, its parts put together by `pattern`.
std::string date_text(std::int64_t seconds, fmt::format_string<int, unsigned, unsigned, long, long, long> pattern) {
    const std::chrono::sys_seconds moment{std::chrono::seconds(seconds)};
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss hours(moment - day);
    return fmt::format(pattern, static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()), hours.hours().count(), hours.minutes().count(),
                       hours.seconds().count());
}

std::string date_in_xmp(std::int64_t seconds) {
    return date_text(seconds, "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z");
}

std::string date_in_pdf(std::int64_t seconds) {
    return date_text(seconds, "D:{:04}{:02}{:02}{:02}{:02}{:02}Z");
}

std::string packet_of(const PdfDraft& draft, bool archival) {
    const Scene& scene = draft.document.scenes.front();
    Packet packet;
    packet.add_in("Alt", "dc:title", scene.title.empty() ? "picture" : scene.title, R"( xml:lang="x-default")");
    packet.add_in("Seq", "dc:creator", scene.author);
    packet.add_in("Alt", "dc:description", scene.subject, R"( xml:lang="x-default")");
    packet.add_in("Bag", "dc:language", scene.language);
    packet.add("pdf:Keywords", joined(scene.keywords));
    packet.add("pdf:Producer", program);
    packet.add("xmp:CreatorTool", program);
    if (draft.options.date) {
        packet.add("xmp:CreateDate", date_in_xmp(*draft.options.date));
        packet.add("xmp:ModifyDate", date_in_xmp(*draft.options.date));
    }
    packet.add("pdfuaid:part", "1");
    if (archival) {
        packet.add("pdfaid:part", "2");
        packet.add("pdfaid:conformance", "A");
        packet.describe_universal_access();
    }
    return packet.text();
}

void write_information(const PdfDraft& draft) {
    const Scene& scene = draft.document.scenes.front();
    PdfObject information = draft.file.parsed("<< >>");
    const auto set = [&](const char* key, const std::string& value) {
        if (!value.empty()) information.set(key, draft.file.text(value));
    };
    set("Title", scene.title);
    set("Author", scene.author);
    set("Subject", scene.subject);
    set("Keywords", joined(scene.keywords));
    set("Creator", std::string(program));
    set("Producer", std::string(program));
    if (draft.options.date) {
        set("CreationDate", date_in_pdf(*draft.options.date));
        set("ModDate", date_in_pdf(*draft.options.date));
    }
    draft.file.trailer().set("Info", draft.file.indirect(information));
}

void write_packet(const PdfDraft& draft, const std::string& text) {
    draft.file.root().set("Metadata", draft.file.stream(text, "<< /Type /Metadata /Subtype /XML >>"));
}

void write_output_intent(const PdfDraft& draft, const ColourProfile& profile) {
    PdfObject intent = draft.file.parsed("<< /Type /OutputIntent /S /GTS_PDFA1 >>");
    intent.set("OutputConditionIdentifier", draft.file.text(profile.name));
    intent.set("Info", draft.file.text(profile.name));
    intent.set("DestOutputProfile", draft.file.stream(profile.bytes, fmt::format("<< /N {} >>", profile.channels)));
    draft.file.root().set("OutputIntents", draft.file.list({draft.file.indirect(intent)}));
}

}  // namespace

std::string add_metadata(const PdfDraft& draft) {
    const ProfileResult profile = profile_for(draft.document.inks);
    if (!profile.error.empty()) return profile.error;
    if (profile.profile) write_output_intent(draft, *profile.profile);
    write_information(draft);
    write_packet(draft, packet_of(draft, profile.profile.has_value()));
    return {};
}

}  // namespace fabula::painting
