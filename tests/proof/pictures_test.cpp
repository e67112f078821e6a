// What every picture of every example, in every view and every theme, owes to those who read and print it.
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "fabula/fabula.hpp"

#include "kinds_apart.hpp"
#include "scene_proofs.hpp"
#include "view/drawing/styles.hpp"

namespace fabula::testing::pictures_test {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// No line is thinner in any theme: less than a quarter of a point does not hold on a press.
constexpr double hairline = 0.25;
constexpr double smallest_type = 6;
constexpr double contrast_aa = 4.5;  // WCAG 2.2, 1.4.3
constexpr double contrast_aaa = 7;   // 1.4.6

const std::map<std::string, ReadResult>& examples() {
    static const std::map<std::string, ReadResult> stories = [] {
        std::map<std::string, ReadResult> all;
        for (const auto& file : std::filesystem::directory_iterator(FABULA_SOURCE_DIR "/examples/stories")) {
            if (file.path().extension() == ".yaml")
                all.emplace(file.path().stem().string(), read_story_file(file.path().string()));
        }
        return all;
    }();
    return stories;
}

/// Nothing where the story has nothing that the view shows.
std::optional<Scene> picture(const ReadResult& story, const std::string& view, const std::string& theme,
                             const std::string& page, const std::vector<Setting>& settings = {}) {
    RenderOptions options;
    options.view = view;
    options.theme = theme;
    options.page = page;
    options.settings = settings;
    SceneResult result = make_scene(story, options);
    for (const Diagnostic& diagnostic : result.diagnostics) {
        const bool is_ours =
            diagnostic.code.find("-theme") != std::string::npos || diagnostic.code == "unknown-setting";
        EXPECT_FALSE(is_ours) << theme << ": " << format_diagnostic(diagnostic, result.sources);
    }
    return has_errors(result.diagnostics) ? std::nullopt : std::optional(std::move(result.scene));
}

/// A theme and how large its pictures are.
using Case = std::tuple<std::string, std::string>;

using NamedScene = std::pair<std::string, Scene>;

/// All pictures of a case, drawn once for all proofs.
const std::vector<NamedScene>& pictures(const Case& drawn) {
    static std::map<Case, std::vector<NamedScene>> all;
    const auto [entry, is_new] = all.try_emplace(drawn);
    if (!is_new) return entry->second;
    const auto& [theme, page] = drawn;
    for (const auto& [story, read] : examples()) {
        for (const View& view : views()) {
            if (auto scene = picture(read, std::string(view.name), theme, page))
                entry->second.emplace_back(story + " in " + std::string(view.name), *std::move(scene));
        }
    }
    return entry->second;
}

class EveryPicture : public ::testing::TestWithParam<Case> {
protected:
    EveryPicture() : theme(read_theme(std::get<0>(GetParam())).theme), scenes(pictures(GetParam())) {}

    template <typename Proof>
    void expect_no_faults(const Proof& proof) const {
        EXPECT_GT(scenes.size(), 20U);
        for (const auto& [what, scene] : scenes)
            EXPECT_THAT(proof(scene), IsEmpty()) << what;
    }

