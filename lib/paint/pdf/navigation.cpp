// Ways through a document: bookmarks, labels of pages, links.
#include "paint/pdf/navigation.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "paint/link_address.hpp"

namespace fabula {
namespace {

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

    /// Those under a section are folded away: their count is negative; those at the top are all shown.
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

/// What a link does; nothing where it may not or cannot.
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

void add_navigation(const PdfDraft& draft, const Places& places, Structure& structure) {
    Bookmarks bookmarks(draft, places);
    for (std::size_t scene = 0; scene < draft.document.scenes.size(); ++scene)
        bookmarks.add_scene(scene);
    bookmarks.write();
    if (draft.pages.size() > 1) add_page_labels(draft);
    for (const Places::Link& link : places.links())
        add_link(draft, places, link, structure);
}

}  // namespace fabula
