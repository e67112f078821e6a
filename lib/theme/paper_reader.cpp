// The block `page` of a theme file: read_paper.
#include <fmt/format.h>

#include "source/nearest.hpp"
#include "source/number.hpp"
#include "theme/blocks.hpp"
#include "theme/length.hpp"

namespace fabula {
namespace {

/// The length of `key`, in points; what is none is reported.
std::optional<double> read_length(const yaml::MapReader& map, std::string_view key, Findings& findings) {
    const auto stated = map.located_text(key);
    if (!stated) return std::nullopt;
    const auto length = parse_length(stated->value);
    if (!length) {
        findings.add("wrong-length", stated->span, fmt::format("‘{}’ is no length of paper", stated->value),
                     "write a number with mm, cm, in or pt behind it, 3mm; without one it is of points");
        return std::nullopt;
    }
    if (*length >= 0 && *length <= theme_schema::longest_length) return length;
    findings.add("out-of-range", stated->span,
                 fmt::format("‘{}’ takes a length from 0 to {} points, and this is {}", key,
                             number(theme_schema::longest_length, 0), stated->value));
    return std::nullopt;
}

void read_size(Theme::Paper& paper, const yaml::MapReader& map, Findings& findings) {
    const auto size = map.located_text("size");
    if (!size) return;
    if (parse_page(size->value)) {
        paper.size = size->value;
        return;
    }
    const std::vector<std::string_view> names(page_names().begin(), page_names().end());
    findings.add_misspelt("unknown-page", {size->value, size->span},
                          fmt::format("‘{}’ is no size of paper", size->value), names,
                          "give one by name (A4, letter) or by its sides, 210x297mm");
}

void read_marks(PrinterMarks& marks, const yaml::MapReader& map, Findings& findings) {
    if (map.find("marks") == nullptr) return;
    marks = {};
    std::vector<std::string_view> names;
    for (const theme_schema::PrintersMark& mark : theme_schema::printers_marks)
        names.push_back(mark.name);
    for (const yaml::Node* each : scalars(map, "marks")) {
        bool known = false;
        for (const theme_schema::PrintersMark& mark : theme_schema::printers_marks) {
            if (mark.name != each->text) continue;
            marks.*mark.member = true;
            known = true;
        }
        if (known) continue;
        findings.add_misspelt("unknown-value", {each->text, each->span},
                              fmt::format("there is no printer's mark ‘{}’", each->text), names,
                              fmt::format("there are {}", listed(names)));
    }
}

}  // namespace

void read_paper(Theme::Paper& paper, const yaml::MapReader& map, Findings& findings) {
    read_size(paper, map, findings);
    if (const auto turn = map.word("orientation")) paper.orientation = static_cast<Orientation>(*turn);
    for (const theme_schema::Margin& margin : theme_schema::margins) {
        if (const auto length = read_length(map, margin.key, findings)) paper.*margin.member = length;
    }
    for (const theme_schema::Length& length : theme_schema::paper_lengths) {
        if (const auto stated = read_length(map, length.key, findings)) paper.*length.member = *stated;
    }
    read_marks(paper.marks, map, findings);
}

}  // namespace fabula
