// The lists of the rollout as files: the words of the screens, the scope of the caller, a trace in the log.
#include "modules/rollout/order_paper.hpp"
#include "modules/rollout/test/rollout_fixture.hpp"
#include "platform/documents/table.hpp"

namespace ryadom::rollout {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class ExportTest : public RolloutTest {
  protected:
    std::string csv(const Client& client, const std::string& path) {
        const auto answer = client.get("/api/v1/" + path + (path.find('?') == std::string::npos ? "?" : "&") + "format=csv");
        EXPECT_EQ(answer.status, 200) << answer.text;
        EXPECT_THAT(client.get("/api/v1/" + path).text, StartsWith("PK")) << "as a workbook";
        return answer.text;
    }
    std::string facts_of(const Place& place) const { return "matrix/cell/facts/export?organisation=" + place.id + "&practice=" + practice; }
    std::int64_t logged(const std::string& action) {
        return in_system([&](db::Tx& tx) { return *tx.value<std::int64_t>("select count(*) from v_audit_record where action = $1", action); });
    }
};

TEST_P(ExportTest, matrix_leaves_with_its_totals) {
    order("2026-04-30", {suzun});
    const auto table = csv(coordinator(), "matrix/export");
    EXPECT_THAT(table, StartsWith("\xEF\xBB\xBF"));
    EXPECT_THAT(table, HasSubstr(R"("Центр";"Прогулки";"Внедрено")"));
    EXPECT_THAT(table, HasSubstr(R"("suzun";"○ назначено, 12.01.2026, срок 30.04.2026";"0")"));
    EXPECT_THAT(table, ::testing::EndsWith("\"Внедрено\";\"0\";\"0\"\r\n"));
    EXPECT_EQ(coordinator().get("/api/v1/matrix/export").header("content-disposition"),
              "attachment; filename*=UTF-8''%D0%9C%D0%B0%D1%82%D1%80%D0%B8%D1%86%D0%B0%20%D0%B2%D0%BD%D0%B5%D0%B4%D1%80%D0%B5%D0%BD%D0%B8%D1%8F%2012.01.2026.xlsx");
    EXPECT_THAT(coordinator().get("/api/v1/matrix/export?format=pdf").text, StartsWith("%PDF-"));
    EXPECT_EQ(coordinator().get("/api/v1/matrix/export?format=ods").status, 422);
    EXPECT_EQ(coordinator().get("/api/v1/matrix?format=csv").status, 422) << "a list is a list";
}

TEST_P(ExportTest, adoptions_leave_with_their_stages) {
    order("2026-04-30", {suzun, iskitim});
    adopt(suzun);
    const auto all = csv(director(iskitim), "adoptions/export");
    EXPECT_THAT(all, HasSubstr(R"("suzun";"Прогулки";"версия выбрана";"2026-01-12";"ещё не готовится";"оказывается";"2026-04-30";)"));
    EXPECT_THAT(all, Not(HasSubstr("iskitim"))) << "what is only assigned is not run yet";
    const auto third = add("third", "centre", region.id);
    adopt(third);
    EXPECT_THAT(csv(director(iskitim), "adoptions/export"), HasSubstr(R"("third";"Прогулки";"версия выбрана";"2026-01-12";"срок не задан";"";"";)"));
    EXPECT_THAT(csv(director(iskitim), "adoptions/export?organisation=" + iskitim.id), Not(HasSubstr("suzun")));
}

TEST_P(ExportTest, what_wants_attention_leaves_in_words) {
    order("2026-01-20", {suzun});
    on("2026-01-26");
    EXPECT_THAT(csv(coordinator(), "attention/export"), HasSubstr(R"("suzun";"Прогулки";"просрочено";"Просрочено на 6 дней";"2026-01-21";"назначено";"2026-01-20";)"));
    EXPECT_EQ(director(suzun).get("/api/v1/attention/export").status, 403);
}

TEST_P(ExportTest, readiness_leaves_with_gaps_and_cost) {
    hire(suzun);
    furnish(suzun);
    const auto path = "practices/" + practice + "/who-could-start/export";
    const auto table = csv(coordinator(), path);
    EXPECT_THAT(table, HasSubstr(R"("suzun";"да";"0";"";"1";"20000,00";"0";"")"));
    EXPECT_THAT(table, HasSubstr(R"("iskitim";"нет";"2";"Проводник: Не хватает 0,5 ставки; Зал: Нет подходящего помещения";"1";"20000,00";)"));
    EXPECT_EQ(director(suzun).get("/api/v1/" + path).status, 404);
}

TEST_P(ExportTest, assignments_leave_with_their_exemptions_and_a_draft_is_not_there) {
    const auto campaign = order("2026-04-30", {suzun});
    const auto client = coordinator();
    const auto assignment = client.get("/api/v1/campaigns/" + campaign + "/assignments").at("items/0/id");
    client.post("/api/v1/assignments/" + assignment + "/exempt", R"({"reason":"=Ремонт"})");
    EXPECT_THAT(csv(director(iskitim), "campaigns/" + campaign + "/assignments/export"),
                HasSubstr(R"("suzun";"Прогулки";"1";"2026-04-30";"оказывается";"назначено";"срок не задан";"";"2026-01-12";"'=Ремонт")"));
    const auto draft = client.post("/api/v1/campaigns", R"({"number":"1","title":"О практиках","text":"Текст"})").at("id");
    EXPECT_EQ(client.get("/api/v1/campaigns/" + draft + "/assignments/export").status, 200);
    EXPECT_EQ(director(suzun).get("/api/v1/campaigns/" + draft + "/assignments/export").status, 404);
}

TEST_P(ExportTest, an_order_is_printed_to_be_signed_and_its_draft_only_for_those_who_draft) {
    const auto campaign = order("2026-04-30", {suzun});
    const auto paper = director(iskitim).get("/api/v1/campaigns/" + campaign + "/paper");
    EXPECT_EQ(paper.header("content-type"), "application/pdf");
    EXPECT_THAT(paper.text, StartsWith("%PDF-"));
    const auto client = coordinator();
    const auto draft = client.post("/api/v1/campaigns", R"({"number":"1","title":"О практиках","text":"Текст"})").at("id");
    EXPECT_THAT(client.get("/api/v1/campaigns/" + draft + "/paper").text, StartsWith("%PDF-"));
    EXPECT_EQ(director(suzun).get("/api/v1/campaigns/" + draft + "/paper").status, 404);
}

TEST_P(ExportTest, a_long_order_is_printed_with_its_first_rows_and_says_so) {
    const auto printed = [&](std::size_t rows) {
        const std::vector<NamedAssignment> items(rows, NamedAssignment{"suzun", "Прогулки", {}, {}});
        std::pair<std::size_t, bool> out;
        const auto paper = order_paper({texts(), i18n::Language::ru}, {}, items);
        for (const auto& block : paper.blocks) {
            if (const auto* table = std::get_if<documents::PaperTable>(&block)) out.first = table->rows.size();
            if (const auto* text = std::get_if<documents::Paragraph>(&block)) out.second |= text->text.find("001") != std::string::npos;
        }
        return out;
    };
    EXPECT_EQ(printed(documents::longest_print), std::pair(documents::longest_print, false));
    EXPECT_EQ(printed(documents::longest_print + 1), std::pair(documents::longest_print, true));
}

TEST_P(ExportTest, facts_of_a_cell_leave_with_names_only_for_those_who_have_the_right) {
    make_ready(suzun);
    on("2026-01-15");
    facts(suzun, "2026-01-14", 2);
    fact(suzun, "2026-01-15", R"("unnamed_count":7)");
    feed->catch_up();
    const auto own = csv(director(suzun), facts_of(suzun));
    EXPECT_THAT(own, HasSubstr("\"2026-01-14\";\"Прогулка\";\"Иванова Е.\";\"ж\";"));
    EXPECT_THAT(own, HasSubstr("\"2026-01-15\";\"Прогулка\";\"\";\"\";\"\";\"7\";\"30\";\"в центре\""));
    const auto regional = csv(coordinator(), facts_of(suzun));
    EXPECT_THAT(regional, AllOf(HasSubstr("\"Прогулка\";\"\";\"ж\";"), Not(HasSubstr("Иванова"))));
    EXPECT_EQ(logged("rollout.facts_exported"), 6) << "each file, and whose names stand in the director's two";
    EXPECT_EQ(director(iskitim).get("/api/v1/" + facts_of(suzun)).status, 404);
    EXPECT_EQ(logged("rollout.facts_exported"), 6);
    EXPECT_THAT(csv(director(suzun), facts_of(suzun) + "&from=2026-01-15"), Not(HasSubstr("2026-01-14")));
}

TEST_P(ExportTest, more_facts_than_a_page_leave_whole) {
    make_ready(suzun);
    on("2026-01-15");
    facts(suzun, "2026-01-14", 1);
    const auto model = in_system([](db::Tx& tx) { return *tx.value<std::int64_t>("select max(number) from v_ledger_fact"); });
    const auto copied = database().write_now(db::Caller::system(), [=](db::Tx& tx) {
        const auto person = *tx.value<std::int64_t>("select person from v_ledger_fact where number = $1", model);
        const auto service_number = *tx.value<std::int64_t>("select service from v_ledger_fact where number = $1", model);
        const auto home = *tx.value<std::int64_t>("select home_provider from v_ledger_fact where number = $1", model);
        const auto practice_number = *tx.value<std::int64_t>("select practice from v_ledger_fact where number = $1", model);
        const auto version = *tx.value<std::int64_t>("select practice_version from v_ledger_fact where number = $1", model);
        for (int i = 0; i < 2100; ++i) {
            ledger::StoredFact row;
            row.id = tx.make_id<ledger::Fact>();
            row.person = person;
            row.service = service_number;
            row.performed_on = *parse_date("2026-01-13");
            row.minutes = 10;
            row.home_provider = row.performer_provider = home;
            row.practice = practice_number;
            row.practice_version = version;
            row.source = "test";
            row.recorded_at = tx.now();
            row.recorded_on = *parse_date("2026-01-15");
            ledger::append(tx, row);
        }
    });
    ASSERT_TRUE(copied);
    feed->catch_up();
    const auto table = csv(coordinator(), facts_of(suzun));
    EXPECT_EQ(std::ranges::count(table, '\n'), 1 + 2101);
    EXPECT_EQ(std::ranges::count(csv(coordinator(), "facts/export?from=2026-01-13"), '\n'), 1 + 2101);
}

TEST_P(ExportTest, names_behind_a_cell_leave_a_trace_on_screen_too) {
    make_ready(suzun);
    on("2026-01-15");
    facts(suzun, "2026-01-14", 1);
    const auto path = "/api/v1/matrix/cell/facts?organisation=" + suzun.id + "&practice=" + practice;
    EXPECT_EQ(coordinator().get(path).at("items/0/name"), "");
    EXPECT_EQ(logged("ledger.facts_seen"), 0);
    EXPECT_NE(director(suzun).get(path).at("items/0/name"), "");
    EXPECT_EQ(logged("ledger.facts_seen"), 1);
}

RYADOM_BOTH_ENGINES(ExportTest);

}  // namespace
}  // namespace ryadom::rollout
