// Along x: columns for the steps, placed from left to right, each as close to the one before as labels allow; the room
// of labels, and where they continue beside the next column; captions.

#include <algorithm>

#include "view/drawing/event_labels.hpp"
#include "view/drawing/marks.hpp"
#include "view/storyline/passes.hpp"

namespace fabula::storylines {

namespace {

/// Where a label can pass from step to step between the lines: no line crosses from above it to below it, or back.
class LabelContinuation {
public:
    explicit LabelContinuation(const Arrangement& arrangement);

    /// The gap of step `to` in which a label continues that is at `passing` in step `from`: next to the lines below it
    /// if it `hugs_below`, else next to those above, and not above gap `least`. Nothing if a line crosses its way.
    /// Cost: O(lines of both steps).
    [[nodiscard]] std::optional<std::size_t> gap(std::size_t from, const PassingLabel& passing, std::size_t to,
                                                 bool hugs_below, std::size_t least = 0);

private:
    /// Whether a gap is between two lines of one container, where there is no room.
    [[nodiscard]] bool is_inside(std::size_t step, std::size_t gap) const;
    void index(std::size_t step);

    const Arrangement& arrangement_;
    std::size_t indexed_;
    std::vector<std::size_t> position_;  ///< by line, in the step that is indexed
};

LabelContinuation::LabelContinuation(const Arrangement& arrangement) : arrangement_(arrangement), indexed_(none) {
    std::size_t lines = 0;
    for (const auto& step : arrangement.steps) {
        for (const Standing& standing : step)
            lines = std::max(lines, standing.line + 1);
    }
    position_.assign(lines, none);
}

void LabelContinuation::index(std::size_t step) {
    if (step == indexed_) return;
    if (indexed_ != none) {
        for (const Standing& standing : arrangement_.steps[indexed_])
            position_[standing.line] = none;
    }
    for (std::size_t p = 0; p < arrangement_.steps[step].size(); ++p)
        position_[arrangement_.steps[step][p].line] = p;
    indexed_ = step;
}

bool LabelContinuation::is_inside(std::size_t step, std::size_t gap) const {
    const auto& standings = arrangement_.steps[step];
    return gap > 0 && gap < standings.size() && standings[gap].meeting &&
           standings[gap].meeting == standings[gap - 1].meeting;
}

std::optional<std::size_t> LabelContinuation::gap(std::size_t from, const PassingLabel& passing, std::size_t to,
                                                  bool hugs_below, std::size_t least) {
    index(to);
    const auto& standings = arrangement_.steps[from];
    std::size_t low = 0;
    for (std::size_t p = 0; p < passing.gap; ++p) {
        if (const std::size_t q = position_[standings[p].line]; q != none) low = std::max(low, q + 1);
    }
    std::size_t high = arrangement_.steps[to].size();
    for (std::size_t p = passing.gap + (passing.on_line ? 1 : 0); p < standings.size(); ++p) {
        high = std::min(high, position_[standings[p].line]);
    }
    low = std::max(low, least);
    if (low > high) return std::nullopt;
    std::size_t gap = hugs_below ? high : low;
    while (gap < high && is_inside(to, gap))
        ++gap;
    while (gap > low && is_inside(to, gap))
        --gap;
    return is_inside(to, gap) ? std::nullopt : std::optional(gap);
}

/// How much room there is for a label while steps are being placed.
class LabelRoom {
public:
    /// All must outlive it.
    LabelRoom(const ColumnPlacement& placement, const Row& row, const Rhythm& rhythm,
              const std::set<LabelExclusion>& exclusions, const Measures& measures)
        : spread_(placement),
          steps_(row.steps.size()),
          rhythm_(rhythm),
          exclusions_(exclusions),
          measures_(measures),
          passage_(row.arrangement) {}

    /// The gap in which a label continues in a neighbouring step, not above `least`; nothing if it has to end.
    [[nodiscard]] std::optional<std::size_t> gap(const Label& label, std::size_t from, const PassingLabel& at,
                                                 std::size_t to, std::size_t least = 0);

    /// How far a label can reach to the right of its step before a line crosses its way, at most `enough`. This is an
    /// estimate, for later steps are not placed yet. `at` is the place of the label in its step.
    [[nodiscard]] double ahead(const Label& label, PassingLabel at, double enough);

    /// The place up to which a label can reach to the left: where it wants to begin, or what is in its way.
    [[nodiscard]] double limit_behind(const Label& label, PassingLabel at);

    /// How far a label has to move to the right to stand behind those in its gap.
    [[nodiscard]] double push_needed(const Label& label, const PassingLabel& at) const;

