// The content of pages taken apart into operations, by the lexical rules of ISO 32000-1, 7.2.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <fmt/format.h>
#include <optional>
#include <string>

#include "fabula/document.hpp"

#include "paint/pdf/object.hpp"
#include "paint/pdf/pass.hpp"
#include "paint/pdf/structure.hpp"
#include "source/number.hpp"

namespace fabula::painting {
namespace {

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

bool is_delimiter(char c) {
    return std::string_view("()<>[]{}/%").find(c) != std::string_view::npos;
}

/// Tokens one after another. A list and a dictionary are taken apart into theirs.
class Lexer {
public:
    explicit Lexer(std::string_view text) : text_(text) {}

    /// The next token, or nothing at the end.
    std::optional<std::string_view> next() {
        while (at_ < text_.size() && is_space(text_[at_]))
            ++at_;
        if (at_ >= text_.size()) return std::nullopt;
        const std::size_t start = at_;
        at_ = end_of_token();
        return text_.substr(start, at_ - start);
    }

    [[nodiscard]] std::size_t place() const { return at_; }

private:
    [[nodiscard]] std::size_t end_of_token() const {
        const char first = text_[at_];
        const char second = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
        if (first == '(') return end_of_string();
        if ((first == '<' && second == '<') || (first == '>' && second == '>')) return at_ + 2;
        if (first == '<') return past(text_.find('>', at_));
        if (first == '%') return past(text_.find('\n', at_));
        if (first == '/') return end_of_word(at_ + 1);
        return is_delimiter(first) ? at_ + 1 : end_of_word(at_);
    }

    [[nodiscard]] std::size_t past(std::size_t place) const {
        return place == std::string_view::npos ? text_.size() : place + 1;
    }

    [[nodiscard]] std::size_t end_of_word(std::size_t at) const {
        while (at < text_.size() && !is_space(text_[at]) && !is_delimiter(text_[at]))
            ++at;
        return at;
    }

    /// Brackets in a string are balanced, or have a backslash before them.
    [[nodiscard]] std::size_t end_of_string() const {
        int depth = 0;
        for (std::size_t at = at_; at < text_.size(); ++at) {
            if (text_[at] == '\\') {
                ++at;
            } else if (text_[at] == '(') {
                ++depth;
            } else if (text_[at] == ')' && --depth == 0) {
                return at + 1;
            }
        }
        return text_.size();
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

std::optional<double> as_number(std::string_view token) {
    double value = 0;
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), value);
    const bool whole = error == std::errc{} && end == token.data() + token.size();
    return whole ? std::optional(value) : std::nullopt;
}

/// A word that is neither a number nor a value is an operator.
bool is_operator(std::string_view token) {
    if (is_delimiter(token.front())) return false;
    return !as_number(token) && token != "true" && token != "false" && token != "null";
}

}  // namespace

std::vector<double> PdfOperation::numbers() const {
    std::vector<double> all;
    for (const std::string_view operand : operands) {
        if (const auto value = as_number(operand)) all.push_back(*value);
    }
    return all;
}

std::string rewritten(std::string_view content, const Rewrite& rewrite) {
    std::string out;
    out.reserve(content.size() + content.size() / 8);
    Lexer lexer(content);
    PdfOperation operation;
    std::size_t start = 0;
    while (const auto token = lexer.next()) {
        if (!is_operator(*token)) {
            operation.operands.push_back(*token);
            continue;
        }
        operation.name = *token;
        operation.text = content.substr(start, lexer.place() - start);
        if (const auto instead = rewrite(operation)) {
            out += '\n';
            out += *instead;
        } else {
            out += operation.text;
        }
        start = lexer.place();
        operation.operands.clear();
    }
    out += content.substr(start);
    return out;
}

namespace {

/// Writes colours of the screen as operators of a PDF that lay down ink (ISO 32000-1, 8.6), by a document's recipes and
/// not by a conversion that knows nothing of the press.
class InkWriter {
public:
    explicit InkWriter(const Inks& inks) : inks_(inks) {}

    /// The operators that set `colour` for filling or stroking; none where it has no recipe.
    [[nodiscard]] std::optional<std::string> operators(Colour colour, bool stroking) const;

    /// The colour spaces that the operators name, for the resources of a page.
    [[nodiscard]] PdfObject colour_spaces(PdfFile& file) const;

private:
    [[nodiscard]] std::optional<InkRecipe> recipe_for(Colour colour) const;
    [[nodiscard]] InkRecipe without_spot(const InkRecipe& recipe) const;

