// Questions from facts that desks entered, and what is said to them.
#include <gmock/gmock.h>

#include "modules/catalogue/module.hpp"
#include "modules/ledger/module.hpp"
#include "modules/network/module.hpp"
#include "modules/people/module.hpp"
#include "modules/plausibility/module.hpp"
#include "modules/practices/module.hpp"
#include "modules/requests/module.hpp"
#include "platform/files/files.hpp"
#include "platform/testing/api_test.hpp"

#include <atomic>

namespace ryadom::plausibility {
namespace {

using policy::Role;
using testing::Answer;
using testing::Client;
using ::testing::ElementsAre;

class QuestionsTest : public testing::ApiTest {
  protected:
    struct Place {
        std::string id;
        std::int64_t number = 0;
        std::string worker;
    };

    void SetUp() override {
        clock.set("2026-03-30T05:00:00Z");
        ledger::Running running{[this](db::Tx&, Number<network::Organisation>) { return adopted; }, [this]() -> const ledger::Feed& { return *feed; },
                                [this]() -> ledger::Importer& { return *importer; }};
        start({{"files", files::schema(), {}, {}, {}}, network::module([](db::Tx&, Number<network::Organisation>, Date) {}), catalogue::module(), people::module(),
               practices::module(), requests::module([](const std::vector<std::int64_t>&, const std::vector<requests::Asked>& asked) { return std::vector<bool>(asked.size()); }),
               ledger::module(running), module(std::make_shared<Desk>([this]() -> const ledger::image::Image& { return feed->image(); }, std::chrono::milliseconds(0)))},
              network::subtree, network::zone);
        feed = std::make_unique<ledger::Feed>(database());
        importer = std::make_unique<ledger::Importer>(database(), texts(), running.adopted_by);
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

    /// A practice that both centres run, delivered in the centre only.
    void install() {
        adopted = {must(database().write_now(db::Caller::system(), [](db::Tx& tx) {
            tx.run("insert into catalogue_kind (code, title_ru) values ('household', 'Бытовые')");
            const auto talk = catalogue::ensure_service(tx, {{}, "household.01", "household", {{"ru", "Беседа"}}, "service", 30, *parse_date("2020-01-01"), {}});
            catalogue::ensure_service(tx, {{}, "household.02", "household", {{"ru", "Уборка"}}, "service", 30, *parse_date("2020-01-01"), {}});
            const auto practice = tx.insert("insert into practices_practice (id, code, organisation, titles, sort_title) values ($1, 'org.example.talks', 0, $2, 'talks') returning number",
                                            tx.make_id<practices::Practice>(), R"({"ru":"Беседы"})");
            const auto version = tx.insert("insert into practices_version (id, practice, version, rank, state, installed_at, installed_by, package_sha256, "
                                           "document_sha256, titles, sort_title, card, search, document) values "
                                           "($1, $2, '1.0.0', 1, 'published', $3, 0, '', '', '{}', '', '{}', '', '{}') returning number",
                                           tx.make_id<practices::Version>(), practice, tx.now());
            tx.run("update practices_practice set listed = $1 where number = $2", version, practice);
            tx.run("insert into practices_version_service (version, package_service, service, channels, counts_unnamed) values ($1, 'talk', $2, 'centre', $3)", version, talk,
                   false);
            return ledger::Adopted{{practice}, {version}};
        }))};
        for (const auto* code : {"household.01", "household.02"})
            services[code] = in_system([&](db::Tx& tx) { return to_string(catalogue::find_service(tx, std::string_view(code))->service.id); });
    }

    Place add(const std::string& code) {
        const auto made = coordinator().post("/api/v1/organisations?second_top=true",
                                             R"({"code":")" + code + R"(","kind":"centre","title":"КЦСОН","short_title":")" + code +
                                                 R"(","zone":"Asia/Novosibirsk","address":"","phone":"","director":""})");
        EXPECT_EQ(made.status, 201) << made.text;
        Place out{made.at("id"), in_system([&](db::Tx& tx) { return network::find_organisation_by_code(tx, code)->number.value; }), ""};
        const auto worker = director(out).post("/api/v1/organisations/" + out.id + "/staff",
                                               R"({"name":"Петрова Анна","position":"Социальный работник","rate":100,"hired_on":"2025-01-10","qualifications":[]})");
        EXPECT_EQ(worker.status, 201) << worker.text;
        out.worker = worker.at("id");
        return out;
    }

    Client coordinator() { return sign_in(Role::coordinator); }
    Client director(const Place& place) { return sign_in(Role::director, place.number); }
    Client specialist(const Place& place) { return sign_in(Role::specialist, place.number); }

