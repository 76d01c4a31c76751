// The personal file over the API.
#include "people_test.hpp"

namespace ryadom::people {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class PeopleFileTest : public PeopleTest {
  protected:
    std::string elena() { return add(suzun, person()); }
    std::string olga() { return add(suzun, person(R"("family_name":"Петрова","given_name":"Ольга")")); }
    static std::string file_path(const std::string& id) { return "/api/v1/persons/" + id + "/file"; }
    /// A whole file with these lists in place of empty ones.
    static std::string file(const std::vector<std::pair<std::string, std::string>>& lists) {
        std::string out = "{";
        for (const std::string name : {"former_names", "documents", "addresses", "phones", "languages", "relatives", "representatives", "circumstances", "categories"}) {
            std::string list = "[]";
            for (const auto& [given, text] : lists)
                if (given == name) list = text;
            out += (out.size() > 1 ? ",\"" : "\"") + name + "\":" + list;
        }
        return out + "}";
    }
};

TEST_P(PeopleFileTest, file_is_written_whole_and_read_back) {
    const auto id = elena();
    const auto clerk = desk(suzun);
    EXPECT_EQ(clerk.get(file_path(id)).at("file/documents"), "[]");
    const auto written = clerk.put(file_path(id), file({
        {"documents", R"([{"kind":"passport","series":"50 08","number":"123456","issued_on":"2008-05-01","issued_by":"ОВД Сузунского района"}])"},
        {"addresses", R"([{"kind":"residence","settlement":"Сузун","street":"ул. Ленина","house":"5"},{"kind":"registration","landmark":"у моста"}])"},
        {"phones", R"([{"number":"+7 900 000-11-22","whose":"дочь"}])"},
        {"languages", R"(["ru","kk"])"},
        {"former_names", R"([{"family_name":"Кузнецова","until":"1975-06-01"}])"},
        {"circumstances", R"([{"code":"no_care","since":"2026-01-15"}])"},
        {"categories", R"([{"code":"siege_resident","since":"2026-01-15","document":"удостоверение 12"}])"}}), "\"1\"");
    ASSERT_EQ(written.status, 200) << written.text;
    EXPECT_EQ(written.header("etag"), "\"2\"");
    const auto read = clerk.get(file_path(id));
    EXPECT_EQ(read.at("file/documents/0/series"), "5008");
    EXPECT_EQ(read.at("file/documents/0/issued_by"), "ОВД Сузунского района");
    EXPECT_EQ(read.at("file/addresses/1/landmark"), "у моста");
    EXPECT_EQ(read.at("file/phones/0/whose"), "дочь");
    EXPECT_EQ(read.at("file/languages/1"), "kk");
    EXPECT_EQ(read.at("file/former_names/0/until"), "1975-06-01");
    EXPECT_EQ(read.at("file/circumstances/0/code"), "no_care");
    EXPECT_EQ(read.at("file/categories/0/document"), "удостоверение 12");
    EXPECT_EQ(clerk.get("/api/v1/persons/" + id).at("person/address"), "Сузун, ул. Ленина, д. 5") << "the card shows where the person lives";
    EXPECT_THAT(log_of(id), ElementsAre("people.registered", "people.file_read", "people.file_changed", "people.file_read", "people.card_read"));
}

TEST_P(PeopleFileTest, file_is_changed_under_the_revision_of_the_card) {
    const auto id = elena();
    const auto clerk = desk(suzun);
    EXPECT_EQ(clerk.put(file_path(id), file({}), "\"1\"").status, 200);
    EXPECT_EQ(clerk.put(file_path(id), file({}), "\"1\"").status, 412);
    EXPECT_EQ(clerk.put("/api/v1/persons/" + id, person(), "\"1\"").status, 412);
    EXPECT_EQ(clerk.put("/api/v1/persons/" + id, person(), "\"2\"").status, 200);
}

TEST_P(PeopleFileTest, every_wrong_place_is_named_and_nothing_is_changed) {
    const auto id = elena();
    const auto clerk = desk(suzun);
    ASSERT_EQ(clerk.put(file_path(id), file({{"languages", R"(["ru"])"}}), "\"1\"").status, 200);
    const auto answer = clerk.put(file_path(id), file({{"documents", R"([{"kind":"passport","number":"1"}])"}, {"addresses", R"([{"kind":"residence"}])"},
                                                       {"circumstances", R"([{"code":"wealth","since":"2026-01-01"}])"}}), "\"2\"");
    EXPECT_EQ(answer.status, 422);
    for (const auto* pointer : {"/documents/0/number", "/addresses/0/settlement", "/circumstances/0/code"}) EXPECT_THAT(answer.text, HasSubstr(pointer));
    EXPECT_EQ(clerk.get(file_path(id)).at("file/languages/0"), "ru");
}

TEST_P(PeopleFileTest, relative_of_the_register_is_seen_from_both_sides) {
    const auto mother = elena();
    const auto daughter = olga();
    const auto clerk = desk(suzun);
    const auto answer = clerk.put(file_path(mother), file({
        {"relatives", R"([{"person":")" + daughter + R"(","kinship":"child","lives_together":true},{"name":"Петров Иван","kinship":"grandchild","lives_together":false}])"},
        {"representatives", R"([{"person":")" + daughter + R"(","authority":"proxy","document":"доверенность 7 от 01.02.2026","since":"2026-02-01"}])"}}), "\"1\"");
    ASSERT_EQ(answer.status, 200) << answer.text;
    EXPECT_EQ(answer.at("people/0/name"), "Петрова О.");
    const auto seen = clerk.get(file_path(daughter));
    EXPECT_EQ(seen.at("named_by/0/person"), mother);
    EXPECT_EQ(seen.at("named_by/0/kinship"), "parent");
    EXPECT_EQ(seen.at("named_by/0/lives_together"), "true");
    EXPECT_EQ(seen.at("named_by/1/authority"), "proxy");
    EXPECT_THAT(shown_to(mother), ElementsAre("people.file_read")) << "the name stood in the file of the daughter";
    EXPECT_EQ(clerk.put(file_path(mother), file({{"relatives", R"([{"person":")" + mother + R"(","kinship":"child","lives_together":true}])"}}), "\"2\"").status, 422);
}

TEST_P(PeopleFileTest, person_of_another_centre_is_no_relative_to_choose_and_keeps_no_name) {
    const auto mine = elena();
    const auto theirs = add(kargat, person(R"("family_name":"Петрова","given_name":"Ольга")"));
    const auto clerk = desk(suzun);
    const auto body = file({{"relatives", R"([{"person":")" + theirs + R"(","kinship":"child","lives_together":false}])"}});
    const auto refused = clerk.put(file_path(mine), body, "\"1\"");
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.text, HasSubstr("/relatives/0/person"));
    // Served by both when it was entered, by one now: it stays, without its name.
    const auto shared = olga();
    const auto with = file({{"relatives", R"([{"person":")" + shared + R"(","kinship":"child","lives_together":false}])"}});
    ASSERT_EQ(clerk.put(file_path(mine), with, "\"1\"").status, 200);
    ASSERT_EQ(clerk.post("/api/v1/persons/" + shared + "/detach", R"({"organisation":")" + suzun + R"(","reason":"переехала в Каргат"})").status, 204);
    EXPECT_EQ(clerk.get(file_path(mine)).at("people/0/name"), "");
    EXPECT_EQ(clerk.put(file_path(mine), with, "\"2\"").status, 200);
}

