#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "fabula/diagnostic.hpp"
#include "fabula/scene.hpp"
#include "fabula/story.hpp"
#include "fabula/text.hpp"
#include "fabula/theme.hpp"
#include "fabula/timetable.hpp"

/// Views: from a story and its times to a picture.
namespace fabula {

/// One `--set key=value`; the key has its owner's name before it ("lifelines.direction", "theme.type.text").
struct Setting {
    std::string key;
    std::string value;

    friend bool operator==(const Setting&, const Setting&) = default;
};

/// A key that a view understands ("lifelines.direction"): `values` are the allowed ones, the first is the default;
/// empty: free text, of which `accepts` says whether it can be taken (null: any), and `form` what it has to be ("a
/// whole number").
struct SettingDescription {
    std::string_view key;
    std::vector<std::string_view> values;
    std::string_view meaning;
    bool (*accepts)(std::string_view) = nullptr;
    std::string_view form = {};
};

/// Where times stand along a picture: knots from left to right, between which it is even. None: it has no axis of time.
struct SharedAxis {
    struct Knot {
        double time = 0;  ///< as Timetable counts it
        double x = 0;     ///< points from the left edge of the scene

        friend bool operator==(const Knot&, const Knot&) = default;
    };
    std::vector<Knot> knots;

    friend bool operator==(const SharedAxis&, const SharedAxis&) = default;
};

/// The part of a story that one page of several shows. The views that know it (View::flows) draw what falls in it,
/// begin and end the lines of those who were there before and will be after with marks that say so, and leave the title
/// to the first page.
struct Stretch {
    std::vector<bool> shows;  ///< by event: at least one
    double from = 0;          ///< as Timetable counts time: from here
    double until = 0;         ///< to here lines are drawn
    bool first = true;        ///< nothing comes before it
    bool last = true;         ///< nothing comes after it
    bool onlookers = true;    ///< lines of those who live through it and take no part are drawn
    bool trial = false;       ///< only ViewResult::cramped is asked for: where that is so, there need be no picture
    std::optional<double> smallest_type = {};  ///< points: type is no smaller than this; none: as the theme says

    friend bool operator==(const Stretch&, const Stretch&) = default;
};

/// All of a story on a sheet of its own.
struct WholePicture {
    friend bool operator==(const WholePicture&, const WholePicture&) = default;
};

/// A panel of a larger sheet, which has the title.
struct PanelPicture {
    const SharedAxis* axis = nullptr;  ///< that of another panel, which a view with a horizontal axis of time follows
};

/// What a picture is part of. A Stretch is for views that flow.
using PicturePart = std::variant<WholePicture, PanelPicture, Stretch>;

/// All a view may look at. `settings` hold keys of this view only, each at most once and with an allowed value.
struct ViewInput {
    const Story& story;
    const Timetable& timetable;
    const Theme& theme;
    Page page;
    std::span<const Setting> settings;
    Measure& measure;
};

/// What came of it: the picture, what had to be left out or could not be shown, and the layout's figures as JSON text
/// (one object; documented with each view).
struct ViewResult {
    Scene scene;
    Diagnostics diagnostics;
    std::string figures;
    SharedAxis axis = {};  ///< the picture's own, where time runs to the right along all of it
    bool cramped = false;  ///< of a stretch: for want of room, not all of it is said
    /// Where a mark at `mark` would stand if its event were at `time`; empty for pictures without an axis of time.
    std::function<std::optional<Point>(Point mark, double time)> place_in_time = {};
};

/// A view of a story, with what all its pages share worked out: ages, who stands next to whom. It keeps what its input
/// refers to, which has to outlive it.
class PreparedView {
public:
    PreparedView() = default;
    PreparedView(const PreparedView&) = delete;
    PreparedView& operator=(const PreparedView&) = delete;
    virtual ~PreparedView() = default;

    /// Pure: the same input and part give the same result.
    [[nodiscard]] virtual ViewResult draw(const PicturePart& part) const = 0;
};

/// A row of the registry.
struct View {
    std::string_view name;
    std::string_view summary;
    std::vector<SettingDescription> settings;
    std::unique_ptr<PreparedView> (*prepare)(const ViewInput&);
    bool flows = false;  ///< it can draw a stretch of a story on a page of its own
    /// Whether a story says itself what paper this view of it is for; null: none can.
    bool (*has_own_paper)(const Story&) = nullptr;

    /// Prepares the view for one picture, and draws that.
    [[nodiscard]] ViewResult draw(const ViewInput& input, const PicturePart& part = {}) const {
        return prepare(input)->draw(part);
    }
};

/// A story on as many pages of fixed size as it needs to be read with ease, each the view of a stretch of it: pages in
/// order of time, every event on one of them. They break where sections do, as far as can be. Warnings are those of
/// each page; where a view cannot draw the story, there is one result that says why. Precondition: view.flows, the page
/// does not grow. Cost: pages * log(events) times that of a page.
[[nodiscard]] std::vector<ViewResult> draw_flow(const View& view, const ViewInput& input);

/// All views, the default first.
[[nodiscard]] const std::vector<View>& views();

/// The view called `name`; null where there is none.
[[nodiscard]] const View* find_view(std::string_view name);

}  // namespace fabula
