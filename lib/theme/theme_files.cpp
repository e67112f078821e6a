// Themes by name, from files, from text and key by key: read_theme, read_theme_text, set_theme_key.
#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

#include "fabula/theme.hpp"

#include "source/findings.hpp"
#include "source/nearest.hpp"
#include "theme/theme_reader.hpp"
#include "yaml/document.hpp"

namespace fabula {
namespace {

namespace fs = std::filesystem;

/// The file of the theme called `name`, as seen from `folder`; empty where no such theme is known.
fs::path file_of(const std::string& name, const fs::path& folder) {
    if (theming::is_theme_path(name)) return folder / name;
    for (const std::string& data : data_folders()) {
        std::error_code error;
        if (fs::path file = fs::path(data) / "themes" / (name + ".yaml"); fs::is_regular_file(file, error)) return file;
    }
    return {};
}

std::optional<std::string> contents(const fs::path& file) {
    std::error_code error;
    if (!fs::exists(file, error) || fs::is_directory(file, error)) return std::nullopt;
    std::ifstream stream(file, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    return stream.bad() ? std::nullopt : std::optional(std::move(text));
}

std::vector<std::string> own_font_folders() {
    std::vector<std::string> folders;
    for (const std::string& data : data_folders())
        folders.push_back(data + "/fonts");
    return folders;
}

/// Reads a theme and those it extends, the furthest one first.
class ThemeFiles {
public:
    /// Reads the theme `name`, asked for at `place`, over what `theme_` has.
    void read_named(const std::string& name, Span place, const fs::path& folder) {
        const fs::path file = file_of(name, folder);
        if (file.empty()) {
            const std::vector<std::string> known = theme_names();
            const std::vector<std::string_view> names(known.begin(), known.end());
            findings_.add(
                "unknown-theme", place, fmt::format("there is no theme ‘{}’", name),
                suggestion(name, names,
                           fmt::format("there are {}; a file is named with its ending, mine.yaml", listed(names))));
            return;
        }
        if (std::ranges::find(open_, file) != open_.end()) {
            findings_.add("theme-cycle", place, fmt::format("the theme ‘{}’ extends itself", name),
                          "take one ‘extends’ out");
            return;
        }
        auto text = contents(file);
        if (!text) {
            findings_.add("unreadable-theme", place, fmt::format("the theme file {} cannot be read", file.string()));
            return;
        }
        open_.push_back(file);
        read_text(*std::move(text), file.string(), file.parent_path());
        open_.pop_back();
    }

    void read_text(std::string text, std::string name, const fs::path& folder) {
        const std::uint32_t source = sources_.add(std::move(name), std::move(text));
        const yaml::Document document = yaml::read(sources_, source, {}, findings_);
        if (document.root == nullptr) return;
        if (const auto extended = theming::extended_theme(*document.root))
            read_named(extended->value, extended->span, folder);
        places_.add(*document.root);
        theme_.twin.clear();  // that of another theme's colours
        theming::read_into(theme_, *document.root, folder.string(), findings_);
    }

    /// A place for a theme's name that stands in no file.
    Span add_option(const std::string& name) { return sources_.span(sources_.add("--theme", name), 0, name.size()); }

    ThemeResult take() && {
        const auto last = static_cast<std::uint32_t>(sources_.size() - 1);
        const Span whole{.source = last};
        if (!findings_.has_errors()) theming::check_theme(theme_, places_, whole, findings_);
        std::vector<Span> views;
        for (const ViewDefault& each : theme_.views)
            views.push_back(places_.of("views." + each.key, whole));
        return {.theme = std::move(theme_),
                .diagnostics = std::move(findings_).take(),
                .sources = std::move(sources_),
                .views = std::move(views)};
    }

    explicit ThemeFiles(Theme theme) : theme_(std::move(theme)) {}

private:
    Theme theme_;
    Sources sources_;
    Findings findings_;
    theming::KeyPlaces places_;
    std::vector<fs::path> open_;
};

Theme empty_theme() {
    Theme theme;
    theme.font_folders = own_font_folders();
    return theme;
}

/// `text` as a YAML scalar in single quotes.
std::string quoted(std::string_view text) {
    std::string result = "'";
    for (const char byte : text)
        result += byte == '\'' ? std::string("''") : std::string(1, byte);
    return result + "'";
}

/// "type.text" and "9" as the YAML that a theme file would say it in.
std::string as_yaml(std::string_view key, std::string_view value) {
    std::string yaml;
    std::string indent;
    for (std::size_t dot = 0; dot != std::string_view::npos;) {
        dot = key.find('.');
        yaml += indent + quoted(key.substr(0, dot)) + ":" + (dot == std::string_view::npos ? " " : "\n");
        key.remove_prefix(dot == std::string_view::npos ? key.size() : dot + 1);
        indent += "  ";
    }
    const bool plain = !value.starts_with('#') && value.find_first_of("\r\n") == std::string_view::npos;
    return yaml + (plain ? std::string(value) : quoted(value)) + "\n";
}

}  // namespace

ThemeResult read_theme(const std::string& name_or_path) {
    ThemeFiles files(empty_theme());
    files.read_named(name_or_path, files.add_option(name_or_path), {});
    return std::move(files).take();
}

ThemeResult read_theme_text(std::string_view yaml, std::string name) {
    ThemeFiles files(empty_theme());
    files.read_text(std::string(yaml), std::move(name), {});
    return std::move(files).take();
}

Diagnostics set_theme_key(Theme& theme, std::string_view key, std::string_view value) {
    Sources sources;
    Findings findings;
    const yaml::Document document = yaml::read(sources, sources.add("--set", as_yaml(key, value)), {}, findings);
    if (document.root != nullptr) theming::read_into(theme, *document.root, {}, findings);
    Diagnostics diagnostics = std::move(findings).take();
    for (Diagnostic& diagnostic : diagnostics)
        diagnostic.span = {};
    return diagnostics;
}

}  // namespace fabula
