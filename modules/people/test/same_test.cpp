// Nobody is entered twice: who is alike is found, told with reasons, and decided.
#include "people_test.hpp"

#include "modules/people/same.hpp"
#include "modules/people/store.hpp"

namespace ryadom::people {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr auto valentina = R"({"family_name":"Щербакова","given_name":"Валентина","patronymic":"Геннадьевна","birth":"1948-07-03","sex":"female","snils":"99012345607","phone":"+79000001234"})";

struct Entry {
    const char* what;
    const char* body;
};

class SameTest : public PeopleTest {
  protected:
    void SetUp() override {
        PeopleTest::SetUp();
        known = add(suzun, valentina);
    }
    testing::Answer enter(const std::string& centre, const std::string& body, const std::string& namesake = "") {
        return desk(centre).post("/api/v1/persons", registration(centre, body, namesake));
    }
    /// verdict, whether there is a newcomer, reason: in the order of the decisions.
    std::vector<std::string> decisions() {
        constexpr db::Sql all = "select verdict, newcomer is null, coalesce(reason, '') from v_people_same_decision order by number";
        return database().read_as(db::Caller::system(), [&](db::Tx& tx) {
            return tx.list(all, [](const db::Row& row) { return fmt::format("{} {} {}", row.get<std::string>(0), row.get<bool>(1) ? "nobody" : "newcomer", row.get<std::string>(2)); });
        });
    }
    std::string known;
};

TEST_P(SameTest, somebody_entered_once_more_is_told_however_it_is_written) {
    constexpr Entry entries[] = {
        {"as it stands", R"({"family_name":"Щербакова","given_name":"Валентина","patronymic":"Геннадьевна","birth":"1948-07-03","sex":"female"})"},
        {"a letter exchanged", R"({"family_name":"Щербаоква","given_name":"Валентина","patronymic":"Геннадьевна","birth":"1948-07-03","sex":"female"})"},
        {"a misspelt patronymic", R"({"family_name":"Щербакова","given_name":"Валентина","patronymic":"Генадьевна","birth":"1948-07-03","sex":"female"})"},
        {"no patronymic", R"({"family_name":"Щербакова","given_name":"Валентина","birth":"1948-07-03","sex":"female"})"},
        {"day and month exchanged", R"({"family_name":"Щербакова","given_name":"Валентина","patronymic":"Геннадьевна","birth":"1948-03-07","sex":"female"})"},
        {"another year", R"({"family_name":"Щербакова","given_name":"Валентина","patronymic":"Геннадьевна","birth":"1949-07-03","sex":"female"})"},
        {"transliterated", R"({"family_name":"Shcherbakova","given_name":"Valentina","patronymic":"Gennadevna","birth":"1948-07-03","sex":"female"})"},
        {"by a short name", R"({"family_name":"Щербакова","given_name":"Валя","patronymic":"Геннадьевна","birth":"1948-07-03","sex":"female"})"},
        {"a double name", R"({"family_name":"Щербакова-Орлова","given_name":"Валентина","patronymic":"Геннадьевна","birth":"1948-07-03","sex":"female"})"},
        {"family and given name exchanged", R"({"family_name":"Валентина","given_name":"Щербакова","patronymic":"Геннадьевна","birth":"1948-07-03","sex":"female"})"},
    };
    for (const auto& [what, body] : entries) {
        const auto refused = enter(suzun, body);
        EXPECT_EQ(refused.status, 409) << what << ": " << refused.text;
        EXPECT_EQ(refused.at("errors/0/arguments/person"), known) << what;
    }
    EXPECT_THAT(decisions(), IsEmpty());
}

TEST_P(SameTest, other_people_are_entered_without_a_question) {
    constexpr Entry entries[] = {
        {"a sister", R"({"family_name":"Щербакова","given_name":"Людмила","patronymic":"Геннадьевна","birth":"1951-02-11","sex":"female"})"},
        {"a twin", R"({"family_name":"Щербаков","given_name":"Виктор","patronymic":"Геннадьевич","birth":"1948-07-03","sex":"male"})"},
        {"born on the same day", R"({"family_name":"Морозова","given_name":"Вера","patronymic":"Ивановна","birth":"1948-07-03","sex":"female"})"},
        {"of the same names", R"({"family_name":"Щербакова","given_name":"Валентина","patronymic":"Геннадьевна","birth":"1971-11-25","sex":"female","snils":"99076543263"})"},
    };
    for (const auto& [what, body] : entries) EXPECT_EQ(enter(suzun, body).status, 201) << what;
    EXPECT_THAT(decisions(), IsEmpty());
}

TEST_P(SameTest, another_number_is_asked_about_and_told_as_what_speaks_against) {
    const auto other = R"({"family_name":"Щербакова","given_name":"Валентина","patronymic":"Геннадьевна","birth":"1948-07-03","sex":"female","snils":"99076543263"})";
    EXPECT_EQ(enter(suzun, other).code(), "people.same_person");
    EXPECT_THAT(desk(suzun).post("/api/v1/persons/alike", other).text, HasSubstr(R"("field":"snils","text":"Другой номер","against":true)"));
    EXPECT_EQ(enter(suzun, other, "однофамилица, номера разные").status, 201);
}

TEST_P(SameTest, a_surname_that_was_given_up_finds_its_bearer) {
    const auto path = "/api/v1/persons/" + known;
    const auto renamed = desk(suzun).put(path + "?renamed_on=2026-05-01", R"({"family_name":"Орлова","given_name":"Валентина","patronymic":"Геннадьевна","birth":"1948-07-03","sex":"female","snils":"99012345607"})", "\"1\"");
    ASSERT_EQ(renamed.status, 200) << renamed.text;
    const auto refused = enter(suzun, R"({"family_name":"Щербокова","given_name":"Валентина","patronymic":"Геннадьевна","birth":"1948-07-03","sex":"female"})");
    EXPECT_EQ(refused.code(), "people.same_person");
    EXPECT_EQ(refused.at("errors/0/arguments/person"), known);
}

TEST_P(SameTest, a_decision_is_kept_with_its_reason) {
    const auto again = R"({"family_name":"Щербакова","given_name":"Валентина","patronymic":"Генадьевна","birth":"1948-07-03","sex":"female"})";
    EXPECT_THAT(enter(suzun, again, "да").errors(), ElementsAre("/namesake people.reason_too_short"));
    EXPECT_EQ(enter(suzun, again, "другой паспорт, живёт в Сузуне").status, 201);
    EXPECT_THAT(decisions(), ElementsAre("other newcomer другой паспорт, живёт в Сузуне"));
    EXPECT_EQ(desk(suzun).post("/api/v1/persons/" + known + "/recognise", again).status, 204);
    EXPECT_THAT(decisions(), ElementsAre("other newcomer другой паспорт, живёт в Сузуне", "same nobody "));
    EXPECT_THAT(log_of(known), Contains("people.recognised"));
    EXPECT_EQ(desk(kargat).post("/api/v1/persons/" + known + "/recognise", again).status, 404);
}

TEST_P(SameTest, whoever_is_served_elsewhere_is_told_without_a_name_and_taken_over) {
    const auto typo = R"({"family_name":"Щирбакова","given_name":"Валентина","patronymic":"Геннадьевна","birth":"1948-07-03","sex":"female"})";
    const auto refused = enter(kargat, typo);
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(refused.code(), "people.same_elsewhere");
    EXPECT_THAT(refused.text, Not(HasSubstr("Щербакова")));
    EXPECT_EQ(refused.at("errors/0/arguments/initials"), "Щ. В. Г.");
    EXPECT_EQ(refused.at("errors/0/arguments/birth_year"), "1948");
    EXPECT_EQ(refused.at("errors/0/arguments/organisation"), suzun);
    EXPECT_THAT(log_of(known), Contains("people.looked_up"));
    EXPECT_EQ(enter(kargat, typo, "другой паспорт и другое село").status, 201);
    const auto clerk = desk(kargat);
    const auto told = clerk.post("/api/v1/persons", registration(kargat, R"({"family_name":"Щербакова","given_name":"Валя","patronymic":"Геннадьевна","birth":"1948-07-03","sex":"female","phone":"+79000001234"})"));
    EXPECT_EQ(told.code(), "people.same_person") << "the one who was entered here comes first";
    const auto other = desk(kargat);
    const auto asked = other.post("/api/v1/persons/lookup", R"({"number":"99012345607"})");
    const auto taken = other.post("/api/v1/persons/" + asked.at("items/0/lookup") + "/attach", R"({"organisation":")" + kargat + R"(","reason":"переехала к дочери в Каргат"})");
    EXPECT_EQ(taken.status, 200) << taken.text;
}

TEST_P(SameTest, who_is_alike_appears_while_somebody_is_typed) {
    const auto clerk = desk(suzun);
    const auto alike = [&](const std::string& typed) { return clerk.post("/api/v1/persons/alike", typed); };
    const auto found = alike(R"({"family_name":"щербокова","given_name":"валя","birth":"1948-07-03"})");
    ASSERT_EQ(found.status, 200) << found.text;
    EXPECT_EQ(found.at("items/0/id"), known);
    EXPECT_EQ(found.at("items/0/name"), "Щербакова Валентина Геннадьевна");
    EXPECT_GE(std::stoi(found.at("items/0/percent")), 50);
    EXPECT_EQ(found.at("items/0/asked"), "true");
    EXPECT_THAT(found.text, HasSubstr("Одна описка в фамилии"))<<found.at("items/0/reasons/0/text") << found.at("items/0/reasons/1/text");
    EXPECT_THAT(shown_to(known), Contains("people.searched"));
    EXPECT_EQ(alike(R"({"snils":"990-123-465 07"})").at("items/0/id"), known) << "two digits of the number exchanged";
    EXPECT_EQ(alike(R"({"snils":"990-123-456 07"})").at("items/0/same_number"), "true");
    EXPECT_EQ(alike(R"({"family_name":"Морозов","given_name":"Пётр","birth":"1960-01-01"})").at("items/0/id"), "");
    EXPECT_EQ(alike("{}").at("items/0/id"), "");
    EXPECT_EQ(desk(kargat).post("/api/v1/persons/alike", R"({"family_name":"Щербакова","given_name":"Валентина","birth":"1948-07-03"})").at("items/0/id"), "") << "a list shows whom the centre serves";
    EXPECT_EQ(sign_in(Role::coordinator).post("/api/v1/persons/alike", "{}").status, 403);
}

TEST_P(SameTest, the_register_lets_in_nobody_who_was_not_met) {
    const auto caller = db::Caller{1, number(suzun), {db::Reach::listed, db::Reach::listed, {number(suzun)}}, {}};
    Person person;
    person.family_name = "Щербакова";
    person.given_name = "Валентина";
    person.patronymic = "Геннадьевна";
    person.birth = *parse_date("1948-07-03");
    const Newcomers newcomers(database(), caller, {{person, {}}});
    EXPECT_THROW(static_cast<void>(newcomers.at(Person{})), std::logic_error);
    const auto refused = database().write_now(caller, [&, newcomer = newcomers.at(person), centre = Number<network::Organisation>{number(suzun)}](db::Tx& tx) {
        must(register_person(tx, newcomer, centre));
    });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "people.same_person");
}

