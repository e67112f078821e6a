// From the names in RenderOptions to what they name: resolve_options, choose_painting. What can be set of formats is
// the table in paint_settings: a new key is a row there.

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fabula/paint.hpp"

#include "render/steps.hpp"
#include "source/findings.hpp"
#include "source/nearest.hpp"
#include "theme/theme_reader.hpp"
#include "view/pictures.hpp"

namespace fabula {
namespace {

/// A `--set` key of a format: a row of the table of them.
struct PaintSetting {
    std::string_view key;                                ///< "png.dpi"
    std::string_view form;                               ///< what its value is: "a number from 36 to 2400"
    bool (*set)(PaintOptions&, std::string_view value);  ///< false where the value is not of that form
};

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

/// The row for `key`; null where there is none.
const PaintSetting* find_paint_setting(std::string_view key) {
    const auto found = std::ranges::find(paint_settings(), key, &PaintSetting::key);
    return found == paint_settings().end() ? nullptr : &*found;
}

constexpr std::string_view theme_prefix = "theme.";

/// The text of an option as a source of its own, so that a diagnostic can point at it.
Span option_span(Sources& sources, std::string option, std::string text) {
    const std::size_t length = text.size();
    return sources.span(sources.add(std::move(option), std::move(text)), 0, length);
}

/// "there is no view ‘x’", with the nearest known one. `name` is the member of `known` rows with their names.
template <typename Row>
Diagnostic unknown(std::string_view code, std::string_view what, const std::string& given,
                   const std::vector<Row>& known, std::string_view Row::* name, Span span) {
    std::vector<std::string_view> names;
    names.reserve(known.size());
    for (const Row& row : known)
        names.push_back(row.*name);
    return make_diagnostic(code, span, fmt::format("there is no {} ‘{}’", what, given),
                           suggestion(given, names, fmt::format("there is {}", listed(names))));
}

const View* choose_view(const RenderOptions& options, Sources& sources, Diagnostics& diagnostics) {
    const View* view = find_view(options.view);
    if (view == nullptr) {
        const Span span = option_span(sources, "--view", options.view);
        diagnostics.push_back(unknown("unknown-view", "view", options.view, views(), &View::name, span));
    }
    return view;
}

Page page_of(const Theme& theme) {
    return turned(parse_page(theme.page.size).value_or(Page{}), theme.page.orientation);
}

Page choose_page(const RenderOptions& options, const Page& otherwise, Sources& sources, Diagnostics& diagnostics) {
    if (options.page.empty()) return otherwise;
    const auto page = parse_page(options.page);
    if (!page) {
        const Span span = option_span(sources, "--page", options.page);
        diagnostics.push_back(make_diagnostic("unknown-page", span,
                                              fmt::format("‘{}’ is not a size of paper", options.page),
                                              fmt::format("give one by name ({}) or by its sides, 210x297mm, "
                                                          "each from half an inch to 200 inches",
                                                          fmt::join(page_names(), ", "))));
    }
    return page.value_or(Page{});
}

/// Adds `sources` of a theme to the others, and its findings with their places.
void append_elsewhere(const ThemeResult& theme, Sources& sources, Diagnostics& diagnostics) {
    const auto shift = static_cast<std::uint32_t>(sources.size());
    for (std::uint32_t source = 0; source < theme.sources.size(); ++source) {
        sources.add(std::string(theme.sources.name(source)), std::string(theme.sources.text(source)));
    }
    for (Diagnostic diagnostic : theme.diagnostics) {
        diagnostic.span.source += shift;
        for (Related& related : diagnostic.related)
            related.span.source += shift;
        diagnostics.push_back(std::move(diagnostic));
    }
}

/// Checks what no theme can know: whether views have the settings that it gives defaults for.
void check_view_defaults(ThemeResult& result) {
    for (std::size_t i = 0; i < result.theme.views.size(); ++i) {
        const ViewDefault& each = result.theme.views[i];
        if (auto fault = check_setting({each.key, each.value}, result.views[i]))
            result.diagnostics.push_back(*std::move(fault));
    }
}

Theme choose_theme(const RenderOptions& options, Sources& sources, Diagnostics& diagnostics) {
    ThemeResult result = read_theme(options.theme);
    check_view_defaults(result);
    if (!result.diagnostics.empty()) append_elsewhere(result, sources, diagnostics);
    return std::move(result.theme);
}

std::optional<Theme> choose_twin(const Theme& theme, Sources& sources, Diagnostics& diagnostics) {
    if (theme.twin.empty()) return std::nullopt;
    ThemeResult result = read_theme(theme.twin);
    if (!result.diagnostics.empty()) append_elsewhere(result, sources, diagnostics);
    return std::move(result.theme);
}

void keep(std::vector<Setting>& settings, const Setting& setting) {
    for (Setting& kept : settings) {
        if (kept.key == setting.key) {
            kept.value = setting.value;
            return;
        }
    }
    settings.push_back(setting);
}

Diagnostics set_in_theme(Theme& theme, std::string_view key, const std::string& value, Span span) {
    const std::vector<ViewDefault> before = theme.views;
    Diagnostics faults = set_theme_key(theme, key, value);
    for (const ViewDefault& each : theme.views) {
        if (std::ranges::find(before, each) != before.end()) continue;
        if (auto fault = check_setting({each.key, each.value}, span)) faults.push_back(*std::move(fault));
    }
    return faults;
}

/// The fault of a key of a format that has no such setting.
std::optional<Diagnostic> unknown_of_format(const Setting& setting, Span span) {
    if (find_painter(std::string_view(setting.key).substr(0, setting.key.find('.'))) == nullptr) return std::nullopt;
    return unknown("unknown-setting", "setting", setting.key, paint_settings(), &PaintSetting::key, span);
}

/// Gives one setting to what it belongs to. Its faults.
Diagnostics apply(const Setting& setting, Span span, ResolvedOptions& resolved) {
    const std::string_view key = setting.key;
    if (key.starts_with(theme_prefix))
        return set_in_theme(resolved.theme, key.substr(theme_prefix.size()), setting.value, span);
    if (find_paint_setting(key) != nullptr) return {};  // choose_painting's
    if (auto fault = unknown_of_format(setting, span)) return {*std::move(fault)};
    if (auto fault = check_setting(setting, span)) return {*std::move(fault)};
    if (resolved.view != nullptr && key.starts_with(fmt::format("{}.", resolved.view->name)))
        keep(resolved.settings, setting);
    return {};
}

void apply_settings(const RenderOptions& options, ResolvedOptions& resolved, Sources& sources,
                    Diagnostics& diagnostics) {
    for (const Setting& setting : options.settings) {
        const Span span = option_span(sources, "--set", setting.key + "=" + setting.value);
        for (Diagnostic& fault : apply(setting, span, resolved)) {
            fault.span = span;
            diagnostics.push_back(std::move(fault));
        }
    }
}

/// Reports type that settings made smaller than the theme's smallest, after all of them are made.
void check_sizes(const RenderOptions& options, const Theme& theme, Sources& sources, Diagnostics& diagnostics) {
    if (has_errors(diagnostics) || options.settings.empty()) return;
    Findings findings;
    theming::check_theme(theme, {}, option_span(sources, "--theme", options.theme), findings);
    const Diagnostics found = std::move(findings).take();
    diagnostics.insert(diagnostics.end(), found.begin(), found.end());
}

}  // namespace

ResolvedOptions resolve_options(const RenderOptions& options, Sources& sources, Diagnostics& diagnostics) {
    ResolvedOptions resolved;
    resolved.view = choose_view(options, sources, diagnostics);
    resolved.theme = choose_theme(options, sources, diagnostics);
    apply_settings(options, resolved, sources, diagnostics);
    resolved.twin = choose_twin(resolved.theme, sources, diagnostics);
    if (resolved.view != nullptr)
        resolved.settings = with_theme_defaults(resolved.settings, resolved.view->name, resolved.theme);
    resolved.picture_page = page_of(resolved.theme);
    const Page otherwise = options.pages == Pages::tile ? Page{} : resolved.picture_page;
    resolved.page = choose_page(options, otherwise, sources, diagnostics);
    check_sizes(options, resolved.theme, sources, diagnostics);
    return resolved;
}

std::string format_of(const RenderOptions& options) {
    if (!options.format.empty()) return options.format;
    const Painter* const painter = find_painter_for_file(options.output);
    if (painter != nullptr) return std::string(painter->format);
    return options.output.empty() ? "svg" : options.output;
}

Painting choose_painting(const RenderOptions& options, Sources& sources, Diagnostics& diagnostics) {
    const std::string format = format_of(options);
    Painting painting{.painter = find_painter(format), .options = options.paint};
    if (painting.painter == nullptr) {
        const Span span = option_span(sources, "--format", format);
        diagnostics.push_back(unknown("unknown-format", "format", format, painters(), &Painter::format, span));
    }
    for (const Setting& setting : options.settings) {
        const PaintSetting* const known = find_paint_setting(setting.key);
        if (known == nullptr || known->set(painting.options, setting.value)) continue;
        const Span span = option_span(sources, "--set", setting.key + "=" + setting.value);
        diagnostics.push_back(
            make_diagnostic("unknown-setting", span, fmt::format("‘{}’ is {}", known->key, known->form)));
    }
    return painting;
}

}  // namespace fabula