    const Inks& inks_;
};

bool is_grey(Colour colour) {
    return colour.red == colour.green && colour.green == colour.blue;
}

/// Percent as a share of one.
std::string share(double percent) {
    return number(std::clamp(percent, 0.0, 100.0) / 100, 4);
}

std::string process(const InkRecipe& recipe) {
    return fmt::format("{} {} {} {}", share(recipe.cyan), share(recipe.magenta), share(recipe.yellow),
                       share(recipe.black));
}

bool has_process(const InkRecipe& recipe) {
    return recipe.cyan > 0 || recipe.magenta > 0 || recipe.yellow > 0 || recipe.black > 0;
}

std::string in_space(std::string_view space, std::string_view values, bool stroking) {
    return stroking ? fmt::format("/{} CS {} SCN", space, values) : fmt::format("/{} cs {} scn", space, values);
}

constexpr std::string_view spot_space = "InkSpot";
constexpr std::string_view spot_and_process_space = "InkAll5";
constexpr std::string_view all_space = "InkAll";

/// One ink, with what stands for it where it has no plate (8.6.6.4).
PdfObject separation(const std::string& name, const std::string& full, PdfFile& file) {
    const PdfObject function =
        file.parsed(fmt::format("<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [{}] /N 1 >>", full));
    return file.indirect(file.list({file.name("Separation"), file.name(name), file.name("DeviceCMYK"), function}));
}

/// The process inks and the spot ink at once (8.6.6.5): without a plate of its own the spot ink is added to the others.
/// What it is on its own has to be said, too (ISO 19005-2, 6.2.4.4).
PdfObject five_inks(const Inks& inks, const PdfObject& spot, PdfFile& file) {
    std::string calculation = "{";
    int below = 1;
    for (const double part : {inks.spot.cyan, inks.spot.magenta, inks.spot.yellow, inks.spot.black})
        calculation += fmt::format(" 5 -1 roll {} index {} mul add", below++, share(part));
    calculation += " 5 -1 roll pop }";
    const PdfObject function =
        file.stream(calculation, "<< /FunctionType 4 /Domain [0 1 0 1 0 1 0 1 0 1] /Range [0 1 0 1 0 1 0 1] >>");
    const PdfObject names = file.list(
        {file.name("Cyan"), file.name("Magenta"), file.name("Yellow"), file.name("Black"), file.name(inks.spot_name)});
    PdfObject colorants = file.parsed("<< >>");
    colorants.set(inks.spot_name, spot);
    PdfObject attributes = file.parsed("<< >>");
    attributes.set("Colorants", colorants);
    return file.indirect(file.list({file.name("DeviceN"), names, file.name("DeviceCMYK"), function, attributes}));
}

std::optional<InkRecipe> InkWriter::recipe_for(Colour colour) const {
    const auto found = std::ranges::find_if(inks_.recipes, [&](const InkRecipe& recipe) {
        return recipe.colour.red == colour.red && recipe.colour.green == colour.green &&
               recipe.colour.blue == colour.blue;
    });
    if (found != inks_.recipes.end()) return *found;
    if (!is_grey(colour)) return std::nullopt;
    return InkRecipe{.colour = colour, .black = 100.0 * (255 - colour.red) / 255};
}

InkRecipe InkWriter::without_spot(const InkRecipe& recipe) const {
    const double part = recipe.spot / 100;
    return {.colour = recipe.colour,
            .cyan = recipe.cyan + part * inks_.spot.cyan,
            .magenta = recipe.magenta + part * inks_.spot.magenta,
            .yellow = recipe.yellow + part * inks_.spot.yellow,
            .black = recipe.black + part * inks_.spot.black,
            .spot = 0};
}

std::optional<std::string> InkWriter::operators(Colour colour, bool stroking) const {
    const bool registration = colour == registration_colour;
    if (inks_.output == InkOutput::black) {
        if (!registration && !is_grey(colour)) return std::nullopt;
        return fmt::format("{} {}", number(registration ? 0 : colour.red / 255.0, 4), stroking ? "G" : "g");
    }
    if (registration) return in_space(all_space, "1", stroking);
    const auto recipe = recipe_for(colour);
    if (!recipe) return std::nullopt;
    if (inks_.output == InkOutput::cmyk || recipe->spot <= 0)
        return fmt::format("{} {}", process(without_spot(*recipe)), stroking ? "K" : "k");
    if (!has_process(*recipe)) return in_space(spot_space, share(recipe->spot), stroking);
    return in_space(spot_and_process_space, process(*recipe) + " " + share(recipe->spot), stroking);
}

PdfObject InkWriter::colour_spaces(PdfFile& file) const {
    PdfObject spaces = file.parsed("<< >>");
    if (inks_.output == InkOutput::black) return spaces;
    spaces.set(std::string(all_space), separation("All", "1 1 1 1", file));
    if (inks_.output != InkOutput::spot) return spaces;
    const PdfObject spot = separation(inks_.spot_name, process(inks_.spot), file);
    spaces.set(std::string(spot_space), spot);
    spaces.set(std::string(spot_and_process_space), five_inks(inks_, spot, file));
    return spaces;
}

}  // namespace

// The content of pages, operator by operator: set_inks.

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
            return fmt::format("the colour {} is not grey, and the theme has only black ink", name);
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

}  // namespace fabula::painting