TEST_P(SameTest, whoever_was_entered_meanwhile_is_told_as_well) {
    const auto caller = db::Caller{1, number(suzun), {db::Reach::listed, db::Reach::listed, {number(suzun)}}, {}};
    Person person;
    person.family_name = "Новикова";
    person.given_name = "Анна";
    person.birth = *parse_date("1950-05-05");
    const Newcomers before(database(), caller, {{person, {}}});
    ASSERT_THAT(before.all().front().alike(), IsEmpty());
    add(suzun, R"({"family_name":"Новикова","given_name":"Анна","birth":"1950-05-05","sex":"female"})");
    const auto refused = database().write_now(caller, [&, newcomer = before.at(person), centre = Number<network::Organisation>{number(suzun)}](db::Tx& tx) {
        must(register_person(tx, newcomer, centre));
    });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "people.same_person");
}

TEST_P(SameTest, a_search_with_slips_finds_whom_it_meant) {
    add(suzun, R"({"family_name":"Щербакова","given_name":"Вера","patronymic":"Петровна","birth":"1948-07-04","sex":"female"})");
    add(suzun, R"({"family_name":"Морозова","given_name":"Валентина","patronymic":"Геннадьевна","birth":"1951-07-03","sex":"female"})");
    add(kargat, R"({"family_name":"Щербакова","given_name":"Валентина","patronymic":"Генриховна","birth":"1948-07-03","sex":"female"})");
    const auto meant = [&](const std::string& query, const std::string& birth = "") {
        const auto born = birth.empty() ? std::string() : fmt::format(R"(,"birth":"{}")", birth);
        return desk(suzun).post("/api/v1/persons/meant", fmt::format(R"({{"query":"{}"{}}})", query, born));
    };
    constexpr std::array queries{
        Entry{"Щребакова Валентина", "1948-07-03"},         Entry{"Щербакова Валя", "1948-07-03"},          Entry{"Shcherbakova Valentina", "1948-07-03"},
        Entry{"Oth,frjdf Dfktynbyf", "1948-07-03"},         Entry{"Щербакова Валентина", "1948-03-07"},     Entry{"Валентина Генадьевна Щербакова", "1948-07-03"},
        Entry{"Щербокова Валентина Генадьевна", "1948-07-08"}, Entry{"Щербокова Валя Генадьевна", ""},        Entry{"Щербакова", "1948-07-03"},
    };
    for (const auto& [query, birth] : queries) {
        const auto found = meant(query, birth);
        ASSERT_EQ(found.status, 200) << found.text;
        EXPECT_EQ(found.at("items/0/id"), known) << query << " " << birth << ": " << found.text;
    }
    EXPECT_EQ(meant("Щербакова Валентина", "1948-07-03").at("items/0/name"), "Щербакова Валентина Геннадьевна") << "another centre's is not told";
    EXPECT_EQ(meant("Кузнецов Пётр", "1971-02-02").at("items/0/id"), "");
    EXPECT_THAT(shown_to(known), Contains("people.searched"));
}

RYADOM_BOTH_ENGINES(SameTest);

}  // namespace
}  // namespace ryadom::people