    struct Visit {
        std::string day;
        int minutes = 30;
        std::string channel = "home";
        const char* service = "household.02";
        std::string person = "";  ///< empty: somebody new
    };
    /// A fact of the centre's worker; whom it served.
    std::string visit(const Place& place, const Visit& of) {
        const auto recipient = of.person.empty() ? R"("new_person":{"family_name":"Иванова","given_name":"Елена","birth":"19)" + std::to_string(30 + ++people_) +
                                                       R"(-03-08","sex":"female"},"namesake":"однофамилица, паспорт проверен")"
                                                 : R"("person":")" + of.person + "\"";
        const auto made = specialist(place).post("/api/v1/facts", R"({"organisation":")" + place.id + R"(","service":")" + services[of.service] + R"(","performed_on":")" +
                                                                      of.day + R"(","minutes":)" + std::to_string(of.minutes) + R"(,"channel":")" + of.channel +
                                                                      R"(","worker":")" + place.worker + "\"," + recipient + "}");
        EXPECT_EQ(made.status, 201) << made.text;
        feed->catch_up();
        return made.at("person");
    }
    void long_day(const Place& place, const std::string& day) {
        visit(place, {day, 400});
        visit(place, {day, 390});
    }

    static std::string at(const Answer& list, int place, const std::string& part) { return list.at("items/" + std::to_string(place) + "/" + part); }
    static std::string body(const Answer& list, const std::string& rest) {
        return R"({"question":")" + list.at("items/0/id") + R"(","day":")" + list.at("items/0/day") + "\"" + rest + "}";
    }
    static std::string facts_of(const Answer& list) { return "/api/v1/questions/facts?question=" + list.at("items/0/id") + "&day=" + list.at("items/0/day"); }

    std::vector<ledger::Adopted> adopted;
    std::map<std::string, std::string> services;
    std::unique_ptr<ledger::Feed> feed;
    std::unique_ptr<ledger::Importer> importer;
    Place suzun;
    Place iskitim;

  private:
    int people_ = 0;
};

constexpr auto list = "/api/v1/questions";

TEST_P(QuestionsTest, long_day_is_asked_about_with_its_facts) {
    long_day(suzun, "2026-03-18");
    visit(suzun, {"2026-03-19", 720});
    const auto seen = director(suzun).get(list);
    ASSERT_EQ(seen.status, 200) << seen.text;
    EXPECT_EQ(at(seen, 0, "kind") + " " + at(seen, 0, "day") + " " + at(seen, 0, "value") + " " + at(seen, 0, "limit"), "long_day 2026-03-18 790 720");
    EXPECT_EQ(at(seen, 0, "worker") + " " + at(seen, 0, "centre") + " " + at(seen, 0, "standing"), "Петрова Анна suzun open");
    EXPECT_EQ(at(seen, 1, "id"), "");
    const auto facts = director(suzun).get(facts_of(seen) + "&limit=1");
    ASSERT_EQ(facts.status, 200) << facts.text;
    EXPECT_EQ(at(facts, 0, "minutes") + " " + at(facts, 0, "person/name"), "390 Иванова Е.");
    const auto rest = director(suzun).get(facts_of(seen) + "&limit=1&cursor=" + facts.at("next"));
    EXPECT_EQ(at(rest, 0, "minutes"), "400");
    EXPECT_EQ(at(rest, 1, "minutes"), "");
}

TEST_P(QuestionsTest, other_centres_see_nothing_and_the_region_no_names) {
    long_day(suzun, "2026-03-18");
    const auto seen = coordinator().get(list);
    EXPECT_EQ(at(seen, 0, "centre"), "suzun") << seen.text;
    const auto facts = coordinator().get(facts_of(seen));
    EXPECT_EQ(at(facts, 0, "minutes"), "390");
    EXPECT_EQ(at(facts, 0, "person/name") + at(facts, 0, "person/id"), "");
    EXPECT_EQ(director(iskitim).get(list).at("items/0/id"), "");
    EXPECT_EQ(director(iskitim).get(facts_of(seen)).status, 404);
    EXPECT_EQ(director(iskitim).get(std::string(list) + "?organisation=" + suzun.id).status, 404);
    EXPECT_EQ(director(iskitim).post("/api/v1/questions/answers", body(seen, R"(,"text":"Это не наши")")).status, 404);
    EXPECT_EQ(director(iskitim).get("/api/v1/questions/summary").at("open"), "0");
    EXPECT_EQ(sign_in(Role::desk, suzun.number).get(list).status, 403);
}

