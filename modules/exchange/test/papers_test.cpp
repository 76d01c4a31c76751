// The papers of an event and its entry for calendars: what they say, and to whom.
#include "modules/exchange/papers.hpp"

#include "modules/exchange/test/exchange_fixture.hpp"

namespace ryadom::exchange {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

/// The words of a paper, a line each; of a table its rows.
std::string words(const documents::Paper& paper) {
    std::string out;
    const auto line = [&](const std::vector<std::string>& cells) {
        std::string all;
        for (const auto& cell : cells) all += (all.empty() ? "" : " | ") + cell;
        out += all + "\n";
    };
    for (const auto& block : paper.blocks) {
        if (const auto* heading = std::get_if<documents::Heading>(&block)) line({heading->text});
        if (const auto* paragraph = std::get_if<documents::Paragraph>(&block)) line({paragraph->text});
        if (const auto* list = std::get_if<documents::List>(&block))
            for (const auto& item : list->items) line({item.text});
        if (const auto* values = std::get_if<documents::KeyValues>(&block))
            for (const auto& [name, value] : values->pairs) line({name, value});
        if (const auto* table = std::get_if<documents::PaperTable>(&block)) {
            for (const auto& row : table->rows) line(row);
            if (!table->total.empty()) line(table->total);
        }
    }
    return out;
}

EventView meeting() {
    EventView view;
    view.event.topic = "Школа ухода";
    view.event.kind = EventKind::zonal_meeting;
    view.event.starts_on = view.event.ends_on = *parse_date("2026-03-10");
    view.event.starts_time = "10:00";
    view.event.ends_time = "16:30";
    view.event.zone = "Asia/Novosibirsk";
    view.event.place = "г. Искитим";
    view.event.state = EventState::announced;
    view.event.revision = 3;
    view.host.title = "Искитимский центр";
    view.programme.push_back({view.event.starts_on, "10:30", "11:00", "Показ комнаты", "Иванова Е. П.", {}});
    Delegation guests;
    guests.organisation.title = "Сузунский центр";
    guests.state = DelegationState::approved;
    guests.people = 2;
    guests.came = 1;
    view.delegations.push_back(guests);
    view.protocol = "Обсудили комнату.\n\nОдобрили.";
    Decision decision;
    decision.text = "Открыть школу";
    decision.owner.title = "Сузунский центр";
    decision.due = *parse_date("2026-06-01");
    view.decisions.push_back(decision);
    return view;
}

class PapersTest : public ::testing::Test {
  protected:
    PapersTest() { texts.add(module({}).strings); }
    i18n::Catalogue texts;
    i18n::Voice voice{&texts, i18n::Language::ru};
};

TEST_F(PapersTest, invitation_says_what_where_and_when) {
    EXPECT_THAT(words(invitation(meeting(), voice)),
                AllOf(StartsWith("Приглашение\nИскитимский центр приглашает"), HasSubstr("Когда | 10.03.2026, 10:00–16:30\n"), HasSubstr("10:30–11:00 | Показ комнаты | Иванова Е. П.\n")));
}

TEST_F(PapersTest, attendance_sheet_has_a_line_for_everybody_and_names_only_for_those_who_may_see_them) {
    auto view = meeting();
    EXPECT_THAT(words(attendance_sheet(view, voice)), AllOf(HasSubstr("\n2 | Сузунский центр |  |  | \n3 |  |"), HasSubstr("\n7 | "), Not(HasSubstr("\n8 | "))));
    view.delegations.front().delegates = {{{{}, "Петров П. П.", "директор", std::nullopt}}};
    EXPECT_THAT(words(attendance_sheet(view, voice)), HasSubstr("1 | Сузунский центр | Петров П. П. | директор | \n"));
}

TEST_F(PapersTest, protocol_holds_who_came_what_was_heard_and_decided) {
    EXPECT_THAT(words(protocol_paper(meeting(), voice)),
                AllOf(HasSubstr("Присутствовали\nСузунский центр | 1\nВсего | 1\n"), HasSubstr("Слушали\nОбсудили комнату.\nОдобрили.\n"),
                      HasSubstr("Решили\n1 | Открыть школу | Сузунский центр | 01.06.2026\n")));
}

TEST_F(PapersTest, attendance_sheet_expects_who_keeps_its_places_and_nobody_else) {
    auto view = meeting();
    view.delegations.front().state = DelegationState::unconfirmed;
    EXPECT_THAT(words(attendance_sheet(view, voice)), HasSubstr("\n2 | Сузунский центр |"));
    for (const auto state : {DelegationState::proposed, DelegationState::waiting, DelegationState::withdrawn}) {
        view.delegations.front().state = state;
        EXPECT_THAT(words(attendance_sheet(view, voice)), Not(HasSubstr("Сузунский центр")));
    }
}

TEST_F(PapersTest, protocol_counts_who_was_there_whatever_was_approved_and_leaves_out_what_was_dropped) {
    auto view = meeting();
    auto missing = view.delegations.front();
    missing.organisation.title = "Кочковский центр";
    missing.came = 0;
    view.delegations.front().state = DelegationState::waiting;
    view.delegations.push_back(missing);
    auto dropped = view.decisions.front();
    dropped.text = "Снятое";
    dropped.state = DecisionState::dropped;
    view.decisions.insert(view.decisions.begin(), dropped);
    EXPECT_THAT(words(protocol_paper(view, voice)), AllOf(HasSubstr("Присутствовали\nСузунский центр | 1\nВсего | 1\n"), Not(HasSubstr("Кочковский")),
                                                          HasSubstr("Решили\n1 | Открыть школу |"), Not(HasSubstr("Снятое"))));
    view.decisions.pop_back();
    EXPECT_THAT(words(protocol_paper(view, voice)), Not(HasSubstr("Решили")));
}

TEST_F(PapersTest, trip_report_says_what_is_taken_home) {
    auto view = meeting();
    EXPECT_THAT(words(trip_report(view, view.delegations.front(), voice)), HasSubstr("Что берём к себе\nПока ничего не выбрано.\n"));
    Pick pick;
    pick.organisation = view.delegations.front().organisation;
    pick.practice.title = "Прогулки";
    pick.picked_on = *parse_date("2026-03-11");
    view.picks.push_back(pick);
    EXPECT_THAT(words(trip_report(view, view.delegations.front(), voice)), HasSubstr("Прогулки — выбрано 11.03.2026\n"));
}

TEST_F(PapersTest, calendar_has_the_wall_clock_of_the_host_and_says_what_was_cancelled) {
    auto view = meeting();
    auto event = event_calendar(view, voice, Instant{}).events.front();
    EXPECT_EQ(to_string(std::get<calendar::Times>(event.when).start), "2026-03-10T03:00:00.000Z");
    EXPECT_EQ(to_string(std::get<calendar::Times>(event.when).end), "2026-03-10T09:30:00.000Z");
    EXPECT_EQ(event.sequence, 2);
    EXPECT_EQ(event.status, calendar::Status::confirmed);
    view.event.state = EventState::cancelled;
    EXPECT_EQ(event_calendar(view, voice, Instant{}).events.front().status, calendar::Status::cancelled);
}

using PapersHttpTest = ExchangeTest;

TEST_P(PapersHttpTest, event_is_printed_and_its_report_only_for_those_who_see_the_names) {
    const auto event = announce();
    ASSERT_EQ(sign_up(event, suzun, 2).status, 201);
    const auto path = delegation_path(event, "suzun");
    ASSERT_EQ(director(suzun).post(path + "/approve", "{}").status, 200);
    for (const auto* paper : {"invitation", "programme", "attendance", "protocol"}) {
        const auto answer = director(iskitim).get(event + "/papers/" + paper);
        EXPECT_EQ(answer.header("content-type"), "application/pdf") << paper;
        EXPECT_THAT(answer.text, StartsWith("%PDF-")) << paper;
    }
    const auto report = event + "/papers/report?delegation=" + path.substr(path.rfind('/') + 1);
    EXPECT_THAT(director(suzun).get(report).text, StartsWith("%PDF-"));
    EXPECT_EQ(director(iskitim).get(report).status, 404);
    EXPECT_THAT(director(iskitim).get(event + "/calendar").text, AllOf(StartsWith("BEGIN:VCALENDAR\r\n"), HasSubstr("METHOD:PUBLISH\r\n")));
}

RYADOM_BOTH_ENGINES(PapersHttpTest);

}  // namespace
}  // namespace ryadom::exchange
