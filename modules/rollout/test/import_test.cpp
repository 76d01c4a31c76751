// Orders and running practices of the past from a table, through the API.
#include "modules/rollout/test/rollout_fixture.hpp"

#include <fstream>

namespace ryadom {
std::span<const EmbeddedFile> embedded_rollout_strings();
}

namespace ryadom::rollout {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

using RolloutImportTest = RolloutTest;

TEST_P(RolloutImportTest, brings_running_practices_and_orders_of_the_past) {
    const std::string file =
        "organisation;practice;order_number;order_date;deadline;opened_on;opening_order\n"
        "suzun;org.example.walks;5;01.09.2025;31.12.2025;15.10.2025;12-од\n"
        "iskitim;org.example.walks;5;01.09.2025;31.12.2025;;\n";
    const auto client = coordinator();
    const auto checked = client.post("/api/v1/rollout/import?dry_run=true", file, {{"Content-Type", "text/csv"}});
    ASSERT_EQ(checked.status, 200) << checked.text;
    EXPECT_EQ(checked.at("written"), "false");
    EXPECT_EQ(checked.at("assignments"), "2");
    EXPECT_EQ(client.get("/api/v1/matrix").at("cells"), "[]");
    EXPECT_EQ(client.post("/api/v1/rollout/import", file, {{"Content-Type", "text/csv"}}).at("written"), "true");
    EXPECT_EQ(stage(suzun), "ready 2025-10-15");
    EXPECT_EQ(cell(iskitim).at("state/sign"), "overdue");
    EXPECT_EQ(client.post("/api/v1/rollout/import", file, {{"Content-Type", "text/csv"}}).at("assignments"), "0");
    // Recorded today: yesterday knew nothing of it.
    EXPECT_EQ(cell(suzun, "&day=2026-01-11").status, 404);
}

TEST_P(RolloutImportTest, table_that_is_loaded_again_leaves_the_past_as_it_was) {
    const std::string file =
        "organisation;practice;opened_on;opening_order\n"
        "suzun;org.example.walks;15.10.2025;12-од\n";
    const auto load = [&](const std::string& query = "") { return coordinator().post("/api/v1/rollout/import" + query, file, {{"Content-Type", "text/csv"}}); };
    EXPECT_EQ(load("?dry_run=true").at("openings"), "1");
    EXPECT_EQ(load().at("openings"), "1");
    const auto revision = [&] {
        return in_system([](db::Tx& tx) { return *tx.value<std::int64_t>("select revision from v_rollout_adoption"); });
    };
    const auto before = revision();
    on("2026-01-14");
    EXPECT_EQ(load("?dry_run=true").at("openings"), "0");
    const auto again = load();
    EXPECT_EQ(again.at("written") + again.at("openings"), "true0");
    EXPECT_EQ(stage(suzun, "&day=2026-01-13"), "ready 2025-10-15");
    EXPECT_EQ(revision(), before);
    EXPECT_EQ(in_system([](db::Tx& tx) { return *tx.value<std::int64_t>("select count(*) from v_audit_record where action = 'rollout.opened'"); }), 1);
}

TEST_P(RolloutImportTest, says_what_is_wrong_with_every_row_and_changes_nothing) {
    const auto answer = coordinator().post("/api/v1/rollout/import",
                                           "organisation;practice;order_number;order_date;deadline\nnowhere;org.example.walks;5;01.09.2025;31.12.2025\n"
                                           "suzun;org.example.none;5;31.02.2025;31.12.2025\nsuzun;org.example.walks;5;01.09.2025;31.12.2025\n",
                                           {{"Content-Type", "text/csv"}});
    EXPECT_EQ(answer.at("written"), "false");
    const auto error = [&](const std::string& at) { return answer.at(at + "/line") + " " + answer.at(at + "/column") + " " + answer.at(at + "/code"); };
    EXPECT_EQ(error("errors/0"), "2 Код учреждения rollout.import.unknown_organisation");
    EXPECT_EQ(error("errors/1"), "3 Код практики rollout.import.unknown_practice");
    EXPECT_EQ(error("errors/2"), "3 Дата приказа csv.no_day");
    EXPECT_EQ(error("errors/3"), "  ");
    EXPECT_THAT(answer.at("marked_rows"), HasSubstr("\"suzun\";\"org.example.walks\";\"5\";\"01.09.2025\";\"31.12.2025\";\"4\";\"\"\r\n"));
    EXPECT_THAT(answer.at("marked_rows"), HasSubstr("\"3\";\"Код практики: Практики «org.example.none» нет: нужны код или название; Дата приказа: «31.02.2025» — не дата. "));
    EXPECT_EQ(coordinator().get("/api/v1/campaigns").at("items"), "[]");
}

TEST_P(RolloutImportTest, refuses_a_deadline_before_its_order_and_a_number_that_is_taken) {
    order("2026-04-30", {suzun});  // 17-п of 12.01.2026
    const auto load = [&](const std::string& rows) {
        return coordinator().post("/api/v1/rollout/import?dry_run=true", "organisation;practice;order_number;order_date;deadline\n" + rows, {{"Content-Type", "text/csv"}});
    };
    const auto late = load("suzun;org.example.walks;5;01.09.2025;31.08.2025\n");
    EXPECT_EQ(late.at("errors/0/column") + " " + late.at("errors/0/code"), "Срок rollout.deadline_before_order");
    EXPECT_EQ(load("iskitim;org.example.walks;17-п;10.01.2026;31.12.2026\n").at("errors/0/code"), "rollout.number_taken");
    EXPECT_EQ(load("iskitim;org.example.walks;17-п;12.01.2026;31.12.2026\n").at("errors"), "[]") << "the order itself takes more centres";
    EXPECT_EQ(load("suzun;org.example.walks;5;01.09.2025;31.12.2025\niskitim;org.example.walks;5;02.09.2025;31.12.2025\n").at("errors/0/line"), "3");
}

TEST_P(RolloutImportTest, is_read_under_the_headings_of_every_language_with_names_and_short_years) {
    const auto load = [&](const std::string& table) {
        return coordinator().post("/api/v1/rollout/import?dry_run=true", table, {{"Content-Type", "text/csv"}});
    };
    const auto openings = [&](const std::string& table) { return load(table).at("openings"); };
    EXPECT_EQ(openings("Код учреждения;Код практики;Открыто\nSUZUN;org.example.walks;15.10.25\n"), "1");
    EXPECT_EQ(openings("Мекеме коды;Тәжірибе коды;Ашылған күні\nsuzun;org.example.walks;15.10.25\n"), "1");
    EXPECT_EQ(openings("Code of the organisation,Code of the practice,Opened on\nsuzun,org.example.walks,15.10.25\n"), "1");
    EXPECT_EQ(load("organisation;practice;opened_on\nsuzun;org.example.walks;15.10.75\n").at("openings"), "1") << "of the last century";
    EXPECT_EQ(load("organisation;practice;opened_on\nsuzun;org.example.walks;15.10.27\n").at("errors/0/code"), "rollout.future_day");
}

TEST_P(RolloutImportTest, of_what_is_no_such_table_is_refused_as_a_whole) {
    const auto load = [&](const std::string& table) {
        return coordinator().post("/api/v1/rollout/import", table, {{"Content-Type", "text/csv"}});
    };
    EXPECT_THAT(load("organisation;colour\nsuzun;red\n").errors(), ElementsAre("/header csv.missing_column", "/header csv.unknown_column"));
    EXPECT_EQ(load("organisation;practice\n").code(), "csv.empty_table");
    std::string many = "organisation;practice;opened_on\n";
    for (int i = 0; i <= 1000; ++i) many += "suzun;org.example.walks;15.10.2025\n";
    EXPECT_EQ(load(many).code(), "csv.too_many_rows");
}

TEST_P(RolloutImportTest, names_what_is_missing_beside_what_cannot_be_read) {
    const auto answer = coordinator().post("/api/v1/rollout/import", "organisation;practice;order_number;order_date;deadline;wave;opened_on\n"
                                                                     "suzun;org.example.walks;;31.02.2025;;101;\n;org.example.walks;;;;;\n", {{"Content-Type", "text/csv"}});
    std::vector<std::string> found;
    for (int i = 0; !answer.at("errors/" + std::to_string(i) + "/line").empty(); ++i)
        found.push_back(answer.at("errors/" + std::to_string(i) + "/column") + " " + answer.at("errors/" + std::to_string(i) + "/code"));
    EXPECT_THAT(found, ElementsAre("Дата приказа csv.no_day", "Волна core.too_large", "Номер приказа core.required", "Срок core.required",
                                              "Код учреждения core.required", "Открыто rollout.import.says_nothing"));
}

TEST(rollout_import_columns, have_the_titles_of_the_screens) {
    i18n::Catalogue texts;
    texts.add(embedded_rollout_strings());
    for (const auto& [language, name] : names(json::Type<i18n::Language>{})) {
        std::ifstream file(RYADOM_SOURCE_DIR "/web/src/features/rollout/strings/" + std::string(name) + ".json");
        const auto shown = json::parse(std::string(std::istreambuf_iterator<char>(file), {})).value();
        int count = 0;
        for (const auto& [key, text] : *shown.as<json::Object>())
            if (key.starts_with("rollout.import.column.")) {
                EXPECT_EQ(*text.as<std::string>(), texts.text(language, key));
                ++count;
            }
        EXPECT_EQ(count, 9);
    }
}

RYADOM_BOTH_ENGINES(RolloutImportTest);

}  // namespace
}  // namespace ryadom::rollout
