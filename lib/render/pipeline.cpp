// The whole way from the text of a story to a picture: make_scene, render.
#include <utility>

#include "fabula/render.hpp"
#include "fabula/timetable.hpp"

#include "render/choices.hpp"
#include "render/sample.hpp"

namespace fabula {
namespace {

void append(Diagnostics& all, const Diagnostics& more) {
    all.insert(all.end(), more.begin(), more.end());
}

/// What is the same for every view: what the document is called, its paper and the fonts that its text was shaped in.
Scene finished(Scene scene, const Story& story, const Theme& theme, const Measure& measure) {
    scene.title = story.title;
    scene.author = story.author;
    scene.language = story.language;
    scene.paper = theme.colours.paper;
    scene.fonts = measure.fonts();
    return scene;
}

}  // namespace

SceneResult make_scene(const ReadResult& read, const RenderOptions& options) {
    const Story& story = read.story;
    SceneResult result{.scene = {}, .figures = {}, .diagnostics = read.diagnostics, .sources = story.sources};

    const Choices choices = make_choices(options, result.sources, result.diagnostics);
    if (has_errors(result.diagnostics)) return result;

    const TimeResult times = solve_times(story);
    append(result.diagnostics, times.diagnostics);
    if (has_errors(result.diagnostics)) return result;

    Measure measure(choices.theme, story.language, sample_of(story));
    ViewResult picture = choices.view->draw({.story = story,
                                             .timetable = times.timetable,
                                             .theme = choices.theme,
                                             .page = choices.page,
                                             .settings = choices.settings,
                                             .measure = measure});
    append(result.diagnostics, picture.diagnostics);
    append(result.diagnostics, measure.diagnostics());
    result.scene = finished(std::move(picture.scene), story, choices.theme, measure);
    result.figures = std::move(picture.figures);
    return result;
}

RenderResult render(const ReadResult& read, const RenderOptions& options) {
    SceneResult picture = make_scene(read, options);
    RenderResult result{
        .bytes = {}, .diagnostics = std::move(picture.diagnostics), .sources = std::move(picture.sources)};

    const Painting painting = choose_painting(options, result.sources, result.diagnostics);
    if (has_errors(result.diagnostics)) return result;

    PaintResult painted = painting.painter->paint(one_page(std::move(picture.scene)), painting.options);
    result.bytes = std::move(painted.bytes);
    if (!painted.error.empty()) result.diagnostics.push_back(make_diagnostic("cannot-paint", {}, painted.error));
    return result;
}

}  // namespace fabula
