// mark_set_aside: what is set aside, in any view. Views say in their groups which event is which and where its mark
// stands; nothing more is needed to add to it.
#include "view/drawing/set_aside.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "view/drawing/event_labels.hpp"
#include "view/drawing/label_placement.hpp"
#include "view/drawing/strokes.hpp"

namespace fabula::drawing {
namespace {

constexpr double stroke_width = 0.8;
constexpr double air = 2;  // round the marks, points

Path triangle(Point centre, double size) {
    const double half = size / 2;
    const double side = half * 1.08;
    Path path;
    path.move_to({centre.x, centre.y - half}).line_to({centre.x + side, centre.y + half});
    path.line_to({centre.x - side, centre.y + half}).close();
    return path;
}

Box box_round(Point centre, double width, double height) {
    return {centre.x - width / 2, centre.y - height / 2, centre.x + width / 2, centre.y + height / 2};
}

Point middle_of(const Box& box) {
    return {(box.left + box.right) / 2, (box.top + box.bottom) / 2};
}

double place_along(const std::vector<SharedAxis::Knot>& knots, double time) {
    const auto after = std::ranges::upper_bound(knots, time, {}, &SharedAxis::Knot::time);
    if (after == knots.begin()) return knots.front().x;
    if (after == knots.end()) return knots.back().x;
    const auto before = after - 1;
    return std::lerp(before->x, after->x, (time - before->time) / (after->time - before->time));
}

/// Where marks may stand. A panel has no margins of its own.
Box within_margins(const Scene& scene, const Context& context) {
    const double margin = context.panel ? 1 : context.theme.spacing.margin - air;
    return {margin, margin, scene.width - margin, scene.height - margin};
}

/// All that a group holds, itself first.
template <typename Take>
void for_each_group(Group& group, const Take& take) {
    take(group);
    for (Node& child : group.children) {
        if (auto* const inner = std::get_if<Group>(&child)) for_each_group(*inner, take);
    }
}

template <typename Take>
void for_each_text(const Group& group, const Take& take) {
    for (const Node& child : group.children) {
        if (const auto* const text = std::get_if<Text>(&child)) take(ink_box(child), *text);
        if (const auto* const inner = std::get_if<Group>(&child)) for_each_text(*inner, take);
    }
}

/// A subject of the story with what is set aside of it, and the group that shows it.
struct Marked {
    Group* group = nullptr;
    std::vector<SetAside> statements;
    std::optional<Point> mark{};      ///< where the mark of the event stands
    std::optional<Box> first_text{};  ///< of its title
    std::optional<Box> last_text{};
    std::string letter{};
};

class Marker {
public:
    Marker(ViewResult& picture, const Context& context)
        : picture_(picture),
          context_(context),
          size_(set_aside_size(context.theme)),
          placement_(within_margins(picture.scene, context), {1, 1}) {}

    void run() {
        find_groups();
        if (marked_.empty()) return;
        for_each_text(picture_.scene.root, [this](const Box& box, const Text&) { placement_.block(box); });
        block_marks(picture_.scene.root);
        give_letters();
        // What is added to a group moves the groups in it, so these come first.
        for (auto marked = marked_.rbegin(); marked != marked_.rend(); ++marked)
            add_marks(*marked);
        picture_.scene.fonts = context_.measure.fonts();
    }

private:
    /// Keeps clear of all small shapes, which are marks, figures' dots and the like.
    void block_marks(const Group& group) {
        constexpr double least = 3;
        constexpr double most = 16;
        for (const Node& child : group.children) {
            if (const auto* const inner = std::get_if<Group>(&child)) block_marks(*inner);
            if (!std::holds_alternative<Path>(child)) continue;
            const Box box = ink_box(child);
            const bool is_small = std::max(box.width(), box.height()) <= most;
            if (is_small && std::min(box.width(), box.height()) >= least) placement_.block(box);
        }
    }

    /// What is set aside, by the ids of the groups that can show it.
    [[nodiscard]] std::map<std::string, std::vector<SetAside>> statements_by_id() const {
        std::map<std::string, std::vector<SetAside>> statements;
        for (const SetAside& statement : context_.timetable.set_aside) {
            for (Subject& subject : subjects_of(statement)) {
                Group group;
                group.subject = std::move(subject);
                statements[id_of(group)].push_back(statement);
            }
        }
        return statements;
    }

