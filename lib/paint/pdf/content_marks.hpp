#pragma once

#include <cairo.h>
#include <cstddef>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "fabula/document.hpp"

namespace fabula {

/// Stands for a landmark where a scene has none: all of it.
inline constexpr std::size_t whole_scene = static_cast<std::size_t>(-1);

/// A landmark of a scene: the numbers of both.
struct LandmarkOf {
    std::size_t scene = 0;
    std::size_t landmark = whole_scene;

    friend auto operator<=>(const LandmarkOf&, const LandmarkOf&) = default;
};

/// Marks what is drawn as part of the landmark that it belongs to, or of none, for the structure of a PDF (ISO 32000-1,
/// 14.6). Cairo numbers marked content from 0 on each page; this keeps what the numbers stand for. Marks are never
/// nested: of landmarks inside one another the outermost counts.
class ContentMarks {
public:
    /// The role that Cairo writes content of no landmark under.
    static constexpr const char* artifact_role = "NonStruct";
    /// The role that it writes all landmarks under.
    static constexpr const char* landmark_role = "P";

    explicit ContentMarks(const Document& document);

    void begin_page(cairo_t* context);
    void end_page();
    /// From now on groups are those of this scene, and drawn to `context`.
    void begin_scene(std::size_t scene);
    void end_scene();
    void enter(std::string_view group);
    void leave(std::string_view group);
    /// Before anything is drawn: only then is it marked, so that a page tells nothing of groups that it does not show.
    void draw();

    /// By page and number: what the content belongs to, or nothing.
    using Content = std::vector<std::vector<std::optional<LandmarkOf>>>;
    [[nodiscard]] const Content& content() const { return content_; }

private:
    void open(std::optional<LandmarkOf> part);
    void close();
    [[nodiscard]] std::optional<LandmarkOf> landmark_of(std::string_view group) const;

    struct Open {
        std::optional<LandmarkOf> part;
    };

    struct Groups {
        bool are_one = false;                               ///< the scene has no landmarks
        std::map<std::string_view, std::size_t> landmarks;  ///< the landmark that a group shows
    };

    std::vector<Groups> scenes_;
    cairo_t* context_ = nullptr;
    std::optional<std::size_t> scene_;
    std::optional<LandmarkOf> part_;  ///< that what is drawn now belongs to
    std::optional<Open> open_;        ///< the mark that is open
    Content content_;
};

}  // namespace fabula
