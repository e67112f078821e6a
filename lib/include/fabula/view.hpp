#pragma once

#include <any>
#include <optional>
#include <span>
#include <string>
#include <string_view>
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

    friend bool operator==(const Stretch&, const Stretch&) = default;
};

/// What is the same on all pages of a flow and costs a view much to find, kept from its first page for the others.
using PageMemory = std::vector<std::any>;

/// All a view may look at. `settings` hold keys of this view only, each at most once and with an allowed value.
struct ViewInput {
    const Story& story;
    const Timetable& timetable;
    const Theme& theme;
    Page page;
    std::span<const Setting> settings;
    Measure& measure;
    bool panel = false;                ///< it is part of a larger sheet, which has the title
    const SharedAxis* axis = nullptr;  ///< that of another panel, which a view with a horizontal axis of time follows
    const Stretch* stretch = nullptr;  ///< null: all of the story; else the view's row says that it flows
    PageMemory* memory = nullptr;      ///< of one flow: it changes what a page costs, not what it shows; null: none
};

/// What came of it: the picture, what had to be left out or could not be shown, and the layout's figures as JSON text
/// (one object; documented with each view).
struct ViewResult {
    Scene scene;
    Diagnostics diagnostics;
    std::string figures;
    SharedAxis axis = {};  ///< the picture's own, where time runs to the right along all of it
    bool cramped = false;  ///< of a stretch: for want of room, not all of it is said
};

/// A row of the registry. `draw` is pure: the same input gives the same result.
struct View {
    std::string_view name;
    std::string_view summary;
    std::vector<SettingDescription> settings;
    ViewResult (*draw)(const ViewInput&);
    bool flows = false;  ///< it can draw a stretch of a story on a page of its own
    /// Whether a story says itself what paper this view of it is for; null: none can.
    bool (*has_own_paper)(const Story&) = nullptr;
};

/// A story on as many pages of fixed size as it needs to be read with ease, each the view of a stretch of it: pages in
/// order of time, every event on one of them. They break where sections do, as far as can be. Warnings are those of
/// each page; where a view cannot draw the story, there is one result that says why. Precondition: view.flows, the page
/// does not grow, input.stretch is null. Cost: pages * log(events) times that of a page.
[[nodiscard]] std::vector<ViewResult> draw_flow(const View& view, const ViewInput& input);

/// All views, the default first.
[[nodiscard]] const std::vector<View>& views();

/// The view called `name`; null where there is none.
[[nodiscard]] const View* find_view(std::string_view name);

}  // namespace fabula
