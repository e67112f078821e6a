#include <algorithm>

#include "fabula/diagnostic.hpp"

// The table of all diagnostics. A new one is a new row, in the block of the stage that produces it; the order of the
// rows does not matter. The tests fail until a case produces it.

namespace fabula {
namespace {

constexpr Severity error = Severity::error;

constexpr DiagnosticCode rows[] = {
    // The text of a story or theme file.
    {"control-character", error, "the file has a control character that is not allowed in YAML", "yaml"},
    {"duplicate-key", error, "a map has the same key twice", "yaml"},
    {"many-documents", error, "the file has more than one YAML document", "yaml"},
    {"not-utf8", error, "the file is not UTF-8", "yaml"},
    {"too-deep", error, "lists and maps are nested deeper than the limit", "yaml"},
    {"too-large", error, "the file is larger than the limit", "yaml"},
    {"too-many-aliases", error, "aliases repeat more values than the limit", "yaml"},
    {"too-many-nodes", error, "the file has more values than the limit", "yaml"},
    {"alias-cycle", error, "an alias stands inside the value that it repeats", "yaml"},
    {"yaml-syntax", error, "the file is not YAML", "yaml"},
    {"yaml-tag", error, "a YAML tag stands before a value", "yaml"},

    {"more-findings", Severity::note, "the file has more faults than are listed", "source"},

    // The keys of a map and their values, in stories and themes alike.
    {"missing-key", error, "a key that has to be there is not", "yaml"},
    {"missing-value", error, "a key has no value", "yaml"},
    {"out-of-range", error, "a number is smaller or larger than it can be", "yaml"},
    {"unknown-key", error, "a key that means nothing here", "yaml"},
    {"unknown-value", error, "a value that is not one of those that the key takes", "yaml"},
    {"wrong-type", error, "a value of another kind than the key takes", "yaml"},

    // When things happened.
    {"contradiction", error, "statements about time that cannot all be true", "time"},

    // What a view could not show.
    {"lanes-left-out", Severity::warning, "the page is too small for the lanes of all characters", "view"},
    {"labels-left-out", Severity::warning, "the page is too small for the titles of all events", "view"},
    {"page-too-small", Severity::warning, "the page is too small for the picture", "view"},

    // Setting text.
    {"missing-character", Severity::warning, "no font has a character of the story", "text"},
    {"missing-font", Severity::warning, "the theme's font is not there, another is taken", "text"},
    {"no-font", error, "there is no font at all", "text"},

    // Themes.
    {"theme-cycle", error, "a theme extends itself", "theme"},
    {"unknown-theme", error, "a theme of that name is not there", "theme"},
    {"unreadable-theme", error, "a theme file cannot be read", "theme"},
    {"wrong-colour", error, "a colour is not written as \"#rrggbb\"", "theme"},

    // What a picture was asked to be.
    {"cannot-paint", error, "the picture is more than the format or the machine can hold", "render"},
    {"unknown-format", error, "a format that no painter writes", "render"},
    {"unknown-page", error, "a size of paper that is not known", "render"},
    {"unknown-setting", error, "a setting that no view has, or a value that it cannot take", "render"},
    {"unknown-view", error, "a view that is not there", "render"},

    // A story file and what it tells of.
    {"file-is-folder", error, "a folder was named where a file is needed", "story"},
    {"file-not-found", error, "there is no such file", "story"},
    {"file-unreadable", error, "the file cannot be read", "story"},
    {"ambiguous-phrase", Severity::warning, "a word that is both a part of the year or day and an id", "story"},
    {"bad-date", error, "a date that there is not, or that is not written as EDTF", "story"},
    {"bad-id", error, "an id that cannot be one", "story"},
    {"bad-language", error, "the language is not a BCP 47 tag", "story"},
    {"bad-phrase", error, "a phrase of time that cannot be understood", "story"},
    {"bad-relationship", error, "a relationship does not say clearly who takes part, or when", "story"},
    {"duplicate-id", error, "two things have the same id", "story"},
    {"frame-without-mode", error, "an event of the present has a frame", "story"},
    {"milestone-repeated", error, "the same milestone happens twice to one character", "story"},
    {"no-clock", error, "a phrase counts on a clock that the story does not have", "story"},
    {"no-events", error, "a story in which nothing happens", "story"},
    {"number-without-milestone", error, "an event has a number and is no milestone", "story"},
    {"told-twice", error, "the order of telling names an event twice, or is given in two ways", "story"},
    {"two-milestones", error, "an event is more than one milestone", "story"},
    {"unknown-id", error, "an id that nothing has", "story"},
    {"unsupported-format", error, "the file is of a version of the format that cannot be read", "story"},
};

}  // namespace

const std::vector<DiagnosticCode>& diagnostic_codes() {
    static const std::vector<DiagnosticCode> sorted_rows = [] {
        std::vector<DiagnosticCode> table(std::begin(rows), std::end(rows));
        std::sort(table.begin(), table.end(),
                  [](const DiagnosticCode& first, const DiagnosticCode& second) { return first.code < second.code; });
        return table;
    }();
    return sorted_rows;
}

}  // namespace fabula
