// A standard through the API: drafted from a practice, commented, approved, in force, followed by the next version.
#include "modules/catalogue/module.hpp"
#include "modules/ledger/module.hpp"
#include "modules/network/module.hpp"
#include "modules/people/module.hpp"
#include "modules/practices/module.hpp"
#include "modules/rollout/module.hpp"
#include "modules/standards/module.hpp"
#include "modules/standards/standards.hpp"
#include "platform/core/bytes.hpp"
#include "platform/files/files.hpp"
#include "platform/testing/api_test.hpp"

#include <gmock/gmock.h>

namespace ryadom::standards {
namespace {

using policy::Role;
using testing::Answer;
using testing::Client;

constexpr auto package = R"({"schema":1,"code":"org.example.walks","version":"1.0.0","title":{"ru":"Прогулки"},"summary":{"ru":"Выходим вместе."},
    "body":{"ru":"Выходим вместе."},"origin":{"centre":{"ru":"Центр"},"authors":[{"id":"author","name":{"ru":"Автор"}}],"contact":{"email":"a@example.org"}},
    "licence":"CC-BY-4.0","audience":{"groups":["older_people"],"care_forms":["home"],"note":{"ru":"Кому нужна прогулка."}},
    "components":{"core":[{"id":"together","title":{"ru":"Вместе"},"text":{"ru":"Не в одиночку."}}],
      "adaptable":[{"id":"route","title":{"ru":"Маршрут"},"text":{"ru":"Любой."},"covers":["services/walk/norm_minutes"]}]},
    "services":[{"id":"walk","code":"household.01","kind":"household","title":{"ru":"Прогулка"},"unit":"service","norm_minutes":60,"channels":["centre"]}],
    "procedure":{"preparation":[{"id":"call","text":{"ru":"Позвонить."},"role":"guide"}],"performance":[{"id":"go","text":{"ru":"Идти."},"role":"guide"}],
      "completion":[{"id":"note","text":{"ru":"Записать."},"role":"guide"}]},
    "needs":{"staff":[{"id":"guide","position":{"ru":"Проводник"},"qualification":{"code":"social_worker","title":{"ru":"Социальный работник"}},"rate_hundredths":50,"mandatory":true}]},
    "standard":{"title":{"ru":"Стандарт прогулок"},"statements":[{"id":"soon","title":{"ru":"Скоро"},"idea":{"ru":"Скоро."},"aspect":"process","period":"month",
      "kind":"wait","rule":{"days":14},"threshold_percent":80}]},
    "rollout":{"steps":[{"id":"decide","title":{"ru":"Решить"},"role":"director","days":3}]},
    "floor":{"measure":"facts","at_least":1,"period":"month"},
    "cost":{"start":{"set_by_region":true},"monthly":{"set_by_region":true},"per_recipient":{"set_by_region":true}}})";

class StandardsTest : public testing::ApiTest {
  protected:
    struct Place {
        std::string id;
        std::int64_t number = 0;
    };

    void SetUp() override {
        clock.set("2026-01-12T04:00:00Z");
        ledger::Running running{rollout::adopted_by, [this]() -> const ledger::Feed& { return *feed; }, [this]() -> ledger::Importer& { return *importer; }};
        const auto boards = rollout::make_boards([this]() -> const ledger::image::Image& { return feed->image(); }, std::chrono::milliseconds(0));
        start({{"files", files::schema(), {}, {}, {}}, network::module(rollout::register_changed), catalogue::module(), people::module(), practices::module(),
               ledger::module(running), rollout::module(boards), standards::module(boards)},
              network::subtree, network::zone);
        feed = std::make_unique<ledger::Feed>(database());
        importer = std::make_unique<ledger::Importer>(database(), texts(), rollout::adopted_by);
        install();
        suzun = add("suzun");
        iskitim = add("iskitim");
    }
    void TearDown() override {
        ApiTest::TearDown();
        importer.reset();
        feed.reset();
    }

    template <class Work>
    auto in_system(const Work& work) {
        return database().read_as(db::Caller::system(), work);
    }

