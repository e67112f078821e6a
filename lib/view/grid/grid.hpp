#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "fabula/view.hpp"

#include "view/drawing/context.hpp"
#include "view/drawing/typesetting.hpp"

namespace fabula {

/// The row of the registry for `grid`. Figures: {"view", "by", "columns": [ids, from left to right], "rows": [{"title",
/// "cells": [[ids of events], by column]}], "columns_left_out", "titles_left_out"}.
[[nodiscard]] View grid_view();

}  // namespace fabula

/// What the passes of the view `grid` hand to one another: the options, then the plan of a picture.
namespace fabula::grids {

using namespace drawing;

/// What the columns are.
enum class By {
    automatic,  ///< threads where most events belong to one, else characters
    thread,
    character,
    place
};

/// What the rows are.
enum class Rows {
    automatic,  ///< sections where the story has them, else chapters
    section,
    chapter  ///< by the first number of `told`: 3.12 is in chapter 3
};

struct Options {
    By by = By::automatic;
    Rows rows = Rows::automatic;
    bool dates = true;
    bool notes = false;
    bool legend = true;
};

/// Above and below the text of a row, points.
inline constexpr double row_air = 5;

/// What a column stands for, and the events in it.
struct Column {
    std::string id;  ///< of the thread, character or place; empty: of events that belong to none
    std::string name;
    Subject subject;
    Colour colour;
    std::vector<EventIndex> events;
};

/// An event in a cell. Where it belongs to several columns, the first has all that is said of it.
struct Entry {
    EventIndex event = 0;
    bool repeated = false;
    Block block;
    double top = 0;  ///< from the top of the row
};

struct Row {
    std::string title;
    Subject subject;
    std::vector<EventIndex> events;
    Paragraph heading;
    std::vector<std::vector<Entry>> cells;  ///< by column
    double top = 0;
    double height = 0;
};

/// Where everything stands. Distances are in points from the top left corner of the table.
struct Plan {
    Options options;
    Typography type;
    std::vector<Column> columns;
    std::vector<Paragraph> names;  ///< by column
    std::vector<Row> rows;
    double heading_width = 0;  ///< of what stands before the rows
    double column_width = 0;
    double gap = 0;          ///< between columns
    double mark_radius = 0;  ///< of the largest mark
    double mark_room = 0;    ///< before the text of an event
    By by = By::character;   ///< what the columns are
    double names_height = 0;
    double width = 0;
    double height = 0;
    std::size_t columns_left_out = 0;  ///< for want of room, or because all their events are
    std::vector<bool> left_out;        ///< by event: for want of room

    [[nodiscard]] double left_of(std::size_t column) const {
        return heading_width + gap + static_cast<double>(column) * (column_width + gap);
    }
};

/// Lays the table out in the room that there is; where the room grows, as large as good. Precondition: the story has
/// events.
[[nodiscard]] Plan lay_out(const Options& options, const Page& room, const Context& context);

}  // namespace fabula::grids
