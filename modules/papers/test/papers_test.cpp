// Templates from saving to print, and papers from their number to their hash, over the API and as other modules call it.
#include "modules/papers/module.hpp"
#include "modules/papers/papers.hpp"
#include "modules/papers/store.hpp"

#include "modules/network/module.hpp"
#include "platform/files/files.hpp"
#include "platform/testing/api_test.hpp"
#include "platform/testing/explained.hpp"

#include <gmock/gmock.h>

namespace ryadom::papers {
namespace {

using i18n::Language;
using policy::Role;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

json::Value client(const char* family) { return json::Object{{"family", family}, {"given", "Елена"}, {"patronymic", "Петровна"}, {"sex", "female"}}; }

json::Value data(const char* family = "Иванова") {
    const json::Value row(json::Object{{"title", "Обед"}, {"price", std::int64_t{15'000}}});
    return json::Object{{"client", client(family)}, {"services", json::Array{row}}};
}

Kind letter() {
    return {.code = "test.letter",
            .title = "test.letter",
            .fields = {{"client", Type::name, "test.client"}, {"services", Type::list, "test.services", {{"title", Type::text, "test.title"}, {"price", Type::money, "test.price"}}}},
            .about = "client",
            .texts = {{Language::ru, "# Письмо № {{paper_number|or:без номера}}\nПолучатель :: {{client}}\n{{#each services}}\n- {{title}}\n{{/each}}\n___ Директор | {{director|short}}\n"}},
            .sample = [](Language) { return data(); }};
}

class PapersTest : public testing::ApiTest {
  protected:
    void SetUp() override {
        start({{"files", files::schema(), {}, {}, {}}, network::module([](db::Tx&, Number<network::Organisation>, Date) {}), module({letter()})}, network::subtree, network::zone);
        suzun = add_organisation("suzun");
        kargat = add_organisation("kargat");
    }
    struct Place {
        std::string id;
        Number<network::Organisation> number;
    };
    Place add_organisation(const std::string& code) {
        const auto made = sign_in(Role::coordinator)
                              .post("/api/v1/organisations?second_top=true", R"({"code":")" + code + R"(","kind":"centre","title":"КЦСОН района","short_title":")" + code +
                                                                                 R"(","zone":"Asia/Novosibirsk","address":"","phone":"","director":"Соколова Мария Петровна"})");
        EXPECT_EQ(made.status, 201) << made.text;
        return {made.at("id"), database().read_as(db::Caller::system(), [&](db::Tx& tx) { return network::find_organisation_by_code(tx, code)->number; })};
    }
    IssuedPaper given(const Place& place, Date day = *make_date(2026, 11, 30), const char* family = "Иванова") {
        return *database().write_now(db::Caller::system(), [&](db::Tx& tx) {
            return must(issue(tx, letter(), {place.number, About{7, *parse_uuid("0190d7a5-0000-7000-8000-000000000007")}, day, Language::ru, data(family)}));
        });
    }
    testing::Client desk(const Place& place) { return sign_in(Role::desk, place.number.value); }
    static std::string version(const std::string& text, int after, const std::string& from = "2026-01-01") {
        return json::write(json::Object{{"language", "ru"}, {"text", text}, {"valid_from", from}, {"after", after}});
    }

    Place suzun;
    Place kargat;
    const std::string kind = "/api/v1/paper-kinds/test.letter";
    const std::string all = "/api/v1/papers";
};

TEST_P(PapersTest, catalogues_say_the_same_in_all_languages) { EXPECT_THAT(catalogue_gaps(), ElementsAre()); }

TEST_P(PapersTest, kind_is_refused_that_is_not_sound) {
    EXPECT_EQ(faults(letter()), "");
    auto unsound = letter();
    unsound.texts[Language::ru] = "{{tittle}}";
    unsound.about = "services";
    EXPECT_THAT(faults(unsound), HasSubstr("ru 1:1 templates.unknown_field"));
    EXPECT_THAT(faults(unsound), HasSubstr("about is no name"));
    unsound = letter();
    unsound.fields.push_back({"director", Type::text, "x"});
    unsound.sample = [](Language) { return json::Value(json::Object{}); };
    EXPECT_THAT(faults(unsound), HasSubstr("hides a field of every paper: director"));
    EXPECT_THAT(faults(unsound), HasSubstr("sample in ru: client"));
    EXPECT_THAT(faults(letter(), &texts()), HasSubstr("no title"));
    EXPECT_THROW((void)module({unsound}), std::logic_error);
}

TEST_P(PapersTest, kinds_are_listed_with_fields_filters_and_template) {
    const auto reader = desk(suzun);
    const auto listed = reader.get("/api/v1/paper-kinds");
    EXPECT_EQ(listed.at("items/0/code"), "test.letter");
    EXPECT_EQ(listed.at("items/0/languages/0/language"), "ru");
    const auto sheet = reader.get(kind + "?language=ru");
    ASSERT_EQ(sheet.status, 200) << sheet.text;
    EXPECT_EQ(sheet.at("fields/2/code"), "title");
    EXPECT_EQ(sheet.at("fields/2/lists/0"), "services");
    EXPECT_EQ(sheet.at("filters/0/name"), "genitive");
    EXPECT_EQ(sheet.at("text"), sheet.at("shipped"));
    EXPECT_EQ(reader.get("/api/v1/paper-kinds/test.other").status, 404);
    EXPECT_EQ(reader.get(kind + "?version=3").status, 404);
    const auto sample = reader.get(kind + "/sample?language=ru");
    EXPECT_TRUE(sample.text.starts_with("%PDF-"));
}

TEST_P(PapersTest, template_is_tried_before_it_is_saved) {
    const auto coordinator = sign_in(Role::coordinator);
    const auto bad = coordinator.post(kind + "/check", json::write(json::Object{{"language", "ru"}, {"text", "# Так\n{{client|genetive}}"}}));
    ASSERT_EQ(bad.status, 200) << bad.text;
    EXPECT_THAT(bad.text, HasSubstr(R"("line":2,"column":1)"));
    EXPECT_THAT(bad.at("problems/0/text"), HasSubstr("genetive"));
    const auto good = coordinator.post(kind + "/check", json::write(json::Object{{"language", "ru"}, {"text", "# Так\nПрошу {{client|genitive}}\n| А | Б |\n| - | -: |\n{{#each services}}\n| {{title}} | {{price}} |\n{{/each}}"}}));
    EXPECT_EQ(good.at("blocks/0/kind"), "heading");
    EXPECT_EQ(good.at("blocks/1/text"), "Прошу Ивановой Елены Петровны");
    EXPECT_EQ(good.at("blocks/2/rows/1/cells/0"), "Обед");
    EXPECT_EQ(good.at("blocks/2/aligns/1"), "right");
    EXPECT_EQ(desk(suzun).post(kind + "/check", R"({"language":"ru","text":"x"})").status, 404);
}

TEST_P(PapersTest, saved_version_is_in_force_from_its_day_and_one_can_go_back) {
    const auto coordinator = sign_in(Role::coordinator);
    const auto refused = coordinator.post(kind + "/versions", version("{{nothing}}", 0));
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.errors(), ElementsAre("/text papers.place"));
    EXPECT_EQ(desk(suzun).post(kind + "/versions", version("x", 0)).status, 404);
    const auto saved = coordinator.post(kind + "/versions", version("# Своё\n{{client}}", 0));
    ASSERT_EQ(saved.status, 201) << saved.text;
    EXPECT_EQ(coordinator.post(kind + "/versions", version("# Другое", 0)).code(), "papers.changed_meanwhile");
    EXPECT_THAT(coordinator.post(kind + "/versions", version("# Другое", 1, "2025-12-31")).errors(), ElementsAre("/valid_from papers.before_the_last"));
    EXPECT_EQ(coordinator.post(kind + "/versions", version("# Будущее", 1, "2030-01-01")).status, 201);
    const auto sheet = coordinator.get(kind + "?language=ru");
    EXPECT_EQ(sheet.at("text"), "# Своё\n{{client}}");
    EXPECT_THAT(sheet.text, HasSubstr(R"("version":1)"));
    EXPECT_EQ(coordinator.get(kind + "?language=ru&version=2").at("text"), "# Будущее");
    const auto back = coordinator.post(kind + "/versions", R"({"language":"ru","valid_from":"2030-01-01","after":2})");
    EXPECT_EQ(back.status, 201) << back.text;
    EXPECT_EQ(coordinator.post(kind + "/versions", R"({"language":"ru","valid_from":"2030-01-01","after":3})").code(), "papers.back_already");
    EXPECT_EQ(coordinator.get(kind + "?language=ru&version=3").at("text"), sheet.at("shipped"));
}

TEST_P(PapersTest, numbers_have_no_gaps_by_organisation_kind_and_year) {
    EXPECT_EQ(given(suzun).label, "1/2026");
    EXPECT_EQ(given(suzun).label, "2/2026");
    EXPECT_EQ(given(kargat).label, "1/2026");
    EXPECT_EQ(given(suzun, *make_date(2027, 1, 1)).label, "1/2027");
    // What fails after its number was taken gives it back.
    const auto failed = database().write_now(db::Caller::system(), [&](db::Tx& tx) {
        (void)must(issue(tx, letter(), {suzun.number, {}, *make_date(2026, 12, 1), Language::ru, data()}));
        throw Refused(absent());
    });
    EXPECT_FALSE(failed);
    EXPECT_EQ(given(suzun).label, "3/2026");
}

TEST_P(PapersTest, paper_is_printed_the_same_whatever_becomes_of_its_template) {
    const auto paper = given(suzun);
    const auto clerk = desk(suzun);
    const auto path = all + "/" + to_string(paper.id);
    EXPECT_EQ(clerk.get(path).at("sha256"), "");
    const auto first = clerk.get(path + "/pdf");
    ASSERT_EQ(first.status, 200) << first.text;
    EXPECT_EQ(first.header("content-type"), "application/pdf");
    ASSERT_EQ(sign_in(Role::coordinator).post(kind + "/versions", version("# Совсем другое", 0)).status, 201);
    EXPECT_TRUE(clerk.get(path + "/pdf").text == first.text) << "the bytes differ";
    const auto row = clerk.get(path);
    EXPECT_EQ(row.at("sha256"), files::hash_of(first.text));
    EXPECT_EQ(row.at("label"), "1/2026");
    EXPECT_EQ(row.at("name"), "Иванова Елена Петровна");
    // The next paper is of the new template.
    const auto later = given(suzun);
    EXPECT_FALSE(clerk.get(all + "/" + to_string(later.id) + "/pdf").text == first.text);
    EXPECT_THAT(clerk.get(all + "/" + to_string(later.id)).text, HasSubstr(R"("template_version":1)"));
}

TEST_P(PapersTest, file_is_known_again_by_its_bytes) {
    const auto paper = given(suzun);
    const auto clerk = desk(suzun);
    const auto file = clerk.get(all + "/" + to_string(paper.id) + "/pdf").text;
    EXPECT_EQ(clerk.post(all + "/recognise", file, {{"content-type", "application/pdf"}}).at("paper/label"), "1/2026");
    const auto forged = clerk.post(all + "/recognise", file + " ", {{"content-type", "application/pdf"}});
    EXPECT_EQ(forged.status, 200) << forged.text;
    EXPECT_EQ(forged.at("paper/label"), "");
    EXPECT_EQ(forged.at("sha256").size(), 64U);
    EXPECT_EQ(desk(kargat).post(all + "/recognise", file, {{"content-type", "application/pdf"}}).at("paper/label"), "");
}

TEST_P(PapersTest, register_is_that_of_the_organisation_and_the_region_reads_no_name) {
    const auto paper = given(suzun);
    given(suzun);
    const auto listed = desk(suzun).get(all + "?organisation=" + suzun.id + "&limit=1");
    EXPECT_EQ(listed.at("items/0/label"), "2/2026");
    EXPECT_EQ(desk(suzun).get(all + "?organisation=" + suzun.id + "&limit=1&cursor=" + listed.at("next")).at("items/0/name"), "Иванова Елена Петровна");
    EXPECT_EQ(desk(suzun).get(all + "?organisation=" + suzun.id + "&kind=test.letter").at("items/1/label"), "1/2026");
    EXPECT_EQ(desk(suzun).get(all + "?organisation=" + suzun.id + "&kind=test.other").at("items/0/label"), "");
    const auto region = sign_in(Role::coordinator);
    const auto seen = region.get(all + "?organisation=" + suzun.id);
    EXPECT_EQ(seen.at("items/0/label"), "2/2026");
    EXPECT_EQ(seen.at("items/0/name"), "");
    EXPECT_EQ(region.get(all + "/" + to_string(paper.id) + "/pdf").status, 404);
    for (const auto* path : {"", "/pdf"}) EXPECT_EQ(desk(kargat).get(all + "/" + to_string(paper.id) + path).status, 404);
    EXPECT_EQ(desk(kargat).get(all + "?organisation=" + suzun.id).status, 404);
}

TEST_P(PapersTest, name_in_doubt_is_told_to_who_issues) {
    ASSERT_EQ(sign_in(Role::coordinator).post(kind + "/versions", version("# Письмо\nпрошу {{client|genitive}}", 0)).status, 201);
    EXPECT_THAT(given(suzun, *make_date(2026, 11, 30), "Калина").doubts, ElementsAre("Калина Елена Петровна"));
    EXPECT_THAT(given(suzun).doubts, ElementsAre());
}

TEST_P(PapersTest, draft_has_no_number_and_keeps_nothing) {
    const auto paper = database().read_as(db::Caller::system(), [&](db::Tx& tx) {
        return must(draft(tx, letter(), {suzun.number, {}, *make_date(2026, 11, 30), Language::kk, data()}, texts()));
    });
    EXPECT_EQ(std::get<documents::Heading>(paper.blocks.at(0)).text, "Письмо № без номера");
    EXPECT_EQ(paper.language, "ru") << "there is no Kazakh template";
    EXPECT_EQ(given(suzun).label, "1/2026");
}

TEST_P(PapersTest, no_look_reads_a_whole_table) {
    for (int i = 0; i < 40; ++i) given(i % 2 == 0 ? suzun : kargat);
    const auto paper = given(suzun);
    testing::Explained explained(database());
    explained.forget();
    (void)explained.write_now(db::Caller::system(), [&](db::Tx& tx) { handed_out(tx, paper.number, std::string(64, 'a')); });
    explained.read_as(db::Caller::system(), [&](db::Tx& tx) {
        EXPECT_EQ(store::register_of(tx, suzun.number, "", INT64_MAX, 5).size(), 5U);
        EXPECT_EQ(store::register_of(tx, suzun.number, "test.letter", INT64_MAX, 5).size(), 5U);
        EXPECT_EQ(papers_about(tx, 7, 3).size(), 3U);
        EXPECT_TRUE(store::find(tx, paper.id));
        EXPECT_TRUE(store::find_by_hash(tx, std::string(64, 'a')));
        return 0;
    });
    for (const auto* table : {"papers_paper", "papers_content", "papers_print", "papers_text"}) EXPECT_FALSE(explained.read_whole().contains(table)) << table;
}

RYADOM_BOTH_ENGINES(PapersTest);

}  // namespace
}  // namespace ryadom::papers
