#include "people_test.hpp"

#include "modules/people/store.hpp"
#include "modules/people/store_same.hpp"
#include "modules/people/store_search.hpp"

namespace ryadom::people {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr auto last = "\xF4\x8F\xBF\xBF";

class PeopleStoreTest : public PeopleTest {
  protected:
    db::Caller caller(const std::string& organisation) {
        return {1, number(organisation), {db::Reach::listed, db::Reach::listed, {number(organisation)}}, {}};
    }
    std::int64_t number_of(const std::string& id) {
        return database().read_as(db::Caller::system(), [&](db::Tx& tx) { return store::number_of(tx, {*parse_uuid(id)})->value; });
    }
    /// PostgreSQL plans by what the tables hold: 20,000 persons, one in a hundred served here.
    void fill() {
        const auto done = database().write_now(db::Caller::system(), [mine = number(suzun), other = number(kargat)](db::Tx& tx) {
            tx.run("insert into people_person (id, birth, sex) select gen_random_uuid(), date '1930-01-01' + i % 25000, 'female' from generate_series(1, 20000) i");
            tx.run("insert into people_card (person, family_name, given_name, family_folded, given_folded, patronymic_folded, birth, snils, revision) "
                   "select number, 'Я', 'Я', substr('ивановпетросидкузн', cast(number % 14 + 1 as integer), 5) || number % 97, 'я', '', birth, "
                   "cast(10000000000 + number as text), 1 from people_person where number not in (select person from people_card)");
            tx.run("insert into people_attachment (person, organisation, since, account) "
                   "select number, case when number % 100 = 0 then cast($1 as bigint) else cast($2 as bigint) end, birth, 0 from people_person", mine, other);
            tx.run("analyze people_person");
            tx.run("analyze people_card");
            tx.run("analyze people_attachment");
        });
        ASSERT_TRUE(done);
    }
    /// How the engine would run a statement for the desk of a centre.
    template <class... Arguments>
    std::string plan(db::Sql sqlite, db::Sql postgresql, const Arguments&... arguments) {
        std::string out;
        if (postgres()) fill();
        database().read(caller(suzun), [&](db::Tx& tx) {
            // Of two centres, a scan of the table is as good as an index; of forty it is not.
            if (postgres()) tx.run("set local enable_seqscan = off");
            const int column = postgres() ? 0 : 3;
            tx.each(postgres() ? postgresql : sqlite, [&](const db::Row& row) { out += row.get<std::string>(column) + "\n"; }, arguments...);
        });
        return out;
    }
};

template <db::Text... parts>
constexpr db::Sql in_sqlite = db::sql<"explain query plan ", parts...>;
template <db::Text... parts>
constexpr db::Sql in_postgresql = db::sql<"explain (costs off) ", parts...>;

TEST_P(PeopleStoreTest, search_by_snils_uses_its_index) {
    using namespace store;
    const auto text = plan(in_sqlite<summary, cards, "where c.snils = $1", summary_end>,
                           in_postgresql<summary, cards, "where c.snils = $1", summary_end>, "11223344595");
    EXPECT_THAT(text, HasSubstr(postgres() ? "Index Cond: (snils = " : "people_card USING INDEX sqlite_autoindex_people_card_1 (snils=?)")) << text;
}

TEST_P(PeopleStoreTest, search_by_birth_and_surname_uses_its_index_for_both) {
    using namespace store;
    const auto text = plan(in_sqlite<summary, cards, "where c.birth = $12 and ", named, in_order, summary_end>,
                           in_postgresql<summary, cards, "where c.birth = $12 and ", named, in_order, summary_end>, "иван", "иваня", "", last, "", last, "",
                           "", "", 0, 51, "1950-03-08");
    EXPECT_THAT(text, HasSubstr(postgres() ? "people_card_birth" : "people_card_birth (birth=? AND family_folded>? AND family_folded<?)")) << text;
    if (postgres()) {
        EXPECT_THAT(text, HasSubstr("Index Cond: ((birth = '1950-03-08'::date) AND (family_folded >= 'иван'::text) AND (family_folded < 'иваня'::text)")) << text;
    }
}

TEST_P(PeopleStoreTest, search_by_surname_uses_its_index_in_order) {
    using namespace store;
    const auto text = plan(in_sqlite<summary, cards, "where ", named, in_order, summary_end>,
                           in_postgresql<summary, cards, "where ", named, in_order, summary_end>, "иван", "иваня", "", last, "", last, "", "", "",
                           0, 51);
    EXPECT_THAT(text, HasSubstr(postgres() ? "people_card_name" : "people_card_name (family_folded>? AND family_folded<?)")) << text;
    if (postgres()) {
        EXPECT_THAT(text, HasSubstr("(family_folded >= 'иван'::text) AND (family_folded < 'иваня'::text)")) << text;
    }
}

TEST_P(PeopleStoreTest, search_of_a_small_centre_starts_from_whom_it_serves) {
    using namespace store;
    const auto text = plan(in_sqlite<of_few, asked, summary, own_cards, "where c.person = m.person and ", named, in_order_of_few, summary_end>,
                           in_postgresql<of_few, asked, summary, own_cards, "where c.person = m.person and ", named, in_order_of_few, summary_end>,
                           "", last, "", last, "", last, "", "", "", 0, 51, listed({number(suzun)}), 1);
    EXPECT_THAT(text, HasSubstr(postgres() ? "on people_attachment" : "people_attachment USING INDEX people_attachment_organisation (organisation=?)")) << text;
    EXPECT_THAT(text, HasSubstr(postgres() ? "people_card_pkey on people_card" : "people_card USING INTEGER PRIMARY KEY (rowid=?)")) << text;
}

TEST_P(PeopleStoreTest, brief_names_only_whom_the_caller_may_see) {
    const auto mine = number_of(add(suzun, person()));
    const auto other = number_of(add(kargat, person(R"("family_name":"Петрова","given_name":"Анна")")));
    const auto seen = database().read_as(caller(suzun), [&](db::Tx& tx) { return briefs(tx, {other, mine, other}); });
    ASSERT_EQ(seen.size(), 3U);
    EXPECT_EQ(seen[0].number.value, other);
    EXPECT_EQ(seen[0].name, std::nullopt);
    EXPECT_EQ(to_string(seen[0].birth), "1950-03-08");
    EXPECT_EQ(seen[0].sex, Sex::female);
    EXPECT_EQ(seen[1].name, "Иванова Е. П.");
    EXPECT_EQ(seen[2].number.value, other);
    EXPECT_TRUE(database().read_as(caller(suzun), [&](db::Tx& tx) { return briefs(tx, {}); }).empty());
}

TEST_P(PeopleStoreTest, district_of_every_person_stands_at_its_number) {
    const auto district = sign_in(Role::coordinator).post("/api/v1/districts",
        R"({"code":"suzun","title":"Сузунский район","population":31700,"elders":8000,"road_km":155,"tile_row":3,"tile_column":4})");
    const auto here = number_of(add(suzun, person(R"("family_name":"Иванова","given_name":"Елена")", R"(,"district":")" + district.at("id") + "\"")));
    const auto nowhere = number_of(add(suzun, person()));
    const auto districts = database().read_as(db::Caller::system(), [](db::Tx& tx) { return districts_by_person(tx); });
    ASSERT_EQ(districts.size(), static_cast<std::size_t>(nowhere) + 1);
    const auto expected = database().read_as(db::Caller::system(), [](db::Tx& tx) { return network::all_districts(tx)[0].number.value; });
    EXPECT_EQ(districts[static_cast<std::size_t>(here)], expected);
    EXPECT_EQ(districts[static_cast<std::size_t>(nowhere)], 0U);
}

