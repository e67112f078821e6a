#include "diagnostics.hpp"

#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

namespace fabula::python {

namespace {

std::vector<Correction> corrections_of(const Diagnostic& diagnostic, const Sources& sources) {
    std::vector<Correction> corrections;
    for (const Repair& repair : diagnostic.repairs) {
        Correction& correction = corrections.emplace_back(Correction{repair.text, {}});
        for (const Edit& edit : repair.edits) {
            correction.edits.push_back({.file = std::string(sources.name(edit.span.source)),
                                        .line = edit.span.line,
                                        .column = edit.span.column,
                                        .offset = edit.span.offset,
                                        .length = edit.span.length,
                                        .replacement = edit.replacement});
        }
    }
    return corrections;
}

}  // namespace

std::vector<Finding> findings_of(const Diagnostics& diagnostics, const Sources& sources) {
    std::vector<Finding> findings;
    for (const Diagnostic& diagnostic : diagnostics) {
        const Span& span = diagnostic.span;
        const bool has_place = span.source < sources.size();
        findings.push_back({.severity = std::string(severity_word(diagnostic.severity)),
                            .code = diagnostic.code,
                            .message = diagnostic.message,
                            .help = diagnostic.help,
                            .file = has_place ? std::string(sources.name(span.source)) : std::string(),
                            .line = span.line,
                            .column = span.column,
                            .length = static_cast<std::uint32_t>(span.length),
                            .repairs = corrections_of(diagnostic, sources),
                            .text = format_diagnostic(diagnostic, sources)});
    }
    return findings;
}

void bind_diagnostics(nanobind::module_& module) {
    nanobind::class_<Change>(module, "Edit", "A piece of text to be replaced by another.")
        .def_ro("file", &Change::file, "the file in which it stands")
        .def_ro("line", &Change::line, "from 1")
        .def_ro("column", &Change::column, "from 1, in characters")
        .def_ro("offset", &Change::offset, "where it begins in the file, in bytes")
        .def_ro("length", &Change::length, "in bytes; 0: the replacement is put there")
        .def_ro("replacement", &Change::replacement, "what is to stand there");
    nanobind::class_<Correction>(module, "Repair", "A way to fix what was found, by a change of the text.")
        .def_ro("text", &Correction::text, "in words, as in '‘after a’ → ‘before a’'")
        .def_ro("edits", &Correction::edits, "what to replace")
        .def("__str__", [](const Correction& correction) { return correction.text; });
    nanobind::class_<Finding>(module, "Diagnostic", "What was found in a story, a theme or a setting, and where.")
        .def_ro("severity", &Finding::severity, "'error', 'warning' or 'note'")
        .def_ro("code", &Finding::code, "which finding it is, as in 'unknown-id'")
        .def_ro("message", &Finding::message, "what is wrong, in the author's words")
        .def_ro("help", &Finding::help, "what to do about it; may be empty")
        .def_ro("repairs", &Finding::repairs, "ways to fix it, each of them enough, the one that changes least first")
        .def_ro("file", &Finding::file, "the file or option in which it stands")
        .def_ro("line", &Finding::line, "from 1; 0 for the file as a whole")
        .def_ro("column", &Finding::column, "from 1, in characters")
        .def_ro("length", &Finding::length, "of the place, in bytes")
        .def("__str__", [](const Finding& finding) { return finding.text; })
        .def("__repr__", [](const Finding& finding) {
            return "<Diagnostic " + finding.severity + " [" + finding.code + "] " + finding.message + ">";
        });
}

}  // namespace fabula::python
