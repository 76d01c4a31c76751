#include "modules/exchange/papers.hpp"

#include "platform/core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace ryadom::exchange {
namespace {

using documents::Align;
using documents::Heading;
using documents::Indent;
using documents::KeyValues;
using documents::Paper;
using documents::PaperTable;
using documents::Paragraph;

constexpr int empty_lines = 5;

std::string written(Date date) {
    const auto [year, month, day] = parts(date);
    return fmt::format("{:02}.{:02}.{:04}", day, month, year);
}

std::string when(const Event& event) {
    if (event.starts_on == event.ends_on) return fmt::format("{}, {}–{}", written(event.starts_on), event.starts_time, event.ends_time);
    return fmt::format("{}, {} — {}, {}", written(event.starts_on), event.starts_time, written(event.ends_on), event.ends_time);
}

/// One paper as it is put together.
class Sheet {
  public:
    Sheet(const EventView& view, const i18n::Voice& voice, const std::string& kind) : view_(view), voice_(voice) {
        const auto name = say(kind);
        paper_.name = name + " " + to_string(view.event.starts_on);
        paper_.title = name + ": " + view.event.topic;
        paper_.footer = paper_.title;
        add(Heading{1, name, Align::centre});
    }

    std::string say(const std::string& key, const Arguments& arguments = {}) const { return voice_.text("exchange.paper." + key, arguments); }
    void add(documents::Block block) { paper_.blocks.push_back(std::move(block)); }
    void paragraphs(const std::string& text) {
        std::istringstream lines(text);
        for (std::string line; std::getline(lines, line);)
            if (const auto plain = trimmed(line); !plain.empty()) add(Paragraph{std::string(plain), Align::left, Indent::first_line});
    }
    void about() {
        KeyValues out{{{say("kind"), say("kind." + std::string(json::name_of(view_.event.kind)))},
                       {say("topic"), view_.event.topic},
                       {say("when"), when(view_.event)},
                       {say("place"), view_.event.place},
                       {say("host"), view_.host.title}}};
        add(std::move(out));
    }
    void programme() {
        if (view_.programme.empty()) return;
        PaperTable out{{{say("time"), 1.6}, {say("what"), 5}, {say("speaker"), 3}}, {}, {}};
        for (const auto& item : view_.programme) {
            auto time = item.starts_time + (item.ends_time ? "–" + *item.ends_time : "");
            if (view_.event.starts_on != view_.event.ends_on) time = written(item.day) + ", " + time;
            out.rows.push_back({std::move(time), item.title + shown_practices(item), item.speaker});
        }
        add(Heading{2, say("programme")});
        add(std::move(out));
    }
    void decisions() {
        PaperTable out{{{"№", 0.5, Align::right}, {say("decision"), 5}, {say("owner"), 3}, {say("due"), 1.5}}, {}, {}};
        for (const auto& each : view_.decisions)
            if (each.state != DecisionState::dropped) out.rows.push_back({std::to_string(out.rows.size() + 1), each.text, each.owner.title, written(each.due)});
        if (out.rows.empty()) return;
        add(Heading{2, say("decided")});
        add(std::move(out));
    }
    void sign(std::initializer_list<const char*> posts) {
        documents::Signatures out;
        for (const auto* post : posts) out.lines.push_back({say(post), ""});
        add(std::move(out));
    }
    Paper take() { return std::move(paper_); }

  private:
    std::string shown_practices(const ProgrammeItem& item) const {
        std::string titles;
        for (const auto& id : item.practices) {
            const auto found = std::ranges::find(view_.practices, id.uuid, &Named::id);
            if (found != view_.practices.end()) titles += (titles.empty() ? "" : "; ") + found->title;
        }
        return titles.empty() ? titles : "\n" + say("shown", {{"practices", titles}});
    }

