#include "diagnostics.hpp"

#include <nanobind/stl/string.h>

namespace fabula::python {

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
                            .text = format_diagnostic(diagnostic, sources)});
    }
    return findings;
}

void bind_diagnostics(nanobind::module_& module) {
    nanobind::class_<Finding>(module, "Diagnostic", "What was found in a story, a theme or a setting, and where.")
        .def_ro("severity", &Finding::severity, "'error', 'warning' or 'note'")
        .def_ro("code", &Finding::code, "which finding it is, as in 'unknown-id'")
        .def_ro("message", &Finding::message, "what is wrong, in the author's words")
        .def_ro("help", &Finding::help, "what to do about it; may be empty")
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
