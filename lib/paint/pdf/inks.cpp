// The content of pages, operator by operator: set_inks.
#include "paint/pdf/inks.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fmt/format.h>
#include <optional>

#include "paint/pdf/content.hpp"
#include "paint/pdf/ink_writer.hpp"

namespace fabula {
namespace {

/// Rewrites the operations of one page, in their order.
class PageContent {
public:
    /// `opaque`: nothing on the page is transparent, so that no operator need set that.
    PageContent(const Document& document, const Structure& structure, std::size_t page, bool opaque)
        : inks_(document.inks), writer_(document.inks), structure_(structure), page_(page), opaque_(opaque) {}

    [[nodiscard]] std::string rewrite(const std::string& content) {
        return rewritten(content, [&](const PdfOperation& operation) { return instead_of(operation); });
    }

    [[nodiscard]] const std::string& error() const noexcept { return error_; }

private:
    std::optional<std::string> instead_of(const PdfOperation& operation) {
        if (operation.name == "BDC") return marked_content(operation);
        if (operation.name == "gs" && opaque_) return "";
        if (inks_.output == InkOutput::rgb) return std::nullopt;
        const bool stroking = operation.name == "RG" || operation.name == "G";
        if (operation.name == "rg" || operation.name == "RG") return ink(operation, stroking, 3);
        if (operation.name == "g" || operation.name == "G") return ink(operation, stroking, 1);
        return std::nullopt;
    }

    /// `/P << /MCID 7 >> BDC` with the role that content 7 of the page has, or as an artifact.
    std::optional<std::string> marked_content(const PdfOperation& operation) {
        const std::vector<double> numbers = operation.numbers();
        if (std::ranges::find(operation.operands, "/MCID") == operation.operands.end() || numbers.size() != 1)
            return std::nullopt;
        const auto number = static_cast<std::size_t>(numbers.front());
        const auto role = structure_.role(page_, number);
        return role ? fmt::format("/{} << /MCID {} >> BDC", *role, number) : "/Artifact BMC";
    }

    std::optional<std::string> ink(const PdfOperation& operation, bool stroking, std::size_t channels) {
        const std::vector<double> numbers = operation.numbers();
        if (numbers.size() != channels) return std::nullopt;
        const auto channel = [&](std::size_t i) {
            const double value = std::clamp(numbers[std::min(i, channels - 1)], 0.0, 1.0);
            return static_cast<std::uint8_t>(std::lround(value * 255));
        };
        const Colour colour{channel(0), channel(1), channel(2), 255};
        auto operators = writer_.operators(colour, stroking);
        if (!operators && error_.empty()) error_ = fault_of(colour);
        return operators;
    }

    [[nodiscard]] std::string fault_of(Colour colour) const {
        const std::string name = fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
        if (inks_.output == InkOutput::black)
            return fmt::format("the colour {} is no grey, and the theme has one black ink", name);
        return fmt::format("the colour {} has no recipe: give it one in the theme, under inks.recipes", name);
    }

    const Inks& inks_;
    InkWriter writer_;
    const Structure& structure_;
    std::size_t page_;
    bool opaque_;
    std::string error_;
};

bool is_opaque_state(const PdfObject& state) {
    const bool faint =
        (state.has("CA") && state.get("CA").number() < 1) || (state.has("ca") && state.get("ca").number() < 1);
    return !faint && !state.has("SMask");
}

/// Whether no state that content can ask for is transparent, and nothing is drawn by way of a picture that may be.
bool is_opaque(const PdfObject& resources) {
    if (!resources.is_dictionary()) return true;
    if (resources.has("XObject") && !resources.get("XObject").keys().empty()) return false;
    if (!resources.has("ExtGState")) return true;
    const PdfObject states = resources.get("ExtGState");
    return std::ranges::all_of(states.keys(),
                               [&](const std::string& name) { return is_opaque_state(states.get(name)); });
}

std::string set_inks_of(const PdfDraft& draft, std::size_t i, const Structure& structure) {
    PdfObject page = draft.pages[i];
    PdfObject resources = page.get("Resources");
    const bool opaque = is_opaque(resources);
    const bool in_inks = draft.document.inks.output != InkOutput::rgb;
    if (!opaque && in_inks) return "something is transparent, which ink on paper cannot be";
    if (opaque) {
        page.remove("Group");
        if (resources.is_dictionary()) resources.remove("ExtGState");
    }
    if (in_inks && resources.is_dictionary())
        resources.set("ColorSpace", InkWriter(draft.document.inks).colour_spaces(draft.file));
    PageContent content(draft.document, structure, i, opaque);
    draft.file.set_content(page, content.rewrite(draft.file.content(page)));
    return content.error();
}

}  // namespace

std::string set_inks(const PdfDraft& draft, const Structure& structure) {
    for (std::size_t i = 0; i < draft.pages.size(); ++i) {
        if (std::string error = set_inks_of(draft, i, structure); !error.empty()) return error;
    }
    return {};
}

}  // namespace fabula
