// examples/stories/time.md: what it says can be written is read.

#include <gtest/gtest.h>
#include <sstream>

#include "reading_story.hpp"

namespace fabula::time_manual_test {
namespace {

/// The texts between backquotes in the first cells of the table under `heading`.
std::vector<std::string> forms_under(const std::string& heading) {
    std::vector<std::string> forms;
    std::istringstream lines(test_file("../../examples/stories/time.md"));
    bool under = false;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("#")) under = line == "## " + heading || line == "### " + heading;
        if (!under || !line.starts_with("| `")) continue;
        const std::string cell = line.substr(0, line.find(" | "));
        for (std::size_t open = cell.find('`'); open != cell.npos; open = cell.find('`', open)) {
            const std::size_t close = cell.find('`', open + 1);
            forms.push_back(cell.substr(open + 1, close - open - 1));
            open = close + 1;
        }
    }
    EXPECT_FALSE(forms.empty()) << heading;
    return forms;
}

std::string example_story() {
    const std::string page = test_file("../../examples/stories/time.md");
    const std::size_t from = page.find("```yaml\n") + 8;
    return page.substr(from, page.find("```\n", from) - from);
}

TEST(TimeManual, HasAnExampleOfACalendarThatIsRight) {
    const Story story = right_story(example_story());
    EXPECT_EQ(story.calendars().at(built_in_calendars().size()).months.size(), 5U);
    EXPECT_EQ(story.events().size(), 3U);
}

TEST(TimeManual, ListsPhrasesThatAreRead) {
    for (const std::string& form : forms_under("Phrases")) {
        const std::string clock = form == "at 12" || form == "at 12..17" ? "{clock: scene}" : "{}";
        const std::string born = form.starts_with("same age") ? form : "1996";
        const Story story = right_story("title: X\ntime: " + clock + "\ncharacters: {x: , z: {born: '" + born +
                                        "'}}\nevents: [{id: y, title: a}, {title: b, when: '" +
                                        (form == born ? "1996" : form) + "'}]\n");
        EXPECT_FALSE(story.events().at(1).when.empty()) << form;
    }
}

TEST(TimeManual, ListsDatesThatAreRead) {
    for (const std::string& form : forms_under("Dates")) {
        if (form.starts_with("…")) continue;
        const Story story = right_story("title: X\nevents: [{title: b, when: '" + form + "'}]\n");
        EXPECT_TRUE(std::holds_alternative<DatePhrase>(story.events().at(0).when.at(0).value)) << form;
    }
}

TEST(TimeManual, ListsMistakesThatAreOnesAndGetAdvice) {
    for (const std::string& form : forms_under("Mistakes")) {
        const ReadResult result =
            read_story("title: X\ncharacters: {x: }\nevents: [{title: a}, {title: b, when: '" + form + "'}]\n");
        ASSERT_EQ(result.diagnostics.size(), 1U) << form;
        EXPECT_FALSE(result.diagnostics[0].help.empty()) << form;
    }
}

TEST(TimeManual, ListsDatesOfACalendarThatAreRead) {
    for (const std::string& form : forms_under("A story's own")) {
        const Story story = right_story(example_story() + "  - {title: d, when: '" + form + "'}\n");
        const auto& date = std::get<DatePhrase>(story.events().at(3).when.at(0).value);
        EXPECT_EQ(date.calendar, built_in_calendars().size()) << form;
    }
}

TEST(TimeManual, ListsTheCalendarsOfTheWorld) {
    const std::vector<std::string> names = forms_under("Calendars of the world");
    const std::vector<Calendar>& calendars = built_in_calendars();
    ASSERT_EQ(names.size() + 2, calendars.size());  // and the two that stand above the table
    for (std::size_t i = 0; i < names.size(); ++i)
        EXPECT_EQ(calendars[i + 2].id, names[i]);
}

TEST(TimeManual, NamesTheMonthsOfTheCalendarsOfTheWorld) {
    const std::string page = test_file("../../examples/stories/time.md");
    for (const Calendar& calendar : built_in_calendars()) {
        if (calendar.standard || calendar.id == "japanese" || calendar.id == "chinese") continue;
        for (const CalendarMonth& month : calendar.months)
            EXPECT_NE(page.find(month.name), page.npos) << calendar.id << " " << month.name;
    }
}

}  // namespace
}  // namespace fabula::time_manual_test
