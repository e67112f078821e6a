#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fabula/source.hpp"

/// What is wrong with a story or a theme, said so that its author can fix it.
namespace fabula {

enum class Severity { note, warning, error };

/// "note", "warning" or "error".
[[nodiscard]] std::string_view severity_word(Severity severity);

/// Another place that has to do with a diagnostic: the first use of a duplicate id, a statement of a contradiction.
struct Related {
    Span span;
    std::string message;

    friend bool operator==(const Related&, const Related&) = default;
};

/// Text to stand in the place of other text.
struct Edit {
    Span span;  ///< what it replaces; of no length: it is put there
    std::string replacement;

    friend bool operator==(const Edit&, const Edit&) = default;
};

/// A way to fix what is wrong, by a change of the text.
struct Repair {
    std::string text;  ///< in words: "‘age 11 of ada’ → ‘age 13 of ada’"
    std::vector<Edit> edits;

    friend bool operator==(const Repair&, const Repair&) = default;
};

/// One finding. `code` is one of those of diagnostic_codes(); `message` says what is wrong in the author's words,
/// `help` what to do about it (may be empty); `instead` what was likely meant to stand at `span`, in the very words
/// (empty where nothing comes near); `repairs` are ways to fix it, the one that changes least first, each of them
/// enough.
struct Diagnostic {
    Severity severity = Severity::error;
    std::string code;
    Span span;
    std::string message;
    std::string help;
    std::vector<Related> related;
    std::string instead{};
    std::vector<Repair> repairs{};

    friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

using Diagnostics = std::vector<Diagnostic>;

/// A kind of diagnostic: its code, how severe it is, what it means in one line (for docs and SARIF), the stage that
/// produces it ("yaml", "story", "time" ...), and what its author can do about it.
struct DiagnosticCode {
    std::string_view code;
    Severity severity;
    std::string_view meaning;
    std::string_view stage;
    std::string_view hint{};
};

/// The table of all codes that any stage can produce, sorted by code.
[[nodiscard]] const std::vector<DiagnosticCode>& diagnostic_codes();

/// A diagnostic with the severity that the table gives its code. Precondition: `code` is in the table.
[[nodiscard]] Diagnostic make_diagnostic(std::string_view code, Span span, std::string message, std::string help = {});

[[nodiscard]] bool has_errors(const Diagnostics& diagnostics) noexcept;

/// `diagnostics` in reading order: by source, line, column; findings about a whole file first. Stable.
[[nodiscard]] Diagnostics sorted(Diagnostics diagnostics);

/// `file:line:column: error: message [code]`, the line with a caret under it, the help, and the related places.
/// `colour` adds terminal escapes. Control and bidirectional-override characters of the input are shown escaped. Ends
/// with a newline.
[[nodiscard]] std::string format_diagnostic(const Diagnostic& diagnostic, const Sources& sources, bool colour = false);

}  // namespace fabula
