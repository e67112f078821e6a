// The compiled part of the Python package: stories that are read, and what can be had of them. It is small and plain,
// what Python users see is in the package. The GIL is released while anything is computed.
#include <nanobind/nanobind.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/pair.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/string_view.h>
#include <nanobind/stl/tuple.h>
#include <nanobind/stl/vector.h>
#include <optional>
#include <tuple>
#include <utility>

#include "fabula/fabula.hpp"

#include "diagnostics.hpp"
#include "times.hpp"

namespace fabula::python {
namespace {

namespace nb = nanobind;
using nb::literals::operator""_a;

/// A story as it was read. Nothing changes it, so that several threads may use it at once.
class ReadStory {
public:
    explicit ReadStory(ReadResult read) : read_(std::move(read)) {}

    [[nodiscard]] const ReadResult& read() const { return read_; }
    [[nodiscard]] const Story& story() const { return read_.story; }

private:
    ReadResult read_;
};

/// What was made, or none, and what was found on the way.
template <typename Made>
using WithFindings = std::pair<std::optional<Made>, std::vector<Finding>>;

using Settings = std::vector<std::pair<std::string, std::string>>;

RenderOptions options_of(const std::string& view, const std::string& theme, const std::string& page,
                         const Settings& settings) {
    RenderOptions options{.view = view, .theme = theme, .page = page};
    for (const auto& [key, value] : settings)
        options.settings.push_back({key, value});
    return options;
}

WithFindings<nb::bytes> render_story(const ReadStory& story, const std::string& format, const std::string& view,
                                     const std::string& theme, const std::string& page, const std::string& pages,
                                     const Settings& settings, bool strict) {
    RenderOptions options = options_of(view, theme, page, settings);
    options.format = format;
    options.strict = strict;
    options.pages = pages == "tile" ? Pages::tile : pages == "flow" ? Pages::flow : Pages::one;
    RenderResult result;
    std::vector<Finding> findings;
    {
        const nb::gil_scoped_release release;
        result = render(story.read(), options);
        findings = findings_of(result.diagnostics, result.sources);
    }
    if (result.bytes.empty()) return {std::nullopt, std::move(findings)};
    return {nb::bytes(result.bytes.data(), result.bytes.size()), std::move(findings)};
}

WithFindings<std::string> lay_out(const ReadStory& story, const std::string& view, const std::string& theme,
                                  const std::string& page, const Settings& settings) {
    const nb::gil_scoped_release release;
    const SceneResult result = make_scene(story.read(), options_of(view, theme, page, settings));
    std::vector<Finding> findings = findings_of(result.diagnostics, result.sources);
    if (result.figures.empty()) return {std::nullopt, std::move(findings)};
    return {result.figures, std::move(findings)};
}

/// What the reader, the times and the rules have to say.
std::vector<Finding> check_story(const ReadStory& story) {
    const nb::gil_scoped_release release;
    Diagnostics all = story.read().diagnostics;
    const Sources& sources = story.story().sources();
    const std::size_t events = story.story().events().size();
    if (events > 0) {
        const TimeResult times = solve_times(story.story());
        all.insert(all.end(), times.diagnostics.begin(), times.diagnostics.end());
        const Diagnostics found = check(story.story(), times.timetable);
        all.insert(all.end(), found.begin(), found.end());
    }
    return findings_of(all, sources);
}

WithFindings<Rows> times_of(const ReadStory& story) {
    Diagnostics all = story.read().diagnostics;
    TimeResult times;
    std::vector<std::vector<AgeAtEvent>> ages;
    std::vector<Finding> findings;
    const bool any = !story.story().events().empty();
    {
        const nb::gil_scoped_release release;
        if (any) times = solve_times(story.story());
        if (any) ages = ages_at_events(story.story(), times.timetable);
        all.insert(all.end(), times.diagnostics.begin(), times.diagnostics.end());
        findings = findings_of(all, story.story().sources());
    }
    if (!any) return {std::nullopt, std::move(findings)};
    return {rows_of(story.story(), times.timetable, ages), std::move(findings)};
}

std::vector<std::pair<std::string, std::string>> list_views() {
    std::vector<std::pair<std::string, std::string>> list;
    for (const View& view : views())
        list.emplace_back(view.name, view.summary);
    return list;
}

std::vector<std::pair<std::string, std::string>> list_themes() {
    const nb::gil_scoped_release release;
    std::vector<std::pair<std::string, std::string>> list;
    for (const std::string& name : theme_names())
        list.emplace_back(name, read_theme(name).theme.description);
    return list;
}

void bind_story(nb::module_& module) {
    nb::class_<ReadStory>(module, "ReadStory", "A story as it was read; nothing changes it.")
        .def_prop_ro(
            "title", [](const ReadStory& story) { return story.story().title(); }, "of the story")
        .def_prop_ro(
            "text", [](const ReadStory& story) { return story.story().sources().text(0); }, "the file, as it was read")
        .def_prop_ro(
            "events", [](const ReadStory& story) { return story.story().events().size(); }, "how many could be read")
        .def_prop_ro(
            "findings",
            [](const ReadStory& story) { return findings_of(story.read().diagnostics, story.story().sources()); },
            "what the reader found")
        .def("render", render_story, "format"_a, "view"_a, "theme"_a, "page"_a, "pages"_a, "settings"_a, "strict"_a,
             "The bytes of a picture, or None, and what was found.")
        .def("layout", lay_out, "view"_a, "theme"_a, "page"_a, "settings"_a,
             "The figures of a layout as JSON, or None, and what was found.")
        .def("check", check_story, "What is wrong with the story.")
        .def("times", times_of, "A row for each event, or None, and what was found.");
}

}  // namespace

NB_MODULE(_fabula, module) {
    module.doc() = "The compiled part of fabula.";
    bind_diagnostics(module);
    bind_story(module);
    module.def(
        "read_text", [](const std::string& text, const std::string& name) { return ReadStory(read_story(text, name)); },
        "text"_a, "name"_a, "Reads a story from YAML text.", nb::call_guard<nb::gil_scoped_release>());
    module.def(
        "read_file", [](const std::string& path) { return ReadStory(read_story_file(path)); }, "path"_a,
        "Reads a story from a file.", nb::call_guard<nb::gil_scoped_release>());
    module.def("use_no_system_fonts", use_no_system_fonts,
               "Makes Fontconfig's own configuration an empty one; for a package that no one shares Fontconfig with.");
    module.def("views", list_views, "The views and what they show.");
    module.def("themes", list_themes, "The themes and what they are good for.");
}

}  // namespace fabula::python
