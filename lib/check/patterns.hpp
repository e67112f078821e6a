#pragma once

#include <functional>
#include <string>
#include <vector>

#include "fabula/story.hpp"

#include "check/context.hpp"

namespace fabula::checking {

/// Events whose frames lead round in a circle: each list leads from an event to its frame and so on, the last to the
/// first.
[[nodiscard]] std::vector<std::vector<EventIndex>> circles_of_frames(const Story& story);

/// The events that are milestones of one kind and one character, by their numbers.
using Series = std::vector<EventIndex>;

/// All series of the story, by kind and character; of real events alone.
[[nodiscard]] std::vector<Series> series_of(const Story& story);

/// "donation 2".
[[nodiscard]] std::string name_of(const Milestone& milestone, const Story& story);

/// A thing in an event.
struct UseOfThing {
    EventIndex event = 0;
    const ThingUse* use = nullptr;
};

/// By thing: the real events that it is part of, in the order of nominal time.
[[nodiscard]] std::vector<std::vector<UseOfThing>> uses_of_things(const CheckContext& context);

/// Takes two real events in different places of which neither lies within the other, the one with the earlier nominal
/// start first, and who takes part in both; those who travel through time are left out.
using ChangeOfPlace = std::function<void(EventIndex, EventIndex, const std::vector<CharacterIndex>&)>;

/// Calls `visit` once for each two events between which someone changes places, as far as they are among the
/// `most_looked_back` last events that end latest of one who takes part. O(appearances * most_looked_back).
void for_each_change_of_place(const CheckContext& context, const ChangeOfPlace& visit);

inline constexpr std::size_t most_looked_back = 8;

/// The places where these characters get their ids.
[[nodiscard]] std::vector<Span> spans_of(const std::vector<CharacterIndex>& characters, const Story& story);

}  // namespace fabula::checking