TEST_P(PeopleStoreTest, whoever_was_born_on_a_day_is_found_in_an_index_alone) {
    const auto text = plan(in_sqlite<store::born>, in_postgresql<store::born>, *parse_date("1950-03-08"));
    EXPECT_THAT(text, HasSubstr("people_card_birth"));
    if (!postgres()) { EXPECT_THAT(text, HasSubstr("COVERING INDEX")); }
}

TEST_P(PeopleStoreTest, whoever_has_a_name_is_found_in_an_index_alone) {
    const auto text = plan(in_sqlite<store::called>, in_postgresql<store::called>, "иванова", "елена", 2000);
    EXPECT_THAT(text, HasSubstr("people_card_name"));
    if (!postgres()) { EXPECT_THAT(text, HasSubstr("COVERING INDEX")); }
}

TEST_P(PeopleStoreTest, refused_registration_lets_the_same_transaction_go_on) {
    add(kargat, person(R"("family_name":"Петрова","given_name":"Анна")", R"(,"snils":"11223344595")"));
    const Number<network::Organisation> centre{number(suzun)};
    Person numbered;
    numbered.family_name = "Иванова";
    numbered.given_name = "Елена";
    numbered.birth = *parse_date("1950-03-08");
    auto plain = numbered;
    numbered.snils = "11223344595";
    const Newcomers newcomers(database(), caller(suzun), {{numbered, {}}, {plain, {}}});
    const auto done = database().write_now(caller(suzun), [&](db::Tx& tx) {
        const auto refused = register_person(tx, newcomers.at(numbered), centre);
        const auto added = must(register_person(tx, newcomers.at(plain), centre));
        return std::pair{refused ? std::string() : refused.error().code, find_person(tx, added.person.id).has_value()};
    });
    ASSERT_TRUE(done);
    EXPECT_EQ(*done, std::pair(std::string("people.known_elsewhere"), true));
}

RYADOM_BOTH_ENGINES(PeopleStoreTest);

}  // namespace
}  // namespace ryadom::people
