// The words of a scene, in drawing order.
#include "fabula/scene.hpp"

namespace fabula {

namespace {

void collect(const Group& group, std::vector<std::string>& found) {
    for (const Node& node : group.children) {
        if (const Group* child = std::get_if<Group>(&node)) {
            collect(*child, found);
        } else if (const Text* text = std::get_if<Text>(&node)) {
            found.push_back(text->line.text);
        }
    }
}

}  // namespace

std::vector<std::string> texts(const Scene& scene) {
    std::vector<std::string> found;
    collect(scene.root, found);
    return found;
}

}  // namespace fabula