    /// The places of a label in earlier steps, as far as it reaches.
    [[nodiscard]] std::vector<std::pair<std::size_t, PassingLabel>> places_behind(const Label& label, PassingLabel at);

private:
    [[nodiscard]] double left_of(const Label& label) const { return spread_.columns[label.step].from + label.left; }
    [[nodiscard]] double right_of(const Label& label) const { return spread_.columns[label.step].from + label.right(); }
    [[nodiscard]] double taken_until(std::size_t step, std::size_t gap, const Label& label) const;

    const ColumnPlacement& spread_;
    std::size_t steps_;
    const Rhythm& rhythm_;
    const std::set<LabelExclusion>& exclusions_;
    const Measures& measures_;
    LabelContinuation passage_;
};

/// Whether two labels that meet in one gap stand one over the other rather than side by side: those of neighbours in
/// one step do, and those in the row of interludes, which is above all others.
bool are_stacked(const Label& a, const Label& b) {
    const bool one_is_interlude = (a.kind == Label::Kind::interlude) != (b.kind == Label::Kind::interlude);
    return one_is_interlude || (a.step == b.step && a.anchor.node != b.anchor.node);
}

std::optional<std::size_t> LabelRoom::gap(const Label& label, std::size_t from, const PassingLabel& at, std::size_t to,
                                          std::size_t least) {
    for (const std::size_t step : {to, LabelExclusion::everywhere}) {
        if (exclusions_.contains({label.kind, label.of, label.step, step})) return std::nullopt;
    }
    return passage_.gap(from, at, to, label.hugs_below(), least);
}

double LabelRoom::ahead(const Label& label, PassingLabel at, double enough) {
    double room = measures_.least_scene;
    for (std::size_t s = label.step + 1; s < steps_ && room < enough; ++s) {
        const auto next = gap(label, s - 1, at, s);
        if (!next) return room;
        at = {at.label, *next, false};
        room += std::max(rhythm_.transitions[s] + measures_.least_scene, rhythm_.pitches[s]);
    }
    return enough;
}

double LabelRoom::taken_until(std::size_t step, std::size_t gap, const Label& label) const {
    double until = -1e9;
    for (const PassingLabel& passing : spread_.passing_labels[step]) {
        const Label& other = spread_.labels[passing.label];
        if (passing.gap != gap || passing.on_line || are_stacked(label, other)) continue;
        if (other.step == label.step && other.kind == label.kind) continue;  // moves together with the label
        until = std::max(until, right_of(other) + measures_.title_pad);
    }
    return until;
}

double LabelRoom::limit_behind(const Label& label, PassingLabel at) {
    const double wish = left_of(label);
    for (std::size_t s = label.step; s > 0 && wish < spread_.columns[s].flat_from; --s) {
        const auto next = gap(label, s, at, s - 1);
        if (!next) return spread_.columns[s].flat_from;
        at = {at.label, *next, false};
        const double taken = taken_until(s - 1, *next, label);
        if (taken > wish) return taken;
    }
    return wish;
}

double LabelRoom::push_needed(const Label& label, const PassingLabel& at) const {
    double push = 0;
    for (const PassingLabel& passing : spread_.passing_labels[label.step]) {
        const Label& other = spread_.labels[passing.label];
        if (passing.gap != at.gap || passing.on_line || other.step == label.step || are_stacked(label, other)) continue;
        push = std::max(push, right_of(other) + measures_.title_pad - left_of(label));
    }
    return push;
}

std::vector<std::pair<std::size_t, PassingLabel>> LabelRoom::places_behind(const Label& label, PassingLabel at) {
    std::vector<std::pair<std::size_t, PassingLabel>> places;
    const double left = left_of(label);
    for (std::size_t s = label.step; s > 0 && left < spread_.columns[s].flat_from; --s) {
        const auto next = gap(label, s, at, s - 1);
        if (!next) break;
        at = {at.label, *next, false};
        places.emplace_back(s - 1, at);
    }
    return places;
}

constexpr double label_of_nothing = 2;  // how far the end of a line without a name reaches up and down

class ColumnPlacer {
public:
    ColumnPlacer(const Row& row, const Captions& captions, const Rhythm& rhythm,
                 const std::set<LabelExclusion>& exclusions, const Measures& measures, const Context& context)
        : row_(row),
          captions_(captions),
          rhythm_(rhythm),
          measures_(measures),
          context_(context),
          room_(result_, row, rhythm, exclusions, measures),
          began_(context.story.characters().size(), SIZE_MAX),
          stays_at_(row.steps.size()),
          interludes_at_(row.steps.size()) {
        result_.columns.resize(row.steps.size());
        result_.passing_labels.resize(row.steps.size());
        for (std::size_t s = 0; s < row.arrangement.meetings.size(); ++s)
            stays_at_[row.arrangement.meetings[s].first].push_back(s);
        for (std::size_t i = 0; i < row.interludes.size(); ++i)
            interludes_at_[row.interludes[i].step].push_back(i);
    }