TEST_P(PeopleFileTest, file_of_another_centre_is_absent) {
    const auto id = elena();
    ASSERT_EQ(desk(suzun).put(file_path(id), file({{"languages", R"(["ru"])"}}), "\"1\"").status, 200);
    for (const auto role : {Role::desk, Role::specialist, Role::director}) {
        const auto stranger = sign_in(role, number(kargat));
        EXPECT_EQ(stranger.get(file_path(id)).status, 404);
        EXPECT_EQ(stranger.put(file_path(id), file({}), "\"2\"").status, 404);
    }
    EXPECT_EQ(sign_in(Role::coordinator).get(file_path(id)).status, 404);
    EXPECT_EQ(desk(suzun).get(file_path(id)).at("file/languages/0"), "ru");
}

TEST_P(PeopleFileTest, changed_name_is_kept_and_found_and_a_misspelt_one_is_not) {
    const auto id = elena();
    const auto clerk = desk(suzun);
    const auto path = "/api/v1/persons/" + id;
    ASSERT_EQ(clerk.put(path, person(R"("family_name":"Ивановна","given_name":"Елена","patronymic":"Петровна")"), "\"1\"").status, 200);
    EXPECT_EQ(clerk.put(path + "?renamed_on=2026-11-24", person(), "\"2\"").status, 422) << "tomorrow";
    ASSERT_EQ(clerk.put(path + "?renamed_on=2026-11-20", person(R"("family_name":"Сёмина","given_name":"Елена","patronymic":"Петровна")"), "\"2\"").status, 200);
    const auto names = clerk.get(file_path(id));
    EXPECT_EQ(names.at("file/former_names/0/family_name"), "Ивановна");
    EXPECT_EQ(names.at("file/former_names/0/until"), "2026-11-20");
    EXPECT_EQ(names.at("file/former_names/1"), "") << "the misspelt one";
    const auto found = clerk.post("/api/v1/persons/search", R"({"query":"ивановна ел"})");
    EXPECT_EQ(found.at("items/0/name"), "Сёмина (Ивановна) Елена Петровна");
    EXPECT_EQ(clerk.post("/api/v1/persons/search", R"({"query":"ивановна","birth":"1950-03-09"})").at("items"), "[]");
    EXPECT_EQ(desk(kargat).post("/api/v1/persons/search", R"({"query":"ивановна"})").at("items"), "[]");
}

TEST_P(PeopleFileTest, address_in_parts_is_changed_in_the_file_only) {
    const auto id = elena();
    const auto clerk = desk(suzun);
    ASSERT_EQ(clerk.put(file_path(id), file({{"addresses", R"([{"kind":"residence","settlement":"Сузун"}])"}}), "\"1\"").status, 200);
    const auto refused = clerk.put("/api/v1/persons/" + id, person(R"("family_name":"Иванова","given_name":"Елена")", R"(,"address":"Каргат")"), "\"2\"");
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.text, HasSubstr("/address"));
    EXPECT_EQ(clerk.put("/api/v1/persons/" + id, person(R"("family_name":"Иванова","given_name":"Елена")", R"(,"address":"Сузун")"), "\"2\"").status, 200);
}

TEST_P(PeopleFileTest, lists_of_the_region_hold_circumstances_and_categories) {
    const auto words = desk(suzun).get("/api/v1/person-lists");
    EXPECT_EQ(words.at("items/0/kind"), "category");
    EXPECT_THAT(words.text, HasSubstr("lost_self_care"));
    EXPECT_EQ(sign_in(Role::coordinator).get("/api/v1/person-lists").status, 200) << "who writes them";
}

RYADOM_BOTH_ENGINES(PeopleFileTest);

}  // namespace
}  // namespace ryadom::people
