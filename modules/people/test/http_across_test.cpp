#include "people_test.hpp"

#include "platform/audit/audit.hpp"

namespace ryadom::people {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr auto by_number = R"({"number":"112-233-445 95"})";

class PeopleAcrossTest : public PeopleTest {
  protected:
    void SetUp() override {
        PeopleTest::SetUp();
        elena = add(suzun, person(R"("family_name":"Иванова","given_name":"Елена","patronymic":"Петровна")", R"(,"snils":"11223344595")"));
    }
    static std::string moved(const std::string& organisation, const std::string& reason = "переехала к дочери") {
        return R"({"organisation":")" + organisation + R"(","reason":")" + reason + "\"}";
    }
    std::string elena;
};

TEST_P(PeopleAcrossTest, lookup_tells_initials_year_and_centre_and_no_more) {
    const auto found = desk(kargat).post("/api/v1/persons/lookup", by_number);
    ASSERT_EQ(found.status, 200) << found.text;
    EXPECT_EQ(found.at("items/0/initials"), "И. Е. П.");
    EXPECT_EQ(found.at("items/0/birth_year"), "1950");
    EXPECT_EQ(found.at("items/0/organisation"), suzun);
    EXPECT_EQ(found.at("items/0/person"), "");
    EXPECT_THAT(found.text, Not(HasSubstr("Иванова")));
    EXPECT_THAT(found.text, Not(HasSubstr(elena)));
    EXPECT_THAT(found.text, Not(HasSubstr("03-08")));
    EXPECT_EQ(desk(kargat).get("/api/v1/persons/" + found.at("items/0/lookup")).status, 404);
    EXPECT_THAT(log_of(elena), ElementsAre("people.registered", "people.looked_up"));
}

TEST_P(PeopleAcrossTest, lookup_wants_a_whole_number_or_a_full_name_with_the_birth) {
    const auto clerk = desk(kargat);
    const auto count = [&](const std::string& body) { return clerk.post("/api/v1/persons/lookup", body).at("items"); };
    EXPECT_THAT(count(R"({"family_name":"ИВАНОВА","given_name":"елена","patronymic":"Петровна","birth":"1950-03-08"})"), HasSubstr("И. Е. П."));
    EXPECT_EQ(count(R"({"family_name":"Иванова","given_name":"Елена","birth":"1950-03-08"})"), "[]");
    EXPECT_EQ(count(R"({"family_name":"Иван","given_name":"Елена","patronymic":"Петровна","birth":"1950-03-08"})"), "[]");
    EXPECT_EQ(count(R"({"family_name":"Иванова","given_name":"Елена","patronymic":"Петровна","birth":"1950-03-09"})"), "[]");
    EXPECT_EQ(count(R"({"number":"990-123-456 07"})"), "[]");
    EXPECT_THAT(clerk.post("/api/v1/persons/lookup", R"({"number":"112-233"})").errors(), ElementsAre("/number people.wrong_number"));
    EXPECT_THAT(clerk.post("/api/v1/persons/lookup", R"({"family_name":"Иванова"})").errors(),
                ElementsAre("/birth people.number_or_full_name", "/given_name people.number_or_full_name"));
    EXPECT_EQ(sign_in(Role::coordinator).post("/api/v1/persons/lookup", by_number).status, 403);
}

TEST_P(PeopleAcrossTest, own_person_is_named_by_a_lookup_as_own) {
    EXPECT_EQ(desk(suzun).post("/api/v1/persons/lookup", by_number).at("items/0/person"), elena);
}

TEST_P(PeopleAcrossTest, attachment_with_a_reason_opens_the_card_and_is_logged) {
    const auto clerk = desk(kargat);
    const auto lookup = clerk.post("/api/v1/persons/lookup", by_number).at("items/0/lookup");
    const auto path = "/api/v1/persons/" + lookup + "/attach";
    EXPECT_THAT(clerk.post(path, moved(kargat, "надо")).errors(), ElementsAre("/reason people.reason_too_short"));
    EXPECT_EQ(clerk.post(path, moved(suzun)).status, 404) << "only to an organisation of the own scope";
    EXPECT_EQ(desk(kargat).post(path, moved(kargat)).status, 404) << "only whoever asked may attach";
    const auto card = clerk.post(path, moved(kargat));
    ASSERT_EQ(card.status, 200) << card.text;
    EXPECT_EQ(card.at("person/id"), elena);
    EXPECT_EQ(card.at("attachments/0/organisation"), kargat);
    EXPECT_EQ(card.at("attachments/0/reason"), "переехала к дочери");
    EXPECT_EQ(clerk.get("/api/v1/persons/" + elena).status, 200);
    EXPECT_EQ(clerk.post("/api/v1/persons/search", R"({"query":"ив"})").at("items/0/organisation"), kargat);
    EXPECT_EQ(desk(suzun).get("/api/v1/persons/" + elena).status, 200) << "the first centre still serves the person";
    EXPECT_EQ(clerk.post(path, moved(kargat)).code(), "people.attached_already");
    EXPECT_THAT(log_of(elena), ElementsAre("people.registered", "people.looked_up", "people.attached", "people.card_read", "people.card_read"));
    EXPECT_EQ(last_detail("people.attached"), R"({"reason":"переехала к дочери"})");
}