    const EventView& view_;
    const i18n::Voice& voice_;
    Paper paper_;
};

/// The wall clock of the host. The zones of our regions do not change their clocks.
Instant instant_of(Date day, const std::string& time, const std::string& zone) {
    const auto number = [&](std::size_t at) { return (time[at] - '0') * 10 + (time[at + 1] - '0'); };
    return start_of_day(day, zone) + (number(0) * 60 + number(3)) * std::int64_t{60'000};
}

/// Who has places, and keeps them while its director is asked about another date.
std::vector<const Delegation*> expected(const EventView& view) {
    std::vector<const Delegation*> out;
    for (const auto& each : view.delegations)
        if (each.state == DelegationState::approved || each.state == DelegationState::unconfirmed) out.push_back(&each);
    return out;
}

}  // namespace

Paper invitation(const EventView& view, const i18n::Voice& voice) {
    Sheet out(view, voice, "invitation");
    out.add(Paragraph{out.say("invited", {{"host", view.host.title}}), Align::left, Indent::first_line});
    out.about();
    out.paragraphs(view.event.summary);
    out.programme();
    out.add(Paragraph{out.say("places", {{"count", std::to_string(view.event.capacity)}}), Align::left, Indent::first_line});
    out.sign({"head_of_host"});
    return out.take();
}

Paper programme_paper(const EventView& view, const i18n::Voice& voice) {
    Sheet out(view, voice, "programme");
    out.about();
    out.programme();
    return out.take();
}

Paper attendance_sheet(const EventView& view, const i18n::Voice& voice) {
    Sheet out(view, voice, "attendance");
    out.about();
    PaperTable table{{{"№", 0.5, Align::right}, {out.say("centre"), 3}, {out.say("name"), 3}, {out.say("post"), 3}, {out.say("signature"), 2}}, {}, {}};
    const auto row = [&](const std::string& centre, const std::string& name, const std::string& post) {
        table.rows.push_back({std::to_string(table.rows.size() + 1), centre, name, post, ""});
    };
    for (const auto* delegation : expected(view)) {
        if (delegation->delegates)
            for (const auto& each : *delegation->delegates) row(delegation->organisation.title, each.name, each.position);
        else
            for (int person = 0; person < delegation->people; ++person) row(delegation->organisation.title, "", "");
    }
    for (int line = 0; line < empty_lines; ++line) row("", "", "");
    out.add(std::move(table));
    out.sign({"secretary"});
    return out.take();
}

Paper protocol_paper(const EventView& view, const i18n::Voice& voice) {
    Sheet out(view, voice, "protocol");
    out.about();
    PaperTable present{{{out.say("centre"), 4}, {out.say("came"), 1, Align::right}}, {}, {}};
    int people = 0;
    for (const auto& delegation : view.delegations) {
        if (delegation.came == 0) continue;
        present.rows.push_back({delegation.organisation.title, std::to_string(delegation.came)});
        people += delegation.came;
    }
    if (!present.rows.empty()) {
        present.total = {out.say("total"), std::to_string(people)};
        out.add(Heading{2, out.say("present")});
        out.add(std::move(present));
    }
    out.programme();
    if (!view.protocol.empty()) {
        out.add(Heading{2, out.say("heard")});
        out.paragraphs(view.protocol);
    }
    out.decisions();
    out.sign({"chair", "secretary"});
    return out.take();
}

Paper trip_report(const EventView& view, const Delegation& delegation, const i18n::Voice& voice) {
    Sheet out(view, voice, "report");
    out.add(KeyValues{{{out.say("centre"), delegation.organisation.title}}});
    out.about();
    if (delegation.delegates) {
        PaperTable people{{{out.say("name"), 3}, {out.say("post"), 3}, {out.say("was_there"), 1.5}}, {}, {}};
        for (const auto& each : *delegation.delegates)
            people.rows.push_back({each.name, each.position, each.attended ? out.say(*each.attended ? "yes" : "no") : std::string("—")});
        out.add(Heading{2, out.say("delegation")});
        out.add(std::move(people));
    }
    out.programme();
    documents::List taken;
    for (const auto& pick : view.picks)
        if (pick.organisation.id == delegation.organisation.id)
            taken.items.push_back({out.say(pick.adoption ? "adopted" : "picked", {{"practice", pick.practice.title}, {"day", written(pick.picked_on)}}), {}});
    out.add(Heading{2, out.say("taken_home")});
    if (taken.items.empty()) out.add(Paragraph{out.say("nothing_taken")});
    else out.add(std::move(taken));
    out.sign({"head_of_delegation"});
    return out.take();
}

calendar::Calendar event_calendar(const EventView& view, const i18n::Voice& voice, Instant now) {
    const auto& event = view.event;
    calendar::Event out;
    out.uid = to_string(event.id) + "@ryadom";
    out.sequence = event.revision - 1;
    out.changed = now;
    out.when = calendar::Times{instant_of(event.starts_on, event.starts_time, event.zone), instant_of(event.ends_on, event.ends_time, event.zone)};
    out.summary = voice.text("exchange.paper.kind." + std::string(json::name_of(event.kind))) + ": " + event.topic;
    out.location = event.place;
    out.description = event.summary;
    for (const auto& item : view.programme)
        out.description += (out.description.empty() ? "" : "\n") + (event.starts_on == event.ends_on ? item.starts_time : written(item.day) + ", " + item.starts_time) + " — " + item.title;
    if (event.state == EventState::cancelled) out.status = calendar::Status::cancelled;
    if (event.state == EventState::proposed) out.status = calendar::Status::tentative;
    return {"event-" + to_string(event.starts_on), voice.text("exchange.paper.calendar"), {std::move(out)}};
}

}  // namespace ryadom::exchange
