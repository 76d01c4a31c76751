#include "modules/ledger/test/ledger_fixture.hpp"

namespace ryadom::ledger {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

using EntryTest = LedgerTest;

TEST_P(EntryTest, fact_of_a_new_person_is_recorded_and_shown) {
    const auto desk = sign_in(Role::desk, suzun.number);
    const auto made = desk.post("/api/v1/facts", fact_of_new(suzun));
    ASSERT_EQ(made.status, 201) << made.text;
    EXPECT_EQ(made.at("recorded_on"), "2026-11-23");
    EXPECT_EQ(made.at("practice"), "");
    const auto shown = desk.get("/api/v1/facts/" + made.at("id"));
    ASSERT_EQ(shown.status, 200) << shown.text;
    EXPECT_EQ(shown.at("person/name"), "Иванова Е. П.");
    EXPECT_EQ(shown.at("person/id"), made.at("person"));
    EXPECT_EQ(shown.at("person/age"), "76");
    EXPECT_EQ(shown.at("quantity"), "100");
    EXPECT_EQ(shown.at("organisation"), suzun.id);
    const auto again = desk.post("/api/v1/facts", fact_of(suzun, made.at("person")));
    EXPECT_EQ(again.status, 201) << again.text;
    EXPECT_EQ(desk.get("/api/v1/facts?person=" + made.at("person") + "&limit=1").at("items/0/id"), again.at("id"));
}

TEST_P(EntryTest, every_fault_of_a_fact_is_named) {
    const auto desk = sign_in(Role::desk, suzun.number);
    const auto person = desk.post("/api/v1/facts", fact_of_new(suzun)).at("person");
    EXPECT_THAT(desk.post("/api/v1/facts", fact_of(suzun, person, R"(,"request_on":"2026-11-25")", "2026-11-24")).errors(),
                ElementsAre("/performed_on ledger.in_future", "/request_on ledger.request_after_service"));
    EXPECT_THAT(desk.post("/api/v1/facts", fact_of(suzun, person, "", "1950-03-07")).errors(), ::testing::Contains("/performed_on ledger.before_birth"));
    EXPECT_THAT(desk.post("/api/v1/facts", fact_of(suzun, person, "", "2026-02-31")).errors(), ElementsAre("/performed_on core.not_a_date"));
    EXPECT_THAT(desk.post("/api/v1/facts", fact(suzun, R"("person":")" + person + "\"", "", "2026-11-23", "household.03")).errors(),
                ElementsAre("/service ledger.service_not_in_force"));
    EXPECT_THAT(desk.post("/api/v1/facts", fact_of(suzun, person, R"(,"unnamed_count":3)")).errors(), ElementsAre("/person ledger.one_recipient"));
    EXPECT_THAT(desk.post("/api/v1/facts", fact(suzun, R"("unnamed_count":3)")).errors(), ElementsAre("/unnamed_count ledger.unnamed_not_allowed"));
    EXPECT_THAT(desk.post("/api/v1/facts", fact_of(suzun, suzun.id)).errors(), ElementsAre("/person core.absent"));
    EXPECT_THAT(desk.post("/api/v1/facts", fact(suzun, R"("new_person":)" + new_person("Иванова", "2030-01-01"))).status, 422);
}

TEST_P(EntryTest, today_is_that_of_the_home_provider) {
    clock.set("2026-11-23T20:00:00Z");  // the 24th in Novosibirsk, still the 23rd in Kaliningrad
    EXPECT_EQ(sign_in(Role::desk, suzun.number).post("/api/v1/facts", fact_of_new(suzun, "", "2026-11-24")).at("recorded_on"), "2026-11-24");
    EXPECT_THAT(sign_in(Role::desk, baltic.number).post("/api/v1/facts", fact_of_new(baltic, "", "2026-11-24")).errors(),
                ElementsAre("/performed_on ledger.in_future"));
}

