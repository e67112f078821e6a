// Comparing groups: apart from the rest, because Group holds Nodes and Node holds Group.
#include "fabula/scene.hpp"

namespace fabula {

bool operator==(const Group& left, const Group& right) {
    return left.subject == right.subject && left.panel == right.panel && left.is_addressed == right.is_addressed &&
           left.title == right.title && left.description == right.description && left.link == right.link &&
           left.reference == right.reference && left.children == right.children;
}

}  // namespace fabula
