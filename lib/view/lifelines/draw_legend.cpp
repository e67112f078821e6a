// Title and legend: what frames the picture.
#include <algorithm>
#include <functional>

#include "view/lifelines/draw.hpp"
#include "view/lifelines/entries.hpp"
#include "view/lifelines/marks.hpp"
#include "view/lifelines/strokes.hpp"

namespace fabula::lifelines {
namespace {

/// One thing explained: a sample, drawn in a box of `sample_width` around a centre, and its words.
struct LegendEntry {
    std::string words;
    std::function<void(Group&, Point)> draw;
};

constexpr double sample_width = 22;

class LegendComposer {
public:
    LegendComposer(const Plan& plan, const Context& context) : plan_(plan), context_(context) {}

    [[nodiscard]] std::vector<LegendEntry> entries() {
        add_milestones();
        add_deaths();
        add_truths();
        add_modes();
        add_mentions();
        add_uncertainty();
        add_states();
        add_absences();
        add_relationships();
        return std::move(entries_);
    }

private:
    [[nodiscard]] bool any_entry(const std::function<bool(const Event&)>& test) const {
        return std::ranges::any_of(plan_.entries, [&](const Entry& e) { return test(context_.story.events[e.event]); });
    }

    void add_milestones() {
        std::vector<bool> used(context_.story.milestones.size());
        for (const Entry& entry : plan_.entries) {
            if (const auto& milestone = context_.story.events[entry.event].milestone)
                used[milestone->kind.index] = true;
        }
        for (std::size_t kind = 0; kind < used.size(); ++kind) {
            if (!used[kind]) continue;
            const MilestoneKind& milestone = context_.story.milestones[kind];
            const std::string words = milestone.name + ", " + context_.wording.word("numbered", "numbered");
            entries_.push_back({words, [this, &milestone](Group& group, Point at) {
                                    draw_milestone(group, milestone, 1, at, context_.theme.colours.life, plan_,
                                                   context_);
                                }});
        }
    }

    void add_deaths() {
        if (std::ranges::none_of(plan_.extents, &LaneExtent::dies)) return;
        entries_.push_back(
            {context_.wording.word("death", "death"), [this](Group& group, Point at) {
                 const Frame frame{Direction::right, at};
                 draw_pattern(group, frame,
                              {-9, 0, 0, LinePattern::solid, context_.theme.strokes.life, context_.theme.colours.life});
                 Path bar = rectangle(frame.box(-1.3, 1.3, -5.5, 5.5));
                 bar.fill = context_.theme.colours.ink;
                 group.children.emplace_back(std::move(bar));
             }});
    }

    void add_truths() {
        struct Row {
            Truth truth;
            MarkShape shape;
        };
        constexpr Row rows[] = {{Truth::rumour, MarkShape::dotted_ring},
                                {Truth::hope, MarkShape::ring},
                                {Truth::memory, MarkShape::half_ring},
                                {Truth::dream, MarkShape::half_ring},
                                {Truth::lie, MarkShape::crossed_ring}};
        for (const Row& row : rows) {
            if (!any_entry([&](const Event& e) { return e.truth == row.truth; })) continue;
            entries_.push_back(
                {truth_word(context_.wording, row.truth), [this, shape = row.shape](Group& group, Point at) {
                     draw_mark(group, shape, at, context_.theme.colours.life, context_.theme);
                 }});
        }
    }

    void add_modes() {
        struct Row {
            Mode mode;
            MarkShape shape;
        };
        constexpr Row rows[] = {{Mode::flashback, MarkShape::ringed_dot},
                                {Mode::dream, MarkShape::half_ring},
                                {Mode::vision, MarkShape::diamond}};
        const bool dreams = any_entry([](const Event& e) { return e.truth == Truth::dream; });
        for (const Row& row : rows) {
            if (row.mode == Mode::dream && dreams) continue;  // the same mark, explained already
            if (!any_entry([&](const Event& e) { return e.mode == row.mode && e.truth == Truth::fact; })) continue;
            entries_.push_back(
                {mode_word(context_.wording, row.mode), [this, shape = row.shape](Group& group, Point at) {
                     draw_mark(group, shape, at, context_.theme.colours.life, context_.theme);
                 }});
        }
    }

    void add_mentions() {
        if (std::ranges::all_of(plan_.entries, [](const Entry& entry) { return entry.mentioned.empty(); })) return;
        entries_.push_back({context_.wording.word("mentioned", "spoken of"), [this](Group& group, Point at) {
                                const Frame frame{Direction::right, at};
                                const Colour colour = context_.theme.colours.life;
                                draw_pattern(group, frame,
                                             {-10, 10, 0, LinePattern::solid, context_.theme.strokes.life, colour});
                                draw_mention(group, at, colour, context_.theme);
                            }});
    }

    void add_uncertainty() {
        bool any = false;
        for (std::size_t e = 0; e < plan_.entries.size() && !any; ++e)
            any = whisker_extent(plan_, context_.timetable, e).has_value();
        if (!any) return;
        entries_.push_back(
            {context_.wording.word("uncertain", "when it may have been"), [this](Group& group, Point at) {
                 const Frame frame{Direction::right, at};
                 const Colour colour = context_.theme.colours.life;
                 draw_pattern(group, frame, {-10, 10, 0, LinePattern::solid, context_.theme.strokes.life, colour});
                 draw_ground(group, at, context_.theme);
                 draw_mark(group, MarkShape::dot, at, colour, context_.theme);
                 draw_pattern(group, frame, {-10, 10, plan_.measures.core - 1.2, LinePattern::dotted, 1.1, colour});
             }});
    }