TEST_P(EntryTest, fact_of_another_centre_is_absent) {
    const auto desk = sign_in(Role::desk, suzun.number);
    const auto stranger = sign_in(Role::desk, baltic.number);
    const auto made = desk.post("/api/v1/facts", fact_of_new(suzun));
    EXPECT_EQ(stranger.get("/api/v1/facts/" + made.at("id")).status, 404);
    EXPECT_EQ(stranger.get("/api/v1/facts?person=" + made.at("person")).status, 404);
    EXPECT_EQ(stranger.get("/api/v1/facts?organisation=" + suzun.id).status, 404);
    EXPECT_EQ(stranger.get("/api/v1/facts/context?organisation=" + suzun.id).status, 404);
    EXPECT_EQ(stranger.post("/api/v1/facts/" + made.at("id") + "/reverse", R"({"reason":"ошибка"})").status, 404);
    EXPECT_EQ(stranger.post("/api/v1/facts", fact_of_new(suzun)).status, 404);
    EXPECT_EQ(stranger.get("/api/v1/figures/services?from=2026-01-01&to=2026-12-31&organisation=" + suzun.id).status, 404);
    EXPECT_THAT(stranger.post("/api/v1/facts", fact_of(baltic, made.at("person"))).errors(), ElementsAre("/person core.absent"));
}

TEST_P(EntryTest, region_sees_age_and_sex_and_records_nothing) {
    const auto made = sign_in(Role::desk, suzun.number).post("/api/v1/facts", fact_of_new(suzun));
    const auto coordinator = sign_in(Role::coordinator);
    const auto shown = coordinator.get("/api/v1/facts/" + made.at("id"));
    EXPECT_EQ(shown.at("person/age"), "76");
    EXPECT_EQ(shown.at("person/sex"), "female");
    EXPECT_EQ(shown.at("person/name"), "");
    EXPECT_EQ(shown.at("person/id"), "");
    EXPECT_EQ(coordinator.post("/api/v1/facts", fact_of_new(suzun)).status, 403);
    EXPECT_EQ(visitor().post("/api/v1/facts", fact_of_new(suzun)).status, 401);
}

TEST_P(EntryTest, practice_is_derived_and_asked_for_only_if_several_fit) {
    const auto desk = sign_in(Role::desk, suzun.number);
    adopted[suzun.number] = {add_practice("school", "household.01", "centre home")};
    const auto made = desk.post("/api/v1/facts", fact_of_new(suzun));
    EXPECT_EQ(made.at("practice"), practice_id("school")) << made.text;
    adopted[suzun.number].push_back(add_practice("rental", "household.01", "centre"));
    const auto asked = desk.post("/api/v1/facts", fact_of(suzun, made.at("person")));
    EXPECT_EQ(asked.status, 409);
    EXPECT_EQ(asked.code(), "ledger.practice_ambiguous");
    EXPECT_THAT((std::vector{asked.at("errors/0/arguments/practice"), asked.at("errors/1/arguments/practice")}),
                ::testing::UnorderedElementsAre(practice_id("school"), practice_id("rental")));
    const auto named = desk.post("/api/v1/facts", fact_of(suzun, made.at("person"), R"(,"practice":")" + practice_id("rental") + "\""));
    EXPECT_EQ(named.at("practice"), practice_id("rental")) << named.text;
    adopted[suzun.number].clear();
    EXPECT_THAT(desk.post("/api/v1/facts", fact_of(suzun, made.at("person"), R"(,"practice":")" + practice_id("rental") + "\"")).errors(),
                ElementsAre("/practice ledger.practice_not_adopted"));
}

TEST_P(EntryTest, batch_is_recorded_whole_or_not_at_all) {
    const auto desk = sign_in(Role::desk, suzun.number);
    const auto person = desk.post("/api/v1/facts", fact_of_new(suzun)).at("person");
    const auto good = fact_of(suzun, person);
    const auto made = desk.post("/api/v1/facts/batch", "[" + good + "," + good + "]");
    ASSERT_EQ(made.status, 201) << made.text;
    EXPECT_EQ(made.body.find("facts")->as<json::Array>()->size(), 2U);
    const auto refused = desk.post("/api/v1/facts/batch", "[" + good + "," + fact_of(suzun, person, "", "2026-11-30") + "," + fact(suzun, R"("unnamed_count":2)") + "]");
    EXPECT_THAT(refused.errors(), ElementsAre("/1/performed_on ledger.in_future", "/2/unnamed_count ledger.unnamed_not_allowed"));
    EXPECT_EQ(desk.get("/api/v1/facts?person=" + person).body.find("items")->as<json::Array>()->size(), 3U);
    EXPECT_EQ(desk.post("/api/v1/facts/batch", "[]").status, 422);
    std::string many = "[" + good;
    for (int i = 0; i < 100; ++i) many += "," + good;
    EXPECT_THAT(desk.post("/api/v1/facts/batch", many + "]").errors(), ElementsAre(" core.too_many"));
}

