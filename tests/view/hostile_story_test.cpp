// Stories that nobody would write on purpose: they are drawn all the same.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <set>

#include "fabula/fabula.hpp"

namespace fabula::hostile_story_test {
namespace {

bool is_drawn(const std::string& yaml) {
    const SceneResult result = make_scene(read_story(yaml));
    return !has_errors(result.diagnostics) && !result.scene.root.children.empty();
}

constexpr std::string_view beginning =
    "title: x\ncharacters: {a: {}, b: {}}\nevents:\n"
    "  - {id: e, title: One, who: [a, b]}\n  - {id: f, title: Two, who: [a, b]}\n";

TEST(HostileStory, OfThousandsOfStatesIsDrawn) {
    std::string yaml = fmt::format("{}states:\n", beginning);
    for (int i = 0; i < 2000; ++i)
        yaml += fmt::format("  - {{who: a, is: s{}, from: e, until: f}}\n", i);
    EXPECT_TRUE(is_drawn(yaml));
}

TEST(HostileStory, OfThousandsOfKindsOfRelationshipIsDrawn) {
    std::string yaml = fmt::format("{}relationships:\n", beginning);
    for (int i = 0; i < 2000; ++i)
        yaml += fmt::format("  - {{between: [a, b], kind: k{}, from: e}}\n", i);
    EXPECT_TRUE(is_drawn(yaml));
}

TEST(HostileStory, OfThousandsOfKindsOfMilestoneIsDrawn) {
    std::string yaml = "title: x\ncharacters: {a: {}}\nmilestones:\n";
    for (int i = 0; i < 4000; ++i)
        yaml += fmt::format("  m{}: {{}}\n", i);
    yaml += "events:\n";
    for (int i = 0; i < 4000; ++i)
        yaml += fmt::format("  - {{m{}: a}}\n", i);
    EXPECT_TRUE(is_drawn(yaml));
}

/// Of a view that has more than one form: the settings that bring them out.
struct Form {
    std::string view;
    std::vector<Setting> settings;
};

std::vector<Form> forms() {
    return {{"lifelines", {}},
            {"lifelines", {{"lifelines.direction", "down"}}},
            {"storyline", {}},
            {"storyline", {{"storyline.axis", "told"}}},
            {"arcs", {}},
            {"arcs", {{"arcs.direction", "down"}}},
            {"arcs", {{"arcs.of", "meetings"}, {"arcs.sections", "yes"}}},
            {"arcs", {{"arcs.of", "events"}}},
            {"curve", {}},
            {"curve", {{"curve.by", "place"}}},
            {"plot", {}},
            {"plot", {{"plot.axis", "time"}}},
            {"page", {}}};
}

/// The codes of the errors that a form of a view finds; nothing else may stand where no picture comes of it.
std::vector<std::string> errors_of(const Form& form, const std::string& yaml) {
    RenderOptions options;
    options.view = form.view;
    options.settings = form.settings;
    const SceneResult result = make_scene(read_story(yaml), options);
    std::vector<std::string> codes;
    for (const Diagnostic& diagnostic : result.diagnostics)
        if (diagnostic.severity == Severity::error) codes.push_back(diagnostic.code);
    EXPECT_EQ(codes.empty(), !result.scene.root.children.empty()) << form.view;
    return codes;
}

TEST(EveryView, DrawsAStoryInWhichNothingHasAName) {
    const std::string nameless =
        "title: ' '\nstructure: three-act\ncharacters: {a: {name: ''}, b: {name: ' '}, c: {name: \"\\u200b\"}}\n"
        "places: {p: {name: ''}, q: {name: ' '}}\nthreads: {t: {name: ''}}\nsections:\n"
        "  - {id: s, title: ' ', events: [{id: e1, title: ' ', who: [a, b], place: p, tension: 3, thread: t},\n"
        "      {id: e2, title: \"\\u200b\", who: [a, c], place: q, tension: 5, thread: t, mode: flashback}]}\n"
        "  - {id: u, title: '', events: [{id: e3, title: x, who: [a, b, c], place: p, tension: 3, death: a}]}\n"
        "beats: [{beat: ' ', event: e1, act: ' '}, {beat: midpoint, event: e2, act: \"\\u200b\"}]\n"
        "relationships: [{between: [a, b], kind: ' '}, {between: [a, c], kind: ''}]\n"
        "links: [{from: e1, to: e2, kind: ' '}]\n"
        "page: {rows: [{view: lifelines, title: ' '}, {view: plot}, {text: ' '}], notes: ' ', colophon: ' '}\n";
    for (const Form& form : forms())
        EXPECT_TRUE(errors_of(form, nameless).empty()) << form.view;
}

TEST(EveryView, DrawsOneEventOrSaysWhatItLacks) {
    const std::set<std::string> lacks{"no-characters", "no-arcs", "no-tension", "no-page"};
    for (const char* story :
         {"title: x\nevents: [{title: Alone}]\n",
          "title: x\ncharacters: {a: {name: Ada}}\nevents: [{title: Alone, who: a, tension: 4}]\n"}) {
        for (const Form& form : forms()) {
            for (const std::string& code : errors_of(form, story))
                EXPECT_TRUE(lacks.contains(code)) << form.view << " " << code;
        }
    }
}

TEST(EveryView, DrawsThousandsOfKindsBeatsAndThreads) {
    std::string yaml = "title: x\nstructure: save-the-cat\ncharacters: {a: {}, b: {}}\nthreads:\n";
    constexpr int many = 3000;
    for (int i = 0; i < many; ++i)
        yaml += fmt::format("  t{}: {{}}\n", i);
    yaml += "events:\n";
    for (int i = 0; i < many; ++i)
        yaml += fmt::format("  - {{id: e{}, title: Event, who: [a, b], thread: t{}, tension: {}}}\n", i, i, i % 11);
    yaml += "beats:\n";
    for (int i = 0; i < many; ++i)
        yaml += fmt::format("  - {{beat: b{}, event: e{}, act: a{}}}\n", i, i % 2 == 0 ? i : 0, i);
    yaml += "relationships:\n";
    for (int i = 0; i < many; ++i)
        yaml += fmt::format("  - {{between: [a, b], kind: k{}}}\n", i);
    for (const Form& form : {Form{"arcs", {}}, Form{"plot", {}}, Form{"curve", {}}})
        EXPECT_TRUE(errors_of(form, yaml).empty()) << form.view;
}

}  // namespace
}  // namespace fabula::hostile_story_test
