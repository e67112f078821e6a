#include "paint/svg/glyph_outlines.hpp"

#include <initializer_list>
// After ft2build.h:
#include FT_OUTLINE_H

namespace fabula {
namespace {

/// Takes an outline from FreeType, piece by piece.
class OutlineWriter {
public:
    void move(const FT_Vector& to) {
        close();
        command('m', {to});
        is_open_ = true;
    }

    void line(const FT_Vector& to) {
        if (to.y == at_.y) {
            letter('h');
            value(to.x - at_.x);
        } else if (to.x == at_.x) {
            letter('v');
            value(to.y - at_.y);
        } else {
            return command('l', {to});
        }
        at_ = to;
    }

    void command(char name, std::initializer_list<FT_Vector> points) {
        letter(name);
        for (const FT_Vector& point : points) {
            value(point.x - at_.x);
            value(point.y - at_.y);
        }
        at_ = *(points.end() - 1);
        if (name == 'm') start_ = at_;
    }

    [[nodiscard]] std::string take() && {
        close();
        return std::move(out_);
    }

private:
    void close() {
        if (!is_open_) return;
        out_ += 'z';
        last_ = 'z';
        at_ = start_;
        is_open_ = false;
    }

    void letter(char name) {
        if (name == last_) return;
        out_ += name;
        last_ = name;
    }

    void value(FT_Pos units) {
        const bool after_number = out_.back() >= '0' && out_.back() <= '9';
        if (after_number && units >= 0) out_ += ' ';
        out_ += std::to_string(units);
    }

    std::string out_;
    char last_ = ' ';
    bool is_open_ = false;
    FT_Vector at_{};
    FT_Vector start_{};
};

OutlineWriter& writer(void* of) {
    return *static_cast<OutlineWriter*>(of);
}

constexpr FT_Outline_Funcs pieces{
    [](const FT_Vector* to, void* of) {
        writer(of).move(*to);
        return 0;
    },
    [](const FT_Vector* to, void* of) {
        writer(of).line(*to);
        return 0;
    },
    [](const FT_Vector* control, const FT_Vector* to, void* of) {
        writer(of).command('q', {*control, *to});
        return 0;
    },
    [](const FT_Vector* first, const FT_Vector* second, const FT_Vector* to, void* of) {
        writer(of).command('c', {*first, *second, *to});
        return 0;
    },
    0,
    0,
};

}  // namespace

std::optional<std::string> glyph_path(const FontFile& font, std::uint32_t glyph) {
    const FT_Face face = font.outlines.get();
    if (FT_Load_Glyph(face, glyph, FT_LOAD_NO_SCALE) != 0 || face->glyph->format != FT_GLYPH_FORMAT_OUTLINE)
        return std::nullopt;
    OutlineWriter writer;
    if (FT_Outline_Decompose(&face->glyph->outline, &pieces, &writer) != 0) return std::nullopt;
    return std::move(writer).take();
}

}  // namespace fabula