    /// What a statement is about, as views show it: states and absences are on the line of their character, and
    /// relationships as a whole or phase by phase.
    [[nodiscard]] std::vector<Subject> subjects_of(const SetAside& statement) const {
        const Story& story = context_.story;
        const std::size_t index = statement.index;
        switch (statement.kind) {
            case SetAside::Kind::event:
                return {subject_of(story.events()[index])};
            case SetAside::Kind::section:
                return {subjects::Section{story.sections()[index].id}};
            case SetAside::Kind::state:
                return {subjects::Character{story.characters()[story.states()[index].who.index].id}};
            case SetAside::Kind::relationship: {
                const std::string& kind = story.relationships()[index].kind;
                return {subjects::Relationship{index + 1, 0, kind},
                        subjects::Relationship{index + 1, statement.part + 1, kind}};
            }
            case SetAside::Kind::birth:
            case SetAside::Kind::death:
            case SetAside::Kind::absence:
            case SetAside::Kind::clock:
                break;
        }
        return {subjects::Character{story.characters()[index].id}};
    }

    /// The groups to mark, in the order drawn. Only groups with an id are asked: others repeat these.
    void find_groups() {
        auto statements = statements_by_id();
        for_each_group(picture_.scene.root, [&](Group& group) {
            const auto found = statements.find(id_of(group));
            if (found == statements.end()) return;
            Marked marked{.group = &group, .statements = std::move(found->second)};
            statements.erase(found);
            for_each_group(group, [&](Group& inner) {
                if (!marked.mark) marked.mark = inner.mark;
            });
            for_each_text(group, [&](const Box& box, const Text& text) {
                if (text.turn != 0) return;
                if (!marked.first_text) marked.first_text = box;
                marked.last_text = box;
            });
            if (!marked.mark && !marked.first_text) marked.first_text = marked.last_text = name_beside(group);
            marked_.push_back(std::move(marked));
        });
    }

    /// The first name of a character whose line has no text of its own.
    [[nodiscard]] std::optional<Box> name_beside(const Group& group) const {
        std::optional<Box> found;
        for_each_text(picture_.scene.root, [&](const Box& box, const Text& text) {
            if (!found && text.turn == 0 && !group.title.empty() && text.line.text == group.title) found = box;
        });
        return found;
    }

    void give_letters() {
        if (marked_.size() < 2 || !picture_.place_in_time) return;
        for (std::size_t i = 0; i < marked_.size(); ++i)
            marked_[i].letter = i < 26 ? std::string(1, static_cast<char>('a' + i)) : std::to_string(i + 1);
    }

    [[nodiscard]] TextLine letter_line(const std::string& letter) const {
        const Theme::Type& type = context_.theme.type;
        return context_.measure.line(letter, {.size = std::max(type.smallest, 0.85 * type.text), .italic = true});
    }

    /// A mark and its letter in the first of these places, of their middle, that is free; in the first of all where
    /// none is.
    template <typename Draw>
    void put(Group& group, const std::string& letter, const std::vector<Point>& places, const Draw& draw) {
        const TextLine line = letter.empty() ? TextLine{} : letter_line(letter);
        const double gap = letter.empty() ? 0 : 1;
        const double width = 1.1 * size_ + gap + line.width;
        std::vector<Box> boxes;
        for (const Point& place : places)
            boxes.push_back(box_round(place, width, size_ + 1));
        const Box box = placement_.place(boxes).value_or(boxes.front());
        const Point centre{box.left + 0.55 * size_, middle_of(box).y};
        if (!letter.empty()) {  // so that it can be read on a line
            Path ground = rectangle({box.left - 1, box.top, box.right + 1, box.bottom});
            ground.fill = context_.theme.colours.paper;
            group.children.emplace_back(std::move(ground));
        }
        draw(group, centre, size_, context_.theme);
        if (letter.empty()) return;
        const double baseline = centre.y + size_ / 2;
        group.children.emplace_back(Text{line, {box.left + 1.1 * size_ + gap, baseline}, context_.theme.colours.ink});
    }

    /// Beside the title, then about the mark.
    [[nodiscard]] std::vector<Point> places_about(const Marked& marked) const {
        std::vector<Point> places;
        const double beside = 0.55 * size_ + air + (marked.letter.empty() ? 0 : 0.5 * size_);
        if (marked.first_text) {
            const Box& first = *marked.first_text;
            const Box& last = *marked.last_text;
            places.push_back({first.left - beside, middle_of(first).y});
            places.push_back({last.right + beside, middle_of(last).y});
            places.push_back({first.right + beside, middle_of(first).y});
            places.push_back({first.left + size_, first.top - 0.6 * size_});
            places.push_back({last.left + size_, last.bottom + 0.6 * size_});
        }
        const Point at = marked.mark         ? *marked.mark
                         : marked.first_text ? middle_of(*marked.first_text)
                                             : middle_of(ink_box(Node(*marked.group)));
        const double away = size_ + air;
        for (const double far : {1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0}) {
            for (const Point& step : {Point{1, -far}, Point{-1, -far}, Point{1, far}, Point{-1, far}, Point{far, 0},
                                      Point{-far, 0}, Point{0, -1.4 * far}, Point{0, 1.4 * far}})
                places.push_back({at.x + step.x * away, at.y + step.y * away});
        }
        return places;
    }

