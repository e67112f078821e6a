#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/diagnostic.hpp"
#include "fabula/scene.hpp"
#include "fabula/theme.hpp"

/// Shaping and measuring text with Pango: the only place that knows how wide a word is.
namespace fabula {

enum class Weight { regular, bold };

/// How to set a piece of text. `size` in points.
struct TextStyle {
    double size = 8;
    Weight weight = Weight::regular;
    bool italic = false;
    bool tabular_figures = false;  ///< figures of one width, for axes and numbered marks

    friend bool operator==(const TextStyle&, const TextStyle&) = default;
};

/// Lines set under one another. `leading` is the distance of baselines; height = leading * lines.
struct Paragraph {
    std::vector<TextLine> lines;
    double width = 0;  ///< of the widest line
    double height = 0;
    double leading = 0;
    double first_baseline = 0;   ///< from the top of the box
    bool right_to_left = false;  ///< the paragraph's base direction: set it flush right
    bool truncated = false;      ///< the text did not fit in the lines allowed and ends in an ellipsis
};

/// Shapes text in the fonts of a theme. Fonts are loaded from the theme's files alone, into a configuration of its own:
/// what the machine has installed changes nothing. Not thread-safe: one Measure a thread (making one costs about
/// 10 ms; keep it). Shaped lines are cached, so measuring the same text again is nearly free.
class Measure {
public:
    /// `language` is BCP 47: line breaking, shaping and the choice among Han fonts follow it. `sample` is text that
    /// will probably be set: it decides which fallback fonts are loaded, before anything is shaped, so that the order
    /// of calls changes nothing.
    Measure(const Theme& theme, std::string_view language, std::string_view sample);
    ~Measure();
    Measure(Measure&&) noexcept;
    Measure& operator=(Measure&&) noexcept;

    /// `text` on one line, whatever its length. White space is folded, control characters are dropped.
    [[nodiscard]] TextLine line(std::string_view text, const TextStyle& style);

    /// `text` broken at the language's own break points into lines no wider than `width` where they can be (a single
    /// word wider than that stands alone on its line, unless it has to be broken to stay under `width` * 1.5).
    /// Lines are balanced rather than filled, and the last is not one short word where that can be helped.
    /// More than `most_lines` are cut with an ellipsis (0: no limit).
    [[nodiscard]] Paragraph wrap(std::string_view text, const TextStyle& style, double width,
                                 std::size_t most_lines = 0);

    /// The fonts that the lines made so far use; TextLine's FontIndex points into it. Grows, never reorders.
    [[nodiscard]] const std::vector<Font>& fonts() const;

    /// The sample and all that was set and has no glyph in the fonts loaded for it, where other fonts may have one:
    /// make another Measure with it, and set everything again. Empty: there is nothing to gain.
    [[nodiscard]] std::string wider_sample() const;

    /// Fonts of the theme that are missing, and the characters set so far that no font has.
    [[nodiscard]] Diagnostics diagnostics() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Makes this process's own fontconfig configuration an empty one, so that nothing of the machine's is ever read:
/// halves the start-up time of a program that draws only with Fabula. Call before any other text function; programs
/// that draw with other libraries too should not call it.
void use_no_system_fonts();

}  // namespace fabula
