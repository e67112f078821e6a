// Diagnostics: how they are made, gathered and sorted, and format_diagnostic, which shows them in a terminal.

#include "fabula/diagnostic.hpp"

#include <algorithm>
#include <cassert>
#include <fmt/format.h>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "source/characters.hpp"
#include "source/findings.hpp"
#include "source/nearest.hpp"

namespace fabula {

Diagnostic make_diagnostic(std::string_view code, Span span, std::string message, std::string help) {
    const std::vector<DiagnosticCode>& codes = diagnostic_codes();
    const auto row =
        std::lower_bound(codes.begin(), codes.end(), code,
                         [](const DiagnosticCode& known, std::string_view wanted) { return known.code < wanted; });
    assert(row != codes.end() && row->code == code);
    return {.severity = row->severity,
            .code = std::string(code),
            .span = span,
            .message = std::move(message),
            .help = std::move(help),
            .related = {},
            .instead = {},
            .repairs = {}};
}

bool has_errors(const Diagnostics& diagnostics) noexcept {
    return std::any_of(diagnostics.begin(), diagnostics.end(),
                       [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::error; });
}

Diagnostics sorted(Diagnostics diagnostics) {
    const auto place = [](const Diagnostic& diagnostic) {
        return std::tuple(diagnostic.span.source, diagnostic.span.line, diagnostic.span.column);
    };
    std::stable_sort(diagnostics.begin(), diagnostics.end(),
                     [&](const Diagnostic& first, const Diagnostic& second) { return place(first) < place(second); });
    return diagnostics;
}

std::string_view severity_word(Severity severity) {
    switch (severity) {
        case Severity::note:
            return "note";
        case Severity::warning:
            return "warning";
        case Severity::error:
            break;
    }
    return "error";
}

void Findings::add(Diagnostic diagnostic) {
    has_errors_ = has_errors_ || diagnostic.severity == Severity::error;
    if (full()) {
        ++left_out_;
    } else {
        list_.push_back(std::move(diagnostic));
    }
}

void Findings::add(std::string_view code, Span span, std::string message, std::string help) {
    add(make_diagnostic(code, span, std::move(message), std::move(help)));
}

void Findings::add_misspelt(std::string_view code, Located<std::string_view> word, std::string message,
                            std::span<const std::string_view> candidates, std::string otherwise) {
    Diagnostic diagnostic = make_diagnostic(code, word.span, std::move(message), std::move(otherwise));
    if (const auto near = nearest(word.value, candidates)) {
        diagnostic.help = fmt::format("did you mean ‘{}’?", *near);
        diagnostic.instead = *near;
    }
    add(std::move(diagnostic));
}

Diagnostics Findings::take() && {
    Diagnostics result = sorted(std::move(list_));
    if (left_out_ > 0) {
        const Span whole_file{.source = result.empty() ? 0 : result.front().span.source};
        result.push_back(make_diagnostic("more-findings", whole_file,
                                         fmt::format("{} more findings are not listed", left_out_),
                                         "fix those listed and look again"));
        if (has_errors_ && !fabula::has_errors(result)) result.back().severity = Severity::error;
    }
    return result;
}

// format_diagnostic: a finding as people read it in a terminal.

namespace {

/// The most columns of a source line that are shown.
constexpr std::size_t window_columns = 100;
/// How many of them come before the place that is pointed at, where the line is longer.
constexpr std::size_t columns_before = 40;

constexpr std::string_view plain = "\x1b[0m";
constexpr std::string_view bold = "\x1b[1m";

std::string_view severity_colour(Severity severity) {
    switch (severity) {
        case Severity::note:
            return "\x1b[1;36m";
        case Severity::warning:
            return "\x1b[1;35m";
        case Severity::error:
            break;
    }
    return "\x1b[1;31m";
}

std::string painted(std::string_view text, std::string_view escape, bool colour) {
    return colour ? fmt::format("{}{}{}", escape, text, plain) : std::string(text);
}

/// A source line around the place that is pointed at: only a part of it, because a line may be as long as the file.
struct Surroundings {
    std::string_view text;
    std::size_t mark_from = 0;  ///< bytes of `text`
    std::size_t mark_length = 0;
    bool cut_before = false;
    bool cut_after = false;
};

Surroundings surroundings(std::string_view line, std::size_t mark_from, std::size_t mark_length) {
    constexpr std::size_t most_bytes =
        1000;  // before the mark and after its start; 100 columns take no more in any script
    mark_from = std::min(mark_from, line.size());
    std::size_t start = mark_from > most_bytes ? mark_from - most_bytes : 0;
    while (start < mark_from && !starts_character(line[start]))
        ++start;
    std::size_t end = std::min(line.size(), mark_from + most_bytes);
    while (end < line.size() && !starts_character(line[end]))
        ++end;
    return {.text = line.substr(start, end - start),
            .mark_from = mark_from - start,
            .mark_length = mark_length,
            .cut_before = start > 0,
            .cut_after = end < line.size()};
}

/// A line as it is shown, and the columns of the terminal that the mark covers; `marked_until` is one past the last.
struct ShownLine {
    std::vector<ShownCharacter> characters;
    std::size_t width = 0;
    std::size_t marked_from = 0;
    std::size_t marked_until = 0;
};

ShownLine show_line(const Surroundings& line) {
    ShownLine result;
    std::size_t at = 0;
    while (at < line.text.size()) {
        const ShownCharacter character = shown_character(line.text.substr(at));
        at += character.bytes;
        result.width += character.columns;
        if (at <= line.mark_from) result.marked_from = result.width;
        if (at <= line.mark_from + line.mark_length) result.marked_until = result.width;
        result.characters.push_back(character);
    }
    result.marked_until = std::max(result.marked_until, result.marked_from + 1);
    return result;
}

/// The lines under a finding: the source line, in a window of it where it is long, and a caret under the place.
std::string excerpt(const Surroundings& surrounding, std::uint32_t line_number, Severity severity, bool colour) {
    const ShownLine line = show_line(surrounding);
    const bool fits = line.width <= window_columns;
    const std::size_t from = fits || line.marked_from <= columns_before ? 0 : line.marked_from - columns_before;
    const std::size_t until = fits ? line.width : std::min(from + window_columns, line.width);
    const bool cut_before = surrounding.cut_before || from > 0;
    std::string text(cut_before ? "…" : "");
    std::size_t column = 0;
    for (const ShownCharacter& character : line.characters) {
        const std::size_t next = column + character.columns;
        if (column >= from && next <= until) text += character.text;
        // A wide character cut by the edge of the window leaves its other column blank.
        if (column < from && next > from) text.append(next - from, ' ');
        column = next;
    }
    if (surrounding.cut_after || until < line.width) text += "…";
    const std::size_t indent = line.marked_from - from + (cut_before ? 1 : 0);
    const std::size_t length = std::max(std::min(line.marked_until, until), line.marked_from + 1) - line.marked_from;
    const std::string underline = fmt::format("^{:~>{}}", "", length - 1);
    return fmt::format("{:>5} | {}\n{:5} | {:{}}{}\n", line_number, text, "", "", indent,
                       painted(underline, severity_colour(severity), colour));
}

std::string place(const Span& span, const Sources& sources) {
    const std::string name = span.source < sources.size() ? shown(sources.name(span.source)) : "<unknown>";
    return span.line == 0 ? name : fmt::format("{}:{}:{}", name, span.line, span.column);
}

std::string excerpt_of(const Span& span, const Sources& sources, bool colour, Severity severity) {
    if (span.line == 0 || span.source >= sources.size()) return {};
    const std::string_view line = sources.line(span.source, span.line);
    const auto line_start = static_cast<std::size_t>(line.data() - sources.text(span.source).data());
    return excerpt(surroundings(line, span.offset - line_start, span.length), span.line, severity, colour);
}

}  // namespace

std::string format_diagnostic(const Diagnostic& diagnostic, const Sources& sources, bool colour) {
    const Severity severity = diagnostic.severity;
    std::string result =
        fmt::format("{}: {} {} [{}]\n", painted(place(diagnostic.span, sources), bold, colour),
                    painted(fmt::format("{}:", severity_word(severity)), severity_colour(severity), colour),
                    painted(shown(diagnostic.message), bold, colour), diagnostic.code);
    result += excerpt_of(diagnostic.span, sources, colour, severity);
    if (!diagnostic.help.empty()) result += fmt::format("      = {}\n", shown(diagnostic.help));
    if (!diagnostic.repairs.empty()) result += "      = each of these would fix it:\n";
    for (const Repair& repair : diagnostic.repairs)
        result += fmt::format("      =   {}\n", shown(repair.text));
    for (const Related& related : diagnostic.related) {
        result += fmt::format("{}: {} {}\n", painted(place(related.span, sources), bold, colour),
                              painted("note:", severity_colour(Severity::note), colour), shown(related.message));
        result += excerpt_of(related.span, sources, colour, Severity::note);
    }
    return result;
}

}  // namespace fabula
