// Two persons are one human, and two again.
#include "duplicates_test.hpp"

#include <random>

namespace ryadom::duplicates {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class MergesTest : public DuplicatesTest {
  protected:
    std::string card_of(const Place& place, const std::string& person) { return without_revision(desk(place).get("/api/v1/persons/" + person).text); }
    std::string file_of(const Place& place, const std::string& person) { return without_revision(desk(place).get("/api/v1/persons/" + person + "/file").text); }
    static std::string without_revision(std::string text) {
        for (std::size_t at = 0; (at = text.find("\"revision\":", at)) != std::string::npos;) {
            const auto end = text.find_first_of(",}", at);
            text.replace(at, end - at, "\"revision\":_");
            at += 12;
        }
        return text;
    }
    testing::Answer write_file(const Place& place, const std::string& person, const std::string& lists) {
        const auto revision = desk(place).get("/api/v1/persons/" + person).at("revision");
        std::string body = "{";
        for (const auto* list : {"former_names", "documents", "addresses", "phones", "languages", "relatives", "representatives", "circumstances", "categories"})
            if (lists.find('"' + std::string(list) + "\":") == std::string::npos) body += fmt::format("\"{}\":[],", list);
        auto made = desk(place).put("/api/v1/persons/" + person + "/file", body + lists + "}", "\"" + revision + "\"");
        EXPECT_EQ(made.status, 200) << made.text;
        return made;
    }
    std::vector<std::string> attachments() {
        constexpr db::Sql all = "select person, organisation, until_on is null, derived from v_people_attachment order by person, organisation, number";
        return in_system([](db::Tx& tx) {
            return tx.list(all, [](const db::Row& row) {
                return fmt::format("{} {} {} {}", row.get<std::int64_t>(0), row.get<std::int64_t>(1), row.get<bool>(2) ? "stands" : "ended", row.get<bool>(3) ? "derived" : "own");
            });
        });
    }
};

TEST_P(MergesTest, the_merged_person_is_the_survivor_in_every_list_and_figure) {
    const auto elena = add(suzun, names("Иванова"));
    const auto married = add(suzun, names("Петрова"));
    fact(suzun, elena);
    fact(suzun, married, "2026-11-21");
    EXPECT_EQ(people_in_figures(), 2U);
    const auto merged = merge(suzun, elena, married);
    ASSERT_EQ(merged.status, 200) << merged.text;
    EXPECT_EQ(merged.at("items/0/name"), "Петрова Елена");
    EXPECT_EQ(people_in_figures(), 1U);
    EXPECT_THAT(ledger::verify_figures(database(), *feed), IsEmpty());
    EXPECT_EQ(desk(suzun).get("/api/v1/persons/" + married).at("person/id"), elena) << "old links go on";
    const auto facts = desk(suzun).get("/api/v1/facts?person=" + elena);
    EXPECT_EQ(count(facts), 2);
    EXPECT_EQ(facts.at("items/0/person/id"), elena);
    EXPECT_EQ(facts.at("items/1/person/id"), elena);
    EXPECT_EQ(desk(suzun).get("/api/v1/facts/totals?person=" + elena).at("facts"), "2");
    const auto found = desk(suzun).post("/api/v1/persons/search", R"({"query":"петрова"})");
    EXPECT_EQ(count(found), 1);
    EXPECT_EQ(found.at("items/0/id"), elena);
    fact(suzun, married, "2026-11-22");
    EXPECT_EQ(people_in_figures(), 1U) << "what a phone kept of the other goes to the survivor";
}

TEST_P(MergesTest, an_undone_merge_leaves_two_people_with_what_each_had) {
    const auto elena = add(suzun, names("Иванова", "Елена", R"(,"phone":"+79130000001")"));
    const auto other = add(suzun, names("Иванова", "Алёна", R"(,"snils":"112-233-445 95","patronymic":"Петровна")"));
    write_file(suzun, other, R"("phones":[{"number":"+79130000002"}],"languages":["kk"])");
    fact(suzun, elena);
    fact(suzun, other);
    const std::vector before{card_of(suzun, elena), card_of(suzun, other), file_of(suzun, elena), file_of(suzun, other)};
    const auto merged = merge(suzun, elena, other);
    EXPECT_THAT(merged.text, HasSubstr(R"("taken":["patronymic","snils","phones","languages"])"));
    EXPECT_EQ(desk(suzun).get("/api/v1/persons/" + elena).at("person/snils"), "11223344595");
    EXPECT_THAT(file_of(suzun, elena), HasSubstr("+79130000002"));
    fact(suzun, elena, "2026-11-22");
    const auto undone = undo(suzun, elena, merged.at("items/0/id"));
    ASSERT_EQ(undone.status, 200) << undone.text;
    EXPECT_EQ(undone.at("items/0/undone_reason"), "пришли обе, это сёстры");
    EXPECT_THAT((std::vector{card_of(suzun, elena), card_of(suzun, other), file_of(suzun, elena), file_of(suzun, other)}), ::testing::ElementsAreArray(before));
    EXPECT_EQ(people_in_figures(), 2U);
    EXPECT_THAT(ledger::verify_figures(database(), *feed), IsEmpty());
    EXPECT_EQ(count(desk(suzun).get("/api/v1/facts?person=" + elena)), 2) << "what was recorded meanwhile stays with the survivor";
    EXPECT_EQ(count(desk(suzun).get("/api/v1/facts?person=" + other)), 1);
    EXPECT_EQ(undo(suzun, elena, merged.at("items/0/id")).code(), "people.merge_undone_already");
}

TEST_P(MergesTest, what_was_changed_since_is_not_taken_back) {
    const auto elena = add(suzun, names("Иванова"));
    const auto other = add(suzun, names("Иванова", "Алёна", R"(,"phone":"+79130000002")"));
    const auto merged = merge(suzun, elena, other);
    const auto card = desk(suzun).get("/api/v1/persons/" + elena);
    const auto changed = desk(suzun).put("/api/v1/persons/" + elena, "{" + names("Иванова", "Елена", R"(,"phone":"+79130000003")") + "}", "\"" + card.at("revision") + "\"");
    ASSERT_EQ(changed.status, 200) << changed.text;
    undo(suzun, elena, merged.at("items/0/id"));
    EXPECT_EQ(desk(suzun).get("/api/v1/persons/" + elena).at("person/phone"), "+79130000003");
    EXPECT_EQ(desk(suzun).get("/api/v1/persons/" + other).at("person/phone"), "+79130000002");
}

TEST_P(MergesTest, two_people_are_not_merged) {
    const auto elena = add(suzun, names("Иванова", "Елена", R"(,"snils":"112-233-445 95")"));
    const auto numbered = add(suzun, names("Иванова", "Алёна", R"(,"snils":"990-123-456 07")"));
    const auto sister = add(suzun, names("Иванова", "Ольга"));
    const auto dead = add(suzun, names("Иванова", "Анна", R"(,"death":"2024-01-01")"));
    write_file(suzun, sister, R"("relatives":[{"person":")" + elena + R"(","kinship":"sibling","lives_together":false}])");
    EXPECT_EQ(merge(suzun, elena, elena).code(), "people.merge_itself");
    EXPECT_EQ(merge(suzun, elena, numbered).code(), "people.merge_numbers_differ");
    EXPECT_EQ(merge(suzun, elena, sister).code(), "people.merge_related");
    EXPECT_EQ(merge(suzun, sister, elena).code(), "people.merge_related");
    EXPECT_EQ(merge(suzun, elena, dead).code(), "people.merge_deaths_differ");
    EXPECT_THAT(desk(suzun).get("/api/v1/persons/" + elena + "/comparison?other=" + numbered).at("refusal"), ::testing::StartsWith("У карточек разные"));
    const auto strange = add(kargat, names("Иванова", "Елена", R"(,"phone":"+79130000009")"));
    EXPECT_EQ(merge(suzun, elena, strange).errors(), std::vector<std::string>{"/other core.absent"});
    EXPECT_EQ(sign_in(Role::specialist, suzun.number).post("/api/v1/persons/" + elena + "/merges", R"({"other":")" + numbered + "\"}").status, 404);
}

