#pragma once

#include <map>
#include <string>
#include <vector>

#include "fabula/scene.hpp"

namespace fabula::painting {

/// What one group of a picture is for those who read it by ear.
struct SvgTold {
    std::string attributes;  ///< role, label, language
    std::string title;       ///< of an element of that name, or empty
    std::string description;
};

/// How a picture is read by ear, whatever the order in which it is drawn (WAI-ARIA, Graphics Module): its title and
/// sections are headings, its events and relationships items of lists, which own the groups that show them.
class SvgReading {
public:
    /// `ids` is what ids begin with.
    SvgReading(const Scene& scene, const std::string& ids);

    /// What the group `id` tells; null where it is not a landmark.
    [[nodiscard]] const SvgTold* told_by(const std::string& id) const;

    /// Whether the group, or one in it, is a landmark.
    [[nodiscard]] bool tells(const Group& group) const;

    /// The lists, and headings that the picture does not show: elements that draw nothing.
    [[nodiscard]] const std::string& lists() const noexcept { return lists_; }

    /// The ids of all that is read, in order.
    [[nodiscard]] const std::vector<std::string>& order() const noexcept { return order_; }

private:
    void add_heading(const Landmark& landmark, int level);
    void add_legend(const Landmark& landmark);
    void add_item(const Landmark& landmark);
    void begin_list(const Landmark& first);
    void end_list();

    std::string ids_;
    std::map<std::string, SvgTold> told_;
    std::string section_;  ///< the title of the one that is being told
    std::string lists_;
    std::vector<std::string> order_;
    std::size_t made_ = 0;  ///< elements with an id of their own
    bool in_list_ = false;
};

}  // namespace fabula::painting
