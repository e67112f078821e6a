#pragma once

#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

/// A scene as one run of bytes, for bench_floor to draw: everything is decided and reading it costs next to nothing.
/// Numbers stand as the machine keeps them, so a flat scene is for the machine that wrote it.
///
///     sheet:  width, height (double)
///     fonts:  count (uint32), each a FlatFont, then path and family (text)
///     items:  count (uint32), each its kind (FlatItem), then
///       text:  FlatText, the text
///       path:  FlatPath, its dashes (double), its steps: each a kind (FlatStep), then its points (FlatPoint)
///     text:   bytes (uint32), the bytes
namespace fabula::bench {

enum class FlatItem : std::uint8_t { text, path };
enum class FlatStep : std::uint8_t { move, line, cubic, close };

struct FlatColour {
    float red = 0;
    float green = 0;
    float blue = 0;
    float alpha = 1;
};

struct FlatPoint {
    double x = 0;
    double y = 0;
};

struct FlatFont {
    std::int32_t face_index = 0;
    std::int32_t weight = 400;
    bool italic = false;
};

/// `at` is the left end of the baseline.
struct FlatText {
    FlatPoint at;
    FlatColour colour;
    std::uint32_t font = 0;
    float size = 0;
};

/// `cap` and `join` are numbered as in cairo_line_cap_t and cairo_line_join_t.
struct FlatPath {
    FlatColour fill;
    FlatColour stroke;
    double width = 0;
    std::uint32_t dashes = 0;
    std::uint32_t steps = 0;
    std::uint8_t cap = 0;
    std::uint8_t join = 0;
    bool is_filled = false;
    bool is_stroked = false;
};

class FlatWriter {
public:
    template <typename Value>
    void put(const Value& value) {
        static_assert(std::is_trivially_copyable_v<Value>);
        bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
    }

    void put_text(std::string_view text) {
        put(static_cast<std::uint32_t>(text.size()));
        bytes_.append(text);
    }

    [[nodiscard]] const std::string& bytes() const { return bytes_; }

private:
    std::string bytes_;
};

class FlatReader {
public:
    explicit FlatReader(std::string_view bytes) : rest_(bytes) {}

    template <typename Value>
    [[nodiscard]] Value take() {
        static_assert(std::is_trivially_copyable_v<Value>);
        Value value;
        std::memcpy(&value, next(sizeof value).data(), sizeof value);
        return value;
    }

    [[nodiscard]] std::string_view take_text() { return next(take<std::uint32_t>()); }

private:
    std::string_view next(std::size_t size) {
        if (size > rest_.size()) throw std::runtime_error("the flat scene ends too early");
        const std::string_view bytes = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return bytes;
    }

    std::string_view rest_;
};

}  // namespace fabula::bench