    [[nodiscard]] ColumnPlacement take() {
        for (std::size_t t = 0; t < row_.steps.size(); ++t)
            set(t);
        end();
        return std::move(result_);
    }

private:
    /// Places a step, after all steps before it.
    void set(std::size_t t) {
        Column& column = result_.columns[t];
        if (t > 0) {
            carry_over(t);
            const Column& before = result_.columns[t - 1];
            column.flat_from = std::max(before.flat_until + rhythm_.transitions[t], before.from + rhythm_.pitches[t]);
        }
        column.from = column.flat_from;
        const std::size_t first = result_.labels.size();
        add_starts(t);
        for (const std::size_t i : interludes_at_[t]) {
            if (!captions_.interludes[i].lines.empty()) add_interlude(t, i);
        }
        for (const std::size_t s : stays_at_[t]) {
            if (!captions_.titles[s].lines.empty()) add_title(t, s);
        }
        for (std::size_t label = first; label < result_.labels.size(); ++label)
            pass_behind(label);
        column.until = column.from + width_of(t);
        column.flat_until = column.until;
        add_ends(t);
    }

    /// Extends the row to the end of the labels of its last step.
    void end() {
        if (result_.columns.empty()) return;
        Column& last = result_.columns.back();
        for (const PassingLabel& passing : result_.passing_labels.back()) {
            const Label& label = result_.labels[passing.label];
            last.flat_until = std::max(last.flat_until, result_.columns[label.step].from + label.right());
        }
    }

    /// Labels that reach past the step before continue through this one, or keep it away.
    void carry_over(std::size_t t) {
        Column& before = result_.columns[t - 1];
        std::size_t least = 0;
        for (const PassingLabel& passing : result_.passing_labels[t - 1]) {
            const Label& label = result_.labels[passing.label];
            const double right = result_.columns[label.step].from + label.right();
            if (right <= before.flat_until) continue;
            if (const auto gap = room_.gap(label, t - 1, passing, t, least)) {
                result_.passing_labels[t].push_back({passing.label, *gap, false});
                least = *gap;
            } else {
                before.flat_until = right + measures_.title_pad / 2;
            }
        }
    }

    [[nodiscard]] double width_of(std::size_t t) const {
        double width = 0;
        for (const std::size_t s : stays_at_[t]) {
            const bool marked = context_.story.events()[row_.arrangement.meetings[s].event].milestone.has_value();
            width = std::max(width, measures_.least_scene + (marked ? measures_.mark_room : 0));
        }
        return width;
    }

    [[nodiscard]] bool stands(std::size_t t, Line line) const {
        return std::ranges::binary_search(t < row_.steps.size() ? row_.steps[t].present : row_.next, line);
    }

    /// Adds a label and its place in its own step, above or below those that are there.
    void add(Label label, PassingLabel at, bool below_others) {
        at.label = result_.labels.size();
        auto& passing_labels = result_.passing_labels[label.step];
        passing_labels.insert(below_others
                                  ? std::ranges::upper_bound(passing_labels, at.level(), {}, &PassingLabel::level)
                                  : std::ranges::lower_bound(passing_labels, at.level(), {}, &PassingLabel::level),
                              at);
        result_.labels.push_back(std::move(label));
    }

    Label name_label(Label::Kind kind, std::size_t t, const Standing& standing) const {
        const Block& name = captions_.names[standing.line];
        const double half = name.height * 0.46;
        return {.kind = kind,
                .of = standing.line,
                .step = t,
                .text = name,
                .anchor = standing.place,
                .top = -half,
                .bottom = half};
    }

    /// Whether a line that begins here has been there before.
    [[nodiscard]] bool returns(std::size_t t, Line line) const {
        if (t == 0 && row_.continues) return false;
        return began_[line] != SIZE_MAX || std::ranges::binary_search(row_.seen, line);
    }

