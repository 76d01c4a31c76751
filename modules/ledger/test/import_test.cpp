#include "modules/ledger/import_store.hpp"
#include "modules/ledger/test/ledger_fixture.hpp"
#include "platform/csv/csv.hpp"

namespace ryadom::ledger {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

class ImportTest : public LedgerTest {
  protected:
    testing::Answer send(const std::string& table, const std::string& query = "", Role role = Role::desk) {
        return sign_in(role, suzun.number).post("/api/v1/facts/import?organisation=" + suzun.id + query, table, {{"Content-Type", "text/csv"}});
    }

    testing::Answer wait(const std::string& id) {
        const auto desk = sign_in(Role::desk, suzun.number);
        testing::Answer answer;
        for (int i = 0; i < 20'000; ++i) {
            answer = desk.get("/api/v1/imports/" + id);
            if (answer.at("state") != "queued" && answer.at("state") != "running") break;
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        return answer;
    }

    testing::Answer import(const std::string& table, const std::string& query = "") {
        const auto begun = send(table, query);
        EXPECT_EQ(begun.status, 201) << begun.text;
        return wait(begun.at("id"));
    }

    static std::string counts(const testing::Answer& answer) {
        return answer.at("state") + ": " + answer.at("added") + " added, " + answer.at("repeated") + " repeated, " + answer.at("failed") + " failed, " +
               answer.at("persons_added") + " persons";
    }

    std::int64_t facts() {
        return in_system([](db::Tx& tx) { return *tx.value<std::int64_t>("select count(*) from v_ledger_fact"); });
    }
};

const std::string header = "Внешний номер;Услуга;Дата;Минуты;Способ;Фамилия;Имя;Отчество;Дата рождения;Пол;СНИЛС\n";
const std::string two_rows =
    "1;household.01;20.11.2026;30;центр;Иванова;Елена;Петровна;08.03.1950;ж;112-233-445 95\n"
    "2;household.01;21.11.2026;45;на дому;Иванова;Елена;Петровна;08.03.1950;ж;112-233-445 95\n";

TEST_P(ImportTest, rows_become_facts_and_register_their_person_once) {
    EXPECT_EQ(counts(import(header + two_rows)), "done: 2 added, 0 repeated, 0 failed, 1 persons");
    const auto list = sign_in(Role::desk, suzun.number).get("/api/v1/facts");
    EXPECT_EQ(list.at("items/0/person/name"), "Иванова Е. П.");
    EXPECT_EQ(list.at("items/0/channel"), "home");
    EXPECT_EQ(list.at("items/0/external_id"), "2");
    EXPECT_EQ(list.at("items/0/source"), "import");
    EXPECT_EQ(list.at("items/0/person/id"), list.at("items/1/person/id"));
}

TEST_P(ImportTest, same_file_again_adds_nothing) {
    import(header + two_rows);
    EXPECT_EQ(counts(import(header + two_rows)), "done: 0 added, 2 repeated, 0 failed, 0 persons");
    EXPECT_EQ(facts(), 2);
}

TEST_P(ImportTest, number_with_something_else_in_it_finds_nobody) {
    import(header + two_rows);
    const std::string row = "3;household.01;21.11.2026;45;центр;;;;;;112-233-445 95";
    EXPECT_EQ(counts(import(header + row + "\n")), "done: 1 added, 0 repeated, 0 failed, 0 persons");
    EXPECT_EQ(counts(import(header + row + "?\n")), "done: 0 added, 0 repeated, 1 failed, 0 persons");
}

TEST_P(ImportTest, wrong_number_is_named_and_an_unknown_one_asks_for_the_person) {
    const auto answer = import(header + "1;household.01;20.11.2026;30;центр;;;;;;112-233-445 96\n"
                                        "2;household.01;20.11.2026;30;центр;;;;;;112-233-445 95\n");
    const auto text = csv::to_utf8(sign_in(Role::desk, suzun.number).get("/api/v1/imports/" + answer.at("id") + "/errors").text).value();
    EXPECT_THAT(text, HasSubstr("СНИЛС: Ошибка в СНИЛС: 11 цифр"));
    EXPECT_THAT(text, HasSubstr("СНИЛС: человека с таким номером в вашем центре нет"));
    EXPECT_THAT(text, Not(HasSubstr("Фамилия: ")));
}

TEST_P(ImportTest, service_is_known_by_its_title_too) {
    const auto title = in_system([](db::Tx& tx) { return catalogue::title_in(catalogue::find_service(tx, "household.01")->service.titles, i18n::Language::ru); });
    const std::string row = ";20.11.2026;30;в стационаре;Иванова;Елена;Петровна;8.3.50;ж;112-233-445 95\n";
    EXPECT_EQ(counts(import(header + "1;" + title + row)), "done: 1 added, 0 repeated, 0 failed, 1 persons");
    EXPECT_EQ(counts(import(header + "2;нет такой услуги" + row)), "done: 0 added, 0 repeated, 1 failed, 0 persons");
    EXPECT_EQ(sign_in(Role::desk, suzun.number).get("/api/v1/facts").at("items/0/channel"), "residential");
}

TEST_P(ImportTest, number_that_stands_with_another_fact_is_no_repetition) {
    import(header + two_rows);
    const auto other = [&](const std::string& from, const std::string& to) {
        auto row = two_rows.substr(0, two_rows.find('\n') + 1);
        row.replace(row.find(from), from.size(), to);
        return import(header + row);
    };
    EXPECT_EQ(counts(other("20.11.2026", "19.11.2026")), "done: 0 added, 0 repeated, 1 failed, 0 persons");
    EXPECT_EQ(counts(other("household.01", "household.02")), "done: 0 added, 0 repeated, 1 failed, 0 persons");
    const auto person = other("112-233-445 95", "990-123-456 07");
    EXPECT_EQ(counts(person), "done: 0 added, 0 repeated, 1 failed, 0 persons");
    EXPECT_THAT(csv::to_utf8(sign_in(Role::desk, suzun.number).get("/api/v1/imports/" + person.at("id") + "/errors").text).value(),
                HasSubstr("Внешний номер: этот номер уже записан с другим человеком"));
    EXPECT_EQ(counts(other("30;", "45;")), "done: 0 added, 1 repeated, 0 failed, 0 persons");
    EXPECT_EQ(facts(), 2);
}

TEST_P(ImportTest, row_whose_fact_was_taken_back_is_recorded_anew) {
    import(header + two_rows);
    const auto desk = sign_in(Role::desk, suzun.number);
    const auto second = desk.get("/api/v1/facts").at("items/0/id");
    ASSERT_EQ(desk.post("/api/v1/facts/" + second + "/reverse", R"({"reason":"не те минуты"})").status, 201);
    auto mended = two_rows;
    mended.replace(mended.find("45;"), 2, "40");
    EXPECT_EQ(counts(import(header + mended)), "done: 1 added, 1 repeated, 0 failed, 0 persons");
    EXPECT_EQ(counts(import(header + mended)), "done: 0 added, 2 repeated, 0 failed, 0 persons");
}

TEST_P(ImportTest, person_without_a_number_is_known_by_name_and_birth) {
    const std::string table = "Услуга;Дата;Минуты;Способ;Фамилия;Имя;Дата рождения;Пол\n"
                              "household.01;20.11.2026;30;центр;Петров;Иван;01.02.1945;м\n"
                              "household.01;21.11.2026;30;центр;ПЕТРОВ;иван;1945-02-01;муж\n";
    EXPECT_EQ(counts(import(table)), "done: 2 added, 0 repeated, 0 failed, 1 persons");
}

TEST_P(ImportTest, dry_run_says_what_would_be_and_records_nothing) {
    const auto answer = import(header + two_rows + "3;household.99;21.11.2026;45;центр;;;;;;\n", "&dry_run=true");
    EXPECT_EQ(counts(answer), "done: 2 added, 0 repeated, 1 failed, 2 persons");
    EXPECT_EQ(answer.at("mode"), "dry_run");
    EXPECT_EQ(facts(), 0);
}

TEST_P(ImportTest, cp1251_is_read) {
    // "Услуга;Дата;Минуты;Способ;Фамилия;Имя;Дата рождения;Пол" and a row, as a Russian spreadsheet saves them
    const std::string table =
        "\xD3\xF1\xEB\xF3\xE3\xE0;\xC4\xE0\xF2\xE0;\xCC\xE8\xED\xF3\xF2\xFB;\xD1\xEF\xEE\xF1\xEE\xE1;\xD4\xE0\xEC\xE8\xEB\xE8\xFF;\xC8\xEC\xFF;"
        "\xC4\xE0\xF2\xE0 \xF0\xEE\xE6\xE4\xE5\xED\xE8\xFF;\xCF\xEE\xEB\r\n"
        "household.01;20.11.2026;30;\xF6\xE5\xED\xF2\xF0;\xC8\xE2\xE0\xED\xEE\xE2;\xCF\xB8\xF2\xF0;01.02.1945;\xEC\r\n";
    EXPECT_EQ(counts(import(table)), "done: 1 added, 0 repeated, 0 failed, 1 persons");
    EXPECT_EQ(sign_in(Role::desk, suzun.number).get("/api/v1/facts").at("items/0/person/name"), "Иванов П.");
}

TEST_P(ImportTest, bad_rows_come_back_with_line_and_reason_and_good_ones_are_recorded) {
    const auto answer = import(header + two_rows +
                               "3;household.01;31.02.2026;45;центр;Иванова;Елена;Петровна;08.03.1950;ж;112-233-445 95\n"
                               "4;household.01;24.11.2026;1441;центр;Иванова;Елена;Петровна;08.03.1950;ж;112-233-445 95\n"
                               "5;household.01;20.11.2026;30;центр;Иванова;Елена;Петровна;09.03.1950;ж;112-233-445 95\n"
                               "6;=HYPERLINK(1);20.11.2026;30;центр;Иванова;Елена;Петровна;08.03.1950;ж;112-233-445 95\n"
                               "7;household.01;20.11.2026;30;центр;Сидорова;Елена;;08.03.1950;ж;112-233-445 96\n"
                               "8;household.01;20.11.2026;30;центр;;;;;;\n");
    EXPECT_EQ(counts(answer), "done: 2 added, 0 repeated, 6 failed, 1 persons");
    const auto file = sign_in(Role::desk, suzun.number).get("/api/v1/imports/" + answer.at("id") + "/errors");
    ASSERT_EQ(file.status, 200);
    EXPECT_EQ(file.header("content-type"), "text/csv; charset=utf-8");
    const auto text = csv::to_utf8(file.text).value();
    csv::Reader reader(text);
    std::vector<std::vector<std::string>> rows;
    for (auto record = reader.next(); record && *record; record = reader.next()) rows.push_back((**record).fields);
    ASSERT_EQ(rows.size(), 7U) << text;
    EXPECT_EQ(rows[0].back(), "Ошибка");
    EXPECT_EQ(rows[1][11], "4");
    EXPECT_THAT(rows[1].back(), HasSubstr("31.02.2026"));
    EXPECT_THAT(rows[2].back(), HasSubstr("Минуты"));
    EXPECT_THAT(rows[2].back(), HasSubstr("Дата"));
    EXPECT_THAT(rows[3].back(), HasSubstr("другая дата рождения"));
    EXPECT_EQ(rows[4][1], "'=HYPERLINK(1)");
    EXPECT_THAT(rows[5].back(), HasSubstr("СНИЛС"));
    EXPECT_THAT(rows[6].back(), HasSubstr("получател"));
}

TEST_P(ImportTest, mended_error_file_can_be_sent_as_it_is) {
    const auto answer = import(header + "1;household.99;20.11.2026;30;центр;Иванова;Елена;Петровна;08.03.1950;ж;\n");
    auto file = sign_in(Role::desk, suzun.number).get("/api/v1/imports/" + answer.at("id") + "/errors").text;
    file.replace(file.find("household.99"), 12, "household.01");
    EXPECT_EQ(counts(import(file)), "done: 1 added, 0 repeated, 0 failed, 1 persons");
}

TEST_P(ImportTest, table_that_cannot_be_read_is_refused_at_once) {
    EXPECT_EQ(send("").code(), "csv.empty_table");
    EXPECT_EQ(send(header).code(), "csv.empty_table");
    EXPECT_EQ(send(header + "1;\"open").code(), "csv.open_quote");
    EXPECT_EQ(send("Услуга;Цвет\n1;2").status, 422);
    EXPECT_EQ(send(std::string("\xFF\xFE\0a", 4)).code(), "csv.encoding");
    EXPECT_EQ(sign_in(Role::specialist, suzun.number).post("/api/v1/facts/import?organisation=" + suzun.id, header + two_rows).status, 403);
    EXPECT_EQ(sign_in(Role::desk, baltic.number).post("/api/v1/facts/import?organisation=" + suzun.id, header + two_rows).status, 404);
}

TEST_P(ImportTest, import_of_another_centre_is_absent) {
    const auto answer = import(header + two_rows);
    const auto stranger = sign_in(Role::director, baltic.number);
    const auto path = "/api/v1/imports/" + answer.at("id");
    EXPECT_EQ(stranger.get(path).status, 404);
    EXPECT_EQ(stranger.get(path + "/errors").status, 404);
    EXPECT_EQ(stranger.post(path + "/cancel", "").status, 404);
}

TEST_P(ImportTest, row_of_another_centre_is_refused) {
    EXPECT_EQ(counts(import("organisation;service;performed_on;minutes;channel;family_name;given_name;birth;sex\n"
                            "baltic;household.01;2026-11-20;30;centre;Иванова;Елена;1950-03-08;female\n")),
              "done: 0 added, 0 repeated, 1 failed, 0 persons");
}

TEST_P(ImportTest, performer_imports_for_another_centre_whom_both_serve_and_nobody_else) {
    const std::string columns = "organisation;performer;service;performed_on;minutes;channel;snils;family_name;given_name;birth;sex\n";
    const std::string row = "baltic;suzun;household.01;2026-11-23;30;centre;";
    const auto there = sign_in(Role::desk, baltic.number);
    const auto made = there.post("/api/v1/facts", fact(baltic, R"("new_person":)" + new_person("Иванова", "1950-03-08", R"(,"snils":"11223344595")")));
    ASSERT_EQ(made.status, 201) << made.text;
    const auto here = sign_in(Role::desk, suzun.number);
    const auto lookup = here.post("/api/v1/persons/lookup", R"({"number":"11223344595"})").at("items/0/lookup");
    ASSERT_EQ(here.post("/api/v1/persons/" + lookup + "/attach", R"({"organisation":")" + suzun.id + R"(","reason":"занятия по видеосвязи"})").status, 200);
    EXPECT_EQ(counts(import(columns + row + "11223344595;;;;\n" + row + ";Сидорова;Анна;1950-03-08;female\n")),
              "done: 1 added, 0 repeated, 1 failed, 0 persons");
    EXPECT_EQ(facts(), 2);
}

TEST_P(ImportTest, row_that_tells_of_a_number_elsewhere_is_a_lookup_and_no_more_are_told_than_lookups) {
    const auto there = sign_in(Role::desk, baltic.number);
    ASSERT_EQ(there.post("/api/v1/facts", fact(baltic, R"("new_person":)" + new_person("Иванова", "1950-03-08", R"(,"snils":"11223344595")"))).status, 201);
    const auto lookups = [&] {
        return in_system([](db::Tx& tx) { return *tx.value<std::int64_t>("select count(*) from v_audit_record where action = 'people.looked_up' and person is not null"); });
    };
    // Twice the same person: told once.
    EXPECT_EQ(counts(import(header + two_rows)), "done: 0 added, 0 repeated, 2 failed, 0 persons");
    EXPECT_EQ(lookups(), 1);
    const auto desk = sign_in(Role::desk, suzun.number);
    for (int i = 0; i < 60; ++i) ASSERT_EQ(desk.post("/api/v1/persons/lookup", R"({"number":"99012345607"})").status, 200);
    const auto begun = desk.post("/api/v1/facts/import?organisation=" + suzun.id,
                                 header + two_rows + "3;household.01;20.11.2026;30;центр;Сидорова;Анна;;08.03.1950;ж;99012345607\n"
                                                     "4;household.01;20.11.2026;30;центр;Алова;Анна;;08.03.1950;ж;\n",
                                 {{"Content-Type", "text/csv"}});
    EXPECT_EQ(counts(wait(begun.at("id"))), "done: 1 added, 0 repeated, 3 failed, 1 persons");
    EXPECT_EQ(lookups(), 1);
    const auto file = csv::to_utf8(desk.get("/api/v1/imports/" + begun.at("id") + "/errors").text).value();
    EXPECT_THAT(file, ::testing::Not(HasSubstr("другого учреждения")));
    EXPECT_THAT(file, HasSubstr("Слишком много"));
}

TEST_P(ImportTest, long_import_shows_progress_and_can_be_stopped) {
    std::string table = "service;performed_on;minutes;channel;family_name;given_name;birth;sex\n";
    for (int i = 0; i < 20'000; ++i) table += "household.01;2026-11-20;30;centre;Иванова;Елена;1950-03-08;female\n";
    const auto begun = send(table);
    EXPECT_EQ(begun.at("lines_total"), "20000");
    const auto desk = sign_in(Role::desk, suzun.number);
    const auto path = "/api/v1/imports/" + begun.at("id");
    while (desk.get(path).at("lines_done") == "0") std::this_thread::sleep_for(std::chrono::milliseconds(5));
    const auto stopped = desk.post(path + "/cancel", "");
    ASSERT_EQ(stopped.status, 200) << stopped.text;
    EXPECT_EQ(stopped.at("state"), "cancelled");
    EXPECT_EQ(std::to_string(facts()), stopped.at("lines_done"));
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    EXPECT_EQ(std::to_string(facts()), stopped.at("lines_done"));
    EXPECT_EQ(desk.post(path + "/cancel", "").code(), "ledger.import_over");
}

TEST_P(ImportTest, import_of_a_disabled_account_is_stopped) {
    importer.reset();
    static_cast<void>(sign_in(Role::desk, suzun.number));
    const auto account = in_system([](db::Tx& tx) { return *tx.value<std::int64_t>("select max(number) from v_auth_account"); });
    const db::Caller clerk{account, suzun.number, {db::Reach::listed, db::Reach::listed, {suzun.number}}, {}};
    std::vector<Id<Import>> jobs;
    for (const auto mode : {ImportMode::apply, ImportMode::dry_run})
        jobs.push_back(must(database().write_now(clerk, [mode, home = suzun.number](db::Tx& tx) {
            return store::insert_import(tx, {home, mode, "import", 2, "[]", header + two_rows});
        })));
    ASSERT_TRUE(database().write_now(db::Caller::system(), [account](db::Tx& tx) { tx.run("update auth_account set disabled_at = $1 where number = $2", tx.now(), account); }));
    importer = std::make_unique<Importer>(database(), texts(), [this](db::Tx&, Number<network::Organisation> organisation) { return adopted[organisation.value]; });
    for (const auto& job : jobs) EXPECT_EQ(counts(wait(to_string(job))), "cancelled: 0 added, 0 repeated, 0 failed, 0 persons");
    EXPECT_EQ(facts(), 0);
    EXPECT_EQ(in_system([](db::Tx& tx) { return *tx.value<std::int64_t>("select count(*) from v_audit_record where action = 'ledger.import_cancelled'"); }), 2);
    EXPECT_EQ(in_system([](db::Tx& tx) { return *tx.value<std::int64_t>("select count(*) from v_ledger_import_content"); }), 0);
}

TEST_P(ImportTest, next_start_goes_on_where_the_last_one_stopped) {
    std::string table = "service;performed_on;minutes;channel;family_name;given_name;birth;sex\n";
    for (int i = 0; i < 2000; ++i) table += "household.01;2026-11-20;30;centre;Иванова;Елена;1950-03-08;female\n";
    const auto begun = send(table);
    importer.reset();
    importer = std::make_unique<Importer>(database(), texts(), [this](db::Tx&, Number<network::Organisation> organisation) { return adopted[organisation.value]; });
    EXPECT_EQ(counts(wait(begun.at("id"))), "done: 2000 added, 0 repeated, 0 failed, 1 persons");
    EXPECT_EQ(facts(), 2000);
}

/// An importer whose helper fails as it is told, and what it says to the log.
class ImportFaultTest : public ImportTest {
  protected:
    /// Asked only of a service that some practice has.
    void SetUp() override {
        ImportTest::SetUp();
        add_practice("school", "household.01", "centre home");
    }
    void start_importer(const std::function<std::vector<Adopted>()>& adopted_by) {
        importer.reset();
        importer = std::make_unique<Importer>(database(), texts(), [adopted_by](db::Tx&, Number<network::Organisation>) { return adopted_by(); }, [this](std::string_view event, std::string_view, std::string_view text) {
            const std::lock_guard lock(mutex_);
            said_.append(event).append(": ").append(text).append("\n");
        });
    }
    std::string said() {
        const std::lock_guard lock(mutex_);
        return said_;
    }

  private:
    std::mutex mutex_;
    std::string said_;
};

TEST_P(ImportFaultTest, import_that_dies_says_so_in_its_state_and_in_the_log) {
    start_importer([]() -> std::vector<Adopted> { throw std::runtime_error("the roof is \"open\""); });
    for (const std::string query : {"", "&dry_run=true"}) {
        const auto ended = import(header + two_rows, query);
        EXPECT_EQ(ended.at("state"), "failed") << query;
        EXPECT_NE(ended.at("finished_at"), "");
        EXPECT_THAT(said(), ::testing::ContainsRegex("import_failed: job [0-9]+: the roof is \"open\""));
    }
    EXPECT_EQ(facts(), 0);
}

TEST_P(ImportFaultTest, refusal_where_none_is_expected_ends_the_import_and_not_the_server) {
    start_importer([]() -> std::vector<Adopted> { throw Refused(absent()); });
    EXPECT_EQ(import(header + two_rows, "&dry_run=true").at("state"), "failed");
    EXPECT_EQ(import(header + two_rows).at("state"), "failed");
    EXPECT_THAT(said(), HasSubstr(": core.absent"));
    EXPECT_EQ(facts(), 0);
}

TEST_P(ImportFaultTest, stored_table_that_is_damaged_does_not_pass_for_done) {
    importer.reset();
    const auto stored = must(database().write_now(db::Caller::system(), [home = suzun.number](db::Tx& tx) {
        store::NewImport job;
        job.organisation = home;
        job.mode = ImportMode::apply;
        job.source = "import";
        job.lines = 2;
        job.header = "[]";
        job.content = "Услуга;Дата;Минуты;Способ\nhousehold.01;\"open";
        return store::insert_import(tx, job);
    }));
    start_importer([] { return std::vector<Adopted>{}; });
    EXPECT_EQ(wait(to_string(stored)).at("state"), "failed");
    EXPECT_THAT(said(), HasSubstr("csv.open_quote"));
}

RYADOM_BOTH_ENGINES(ImportTest);
RYADOM_BOTH_ENGINES(ImportFaultTest);

}  // namespace
}  // namespace ryadom::ledger
