// why_text: the statements that pin an event.
#include <fmt/format.h>

#include "times_report.hpp"

namespace fabula::cli {

namespace {

std::string place_of(const TimeReason& reason, const Sources& sources) {
    if (reason.span.line == 0) return {};
    return fmt::format("{}:{}:{}: ", sources.name(reason.span.source), reason.span.line, reason.span.column);
}

std::string words_of(const TimeReason& reason) {
    switch (reason.kind) {
        case TimeReason::Kind::stated:
            return reason.written.empty() ? reason.meaning : fmt::format("{} puts {}", reason.written, reason.meaning);
        case TimeReason::Kind::soft:
            return fmt::format("{} would best have {}", reason.written.empty() ? "a soft statement" : reason.written,
                               reason.meaning);
        case TimeReason::Kind::section:
            return reason.meaning;
        case TimeReason::Kind::granted:
            break;
    }
    return "taken for granted: " + reason.meaning;
}

std::string list(const std::string& title, const std::vector<TimeReason>& reasons, const Sources& sources) {
    std::string text = title + '\n';
    for (const TimeReason& reason : reasons)
        text += fmt::format("  {}{}\n", place_of(reason, sources), words_of(reason));
    return text;
}

}  // namespace

std::string why_text(const TimesReport& report, EventIndex event, const TimeExplanation& explanation) {
    const Moment& start = report.timetable.events[event].start;
    const std::string title = report.story.events()[event].title;
    const auto [earliest, when, latest] = format_start(report.timetable, event);
    std::string text = fmt::format("{}{}: {}, {}\n", report.story.events()[event].id, title.empty() ? "" : ", " + title,
                                   when, certainty_word(report.timetable.events[event].certainty));
    if (const std::string ages = ages_text(report, event); !ages.empty()) text += "ages: " + ages + '\n';
    const Sources& sources = report.story.sources();
    if (!explanation.earliest.empty())
        text += list(earliest.empty() ? "not earlier, because" : fmt::format("not before {}, because", earliest),
                     explanation.earliest, sources);
    if (!explanation.latest.empty())
        text += list(latest.empty() ? "not later, because" : fmt::format("not after {}, because", latest),
                     explanation.latest, sources);
    if (!explanation.drawn.empty())
        text += list(fmt::format("drawn at {}, also because", when), explanation.drawn, sources);
    if (explanation.earliest.empty() && explanation.latest.empty())
        text += "nothing says when: it is drawn among its neighbours\n";
    for (const SetAside& said : report.timetable.set_aside_of(SetAside::Kind::event, event)) {
        text +=
            fmt::format("set aside, for it cannot be true together with the rest: {}\n", set_aside_text(report, said));
    }
    if (start.earliest < start.latest) text += "what they leave open is shared out evenly among the events between\n";
    return text;
}

}  // namespace fabula::cli
