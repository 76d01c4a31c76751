// Tables of the network through the API, on both engines.
#include "modules/network/import_words.hpp"
#include "modules/network/module.hpp"
#include "modules/network/store.hpp"

#include "platform/csv/csv.hpp"
#include "platform/testing/api_test.hpp"

#include <gmock/gmock.h>

#include <fstream>
#include <set>

namespace ryadom::network {
namespace {

using policy::Role;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::string organisations_table =
    "Код;Вид;Полное название;Краткое название;Подчиняется;Район;Часовой пояс;Телефон\n"
    "branch;Филиал;Филиал в селе;Филиал;centre;;Asia/Novosibirsk;\n"
    "centre;центр;Комплексный центр;КЦСОН;;Сузунский район;Asia/Novosibirsk;8 383\n";

class NetworkImportTest : public testing::ApiTest {
  protected:
    void SetUp() override {
        start({module([this](db::Tx& tx, Number<Organisation> organisation, Date) {
                   told.insert(organisation.value);
                   if (stop_at_once) tx.run("update http_work set stopped = true");
               })}, subtree, zone);
    }
    /// "rows added changed unchanged wrong".
    static std::string counts(const testing::Answer& answer) {
        EXPECT_EQ(answer.status, 200) << answer.text;
        return answer.at("rows") + " " + answer.at("added") + " " + answer.at("changed") + " " + answer.at("unchanged") + " " + answer.at("wrong");
    }
    static testing::Answer load(const testing::Client& client, const std::string& table, const std::string& text) {
        return client.post("/api/v1/network/import/" + table, text, {{"Content-Type", "text/csv"}});
    }
    static testing::Answer check(const testing::Client& client, const std::string& table, const std::string& text) {
        return client.post("/api/v1/network/import/" + table + "?dry_run=true", text, {{"Content-Type", "text/csv"}});
    }
    /// "line column code" of every error.
    static std::vector<std::string> errors(const testing::Answer& answer) {
        std::vector<std::string> out;
        for (int i = 0; !answer.at("errors/" + std::to_string(i) + "/line").empty(); ++i) {
            const auto at = "errors/" + std::to_string(i);
            out.push_back(answer.at(at + "/line") + " " + answer.at(at + "/column") + " " + answer.at(at + "/code"));
        }
        return out;
    }
    testing::Client coordinator_with_network() {
        auto coordinator = sign_in(Role::coordinator);
        load(coordinator, "districts", "code,title,population,elders\nsuzun,Сузунский район,31 700,8900\n");
        EXPECT_EQ(counts(load(coordinator, "organisations", organisations_table)), "2 2 0 0 0");
        return coordinator;
    }
    OrganisationRow organisation(const std::string& code) {
        return must(database().read_as(db::Caller::system(), [&](db::Tx& tx) { return find_organisation_by_code(tx, code); }));
    }
    std::set<std::int64_t> told;
    bool stop_at_once = false;  ///< as whoever sent the table may do while it is loaded
};

TEST_P(NetworkImportTest, a_forgotten_parent_makes_no_second_region) {
    const auto coordinator = coordinator_with_network();
    const std::string header = "code;kind;title;short_title;zone;parent\n";
    EXPECT_THAT(errors(load(coordinator, "organisations", header + "ministry;authority;Министерство;Министерство;UTC;\n")),
                ElementsAre("2 Подчиняется network.import.second_top"));
    EXPECT_THAT(errors(load(coordinator, "organisations", "code;parent\nbranch;\n")), ElementsAre("2 Подчиняется network.import.second_top"));
    EXPECT_EQ(counts(load(coordinator, "organisations", header + "clinic;partner;Поликлиника;Поликлиника;UTC;\n")), "1 1 0 0 0") << "partners stand beside";
    EXPECT_EQ(counts(load(coordinator, "organisations", "code;phone\ncentre;8 383 2\n")), "1 0 1 0 0") << "who is at the top stays there";
    EXPECT_EQ(counts(load(coordinator, "organisations", header + "ministry;authority;Министерство;Министерство;UTC;\ncentre;centre;Комплексный центр;КЦСОН;Asia/Novosibirsk;ministry\n")), "2 1 1 0 0");
}

TEST_P(NetworkImportTest, districts_are_added_changed_and_known_again_by_their_code) {
    const auto coordinator = sign_in(Role::coordinator);
    const std::string table = "Код;Название;Жителей;Жителей 60+\nsuzun;Сузунский район;31 700;8900\nob;Обь;27000;\n";
    EXPECT_EQ(counts(check(coordinator, "districts", table)), "2 2 0 0 0");
    EXPECT_EQ(coordinator.get("/api/v1/districts").at("items"), "[]");
    const auto loaded = load(coordinator, "districts", table);
    EXPECT_EQ(counts(loaded), "2 2 0 0 0");
    EXPECT_EQ(loaded.at("written"), "true");
    const auto again = load(coordinator, "districts", table);
    EXPECT_EQ(counts(again), "2 0 0 2 0");
    EXPECT_EQ(again.at("written"), "false");
    const auto changed = check(coordinator, "districts", "code\tpopulation\nsuzun\t32000\n");
    EXPECT_EQ(counts(changed), "1 0 1 0 0");
    EXPECT_EQ(changed.at("changes/0/title"), "Сузунский район");
    EXPECT_EQ(changed.at("changes/0/fields/0/before"), "31700");
    EXPECT_EQ(changed.at("changes/0/fields/0/after"), "32000");
    load(coordinator, "districts", "code\tpopulation\nsuzun\t32000\n");
    EXPECT_EQ(coordinator.get("/api/v1/districts").at("items/1/population"), "32000");
    EXPECT_EQ(coordinator.get("/api/v1/districts").at("items/1/elders"), "8900");
}

TEST_P(NetworkImportTest, windows_1251_is_read) {
    const auto coordinator = sign_in(Role::coordinator);
    // "Код;Название\nob;Обь" as a spreadsheet of an old desk saves it.
    EXPECT_EQ(counts(load(coordinator, "districts", "\xCA\xEE\xE4;\xCD\xE0\xE7\xE2\xE0\xED\xE8\xE5\r\nob;\xCE\xE1\xFC\r\n")), "1 1 0 0 0");
    EXPECT_EQ(coordinator.get("/api/v1/districts").at("items/0/title"), "Обь");
}

TEST_P(NetworkImportTest, organisations_stand_below_each_other_in_any_order_of_rows) {
    const auto coordinator = coordinator_with_network();
    EXPECT_EQ(organisation("branch").organisation.parent, organisation("centre").organisation.id);
    EXPECT_EQ(organisation("branch").organisation.kind, OrganisationKind::branch);
    EXPECT_TRUE(organisation("centre").district.has_value());
    EXPECT_EQ(counts(load(coordinator, "organisations", organisations_table)), "2 0 0 2 0");
}

TEST_P(NetworkImportTest, an_empty_cell_clears_and_a_missing_column_keeps) {
    const auto coordinator = coordinator_with_network();
    const auto changed = load(coordinator, "organisations", "code;district\ncentre;\n");
    EXPECT_EQ(counts(changed), "1 0 1 0 0");
    EXPECT_EQ(changed.at("changes/0/fields/0/before"), "suzun");
    EXPECT_FALSE(organisation("centre").district.has_value());
    EXPECT_EQ(organisation("centre").organisation.phone, "8 383");
}

TEST_P(NetworkImportTest, organisations_in_a_circle_are_left_out) {
    const auto coordinator = coordinator_with_network();
    EXPECT_THAT(errors(load(coordinator, "organisations", "code;parent\ncentre;branch\n")), ElementsAre("2 Подчиняется network.parent_of_itself"));
    EXPECT_THAT(errors(load(coordinator, "organisations", "code;parent\ncentre;centre\n")), ElementsAre("2 Подчиняется network.parent_of_itself"));
    EXPECT_THAT(errors(load(coordinator, "organisations",
                            "code;kind;title;short_title;zone;parent\na;Центр;А;А;UTC;b\nb;Центр;Б;Б;UTC;a\n")),
                ElementsAre("2 Подчиняется network.import.unknown_organisation", "3 Подчиняется network.import.unknown_organisation"));
    // Turned round in one table: the old order does not stand in the way.
    EXPECT_EQ(counts(load(coordinator, "organisations", "code;parent\nbranch;\ncentre;branch\n")), "2 0 2 0 0");
    EXPECT_EQ(organisation("centre").organisation.parent, organisation("branch").organisation.id);
}

TEST_P(NetworkImportTest, right_rows_go_in_and_wrong_ones_come_back_as_a_file) {
    const auto coordinator = coordinator_with_network();
    const std::string table = "Учреждение;Название;Вид;Мест\ncentre;Кабинет 1;Кухня;8\ncentre;Кабинет 2;Кухонька;8\n"
                              "nowhere;Кабинет 3;kitchen;8\ncentre;Кабинет 4;kitchen;много\ncentre;;kitchen;-1\ncentre;Кабинет 6;kitchen;99999\n";
    const auto loaded = load(coordinator, "rooms", table);
    EXPECT_EQ(counts(loaded), "6 1 0 0 5");
    EXPECT_THAT(errors(loaded), ElementsAre("3 Вид network.import.unknown_word", "4 Учреждение network.import.unknown_organisation",
                                            "5 Мест csv.no_number", "6 Название core.required", "7 Мест core.too_large"));
    const auto wrong = loaded.at("wrong_rows");
    EXPECT_THAT(wrong, HasSubstr("\"Учреждение\";\"Название\";\"Вид\";\"Мест\";\"Строка\";\"Ошибка\""));
    EXPECT_THAT(wrong, HasSubstr("\"centre\";\"Кабинет 2\";\"Кухонька\";\"8\";\"3\";\"Вид: Вид «Кухонька» неизвестен"));
    EXPECT_EQ(told, std::set{organisation("centre").number.value});

    auto mended = wrong;
    mended.replace(mended.find("Кухонька"), std::string("Кухонька").size(), "Кухня");
    const auto reloaded = load(coordinator, "rooms", mended);
    EXPECT_EQ(counts(reloaded), "5 1 0 0 4");
    EXPECT_EQ(reloaded.at("wrong_rows").find("\"Строка\";\"Ошибка\";\"Строка\""), std::string::npos);
    const auto rooms = coordinator.get("/api/v1/organisations/" + to_string(organisation("centre").organisation.id) + "/rooms");
    EXPECT_EQ(rooms.at("items/0/kind"), "kitchen");
    EXPECT_EQ(rooms.at("items/1/title"), "Кабинет 2");
}

TEST_P(NetworkImportTest, a_check_writes_nothing_and_tells_nobody) {
    const auto coordinator = coordinator_with_network();
    EXPECT_EQ(counts(check(coordinator, "rooms", "organisation;title;kind\ncentre;Кабинет 1;kitchen\n")), "1 1 0 0 0");
    EXPECT_THAT(told, IsEmpty());
    EXPECT_EQ(coordinator.get("/api/v1/organisations/" + to_string(organisation("centre").organisation.id) + "/rooms").at("items"), "[]");
}

TEST_P(NetworkImportTest, equipment_is_known_by_its_number_or_by_name_and_room) {
    const auto coordinator = coordinator_with_network();
    load(coordinator, "rooms", "organisation;title;kind\ncentre;Кабинет 1;kitchen\ncentre;Кабинет 2;kitchen\n");
    const std::string table = "organisation;inventory_number;title;kind;count;room\ncentre;410;Кровать;functional_bed;1;Кабинет 1\n"
                              "centre;;Стул;chair;10;кабинет 1\ncentre;;Стул;chair;5;Кабинет 2\n";
    EXPECT_EQ(counts(load(coordinator, "equipment", table)), "3 3 0 0 0");
    EXPECT_EQ(counts(load(coordinator, "equipment", table)), "3 0 0 3 0");
    const auto moved = load(coordinator, "equipment", "organisation;inventory_number;title;kind;count;room\ncentre;410;Кровать новая;functional_bed;1;Кабинет 2\n");
    EXPECT_EQ(counts(moved), "1 0 1 0 0");
    EXPECT_EQ(moved.at("changes/0/fields/1/before"), "Кабинет 1");
    EXPECT_THAT(errors(load(coordinator, "equipment", "organisation;title;kind;count\ncentre;Стул;chair;7\n")), ElementsAre("2  network.import.several_records"));
    EXPECT_THAT(errors(load(coordinator, "equipment", "organisation;title;kind;count;room\ncentre;Стол;desk;1;Кабинет 3\ncentre;Стол;Письменный;1;\n")),
                ElementsAre("2 Помещение network.import.unknown_room", "3 Код вида network.import.unknown_word"));
}

TEST_P(NetworkImportTest, staff_come_with_posts_rates_and_qualifications) {
    const auto coordinator = coordinator_with_network();
    load(coordinator, "departments", "organisation;title\ncentre;Дневное отделение\n");
    const std::string table = "Учреждение;Табельный номер;ФИО;Должность;Ставка;Принят;Отделение;Квалификации\n"
                              "centre;7;Петрова Анна;Инструктор;0,5;10.01.2024;дневное отделение;Психолог с 15.03.2024; Медицинская сестра с 01.02.2020 по 01.02.2027\n"
                              "centre;8;Петрова Анна;Психолог;0.25;2024-01-10;;\n";
    std::string quoted = table;
    quoted.replace(quoted.find("Психолог с"), std::string("Психолог с 15.03.2024; Медицинская сестра с 01.02.2020 по 01.02.2027").size(),
                   "\"Психолог с 15.03.2024; Медицинская сестра с 01.02.2020 по 01.02.2027\"");
    EXPECT_EQ(counts(load(coordinator, "staff", quoted)), "2 2 0 0 0");
    EXPECT_EQ(counts(load(coordinator, "staff", quoted)), "2 0 0 2 0");
    const auto staff = coordinator.get("/api/v1/organisations/" + to_string(organisation("centre").organisation.id) + "/staff");
    EXPECT_EQ(staff.at("items/0/rate"), "50");
    EXPECT_EQ(staff.at("items/0/hired_on"), "2024-01-10");
    EXPECT_EQ(staff.at("items/0/qualifications"), R"([{"code":"nurse","valid_from":"2020-02-01","valid_to":"2027-02-01"},{"code":"psychologist","valid_from":"2024-03-15"}])");
    EXPECT_EQ(staff.at("items/1/rate"), "25");
    EXPECT_THAT(errors(load(coordinator, "staff", "organisation;name;rate\ncentre;петрова анна;1\n")), ElementsAre("2  network.import.several_records"));
    EXPECT_THAT(errors(load(coordinator, "staff", "organisation;personnel_number;name;rate\ncentre;9;Кто Новая;1\n")),
                ElementsAre("2 Должность network.import.new_needs", "2 Принят network.import.new_needs"));
}

TEST_P(NetworkImportTest, wrong_days_and_rates_of_staff_are_named) {
    const auto coordinator = coordinator_with_network();
    const auto answer = load(coordinator, "staff",
        "organisation,name,position,rate,hired_on,left_on,qualifications\ncentre,Один,Врач,1,31.02.2024,,\ncentre,Два,Врач,9,01.02.2024,,\n"
        "centre,Три,Врач,1,01.02.2024,31.01.2024,\ncentre,Четыре,Врач,1,01.02.2024,,Психолог\ncentre,Пять,Врач,1,01.02.2024,,Шаман с 01.02.2024\n"
        "centre,Шесть,Врач,1,01.02.2024,,Психолог с 01.02.2024 по 01.02.2023\ncentre,Семь,Врач,\"1,555\",01.02.0224,,Психолог с 30.02.2024\n");
    EXPECT_EQ(counts(answer), "7 0 0 0 7");
    EXPECT_THAT(errors(answer), ElementsAre("2 Принят csv.no_day", "3 Ставка core.too_large", "4 Уволен network.left_before_hired",
                                            "5 Квалификации network.import.no_qualification", "6 Квалификации network.import.unknown_word",
                                            "7 Квалификации network.ends_before_it_begins", "8 Ставка csv.no_number", "8 Квалификации csv.no_day"));
}

TEST_P(NetworkImportTest, a_year_of_two_digits_is_read) {
    const auto coordinator = coordinator_with_network();
    EXPECT_EQ(counts(load(coordinator, "staff", "organisation,name,position,rate,hired_on,qualifications\ncentre,Один,Врач,1,10.01.24,Психолог с 1.2.98 по 01.02.27\n")), "1 1 0 0 0");
    const auto staff = coordinator.get("/api/v1/organisations/" + to_string(organisation("centre").organisation.id) + "/staff");
    EXPECT_EQ(staff.at("items/0/hired_on"), "2024-01-10");
    EXPECT_EQ(staff.at("items/0/qualifications"), R"([{"code":"psychologist","valid_from":"1998-02-01","valid_to":"2027-02-01"}])");
}

TEST_P(NetworkImportTest, one_record_is_told_once) {
    const auto coordinator = coordinator_with_network();
    const auto answer = load(coordinator, "departments", "organisation;title\ncentre;Дневное\ncentre;дневное\nbranch;Дневное\n");
    EXPECT_EQ(counts(answer), "3 2 0 0 1");
    EXPECT_THAT(errors(answer), ElementsAre("3  network.import.twice"));
}

TEST_P(NetworkImportTest, a_director_loads_the_register_of_the_own_centre_and_of_no_other) {
    const auto coordinator = coordinator_with_network();
    load(coordinator, "organisations", "code;kind;title;short_title;zone\nother;Партнёр;Другой;Другой;UTC\n");
    const auto director = sign_in(Role::director, organisation("centre").number.value);
    const auto answer = load(director, "rooms", "organisation;title;kind\ncentre;Зал;kitchen\nbranch;Зал;kitchen\nother;Зал;kitchen\n");
    EXPECT_EQ(counts(answer), "3 2 0 0 1");
    EXPECT_THAT(errors(answer), ElementsAre("4 Учреждение network.import.not_yours"));
    EXPECT_EQ(load(director, "districts", "code;title\na;А\n").status, 403);
    EXPECT_EQ(load(director, "organisations", organisations_table).status, 403);
    EXPECT_EQ(load(sign_in(Role::desk, organisation("centre").number.value), "rooms", "title\nЗал\n").status, 404);
}

TEST_P(NetworkImportTest, rows_without_an_organisation_belong_to_the_one_that_was_chosen) {
    const auto coordinator = coordinator_with_network();
    load(coordinator, "organisations", "code;kind;title;short_title;zone\nother;Партнёр;Другой;Другой;UTC\n");
    const auto director = sign_in(Role::director, organisation("centre").number.value);
    const auto into = [&](const std::string& code) {
        return director.post("/api/v1/network/import/rooms?organisation=" + to_string(organisation(code).organisation.id), "title;kind\nЗал;kitchen\n", {{"Content-Type", "text/csv"}});
    };
    EXPECT_EQ(counts(into("centre")), "1 1 0 0 0");
    EXPECT_EQ(into("other").status, 404);
    EXPECT_THAT(errors(load(director, "rooms", "title;kind\nЗал;kitchen\n")), ElementsAre("2 Учреждение core.required"));
}

TEST_P(NetworkImportTest, a_file_that_is_no_such_table_is_refused_whole) {
    const auto coordinator = sign_in(Role::coordinator);
    EXPECT_THAT(load(coordinator, "districts", "code;rooms;code\na;1;a\n").errors(),
                ElementsAre("/header csv.repeated_column", "/header csv.unknown_column"));
    EXPECT_THAT(load(coordinator, "districts", "title\nА\n").errors(), ElementsAre("/header csv.missing_column"));
    EXPECT_EQ(load(coordinator, "districts", "").code(), "csv.empty_table");
    EXPECT_EQ(load(coordinator, "districts", "code;title\n").code(), "csv.empty_table");
    EXPECT_EQ(load(coordinator, "districts", "code;title\n\"a;b\n").code(), "csv.open_quote");
    EXPECT_EQ(load(coordinator, "districts", std::string("\xFF\xFE", 2)).code(), "csv.encoding");
    EXPECT_EQ(load(coordinator, "nothing", "code\n").status, 404);
    std::string many = "code;title\n";
    for (int i = 0; i <= 5000; ++i) many += std::to_string(i) + ";A\n";
    EXPECT_EQ(load(coordinator, "districts", many).code(), "csv.too_many_rows");
    EXPECT_EQ(coordinator.get("/api/v1/districts").at("items"), "[]");
    EXPECT_THAT(errors(load(coordinator, "districts", "code;title\na;А;лишнее\n")), ElementsAre("2  csv.too_many_cells"));
}

TEST_P(NetworkImportTest, a_long_table_goes_in_by_pieces) {
    const auto coordinator = coordinator_with_network();
    std::string table = "organisation;title\n";
    for (int i = 0; i < 501; ++i) table += (i % 2 == 0 ? "centre;" : "branch;") + std::to_string(i) + "\n";
    for (int i = 0; i < 501; ++i) table += "centre;c" + std::to_string(i) + "\n";
    table += "centre;\nnowhere;x\n";
    const auto loaded = load(coordinator, "departments", table);
    EXPECT_EQ(counts(loaded), "1004 1002 0 0 2");
    EXPECT_THAT(errors(loaded), ElementsAre("1004 Название core.required", "1005 Учреждение network.import.unknown_organisation"));
    EXPECT_EQ(counts(load(coordinator, "departments", table)), "1004 0 0 1002 2");
}

TEST_P(NetworkImportTest, a_loading_that_is_stopped_keeps_what_it_wrote_and_says_what_is_left) {
    const auto coordinator = coordinator_with_network();
    stop_at_once = true;
    const std::string table = "organisation;title;kind;capacity\ncentre;Зал;demonstration;5\ncentre;Класс;training;9\nbranch;Зал;demonstration;5\n";
    const auto send = [&](const http::Headers& headers) { return coordinator.post("/api/v1/network/import/rooms", table, headers); };
    const auto stopped = send({{"Content-Type", "text/csv"}, {"Idempotency-Key", "network-import-2"}});
    EXPECT_EQ(counts(stopped), "3 2 0 0 0");
    EXPECT_EQ(stopped.at("left"), "1");
    const auto work = coordinator.get("/api/v1/long-requests/network-import-2");
    EXPECT_EQ(work.at("total") + " " + work.at("done") + " " + work.at("stopped"), "3 2 true");
    const auto rest = send({{"Content-Type", "text/csv"}});
    EXPECT_EQ(counts(rest), "3 1 0 2 0");
    EXPECT_EQ(rest.at("left"), "0");
}

TEST_P(NetworkImportTest, the_same_post_sent_again_answers_the_same) {
    const auto coordinator = sign_in(Role::coordinator);
    const auto send = [&] {
        return coordinator.post("/api/v1/network/import/districts", "code;title\na;А\n", {{"Content-Type", "text/csv"}, {"Idempotency-Key", "network-import-1"}});
    };
    EXPECT_EQ(counts(send()), "1 1 0 0 0");
    EXPECT_EQ(counts(send()), "1 1 0 0 0");
    EXPECT_EQ(coordinator.get("/api/v1/districts").at("items/1/code"), "");
}

TEST_P(NetworkImportTest, tables_say_what_they_may_hold) {
    const auto tables = sign_in(Role::coordinator).get("/api/v1/network/import");
    EXPECT_EQ(tables.at("items/0/name"), "districts");
    EXPECT_EQ(tables.at("items/3/columns/2/title"), "Вид");
    EXPECT_EQ(tables.at("items/3/columns/2/need"), "added");
    EXPECT_EQ(tables.at("items/6"), "");
    EXPECT_EQ(tables.text.find("network.import.column."), std::string::npos) << "a column without its text";
    EXPECT_EQ(sign_in(Role::director, 1).get("/api/v1/network/import").at("items/0/name"), "departments");
}

/// A template is a right table once what it names stands.
TEST_P(NetworkImportTest, examples_of_the_templates_can_be_loaded) {
    const auto coordinator = sign_in(Role::coordinator);
    for (int template_of = 0; template_of < 18; ++template_of) {
        const std::string language = std::array{"ru", "kk", "en"}[static_cast<std::size_t>(template_of % 3)];
        const auto tables = coordinator.send(http::Method::get, "/api/v1/network/import", "", {{"Accept-Language", language}});
        const auto at = "items/" + std::to_string(template_of / 3);
        csv::Writer writer;
        std::vector<std::string> head, example;
        for (int i = 0; !tables.at(at + "/columns/" + std::to_string(i) + "/name").empty(); ++i) {
            head.push_back(tables.at(at + "/columns/" + std::to_string(i) + "/title"));
            example.push_back(tables.at(at + "/columns/" + std::to_string(i) + "/example"));
        }
        writer.record(head);
        writer.record(example);
        const auto answer = load(coordinator, tables.at(at + "/name"), writer.take());
        EXPECT_EQ(counts(answer), language == "ru" ? "1 1 0 0 0" : "1 0 0 1 0") << answer.text;
    }
}

TEST(network_import_words, are_the_words_of_the_screens) {
    std::ifstream file(RYADOM_SOURCE_DIR "/web/src/features/network/strings/ru.json");
    const auto shown = json::parse(std::string(std::istreambuf_iterator<char>(file), {}));
    ASSERT_TRUE(shown.has_value());
    const auto expect_shown = [&](const std::string& prefix, std::span<const Word> words) {
        std::size_t count = 0;
        for (const auto& [key, text] : *shown->as<json::Object>()) count += key.starts_with(prefix) ? 1 : 0;
        EXPECT_EQ(count, words.size()) << prefix;
        for (const auto& word : words) {
            const auto* text = shown->find(prefix + std::string(word.code));
            ASSERT_TRUE(text) << word.code;
            EXPECT_EQ(*text->as<std::string>(), word.russian);
        }
    };
    expect_shown("network.kind.", organisation_words);
    expect_shown("network.room_kind.", room_words);
    expect_shown("network.equipment_kind.", equipment_words);
    expect_shown("network.qualification.", qualification_words);
}

RYADOM_BOTH_ENGINES(NetworkImportTest);

}  // namespace
}  // namespace ryadom::network
