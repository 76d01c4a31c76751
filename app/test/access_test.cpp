// Asks every operation that names an object, as every role of one centre, for another centre's object. The answer must
// be the one for an object that does not exist, so that nobody learns even that it is there. Asks them again for objects
// that may be seen, and looks how the engine finds each row.
#include "app/application.hpp"
#include "app/modules.hpp"
#include "app/test/access_requests.hpp"
#include "app/test/closed_months.hpp"
#include "app/test/programme_objects.hpp"
#include "modules/network/network.hpp"
#include "modules/practices/practices.hpp"
#include "modules/standards/draft.hpp"
#include "modules/standards/store.hpp"
#include "platform/files/files.hpp"
#include "platform/testing/api_test.hpp"
#include "platform/testing/explained.hpp"

#include <gmock/gmock.h>

#include <thread>

namespace ryadom::app {
namespace {

using policy::Role;

/// What all staff of the region may see of any centre: stages, orders, the bank, who exists.
const std::set<std::string> open_reads{
    "/api/v1/organisations/{organisation}", "/api/v1/adoptions/{adoption}", "/api/v1/campaigns/{campaign}",
    "/api/v1/campaigns/{campaign}/assignments", "/api/v1/campaigns/{campaign}/progress", "/api/v1/assignments/{assignment}/changes",
    "/api/v1/exchange/events/{event}", "/api/v1/exchange/events/{event}/result", "/api/v1/exchange/files/{file}",
    // Names stand on these papers only where the reader's scope holds the delegates.
    "/api/v1/exchange/events/{event}/papers/invitation", "/api/v1/exchange/events/{event}/papers/programme", "/api/v1/exchange/events/{event}/papers/attendance",
    "/api/v1/exchange/events/{event}/papers/protocol", "/api/v1/exchange/events/{event}/calendar"};

/// What belongs to no centre, or to an account alone: not looked for in another centre.
const std::set<std::string> of_the_region{
    "/api/v1/accounts/", "/api/v1/assignments/", "/api/v1/campaigns/", "/api/v1/districts/", "/api/v1/services/", "/api/v1/network/import/", "/api/v1/paper-kinds/",
    "/api/v1/practices/keys/", "/api/v1/practices/{practice}", "/api/v1/scales/", "/api/v1/standards/", "/api/v1/long-requests/", "/api/v1/payment/norms/", "/api/v1/person-lists/", "/api/v1/travel/", "/api/v1/working-calendar/", "/feed/v1/packages/"};

class AccessTest : public testing::ApiTest {
  protected:
    void SetUp() override {
        modules_ = std::make_unique<Modules>(false);
        auto list = modules_->list();
        list.insert(list.begin(), Module{"files", files::schema(), {}, {}, {}});
        start(std::move(list), network::subtree, network::zone);
        install_shipped_data(database());
        modules_->start(database(), texts());
        mine_ = add_centre("mine");
        theirs_ = add_centre("theirs");
        fill();
    }
    void TearDown() override {
        ApiTest::TearDown();
        modules_->stop();
    }

    db::Database& watched(db::Database& database) override {
        explained_ = std::make_unique<testing::Explained>(database);
        return *explained_;
    }

    std::int64_t add_centre(const std::string& code) {
        const auto made = sign_in(Role::coordinator).post("/api/v1/organisations?second_top=true",
            R"({"code":")" + code + R"(","kind":"centre","title":"КЦСОН","short_title":")" + code +
            R"(","zone":"Asia/Novosibirsk","address":"","phone":"","director":""})");
        EXPECT_EQ(made.status, 201) << made.text;
        ids_[code] = made.at("id");
        return database().read_as(db::Caller::system(), [&](db::Tx& tx) { return network::find_organisation_by_code(tx, code)->number.value; });
    }

    std::string made(const testing::Client& client, const std::string& path, const std::string& body, const char* at = "id") {
        const auto answer = client.post(path, body);
        EXPECT_LT(answer.status, 300) << path << " " << answer.text;
        return answer.at(at);
    }

