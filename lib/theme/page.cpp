// Sizes of paper: parse_page, page_names, turned.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <system_error>

#include "fabula/theme.hpp"

#include "theme/theme_reader.hpp"

namespace fabula::theming {

std::optional<double> take_number(std::string_view& text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{}) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

std::optional<double> points_per_unit(std::string_view unit) {
    if (unit == "mm") return points_per_millimetre;
    if (unit == "cm") return points_per_millimetre * 10;
    if (unit == "in") return points_per_inch;
    if (unit == "pt") return 1;
    return std::nullopt;
}

std::optional<double> parse_length(std::string_view text) {
    const auto number = take_number(text);
    if (!number || !std::isfinite(*number)) return std::nullopt;
    while (text.starts_with(' '))
        text.remove_prefix(1);
    if (text.empty()) return number;
    const auto unit = points_per_unit(text);
    return unit ? std::optional(*number * *unit) : std::nullopt;
}

}  // namespace fabula::theming

namespace fabula {

namespace {

constexpr double smallest_side = 36;
constexpr double largest_side = 14400;  // the largest page of PDF (ISO 32000-1, annex C)

struct Paper {
    std::string_view name;
    Page page;
};

constexpr Page millimetres(double width, double height) {
    return {width * theming::points_per_millimetre, height * theming::points_per_millimetre};
}

constexpr Page inches(double width, double height) {
    return {width * theming::points_per_inch, height * theming::points_per_inch};
}

// ISO 216, ANSI/ASME Y14.1, and the trim sizes of the book trade in Britain and the United States.
constexpr std::array papers{
    Paper{"A0", millimetres(841, 1189)},
    Paper{"A1", millimetres(594, 841)},
    Paper{"A2", millimetres(420, 594)},
    Paper{"A3", millimetres(297, 420)},
    Paper{"A4", millimetres(210, 297)},
    Paper{"A5", millimetres(148, 210)},
    Paper{"A6", millimetres(105, 148)},
    Paper{"B0", millimetres(1000, 1414)},
    Paper{"B1", millimetres(707, 1000)},
    Paper{"B2", millimetres(500, 707)},
    Paper{"B3", millimetres(353, 500)},
    Paper{"B4", millimetres(250, 353)},
    Paper{"B5", millimetres(176, 250)},
    Paper{"B6", millimetres(125, 176)},
    Paper{"letter", inches(8.5, 11)},
    Paper{"legal", inches(8.5, 14)},
    Paper{"tabloid", inches(11, 17)},
    Paper{"mass-market", inches(4.25, 6.875)},
    Paper{"digest", inches(5.5, 8.5)},
    Paper{"us-trade", inches(6, 9)},
    Paper{"a-format", millimetres(110, 178)},
    Paper{"b-format", millimetres(129, 198)},
    Paper{"demy", millimetres(138, 216)},
    Paper{"royal", millimetres(156, 234)},
    Paper{"crown-quarto", millimetres(189, 246)},
};

constexpr std::string_view landscape_ending = "-landscape";

std::string lower_case(std::string_view text) {
    std::string lower(text);
    for (char& letter : lower) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    return lower;
}

std::optional<Page> named_page(std::string_view text) {
    const bool landscape = text.ends_with(landscape_ending);
    if (landscape) text.remove_suffix(landscape_ending.size());
    const auto paper = std::ranges::find_if(papers, [&](const Paper& each) { return lower_case(each.name) == text; });
    if (paper == papers.end()) return std::nullopt;
    return landscape ? Page{paper->page.height, paper->page.width} : paper->page;
}

bool is_possible(double side) {
    return std::isfinite(side) && side >= smallest_side && side <= largest_side;
}

/// "210x297mm".
std::optional<Page> measured_page(std::string_view text) {
    const auto width = theming::take_number(text);
    if (!width || !text.starts_with('x')) return std::nullopt;
    text.remove_prefix(1);
    const auto height = theming::take_number(text);
    const auto scale = theming::points_per_unit(text);
    if (!height || !scale) return std::nullopt;
    const Page page{*width * *scale, *height * *scale};
    return is_possible(page.width) && is_possible(page.height) ? std::optional(page) : std::nullopt;
}

}  // namespace

std::optional<Page> parse_page(std::string_view text) {
    const std::string lower = lower_case(text);
    if (lower == "auto") return Page{};
    if (const auto named = named_page(lower)) return named;
    return measured_page(lower);
}

Page turned(const Page& page, Orientation orientation) {
    const bool lies = page.width > page.height;
    const bool shall_lie = orientation == Orientation::landscape;
    if (orientation == Orientation::as_is || page.grows() || lies == shall_lie) return page;
    return {page.height, page.width};
}

const std::vector<std::string>& page_names() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all{"auto"};
        for (const Paper& paper : papers) {
            all.emplace_back(paper.name);
            all.emplace_back(std::string(paper.name) + std::string(landscape_ending));
        }
        return all;
    }();
    return names;
}

}  // namespace fabula