    void add_marks(Marked& marked) {
        std::string words;
        for (const SetAside& statement : marked.statements)
            words += fmt::format("{}‘{}’", words.empty() ? "" : ", ", statement.text);
        const std::string title = fmt::format("{}: {}", context_.wording.word("set-aside", "set aside"), words);
        Group& mark = add_part(*marked.group, subjects::Part::set_aside);
        mark.title = title;
        put(mark, marked.letter, places_about(marked), draw_set_aside);
        if (!marked.mark || !picture_.place_in_time) return;
        for (const SetAside& statement : marked.statements) {
            if (const auto place = asked_place(*marked.mark, statement)) add_asked(marked, statement, *place);
        }
    }

    /// Where the statement would have its event; nothing where the picture has no such place.
    [[nodiscard]] std::optional<Point> asked_place(Point mark, const SetAside& statement) const {
        if (statement.kind != SetAside::Kind::event) return std::nullopt;
        const EventTime& time = context_.timetable.events[statement.index];
        const double now = statement.about_end ? time.end.nominal : time.start.nominal;
        if (!statement.asked_from && !statement.asked_until) return std::nullopt;
        const double from = statement.asked_from.value_or(std::min(now, *statement.asked_until));
        const double until = statement.asked_until.value_or(std::max(now, from));
        return picture_.place_in_time(mark, std::clamp(now, std::min(from, until), until));
    }

    void add_asked(Marked& marked, const SetAside& statement, Point place) {
        Group& group = add_part(*marked.group, subjects::Part::asked);
        group.title =
            fmt::format("{} ‘{}’", context_.wording.word("asked", "what is set aside puts it here:"), statement.text);
        const bool is_beside = std::hypot(place.x - marked.mark->x, place.y - marked.mark->y) < size_;
        std::vector<Point> places;
        if (!is_beside) places.push_back(place);
        for (const double step : {1.0, -1.0, 1.5, -1.5, 2.0, -2.0, 3.0, -3.0, 4.0, -4.0, 5.0, -5.0})
            places.push_back({place.x, place.y + step * (size_ + air)});
        put(group, marked.letter, places, draw_asked_place);
    }

    ViewResult& picture_;
    const Context& context_;
    double size_;
    LabelPlacement placement_;
    std::vector<Marked> marked_;
};

}  // namespace

double set_aside_size(const Theme& theme) {
    return std::max(theme.type.text, 6.0);
}

void draw_set_aside(Group& group, Point centre, double size, const Theme& theme) {
    draw_asked_place(group, centre, size, theme);
    Path bar = line({centre.x, centre.y - 0.16 * size}, {centre.x, centre.y + 0.16 * size});
    bar.stroke = Stroke{theme.colours.ink, 1.2 * stroke_width, {}, LineCap::butt, LineJoin::round};
    group.children.emplace_back(std::move(bar));
    Path point = circle({centre.x, centre.y + 0.32 * size}, 0.7 * stroke_width);
    point.fill = theme.colours.ink;
    group.children.emplace_back(std::move(point));
}

void draw_asked_place(Group& group, Point centre, double size, const Theme& theme) {
    Path shape = triangle(centre, size);
    shape.fill = theme.colours.paper;
    shape.stroke = Stroke{theme.colours.ink, stroke_width, {}, LineCap::butt, LineJoin::round};
    group.children.emplace_back(std::move(shape));
}

TimeRow row_of(std::vector<SharedAxis::Knot> events) {
    std::ranges::stable_sort(events, {}, &SharedAxis::Knot::time);
    TimeRow row;
    row.knots = std::move(events);
    return row;
}

std::function<std::optional<Point>(Point, double)> place_in_rows(std::vector<TimeRow> rows, Direction direction) {
    return [rows = std::move(rows), direction](Point mark, double time) -> std::optional<Point> {
        const bool down = direction == Direction::down;
        const double across = down ? mark.x : mark.y;
        const auto row = std::ranges::find_if(
            rows, [across](const TimeRow& each) { return each.from <= across && across <= each.until; });
        if (row == rows.end() || row->knots.empty()) return std::nullopt;
        const auto& knots = row->knots;
        const bool beyond = time < knots.front().time || time > knots.back().time;
        if (beyond && rows.size() > 1) return std::nullopt;
        const double along = place_along(knots, time);
        return down ? Point{mark.x, along} : Point{along, mark.y};
    };
}

void mark_set_aside(ViewResult& picture, const Context& context) {
    if (context.timetable.set_aside.empty() || picture.scene.width <= 0) return;
    Marker(picture, context).run();
}

}  // namespace fabula::drawing
