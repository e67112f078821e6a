#pragma once

#include <string>
#include <utility>
#include <vector>

#include "run.hpp"
#include "scenes.hpp"

namespace fabula {

/// A group that stands for `subject`, with a square in it.
inline Group square(Subject subject, Point at, Colour colour = {0, 0, 0, 255}, double side = 30) {
    Path path = rectangle({at.x, at.y, at.x + side, at.y + side});
    path.fill = colour;
    Group group;
    group.subject = std::move(subject);
    group.children.emplace_back(std::move(path));
    return group;
}

/// A story of a title, a section and two events, drawn last event first.
inline Scene scene_of_landmarks() {
    Scene scene = scene_of_words({"The Lamp", "Early years", "The wreck", "The storm"});
    scene.title = "The Lamp";
    const Subject subjects[] = {subjects::Part::title, subjects::Section{"early"}, subjects::Event{"wreck"},
                                subjects::Event{"storm"}};
    std::vector<Node> groups;
    for (std::size_t i = scene.root.children.size(); i-- > 0;) {
        Group group;
        group.subject = subjects[i];
        group.children.push_back(scene.root.children[i]);
        groups.emplace_back(std::move(group));
    }
    scene.root.children = std::move(groups);
    scene.root.children.emplace_back(square(subjects::Part::axis, {200, 20}));
    using Kind = Landmark::Kind;
    scene.landmarks = {
        {Kind::title, "title", "The Lamp", "The Lamp. N. N.", {}},
        {Kind::section, "section-early", "Early years", {}, {}},
        {Kind::event, "event-wreck", "The wreck", "The wreck. Ada (19), Finn.", {}},
        {Kind::event, "event-storm", "The storm", "The storm. Finn.", {}},
        {Kind::event, {}, "Left out", "Left out. Nell.", {}},
    };
    return scene;
}

inline TemporaryFile pdf_of(const Document& document, const PaintOptions& options = {}) {
    const PaintResult result = find_painter("pdf")->paint(document, options);
    return TemporaryFile("pdf", result.ok() ? result.bytes : result.error);
}

inline TemporaryFile pdf_of(const Scene& scene) {
    return pdf_of(one_page(scene));
}

/// All objects of a PDF as text.
inline std::string objects_of(const TemporaryFile& pdf) {
    return run("qpdf --qdf --object-streams=disable " + pdf.path() + " - | strings -n 1").output;
}

}  // namespace fabula
