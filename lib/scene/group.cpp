// Comparing groups: apart from the rest, because Group holds Nodes and Node holds Group.
#include "fabula/scene.hpp"

namespace fabula {

bool operator==(const Group& left, const Group& right) {
    return left.id == right.id && left.classes == right.classes && left.title == right.title &&
           left.description == right.description && left.link == right.link && left.children == right.children;
}

}  // namespace fabula