TEST_P(MergesTest, both_centres_go_on_with_the_survivor) {
    const auto elena = add(suzun, names("Иванова"));
    const auto other = add(kargat, names("Иванова", "Алёна"));
    fact(kargat, other);
    const auto attached = sign_in(Role::desk, suzun.number);
    const auto found = attached.post("/api/v1/persons/lookup", R"({"family_name":"Иванова","given_name":"Алёна","birth":"1950-03-08"})");
    ASSERT_EQ(attached.post("/api/v1/persons/" + found.at("items/0/lookup") + "/attach", R"({"organisation":")" + suzun.id + R"(","reason":"пришла к нам, переехала"})").status, 200);
    const auto before = attachments();
    const auto merged = merge(suzun, elena, other);
    ASSERT_EQ(merged.status, 200) << merged.text;
    EXPECT_EQ(desk(kargat).get("/api/v1/persons/" + other).at("person/id"), elena);
    EXPECT_EQ(count(desk(kargat).get("/api/v1/facts?person=" + elena)), 1);
    fact(kargat, elena, "2026-11-22");
    EXPECT_EQ(undo(kargat, elena, merged.at("items/0/id")).status, 200);
    EXPECT_EQ(attachments(), before);
    EXPECT_EQ(desk(kargat).get("/api/v1/persons/" + elena).status, 404);
    EXPECT_EQ(desk(kargat).get("/api/v1/persons/" + other).at("person/given_name"), "Алёна");
}

