// Addresses that never change, stages that follow from days, what an order has to find settled.
#include "modules/standards/draft.hpp"
#include "modules/standards/rules.hpp"

#include <gmock/gmock.h>

namespace ryadom::standards {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Clause clause(const std::string& id, int level) { return {id, "", level, {"Текст " + id, {}, {}}}; }

std::vector<std::string> addresses(const std::vector<Clause>& clauses) {
    std::vector<std::string> out;
    for (const auto& each : clauses) out.push_back(each.id + " " + each.address);
    return out;
}

Date day(std::string_view text) { return *parse_date(text); }

TEST(ClauseTest, tree_is_numbered_in_the_order_of_reading) {
    const auto numbered = number_clauses({clause("a", 1), clause("b", 2), clause("c", 2), clause("d", 3), clause("e", 1), clause("f", 2)}, {});
    ASSERT_TRUE(numbered);
    EXPECT_THAT(addresses(*numbered), ElementsAre("a 1", "b 1.1", "c 1.2", "d 1.2.1", "e 2", "f 2.1"));
}

TEST(ClauseTest, number_of_a_removed_clause_is_not_given_again) {
    const Addresses known{{"a", "1"}, {"b", "1.1"}, {"c", "1.2"}, {"e", "2"}};
    const auto numbered = number_clauses({clause("a", 1), clause("b", 2), clause("n", 2), clause("m", 1)}, known);
    ASSERT_TRUE(numbered);
    EXPECT_THAT(addresses(*numbered), ElementsAre("a 1", "b 1.1", "n 1.3", "m 3"));
}

TEST(ClauseTest, known_clause_keeps_its_parent_and_its_order) {
    const Addresses known{{"a", "1"}, {"b", "1.1"}, {"e", "2"}};
    const auto code = [](const auto& checked) { return checked ? "" : checked.error().fields.front().pointer + " " + checked.error().fields.front().code; };
    EXPECT_EQ(code(number_clauses({clause("e", 1), clause("a", 1), clause("b", 2)}, known)), "/content/clauses/1 standards.clause_moved");
    EXPECT_EQ(code(number_clauses({clause("a", 1), clause("e", 1), clause("b", 2)}, known)), "/content/clauses/2 standards.clause_moved");
    EXPECT_EQ(code(number_clauses({clause("n", 1), clause("a", 1)}, known)), "/content/clauses/1 standards.clause_moved");
    EXPECT_EQ(code(number_clauses({clause("a", 1), clause("n", 3)}, known)), "/content/clauses/1/level standards.clause_level");
}

TEST(StageTest, stage_follows_from_the_days) {
    Life life;
    const auto stage = [&](std::string_view today, std::optional<Date> next = {}, std::optional<Date> repealed = {}) {
        return stage_of(life, next, repealed, day(today));
    };
    EXPECT_EQ(stage("2026-01-01"), Stage::draft);
    life.sent_on = day("2026-01-10");
    life.comments_until = day("2026-01-24");
    EXPECT_EQ(stage("2026-01-24"), Stage::comments);
    EXPECT_EQ(stage("2026-01-25"), Stage::settling);
    life.ended_on = day("2026-01-20");
    EXPECT_EQ(stage("2026-01-20"), Stage::settling);
    life.approved_on = day("2026-02-01");
    life.in_force_from = day("2026-03-01");
    EXPECT_EQ(stage("2026-02-28"), Stage::coming);
    EXPECT_EQ(stage("2026-03-01"), Stage::in_force);
    EXPECT_EQ(stage("2026-05-31", day("2026-06-01")), Stage::in_force);
    EXPECT_EQ(stage("2026-06-01", day("2026-06-01")), Stage::superseded);
    EXPECT_EQ(stage("2026-06-01", {}, day("2026-06-01")), Stage::repealed);
    EXPECT_EQ(last_day(day("2026-06-01"), {}), day("2026-05-31"));
}

TEST(ApprovalTest, order_finds_everything_settled) {
    const OrderRequest order{{"12", day("2026-02-01")}, day("2026-03-01")};
    const auto code = [&](const Readiness& readiness, const OrderRequest& request) {
        const auto checked = check_approval(readiness, request, day("2026-02-10"));
        if (checked) return std::string();
        return checked.error().fields.empty() ? checked.error().code : checked.error().fields.front().code;
    };
    EXPECT_EQ(code({Stage::settling, 0, false, {}}, order), "");
    EXPECT_EQ(code({Stage::draft, 0, false, {}}, order), "standards.not_commented");
    EXPECT_EQ(code({Stage::comments, 0, false, {}}, order), "standards.comments_open");
    EXPECT_EQ(code({Stage::in_force, 0, false, {}}, order), "standards.approved_already");
    EXPECT_EQ(code({Stage::settling, 2, false, {}}, order), "standards.unanswered");
    EXPECT_EQ(code({Stage::settling, 0, true, {}}, order), "standards.pilot_open");
    EXPECT_EQ(code({Stage::settling, 0, false, day("2026-03-01")}, order), "standards.before_previous");
    EXPECT_EQ(code({Stage::settling, 0, false, {}}, {{"12", day("2026-02-11")}, day("2026-03-01")}), "standards.future_order");
    EXPECT_EQ(code({Stage::settling, 0, false, {}}, {{"12", day("2026-02-01")}, day("2026-01-31")}), "standards.before_order");
}

TEST(DifferenceTest, parts_are_paired_by_id) {
    Content before;
    before.title.ru = "Прогулки";
    before.kind = "household";
    before.clauses = {{"a", "1", 1, {"Ходим вместе.", {}, {}}}, {"b", "2", 1, {"Записываем.", {}, {}}}};
    practices::Statement statement;
    statement.id = "soon";
    statement.rule.days = 14;
    before.statements = {statement};
    auto after = before;
    EXPECT_THAT(difference(before, after), IsEmpty());
    after.clauses = {{"a", "1", 1, {"Ходим вдвоём.", {}, {}}}, {"c", "3", 1, {"Звоним.", {}, {}}}};
    after.statements.front().rule.days = 10;
    after.volume = practices::Text{"Раз в неделю", {}, {}};
    std::vector<std::string> said;
    for (const auto& each : difference(before, after))
        said.push_back(std::string(json::name_of(each.part)) + " " + each.id + each.address + " " + std::string(json::name_of(each.kind)));
    EXPECT_THAT(said, ElementsAre("clause a1 changed", "clause c3 added", "clause b2 removed", "volume  added", "statement soon changed"));
}

TEST(StatementTest, without_a_package_a_rule_names_nothing_of_one) {
    Content content;
    content.title.ru = "Прогулки";
    practices::Statement statement;
    statement.id = "soon";
    statement.title.ru = "Скоро";
    statement.idea.ru = "Ждать недолго.";
    statement.rule.days = 14;
    content.statements = {statement};
    EXPECT_TRUE(check_statements(content, nullptr));
    content.statements.front().rule.services = {"walk"};
    content.statements.front().rule.to = 5;
    const auto refused = check_statements(content, nullptr);
    ASSERT_FALSE(refused);
    std::vector<std::string> said;
    for (const auto& each : refused.error().fields) said.push_back(each.pointer + " " + each.code);
    EXPECT_THAT(said, testing::UnorderedElementsAre("/content/statements/0/rule/services/0 practices.ref.unknown",
                                                    "/content/statements/0/rule/to practices.field.unexpected"));
    content.statements.front().rule = {};
    content.statements.front().rule.items = {"hall"};
    content.statements.front().kind = practices::StatementKind::presence;
    const auto unfit = check_statements(content, nullptr);
    ASSERT_FALSE(unfit);
    ASSERT_EQ(unfit.error().fields.size(), 1U);
    EXPECT_EQ(unfit.error().fields.front().pointer + " " + unfit.error().fields.front().code, "/content/statements/0/kind standards.kind_of_service");
}

}  // namespace
}  // namespace ryadom::standards
