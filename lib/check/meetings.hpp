#pragma once

#include <functional>
#include <vector>

#include "check/context.hpp"

namespace fabula::checking {

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
