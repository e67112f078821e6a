#pragma once

#include "fabula/scene.hpp"
#include "fabula/story.hpp"

namespace fabula {

/// Lets each event of a picture that leads nowhere else (its `url`) lead to the first that it refers to: what it
/// reveals, or what it is a flashback or a dream within; as far as the picture shows that. O(groups * log groups).
void add_references(Group& root, const Story& story);

}  // namespace fabula
