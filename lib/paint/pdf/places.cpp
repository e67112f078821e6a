// From points of a scene to places on the pages of a PDF.
#include "paint/pdf/places.hpp"

#include <algorithm>
#include <utility>

namespace fabula {
namespace {

Box common(const Box& a, const Box& b) {
    return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right), std::min(a.bottom, b.bottom)};
}

bool is_empty(const Box& box) {
    return !(box.right >= box.left && box.bottom >= box.top);
}

}  // namespace

PdfPlace placed_on(const PdfDraft& draft, std::size_t page, const Box& box) {
    const double unit = draft.units[page];
    const double height = draft.document.pages[page].height;
    return {page, box.left / unit, (height - box.bottom) / unit, box.right / unit, (height - box.top) / unit};
}

Places::Places(const PdfDraft& draft) : draft_(draft), boxes_(draft.document.scenes.size()) {
    for (std::size_t scene = 0; scene < boxes_.size(); ++scene) {
        for (const Node& node : draft.document.scenes[scene].root.children)
            add(scene, node);
    }
}

void Places::add(std::size_t scene, const Node& node) {
    const auto* const group = std::get_if<Group>(&node);
    if (group == nullptr) return;
    std::string id = id_of(*group);
    const bool leads_on = !link_of(*group).empty();
    if (!id.empty() || leads_on) {
        const Box box = ink_box(node);
        if (!id.empty()) boxes_[scene].try_emplace(std::move(id), box);
        if (leads_on) {
            for (const PdfPlace& place : shown(scene, box))
                links_.push_back({scene, group, place});
        }
    }
    for (const Node& child : group->children)
        add(scene, child);
}

std::vector<PdfPlace> Places::shown(std::size_t scene, const Box& box) const {
    std::vector<PdfPlace> places;
    if (is_empty(box)) return places;
    for (std::size_t page = 0; page < draft_.document.pages.size(); ++page) {
        const PrintedPage& printed = draft_.document.pages[page];
        for (const Placement& placement : printed.pictures) {
            if (placement.scene != scene) continue;
            const Point shift = placement.shift;
            const Box moved{box.left + shift.x, box.top + shift.y, box.right + shift.x, box.bottom + shift.y};
            const Box seen = common(moved, placement.window.value_or(Box{0, 0, printed.width, printed.height}));
            if (!is_empty(seen)) places.push_back(placed_on(draft_, page, seen));
        }
    }
    return places;
}

std::optional<PdfPlace> Places::of(std::size_t scene, const std::string& group) const {
    const auto found = boxes_[scene].find(group);
    if (found == boxes_[scene].end()) return std::nullopt;
    const std::vector<PdfPlace> places = shown(scene, found->second);
    return places.empty() ? std::nullopt : std::optional(places.front());
}

}  // namespace fabula