TEST_P(QuestionsTest, centre_answers_and_the_region_asks_again_or_takes_the_answer) {
    long_day(suzun, "2026-03-18");
    const auto seen = director(suzun).get(list);
    const auto answers = std::string("/api/v1/questions/answers");
    const auto decisions = std::string("/api/v1/questions/decisions");
    const auto standing = [&] { return at(coordinator().get(list), 0, "standing"); };
    EXPECT_EQ(coordinator().post(decisions, body(seen, R"(,"decision":"explained")")).code(), "plausibility.not_answered") << "nothing was said";
    ASSERT_EQ(specialist(suzun).post(answers, body(seen, R"(,"text":"Дежурила за двоих")")).status, 204);
    EXPECT_EQ(standing(), "answered");
    EXPECT_EQ(coordinator().get("/api/v1/questions/summary").at("answered"), "1");
    EXPECT_EQ(coordinator().get(std::string(list) + "?standing=open").at("items/0/id"), "");
    EXPECT_THAT(coordinator().post(decisions, body(seen, R"(,"decision":"asked_again")")).errors(), ElementsAre("/text plausibility.say_what_is_unclear"));
    ASSERT_EQ(coordinator().post(decisions, body(seen, R"(,"decision":"asked_again","text":"А кто был второй?")")).status, 204);
    EXPECT_EQ(standing(), "open");
    EXPECT_EQ(coordinator().post(decisions, body(seen, R"(,"decision":"explained")")).code(), "plausibility.not_answered") << "asked again, not answered again";
    EXPECT_EQ(director(suzun).post(decisions, body(seen, R"(,"decision":"explained")")).status, 403);
    EXPECT_EQ(coordinator().post(answers, body(seen, R"(,"text":"Отвечу за них")")).status, 403);
    ASSERT_EQ(director(suzun).post(answers, body(seen, R"(,"text":"Сидорова, она болела")")).status, 204);
    ASSERT_EQ(coordinator().post(decisions, body(seen, R"(,"decision":"explained")")).status, 204);
    EXPECT_EQ(standing(), "explained");
    EXPECT_EQ(coordinator().post(decisions, body(seen, R"(,"decision":"explained")")).code(), "plausibility.said_already");
    EXPECT_EQ(director(suzun).post(answers, body(seen, R"(,"text":"И ещё одно")")).code(), "plausibility.explained_already");
    const auto after = director(suzun).get(std::string(list) + "?standing=explained");
    EXPECT_EQ(at(after, 0, "words/0/text") + "; " + at(after, 0, "words/1/text") + "; " + at(after, 0, "words/2/said") + "; " + at(after, 0, "words/3/said"),
              "Дежурила за двоих; А кто был второй?; answered; explained");
    EXPECT_EQ(at(after, 0, "words/0/value"), "790");
    visit(suzun, {"2026-03-18", 100});
    const auto grown = director(suzun).get(list);
    EXPECT_EQ(at(grown, 0, "value") + " " + at(grown, 0, "standing") + " " + at(grown, 0, "words/3/said"), "890 open explained") << "790 were explained";
    EXPECT_EQ(coordinator().post(decisions, body(seen, R"(,"decision":"explained")")).code(), "plausibility.not_answered");
    ASSERT_EQ(director(suzun).post(answers, body(seen, R"(,"text":"И ещё к соседке")")).status, 204);
    ASSERT_EQ(coordinator().post(decisions, body(seen, R"(,"decision":"explained")")).status, 204);
    EXPECT_EQ(standing(), "explained");
}

TEST_P(QuestionsTest, question_is_gone_when_its_facts_are_taken_back) {
    long_day(suzun, "2026-03-18");
    const auto seen = director(suzun).get(list);
    const auto facts = director(suzun).get(facts_of(seen));
    const auto gone = specialist(suzun).post("/api/v1/facts/" + at(facts, 0, "id") + "/reverse", R"({"reason":"записано дважды"})");
    ASSERT_LT(gone.status, 300) << gone.text;
    feed->catch_up();
    EXPECT_EQ(director(suzun).get(list).at("items/0/id"), "");
    EXPECT_EQ(director(suzun).get(facts_of(seen)).status, 404);
    EXPECT_EQ(director(suzun).post("/api/v1/questions/answers", body(seen, R"(,"text":"Так и было")")).status, 404);
}