    void install() {
        const auto read = practices::read_package_json(*json::parse(package));
        ASSERT_TRUE(read) << (read ? "" : read.error().front().pointer + " " + read.error().front().code);
        ASSERT_TRUE(database().write_now(db::Caller::system(), [](db::Tx& tx) {
            tx.run("insert into catalogue_kind (code, title_ru) values ('household', 'Бытовые')");
            catalogue::ensure_service(tx, {{}, "household.01", "household", {{"ru", "Прогулка"}}, "service", 30, *parse_date("2020-01-01"), {}});
            const auto owner = tx.insert("insert into practices_practice (id, code, organisation, titles, sort_title) "
                                            "values ($1, 'org.example.walks', 0, $2, 'walks') returning number",
                                            tx.make_id<practices::Practice>(), R"({"ru":"Прогулки"})");
            const auto made = tx.insert("insert into practices_version (id, practice, version, rank, state, installed_at, installed_by, package_sha256, "
                                        "document_sha256, titles, sort_title, card, search, document) values "
                                        "($1, $2, '1.0.0', 1, 'published', $3, 0, $4, $4, '{}', '', '{}', '', $5) returning number",
                                        tx.make_id<practices::Version>(), owner, tx.now(), hex(sha256(package)), std::string(package));
            tx.run("update practices_practice set listed = $1 where number = $2", made, owner);
        }));
        practice = in_system([](db::Tx& tx) { return to_string(practices::find_practice(tx, "org.example.walks")->id); });
    }

    Place add(const std::string& code) {
        const auto made = coordinator().post("/api/v1/organisations?second_top=true",
                                             R"({"code":")" + code + R"(","kind":"centre","title":"КЦСОН","short_title":")" + code +
                                                 R"(","zone":"Asia/Novosibirsk","address":"","phone":"","director":""})");
        EXPECT_EQ(made.status, 201) << made.text;
        return {made.at("id"), in_system([&](db::Tx& tx) { return network::find_organisation_by_code(tx, code)->number.value; })};
    }

    // Sessions end while the clock moves, so that every step signs in anew.
    Client coordinator() { return sign_in(Role::coordinator); }
    Client director(const Place& place) { return sign_in(Role::director, place.number); }
    void on(const std::string& day) { clock.set(day + "T05:00:00Z"); }

    static std::string at(const std::string& version, const std::string& action = "") { return "/api/v1/standards/versions/" + version + action; }

    std::string draft() {
        const auto made = coordinator().post("/api/v1/standards", R"({"code":"С-1","practice":")" + practice + "\"}");
        EXPECT_EQ(made.status, 201) << made.text;
        standard = made.at("id");
        return made.at("versions/0/id");
    }
    std::string revision(const std::string& version) { return "\"" + coordinator().get(at(version)).at("revision") + "\""; }
    Answer act(const std::string& version, const std::string& action, const std::string& body) {
        return coordinator().post(at(version, action), body, {{"If-Match", revision(version)}});
    }
    /// The text of a version with one change, saved.
    Answer save(const std::string& version, const std::function<void(json::Value&)>& change) {
        auto content = *coordinator().get(at(version)).body.find("content");
        change(content);
        json::Value body(json::Object{});
        body.set("content", std::move(content));
        return coordinator().put(at(version), json::write(body), revision(version));
    }
    static void fill(json::Value& content) {
        for (const auto* part : {"volume", "accessibility"}) content.set(part, json::Value(json::Object{{"ru", "Как указано."}}));
    }
    void approve(const std::string& version, const std::string& number, const std::string& day, const std::string& from) {
        const auto done = act(version, "/approve", R"({"order":{"number":")" + number + R"(","day":")" + day + R"("},"from":")" + from + "\"}");
        EXPECT_EQ(done.status, 200) << done.text;
    }
    /// Filled, commented by nobody, approved.
    std::string in_force_since(const std::string& from) {
        const auto version = draft();
        EXPECT_EQ(save(version, fill).status, 200);
        EXPECT_EQ(act(version, "/send", "{}").status, 200);
        on("2026-02-01");
        approve(version, "12-п", "2026-02-01", from);
        return version;
    }
    std::vector<std::string> bound(const std::string& day, const std::string& as_of) {
        return in_system([&](db::Tx& tx) {
            std::vector<std::string> out;
            for (const auto& each : in_force(tx, *parse_date(day), *parse_date(as_of)))
                out.push_back(each.code + " " + std::to_string(each.ordinal) + " " + to_string(each.since) + " " + each.content->statements.front().id);
            return out;
        });
    }

    std::unique_ptr<ledger::Feed> feed;
    std::unique_ptr<ledger::Importer> importer;
    std::string practice;
    std::string standard;
    Place suzun;
    Place iskitim;
};