    void add_starts(std::size_t t) {
        const auto& standings = row_.arrangement.steps[t];
        for (std::size_t p = 0; p < standings.size(); ++p) {
            const Line line = standings[p].line;
            if (t > 0 && stands(t - 1, line)) continue;
            Label label = name_label(Label::Kind::start, t, standings[p]);
            label.length = label.text.width + measures_.name_gap + line_lead + (returns(t, line) ? measures_.fade : 0);
            if (t == 0 && row_.starts_page) label.length += continuation_room;
            label.left = -label.length;
            began_[line] = t;
            const PassingLabel at{0, p, true};
            make_room_behind(label, at);
            add(std::move(label), at, true);
        }
    }

    void add_interlude(std::size_t t, std::size_t i) {
        const Block& text = captions_.interludes[i];
        Label label{.kind = Label::Kind::interlude,
                    .of = i,
                    .step = t,
                    .text = text,
                    .anchor = {row_.arrangement.nodes, 0},
                    .bottom = text.height,
                    .indent = interlude_indent,
                    .length = interlude_indent + text.width,
                    .above = true};
        label.left = behind_its_like(label, {0, 0, false});
        move_past_others(label, {0, 0, false});
        add(std::move(label), {0, 0, false}, false);
    }

    void add_title(std::size_t t, std::size_t s) {
        const Offer over = offer(t, s, true);
        const Offer under = offer(t, s, false);
        const Offer& best = under.cost < over.cost ? under : over;
        Label label = best.label;
        move_past_others(label, best.at);
        make_room_behind(label, best.at);
        add(std::move(label), best.at, best.label.above);
    }

    /// A place for a title, and its cost: how far the step has to move, now or later, and how much lines have to make
    /// way.
    struct Offer {
        Label label;
        PassingLabel at;
        double cost = 0;
    };

    [[nodiscard]] const Meeting& outermost(std::size_t s) const {
        while (row_.arrangement.meetings[s].outer)
            s = *row_.arrangement.meetings[s].outer;
        return row_.arrangement.meetings[s];
    }

    [[nodiscard]] Offer offer(std::size_t t, std::size_t s, bool above) {
        const Meeting& meeting = outermost(s);
        const auto& standings = row_.arrangement.steps[t];
        const auto first = static_cast<std::size_t>(
            std::ranges::find(standings, meeting.lines.front(), &Standing::line) - standings.begin());
        Offer offer{title_label(t, s, meeting, above), {0, above ? first : first + meeting.lines.size(), false}, 0};
        Label& label = offer.label;
        label.left = behind_its_like(label, offer.at);
        const double lacking = label.length - room_.ahead(label, offer.at, label.length);
        if (lacking > 0 && label.left <= 0 &&
            std::ranges::none_of(meeting.lines, [&](Line line) { return began_[line] == t; })) {
            const double own = label.left;
            label.left = own - lacking;
            label.left = std::min(own, room_.limit_behind(label, offer.at) - result_.columns[t].from);
        }
        const bool at_the_edge = offer.at.gap == 0 || offer.at.gap == standings.size();
        offer.cost = std::max(lacking + std::min(label.left, 0.0), 0.0) + room_.push_needed(label, offer.at);
        offer.cost += std::max(label.left, 0.0);
        offer.cost += (at_the_edge ? 0.2 : 0.5) * label.text.height + (above ? 0 : 1);
        return offer;
    }

    [[nodiscard]] Label title_label(std::size_t t, std::size_t s, const Meeting& meeting, bool above) const {
        const Block& text = captions_.titles[s];
        const double height = static_cast<double>(meeting.span(to_units(measures_.scene_gap))) * height_unit;
        const double top = above ? -meeting.over(measures_) - measures_.title_gap - text.height
                                 : height + meeting.under(measures_) + measures_.title_gap;
        return {.kind = Label::Kind::title,
                .of = s,
                .step = t,
                .text = text,
                .anchor = meeting.top,
                .top = top,
                .bottom = top + text.height,
                .length = text.width,
                .above = above};
    }

    /// Titles of nested scenes that begin together stand side by side, and so do interludes.
    [[nodiscard]] double behind_its_like(const Label& label, const PassingLabel& at) const {
        double left = 0;
        for (const PassingLabel& passing : result_.passing_labels[label.step]) {
            const Label& other = result_.labels[passing.label];
            if (passing.gap == at.gap && !passing.on_line && other.step == label.step &&
                other.anchor.node == label.anchor.node)
                left = std::max(left, other.right() + measures_.title_pad);
        }
        return left;
    }

    void move_past_others(const Label& label, const PassingLabel& at) {
        move(label.step, room_.push_needed(label, at));
    }