    Theme theme;
    const std::vector<NamedScene>& scenes;
};

INSTANTIATE_TEST_SUITE_P(Themes, EveryPicture,
                         ::testing::Combine(::testing::ValuesIn(theme_names()), ::testing::Values("auto", "A4")),
                         [](const auto& each) {
                             std::string word = std::get<0>(each.param) + "_" + std::get<1>(each.param);
                             std::erase(word, '-');
                             return word;
                         });

TEST_P(EveryPicture, HasTextThatCanBeReadOnItsGround) {
    const double least = theme.name == "high-contrast" ? contrast_aaa : contrast_aa;
    expect_no_faults([&](const Scene& scene) { return low_contrast(scene, least); });
}

TEST_P(EveryPicture, HasNoTypeSmallerThanTheThemesSmallest) {
    EXPECT_GE(theme.type.smallest, smallest_type);
    expect_no_faults([&](const Scene& scene) { return small_type(scene, theme.type.smallest); });
}

TEST_P(EveryPicture, HasNoStrokeThatAPressDoesNotHold) {
    expect_no_faults([](const Scene& scene) { return thin_strokes(scene, hairline); });
}

TEST_P(EveryPicture, HidesWhatItIsDrawnOver) {
    expect_no_faults(see_through);
}

TEST_P(EveryPicture, OfOneInkHasGreysAlone) {
    if (theme.inks.output == InkOutput::black) expect_no_faults(coloured);
}

TEST_P(EveryPicture, OfPrintingInksHasARecipeForEveryColour) {
    if (theme.inks.output == InkOutput::cmyk || theme.inks.output == InkOutput::spot)
        expect_no_faults([&](const Scene& scene) { return without_recipe(scene, theme.inks); });
}

/// What is nearest to a limit is measured on its own, and lies within it; a limit just beyond it would be broken, so
/// the proofs above look at something.
TEST_P(EveryPicture, StaysWithinLimitsThatItsProofsCanFail) {
    Extremes extremes;
    for (const auto& [what, scene] : scenes)
        measure(scene, extremes);
    RecordProperty("least-contrast", std::to_string(extremes.contrast));
    RecordProperty("smallest-type", std::to_string(extremes.type));
    RecordProperty("thinnest-stroke", std::to_string(extremes.stroke));
    EXPECT_GE(extremes.contrast, contrast_aa);
    EXPECT_GE(extremes.type, theme.type.smallest - 1e-3);
    EXPECT_GE(extremes.stroke, hairline - 1e-3);
    std::size_t dim = 0;
    std::size_t small = 0;
    std::size_t thin = 0;
    for (const auto& [what, scene] : scenes) {
        dim += low_contrast(scene, extremes.contrast + 0.1).size();
        small += small_type(scene, extremes.type + 0.1).size();
        thin += thin_strokes(scene, extremes.stroke + 0.1).size();
    }
    EXPECT_GT(dim, 0U);
    EXPECT_GT(small, 0U);
    EXPECT_GT(thin, 0U);
}

/// Whether a line of text somewhere in the group is `text`, or several are its words.
bool says(const Group& group, const std::string& text) {
    for (const Node& node : group.children) {
        if (const auto* inner = std::get_if<Group>(&node); inner != nullptr && says(*inner, text)) return true;
        const auto* line = std::get_if<Text>(&node);
        if (line != nullptr && !line->line.text.empty() && text.find(line->line.text) != std::string::npos) return true;
    }
    return false;
}

std::vector<std::string> nameless_lanes(const Group& group) {
    std::vector<std::string> found;
    if (std::holds_alternative<subjects::Character>(group.subject) && !group.title.empty() && !says(group, group.title))
        found.push_back(group.title);
    for (const Node& node : group.children) {
        const auto* inner = std::get_if<Group>(&node);
        if (inner == nullptr) continue;
        const std::vector<std::string> inside = nameless_lanes(*inner);
        found.insert(found.end(), inside.begin(), inside.end());
    }
    return found;
}

TEST_P(EveryPicture, OfLifelinesHasANameAtEveryLineSoThatColourIsNotAllThatTells) {
    for (const auto& [what, scene] : scenes) {
        if (!what.ends_with("lifelines")) continue;
        EXPECT_THAT(nameless_lanes(scene.root), IsEmpty()) << what;
    }
}

/// The kinds of a story, each once.
std::vector<KindStyle> relationships_of(const Story& story, const Theme& drawn_in) {
    const drawing::Kinds kinds(story, drawn_in);
    std::map<std::string, KindStyle> styles;
    for (const Relationship& relationship : story.relationships())
        styles.try_emplace(relationship.kind, kinds.relationship(relationship.kind));
    std::vector<KindStyle> all;
    for (const auto& [kind, style] : styles)
        all.push_back(style);
    return all;
}

TEST_P(EveryPicture, TellsTheKindsOfItsStoryApart) {
    for (const auto& [name, read] : examples())
        EXPECT_THAT(alike_relationships(relationships_of(read.story, theme), theme), IsEmpty()) << name;
}

/// A picture in the default theme with one key of it changed.
Scene spoilt(const std::string& key, const std::string& value, const std::string& view = "lifelines") {
    return picture(examples().at("never-let-me-go"), view, "default", "", {{"theme." + key, value}}).value();
}

TEST(Proofs, FindTextThatIsTooFaint) {
    EXPECT_THAT(low_contrast(spoilt("colours.quiet", "#909090"), contrast_aa),
                Contains(HasSubstr("in #909090 has 3.")));
}

TEST(Proofs, FindTextThatIsTooFaintOnWhatItStandsOnThoughNotOnPaper) {
    const Scene scene = spoilt("colours.band", "#808080");
    EXPECT_THAT(low_contrast(scene, contrast_aa), Contains(HasSubstr("in #5c5c63 has 1.")));
}

TEST(Proofs, FindFiguresThatCannotBeReadInTheirMarks) {
    const Scene scene = spoilt("colours.lives", "['#c0c0c0', '#a0c0c0', '#c0a0c0']");
    EXPECT_THAT(low_contrast(scene, contrast_aa), Contains(HasSubstr("1 in #ffffff has")));
}

TEST(Proofs, FindTypeThatIsTooSmall) {
    const Scene scene = spoilt("type", "{smallest: 3, text: 5, heading: 6}");
    EXPECT_THAT(small_type(scene, smallest_type), Contains(HasSubstr("is of 5.0")));
}

TEST(Proofs, FindStrokesThatAreTooThin) {
    EXPECT_THAT(thin_strokes(spoilt("strokes.structure", "0.2"), hairline), Contains(HasSubstr("of 0.20")));
}

TEST(Proofs, FindTwinLinesOfWhichEachIsTooThin) {
    EXPECT_THAT(thin_strokes(spoilt("strokes.relationship", "0.5"), hairline), Contains(HasSubstr("of 0.21")));
}

TEST(Proofs, FindColoursWhereThereIsOneInkOrNoRecipe) {
    const Scene scene = spoilt("colours.heading", "#9b1c31");
    EXPECT_THAT(coloured(scene), Contains(HasSubstr("#9b1c31: Never Let Me Go")));
    EXPECT_THAT(without_recipe(scene, {}), Contains(HasSubstr("#9b1c31: Never Let Me Go")));
    Inks inks;
    inks.recipes.push_back({.colour = {0x9b, 0x1c, 0x31}, .spot = 100});
    EXPECT_THAT(without_recipe(scene, inks), ::testing::Not(Contains(HasSubstr("#9b1c31"))));
}

TEST(Proofs, FindWhatIsSeenThrough) {
    Scene scene;
    Path glass = circle({10, 10}, 5);
    glass.fill = Colour{10, 20, 30, 200};
    scene.root.children.emplace_back(std::move(glass));
    EXPECT_THAT(see_through(scene), Contains("a fill in #0a141e"));
}

TEST(Proofs, FindLinesWithoutAName) {
    Group lane;
    lane.subject = subjects::Character{"kathy"};
    lane.title = "Kathy";
    EXPECT_THAT(nameless_lanes(lane), Contains("Kathy"));
}

}  // namespace
}  // namespace fabula::testing::pictures_test