TEST_P(QuestionsTest, person_served_after_death_is_named_where_served_and_the_look_is_logged) {
    const auto person = visit(suzun, {"2026-03-10"});
    visit(suzun, {"2026-03-20", 35, "home", "household.02", person});
    ASSERT_TRUE(database().write_now(db::Caller::system(), [person](db::Tx& tx) { tx.run("update people_person set death = $1 where id = $2", *parse_date("2026-03-15"), person); }));
    const auto seen = director(suzun).get(list);
    EXPECT_EQ(at(seen, 0, "kind") + " " + at(seen, 0, "day") + " " + at(seen, 0, "value") + " " + at(seen, 0, "person/name"), "after_death 2026-03-01 1 Иванова Е.")
        << seen.text;
    EXPECT_EQ(director(suzun).get(facts_of(seen)).at("items/0/performed_on"), "2026-03-20");
    EXPECT_EQ(at(coordinator().get(list), 0, "person/name") + at(coordinator().get(list), 0, "person/id"), "");
    EXPECT_EQ(in_system([&](db::Tx& tx) {
                  return *tx.value<std::int64_t>("select count(*) from v_audit_shown s join v_audit_record r on r.number = s.record "
                                                 "where r.action = 'plausibility.seen' and s.person = $1", person);
              }), 1);
}

TEST_P(QuestionsTest, weekends_are_asked_about_for_practices_of_the_centre_only) {
    visit(suzun, {"2026-03-14", 30, "centre", "household.01"});
    visit(suzun, {"2026-03-14", 30, "home"});
    visit(suzun, {"2026-03-16", 35, "centre", "household.01"});
    const auto seen = director(suzun).get(list);
    EXPECT_EQ(at(seen, 0, "kind") + " " + at(seen, 0, "value"), "weekend 1") << seen.text;
    EXPECT_EQ(at(seen, 1, "id"), "");
    EXPECT_EQ(director(suzun).get(facts_of(seen)).at("items/0/performed_on"), "2026-03-14");
}

TEST_P(QuestionsTest, list_is_cut_by_months_kind_and_page) {
    long_day(suzun, "2026-03-18");
    long_day(suzun, "2026-03-02");
    long_day(iskitim, "2026-02-10");
    const auto client = coordinator();
    const auto first = client.get(std::string(list) + "?limit=2");
    EXPECT_EQ(at(first, 0, "day") + " " + at(first, 1, "day"), "2026-03-18 2026-03-02") << first.text;
    EXPECT_EQ(at(client.get(std::string(list) + "?limit=2&cursor=" + first.at("next")), 0, "centre"), "iskitim");
    EXPECT_EQ(at(client.get(std::string(list) + "?organisation=" + iskitim.id), 0, "day"), "2026-02-10");
    EXPECT_EQ(at(client.get(std::string(list) + "?from=2026-02-01&to=2026-02-28"), 0, "centre"), "iskitim");
    EXPECT_EQ(client.get(std::string(list) + "?kind=weekend").at("items/0/id"), "");
    EXPECT_EQ(client.get("/api/v1/questions/summary?from=2026-03-01&to=2026-03-31").at("open"), "2");
    EXPECT_THAT(client.get(std::string(list) + "?from=2026-03-01&to=2026-02-01").errors(), ElementsAre("/to plausibility.ends_before_begin"));
    EXPECT_THAT(client.get(std::string(list) + "?from=2025-03-01&to=2026-03-01").errors(), ElementsAre("/from plausibility.too_many_months"));
    EXPECT_EQ(client.get(std::string(list) + "?from=2025-04-01&to=2026-03-01").status, 200);
}

TEST_P(QuestionsTest, region_sets_its_thresholds_and_keeps_what_stood_before) {
    long_day(suzun, "2026-03-18");
    const auto path = std::string("/api/v1/questions/thresholds");
    const auto stood = coordinator().get(path);
    EXPECT_EQ(stood.at("thresholds/day_minutes") + " " + stood.at("by"), "720 ");
    const auto higher = R"({"day_minutes":790,"late_facts":20,"late_days":14,"month_end_days":3,"month_end_people":5,"same_minutes_facts":30,"weekend_facts":1})";
    const auto tag = "\"" + stood.at("revision") + "\"";
    EXPECT_EQ(director(suzun).put(path, higher, tag).status, 403);
    const auto set = coordinator().put(path, higher, tag);
    ASSERT_EQ(set.status, 200) << set.text;
    EXPECT_EQ(set.at("thresholds/day_minutes"), "790");
    EXPECT_NE(set.at("by"), "");
    EXPECT_EQ(coordinator().put(path, higher, tag).status, 412) << "somebody was faster";
    EXPECT_EQ(director(suzun).get(list).at("items/0/id"), "") << "790 is not more than 790";
    const auto changes = director(suzun).get(path + "/changes?limit=1");
    EXPECT_EQ(at(changes, 0, "thresholds/day_minutes"), "790");
    EXPECT_EQ(at(director(suzun).get(path + "/changes?limit=1&cursor=" + changes.at("next")), 0, "thresholds/day_minutes"), "720");
}