TEST_P(MergesTest, any_order_of_merges_and_their_undoing_restores_every_row) {
    std::vector<std::string> persons;
    for (int i = 0; i < 7; ++i) {
        persons.push_back(add(i % 2 ? suzun : kargat, names("Иванова", i % 3 ? "Елена" : "Алёна", fmt::format(R"(,"phone":"+7913000000{}")", i))));
        if (i % 2) write_file(suzun, persons.back(), fmt::format(R"("phones":[{{"number":"+791300001{}0"}}],"languages":["kk"])", i));
        fact(i % 2 ? suzun : kargat, persons.back());
    }
    // A centre that sees all of them does the work.
    const auto director = sign_in({{Role::director, suzun.number}, {Role::director, kargat.number}});
    const auto dump = [&] {
        std::vector<std::string> out = attachments();
        for (const auto& person : persons) {
            out.push_back(without_revision(director.get("/api/v1/persons/" + person).text));
            out.push_back(without_revision(director.get("/api/v1/persons/" + person + "/file").text));
            out.push_back(std::to_string(count(director.get("/api/v1/facts?person=" + person))));
        }
        return out;
    };
    const auto before = dump();
    std::mt19937 random(20261130);
    const auto pick = [&](std::size_t below) { return std::uniform_int_distribution<std::size_t>(0, below - 1)(random); };
    struct Done {
        std::string survivor, person, merge;
    };
    std::vector<Done> done;
    const auto merged_into = [&](const std::string& person) { return std::ranges::find(done, person, &Done::person); };
    const auto undo_one = [&](std::size_t at) {
        const auto one = done[at];
        const auto answer = director.post("/api/v1/persons/" + one.survivor + "/merges/" + one.merge + "/undo", R"({"reason":"это разные люди, проверено"})");
        if (merged_into(one.survivor) != done.end()) {
            EXPECT_EQ(answer.code(), "people.merge_undo_later_first");
            return;
        }
        ASSERT_EQ(answer.status, 200) << answer.text;
        done.erase(done.begin() + static_cast<std::ptrdiff_t>(at));
    };
    for (int step = 0; step < 40; ++step) {
        if (!done.empty() && pick(3) == 0) {
            undo_one(pick(done.size()));
            continue;
        }
        const auto& survivor = persons[pick(persons.size())];
        const auto& person = persons[pick(persons.size())];
        if (survivor == person || merged_into(survivor) != done.end() || merged_into(person) != done.end()) continue;
        const auto answer = director.post("/api/v1/persons/" + survivor + "/merges", R"({"other":")" + person + "\"}");
        ASSERT_EQ(answer.status, 200) << answer.text;
        done.push_back({survivor, person, answer.at("items/0/id")});
        feed->catch_up();
        EXPECT_THAT(ledger::verify_figures(database(), *feed), IsEmpty());
    }
    while (!done.empty()) undo_one(pick(done.size()));
    EXPECT_EQ(dump(), before);
    EXPECT_EQ(people_in_figures(), 7U);
}

TEST_P(MergesTest, both_are_shown_beside_each_other) {
    const auto elena = add(suzun, names("Иванова"));
    const auto other = add(suzun, names("Иванова", "Елена", R"(,"phone":"+79130000002")"));
    fact(suzun, other);
    const auto seen = desk(suzun).get("/api/v1/persons/" + elena + "/comparison?other=" + other);
    ASSERT_EQ(seen.status, 200) << seen.text;
    EXPECT_EQ(seen.at("refusal"), "");
    EXPECT_EQ(seen.at("taken/0"), "phone");
    EXPECT_EQ(seen.at("person/facts"), "0");
    EXPECT_EQ(seen.at("other/facts"), "1");
    EXPECT_EQ(seen.at("other/last_on"), "2026-11-20");
    EXPECT_NE(seen.at("reasons/0/text"), "");
    EXPECT_EQ(desk(kargat).get("/api/v1/persons/" + elena + "/comparison?other=" + other).status, 404);
}

RYADOM_BOTH_ENGINES(MergesTest);

}  // namespace
}  // namespace ryadom::duplicates