TEST_P(EntryTest, group_shares_a_number_and_counts_unnamed_where_the_package_allows) {
    const auto desk = sign_in(Role::desk, suzun.number);
    adopted[suzun.number] = {add_practice("school", "household.01", "centre", true)};
    const auto person = desk.post("/api/v1/facts", fact_of_new(suzun)).at("person");
    const auto group = [&](const std::string& participants, const std::string& extra = "") {
        return R"({"organisation":")" + suzun.id + R"(","service":")" + services["household.01"] +
               R"(","performed_on":"2026-11-23","minutes":60,"channel":"centre","participants":[)" + participants + "]" + extra + "}";
    };
    const auto known = R"({"person":")" + person + "\"}";
    const auto made = desk.post("/api/v1/facts/group", group(known + ",{" + with_reason(R"("new_person":)" + new_person("Петрова")) + "}", R"(,"unnamed_count":7)"));
    ASSERT_EQ(made.status, 201) << made.text;
    const auto number = desk.get("/api/v1/facts/" + made.at("facts/0/id")).at("group");
    EXPECT_NE(number, "");
    EXPECT_EQ(desk.get("/api/v1/facts/" + made.at("facts/2/id")).at("group"), number);
    EXPECT_EQ(desk.get("/api/v1/facts/" + made.at("facts/2/id")).at("unnamed_count"), "7");
    EXPECT_THAT(desk.post("/api/v1/facts/group", group(known + "," + known)).errors(), ElementsAre("/participants/1/person ledger.twice_in_group"));
    EXPECT_THAT(desk.post("/api/v1/facts/group", group(known + "," + R"({"person":")" + suzun.id + "\"}")).errors(), ElementsAre("/participants/1/person core.absent"));
    EXPECT_THAT(desk.post("/api/v1/facts/group", group("")).errors(), ElementsAre("/participants core.too_few"));
    auto late = group(known + ",{" + with_reason(R"("new_person":)" + new_person("Сидорова")) + "}");
    late.replace(late.find("2026-11-23"), 10, "2026-11-24");
    EXPECT_THAT(desk.post("/api/v1/facts/group", late).errors(), ElementsAre("/performed_on ledger.in_future"));
}

TEST_P(EntryTest, somebody_new_of_a_known_name_is_recorded_for_a_reason_only) {
    const auto desk = sign_in(Role::desk, suzun.number);
    const auto known = desk.post("/api/v1/facts", fact_of_new(suzun)).at("person");
    const auto again = R"("new_person":)" + new_person();
    const auto refused = desk.post("/api/v1/facts", fact_as_told(suzun, again));
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(refused.code(), "people.same_person");
    EXPECT_THAT(refused.errors(), ElementsAre("/new_person people.same_person_known"));
    EXPECT_EQ(refused.at("errors/0/arguments/person"), known);
    EXPECT_THAT(desk.post("/api/v1/facts/batch", "[" + fact_of(suzun, known) + "," + fact_as_told(suzun, again) + "]").errors(),
                ElementsAre("/1/new_person people.same_person_known"));
    const auto group = [&](const std::string& newcomer) {
        return R"({"organisation":")" + suzun.id + R"(","service":")" + services["household.01"] +
               R"(","performed_on":"2026-11-23","minutes":60,"channel":"centre","participants":[{"person":")" + known + R"("},{)" + newcomer + "}]}";
    };
    EXPECT_THAT(desk.post("/api/v1/facts/group", group(again)).errors(), ElementsAre("/participants/1/new_person people.same_person_known"));
    EXPECT_THAT(desk.post("/api/v1/facts/group", group(again + R"(,"namesake":"да")")).errors(), ElementsAre("/participants/1/namesake people.reason_too_short"));
    const auto made = desk.post("/api/v1/facts/group", group(again + R"(,"namesake":"сестра-близнец, другой паспорт")"));
    ASSERT_EQ(made.status, 201) << made.text;
    EXPECT_NE(made.at("facts/1/person"), known);
    const auto reads = sign_in(Role::director, suzun.number).get("/api/v1/persons/" + made.at("facts/1/person") + "/reads");
    EXPECT_EQ(reads.at("items/0/reason"), "сестра-близнец, другой паспорт") << reads.text;
}

