// The whole way from a story to a picture: make_scene, make_document, render.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "fabula/render.hpp"
#include "fabula/timetable.hpp"

#include "render/steps.hpp"
#include "source/findings.hpp"
#include "theme/styles.hpp"
#include "view/pictures.hpp"

namespace fabula {
namespace {

/// The characters: what a catalogue would list the picture under.
std::vector<std::string> keywords_of(const Story& story) {
    constexpr std::size_t most = 12;
    std::vector<std::string> names;
    for (const Character& character : story.characters()) {
        if (names.size() < most && !character.name.empty()) names.push_back(character.name);
    }
    return names;
}

/// Sets what is the same for every view: the title of the document, its paper and its fonts.
void finish(Scene& scene, const Story& story, const Theme& theme, const Measure& measure) {
    scene.title = story.title();
    scene.author = story.author();
    scene.subject = story.subtitle();
    scene.keywords = keywords_of(story);
    scene.language = story.language();
    scene.paper = theme.colours.paper;
    scene.fonts = measure.fonts();
}

/// Text to choose fonts by before anything is set: all that the story's files say. Words that the views add show only
/// when they are set (Measure::wider_sample).
std::string sample_of(const Story& story) {
    std::string sample;
    for (char letter = ' '; letter <= '~'; ++letter)
        sample += letter;
    for (std::uint32_t source = 0; source < story.sources().size(); ++source)
        sample += story.sources().text(source);
    return sample;
}

/// What to draw, and what is known of it.
struct StoryToDraw {
    const Story& story;
    Diagnostics found{};                ///< in reading
    const TimeResult* times = nullptr;  ///< null: not solved yet
};

/// A story that is being drawn.
struct RenderSession {
    const Story& story;
    ResolvedOptions resolved;
    TimeResult times{};
    std::optional<Measure> measure{};

    [[nodiscard]] ViewInput input() {
        return {.story = story,
                .timetable = times.timetable,
                .theme = resolved.theme,
                .page = resolved.page,
                .settings = resolved.settings,
                .measure = *measure};
    }