TEST_P(PeopleAcrossTest, card_is_not_given_again_to_a_repeated_request) {
    const auto clerk = desk(kargat);
    const auto path = "/api/v1/persons/" + clerk.post("/api/v1/persons/lookup", by_number).at("items/0/lookup") + "/attach";
    const http::Headers key{{"Idempotency-Key", "attach-01"}};
    EXPECT_EQ(clerk.post(path, moved(kargat), key).status, 200);
    EXPECT_EQ(clerk.post("/api/v1/persons/" + elena + "/detach", moved(kargat)).status, 204);
    const auto again = clerk.post(path, moved(kargat), key);
    EXPECT_EQ(again.code(), "http.done_already");
    EXPECT_EQ(again.text.find("Иванова"), std::string::npos);
}

TEST_P(PeopleAcrossTest, lookup_can_be_attached_for_half_an_hour) {
    const auto clerk = desk(kargat);
    const auto lookup = clerk.post("/api/v1/persons/lookup", by_number).at("items/0/lookup");
    clock.advance(31 * 60'000);
    EXPECT_EQ(clerk.post("/api/v1/persons/" + lookup + "/attach", moved(kargat)).status, 404);
}

TEST_P(PeopleAcrossTest, trying_out_numbers_is_stopped) {
    const auto clerk = desk(kargat);
    for (int i = 0; i < 60; ++i) ASSERT_EQ(clerk.post("/api/v1/persons/lookup", R"({"number":"99012345607"})").status, 200);
    EXPECT_EQ(clerk.post("/api/v1/persons/lookup", by_number).status, 429);
    EXPECT_EQ(desk(kargat).post("/api/v1/persons/lookup", by_number).status, 200) << "a colleague works on";
    clock.advance(61 * 60'000);
    EXPECT_EQ(clerk.post("/api/v1/persons/lookup", by_number).status, 200);
}

TEST_P(PeopleAcrossTest, number_that_stands_elsewhere_is_told_as_a_lookup_is) {
    const auto clerk = desk(kargat);
    const auto anna = R"("family_name":"Петрова","given_name":"Анна")";
    const auto twin = person(anna, R"(,"snils":"112-233-445 95")");
    EXPECT_EQ(clerk.post("/api/v1/persons", registration(kargat, twin)).code(), "people.known_elsewhere");
    EXPECT_THAT(log_of(elena), ElementsAre("people.registered", "people.looked_up"));
    EXPECT_EQ(clerk.put("/api/v1/persons/" + add(kargat, person(anna)), twin, "\"1\"").code(), "people.known_elsewhere");
    EXPECT_EQ(desk(kargat).put("/api/v1/persons/" + add(kargat, person(anna)), twin, "\"1\"").code(), "people.known_elsewhere");
    EXPECT_THAT(log_of(elena), ElementsAre("people.registered", "people.looked_up", "people.looked_up")) << "once an hour of each account";
    for (int i = 0; i < 59; ++i) ASSERT_EQ(clerk.post("/api/v1/persons/lookup", R"({"number":"99012345607"})").status, 200);
    EXPECT_EQ(clerk.post("/api/v1/persons/lookup", by_number).status, 429);
}

TEST_P(PeopleAcrossTest, whoever_has_asked_too_often_enters_no_number) {
    const auto clerk = desk(kargat);
    const auto anna = R"("family_name":"Петрова","given_name":"Анна")";
    const auto numbered = clerk.post("/api/v1/persons", registration(kargat, person(anna, R"(,"iin":"520315400007")")));
    ASSERT_EQ(numbered.status, 201) << numbered.text;
    for (int i = 0; i < 60; ++i) ASSERT_EQ(clerk.post("/api/v1/persons/lookup", R"({"number":"99012345607"})").status, 200);
    const auto path = "/api/v1/persons/" + numbered.at("id");
    constexpr auto other = "однофамилица, паспорт проверен";
    for (const auto* snils : {"11223344595", "99012345607"}) {  // one that stands elsewhere, one that stands nowhere
        const auto named = person(anna, R"(,"iin":"520315400007","snils":")" + std::string(snils) + "\"");
        EXPECT_EQ(clerk.post("/api/v1/persons", registration(kargat, person(anna, R"(,"snils":")" + std::string(snils) + "\""), other)).status, 429) << snils;
        EXPECT_EQ(clerk.put(path, named, "\"1\"").status, 429) << snils;
    }
    EXPECT_EQ(clerk.put(path, person(R"("family_name":"Сёмина","given_name":"Анна")", R"(,"iin":"520315400007")"), "\"1\"").status, 200);
    EXPECT_EQ(clerk.post("/api/v1/persons", registration(kargat, person(anna), other)).status, 201) << "without a number nothing is asked";
    EXPECT_THAT(log_of(elena), ElementsAre("people.registered"));
}