    /// Moves a step so that a label that reaches back from it has room.
    void make_room_behind(const Label& label, const PassingLabel& at) {
        Column& column = result_.columns[label.step];
        const double wish = column.from + label.left;
        const double limit = room_.limit_behind(label, at);
        if (limit <= wish) return;
        if (limit == column.flat_from) {  // the label has to stand where the lines of this step are level
            column.from = std::max(column.from, column.flat_from - label.left);
        } else {
            move(label.step, limit - wish);
        }
    }

    void move(std::size_t t, double by) {
        result_.columns[t].flat_from += by;
        result_.columns[t].from += by;
    }

    /// Adds a label to the steps before its own that it reaches into.
    void pass_behind(std::size_t l) {
        const Label& label = result_.labels[l];
        const auto own = std::ranges::find(result_.passing_labels[label.step], l, &PassingLabel::label);
        for (const auto& [step, at] : room_.places_behind(label, *own)) {
            auto& passing_labels = result_.passing_labels[step];
            passing_labels.insert(std::ranges::upper_bound(passing_labels, at.level(), {}, &PassingLabel::level), at);
        }
    }

    /// Whether a line that ends here has its name at the end, too: if it is so long that the reader may have lost its
    /// name, or leads to the end of the row, where one looks from name to name.
    [[nodiscard]] bool is_named_at_end(std::size_t t, Line line) const {
        constexpr double long_enough = 120;
        if (t + 1 == row_.steps.size() && began_[line] < t) return true;
        return result_.columns[t].until - result_.columns[began_[line]].from >= long_enough;
    }

    void add_ends(std::size_t t) {
        const auto& standings = row_.arrangement.steps[t];
        const Column& column = result_.columns[t];
        for (std::size_t p = 0; p < standings.size(); ++p) {
            const Line line = standings[p].line;
            if (stands(t + 1, line)) continue;
            Label label = name_label(Label::Kind::end, t, standings[p]);
            label.left = column.until - column.from;
            label.length = line_lead + measures_.fade;
            if (is_named_at_end(t, line)) {
                label.indent = label.length + measures_.name_gap;
                label.length = label.indent + label.text.width;
            } else {
                label.text = {};
                label.top = -label_of_nothing;
                label.bottom = label_of_nothing;
            }
            add(std::move(label), {0, p, true}, true);
        }
    }

    const Row& row_;
    const Captions& captions_;
    const Rhythm& rhythm_;
    const Measures& measures_;
    const Context& context_;
    ColumnPlacement result_;
    LabelRoom room_;
    std::vector<std::size_t> began_;  ///< by line: the step in which it began
    std::vector<std::vector<std::size_t>> stays_at_;
    std::vector<std::vector<std::size_t>> interludes_at_;
};

}  // namespace

ColumnPlacement place_columns(const Row& row, const Captions& captions, const Rhythm& rhythm,
                              const std::set<LabelExclusion>& exclusions, const Measures& measures,
                              const Context& context) {
    return ColumnPlacer(row, captions, rhythm, exclusions, measures, context).take();
}

namespace {

Block name_block(const Character& character, Importance importance, Colour colour, const Typography& type,
                 Measure& measure) {
    const double size = importance == Importance::main ? type.heading : type.text;
    TextLine line = set_name(character, importance, size, measure);
    Block block;
    block.width = line.width;
    block.height = size;
    block.lines.push_back({std::move(line), 0, colour});
    return block;
}

}  // namespace

TextLine set_name(const Character& character, Importance importance, double size, Measure& measure) {
    constexpr double longest = 28;  // in sizes
    const TextStyle style{.size = size, .weight = importance == Importance::minor ? Weight::regular : Weight::bold};
    return drawing::cut_line(measure, character.name, style, longest * size);
}

Captions set_captions(const Row& row, const Plan& plan, const Context& context) {
    const EventLabels labels(context.story, context.timetable, context.theme.colours, context.wording,
                             {.notes = false, .dates = false, .weekdays = false});
    Captions captions;
    for (const Meeting& meeting : row.arrangement.meetings) {
        const bool titled = !meeting.goes_on && plan.titled[meeting.event];
        captions.titles.push_back(titled ? labels.set(meeting.event, plan.type, context.measure) : Block{});
    }
    for (CharacterIndex c = 0; c < context.story.characters().size(); ++c) {
        captions.names.push_back(context.timetable.lives[c].appears
                                     ? name_block(context.story.characters()[c], plan.importance[c], plan.colours[c],
                                                  plan.type, context.measure)
                                     : Block{});
    }
    for (const Interlude& interlude : row.interludes) {
        const bool titled = plan.titled[interlude.event];
        captions.interludes.push_back(titled ? labels.set(interlude.event, plan.type, context.measure) : Block{});
    }
    return captions;
}

}  // namespace fabula::storylines