TEST_P(QuestionsTest, who_came_later_on_another_day_is_no_question_of_the_month_before) {
    std::string person;
    for (int i = 0; i < 5; ++i) person = visit(suzun, {"2026-02-27", 30 + i});
    const auto february = std::string(list) + "?from=2026-02-01&to=2026-02-28";
    EXPECT_EQ(at(director(suzun).get(february), 0, "kind"), "month_end");
    visit(suzun, {"2026-03-10", 40, "home", "household.02", person});
    EXPECT_EQ(at(director(suzun).get(february), 0, "id"), "");
}

const Period quarter{*parse_date("2026-01-01"), *parse_date("2026-03-31")};
const Period march{*parse_date("2026-03-01"), *parse_date("2026-03-31")};

TEST_P(QuestionsTest, what_takes_long_to_compute_serves_four_times_as_long) {
    long_day(suzun, "2026-03-18");
    // A pass looks at the image twice, ten seconds each.
    Desk desk([this]() -> const ledger::image::Image& {
        clock.advance(10'000);
        return feed->image();
    }, std::chrono::milliseconds(5'000));
    const auto first = desk.asked(database(), quarter);
    ASSERT_EQ(first->questions.size(), 1U);
    EXPECT_EQ(desk.asked(database(), quarter), first) << "twenty seconds old already, for whoever waited for it";
    clock.advance(59'999);
    EXPECT_EQ(desk.asked(database(), quarter), first);
    clock.advance(1);
    EXPECT_NE(desk.asked(database(), quarter), first);
}

TEST_P(QuestionsTest, month_is_found_in_what_was_computed_for_more_months_while_the_thresholds_stand) {
    long_day(suzun, "2026-03-18");
    Desk desk([this]() -> const ledger::image::Image& { return feed->image(); }, std::chrono::milliseconds(60'000));
    const auto kept = desk.asked(database(), quarter);
    EXPECT_EQ(desk.asked(database(), march), kept);
    EXPECT_NE(desk.asked(database(), {*parse_date("2026-03-01"), *parse_date("2026-04-30")}), kept);
    const auto path = std::string("/api/v1/questions/thresholds");
    const auto higher = R"({"day_minutes":790,"late_facts":20,"late_days":14,"month_end_days":3,"month_end_people":5,"same_minutes_facts":30,"weekend_facts":1})";
    ASSERT_EQ(coordinator().put(path, higher, "\"" + coordinator().get(path).at("revision") + "\"").status, 200);
    EXPECT_EQ(desk.asked(database(), march)->questions.size(), 0U);
    EXPECT_EQ(desk.asked(database(), quarter)->questions.size(), 0U);
}

TEST_P(QuestionsTest, followed_questions_are_given_at_once_and_made_anew_beside_their_readers) {
    long_day(suzun, "2026-03-18");
    std::atomic<std::int64_t> look_takes = 10'000;
    const auto desk = std::make_shared<Desk>([&]() -> const ledger::image::Image& {
        if (const auto takes = look_takes.load()) clock.advance(takes);
        return feed->image();
    }, std::chrono::milliseconds(5'000));
    const auto first = desk->asked(database(), quarter);
    look_takes = 0;
    long_day(suzun, "2026-03-19");
    const QuestionsFollower follower("plausibility.questions", database(), desk, {});
    auto next = desk->asked(database(), quarter);
    EXPECT_EQ(next, first) << "old, and nobody waits";
    while (next == first && !follower.fault()) next = desk->asked(database(), march);
    ASSERT_EQ(follower.fault(), std::nullopt);
    EXPECT_EQ(next->months, quarter);
    EXPECT_EQ(next->questions.size(), 2U);
    clock.advance(5'000);
    const auto last = desk->asked(database(), march);
    EXPECT_NE(last, next) << "too old to be given: its reader waits";
    EXPECT_EQ(last->months, quarter);
}

TEST_P(QuestionsTest, words_are_in_three_languages) { EXPECT_THAT(catalogue_gaps(), ::testing::IsEmpty()); }

RYADOM_BOTH_ENGINES(QuestionsTest);

}  // namespace
}  // namespace ryadom::plausibility
