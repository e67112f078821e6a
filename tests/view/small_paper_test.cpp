// Pictures on paper that is too small for their story: nothing is cut off, and what the story is about keeps its
// titles.
#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

#include "fabula/fabula.hpp"

#include "picture.hpp"
#include "view/drawing/ranking.hpp"
#include "view_under_test.hpp"

namespace fabula::small_paper_test {
namespace {

using testing::codes;
using ::testing::Contains;
using testing::faults;
using testing::groups;
using ::testing::IsEmpty;
using ::testing::Not;

const std::filesystem::path examples = std::filesystem::path(FABULA_SOURCE_DIR) / "examples/stories";

void collect_texts(const Group& group, std::string& said) {
    for (const Node& child : group.children) {
        if (const auto* const text = std::get_if<Text>(&child)) said += text->line.text + " ";
        if (const auto* const inner = std::get_if<Group>(&child)) collect_texts(*inner, said);
    }
}

/// The ids of events whose group has the first word of its title.
std::set<std::string> titled_events(const Scene& scene) {
    std::set<std::string> ids;
    for (const Group* const group : groups(scene, "event")) {
        const auto* const event = std::get_if<subjects::Event>(&group->subject);
        if (event == nullptr) continue;
        std::string said;
        collect_texts(*group, said);
        if (said.find(group->title.substr(0, group->title.find(' '))) != std::string::npos) ids.insert(event->id);
    }
    return ids;
}

struct Sheet {
    const char* story;
    const char* view;
    const char* paper;
};

class SmallPaper : public ::testing::TestWithParam<Sheet> {};

TEST_P(SmallPaper, ShowsWhatTheStoryIsAboutAndCutsNothingOff) {
    const ReadResult read = read_story_file((examples / (std::string(GetParam().story) + ".yaml")).string());
    RenderOptions options;
    options.view = GetParam().view;
    options.page = GetParam().paper;
    const SceneResult result = make_scene(read, options);
    EXPECT_THAT(codes(result), Not(Contains("page-too-small")));
    EXPECT_THAT(faults(result.scene), IsEmpty());

    const std::set<std::string> titled = titled_events(result.scene);
    const std::vector<EventIndex> order = drawing::by_importance(drawing::ranking_of(read.story).events);
    const std::size_t ten = std::min<std::size_t>(order.size(), 10);
    std::vector<std::string> missing;
    for (std::size_t i = 0; i < ten; ++i) {
        const std::string& id = read.story.events()[order[i]].id;
        if (!titled.contains(id)) missing.push_back(id);
    }
    EXPECT_LE(missing.size(), 1U) << ::testing::PrintToString(missing);
}

std::vector<Sheet> sheets() {
    std::vector<Sheet> all;
    for (const char* const story : {"never-let-me-go", "odyssey", "french-revolution", "sleeping-beauty",
                                    "names-of-the-world", "the-hour-that-came-twice", "ten-lines"}) {
        for (const char* const view : {"lifelines", "storyline", "curve"}) {
            for (const char* const paper : {"A4", "A4-landscape", "A3"})
                all.push_back({story, view, paper});
        }
    }
    return all;
}

std::string name_of(const ::testing::TestParamInfo<Sheet>& sheet) {
    std::string name = fmt::format("{}_{}_{}", sheet.param.story, sheet.param.view, sheet.param.paper);
    std::ranges::replace(name, '-', '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Examples, SmallPaper, ::testing::ValuesIn(sheets()), name_of);

}  // namespace
}  // namespace fabula::small_paper_test
