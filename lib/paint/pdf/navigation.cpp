// Where the groups of scenes are on the pages of a PDF, and the ways there: bookmarks, labels of pages, links.

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "paint/pdf/pass.hpp"
#include "paint/pdf/structure.hpp"
#include "paint/safe_text.hpp"

namespace fabula::painting {
namespace {

/// Where the groups of a document's scenes are, and on which pages.
class Places {
public:
    /// Goes through all scenes once. O(nodes).
    explicit Places(const PdfDraft& draft);

    /// The first place of a group, as far as a page shows it; nothing where none does.
    [[nodiscard]] std::optional<PdfPlace> of(std::size_t scene, const std::string& group) const;

    /// A group with a link, on each page that shows it.
    struct Link {
        std::size_t scene = 0;
        const Group* group = nullptr;
        PdfPlace place;
    };
    [[nodiscard]] const std::vector<Link>& links() const { return links_; }

private:
    void add(std::size_t scene, const Node& node);
    [[nodiscard]] std::vector<PdfPlace> shown(std::size_t scene, const Box& box) const;

    const PdfDraft& draft_;
    std::vector<std::map<std::string, Box>> boxes_;  ///< by scene
    std::vector<Link> links_;
};

Box common(const Box& a, const Box& b) {
    return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right), std::min(a.bottom, b.bottom)};
}

bool is_empty(const Box& box) {
    return !(box.right >= box.left && box.bottom >= box.top);
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

/// The page with this place in its upper left corner, at the size that it is read at.
PdfObject destination(const PdfDraft& draft, const PdfPlace& place) {
    constexpr double air = 12;
    return draft.file.list({draft.pages[place.page], draft.file.name("XYZ"),
                            draft.file.number(std::max(place.left - air, 0.0)), draft.file.number(place.top + air),
                            draft.file.null()});
}

/// A bookmark and those under it, in a list as the format wants it: each knows its neighbours.
class Bookmarks {
public:
    Bookmarks(const PdfDraft& draft, const Places& places)
        : draft_(draft), places_(places), root_(draft.file.indirect(draft.file.parsed("<< /Type /Outlines >>"))) {}

    void add_scene(std::size_t scene) {
        PdfObject parent = root_;
        for (const Landmark& landmark : draft_.document.scenes[scene].landmarks) {
            if (landmark.kind == Landmark::Kind::section) parent = add(root_, scene, landmark).value_or(root_);
            if (landmark.kind == Landmark::Kind::event) add(parent, scene, landmark);
        }
    }

    void write() {
        if (!root_.has("First")) return;
        draft_.file.root().set("Outlines", root_);
        draft_.file.root().set("PageMode", draft_.file.name("UseOutlines"));
    }

private:
    std::optional<PdfObject> add(PdfObject parent, std::size_t scene, const Landmark& landmark) {
        const auto place = landmark.id.empty() ? std::nullopt : places_.of(scene, landmark.id);
        if (!place || landmark.title.empty()) return std::nullopt;
        PdfObject item = draft_.file.indirect(draft_.file.parsed("<< >>"));
        item.set("Title", draft_.file.text(landmark.title));
        item.set("Dest", destination(draft_, *place));
        item.set("Parent", parent);
        append(parent, item);
        return item;
    }

    /// Bookmarks under a section are folded, which a negative count says; those at the top are all shown.
    void append(PdfObject parent, PdfObject item) {
        const bool is_first = !parent.has("First");
        if (is_first) {
            parent.set("First", item);
        } else {
            PdfObject last = parent.get("Last");
            last.set("Next", item);
            item.set("Prev", last);
        }
        parent.set("Last", item);
        const bool is_top = parent.is_same_as(root_);
        const long long count = is_first ? 0 : parent.get("Count").whole();
        parent.set("Count", draft_.file.parsed(std::to_string(is_top ? count + 1 : count - 1)));
    }

    const PdfDraft& draft_;
    const Places& places_;
    PdfObject root_;
};

void add_page_labels(const PdfDraft& draft) {
    PdfObject numbers = draft.file.list();
    for (std::size_t page = 0; page < draft.pages.size(); ++page) {
        const std::string& label = draft.document.pages[page].label;
        if (label.empty()) return;
        PdfObject entry = draft.file.parsed("<< >>");
        entry.set("P", draft.file.text(label));
        numbers.append(draft.file.whole(page));
        numbers.append(entry);
    }
    PdfObject labels = draft.file.parsed("<< >>");
    labels.set("Nums", numbers);
    draft.file.root().set("PageLabels", labels);
}

/// The action of a link; nothing where none is allowed or possible.
std::optional<PdfObject> action(const PdfDraft& draft, const Places& places, const Places::Link& link) {
    const std::string target = link_of(*link.group);
    PdfObject action = draft.file.parsed("<< >>");
    if (const std::optional<std::string> address = link_address(target)) {
        action.set("S", draft.file.name("URI"));
        action.set("URI", draft.file.bytes(*address));
        return action;
    }
    if (!target.starts_with('#')) return std::nullopt;
    const auto place = places.of(link.scene, target.substr(1));
    if (!place) return std::nullopt;
    action.set("S", draft.file.name("GoTo"));
    action.set("D", destination(draft, *place));
    return action;
}

void add_link(const PdfDraft& draft, const Places& places, const Places::Link& link, Structure& structure) {
    const auto what = action(draft, places, link);
    if (!what) return;
    PdfObject annotation = draft.file.indirect(
        draft.file.parsed("<< /Type /Annot /Subtype /Link /Border [0 0 0] /F 4 >>"));  // F 4: printed (ISO 19005-2)
    annotation.set("Rect", rectangle_of(draft, link.place));
    annotation.set("A", *what);
    annotation.set("Contents", draft.file.text(link.group->title.empty() ? link_of(*link.group) : link.group->title));
    PdfObject page = draft.pages[link.place.page];
    if (!page.has("Annots")) page.set("Annots", draft.file.list());
    page.get("Annots").append(annotation);
    structure.add_link(annotation, page, link.scene, id_of(*link.group));
}

}  // namespace

PdfPlace placed_on(const PdfDraft& draft, std::size_t page, const Box& box) {
    const double unit = draft.units[page];
    const double height = draft.document.pages[page].height;
    return {page, box.left / unit, (height - box.bottom) / unit, box.right / unit, (height - box.top) / unit};
}

void add_navigation(const PdfDraft& draft, Structure& structure) {
    const Places places(draft);
    Bookmarks bookmarks(draft, places);
    for (std::size_t scene = 0; scene < draft.document.scenes.size(); ++scene)
        bookmarks.add_scene(scene);
    bookmarks.write();
    if (draft.pages.size() > 1) add_page_labels(draft);
    for (const Places::Link& link : places.links())
        add_link(draft, places, link, structure);
}

}  // namespace fabula::painting
