#pragma once

#include <span>
#include <string_view>
#include <vector>

/// The structures of plot that a story can be measured by: which turning points each expects, and about where.
namespace fabula {

/// A turning point that a structure expects.
struct ExpectedBeat {
    std::string_view name;      ///< as in the story file: "inciting incident"
    double share = 0;           ///< about how much of the telling stands before it, 0..1
    std::string_view act = {};  ///< the act that begins with it; empty: none
    bool optional = false;      ///< the structure knows it, but does without
};

/// A structure by its name in the story file.
struct PlotStructure {
    std::string_view name;            ///< "three-act"
    std::string_view source;          ///< who described it: "Field 1979"
    std::string_view first_act;       ///< the act with which the story begins; empty: that of the first beat
    std::vector<ExpectedBeat> beats;  ///< in the order in which they are told
};

/// All there are, in the order in which `fabula schema` lists them. Thread-safe.
[[nodiscard]] std::span<const PlotStructure> plot_structures();

/// The structure called `name`; null where there is none. Thread-safe.
[[nodiscard]] const PlotStructure* find_plot_structure(std::string_view name);

/// Whether two names of beats are the same: case, hyphens and spaces do not count ("Break-Into-Two", "break into two").
[[nodiscard]] bool is_same_beat(std::string_view first, std::string_view second);

}  // namespace fabula
