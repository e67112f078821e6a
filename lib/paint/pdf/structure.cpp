// What a screen reader reads, in which order.
#include "paint/pdf/structure.hpp"

#include <algorithm>

namespace fabula::painting {
namespace {

bool has_title(const Document& document) {
    return std::ranges::any_of(document.scenes, [](const Scene& scene) {
        return std::ranges::find(scene.landmarks, Landmark::Kind::title, &Landmark::kind) != scene.landmarks.end();
    });
}

/// Headings start with the first level, whatever it is of (ISO 14289-1, 7.4.2).
const char* role_of(Landmark::Kind kind, bool is_titled) {
    switch (kind) {
        case Landmark::Kind::title:
            return "H1";
        case Landmark::Kind::section:
            return is_titled ? "H2" : "H1";
        case Landmark::Kind::event:
        case Landmark::Kind::relationship:
        case Landmark::Kind::legend:
            return "P";
    }
    return "P";
}

const std::string& spoken_form(const Landmark& landmark) {
    return landmark.description.empty() || landmark.kind == Landmark::Kind::section ? landmark.title
                                                                                    : landmark.description;
}

}  // namespace

Structure::Structure(const PdfDraft& draft)
    : draft_(draft),
      root_(draft.file.indirect(draft.file.parsed("<< /Type /StructTreeRoot >>"))),
      whole_(add_element(root_, "Document", {})),
      numbers_(draft.file.list()) {
    for (std::size_t scene = 0; scene < draft.document.scenes.size(); ++scene)
        draft.document.scenes[scene].landmarks.empty() ? add_whole_scene(scene) : add_scene(scene);
    add_content();
}

PdfObject Structure::add_element(PdfObject parent, const std::string& role, const std::string& text,
                                 const std::string& language) {
    PdfObject element = draft_.file.indirect(draft_.file.parsed("<< >>"));
    element.set("Type", draft_.file.name("StructElem"));
    element.set("S", draft_.file.name(role));
    element.set("P", parent);
    element.set("K", draft_.file.list());
    if (!text.empty()) element.set("Alt", draft_.file.text(text));
    if (!language.empty()) element.set("Lang", draft_.file.text(language));
    if (!parent.has("K")) parent.set("K", draft_.file.list());
    parent.get("K").append(element);
    return element;
}

void Structure::add_scene(std::size_t scene) {
    PdfObject section = whole_;
    const bool is_titled = has_title(draft_.document);
    const std::vector<Landmark>& landmarks = draft_.document.scenes[scene].landmarks;
    for (std::size_t i = 0; i < landmarks.size(); ++i) {
        const Landmark& landmark = landmarks[i];
        const bool in_section = landmark.kind == Landmark::Kind::event || landmark.kind == Landmark::Kind::section;
        if (landmark.kind == Landmark::Kind::section) section = add_element(whole_, "Sect", {});
        const char* const role = role_of(landmark.kind, is_titled);
        const PdfObject element =
            add_element(in_section ? section : whole_, role, spoken_form(landmark), landmark.language);
        elements_.emplace(LandmarkOf{scene, i}, Element{element, role});
    }
}

/// A picture that says nothing of its parts is one figure, which has to have alternative text (ISO 14289-1, 7.3).
void Structure::add_whole_scene(std::size_t scene) {
    const std::string& title = draft_.document.scenes[scene].title;
    const PdfObject figure = add_element(whole_, "Figure", title.empty() ? "picture" : title);
    elements_.emplace(LandmarkOf{.scene = scene}, Element{figure, "Figure"});
}

/// Gives each element its content, and the parent tree the element of each content.
void Structure::add_content() {
    for (std::size_t page = 0; page < draft_.pages.size(); ++page) {
        PdfObject page_object = draft_.pages[page];
        PdfObject parents = draft_.file.list();
        const auto& content = draft_.content[page];
        for (std::size_t number = 0; number < content.size(); ++number) {
            const auto found = content[number] ? elements_.find(*content[number]) : elements_.end();
            if (found == elements_.end()) {
                parents.append(draft_.file.null());
                continue;
            }
            PdfObject reference = draft_.file.parsed("<< /Type /MCR >>");
            reference.set("Pg", page_object);
            reference.set("MCID", draft_.file.whole(number));
            found->second.object.get("K").append(reference);
            parents.append(found->second.object);
        }
        page_object.set("StructParents", draft_.file.whole(next_key_));
        page_object.set("Tabs", draft_.file.name("S"));  // in the order of the structure (ISO 14289-1, 7.18.3)
        numbers_.append(draft_.file.whole(next_key_++));
        numbers_.append(draft_.file.indirect(parents));
    }
}

std::optional<std::string> Structure::role(std::size_t page, std::size_t number) const {
    if (page >= draft_.content.size() || number >= draft_.content[page].size()) return std::nullopt;
    const auto& part = draft_.content[page][number];
    if (!part) return std::nullopt;
    const auto found = elements_.find(*part);
    return found == elements_.end() ? std::nullopt : std::optional(found->second.role);
}

void Structure::add_link(PdfObject annotation, const PdfObject& page, std::size_t scene, const std::string& group) {
    const std::vector<Landmark>& landmarks = draft_.document.scenes[scene].landmarks;
    const auto landmark = std::ranges::find(landmarks, group, &Landmark::id);
    const auto number = static_cast<std::size_t>(landmark - landmarks.begin());
    const auto found = elements_.find({scene, number});
    const PdfObject parent = found == elements_.end() ? whole_ : found->second.object.get("P");
    PdfObject element = add_element(parent, "Link", {});
    element.set("Alt", annotation.get("Contents"));
    PdfObject reference = draft_.file.parsed("<< /Type /OBJR >>");
    reference.set("Obj", annotation);
    reference.set("Pg", page);
    element.get("K").append(reference);
    annotation.set("StructParent", draft_.file.whole(next_key_));
    numbers_.append(draft_.file.whole(next_key_++));
    numbers_.append(element);
}

void Structure::write() {
    PdfObject tree = draft_.file.parsed("<< >>");
    tree.set("Nums", numbers_);
    root_.set("ParentTree", draft_.file.indirect(tree));
    root_.set("ParentTreeNextKey", draft_.file.whole(next_key_));
    PdfObject catalog = draft_.file.root();
    catalog.set("StructTreeRoot", root_);
    catalog.set("MarkInfo", draft_.file.parsed("<< /Marked true >>"));
    catalog.set("Lang", draft_.file.text(draft_.document.scenes.front().language));
    catalog.set("ViewerPreferences", draft_.file.parsed("<< /DisplayDocTitle true >>"));
}

}  // namespace fabula::painting
