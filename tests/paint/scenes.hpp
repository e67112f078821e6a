#pragma once

#include <string>
#include <vector>

#include "fabula/paint.hpp"
#include "fabula/scene.hpp"
#include "fabula/text.hpp"
#include "fabula/theme.hpp"

namespace fabula {

/// A sheet with `lines` under one another.
inline Scene scene_of_words(const std::vector<std::string>& lines, double width = 400) {
    Theme theme;
    theme.font_folders = {FABULA_FONT_FOLDER};
    std::string sample;
    for (const std::string& line : lines)
        sample += line + "\n";
    Measure measure(theme, "en", sample);
    Scene scene;
    scene.width = width;
    scene.height = 40 + 20 * static_cast<double>(lines.size());
    for (const std::string& line : lines) {
        Text text;
        text.line = measure.line(line, {.size = 12});
        text.at = {20.3, 30 + 20 * static_cast<double>(scene.root.children.size())};
        text.colour = {20, 20, 20, 255};
        scene.root.children.push_back(text);
    }
    scene.fonts = measure.fonts();
    return scene;
}

/// Words on slopes of either direction.
inline Scene scene_of_turned_words() {
    Scene scene = scene_of_words({"Kathy finds the tape", "Анна Каренина", "Tommy and Ruth"});
    double turn = 0.4;
    for (Node& node : scene.root.children) {
        auto& text = std::get<Text>(node);
        text.at = {text.at.x + (turn < 0 ? 200 : 0), 50};
        text.turn = turn;
        turn -= 0.5;
    }
    return scene;
}

/// Words, strokes of every kind, and see-through colours.
inline Scene scene_of_everything() {
    Scene scene = scene_of_words({"Kathy finds the tape; office", "שלום עולם", "紅樓夢"});
    scene.title = "Never Let Me Go";
    scene.author = "Kazuo Ishiguro";
    scene.subject = "A plot";
    scene.paper = {250, 249, 245, 255};
    Path curve;
    curve.move_to({20, 60}).cubic_to({100, 20}, {200, 100}, {380, 40});
    curve.stroke = Stroke{{200, 0, 0, 128}, 2, {4, 2}, LineCap::round, LineJoin::round};
    scene.root.children.push_back(curve);
    Path dot = circle({300, 70}, 15);
    dot.fill = Colour{0, 100, 200, 255};
    dot.stroke = Stroke{{0, 0, 0, 255}, 0.7, {}, LineCap::butt, LineJoin::miter};
    scene.root.children.push_back(dot);
    return scene;
}

}  // namespace fabula
