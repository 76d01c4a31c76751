#include "people_test.hpp"

namespace ryadom::people {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr auto snils = R"(,"snils":"112-233-445 95")";
constexpr auto elena = R"("family_name":"Иванова","given_name":"Елена","patronymic":"Петровна")";

class PeopleHttpTest : public PeopleTest {};

TEST_P(PeopleHttpTest, desk_registers_a_person_and_opens_the_card) {
    const auto clerk = desk(suzun);
    const auto made = clerk.post("/api/v1/persons", registration(suzun, person(elena, std::string(snils) + R"(,"phone":"+7 900 000-11-22")")));
    ASSERT_EQ(made.status, 201) << made.text;
    EXPECT_EQ(made.at("snils"), "11223344595");
    const auto card = clerk.get("/api/v1/persons/" + made.at("id"));
    EXPECT_EQ(card.at("person/family_name"), "Иванова");
    EXPECT_EQ(card.at("attachments/0/organisation"), suzun);
    EXPECT_EQ(card.at("attachments/0/since"), "2026-11-23");
    EXPECT_EQ(card.header("etag"), "\"1\"");
    EXPECT_THAT(log_of(made.at("id")), ElementsAre("people.registered", "people.card_read"));
}

TEST_P(PeopleHttpTest, card_is_changed_under_its_revision) {
    const auto clerk = desk(suzun);
    const auto path = "/api/v1/persons/" + add(suzun, person());
    const auto married = person(R"("family_name":"Сёмина","given_name":"Елена")", R"(,"death":"2026-11-01")");
    const auto changed = clerk.put(path, married, "\"1\"");
    EXPECT_EQ(changed.header("etag"), "\"2\"") << changed.text;
    EXPECT_EQ(clerk.put(path, married, "\"1\"").status, 412);
    const auto card = clerk.get(path);
    EXPECT_EQ(card.at("person/family_name"), "Сёмина");
    EXPECT_EQ(card.at("person/patronymic"), "");
    EXPECT_EQ(card.at("person/death"), "2026-11-01");
    EXPECT_EQ(clerk.post("/api/v1/persons/search", R"({"query":"семин"})").at("items/0/name"), "Сёмина Елена");
    EXPECT_EQ(clerk.post("/api/v1/persons/search", R"({"query":"иванова"})").at("items"), "[]");
}

TEST_P(PeopleHttpTest, person_of_another_centre_is_absent) {
    const auto path = "/api/v1/persons/" + add(suzun, person());
    for (const auto role : {Role::desk, Role::specialist, Role::director}) {
        const auto stranger = sign_in(role, number(kargat));
        EXPECT_EQ(stranger.get(path).status, 404);
        EXPECT_EQ(stranger.put(path, person(), "\"1\"").status, 404);
        EXPECT_EQ(stranger.get(path + "/reads").status, 404);
        EXPECT_EQ(stranger.post(path + "/attach", R"({"organisation":")" + kargat + R"(","reason":"просто интересно"})").status, 404);
        EXPECT_EQ(stranger.post(path + "/detach", R"({"organisation":")" + suzun + R"(","reason":"просто интересно"})").status, 404);
        EXPECT_EQ(stranger.post("/api/v1/persons/search", R"({"query":"иванова","birth":"1950-03-08"})").at("items"), "[]");
        EXPECT_EQ(stranger.get("/api/v1/persons").at("items"), "[]");
    }
    EXPECT_EQ(desk(kargat).post("/api/v1/persons", registration(suzun, person())).status, 404);
    EXPECT_THAT(log_of(path.substr(16)), ElementsAre("people.registered"));
}

TEST_P(PeopleHttpTest, region_sees_no_person) {
    const auto path = "/api/v1/persons/" + add(suzun, person());
    for (const auto role : {Role::coordinator, Role::administrator}) {
        const auto regional = sign_in(role);
        EXPECT_EQ(regional.get(path).status, 404);
        EXPECT_EQ(regional.put(path, person(), "\"1\"").status, 404);
        EXPECT_EQ(regional.get("/api/v1/persons").status, 403);
        EXPECT_EQ(regional.post("/api/v1/persons/search", R"({"query":"иванова"})").status, 403);
    }
    EXPECT_EQ(visitor().get(path).status, 401);
}

TEST_P(PeopleHttpTest, branch_and_its_centre_see_the_person_as_the_tree_says) {
    const auto branch = add_centre("branch", suzun);
    const auto path = "/api/v1/persons/" + add(branch, person());
    EXPECT_EQ(desk(suzun).get(path).status, 200);
    const auto mine = "/api/v1/persons/" + add(suzun, person(R"("family_name":"Петрова","given_name":"Анна")"));
    EXPECT_EQ(desk(branch).get(mine).status, 404);
}

TEST_P(PeopleHttpTest, every_wrong_field_is_named_at_once) {
    const auto answer = desk(suzun).post("/api/v1/persons", registration(suzun,
        R"({"family_name":"Иванова2","given_name":"Елена","birth":"2026-11-24","death":"2026-11-23","sex":"female","snils":"112-233-445 96","iin":"1"})"));
    EXPECT_EQ(answer.status, 422);
    EXPECT_THAT(answer.errors(), ElementsAre("/person/birth people.born_in_the_future", "/person/death people.died_before_birth",
                                             "/person/family_name people.name_letters", "/person/iin people.wrong_iin",
                                             "/person/snils people.wrong_snils"));
    EXPECT_THAT(desk(suzun).post("/api/v1/persons", registration(suzun, R"({"family_name":"","given_name":"Елена","birth":"1950-02-31","sex":"x"})")).errors(),
                ElementsAre("/person/birth core.not_a_date", "/person/family_name core.required", "/person/sex core.unknown_value"));
    EXPECT_THAT(desk(suzun).post("/api/v1/persons", registration(suzun, person(elena, R"(,"district":"0190d7a5-0000-7000-8000-000000000000")"))).errors(),
                ElementsAre("/person/district people.unknown_district"));
}

TEST_P(PeopleHttpTest, number_of_a_person_of_another_centre_is_refused_without_a_name) {
    add(suzun, person(elena, snils));
    const auto twin = person(R"("family_name":"Петрова","given_name":"Анна")", snils);
    const auto refused = desk(kargat).post("/api/v1/persons", registration(kargat, twin));
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(refused.code(), "people.known_elsewhere");
    EXPECT_THAT(refused.text, ::testing::Not(::testing::HasSubstr("Иванова")));
    EXPECT_EQ(desk(suzun).post("/api/v1/persons", registration(suzun, twin)).code(), "people.known_here");
    const auto path = "/api/v1/persons/" + add(kargat, person(R"("family_name":"Петрова","given_name":"Анна")"));
    EXPECT_EQ(desk(kargat).put(path, twin, "\"1\"").code(), "people.known_elsewhere");
    EXPECT_EQ(desk(suzun).put("/api/v1/persons/" + add(suzun, person(R"("family_name":"Алова","given_name":"Анна")")), twin, "\"1\"").code(), "people.known_here");
    EXPECT_EQ(desk(kargat).get("/api/v1/persons").at("items/0/name"), "Петрова Анна");
    EXPECT_EQ(desk(kargat).get("/api/v1/persons").at("items/1"), "") << "nothing is left of the refused one";
}

TEST_P(PeopleHttpTest, namesake_is_registered_for_a_reason_only) {
    const auto clerk = desk(suzun);
    const auto known = add(suzun, person(elena, snils));
    const auto again = person(R"("family_name":"ИВАНОВА","given_name":"елена","patronymic":"Петровна")");
    const auto refused = clerk.post("/api/v1/persons", registration(suzun, again));
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(refused.at("type"), "urn:ryadom:problem:people.same_person");
    EXPECT_THAT(refused.errors(), ElementsAre("/person people.same_person_known"));
    EXPECT_EQ(refused.at("errors/0/arguments/person"), known);
    EXPECT_THAT(refused.text, ::testing::Not(::testing::HasSubstr("Елена"))) << "whoever has the right reads the card";
    EXPECT_THAT(clerk.post("/api/v1/persons", registration(suzun, again, "да")).errors(), ElementsAre("/namesake people.reason_too_short"));
    EXPECT_EQ(clerk.post("/api/v1/persons", registration(suzun, again, "другой адрес и паспорт")).status, 201);
    EXPECT_EQ(last_detail("people.registered"), R"({"reason":"другой адрес и паспорт"})");
}

TEST_P(PeopleHttpTest, each_person_of_a_list_finds_who_was_shown_it) {
    const auto known = add(suzun, person());
    const auto other = add(suzun, person(R"("family_name":"Петрова","given_name":"Анна")"));
    const auto clerk = desk(suzun);
    clerk.get("/api/v1/persons");
    clerk.post("/api/v1/persons/search", R"({"query":"петр"})");
    desk(kargat).post("/api/v1/persons/search", R"({"query":"петр"})");
    EXPECT_THAT(shown_to(known), ElementsAre("people.searched"));
    EXPECT_THAT(shown_to(other), ElementsAre("people.searched", "people.searched"));
    const auto reads = sign_in(Role::director, number(suzun)).get("/api/v1/persons/" + other + "/reads?limit=2");
    EXPECT_EQ(reads.at("items/0/action"), "people.searched") << reads.text;
    EXPECT_EQ(reads.at("items/1/action"), "people.searched");
    EXPECT_EQ(sign_in(Role::director, number(suzun)).get("/api/v1/persons/" + other + "/reads?limit=2&cursor=" + reads.at("next")).at("items/0/action"),
              "people.registered");
}

TEST_P(PeopleHttpTest, desk_finds_by_beginnings_birth_and_numbers) {
    add(suzun, person(elena, std::string(snils) + R"(,"iin":"520315400007")"));
    add(suzun, person(R"("family_name":"Иванова-Ёлкина","given_name":"Мария","patronymic":"Ахмед кызы")"));
    add(suzun, R"({"family_name":"Иванцов","given_name":"Егор","birth":"1961-01-02","sex":"male"})");
    const auto clerk = desk(suzun);
    const auto names = [&](const std::string& query) {
        const auto answer = clerk.post("/api/v1/persons/search", "{" + query + "}");
        EXPECT_EQ(answer.status, 200) << answer.text;
        std::vector<std::string> out;
        for (int i = 0; !answer.at(fmt::format("items/{}", i)).empty(); ++i) out.push_back(answer.at(fmt::format("items/{}/name", i)));
        return out;
    };
    EXPECT_THAT(names(R"("query":"ИВАН")"), ElementsAre("Иванова Елена Петровна", "Иванова-Ёлкина Мария Ахмед кызы", "Иванцов Егор"));
    EXPECT_THAT(names(R"("query":"иван е")"), ElementsAre("Иванова Елена Петровна", "Иванцов Егор"));
    EXPECT_THAT(names(R"("query":"ив ел петр")"), ElementsAre("Иванова Елена Петровна"));
    EXPECT_THAT(names(R"("query":"иванова-ел")"), ElementsAre("Иванова-Ёлкина Мария Ахмед кызы"));
    EXPECT_THAT(names(R"("query":"и м ахмед к")"), ElementsAre("Иванова-Ёлкина Мария Ахмед кызы"));
    EXPECT_THAT(names(R"("query":"иван","birth":"1961-01-02")"), ElementsAre("Иванцов Егор"));
    EXPECT_THAT(names(R"("birth":"1950-03-08")").size(), 2);
    EXPECT_THAT(names(R"("snils":"112-233-445 95")"), ElementsAre("Иванова Елена Петровна"));
    EXPECT_THAT(names(R"("snils":"520315400007")"), ElementsAre("Иванова Елена Петровна"));
    EXPECT_THAT(names(R"("snils":"11223344595","query":"петр")"), IsEmpty());
    EXPECT_THAT(names(R"("query":"я")"), IsEmpty());
    EXPECT_THAT(names("").size(), 3);
    EXPECT_THAT(clerk.post("/api/v1/persons/search", R"({"snils":"112"})").errors(), ElementsAre("/snils people.wrong_number"));
    EXPECT_THAT(clerk.post("/api/v1/persons/search", R"({"birth":"1950-02-31"})").errors(), ElementsAre("/birth core.not_a_date"));
    EXPECT_EQ(desk(suzun).post("/api/v1/persons/search", R"({"query":"иванц"})").at("items/0/organisation"), suzun);
    const auto shown = clerk.post("/api/v1/persons/search", R"({"query":"иванц"})").at("items/0/id");
    EXPECT_EQ(last_detail("people.searched"), R"({"by":["name"],"persons":[")" + shown + R"("]})");
}

TEST_P(PeopleHttpTest, list_goes_on_where_the_page_ended_and_names_nobody_twice) {
    const auto branch = add_centre("branch", suzun);
    for (const auto* name : {"Алов", "Белов", "Белов", "Чалов", "Дёмин"})
        add(suzun, R"({"family_name":")" + std::string(name) + R"(","given_name":"Пётр","birth":"1950-03-08","sex":"male"})");
    const auto clerk = desk(suzun);
    const auto ask = clerk.post("/api/v1/persons/lookup", R"({"family_name":"Чалов","given_name":"Пётр","birth":"1950-03-08"})");
    EXPECT_EQ(clerk.post("/api/v1/persons/" + ask.at("items/0/lookup") + "/attach", R"({"organisation":")" + branch + R"(","reason":"ходит в филиал рядом"})").status, 200);
    for (const std::string query : {"", R"("birth":"1950-03-08",)"}) {
        std::vector<std::string> names;
        std::string cursor;
        for (int pages = 0; pages < 10; ++pages) {
            const auto page = clerk.post("/api/v1/persons/search", "{" + query + R"("limit":2)" + cursor + "}");
            for (int i = 0; !page.at(fmt::format("items/{}", i)).empty(); ++i) names.push_back(page.at(fmt::format("items/{}/name", i)));
            if (page.at("next") == "null") break;
            cursor = R"(,"cursor":")" + page.at("next") + "\"";
        }
        EXPECT_THAT(names, ElementsAre("Алов Пётр", "Белов Пётр", "Белов Пётр", "Дёмин Пётр", "Чалов Пётр"));
    }
    const auto first = clerk.get("/api/v1/persons?limit=2");
    EXPECT_EQ(clerk.get("/api/v1/persons?limit=2&cursor=" + first.at("next")).at("items/0/name"), "Белов Пётр");
    EXPECT_EQ(clerk.get("/api/v1/persons?limit=2&query=%D0%B0").status, 422) << "no name stands in an address";
    EXPECT_THAT(clerk.get("/api/v1/persons?cursor=x").errors(), ElementsAre("/cursor core.unknown_value"));
}

TEST_P(PeopleHttpTest, has_every_message_in_three_languages) { EXPECT_THAT(catalogue_gaps(), IsEmpty()); }

RYADOM_BOTH_ENGINES(PeopleHttpTest);

}  // namespace
}  // namespace ryadom::people
