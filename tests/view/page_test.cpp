// The view `page`: several views on one sheet.
#include "view/page/page.hpp"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <set>

#include "fabula/fabula.hpp"

#include "picture.hpp"
#include "view_under_test.hpp"

namespace fabula::page_test {
namespace {

using testing::codes;
using ::testing::Contains;
using ::testing::ElementsAre;
using testing::faults;
using testing::groups;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const testing::Draw draw{"page"};

nlohmann::json panels(const std::string& yaml, const std::vector<Setting>& settings = {}) {
    return nlohmann::json::parse(draw(yaml, settings).figures)["panels"];
}

/// Two friends over three years, on this page.
std::string friends(const std::string& page) {
    return "title: Friends\nauthor: Nobody\ncharacters: {a: {name: Ada}, b: {name: Ben}}\n"
           "events:\n  - {id: meet, title: They meet, who: [a, b], when: 1900-03-01, tension: 2}\n"
           "  - {id: quarrel, title: They quarrel, who: [a, b], when: 1901-05-02, tension: 8}\n"
           "  - {id: part, title: They part, who: [a, b], when: 1903-01-07, tension: 5}\n"
           "relationships: [{between: [a, b], kind: friendship}]\n" +
           page;
}

const Path* first_path(const Group& group) {
    for (const Node& node : group.children) {
        if (const auto* path = std::get_if<Path>(&node)) return path;
        const auto* inner = std::get_if<Group>(&node);
        const Path* const found = inner != nullptr ? first_path(*inner) : nullptr;
        if (found != nullptr) return found;
    }
    return nullptr;
}

TEST(Cells, ShareTheRoomAsStated) {
    PagePanel all;
    all.inner.resize(2);
    all.inner[1].share = 3;
    all.inner[1].arrangement = PagePanel::Arrangement::columns;
    all.inner[1].inner.resize(2);
    const auto cells = pages::divide(all, {0, 0, 110, 210}, 10);
    ASSERT_THAT(cells, SizeIs(3));
    EXPECT_EQ(cells[0].box, (Box{0, 0, 110, 50}));
    EXPECT_EQ(cells[1].box, (Box{0, 60, 50, 210}));
    EXPECT_EQ(cells[2].box, (Box{60, 60, 110, 210}));
}

TEST(Placed, MovesAllAndMakesIdsItsOwn) {
    Group group;
    group.subject = subjects::Event{"a"};
    group.reference = subjects::Event{"b"};
    group.children.emplace_back(line({0, 0}, {1, 2}));
    const Group moved = pages::placed(group, {10, 20}, 2);
    EXPECT_EQ(moved.subject, group.subject);
    EXPECT_EQ(id_of(moved), "panel-2-event-a");
    EXPECT_EQ(link_of(moved), "#panel-2-event-b");
    EXPECT_EQ(std::get<Path>(moved.children.front()), line({10, 20}, {11, 22}));
}

TEST(Page, HoldsItsViewsSideBySideAndUnderOneAnother) {
    const auto found =
        panels(friends("page: {rows: [{view: lifelines}, {columns: [{view: arcs}, {text: Words.}]}]}\n"));
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0]["view"], "lifelines");
    EXPECT_LT(found[0]["y"], found[1]["y"]);
    EXPECT_EQ(found[1]["y"], found[2]["y"]);
    EXPECT_LT(found[1]["x"], found[2]["x"]);
    EXPECT_EQ(found[1]["figures"]["view"], "arcs");
}

TEST(Page, HasTitleHeadingsNotesSourcesAndColophon) {
    const SceneResult result =
        draw(friends("page:\n  rows: [{view: arcs, title: Who likes whom}]\n  notes: A note.\n"
                     "  sources: A book.\n  colophon: Made by hand.\n"));
    for (const char* text : {"Friends", "Nobody", "Who likes whom", "A note.", "A book.", "Made by hand."})
        EXPECT_THAT(texts(result.scene), Contains(text));
    EXPECT_THAT(faults(result.scene), IsEmpty());
}

