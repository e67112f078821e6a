#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "fabula/text.hpp"

#include "source/characters.hpp"
#include "text/clean_text.hpp"
#include "text/font_set.hpp"
#include "text/shaper.hpp"

namespace fabula {

namespace {

/// A line where there is no font: nothing to see, but room for it, so that a layout can be made and the diagnostics be
/// read.
typesetting::ShapedText shape_without_font(const std::string& text, const TextStyle& style) {
    typesetting::ShapedText shaped;
    shaped.line.text = text;
    shaped.line.width = static_cast<double>(count_characters(text)) * style.size / 2;
    shaped.line.ascent = style.size * 0.8;
    shaped.line.descent = style.size * 0.2;
    return shaped;
}

}  // namespace

struct Measure::State {
    State(const Theme& theme, std::string_view language_tag, std::string_view text)
        : leading(theme.type.leading),
          language(language_tag),
          sample(text),
          fonts(typesetting::load_fonts(theme, language_tag, sample)) {
        if (!fonts.families.empty()) shaper.emplace(fonts, language, theme.type);
    }

    const typesetting::ShapedText& shape(const std::string& text, const TextStyle& style,
                                         typesetting::Direction direction) {
        const auto [entry, is_new] = shaped.try_emplace(key(text, style, direction));
        if (!is_new) return entry->second;
        entry->second =
            shaper && !text.empty() ? shaper->shape(text, style, direction) : shape_without_font(text, style);
        missing.insert(entry->second.missing.begin(), entry->second.missing.end());
        return entry->second;
    }

    std::string key(const std::string& text, const TextStyle& style, typesetting::Direction direction) {
        const auto known = std::find(styles.begin(), styles.end(), style);
        const auto number = static_cast<std::size_t>(known - styles.begin());
        if (known == styles.end()) styles.push_back(style);
        return std::to_string(number) + (direction == typesetting::Direction::right_to_left ? '<' : '>') + text;
    }

    double leading;
    std::string language;
    std::string sample;
    typesetting::FontSet fonts;
    std::optional<typesetting::Shaper> shaper;
    std::vector<TextStyle> styles;
    std::unordered_map<std::string, typesetting::ShapedText> shaped;  // looked up, never walked: a cache
    std::set<char32_t> missing;                                       // set, and in no font that was loaded
};

Measure::Measure(const Theme& theme, std::string_view language, std::string_view sample)
    : state_(std::make_unique<State>(theme, language, sample)) {}

Measure::~Measure() = default;
Measure::Measure(Measure&&) noexcept = default;
Measure& Measure::operator=(Measure&&) noexcept = default;

TextLine Measure::line(std::string_view text, const TextStyle& style) {
    const std::string clean = typesetting::without_soft_hyphens(typesetting::clean_text(text));
    return state_->shape(clean, style, typesetting::direction_of(clean, state_->language)).line;
}

Paragraph Measure::wrap(std::string_view text, const TextStyle& style, double width, std::size_t most_lines) {
    const std::string clean = typesetting::clean_text(text);
    const typesetting::Direction direction = typesetting::direction_of(clean, state_->language);
    const typesetting::ShapedText& whole = state_->shape(clean, style, direction);

    Paragraph paragraph;
    paragraph.right_to_left = direction == typesetting::Direction::right_to_left;
    if (clean.empty()) return paragraph;
    if (whole.line.runs.empty()) {
        paragraph.lines = {whole.line};
    } else {
        typesetting::ParagraphLines broken =
            typesetting::break_paragraph(*state_->shaper, whole, style, direction, width, most_lines);
        paragraph.lines = std::move(broken.lines);
        paragraph.truncated = broken.truncated;
    }
    for (const TextLine& line : paragraph.lines)
        paragraph.width = std::max(paragraph.width, line.width);
    paragraph.leading = style.size * state_->leading;
    paragraph.height = paragraph.leading * static_cast<double>(paragraph.lines.size());
    paragraph.first_baseline = (paragraph.leading + whole.line.ascent - whole.line.descent) / 2;
    return paragraph;
}

const std::vector<Font>& Measure::fonts() const {
    static const std::vector<Font> none;
    return state_->shaper ? state_->shaper->fonts() : none;
}

std::string Measure::wider_sample() const {
    const std::vector<char32_t> known = typesetting::distinct_characters(state_->sample);
    std::string wider;
    for (const char32_t character : state_->missing) {
        if (!std::ranges::binary_search(known, character)) typesetting::append_utf8(wider, character);
    }
    return wider.empty() ? wider : state_->sample + wider;
}

Diagnostics Measure::diagnostics() const {
    Diagnostics all = state_->fonts.diagnostics;
    const std::vector<char32_t> missing(state_->missing.begin(), state_->missing.end());
    if (!missing.empty() && state_->shaper) all.push_back(typesetting::missing_characters(missing));
    return all;
}

}  // namespace fabula