    /// One object of each kind in the other centre.
    void fill() {
        const auto director = sign_in(Role::director, theirs_);
        const auto& there = ids_["theirs"];
        objects_["/api/v1/organisations/{organisation}"] = there;
        objects_["/api/v1/rooms/"] = made(director, "/api/v1/organisations/" + there + "/rooms", R"({"title":"Зал","kind":"demonstration","capacity":5})");
        objects_["/api/v1/departments/"] = made(director, "/api/v1/organisations/" + there + "/departments", R"({"title":"Отделение"})");
        objects_["/api/v1/equipment/"] = made(director, "/api/v1/organisations/" + there + "/equipment", R"({"title":"Кровать","kind":"bed","count":1})");
        objects_["/api/v1/staff/"] = made(director, "/api/v1/organisations/" + there + "/staff",
            R"({"name":"Петрова Анна","position":"Специалист","rate":100,"hired_on":"2026-01-10","qualifications":[]})");
        const auto desk = sign_in(Role::desk, theirs_);
        const auto person = made(desk, "/api/v1/persons",
            R"({"organisation":")" + there + R"(","person":{"family_name":"Иванова","given_name":"Нина","birth":"1950-03-08","sex":"female"}})", "id");
        objects_["/api/v1/persons/"] = person;
        const auto service = desk.get("/api/v1/services").at("items/0/id");
        objects_["/api/v1/facts/"] = made(desk, "/api/v1/facts",
            R"({"organisation":")" + there + R"(","person":")" + person + R"(","service":")" + service +
            R"(","performed_on":"2026-11-20","minutes":30,"channel":"home"})");
        const auto practice = director.get("/api/v1/practices").at("items/0/id");
        const auto adoption = made(director, "/api/v1/adoptions", R"({"organisation":")" + there + R"(","practice":")" + practice + "\"}");
        objects_["/api/v1/adoptions/"] = adoption;
        made(director, "/api/v1/adoptions/" + adoption + "/plan", R"({"lines":[]})");
        objects_["/api/v1/plan-lines/"] = director.get("/api/v1/adoptions/" + adoption).at("lines/0/id");
        objects_["/api/v1/practices/drafts/"] = made(director, "/api/v1/practices/drafts", "{}");
        const auto import = desk.post("/api/v1/facts/import?organisation=" + there + "&source=journal",
                                      "service;performed_on;minutes;channel;snils\nno.such;2026-11-20;30;home;11223344595\n", {{"Content-Type", "text/csv"}});
        EXPECT_EQ(import.status, 201) << import.text;
        objects_["/api/v1/imports/"] = import.at("id");
        objects_["/api/v1/requests/"] = made(desk, "/api/v1/requests",
            R"({"organisation":")" + there + R"(","person":")" + person + R"(","service":")" + service + R"(","asked_on":"2026-11-21"})");
        const auto version = database().read_as(db::Caller::system(), [](db::Tx& tx) {
            return to_string(practices::latest_version(tx, practices::find_practice(tx, "org.ryadom.step-by-step")->number)->id);
        });
        objects_["/api/v1/forms/"] = made(desk, "/api/v1/persons/" + person + "/forms",
            R"({"organisation":")" + there + R"(","version":")" + version + R"(","form":"tug","moment":"start","filled_on":"2026-11-20","answers":{"seconds":14.5}})");
        fill_pair(desk, person);
        objects_["/api/v1/absences/"] = made(sign_in(Role::desk, theirs_), "/api/v1/persons/" + person + "/absences",
                                             R"({"organisation":")" + there + R"(","absence":{"kind":"hospital","from":"2026-11-01"}})");
        fill_payment(person, service);
        objects_["/api/v1/papers/"] = made(desk, "/api/v1/persons/" + person + "/consent-papers", R"({"organisation":")" + there + R"(","text":")" + desk.get("/api/v1/consent-texts").at("items/0/id") + "\"}");
        closed_months(director, desk, there, person, service, objects_);
        fill_scale(desk, person);
        add_programme_objects(objects_, desk, sign_in(Role::specialist, theirs_), director, there, person, service);
        fill_exchange(practice);
        fill_control(practice);
        for (const auto& [path, id] : objects_) EXPECT_NE(id, "") << path;
    }

    /// Two of the other centre who may be one.
    void fill_pair(const testing::Client& desk, const std::string& person) {
        const auto other = made(desk, "/api/v1/persons",
            R"({"organisation":")" + ids_["theirs"] + R"(","person":{"family_name":"Иваново","given_name":"Нина","birth":"1950-03-08","sex":"female"},"namesake":"это её сестра, паспорт другой"})");
        objects_["/api/v1/duplicates/"] = must(database().write_now(db::Caller::system(), [&](db::Tx& tx) {
            const auto id = tx.make_id<people::Person>();
            tx.run("insert into duplicates_pair (id, one, other, weight, reasons, run, state) select $1, a.number, b.number, 100, '[]', 1, 'open' from people_person a, people_person b "
                   "where a.id = $2 and b.id = $3", id, person, other);
            return to_string(id);
        }));
    }

    /// What the person of the other centre pays.
    void fill_payment(const std::string& person, const std::string& service) {
        const auto norms = R"({"valid_from":"2026-01-01","ground":"приказ № 1","norms":[{"kind":"payment_rule","rule":{"limit_percent":150,"share_percent":50,"cap_percent":75}},)"
                           R"({"kind":"tariff","service":")" + service + R"(","amount_kopecks":10000}]})";
        made(sign_in(Role::coordinator), "/api/v1/payment/norms", norms, "items/0/id");
        objects_["/api/v1/payment/assessments/"] = made(sign_in(Role::desk, theirs_), "/api/v1/persons/" + person + "/payment",
            R"({"organisation":")" + ids_["theirs"] + R"(","input":{"care_form":"residential","area":"city","group":"pensioner","applied_on":"2026-11-20","effective_on":"2026-11-20",)"
            R"("members":[{"who":"Иванова Нина","incomes":[1,2,3,4,5,6,7,8,9,10,11,12]}],"services":[{"service":")" + service + R"(","quantity":100,"care_package":false}]}})");
    }

    /// What the person of the other centre was found to need.
    void fill_scale(const testing::Client& desk, const std::string& person) {
        const auto listed = desk.get("/api/v1/scales");
        std::string row = "items/0";
        for (int i = 0; listed.at(row + "/code") != "tug" && !listed.at(row + "/code").empty(); ++i) row = "items/" + std::to_string(i + 1);
        objects_["/api/v1/filled-scales/"] = made(desk, "/api/v1/persons/" + person + "/scales",
            R"({"organisation":")" + ids_["theirs"] + R"(","scale":")" + listed.at(row + "/id") + R"(","version":1,"filled_on":"2026-11-20","answers":{"able":"no"}})");
        objects_["/api/v1/assessments/"] = made(sign_in(Role::specialist, theirs_), "/api/v1/persons/" + person + "/assessments",
            R"({"organisation":")" + ids_["theirs"] + R"(","assessed_on":"2026-11-20","scales":[],"conclusion":"Нужен уход"})");
    }

    /// An event at the other centre, where a third one was.
    void fill_exchange(const std::string& practice) {
        const auto& there = ids_["theirs"];
        const auto guest_number = add_centre("guest");
        const auto host = sign_in(Role::director, theirs_);
        const auto guest = sign_in(Role::director, guest_number);
        const auto day = to_string(local_date(database().now(), "Asia/Novosibirsk"));
        const auto event = made(host, "/api/v1/exchange/events",
            R"({"kind":"study_trip","topic":"Показ","summary":"","starts_on":")" + day + R"(","starts_time":"00:00","ends_on":")" + day +
            R"(","ends_time":"23:59","host":")" + there + R"(","place":"Зал","capacity":5})", "event/id");
        objects_["/api/v1/exchange/events/"] = event;
        const auto path = "/api/v1/exchange/events/" + event;
        EXPECT_EQ(host.put(path + "/programme", R"({"items":[{"day":")" + day + R"(","starts_time":"10:00","title":"Показ","speaker":"","practices":[")" + practice +
                                                    R"("]}]})", "\"1\"").status, 200);
        made(sign_in(Role::coordinator), path + "/announce", "{}", "event/id");
        objects_["/api/v1/exchange/delegations/"] = made(guest, path + "/delegations",
            R"({"organisation":")" + ids_["guest"] + R"(","delegates":[{"name":"Петрова Анна","position":"Специалист"}]})", "delegations/0/id");
        made(host, "/api/v1/exchange/delegations/" + objects_["/api/v1/exchange/delegations/"] + "/attendance", R"({"attended":true})", "event/id");
        objects_["/api/v1/exchange/picks/"] = made(guest, path + "/picks", R"({"organisation":")" + ids_["guest"] + R"(","practice":")" + practice + "\"}", "picks/0/id");
        objects_["/api/v1/exchange/decisions/"] = made(host, path + "/decisions", R"({"text":"Открыть","owner":")" + there + R"(","due":")" + day + "\"}");
        const auto file = host.post(path + "/files?name=a.pdf&kind=material", "%PDF-1.4 slides", {{"Content-Type", "application/pdf"}});
        EXPECT_EQ(file.status, 201) << file.text;
        objects_["/api/v1/exchange/files/"] = file.at("files/0/id");
    }

    /// A standard in force, the other centre's self-check by it, and a visit that left a finding.
    void fill_control(const std::string& practice) {
        std::string version;
        must(database().write_now(db::Caller::system(), [&](db::Tx& tx) {
            standards::store::StandardRow row;
            row.code = "С-1";
            row.practice = practices::find_practice(tx, Id<practices::Practice>{*parse_uuid(practice)})->number;
            row = standards::store::insert_standard(tx, row);
            const auto content = standards::draft_of(*practices::package_of(tx, practices::latest_version(tx, *row.practice)->number));
            const auto draft = standards::store::insert_version(tx, row.number, 1, content);
            const auto today = local_date(tx.now(), "Asia/Novosibirsk");
            standards::store::approve(tx, draft.number, {{"1-п", today}, today}, today);
            version = to_string(draft.id);
        }));
        const auto director = sign_in(Role::director, theirs_);
        const auto coordinator = sign_in(Role::coordinator);
        const auto body = R"({"organisation":")" + ids_["theirs"] + R"(","version":")" + version + "\"}";
        const std::string control = "/api/v1/control/";
        const auto self_check = made(director, control + "self-checks", body, "inspection/id");
        const auto visit = made(coordinator, control + "visits", body, "inspection/id");
        const auto item = coordinator.get(control + "inspections/" + visit).at("items/0/item/item");
        made(coordinator, control + "visits/" + visit + "/marks",
             R"({"item":")" + item + R"(","mark":"not_confirmed","note":"Нет журнала","owner":"Заведующая","days":10})", "item/item");
        made(coordinator, control + "visits/" + visit + "/close", "{}", "inspection/id");
        const auto file = director.post(control + "self-checks/" + self_check + "/files?name=a.pdf&item=" + item, "%PDF-1.4 journal", {{"Content-Type", "application/pdf"}});
        EXPECT_EQ(file.status, 200) << file.text;
        objects_[control + "self-checks/"] = self_check;
        objects_[control + "inspections/"] = visit;
        objects_[control + "visits/"] = visit;
        objects_[control + "findings/"] = coordinator.get(control + "findings").at("items/0/id");
        objects_[control + "files/"] = file.at("files/0/id");
    }

    std::string object_of(const std::string& path) const {
        for (const auto& [prefix, id] : objects_)
            if (path.starts_with(prefix)) return id;
        return {};
    }

    /// Every GET operation of the objects that are there, as far as the role may.
    void read_everything(const testing::Client& client) {
        for (const auto& route : dispatcher().routes().all()) {
            if (route.method != http::Method::get) continue;
            const auto open = route.path.find('{');
            if (open == std::string::npos) client.get(route.path);
            else if (const auto object = object_of(route.path); !object.empty())
                client.get(route.path.substr(0, open) + object + route.path.substr(route.path.find('}') + 1));
        }
    }

    /// PostgreSQL plans by what the tables hold: 20,000 facts, in their order.
    void fill_ledger() {
        ASSERT_TRUE(database().write_now(db::Caller::system(), [centre = mine_](db::Tx& tx) {
            tx.run("insert into ledger_fact (id, person, unnamed_count, service, performed_on, minutes, quantity, channel, home_provider, performer_provider, "
                   "source, recorded_at, recorded_on, account) select gen_random_uuid(), i % 5000, 0, 1, '2026-11-01', 30, 100, 'home', $1, $1, 'test', "
                   "timestamptz '2026-11-01 00:00:00Z', '2026-11-01', i % 50 from generate_series(1, 20000) i", centre);
        }));
        modules_->feed().await(ledger::image::Position{20'001});
        ASSERT_TRUE(database().write_now(db::Caller::system(), [](db::Tx& tx) { tx.run("analyze"); }));
    }

    std::unique_ptr<testing::Explained> explained_;
    std::unique_ptr<Modules> modules_;
    std::int64_t mine_ = 0;
    std::int64_t theirs_ = 0;
    std::map<std::string, std::string> ids_;
    std::map<std::string, std::string> objects_;
};

TEST_P(AccessTest, shows_another_centres_object_to_nobody) {
    const auto document = api_document();
    int asked = 0;
    for (const auto role : {Role::director, Role::specialist, Role::desk}) {
        const auto stranger = sign_in(role, mine_);
        for (const auto& route : dispatcher().routes().all()) {
            if (route.path.find('{') == std::string::npos) continue;
            const auto object = object_of(route.path);
            const bool regional = std::ranges::any_of(of_the_region, [&](const auto& prefix) { return route.path.starts_with(prefix); });
            EXPECT_EQ(object.empty(), regional)
                << route.path << ": fill() makes no object of another centre, and of_the_region does not name it";
            if (object.empty() || (route.method == http::Method::get && open_reads.contains(route.path))) continue;
            const auto open = route.path.find('{');
            const auto close = route.path.find('}');
            const auto at = [&](const std::string& id) { return route.path.substr(0, open) + id + route.path.substr(close + 1) + demanded_query(route); };
            std::string body = "%PDF-1.7";
            if (route.request.kind == http::Shape::Kind::json) {
                json::Schemas schemas;
                const auto schema = route.request.schema(schemas);
                body = json::write(sample(schema, document));
            }
            const auto foreign = stranger.send(route.method, at(object), body, {{"If-Match", "\"1\""}});
            const auto absent = stranger.send(route.method, at(nowhere), body, {{"If-Match", "\"1\""}});
            SCOPED_TRACE(std::string(json::name_of(role)) + " " + std::string(http::to_string(route.method)) + " " + route.path + " " + body);
            EXPECT_EQ(foreign.status, 404) << foreign.text;
            EXPECT_EQ(foreign.status, absent.status) << absent.text;
            EXPECT_EQ(foreign.code(), absent.code());
            ++asked;
        }
    }
    EXPECT_GT(asked, 40);
}

TEST_P(AccessTest, shows_no_person_to_the_region) {
    for (const auto role : {Role::administrator, Role::coordinator}) {
        const auto regional = sign_in(role);
        EXPECT_THAT(regional.get("/api/v1/persons/" + objects_["/api/v1/persons/"]).status, ::testing::AnyOf(403, 404));
        EXPECT_EQ(regional.post("/api/v1/persons/search", R"({"query":"иванова"})").text.find("Иванова"), std::string::npos);
    }
}

TEST_P(AccessTest, asks_a_visitor_to_sign_in_everywhere) {
    const std::set<std::string> doors{"/api/v1/session", "/api/v1/invitations/show", "/api/v1/invitations/accept", "/api/v1/exchange/answers",
                                      "/api/v1/exchange/answers/show", "/feed/v1", "/feed/v1/packages/{code}/{version}", "/feed/v1/returns"};
    for (const auto& route : dispatcher().routes().all()) {
        if (doors.contains(route.path)) continue;
        const auto open = route.path.find('{');
        const auto path = open == std::string::npos ? route.path : route.path.substr(0, open) + nowhere + route.path.substr(route.path.find('}') + 1);
        EXPECT_EQ(visitor().send(route.method, path, "{}", {{"If-Match", "\"1\""}}).status, 401) << route.path;
    }
}

TEST_P(AccessTest, finds_every_row_of_a_growing_table_by_an_index) {
    if (postgres()) fill_ledger();
    explained_->forget();
    for (const auto role : {Role::administrator, Role::coordinator}) read_everything(sign_in(role));
    for (const auto role : {Role::director, Role::desk}) read_everything(sign_in(role, theirs_));
    const auto& centre = ids_["theirs"];
    const auto& person = objects_["/api/v1/persons/"];
    const auto desk = sign_in(Role::desk, theirs_);
    const auto administrator = sign_in(Role::administrator);
    const auto practice = desk.get("/api/v1/practices").at("items/0/id");
    const auto cell = "?organisation=" + centre + "&practice=" + practice;
    const auto narrow = "&from=2026-01-01&organisation=" + centre + "&practice=" + practice;
    for (const auto& target : {"facts?person=" + person, "applications?organisation=" + centre, "closed-applications?organisation=" + centre, "programmes?organisation=" + centre,
                               "programme-drafts?organisation=" + centre, "contracts?organisation=" + centre, std::string("facts?mine=true"), "facts?organisation=" + centre, "facts/context?organisation=" + centre, "requests?organisation=" + centre, "persons/" + person + "/forms/offered?fact=" + objects_["/api/v1/facts/"],
                               "persons/" + person + "/scales?latest=true", "papers?organisation=" + centre,
                               "facts?mine=true&person=" + person + narrow, "facts?mine=true" + narrow, "facts/totals?person=" + person + narrow,
                               "facts/totals?mine=true" + narrow, "facts/totals?organisation=" + centre, std::string("persons"), "matrix/cell" + cell,
                               "matrix/cell/facts" + cell, "adoptions" + cell, "practices/" + practice + "/reviews",
                               "practices/" + practice + "/reviews?organisation=" + centre, "practices/" + practice + "/axes", "practices/" + practice + "/judgements",
                               std::string("figures/services?from=2026-01-01&to=2026-12-31&organisation=") + centre})
        EXPECT_EQ(desk.get("/api/v1/" + target).status, 200) << target;
    const auto login = administrator.get("/api/v1/session").at("account/login");
    for (const auto& target : {"audit?person=" + person, "audit?object=" + person, "audit?account=" + login, std::string("audit?action=people.searched"),
                               "audit?account=" + login + "&action=people.searched&from=2020-01-01"})
        EXPECT_EQ(administrator.get("/api/v1/" + target).status, 200) << target;
    for (const auto* asked : {R"({"query":"иван"})", R"({"query":"иван","birth":"1950-03-08"})", R"({"snils":"11223344595"})"})
        EXPECT_EQ(desk.post("/api/v1/persons/search", asked).status, 200) << asked;
    made(desk, "/api/v1/persons/lookup", R"({"number":"11223344595"})");
    made(desk, "/api/v1/facts/" + objects_["/api/v1/facts/"] + "/reverse", R"({"reason":"ошибка"})");
    const auto import = desk.post("/api/v1/facts/import?organisation=" + centre + "&source=journal",
                                  "service;performed_on;minutes;channel;snils\nno.such;2026-11-20;30;home;11223344595\n", {{"Content-Type", "text/csv"}});
    ASSERT_EQ(import.status, 201) << import.text;
    while (desk.get("/api/v1/imports/" + import.at("id")).at("state") != "done") std::this_thread::sleep_for(std::chrono::milliseconds(10));
    EXPECT_EQ(desk.get("/api/v1/imports/" + import.at("id") + "/errors").status, 200);

    // What a region has hundreds or thousands of; and what is read for its last row, or because the answer is the whole.
    const std::set<std::string> small{"network_district", "network_organisation", "catalogue_kind", "catalogue_service", "practices_practice",
                                      "practices_version", "practices_version_service", "practices_facet", "practices_draft", "practices_key",
                                      "practices_code", "practices_price", "rollout_campaign", "rollout_assignment", "rollout_assignment_change", "rollout_adoption",
                                      "rollout_adoption_version", "rollout_stop", "rollout_adaptation", "rollout_plan_line", "rollout_plan_line_move",
                                      "rollout_pulse", "rollout_recheck", "papers_template", "people_lookup", "people_listed_word", "people_consent_text", "duplicates_run", "ledger_merge", "requests_reason", "scales_scale", "scales_version", "travel_server", "travel_key_change", "travel_feed", "travel_subscriber", "programmes_norm", "programmes_calendar_year", "programmes_special_day", "programmes_reason",
                                      "travel_count", "evidence_rate", "standards_version", "standards_waiver", "plausibility_thresholds"};
    const auto meant = [pg = postgres()](const std::string& statement) {
        // PostgreSQL expects a human to be several of the few people here; SQLite and a region's statistics lead to the index.
        if (pg && statement.find("where f.person in (select cast($1 as bigint)") != std::string::npos) return true;
        return statement.starts_with("select number from v_ledger_fact order by number desc limit 1\n") ||
               statement.starts_with("select staff, code, valid_from, valid_to from v_network_qualification order by staff") ||
               statement.starts_with("select p.id, min(j.level), count(j.level) from v_evidence_judgement j") ||
               statement.starts_with("select number, district from v_people_person where district is not null\n");
    };
    std::set<std::string_view> growing;
    for (const auto& schema : schemas(*modules_))
        for (const auto& each : schema.tables)
            // PostgreSQL plans by what a table holds: there only the facts, which were filled in, tell anything.
            if (!small.contains(std::string(each.table)) && (!postgres() || each.table.starts_with("ledger_fact"))) growing.insert(each.table);
    for (const auto& [table, statements] : explained_->read_whole())
        for (const auto& statement : statements)
            EXPECT_TRUE(!growing.contains(table) || meant(statement)) << table << ": " << statement;
}

TEST_P(AccessTest, has_every_message_in_three_languages) { EXPECT_THAT(catalogue_gaps(), ::testing::IsEmpty()); }

RYADOM_BOTH_ENGINES(AccessTest);

}  // namespace
}  // namespace ryadom::app
