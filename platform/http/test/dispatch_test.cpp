#include "platform/http/dispatch.hpp"

#include "platform/audit/audit.hpp"
#include "platform/http/work.hpp"
#include "platform/testing/api_test.hpp"

#include <gmock/gmock.h>

namespace ryadom::http {
namespace {

struct Shelf {
    Id<Shelf> id;
    std::string title;
    std::int64_t revision = 1;
};
constexpr auto describe(json::Type<Shelf>) {
    return json::object("Shelf", json::field("id", &Shelf::id, "Id"), json::field("title", &Shelf::title, "Title"),
                        json::field("revision", &Shelf::revision, "Revision"));
}
struct NewShelf {
    std::string title;
    std::optional<int> floor;
};
constexpr auto describe(json::Type<NewShelf>) {
    return json::object("NewShelf", json::field("title", &NewShelf::title, "Title", json::length(1, 20)),
                        json::field("floor", &NewShelf::floor, "Floor", json::range(0, 9)));
}
struct Filter {
    std::optional<int> limit;
    std::optional<bool> open;
    std::vector<std::string> kinds;
};
constexpr auto describe(json::Type<Filter>) {
    return json::object("Filter", json::field("limit", &Filter::limit, "Rows", json::range(1, 200)),
                        json::field("open", &Filter::open, "Open"), json::field("kinds", &Filter::kinds, "Kinds"));
}

constexpr auto table = "create table shop_shelf (number ${key}, id uuid not null constraint shop_shelf_id_unique unique, title text not null "
                       "constraint shop_shelf_title_unique unique, revision bigint not null)";

Written<Shelf> post_shelf(Call& call, NewShelf ask) {
    return call.write([ask](db::Tx& tx) {
        const Shelf shelf{tx.make_id<Shelf>(), ask.title, 1};
        tx.run("insert into shop_shelf (id, title, revision) values ($1, $2, 1)", shelf.id, shelf.title);
        audit::record(tx, "shop.added", shelf.id);
        return shelf;
    });
}

constexpr std::array<EmbeddedFile, 3> words{{{"ru.json", R"({"audit.shop.added":"Добавлена полка","audit.shop.exported":"Скачан список"})"},
                                              {"kk.json", R"({"audit.shop.added":"Сөре қосылды","audit.shop.exported":"Тізім жүктеп алынды"})"},
                                              {"en.json", R"({"audit.shop.added":"Shelf added","audit.shop.exported":"List downloaded"})"}}};

/// `between` is called within a long request, after each of its hundred parts.
Module shop(const std::function<void(std::int64_t)>& between) {
    return {"shop",
            {"shop", {{1, "shelves", table, table}}, {{"shop_shelf", db::Dimension::open, ""}}, {}, {}},
            {{"shop.see", policy::Roles::all()}, {"shop.change", {policy::Role::director}}},
            [between](Routes& routes) {
                routes.post("/api/v1/shelves", "shop.change", "Add a shelf", post_shelf);
                routes.get("/api/v1/shelves/{id}", "shop.see", "A shelf", [](Call& call) {
                    return call.read([id = call.id<Shelf>("id")](db::Tx& tx) {
                        return must(tx.find("select id, title, revision from v_shop_shelf where id = $1", [](const db::Row& row) {
                            return Shelf{row.get<Id<Shelf>>(0), row.get<std::string>(1), row.get<std::int64_t>(2)};
                        }, id));
                    });
                });
                routes.put("/api/v1/shelves/{id}", "shop.change", "Change a shelf", [](Call& call, NewShelf ask) {
                    return call.write([ask, id = call.id<Shelf>("id"), revision = call.revision()](db::Tx& tx) {
                        must_change(tx.run("update shop_shelf set title = $1, revision = revision + 1 where id = $2 and revision = $3",
                                           ask.title, id, revision));
                        return Shelf{id, ask.title, revision + 1};
                    });
                });
                routes.get("/api/v1/place", "shop.change", "The caller's place of work", [](Call& call) {
                    return Shelf{{}, std::to_string(call.caller().organisation), 1};
                });
                routes.get("/api/v1/echo", "shop.see", "Echo", [](Call&, Query<Filter> filter) {
                    return Shelf{{}, std::to_string(filter->limit.value_or(0)) + (filter->open.value_or(false) ? " open " : " ") +
                                         std::to_string(filter->kinds.size()), 1};
                });
                routes.act("/api/v1/shelves/count", "shop.see", "Count", [between](Call& call) {
                    Work work(call, 100);
                    std::int64_t done = 0;
                    while (done < 100 && work.go_on(done)) between(++done);
                    return Shelf{{}, std::to_string(done), 1};
                });
                routes.act("/api/v1/shelves/weigh", "shop.see", "Weigh", [between](Call& call) {
                    for (std::int64_t part = 1; part <= 100; ++part) between(part);
                    return call.write([](db::Tx&) { return Shelf{{}, "100", 1}; });
                }).pool = Pool::heavy;
                routes.get("/api/v1/echo/export", "shop.see", "Echo as a file", [](Call& call, Query<Filter> filter) {
                    documents::Table shelf{"echo", {{"Полка"}}, documents::these({{"=1+1"}, {filter->limit.value_or(0)}}), {}};
                    return call.write([shelf](db::Tx& tx) {
                        audit::record(tx, "shop.exported");
                        return shelf;
                    });
                });
                routes.get("/api/v1/shelves/notice", "shop.see", "A notice about shelves", [](Call&) {
                    return documents::Paper{.name = "Извещение", .title = "Извещение", .blocks = {documents::Heading{1, "Полки"}}};
                });
                routes.post("/api/v1/shelves/notices", "shop.see", "A notice about shelves that is logged", [](Call& call) {
                    return call.write([](db::Tx& tx) {
                        audit::record(tx, "shop.exported");
                        return documents::Paper{.name = "notice", .title = "Извещение", .blocks = {documents::Heading{1, "Полки"}}};
                    });
                });
                routes.get("/api/v1/shelves/days", "shop.see", "When shelves are counted", [](Call&) {
                    return calendar::Calendar{"count", "Полки", {{"count-1@shop", 0, Instant{}, calendar::Days{Date{20'780}, Date{20'780}}, "Пересчёт"}}};
                });
            },
            words};
}

class DispatchTest : public testing::ApiTest {
  protected:
    void SetUp() override {
        start({shop([this](std::int64_t done) {
            if (between) between(done);
        })});
    }
    std::function<void(std::int64_t)> between;
    /// As if the rows had been written so many minutes ago.
    void age(db::Sql sql, std::int64_t minutes) {
        must(database().write_now(db::Caller::system(), [&](db::Tx& tx) { tx.run(sql, tx.now() + -minutes * 60'000); }));
    }
    std::int64_t count(db::Sql sql) {
        return database().read_as(db::Caller::system(), [&](db::Tx& tx) { return *tx.value<std::int64_t>(sql); });
    }
};

TEST_P(DispatchTest, asks_from_where_the_role_that_may_ask_is_held) {
    EXPECT_EQ(sign_in({{policy::Role::director, 1}, {policy::Role::specialist, 2}}).get("/api/v1/place").at("title"), "1");
    EXPECT_EQ(sign_in({{policy::Role::desk, 1}, {policy::Role::director, 2}}).get("/api/v1/place").at("title"), "2");
}

TEST_P(DispatchTest, creates_reads_and_changes_by_revision) {
    const auto director = sign_in(policy::Role::director, 1);
    const auto made = director.post("/api/v1/shelves", R"({"title":"Верхняя"})");
    ASSERT_EQ(made.status, 201) << made.text;
    const auto path = "/api/v1/shelves/" + made.at("id");
    const auto read = director.get(path);
    EXPECT_EQ(read.at("title"), "Верхняя");
    EXPECT_EQ(read.header("etag"), "\"1\"");
    EXPECT_EQ(director.put(path, R"({"title":"Нижняя"})", "\"1\"").header("etag"), "\"2\"");
    EXPECT_EQ(director.put(path, R"({"title":"Средняя"})", "\"1\"").status, 412);
    EXPECT_EQ(director.send(Method::put, path, R"({"title":"x"})").status, 428);
    EXPECT_EQ(director.put(path, R"({"title":"x"})", "121").status, 412) << "a tag stands in quotes";
    EXPECT_EQ(director.put(path, R"({"title":"x"})", "\"2x\"").status, 412);
}

TEST_P(DispatchTest, tells_apart_nobody_the_wrong_role_and_nothing_there) {
    EXPECT_EQ(visitor().get("/api/v1/shelves/0190d7a5-0000-7000-8000-000000000000").status, 401);
    const auto desk = sign_in(policy::Role::desk, 1);
    EXPECT_EQ(desk.post("/api/v1/shelves", R"({"title":"x"})").status, 403);
    EXPECT_EQ(desk.get("/api/v1/shelves/0190d7a5-0000-7000-8000-000000000000").status, 404);
    EXPECT_EQ(desk.get("/api/v1/shelves/nonsense").status, 404);
    EXPECT_EQ(desk.put("/api/v1/shelves/0190d7a5-0000-7000-8000-000000000000", R"({"title":"x"})", "\"1\"").status, 404);
    EXPECT_EQ(desk.get("/api/v1/nothing").status, 404);
}

TEST_P(DispatchTest, guard_refuses_by_the_head_whom_the_route_would_refuse) {
    EXPECT_EQ(visitor().guard(Method::post, "/api/v1/shelves"), 401);
    EXPECT_EQ(sign_in(policy::Role::desk, 1).guard(Method::post, "/api/v1/shelves"), 403);
    EXPECT_EQ(sign_in(policy::Role::desk, 1).guard(Method::put, "/api/v1/shelves/0190d7a5-0000-7000-8000-000000000000"), 404);
    EXPECT_EQ(sign_in(policy::Role::director, 1).guard(Method::post, "/api/v1/shelves"), 0);
    EXPECT_EQ(visitor().guard(Method::post, "/api/v1/nothing"), 0) << "whatever has no route takes no body larger than a form";
}

TEST_P(DispatchTest, names_wrong_fields_in_the_language_of_the_account) {
    const auto director = sign_in(policy::Role::director, 1);
    const auto answer = director.post("/api/v1/shelves", R"({"title":"","floor":12,"colour":"red"})");
    EXPECT_EQ(answer.status, 422);
    EXPECT_THAT(answer.errors(), ::testing::ElementsAre("/colour core.unknown_field", "/floor core.too_large", "/title core.required"));
    EXPECT_NE(answer.text.find("Не больше 9"), std::string::npos);
    EXPECT_EQ(director.post("/api/v1/shelves", "{").code(), "json.syntax");
    EXPECT_EQ(director.post("/api/v1/shelves", "{}", {{"Content-Type", "text/plain"}}).status, 400);
    EXPECT_EQ(count("select count(*) from v_shop_shelf"), 0);
}

TEST_P(DispatchTest, gives_one_effect_and_one_answer_to_a_repeated_post) {
    const auto director = sign_in(policy::Role::director, 1);
    const Headers key{{"Idempotency-Key", "0190d7a5-aaaa"}};
    const auto first = director.post("/api/v1/shelves", R"({"title":"одна"})", key);
    const auto again = director.post("/api/v1/shelves", R"({"title":"одна"})", key);
    EXPECT_EQ(first.status, 201);
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(first.text, again.text);
    EXPECT_EQ(director.post("/api/v1/shelves", R"({"title":"другая"})", key).code(), "http.key_reused");
    EXPECT_EQ(count("select count(*) from v_shop_shelf"), 1);
    EXPECT_EQ(count("select count(*) from v_audit_record"), 1);
}

TEST_P(DispatchTest, a_long_request_that_was_answered_does_nothing_when_it_comes_again) {
    const auto desk = sign_in(policy::Role::desk, 1);
    int parts = 0;
    between = [&](std::int64_t) { ++parts; };
    const Headers key{{"Idempotency-Key", "weighing-1"}};
    EXPECT_EQ(desk.post("/api/v1/shelves/weigh", "", key).at("title"), "100");
    EXPECT_EQ(desk.post("/api/v1/shelves/weigh", "", key).at("title"), "100");
    EXPECT_EQ(parts, 100);
}

TEST_P(DispatchTest, forgets_old_answers_while_an_account_is_at_work) {
    const auto director = sign_in(policy::Role::director, 1);
    const auto add = [&](const std::string& title) { director.post("/api/v1/shelves", R"({"title":")" + title + "\"}", {{"Idempotency-Key", "of-" + title}}); };
    for (const auto* title : {"первая", "вторая", "третья"}) add(title);
    age("update http_idempotency set created_at = $1", 60 * 24 * 60);
    add("четвёртая");
    EXPECT_EQ(count("select count(*) from v_http_idempotency"), 4);
    age("update auth_session set seen_at = $1", 2);
    director.get("/api/v1/echo");
    while (count("select count(*) from v_http_idempotency") > 1) std::this_thread::yield();
    EXPECT_EQ(director.post("/api/v1/shelves", R"({"title":"четвёртая"})", {{"Idempotency-Key", "of-четвёртая"}}).at("title"), "четвёртая");
}

TEST_P(DispatchTest, a_long_request_says_how_far_it_is_and_can_be_stopped) {
    const auto desk = sign_in(policy::Role::desk, 1);
    const auto other = sign_in(policy::Role::desk, 1);
    const Headers key{{"Idempotency-Key", "counting-1"}};
    std::vector<std::string> told;
    between = [&](std::int64_t done) {
        if (done == 50) {
            told.push_back(desk.get("/api/v1/long-requests/counting-1").at("done"));
            EXPECT_EQ(other.post("/api/v1/long-requests/counting-1/stop", "").status, 404) << "it is another account's";
        }
        if (done == 60) told.push_back(desk.post("/api/v1/long-requests/counting-1/stop", "").at("stopped"));
    };
    EXPECT_EQ(desk.post("/api/v1/long-requests/counting-1/stop", "").status, 404) << "it has not begun";
    EXPECT_EQ(desk.post("/api/v1/shelves/count", "", key).at("title"), "60");
    EXPECT_THAT(told, ::testing::ElementsAre("45", "true"));
    between = {};
    EXPECT_EQ(desk.post("/api/v1/shelves/count", "", key).at("title"), "100") << "it begins anew";
    EXPECT_EQ(desk.post("/api/v1/shelves/count", "").at("title"), "100") << "nobody can ask for one without a key";
    age("update http_work set begun_at = $1", 60 * 24 * 60);
    desk.post("/api/v1/shelves/count", "", {{"Idempotency-Key", "counting-2"}});
    EXPECT_EQ(count("select count(*) from v_http_work"), 1);
}

TEST_P(DispatchTest, answers_a_taken_unique_value_with_conflict) {
    const auto director = sign_in(policy::Role::director, 1);
    EXPECT_EQ(director.post("/api/v1/shelves", R"({"title":"одна"})").status, 201);
    EXPECT_EQ(director.post("/api/v1/shelves", R"({"title":"одна"})").status, 409);
}

TEST_P(DispatchTest, refuses_changes_that_come_from_another_site) {
    const auto director = sign_in(policy::Role::director, 1);
    EXPECT_EQ(director.post("/api/v1/shelves", R"({"title":"x"})", {{"Sec-Fetch-Site", "cross-site"}}).status, 403);
    EXPECT_EQ(director.post("/api/v1/shelves", R"({"title":"x"})", {{"Origin", "https://evil.example"}}).status, 403);
    EXPECT_EQ(director.post("/api/v1/shelves", R"({"title":"x"})", {{"Origin", "http://ryadom.test"}}).status, 201);
}

TEST_P(DispatchTest, reads_the_query_by_its_types) {
    const auto desk = sign_in(policy::Role::desk, 1);
    EXPECT_EQ(desk.get("/api/v1/echo?limit=7&open=true&kinds=a&kinds=%D0%B1").at("title"), "7 open 2");
    EXPECT_THAT(desk.get("/api/v1/echo?limit=900&kinds=a").errors(), ::testing::ElementsAre("/limit core.too_large"));
    EXPECT_THAT(desk.get("/api/v1/echo?limit=x&kinds=a").errors(), ::testing::ElementsAre("/limit core.type"));
    EXPECT_EQ(desk.get("/api/v1/echo?limit=1&limit=2").status, 400);
}

TEST_P(DispatchTest, answers_with_a_paper_that_the_browser_shows) {
    const auto desk = sign_in(policy::Role::desk, 1);
    const auto paper = desk.get("/api/v1/shelves/notice");
    EXPECT_THAT(paper.text, ::testing::StartsWith("%PDF-"));
    EXPECT_EQ(paper.header("content-type"), "application/pdf");
    EXPECT_EQ(paper.header("content-disposition"), "inline; filename*=UTF-8''%D0%98%D0%B7%D0%B2%D0%B5%D1%89%D0%B5%D0%BD%D0%B8%D0%B5.pdf");
    EXPECT_THAT(desk.post("/api/v1/shelves/notices", "").text, ::testing::StartsWith("%PDF-")) << "drawn after the commit";
    EXPECT_EQ(count("select count(*) from v_audit_record where action = 'shop.exported'"), 1);
}

TEST_P(DispatchTest, answers_with_a_calendar_that_is_saved) {
    const auto days = sign_in(policy::Role::desk, 1).get("/api/v1/shelves/days");
    EXPECT_THAT(days.text, ::testing::HasSubstr("SUMMARY:Пересчёт\r\n"));
    EXPECT_EQ(days.header("content-type"), "text/calendar; charset=utf-8");
    EXPECT_EQ(days.header("content-disposition"), "attachment; filename*=UTF-8''count.ics");
}

TEST_P(DispatchTest, answers_with_a_table_in_the_format_that_is_asked_for) {
    const auto desk = sign_in(policy::Role::desk, 1);
    const auto csv = desk.get("/api/v1/echo/export?kinds=a&format=csv&limit=3");
    EXPECT_EQ(csv.text, "\xEF\xBB\xBF\"Полка\"\r\n\"'=1+1\"\r\n\"3\"\r\n");
    EXPECT_EQ(csv.header("content-type"), "text/csv; charset=utf-8");
    EXPECT_EQ(csv.header("content-disposition"), "attachment; filename*=UTF-8''echo.csv");
    EXPECT_EQ(csv.header("cache-control"), "no-store");
    const auto xlsx = desk.get("/api/v1/echo/export?kinds=a");
    EXPECT_THAT(xlsx.text, ::testing::StartsWith("PK"));
    EXPECT_EQ(xlsx.header("content-disposition"), "attachment; filename*=UTF-8''echo.xlsx");
    const auto paper = desk.get("/api/v1/echo/export?kinds=a&format=pdf");
    EXPECT_THAT(paper.text, ::testing::StartsWith("%PDF-"));
    EXPECT_EQ(paper.header("content-type"), "application/pdf");
    EXPECT_EQ(paper.header("content-disposition"), "inline; filename*=UTF-8''echo.pdf");
    EXPECT_EQ(count("select count(*) from v_audit_record where action = 'shop.exported'"), 3);
    EXPECT_THAT(desk.get("/api/v1/echo/export?kinds=a&format=ods").errors(), ::testing::ElementsAre("/format core.unknown_value"));
    EXPECT_EQ(desk.get("/api/v1/echo/export?format=csv&format=csv&kinds=a").code(), "http.repeated_parameter");
    EXPECT_THAT(desk.get("/api/v1/echo/export?kinds=a&limit=900&format=csv").errors(), ::testing::ElementsAre("/limit core.too_large"));
    EXPECT_THAT(desk.get("/api/v1/echo?kinds=a&format=csv").errors(), ::testing::ElementsAre("/format core.unknown_field"));
}

TEST_P(DispatchTest, has_every_message_in_three_languages) { EXPECT_THAT(catalogue_gaps(), ::testing::IsEmpty()); }

TEST_P(DispatchTest, describes_itself) {
    const auto document = api_document();
    const auto* post = document.find("paths")->find("/api/v1/shelves")->find("post");
    ASSERT_TRUE(post);
    EXPECT_EQ(json::write(*post->find("requestBody")->find("content")),
              R"({"application/json":{"schema":{"$ref":"#/components/schemas/NewShelf"}}})");
    const auto& schemas = *document.find("components")->find("schemas");
    EXPECT_TRUE(schemas.find("Shelf"));
    EXPECT_EQ(json::write(*schemas.find("Permission")), R"({"type":"string","enum":["shop.see","shop.change"]})");
    EXPECT_THAT(*schemas.find("Code")->find("enum")->as<json::Array>(), ::testing::Contains(json::Value("core.absent")));
}

RYADOM_BOTH_ENGINES(DispatchTest);

}  // namespace
}  // namespace ryadom::http
