// One pass: line_runs.
#include "view/storyline/runs.hpp"

#include <algorithm>

#include "view/drawing/marks.hpp"

namespace fabula::storylines {

std::vector<LineRun> line_runs(const Row& row, std::size_t characters) {
    std::vector<std::vector<LineRun>> by_line(characters);
    for (std::size_t t = 0; t < row.steps.size(); ++t) {
        for (const Standing& standing : row.arrangement.steps[t]) {
            std::vector<LineRun>& runs = by_line[standing.line];
            const Column& column = row.placement.columns[t];
            if (runs.empty() || runs.back().last + 1 != t)
                runs.push_back({standing.line, t, t, column.from - line_lead, 0, false, {}});
            runs.back().last = t;
            runs.back().until = column.until + line_lead;
            runs.back().heights.push_back(row.assignment.at(standing.place));
        }
    }
    std::vector<LineRun> all;
    for (std::vector<LineRun>& runs : by_line) {
        if (!runs.empty() && runs.back().last + 1 == row.steps.size() &&
            std::ranges::binary_search(row.next, runs.back().line)) {
            runs.back().goes_on = true;
            runs.back().until =
                row.placement.columns.back().flat_until + row_tail - (row.ends_page ? continuation_room : 0);
        }
        std::ranges::move(runs, std::back_inserter(all));
    }
    return all;
}

}  // namespace fabula::storylines
