// The whole way from the text of a story to a picture: make_scene, make_document, render.
#include <algorithm>
#include <optional>
#include <utility>

#include "fabula/render.hpp"
#include "fabula/timetable.hpp"

#include "render/choices.hpp"
#include "render/paging.hpp"
#include "render/sample.hpp"
#include "source/findings.hpp"
#include "theme/palette.hpp"
#include "view/landmarks.hpp"
#include "view/references.hpp"

namespace fabula {
namespace {

/// Who is in it: what a catalogue would list the picture under.
std::vector<std::string> keywords_of(const Story& story) {
    constexpr std::size_t most = 12;
    std::vector<std::string> names;
    for (const Character& character : story.characters) {
        if (names.size() < most && !character.name.empty()) names.push_back(character.name);
    }
    return names;
}

/// What is the same for every view: what the document is called, its paper and the fonts that its text was shaped in.
void finish(Scene& scene, const Story& story, const Theme& theme, const Measure& measure) {
    scene.title = story.title;
    scene.author = story.author;
    scene.subject = story.subtitle;
    scene.keywords = keywords_of(story);
    scene.language = story.language;
    scene.paper = theme.colours.paper;
    scene.fonts = measure.fonts();
}

/// A story with all that a view needs to draw it.
struct Studio {
    Choices choices;
    TimeResult times;
    std::optional<Measure> measure;

    [[nodiscard]] ViewInput input(const Story& story) {
        return {.story = story,
                .timetable = times.timetable,
                .theme = choices.theme,
                .page = choices.page,
                .settings = choices.settings,
                .measure = *measure};
    }
};

/// What a story asks for goes before what a theme is made for, and what was asked for on the spot before both.
void leave_paper_to_story(Choices& choices, const RenderOptions& options) {
    choices.picture_page = {};
    if (options.page.empty()) choices.page = {};
}

/// Nothing where `diagnostics` has errors.
std::optional<Studio> set_up(const ReadResult& read, const RenderOptions& options, Sources& sources,
                             Diagnostics& diagnostics) {
    Studio studio{.choices = make_choices(options, sources, diagnostics), .times = {}, .measure = {}};
    if (has_errors(diagnostics)) return std::nullopt;
    const View& view = *studio.choices.view;
    if (view.has_own_paper != nullptr && view.has_own_paper(read.story)) leave_paper_to_story(studio.choices, options);
    studio.times = solve_times(read.story);
    append(diagnostics, studio.times.diagnostics);
    if (has_errors(diagnostics)) return std::nullopt;
    studio.measure.emplace(studio.choices.theme, read.story.language, sample_of(read.story));
    return studio;
}

/// Whether the format can be read aloud.
bool tells(const RenderOptions& options) {
    const Painter* const painter = find_painter(options.format);
    return painter != nullptr && painter->tells;
}

/// Adds to each picture what there is to read in it, and the ways from one event to another. Of several, each tells
/// what it shows, and no other.
void add_landmarks(Document& document, const Story& story, const Timetable& timetable) {
    for (Scene& scene : document.scenes) {
        add_references(scene.root, story);
        scene.landmarks = landmarks_of(story, timetable, scene.root);
        if (document.scenes.size() == 1) continue;
        std::erase_if(scene.landmarks, [](const Landmark& landmark) { return landmark.id.empty(); });
    }
}

}  // namespace

SceneResult make_scene(const ReadResult& read, const RenderOptions& options) {
    const Story& story = read.story;
    SceneResult result{.scene = {}, .figures = {}, .diagnostics = read.diagnostics, .sources = story.sources};
    auto studio = set_up(read, options, result.sources, result.diagnostics);
    if (!studio) return result;
    ViewResult picture = studio->choices.view->draw(studio->input(story));
    append(result.diagnostics, picture.diagnostics);
    append(result.diagnostics, studio->measure->diagnostics());
    result.scene = std::move(picture.scene);
    finish(result.scene, story, studio->choices.theme, *studio->measure);
    result.figures = std::move(picture.figures);
    return result;
}

DocumentResult make_document(const ReadResult& read, const RenderOptions& options) {
    const Story& story = read.story;
    DocumentResult result{.document = {}, .diagnostics = read.diagnostics, .sources = story.sources};
    auto studio = set_up(read, options, result.sources, result.diagnostics);
    if (!studio) return result;
    PagedPicture picture = draw_pages(studio->choices, studio->input(story), options.pages);
    append(result.diagnostics, picture.diagnostics);
    append(result.diagnostics, studio->measure->diagnostics());
    result.document = std::move(picture.document);
    for (Scene& scene : result.document.scenes)
        finish(scene, story, studio->choices.theme, *studio->measure);
    result.document.palette =
        palette_of(studio->choices.theme, studio->choices.twin ? &*studio->choices.twin : nullptr);
    if (tells(options)) add_landmarks(result.document, story, studio->times.timetable);
    return result;
}

RenderResult render(const ReadResult& read, const RenderOptions& options) {
    DocumentResult picture = make_document(read, options);
    RenderResult result{
        .bytes = {}, .diagnostics = std::move(picture.diagnostics), .sources = std::move(picture.sources)};
    const Painting painting = choose_painting(options, result.sources, result.diagnostics);
    if (has_errors(result.diagnostics)) return result;
    PaintResult painted = painting.painter->paint(picture.document, painting.options);
    result.bytes = std::move(painted.bytes);
    if (!painted.error.empty()) result.diagnostics.push_back(make_diagnostic("cannot-paint", {}, painted.error));
    return result;
}

}  // namespace fabula
