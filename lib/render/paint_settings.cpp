// What can be set of formats: a new key is a row here.
#include "render/paint_settings.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>

namespace fabula {
namespace {

/// The number that all of `text` is.
template <typename Number>
std::optional<Number> whole_number(std::string_view text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    return whole ? std::optional(number) : std::nullopt;
}

bool set_dots(PaintOptions& options, std::string_view value) {
    const auto dots = whole_number<double>(value);
    if (!dots || !(*dots >= 36 && *dots <= 2400)) return false;
    options.dots_per_inch = *dots;
    return true;
}

bool set_date(PaintOptions& options, std::string_view value) {
    constexpr std::int64_t end_of_year_9999 = 253'402'300'799;
    const auto seconds = whole_number<std::int64_t>(value);
    if (!seconds || *seconds < 0 || *seconds > end_of_year_9999) return false;
    options.date = seconds;
    return true;
}

/// Sets `option` to the value whose name, of `names` in their order, is `value`.
template <typename Option>
bool set_named(Option& option, std::string_view value, std::initializer_list<std::string_view> names) {
    const auto named = std::ranges::find(names, value);
    if (named == names.end()) return false;
    option = static_cast<Option>(named - names.begin());
    return true;
}

bool set_svg_text(PaintOptions& options, std::string_view value) {
    return set_named(options.svg.text, value, {"text", "outlines", "both"});
}

bool set_svg_fonts(PaintOptions& options, std::string_view value) {
    SvgFonts fonts{};
    if (!set_named(fonts, value, {"name", "embed"})) return false;
    options.svg.fonts = fonts;
    return true;
}

bool set_svg_scheme(PaintOptions& options, std::string_view value) {
    return set_named(options.svg.scheme, value, {"auto", "fixed"});
}

bool set_svg_prefix(PaintOptions& options, std::string_view value) {
    if (!is_svg_prefix(value)) return false;
    options.svg.prefix = std::string(value);
    return true;
}

}  // namespace

const std::vector<PaintSetting>& paint_settings() {
    static const std::vector<PaintSetting> rows{
        {"png.dpi", "a number from 36 to 2400", set_dots},
        {"pdf.date", "a number of seconds since the beginning of 1970", set_date},
        {"svg.text", "text, outlines or both", set_svg_text},
        {"svg.fonts", "name or embed", set_svg_fonts},
        {"svg.scheme", "auto or fixed", set_svg_scheme},
        {"svg.prefix", "at most 40 letters (a to z), digits, - and _, the first a letter", set_svg_prefix},
    };
    return rows;
}

const PaintSetting* find_paint_setting(std::string_view key) {
    const auto found = std::ranges::find(paint_settings(), key, &PaintSetting::key);
    return found == paint_settings().end() ? nullptr : &*found;
}

}  // namespace fabula
