// read_page: how the views of a story are set on one sheet, as the file says. The views themselves check that there are
// such views and settings.

#include <fmt/format.h>

#include "story/parts.hpp"
#include "story/schema.hpp"

namespace fabula {
namespace {

constexpr std::string_view panel_parts[] = {"view", "text", "rows", "columns"};

class PageReader {
public:
    explicit PageReader(const StoryReading& reading) : reading_(reading) {}

    [[nodiscard]] PagePanel panel(const yaml::MapReader& map) const {
        PagePanel panel;
        panel.span = map.span();
        panel.share = map.number("share").value_or(Located<double>{1, {}}).value;
        panel.title = map.text("title");
        panel.view = map.located_text("view");
        panel.text = map.text("text");
        constexpr yaml::Field value{.key = "set", .kind = yaml::Kind::text};
        for (const yaml::Entry& entry : map.entries("set")) {
            if (check_value(*entry.value, value, entry.key->text, reading_.findings))
                panel.settings.push_back({{entry.key->text, entry.key->span}, entry.value->text});
        }
        read_inner(map, panel);
        std::size_t stated = 0;
        for (const std::string_view part : panel_parts)
            stated += map.find(part) != nullptr ? 1 : 0;
        if (stated != 1 && map.is_map()) {
            reading_.findings.add("bad-panel", map.span(), "a panel holds one thing",
                                  "give it one of ‘view’, ‘text’, ‘rows’ and ‘columns’");
        }
        return panel;
    }

    void read_inner(const yaml::MapReader& map, PagePanel& panel) const {
        for (const auto& [key, arrangement] :
             {std::pair{"rows", PagePanel::Arrangement::rows}, {"columns", PagePanel::Arrangement::columns}}) {
            for (const yaml::Entry& entry : map.entries(key)) {
                panel.arrangement = arrangement;
                panel.inner.push_back(this->panel({*entry.value, story_schema::panel, reading_.findings}));
            }
        }
    }

private:
    const StoryReading& reading_;
};

std::size_t count_panels(const PagePanel& panel) {
    std::size_t count = panel.inner.size();
    for (const PagePanel& inner : panel.inner)
        count += count_panels(inner);
    return count;
}

std::vector<std::string> all_texts(const yaml::MapReader& map, std::string_view key) {
    std::vector<std::string> texts;
    for (const yaml::Node* text : map.texts(key))
        texts.push_back(text->text);
    return texts;
}

}  // namespace

void read_page(const yaml::MapReader& root, const StoryReading& reading) {
    const yaml::Node* const node = root.find("page");
    if (node == nullptr) return;
    const yaml::MapReader map(*node, story_schema::page, reading.findings);
    if (!map.is_map()) return;
    PageLayout page;
    page.paper = map.located_text("paper");
    page.all.span = map.span();
    PageReader(reading).read_inner(map, page.all);
    page.notes = all_texts(map, "notes");
    page.sources = all_texts(map, "sources");
    page.colophon = map.text("colophon");
    if (map.find("rows") != nullptr && map.find("columns") != nullptr) {
        reading.findings.add("bad-panel", map.find("columns")->span, "a page is divided into rows or into columns",
                             "put the columns into one of the rows");
    }
    constexpr std::size_t most_panels = 100;
    if (count_panels(page.all) > most_panels) {
        reading.findings.add("bad-panel", map.span(), fmt::format("a page has more than {} panels", most_panels),
                             "make several pages of it, each in a story file of its own");
        return;
    }
    if (page.all.inner.empty()) {
        reading.findings.add("bad-panel", map.span(), "a page shows nothing",
                             "give it ‘rows’ or ‘columns’ with a ‘view’ in each");
    }
    reading.story.page = std::move(page);
}

}  // namespace fabula