TEST(Page, SharesTheAxisOfTimeWhereItCan) {
    const std::string story =
        friends("page: {paper: A4, rows: [{view: plot, set: {plot.axis: time}}, {view: lifelines}]}\n");
    const auto shared = panels(story);
    EXPECT_EQ(shared[0]["shares_axis"], true);
    EXPECT_EQ(shared[1]["shares_axis"], false);
    EXPECT_EQ(panels(story, {{"page.axis", "own"}})[0]["shares_axis"], false);
    // The mark of an event stands right over its mark on the lanes.
    const SceneResult result = draw(story);
    const auto middle = [&](std::string_view id) {
        for (const Group* group : groups(result.scene, "event")) {
            const Path* const mark = id_of(*group) == id ? first_path(*group) : nullptr;
            if (mark != nullptr) return (ink_box(*mark).left + ink_box(*mark).right) / 2;
        }
        return std::nan("");
    };
    EXPECT_NEAR(middle("panel-1-event-quarrel"), middle("panel-2-event-quarrel"), 1);
}

TEST(Page, IsOfThePaperThatTheCommandOrTheStoryNames) {
    const std::string story = friends("page: {paper: A3, rows: [{view: arcs}]}\n");
    EXPECT_NEAR(draw(story).scene.width, parse_page("A3")->width, 0.1);
    EXPECT_NEAR(draw(story, {}, "A5").scene.width, parse_page("A5")->width, 0.1);
    EXPECT_NEAR(draw(friends("page: {rows: [{view: arcs}]}\n")).scene.width, parse_page("A2")->width, 0.1);
}

TEST(Page, SaysWhichKeyIsMissingWhereThereIsNone) {
    const SceneResult result = draw(friends(""));
    ASSERT_THAT(codes(result), ElementsAre("no-page"));
    EXPECT_TRUE(has_errors(result.diagnostics));
    EXPECT_THAT(result.diagnostics.front().help, HasSubstr("page"));
}

TEST(Page, SaysWhereItNamesAViewASettingOrAPaperThatThereIsNot) {
    const auto place = [](const std::string& page) {
        const SceneResult result = draw(friends(page));
        EXPECT_THAT(result.diagnostics, SizeIs(1));
        EXPECT_GT(result.diagnostics.front().span.line, 0U);
        return result.diagnostics.front().code;
    };
    EXPECT_EQ(place("page: {rows: [{view: lifelime}]}\n"), "unknown-view");
    EXPECT_EQ(place("page: {rows: [{view: page}]}\n"), "unknown-view");
    EXPECT_EQ(place("page: {rows: [{view: arcs, set: {arcs.off: events}}]}\n"), "unknown-setting");
    EXPECT_EQ(place("page: {rows: [{view: arcs, set: {plot.axis: time}}]}\n"), "unknown-setting");
    EXPECT_EQ(place("page: {paper: A99, rows: [{view: arcs}]}\n"), "unknown-page");
}

TEST(Page, SaysWhichPanelCannotBeDrawn) {
    const SceneResult result = draw(friends("page: {rows: [{view: arcs, set: {arcs.of: events}}]}\n"));
    ASSERT_THAT(codes(result), ElementsAre("no-arcs"));
    EXPECT_GT(result.diagnostics.front().span.line, 0U);
}

TEST(Page, HasEveryIdOnce) {
    const SceneResult result = draw(friends("page: {rows: [{view: lifelines}, {view: plot}, {view: plot}]}\n"));
    std::multiset<std::string> ids;
    for (const Group* group : groups(result.scene, "event"))
        ids.insert(id_of(*group));
    for (const std::string& id : ids)
        EXPECT_EQ(ids.count(id), 1U) << id;
}

TEST(Page, OnPaperTooSmallSaysSo) {
    const SceneResult result =
        draw(friends("page: {rows: [{view: lifelines}, {view: plot}, {view: curve}, {view: storyline}]}\n"), {}, "A6");
    EXPECT_FALSE(result.diagnostics.empty());
    EXPECT_FALSE(has_errors(result.diagnostics));
}

}  // namespace
}  // namespace fabula::page_test