TEST_P(EntryTest, fact_is_taken_back_once_with_the_true_one_in_its_place) {
    const auto desk = sign_in(Role::desk, suzun.number);
    const auto made = desk.post("/api/v1/facts", fact_of_new(suzun));
    const auto path = "/api/v1/facts/" + made.at("id") + "/reverse";
    const auto reversed = desk.post(path, R"({"reason":"не тот день","replacement":)" + fact_of(suzun, made.at("person"), "", "2026-11-20") + "}");
    ASSERT_EQ(reversed.status, 201) << reversed.text;
    EXPECT_EQ(desk.get("/api/v1/facts/" + made.at("id")).at("reversed_by"), reversed.at("reversal/id"));
    EXPECT_EQ(desk.get("/api/v1/facts/" + reversed.at("reversal/id")).at("reverses"), made.at("id"));
    EXPECT_EQ(desk.get("/api/v1/facts/" + reversed.at("reversal/id")).at("reason"), "не тот день");
    EXPECT_EQ(desk.get("/api/v1/facts/" + reversed.at("replacement/id")).at("performed_on"), "2026-11-20");
    EXPECT_EQ(desk.post(path, R"({"reason":"ещё раз"})").code(), "ledger.already_reversed");
    EXPECT_EQ(desk.post("/api/v1/facts/" + reversed.at("reversal/id") + "/reverse", R"({"reason":"ещё раз"})").code(), "ledger.reversal_stays");
    const auto bad = desk.post("/api/v1/facts/" + reversed.at("replacement/id") + "/reverse",
                               R"({"reason":"снова","replacement":)" + fact_of(suzun, made.at("person"), "", "2026-12-20") + "}");
    EXPECT_THAT(bad.errors(), ElementsAre("/replacement/performed_on ledger.in_future"));
    EXPECT_EQ(desk.get("/api/v1/facts/" + reversed.at("replacement/id")).at("reversed_by"), "");
}

TEST_P(EntryTest, ledger_itself_refuses_change_and_removal) {
    sign_in(Role::desk, suzun.number).post("/api/v1/facts", fact_of_new(suzun));
    EXPECT_THROW((void)database().write_now(db::Caller::system(), [](db::Tx& tx) { tx.run("update ledger_fact set minutes = 1"); }), db::Error);
    EXPECT_THROW((void)database().write_now(db::Caller::system(), [](db::Tx& tx) { tx.run("delete from ledger_fact"); }), db::Error);
}

TEST_P(EntryTest, external_number_stands_once_within_centre_and_source) {
    const auto desk = sign_in(Role::desk, suzun.number);
    const auto made = desk.post("/api/v1/facts", fact_of_new(suzun, R"(,"source":"egisso","external_id":"17")"));
    ASSERT_EQ(made.status, 201) << made.text;
    EXPECT_EQ(desk.post("/api/v1/facts", fact_of(suzun, made.at("person"), R"(,"source":"egisso","external_id":"17")")).code(),
              "constraint.ledger_fact_home_provider_source_external_id_replaces_unique");
    EXPECT_EQ(desk.post("/api/v1/facts", fact_of(suzun, made.at("person"), R"(,"source":"other","external_id":"17")")).status, 201);
}

TEST_P(EntryTest, external_number_of_a_fact_taken_back_is_free_again) {
    const auto desk = sign_in(Role::desk, suzun.number);
    const auto numbered = R"(,"source":"egisso","external_id":"17")";
    auto last = desk.post("/api/v1/facts", fact_of_new(suzun, numbered));
    const auto person = last.at("person");
    for (const auto* day : {"2026-11-20", "2026-11-21"}) {
        const auto reversed = desk.post("/api/v1/facts/" + last.at(last.at("id").empty() ? "replacement/id" : "id") + "/reverse",
                                        R"({"reason":"не тот день","replacement":)" + fact_of(suzun, person, numbered, day) + "}");
        ASSERT_EQ(reversed.status, 201) << reversed.text;
        EXPECT_EQ(desk.get("/api/v1/facts/" + reversed.at("replacement/id")).at("external_id"), "17");
        last = reversed;
        EXPECT_EQ(desk.post("/api/v1/facts", fact_of(suzun, person, numbered)).code(), "constraint.ledger_fact_home_provider_source_external_id_replaces_unique");
    }
}

