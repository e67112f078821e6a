#pragma once

#include <string_view>

namespace fabula {

/// A story as short as can be drawn.
inline constexpr std::string_view walk = R"(
title: A walk
author: Nobody
language: en
characters: {ann: {name: Ann}, bob: {name: Bob}}
events:
  - {id: meet, title: They meet, who: [ann, bob], when: 1996-07-14}
  - {id: part, title: They part, who: [ann, bob], when: 3 days after meet}
)";

/// The same with all that any view asks for.
inline constexpr std::string_view walk_for_all_views = R"(
title: A walk
author: Nobody
language: en
characters: {ann: {name: Ann}, bob: {name: Bob}}
events:
  - {id: meet, title: They meet, who: [ann, bob], when: 1996-07-14, tension: 3}
  - {id: part, title: They part, who: [ann, bob], when: 3 days after meet, tension: 8}
relationships: [{between: [ann, bob], kind: friendship}]
page: {rows: [{view: lifelines}]}
)";

/// A story that cannot be true.
inline constexpr std::string_view contradiction = R"(
title: A walk
characters: {ann: {name: Ann}}
events:
  - {id: out, title: Out, who: [ann], when: [1996-07-14, after home]}
  - {id: home, title: Home, who: [ann], when: 1999}
)";

}  // namespace fabula
