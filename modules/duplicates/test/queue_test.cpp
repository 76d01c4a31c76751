// The register is held against itself, and people decide.
#include "duplicates_test.hpp"

namespace ryadom::duplicates {
namespace {

class QueueTest : public DuplicatesTest {
  protected:
    /// A register large enough that its parameters can be found out of it, with one person entered twice.
    void fill() {
        constexpr std::array families{"Смирнова", "Кузнецова", "Попова", "Васильева", "Соколова", "Михайлова", "Новикова", "Фёдорова", "Морозова", "Волкова"};
        constexpr std::array given{"Анна", "Мария", "Ольга", "Татьяна", "Наталья", "Ирина", "Светлана", "Галина", "Людмила", "Валентина"};
        must(database().write_now(db::Caller::system(), [&](db::Tx& tx) {
            for (int i = 0; i < 300; ++i) {
                const auto person = tx.insert("insert into people_person (id, birth, sex) values ($1, $2, 'female') returning number", tx.make_id<people::Person>(), Date{-9000 + i * 37});
                tx.run("insert into people_card (person, family_name, given_name, patronymic, family_folded, given_folded, patronymic_folded, birth, revision) "
                       "values ($1, $2, $3, 'Петровна', $2, $3, 'петровна', $4, 1)", person, families[static_cast<std::size_t>(i) % 10], given[static_cast<std::size_t>(i / 10) % 10], Date{-9000 + i * 37});
                tx.run("insert into people_attachment (person, organisation, since, account) values ($1, $2, '2020-01-01', 0)", person, suzun.number);
            }
        }));
        elena = add(suzun, names("Щербакова", "Валентина", R"(,"patronymic":"Геннадьевна","phone":"+79130000001")"));
        again = add(suzun, names("Щербаоква", "Валентина", R"(,"patronymic":"Генадьевна","phone":"+79130000001")"));
        elsewhere = add(kargat, names("Щербакова", "Валентина", R"(,"patronymic":"Геннадьевна","phone":"+79130000001")"));
        // They were entered for a reason; here nobody has said anything of them.
        must(database().write_now(db::Caller::system(), [pg = postgres()](db::Tx& tx) {
            if (pg) tx.run("alter table people_same_decision disable trigger people_same_decision_append_only");
            else tx.run("drop trigger people_same_decision_no_delete");
            tx.run("delete from people_same_decision");
        }));
    }
    testing::Answer look() { return sign_in(Role::coordinator).post("/api/v1/duplicates/runs", ""); }

    std::string elena;
    std::string again;
    std::string elsewhere;
};

TEST_P(QueueTest, somebody_who_stands_twice_is_found_and_merged) {
    fill();
    const auto run = look();
    ASSERT_EQ(run.status, 200) << run.text;
    EXPECT_EQ(run.at("persons"), "303");
    EXPECT_EQ(run.at("pairs"), "3");
    auto queue = desk(suzun).get("/api/v1/duplicates");
    ASSERT_EQ(count(queue), 3) << queue.text;
    std::string pair;
    for (int i = 0; i < 3; ++i)
        if (!queue.at(fmt::format("items/{}/one/name", i)).empty() && !queue.at(fmt::format("items/{}/other/name", i)).empty()) {
            pair = queue.at(fmt::format("items/{}/id", i));
            EXPECT_EQ(queue.at(fmt::format("items/{}/one/name", i)), "Щербакова Валентина Геннадьевна");
            EXPECT_GT(std::stoi(queue.at(fmt::format("items/{}/percent", i))), 50);
            EXPECT_NE(queue.at(fmt::format("items/{}/reasons/0/text", i)), "");
        }
    ASSERT_NE(pair, "");
    EXPECT_EQ(merge(suzun, elena, again).status, 200);
    queue = desk(suzun).get("/api/v1/duplicates");
    EXPECT_EQ(count(queue), 2) << "those of another centre are left: " << queue.text;
    EXPECT_EQ(look().at("pairs"), "1");
    EXPECT_EQ(count(desk(suzun).get("/api/v1/duplicates")), 1);
}

TEST_P(QueueTest, what_is_decided_is_not_asked_again) {
    fill();
    look();
    const auto queue = desk(suzun).get("/api/v1/duplicates");
    for (int i = 0; i < 3; ++i) {
        const auto decide = "/api/v1/duplicates/" + queue.at(fmt::format("items/{}/id", i)) + "/other";
        EXPECT_EQ(desk(suzun).post(decide, R"({"reason":"нет"})").errors(), std::vector<std::string>{"/reason people.reason_too_short"});
        EXPECT_EQ(sign_in(Role::specialist, suzun.number).post(decide, R"({"reason":"это две сестры, паспорта разные"})").status, 404);
        EXPECT_EQ(desk(suzun).post(decide, R"({"reason":"это две сестры, паспорта разные"})").status, 204);
        EXPECT_EQ(desk(suzun).post(decide, R"({"reason":"это две сестры, паспорта разные"})").status, 404);
    }
    EXPECT_EQ(count(desk(suzun).get("/api/v1/duplicates")), 0);
    EXPECT_EQ(look().status, 200);
    EXPECT_EQ(count(desk(suzun).get("/api/v1/duplicates")), 0);
}

TEST_P(QueueTest, another_centres_person_is_told_as_a_lookup_and_no_more) {
    fill();
    look();
    const auto queue = desk(kargat).get("/api/v1/duplicates?limit=1");
    ASSERT_EQ(count(queue), 1) << queue.text;
    const auto ours = queue.at("items/0/one/id") == elsewhere ? "one" : "other";
    const auto theirs = std::string(ours) == "one" ? "other" : "one";
    EXPECT_EQ(queue.at(fmt::format("items/0/{}/id", theirs)), "");
    EXPECT_EQ(queue.at(fmt::format("items/0/{}/birth_year", theirs)), "1950");
    EXPECT_EQ(queue.text.find("Щербаоква"), std::string::npos);
    EXPECT_EQ(count(desk(kargat).get("/api/v1/duplicates?cursor=" + queue.at("next"))), 1);
    EXPECT_EQ(desk(kargat).get("/api/v1/duplicates?cursor=yesterday").status, 422);
    const auto reader = desk(kargat);
    const auto told = reader.post("/api/v1/duplicates/" + queue.at("items/0/id") + "/elsewhere", "");
    ASSERT_EQ(told.status, 200) << told.text;
    EXPECT_EQ(told.at("initials"), "Щ. В. Г.");
    EXPECT_EQ(told.at("organisation"), suzun.id);
    EXPECT_EQ(reader.post("/api/v1/persons/" + told.at("lookup") + "/attach", R"({"organisation":")" + kargat.id + R"(","reason":"это одна и та же женщина"})").status, 200);
    EXPECT_EQ(sign_in(Role::coordinator).get("/api/v1/duplicates").status, 403);
    EXPECT_EQ(desk(suzun).post("/api/v1/duplicates/runs", "").status, 403);
    EXPECT_EQ(count(sign_in(Role::administrator).get("/api/v1/duplicates/runs")), 1);
    EXPECT_EQ(count(desk(suzun).get("/api/v1/duplicates/runs")), 1);
}

RYADOM_BOTH_ENGINES(QueueTest);

}  // namespace
}  // namespace ryadom::duplicates