TEST_P(EntryTest, repeated_request_with_a_key_records_one_fact) {
    const auto desk = sign_in(Role::desk, suzun.number);
    const auto body = fact_of_new(suzun);
    const auto first = desk.post("/api/v1/facts", body, {{"Idempotency-Key", "key-0001"}});
    const auto second = desk.post("/api/v1/facts", body, {{"Idempotency-Key", "key-0001"}});
    EXPECT_EQ(first.at("id"), second.at("id"));
}

TEST_P(EntryTest, worker_is_one_of_the_performer_on_that_day) {
    const auto add_worker = [&](const Place& place, const char* name) {
        return sign_in(Role::director, place.number)
            .post("/api/v1/organisations/" + place.id + "/staff",
                  R"({"name":")" + std::string(name) + R"(","position":"Инструктор","rate":100,"hired_on":"2026-06-01","qualifications":[]})")
            .at("id");
    };
    const auto mine = add_worker(suzun, "Петрова Анна");
    const auto other = add_worker(baltic, "Чужая Анна");
    const auto desk = sign_in(Role::desk, suzun.number);
    const auto made = desk.post("/api/v1/facts", fact_of_new(suzun, R"(,"worker":")" + mine + "\""));
    ASSERT_EQ(made.status, 201) << made.text;
    EXPECT_EQ(desk.get("/api/v1/facts/" + made.at("id")).at("worker_name"), "Петрова Анна");
    EXPECT_THAT(desk.post("/api/v1/facts", fact_of(suzun, made.at("person"), R"(,"worker":")" + mine + "\"", "2026-05-31")).errors(),
                ElementsAre("/worker ledger.worker_not_that_day"));
    EXPECT_THAT(desk.post("/api/v1/facts", fact_of(suzun, made.at("person"), R"(,"worker":")" + other + "\"")).errors(), ElementsAre("/worker core.absent"));
    const auto context = desk.get("/api/v1/facts/context?organisation=" + suzun.id);
    EXPECT_EQ(context.at("workers/0/name"), "Петрова Анна");
    EXPECT_EQ(context.at("services/0/norm_minutes"), "30");
    EXPECT_EQ(context.at("services/2"), "");  // the third service is no longer in force
    EXPECT_EQ(context.at("today"), "2026-11-23");
}

TEST_P(EntryTest, lists_go_on_where_they_ended) {
    const auto desk = sign_in(Role::desk, suzun.number);
    const auto person = desk.post("/api/v1/facts", fact_of_new(suzun)).at("person");
    for (const auto* day : {"2026-11-01", "2026-11-02", "2026-11-03"}) desk.post("/api/v1/facts", fact_of(suzun, person, "", day));
    for (const auto* target : {"/api/v1/facts?mine=true&limit=2", "/api/v1/facts?limit=2", "/api/v1/facts?limit=2&from=2026-11-01"}) {
        const auto first = desk.get(target);
        EXPECT_EQ(first.at("items/0/performed_on"), "2026-11-03") << first.text;
        const auto second = desk.get(target + ("&cursor=" + first.at("next")));
        EXPECT_EQ(second.at("items/0/performed_on"), "2026-11-01") << second.text;
        EXPECT_EQ(second.at("items/1/performed_on"), "2026-11-23");
    }
    EXPECT_EQ(desk.get("/api/v1/facts?from=2026-11-02&to=2026-11-03").body.find("items")->as<json::Array>()->size(), 2U);
    EXPECT_THAT(desk.get("/api/v1/facts?cursor=x").errors(), ElementsAre("/cursor core.unknown_value"));
    EXPECT_EQ(sign_in(Role::desk, baltic.number).get("/api/v1/facts").at("items"), "[]");
}

/// "facts minutes people unnamed" of a list.
std::string sums(const testing::Client& client, const std::string& query) {
    const auto answer = client.get("/api/v1/facts/totals" + query);
    EXPECT_EQ(answer.status, 200) << answer.text;
    return answer.at("facts") + " " + answer.at("minutes") + " " + answer.at("people") + " " + answer.at("unnamed");
}