TEST_P(StandardsTest, draft_begins_with_what_the_practice_says) {
    const auto version = draft();
    const auto seen = coordinator().get(at(version));
    EXPECT_EQ(seen.at("content/title/ru"), "Стандарт прогулок");
    EXPECT_EQ(seen.at("content/target_group/ru"), "Кому нужна прогулка.");
    EXPECT_EQ(seen.at("content/clauses/1/address"), "1.1");
    EXPECT_EQ(seen.at("content/clauses/1/text/ru"), "Не в одиночку.");
    EXPECT_EQ(seen.at("content/algorithm/performance/0/text/ru"), "Идти.");
    EXPECT_EQ(seen.at("content/statements/0/rule/days"), "14");
    EXPECT_EQ(seen.at("missing"), R"(["volume","accessibility"])");
    EXPECT_EQ(act(version, "/send", "{}").code(), "standards.incomplete");
    // Nobody but the authors sees it.
    EXPECT_EQ(director(suzun).get(at(version)).status, 404);
    EXPECT_EQ(director(suzun).get("/api/v1/standards/" + standard).status, 404);
    EXPECT_EQ(director(suzun).get("/api/v1/standards").at("items"), "[]");
    const auto service = in_system([](db::Tx& tx) { return to_string(catalogue::find_service(tx, "household.01")->service.id); });
    EXPECT_EQ(coordinator().post("/api/v1/standards", R"({"code":"С-1","service":")" + service + "\"}").status, 409) << "the code is taken";
    EXPECT_EQ(coordinator().remove(at(version)).status, 204);
    EXPECT_EQ(coordinator().get("/api/v1/standards/" + standard).status, 404);
}

TEST_P(StandardsTest, standard_of_a_listed_service_starts_from_its_title) {
    const auto service = in_system([](db::Tx& tx) { return to_string(catalogue::find_service(tx, "household.01")->service.id); });
    const auto made = coordinator().post("/api/v1/standards", R"({"code":"С-2","service":")" + service + "\"}");
    ASSERT_EQ(made.status, 201) << made.text;
    EXPECT_EQ(made.at("service"), service);
    EXPECT_EQ(made.at("title/ru"), "Прогулка");
    EXPECT_EQ(coordinator().post("/api/v1/standards", R"({"code":"С-3"})").errors(), std::vector<std::string>{"/practice standards.one_subject"});
    EXPECT_EQ(coordinator().post("/api/v1/standards", R"({"code":"С-3","service":")" + service + "\"}").code(), "standards.stands_already");
}

TEST_P(StandardsTest, practice_has_another_standard_only_after_the_first_is_repealed) {
    in_force_since("2026-03-01");
    const auto again = [&] { return coordinator().post("/api/v1/standards", R"({"code":"С-9","practice":")" + practice + "\"}"); };
    EXPECT_EQ(again().status, 409);
    EXPECT_EQ(again().code(), "standards.stands_already");
    const auto repealed = coordinator().post("/api/v1/standards/" + standard + "/repeal", R"({"order":{"number":"50-п","day":"2026-02-01"},"from":"2026-07-01"})");
    ASSERT_EQ(repealed.status, 200) << repealed.text;
    EXPECT_EQ(again().status, 201);
}

