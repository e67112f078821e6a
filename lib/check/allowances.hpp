#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "fabula/story.hpp"

#include "source/findings.hpp"

namespace fabula::checking {

/// What a story says under `allow:`, and which of it was needed.
class Allowances {
public:
    /// Reports codes that are none of `codes`.
    Allowances(const Story& story, const std::vector<std::string_view>& codes, Findings& findings);

    /// Whether a finding of the rule `code` at `span` is allowed; notes that it was needed. O(log allowances).
    [[nodiscard]] bool silences(std::string_view code, const Span& span);

    /// Reports those that silenced nothing.
    void report_idle(Findings& findings) const;

private:
    /// The extent of an entry that allows a rule. Those of one rule are nested or apart, as entries are.
    struct Extent {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
        Span said_at;
        std::size_t outer = 0;  ///< index of the next extent around this one; its own where there is none
        bool used = false;
    };
    using Extents = std::vector<Extent>;

    void note(const Allowance& allowance);
    static void nest(Extents& extents);

    std::map<std::string_view, Extents> by_code_;
};

}  // namespace fabula::checking