    void add_sample(std::string words, KindStyle style, double width, Colour colour) {
        entries_.push_back({std::move(words), [=](Group& group, Point at) {
                                const Frame frame{Direction::right, at};
                                const double half = sample_width / 2;
                                draw_pattern(
                                    group, frame,
                                    {-half, half, 0, style.pattern, style.width > 0 ? style.width : width, colour});
                            }});
    }

    /// States whose word does not stand in every lane that has them.
    void add_states() {
        std::vector<std::string_view> said;
        for (std::size_t s = 0; s < context_.story.states.size(); ++s) {
            const State& state = context_.story.states[s];
            const bool beside = std::ranges::any_of(plan_.inscriptions, [&](const Inscription& i) {
                return i.kind == Inscription::Kind::state && i.state == s;
            });
            if (beside || !plan_.cast.row(state.who.index) || std::ranges::find(said, state.is) != said.end()) continue;
            said.push_back(state.is);
            add_sample(state.is, context_.kinds.state(state.is), context_.theme.strokes.life,
                       context_.theme.colours.life);
        }
    }

    /// Absences that do not say of themselves what they are.
    void add_absences() {
        bool any = false;
        for (std::size_t row = 0; row < plan_.cast.lanes.size(); ++row) {
            const auto character = plan_.cast.lanes[row].character;
            if (!character) continue;
            const Life& life = context_.timetable.lives[*character];
            const auto said =
                static_cast<std::size_t>(std::ranges::count_if(plan_.inscriptions, [&](const Inscription& i) {
                    return i.row == row && i.kind == Inscription::Kind::absence;
                }));
            any = any || said < life.absences.size() || life.clock.size() > 1;
        }
        if (!any) return;
        add_sample(context_.wording.word("away", "away"), style_of_absence, 1, context_.theme.colours.life);
    }

    /// Kinds that do not stand in every track of theirs.
    void add_relationships() {
        std::vector<std::string_view> said;
        for (std::size_t a = 0; a < plan_.placement.arcs.size(); ++a) {
            const std::string& kind = context_.story.relationships[plan_.placement.arcs[a].relationship].kind;
            const bool beside = std::ranges::find(plan_.arc_names, a, &ArcName::arc) != plan_.arc_names.end();
            if (beside || kind.empty() || std::ranges::find(said, kind) != said.end()) continue;
            said.push_back(kind);
            add_sample(kind, context_.kinds.relationship(kind), context_.theme.strokes.relationship,
                       context_.theme.colours.relationship);
        }
    }

    const Plan& plan_;
    const Context& context_;
    std::vector<LegendEntry> entries_;
};

}  // namespace

double draw_legend(Group& parent, const Plan& plan, const Context& context, Point at, double width) {
    LegendComposer composer(plan, context);  // the entries draw through it
    const std::vector<LegendEntry> entries = composer.entries();
    if (entries.empty()) return 0;
    Group& group = add_group(parent, "legend", "legend");
    const double line_height = plan.type.text * 2.1;
    constexpr double words_distance = 5;
    constexpr double entry_distance = 18;
    double x = at.x;
    double y = at.y + line_height / 2;
    for (const LegendEntry& entry : entries) {
        TextLine words = context.measure.line(entry.words, {.size = plan.type.text});
        const double entry_width = sample_width + words_distance + words.width;
        if (x > at.x && x + entry_width > at.x + width) {
            x = at.x;
            y += line_height;
        }
        entry.draw(group, {x + sample_width / 2, y});
        const double baseline = y + words.ascent * 0.36;
        draw_text(group, std::move(words), {x + sample_width + words_distance, baseline}, context.theme.colours.quiet);
        x += entry_width + entry_distance;
    }
    return y + line_height / 2 - at.y;
}

double draw_title(Group& parent, const Plan& plan, const Context& context, Point at, double width) {
    Group& group = add_group(parent, "title", "title");
    const auto set = [&](const std::string& text, const TextStyle& style, Colour colour, double y) {
        if (text.empty()) return y;
        Paragraph lines = context.measure.wrap(text, style, width);
        for (std::size_t i = 0; i < lines.lines.size(); ++i) {
            draw_text(group, std::move(lines.lines[i]),
                      {at.x, y + lines.first_baseline + static_cast<double>(i) * lines.leading}, colour);
        }
        return y + lines.height;
    };
    std::string author = context.story.author;
    if (!context.story.published.empty()) author += (author.empty() ? "" : ", ") + context.story.published;
    double y = set(context.story.title, {.size = plan.type.display, .weight = Weight::regular},
                   context.theme.colours.ink, at.y);
    y = set(context.story.subtitle, {.size = plan.type.heading, .italic = true}, context.theme.colours.quiet, y);
    y = set(author, {.size = plan.type.heading, .italic = true}, context.theme.colours.quiet, y);
    return y - at.y;
}

}  // namespace fabula::lifelines