TEST_P(StandardsTest, text_is_saved_by_revision_and_checked_like_a_package) {
    const auto version = draft();
    const auto wrong = save(version, [](json::Value& content) {
        auto statements = *content.find("statements")->as<json::Array>();
        statements.front().set("threshold_percent", 101);
        content.set("statements", statements);
    });
    EXPECT_EQ(wrong.status, 422);
    const auto unknown = save(version, [](json::Value& content) {
        auto& rule = *content.find("statements")->as<json::Array>()->front().find("rule");
        json::Value changed = rule;
        changed.set("services", json::Array{json::Value("swim")});
        auto statements = *content.find("statements")->as<json::Array>();
        statements.front().set("rule", changed);
        content.set("statements", statements);
    });
    EXPECT_EQ(unknown.errors(), std::vector<std::string>{"/content/statements/0/rule/services/0 practices.ref.unknown"});
    const auto body = R"({"content":)" + json::write(*coordinator().get(at(version)).body.find("content")) + "}";
    EXPECT_EQ(coordinator().put(at(version), body, "\"1\"").status, 200);
    EXPECT_EQ(coordinator().put(at(version), body, "\"1\"").status, 412);
}

TEST_P(StandardsTest, centres_comment_and_every_comment_is_answered_before_the_order) {
    const auto version = draft();
    EXPECT_EQ(save(version, fill).status, 200);
    EXPECT_EQ(act(version, "/send", R"({"until":"2026-01-26"})").at("state/stage"), "comments");
    EXPECT_EQ(save(version, fill).code(), "standards.comments_open");
    const auto comment = [&](const Place& whose, const std::string& about) {
        return director(suzun).post(at(version, "/comments"), R"({"organisation":")" + whose.id + R"(",)" + about + R"(,"text":"Слишком строго."})");
    };
    const auto made = comment(suzun, R"("about":"statement","part":"soon")");
    ASSERT_EQ(made.status, 201) << made.text;
    EXPECT_EQ(comment(suzun, R"("about":"clause","part":"nowhere")").status, 422);
    EXPECT_EQ(comment(iskitim, R"("about":"whole","part":"")").status, 404);
    EXPECT_EQ(director(iskitim).get(at(version, "/comments")).at("items/0/organisation_title"), "suzun");
    EXPECT_EQ(act(version, "/end-comments", R"({"reason":"Все ответили"})").at("state/stage"), "settling");
    EXPECT_EQ(comment(suzun, R"("about":"whole","part":"")").code(), "standards.not_in_comments");
    const auto order = R"({"order":{"number":"12-п","day":"2026-01-12"},"from":"2026-02-01"})";
    EXPECT_EQ(act(version, "/approve", order).code(), "standards.unanswered");
    const auto answer = "/api/v1/standards/comments/" + made.at("id") + "/answer";
    EXPECT_EQ(coordinator().post(answer, R"({"decision":"declined","answer":" "})").status, 422);
    EXPECT_EQ(coordinator().post(answer, R"({"decision":"taken","answer":""})").at("decision"), "taken");
    EXPECT_EQ(act(version, "/approve", order).at("state/stage"), "coming");
    EXPECT_EQ(coordinator().post(answer, R"({"decision":"taken","answer":""})").code(), "standards.approved_already");
    EXPECT_EQ(save(version, fill).code(), "standards.approved_already");
}

TEST_P(StandardsTest, version_binds_from_its_day_until_the_next_as_was_recorded) {
    in_force_since("2026-03-01");
    EXPECT_TRUE(bound("2026-02-28", "2026-12-31").empty());
    EXPECT_EQ(bound("2026-03-01", "2026-02-01"), std::vector<std::string>{"С-1 1 2026-03-01 soon"});
    EXPECT_TRUE(bound("2026-03-01", "2026-01-31").empty()) << "not recorded by then";
    on("2026-04-01");
    const auto next = coordinator().post("/api/v1/standards/" + standard + "/versions", "").at("versions/0/id");
    EXPECT_EQ(coordinator().post("/api/v1/standards/" + standard + "/versions", "").code(), "standards.draft_already");
    const auto moved = save(next, [](json::Value& content) {
        auto clauses = *content.find("clauses")->as<json::Array>();
        clauses.back().set("text", json::Value(json::Object{{"ru", "Не в одиночку и не в темноте."}}));
        clauses.push_back(json::Value(json::Object{{"id", "new"}, {"level", 2}, {"text", json::Value(json::Object{{"ru", "Летом."}})}}));
        content.set("clauses", clauses);
    });
    EXPECT_EQ(moved.at("content/clauses/2/address"), "1.2") << moved.text;
    EXPECT_EQ(act(next, "/send", "{}").status, 200);
    on("2026-05-01");
    approve(next, "40-п", "2026-05-01", "2026-06-01");
    EXPECT_EQ(bound("2026-06-01", "2026-05-01"), std::vector<std::string>{"С-1 2 2026-06-01 soon"});
    EXPECT_EQ(bound("2026-06-01", "2026-04-30"), std::vector<std::string>{"С-1 1 2026-03-01 soon"});
    const auto difference = director(suzun).get(at(next, "/difference"));
    EXPECT_EQ(difference.at("changes/0/address") + difference.at("changes/0/kind"), "1.1changed");
    EXPECT_EQ(difference.at("changes/1/address") + difference.at("changes/1/kind"), "1.2added");
    EXPECT_EQ(difference.at("changes/2"), "");
    const auto repealed = coordinator().post("/api/v1/standards/" + standard + "/repeal", R"({"order":{"number":"50-п","day":"2026-05-01"},"from":"2026-07-01"})");
    EXPECT_EQ(repealed.status, 200) << repealed.text;
    EXPECT_TRUE(bound("2026-07-01", "2026-05-01").empty());
    EXPECT_EQ(bound("2026-07-01", "2026-04-30"), std::vector<std::string>{"С-1 1 2026-03-01 soon"});
}

