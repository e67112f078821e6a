// What a document says of itself: add_metadata.
#include "paint/pdf/metadata.hpp"

#include <chrono>
#include <fmt/format.h>
#include <string_view>
#include <utility>

#include "paint/pdf/colour_profiles.hpp"
#include "paint/xml_text.hpp"

namespace fabula {
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

}  // namespace fabula
