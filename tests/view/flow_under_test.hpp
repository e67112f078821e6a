#pragma once

#include <string>
#include <utility>
#include <vector>

#include "fabula/fabula.hpp"

/// A story on as many pages as it needs, as the tests of that want it.
namespace fabula::testing {

struct Flow {
    ReadResult read;
    Timetable timetable;
    Theme theme;
    Measure measure;
    std::vector<Setting> settings;
    View view;
    ViewInput input;
    std::vector<ViewResult> pages;

    Flow(const std::string& yaml, std::string_view view_name, std::string_view paper, std::vector<Setting> set = {})
        : read(read_story(yaml)),
          timetable(solve_times(read.story).timetable),
          theme(read_theme("default").theme),
          measure(theme, read.story.language(), yaml),
          settings(std::move(set)),
          view(*find_view(view_name)),
          input{.story = read.story,
                .timetable = timetable,
                .theme = theme,
                .page = *parse_page(paper),
                .settings = settings,
                .measure = measure},
          pages(draw_flow(view, input)) {}
    Flow(const Flow&) = delete;
    Flow& operator=(const Flow&) = delete;
    ~Flow() = default;

    [[nodiscard]] std::vector<std::string> codes(std::size_t page) const {
        std::vector<std::string> codes;
        for (const Diagnostic& diagnostic : pages[page].diagnostics)
            codes.push_back(diagnostic.code);
        return codes;
    }
};

}  // namespace fabula::testing