TEST_P(StandardsTest, waiver_holds_until_its_day_or_until_it_is_revoked) {
    in_force_since("2026-02-01");
    const auto path = "/api/v1/standards/" + standard + "/waivers";
    const auto ask = R"({"organisation":")" + suzun.id + R"(","statement":"soon","from":"2026-02-01","until":"2026-06-30","reason":"Ремонт","order":{"number":"3","day":"2026-02-01"}})";
    EXPECT_EQ(director(suzun).post(path, ask).status, 404) << "no right to what the path names";
    const auto made = coordinator().post(path, ask);
    ASSERT_EQ(made.status, 201) << made.text;
    const auto held = [&](const std::string& day, const std::string& as_of) {
        return in_system([&](db::Tx& tx) {
            std::vector<std::string> out;
            for (const auto& each : waivers(tx, *parse_date(day), *parse_date(as_of))) out.push_back(each.statement + " " + to_string(each.until));
            return out;
        });
    };
    EXPECT_EQ(held("2026-06-30", "2026-02-01"), std::vector<std::string>{"soon 2026-06-30"});
    EXPECT_TRUE(held("2026-07-01", "2026-02-01").empty());
    EXPECT_TRUE(held("2026-06-30", "2026-01-31").empty()) << "not recorded by then";
    on("2026-03-01");
    const auto revoke = "/api/v1/standards/waivers/" + made.at("id") + "/revoke";
    EXPECT_EQ(coordinator().post(revoke, R"({"day":"2026-02-15","reason":"Закончили"})").status, 422);
    EXPECT_EQ(coordinator().post(revoke, R"({"day":"2026-04-01","reason":"Закончили"})").at("revoked/day"), "2026-04-01");
    EXPECT_TRUE(held("2026-04-01", "2026-03-01").empty());
    EXPECT_EQ(held("2026-04-01", "2026-02-28").size(), 1U) << "not revoked by then";
    EXPECT_EQ(held("2026-03-31", "2026-03-01").size(), 1U);
    EXPECT_EQ(director(iskitim).get(path).at("items/0/reason"), "Ремонт");
}

TEST_P(StandardsTest, pilot_fixes_its_criteria_before_it_starts_and_ends_with_a_result) {
    const auto version = draft();
    const auto plan = [&](const std::string& centres, const std::string& day) {
        return coordinator().post(at(version, "/pilot"), R"({"centres":[)" + centres + R"(],"criteria":"Не меньше 10 человек","starts_on":")" + day + "\"}");
    };
    const auto both = "\"" + suzun.id + "\",\"" + iskitim.id + "\"";
    EXPECT_EQ(plan("\"" + suzun.id + "\"", "2026-01-20").status, 422);
    EXPECT_EQ(plan(both, "2026-01-12").status, 422);
    EXPECT_EQ(plan(both, "2026-01-20").status, 200);
    EXPECT_EQ(plan(both, "2026-01-20").code(), "standards.pilot_already");
    const auto result = R"({"outcome":"confirmed","text":"12 человек"})";
    EXPECT_EQ(coordinator().post(at(version, "/pilot/result"), result).code(), "standards.pilot_not_started");
    on("2026-01-20");
    const auto done = coordinator().post(at(version, "/pilot/result"), result);
    EXPECT_EQ(done.at("pilot/result/outcome"), "confirmed") << done.text;
    EXPECT_EQ(done.at("pilot/centres/1"), iskitim.id);
    EXPECT_EQ(coordinator().remove(at(version)).code(), "standards.piloted_already");
}