TEST_P(EntryTest, a_list_adds_up_whatever_it_is_narrowed_by) {
    adopted[suzun.number] = {add_practice("school", "household.02", "centre", true)};
    const auto desk = sign_in(Role::desk, suzun.number);
    const auto first = desk.post("/api/v1/facts", fact_of_new(suzun)).at("person");
    const auto second = desk.post("/api/v1/facts", fact(suzun, R"("new_person":)" + new_person("Петрова"), "", "2026-11-23", "household.02")).at("person");
    const auto wrong = desk.post("/api/v1/facts", fact_of(suzun, first, "", "2026-11-20")).at("id");
    ASSERT_EQ(desk.post("/api/v1/facts", fact(suzun, R"("unnamed_count":7)", "", "2026-11-22", "household.02")).status, 201);
    const auto other = sign_in(Role::specialist, suzun.number);
    ASSERT_EQ(other.post("/api/v1/facts", fact_of(suzun, first, "", "2026-11-21")).status, 201);
    ASSERT_EQ(desk.post("/api/v1/facts/" + wrong + "/reverse", R"({"reason":"ошибка"})").status, 201);
    settle();
    const auto of = [](const std::string& name, const std::string& id) { return name + "=" + id; };
    const auto service = of("service", services["household.02"]);
    EXPECT_EQ(sums(desk, ""), "4 120 2 7");
    EXPECT_EQ(sums(desk, "?limit=1&from=2026-11-22&to=2026-11-22"), "1 30 0 7");
    EXPECT_EQ(sums(desk, "?" + service), "2 60 1 7");
    EXPECT_EQ(sums(desk, "?" + of("practice", practice_id("school"))), "2 60 1 7");
    EXPECT_EQ(sums(desk, "?mine=true"), "3 90 2 7") << "one of four was taken back";
    EXPECT_EQ(sums(desk, "?mine=true&" + service), "2 60 1 7");
    EXPECT_EQ(sums(desk, "?" + of("person", first)), "2 60 1 0");
    EXPECT_EQ(sums(desk, "?mine=true&" + of("person", first)), "1 30 1 0");
    EXPECT_EQ(sums(desk, "?" + of("person", first) + "&" + of("organisation", suzun.id)), "2 60 1 0");
    EXPECT_EQ(sums(desk, "?" + of("person", first) + "&" + service), "0 0 0 0");
    EXPECT_EQ(desk.get("/api/v1/facts?" + of("person", second) + "&" + service).at("items/0/performed_on"), "2026-11-23");
    EXPECT_EQ(desk.get("/api/v1/facts?" + of("person", first) + "&" + service).at("items"), "[]");
    EXPECT_EQ(desk.get("/api/v1/facts?" + service).body.find("items")->as<json::Array>()->size(), 2U);
}

TEST_P(EntryTest, sums_of_a_person_are_for_whoever_may_see_the_person_and_are_in_the_log) {
    const auto person = sign_in(Role::desk, suzun.number).post("/api/v1/facts", fact_of_new(suzun)).at("person");
    const auto looks = [&] {
        return in_system([](db::Tx& tx) { return *tx.value<std::int64_t>("select count(*) from v_audit_record where action = 'ledger.facts_seen'"); });
    };
    EXPECT_EQ(sign_in(Role::desk, baltic.number).get("/api/v1/facts/totals?person=" + person).status, 404);
    EXPECT_EQ(sums(sign_in(Role::desk, baltic.number), ""), "0 0 0 0");
    EXPECT_EQ(looks(), 0);
    EXPECT_EQ(sums(sign_in(Role::desk, suzun.number), "?person=" + person), "1 30 1 0");
    EXPECT_EQ(looks(), 1);
}

TEST_P(EntryTest, every_name_shown_is_in_the_log) {
    const auto desk = sign_in(Role::desk, suzun.number);
    const auto made = desk.post("/api/v1/facts", fact_of_new(suzun));
    const auto looks = [&] {
        return in_system([](db::Tx& tx) { return *tx.value<std::int64_t>("select count(*) from v_audit_record where action = 'ledger.facts_seen'"); });
    };
    EXPECT_EQ(looks(), 0);
    desk.get("/api/v1/facts/" + made.at("id"));
    desk.get("/api/v1/facts");
    EXPECT_EQ(looks(), 2);
    sign_in(Role::coordinator).get("/api/v1/facts");
    EXPECT_EQ(looks(), 2);
}

TEST_P(EntryTest, has_every_message_in_three_languages) { EXPECT_THAT(catalogue_gaps(), IsEmpty()); }

RYADOM_BOTH_ENGINES(EntryTest);

}  // namespace
}  // namespace ryadom::ledger