TEST_P(PeopleAcrossTest, centre_that_serves_no_longer_sees_the_person_no_longer) {
    const auto clerk = desk(suzun);
    const auto path = "/api/v1/persons/" + elena;
    EXPECT_THAT(clerk.post(path + "/detach", moved(suzun, "да")).errors(), ElementsAre("/reason people.reason_too_short"));
    EXPECT_EQ(clerk.post(path + "/detach", moved(kargat)).status, 404);
    EXPECT_EQ(clerk.post(path + "/detach", moved(suzun)).status, 204);
    EXPECT_EQ(clerk.get(path).status, 404);
    EXPECT_EQ(clerk.get("/api/v1/persons").at("items"), "[]");
    const auto again = clerk.post("/api/v1/persons/lookup", by_number);
    EXPECT_EQ(again.at("items/0/organisation"), "");
    EXPECT_EQ(clerk.post("/api/v1/persons/" + again.at("items/0/lookup") + "/attach", moved(suzun)).status, 200);
}

TEST_P(PeopleAcrossTest, revealed_name_is_noted_with_its_reason_and_counts_as_a_lookup) {
    const Id<Person> id{*parse_uuid(elena)};
    const Uuid record = *parse_uuid("0190d7a5-0000-7000-8000-000000000017");
    const auto reveal = [&](const std::string& reason) {
        return database().write_now(db::Caller{17, 0, {db::Reach::everything, db::Reach::nothing, {}}, "test"}, [=](db::Tx& tx) { must(note_reveal(tx, id, record, reason)); });
    };
    EXPECT_EQ(reveal("         a").error().fields.front().code, "people.reason_too_short");
    for (int i = 0; i < 60; ++i) ASSERT_TRUE(reveal("сверка жалобы 17"));
    EXPECT_EQ(reveal("сверка жалобы 17").error().code, "people.too_many_lookups");
    EXPECT_EQ(last_detail("people.name_revealed"), R"({"reason":"сверка жалобы 17"})");
    EXPECT_EQ(log_of(elena).size(), 61U);
}

TEST_P(PeopleAcrossTest, director_and_administrator_read_who_looked) {
    const auto clerk = desk(kargat);
    const auto lookup = clerk.post("/api/v1/persons/lookup", by_number).at("items/0/lookup");
    ASSERT_EQ(clerk.post("/api/v1/persons/" + lookup + "/attach", moved(kargat)).status, 200);
    clerk.post("/api/v1/persons/" + elena + "/detach", moved(kargat, "вернулась в Сузун"));
    const auto path = "/api/v1/persons/" + elena + "/reads";
    for (const auto& reader : {sign_in(Role::director, number(suzun)), sign_in(Role::administrator)}) {
        const auto first = reader.get(path + "?limit=2");
        EXPECT_EQ(first.at("items/0/action"), "people.detached") << first.text;
        EXPECT_EQ(first.at("items/0/organisation"), kargat);
        EXPECT_EQ(first.at("items/0/account"), "Проверкина Анна");
        EXPECT_EQ(first.at("items/1/reason"), "переехала к дочери");
        EXPECT_EQ(reader.get(path + "?limit=2&cursor=" + first.at("next")).at("items/1/action"), "people.registered");
    }
    EXPECT_EQ(desk(suzun).get(path).status, 404);
    EXPECT_EQ(sign_in(Role::director, number(kargat)).get(path).status, 404);
    EXPECT_EQ(sign_in(Role::administrator).get("/api/v1/persons/0190d7a5-0000-7000-8000-000000000000/reads").status, 404);
    EXPECT_THAT(sign_in(Role::administrator).get(path + "?cursor=x").errors(), ElementsAre("/cursor core.unknown_value"));
}

TEST_P(PeopleAcrossTest, search_by_name_alone_never_reaches_another_centre) {
    EXPECT_EQ(desk(kargat).post("/api/v1/persons/search", R"({"snils":"11223344595"})").at("items"), "[]");
    EXPECT_EQ(desk(kargat).post("/api/v1/persons/search", R"({"query":"иванова","birth":"1950-03-08"})").at("items"), "[]");
}

RYADOM_BOTH_ENGINES(PeopleAcrossTest);

}  // namespace
}  // namespace ryadom::people