TEST_P(StandardsTest, draft_is_read_by_the_centres_that_try_it_and_dropped_until_they_have_a_result) {
    const auto version = draft();
    const auto stranger = add("kargat");
    EXPECT_EQ(director(suzun).get(at(version)).status, 404);
    const auto planned = coordinator().post(at(version, "/pilot"), R"({"centres":[")" + suzun.id + R"(",")" + iskitim.id +
                                                                       R"("],"criteria":"Не меньше 10 человек","starts_on":"2026-01-20"})");
    ASSERT_EQ(planned.status, 200) << planned.text;
    EXPECT_EQ(director(suzun).get(at(version)).at("content/clauses/1/text/ru"), "Не в одиночку.");
    EXPECT_EQ(director(iskitim).get("/api/v1/standards/" + standard).at("versions/0/id"), version);
    EXPECT_EQ(director(suzun).get("/api/v1/standards").at("items/0/id"), standard);
    EXPECT_EQ(director(stranger).get(at(version)).status, 404);
    EXPECT_EQ(director(stranger).get("/api/v1/standards").at("items"), "[]");
    EXPECT_EQ(coordinator().remove(at(version)).status, 204);
}

TEST_P(StandardsTest, director_learns_of_a_new_version_of_a_practice_that_the_centre_runs) {
    const auto adopted = director(suzun).post("/api/v1/adoptions", R"({"organisation":")" + suzun.id + R"(","practice":")" + practice + "\"}");
    ASSERT_EQ(adopted.status, 201) << adopted.text;
    in_force_since("2026-03-01");
    const auto news = director(suzun).get("/api/v1/standards/news");
    EXPECT_EQ(news.at("items/0/version/in_force_from") + " " + news.at("items/0/version/stage") + " " + news.at("items/0/adoptions"), "2026-03-01 coming 1");
    EXPECT_EQ(director(iskitim).get("/api/v1/standards/news").at("items"), "[]");
    const auto concerned = coordinator().get("/api/v1/standards/" + standard + "/adoptions");
    EXPECT_EQ(concerned.at("items/0/organisation_title"), "suzun");
    EXPECT_EQ(concerned.at("items/0/stage"), "chosen");
    EXPECT_EQ(concerned.at("items/1"), "");
}

TEST_P(StandardsTest, director_is_told_what_waits_for_a_comment_until_there_is_one_or_the_last_day_is_over) {
    const auto version = draft();
    EXPECT_EQ(save(version, fill).status, 200);
    const auto waiting = [&](const Client& client) { return client.get("/api/v1/standards/news").at("items/0/version/comments_until"); };
    EXPECT_EQ(waiting(director(suzun)), "") << "a draft is nobody's news";
    ASSERT_EQ(act(version, "/send", R"({"until":"2026-01-26"})").status, 200);
    EXPECT_EQ(waiting(director(suzun)), "2026-01-26");
    EXPECT_EQ(waiting(sign_in(Role::specialist, suzun.number)), "") << "only the director comments";
    EXPECT_EQ(waiting(coordinator()), "");
    ASSERT_EQ(director(suzun).post(at(version, "/comments"), R"({"organisation":")" + suzun.id + R"(","about":"whole","part":"","text":"Согласны."})").status, 201);
    EXPECT_EQ(waiting(director(suzun)), "");
    EXPECT_EQ(waiting(director(iskitim)), "2026-01-26");
    on("2026-01-27");
    EXPECT_EQ(waiting(director(iskitim)), "");
}

RYADOM_BOTH_ENGINES(StandardsTest);

}  // namespace
}  // namespace ryadom::standards