    /// What `draw` makes of the input. Where text needs fonts that were not foreseen, they are loaded and everything is
    /// drawn again.
    template <typename Draw>
    [[nodiscard]] auto drawn_by(const Draw& draw) {
        measure.emplace(resolved.theme, story.language(), sample_of(story));
        auto picture = draw(input());
        if (const std::string wider = measure->wider_sample(); !wider.empty()) {
            measure.emplace(resolved.theme, story.language(), wider);
            picture = draw(input());
        }
        return picture;
    }
};

/// The paper of the story comes before that of the theme, and that of the options before both.
void leave_paper_to_story(ResolvedOptions& resolved, const RenderOptions& options) {
    resolved.picture_page = {};
    if (options.page.empty()) resolved.page = {};
}

/// Adds what was found, and says whether the picture can do without it: there is no error.
bool go_on_after(const Diagnostics& found, Diagnostics& all) {
    append(all, found);
    return !has_errors(found);
}

/// Nothing where the options have errors, where the story has no events, and, with options.strict, where it has errors.
/// Otherwise errors of the story only add to `diagnostics`: what they are about was left out or set aside.
std::optional<RenderSession> set_up(const StoryToDraw& subject, const RenderOptions& options, Sources& sources,
                                    Diagnostics& diagnostics) {
    Diagnostics of_options;
    RenderSession session{.story = subject.story, .resolved = resolve_options(options, sources, of_options)};
    if (!go_on_after(of_options, diagnostics) || session.story.events().empty()) return std::nullopt;
    if (options.strict && has_errors(diagnostics)) return std::nullopt;
    const View& view = *session.resolved.view;
    if (view.has_own_paper != nullptr && view.has_own_paper(session.story))
        leave_paper_to_story(session.resolved, options);
    session.times = subject.times != nullptr ? *subject.times : solve_times(session.story);
    const bool is_true = go_on_after(session.times.diagnostics, diagnostics);
    if (options.strict && !is_true) return std::nullopt;
    return session;
}

bool is_accessible(const RenderOptions& options) {
    const Painter* const painter = find_painter(format_of(options));
    return painter != nullptr && painter->is_accessible;
}

/// Adds to each picture its landmarks and the references between its events. One of several pictures has landmarks only
/// for what it shows.
void add_landmarks(Document& document, const Story& story, const Timetable& timetable) {
    for (Scene& scene : document.scenes) {
        add_references(scene.root, story);
        scene.landmarks = landmarks_of(story, timetable, scene.root);
        if (document.scenes.size() == 1) continue;
        std::erase_if(scene.landmarks, [](const Landmark& landmark) { return landmark.id.empty(); });
    }
}

SceneResult scene_of(const StoryToDraw& subject, const RenderOptions& options) {
    const Story& story = subject.story;
    SceneResult result{.scene = {}, .figures = {}, .diagnostics = subject.found, .sources = story.sources()};
    auto session = set_up(subject, options, result.sources, result.diagnostics);
    if (!session) return result;
    ViewResult picture = session->drawn_by([&](const ViewInput& input) { return session->resolved.view->draw(input); });
    const bool drawn = go_on_after(picture.diagnostics, result.diagnostics);
    append(result.diagnostics, session->measure->diagnostics());
    if (!drawn) return result;
    result.scene = std::move(picture.scene);
    finish(result.scene, story, session->resolved.theme, *session->measure);
    result.figures = std::move(picture.figures);
    return result;
}

DocumentResult document_of(const StoryToDraw& subject, const RenderOptions& options) {
    const Story& story = subject.story;
    DocumentResult result{.document = {}, .diagnostics = subject.found, .sources = story.sources()};
    auto session = set_up(subject, options, result.sources, result.diagnostics);
    if (!session) return result;
    PagedPicture picture =
        session->drawn_by([&](const ViewInput& input) { return draw_pages(session->resolved, input, options.pages); });
    const bool drawn = go_on_after(picture.diagnostics, result.diagnostics);
    append(result.diagnostics, session->measure->diagnostics());
    if (!drawn) return result;
    result.document = std::move(picture.document);
    for (Scene& scene : result.document.scenes)
        finish(scene, story, session->resolved.theme, *session->measure);
    const std::optional<Theme>& twin = session->resolved.twin;
    result.document.palette = theming::palette_of(session->resolved.theme, twin ? &*twin : nullptr);
    result.set_aside = session->times.timetable.set_aside;
    if (is_accessible(options)) add_landmarks(result.document, story, session->times.timetable);
    return result;
}

RenderResult painted(DocumentResult picture, const RenderOptions& options) {
    RenderResult result{.bytes = {},
                        .diagnostics = std::move(picture.diagnostics),
                        .sources = std::move(picture.sources),
                        .set_aside = std::move(picture.set_aside)};
    Diagnostics of_painting;
    const Painting painting = choose_painting(options, result.sources, of_painting);
    if (!go_on_after(of_painting, result.diagnostics) || picture.document.scenes.empty()) return result;
    PaintResult bytes = painting.painter->paint(picture.document, painting.options);
    result.bytes = std::move(bytes.bytes);
    if (!bytes.error.empty()) result.diagnostics.push_back(make_diagnostic("cannot-paint", {}, bytes.error));
    return result;
}

}  // namespace

SceneResult make_scene(const Story& story, const RenderOptions& options) {
    return scene_of({.story = story}, options);
}

SceneResult make_scene(const ReadResult& read, const RenderOptions& options) {
    return scene_of({.story = read.story, .found = read.diagnostics}, options);
}

DocumentResult make_document(const Story& story, const RenderOptions& options) {
    return document_of({.story = story}, options);
}

DocumentResult make_document(const ReadResult& read, const RenderOptions& options) {
    return document_of({.story = read.story, .found = read.diagnostics}, options);
}

DocumentResult make_document(const Story& story, const TimeResult& times, const RenderOptions& options) {
    return document_of({.story = story, .times = &times}, options);
}

RenderResult render(const Story& story, const RenderOptions& options) {
    return painted(make_document(story, options), options);
}

RenderResult render(const ReadResult& read, const RenderOptions& options) {
    return painted(make_document(read, options), options);
}

RenderResult render(const Story& story, const TimeResult& times, const RenderOptions& options) {
    return painted(make_document(story, times, options), options);
}

}  // namespace fabula
