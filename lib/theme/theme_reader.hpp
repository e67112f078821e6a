#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "fabula/source.hpp"
#include "fabula/theme.hpp"

#include "source/findings.hpp"
#include "yaml/document.hpp"

namespace fabula::theming {

inline constexpr double points_per_inch = 72;
inline constexpr double points_per_millimetre = points_per_inch / 25.4;

/// The number at the start of `text`, which is then taken off it; nothing where there is none.
[[nodiscard]] std::optional<double> take_number(std::string_view& text);

/// Of "mm", "cm", "in" and "pt".
[[nodiscard]] std::optional<double> points_per_unit(std::string_view unit);

/// "3mm", "0.5in", "1 cm", "12pt", or a number of points; nothing where `text` is none of them.
[[nodiscard]] std::optional<double> parse_length(std::string_view text);

/// Where the keys of theme files are said, for faults that show only when all is read.
class KeyPlaces {
public:
    /// The keys of a file; they hold over those of files read before.
    void add(const yaml::Node& root);

    /// The place of the value of "type.text", or of an entry of a list, "colours.lives.0"; `otherwise` where no file
    /// says it.
    [[nodiscard]] Span of(std::string_view key, Span otherwise) const;

private:
    void add(const yaml::Node& node, const std::string& key);

    std::map<std::string, Span, std::less<>> places_;
};

/// Whether a theme is named by its file.
[[nodiscard]] bool is_theme_path(const std::string& name);

/// The theme that a theme file extends, if it says so.
[[nodiscard]] std::optional<Located<std::string>> extended_theme(const yaml::Node& root);

/// Sets in `theme` what the file says; what it leaves out stays as it is. `folder` is what the font folders are
/// relative to, and the profile. A file that is empty says nothing.
void read_into(Theme& theme, const yaml::Node& root, const std::string& folder, Findings& findings);

/// What no single key shows: type smaller than the theme's smallest, margins narrower than what is safe, colours that
/// the theme's inks cannot make. Points at the key where `places` has it, else at `whole`.
void check_theme(const Theme& theme, const KeyPlaces& places, Span whole, Findings& findings);

}  // namespace fabula::theming
