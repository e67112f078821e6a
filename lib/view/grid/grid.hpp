#pragma once

#include "fabula/view.hpp"

namespace fabula {

/// The row of the registry for `grid`. Figures: {"view", "by", "columns": [ids, from left to right], "rows": [{"title",
/// "cells": [[ids of events], by column]}], "columns_left_out",
/// "titles_left_out"}.
[[nodiscard]] View grid_view();

}  // namespace fabula
