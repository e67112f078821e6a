#pragma once

#include <cstddef>

#include "text/shaper.hpp"

namespace fabula {

/// Cuts lines out of a shaped text, from its start to its end: linear in the text's length however many they are.
class Slicer {
public:
    /// Precondition: `shaped.can_be_sliced`.
    explicit Slicer(const ShapedText& shaped) : shaped_(shaped) {}

    /// The part from byte `start` to byte `end`, which begin clusters, as a line of its own.
    /// Precondition: `start` is not before the `end` of the last call.
    [[nodiscard]] TextLine slice(std::size_t start, std::size_t end);

private:
    GlyphRun slice_run(const GlyphRun& run, std::size_t start, std::size_t end);

    const ShapedText& shaped_;
    std::size_t run_ = 0;      ///< where the last slice ended
    std::size_t cluster_ = 0;  ///< of the run
    std::size_t glyph_ = 0;    ///< of the run
    std::size_t byte_ = 0;     ///< of the whole text
};

}  // namespace fabula
