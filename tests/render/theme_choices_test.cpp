#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fabula/render.hpp"

#include "walk.hpp"

namespace fabula::theme_choices_test {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

/// A theme of its own in a file.
class ThemeOfMine : public ::testing::Test {
protected:
    ThemeOfMine()
        : path_(std::filesystem::temp_directory_path() /
                (std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()) + ".yaml")) {}
    ~ThemeOfMine() override { std::filesystem::remove(path_); }

    SceneResult draw(std::string_view theme, const std::vector<Setting>& settings = {},
                     std::string view = "lifelines") {
        std::ofstream(path_) << theme;
        RenderOptions options;
        options.view = std::move(view);
        options.theme = path_.string();
        options.settings = settings;
        return make_scene(read_story(walk_for_all_views), options);
    }

    std::string faults(std::string_view theme, const std::vector<Setting>& settings = {}) {
        const SceneResult result = draw(theme, settings);
        std::string text;
        for (const Diagnostic& diagnostic : result.diagnostics)
            text += format_diagnostic(diagnostic, result.sources);
        return text;
    }

private:
    std::filesystem::path path_;
};

TEST_F(ThemeOfMine, HasATwinThatThereIs) {
    EXPECT_THAT(faults("twin: drak"), HasSubstr("there is no theme ‘drak’"));
}

TEST_F(ThemeOfMine, HasDefaultsForSettingsOfViews) {
    const SceneResult right = draw("{}");
    const SceneResult down = draw("views: {lifelines: {direction: down}}");
    EXPECT_EQ(down.figures, draw("{}", {{"lifelines.direction", "down"}}).figures);
    EXPECT_NE(down.figures, right.figures);
}

TEST_F(ThemeOfMine, GivesWayToWhatIsSetByHand) {
    EXPECT_EQ(draw("views: {lifelines: {direction: down}}", {{"lifelines.direction", "right"}}).figures,
              draw("{}").figures);
}

TEST_F(ThemeOfMine, LeavesOtherViewsAlone) {
    EXPECT_THAT(draw("views: {storyline: {axis: time}}").diagnostics, IsEmpty());
}

TEST_F(ThemeOfMine, IsToldWhereASettingOfAViewIsNone) {
    EXPECT_THAT(faults("views:\n  lifelines:\n    direktion: down\n"),
                HasSubstr(".yaml:3:16: error: there is no setting ‘lifelines.direktion’"));
    EXPECT_THAT(faults("views:\n  lifelines:\n    direktion: down\n"),
                HasSubstr("did you mean ‘lifelines.direction’?"));
    EXPECT_THAT(faults("views: {lifelines: {direction: up}}"), HasSubstr("it is ‘right’ or ‘down’"));
    EXPECT_THAT(faults("views: {lifeline: {direction: down}}"), HasSubstr("there is no setting ‘lifeline.direction’"));
}

TEST_F(ThemeOfMine, TakesSettingsOfViewsByHandAsWell) {
    EXPECT_EQ(draw("{}", {{"theme.views.lifelines.direction", "down"}}).figures,
              draw("views: {lifelines: {direction: down}}").figures);
    EXPECT_THAT(faults("{}", {{"theme.views.lifelines.direction", "up"}}), HasSubstr("--set:1:1: error: "));
    EXPECT_THAT(faults("{}", {{"theme.views.lifelines.direction", "down"}}), IsEmpty());
}

TEST_F(ThemeOfMine, SaysOnWhichPaperToDraw) {
    const Scene scene = draw("page: {size: A5, orientation: landscape}").scene;
    EXPECT_NEAR(scene.width, 595.28, 0.01);
    EXPECT_NEAR(scene.height, 419.53, 0.01);
}

TEST_F(ThemeOfMine, SetsTheTitleInTheColourOfHeadings) {
    const Scene scene = draw("colours: {heading: '#9b1c31'}").scene;
    EXPECT_THAT(dump(scene), HasSubstr("#9b1c31 \"A walk"));
    EXPECT_THAT(dump(draw("{}").scene), Not(HasSubstr("#9b1c31")));
}

TEST_F(ThemeOfMine, DrawsDashesAndMarksAsItSays) {
    const std::string plain = dump(draw("{}").scene);
    EXPECT_NE(dump(draw("marks: {event: 4}").scene), plain);
    EXPECT_THAT(dump(draw("{relationships: {friendship: {pattern: dashed, width: 2, colour: '#123456'}}, "
                          "dashes: {dashed: [3, 7]}}")
                         .scene),
                HasSubstr("stroke #123456 width 2 dash 6 14"));
}

}  // namespace
}  // namespace fabula::theme_choices_test
