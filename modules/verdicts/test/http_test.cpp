// Verdicts from facts that a desk entered, above the real ledger, rollout and standards.
#include "modules/verdicts/test/verdicts_fixture.hpp"

namespace ryadom::verdicts {
namespace {

TEST_P(VerdictsTest, statement_of_the_package_is_judged_by_the_facts_and_opens_its_rows) {
    on("2026-02-03");
    walk(suzun, "2026-01-15", 50, "2026-01-02");
    walk(suzun, "2026-01-30", 30, "2026-01-03");
    walk(suzun, "2026-02-02", 50);
    on("2026-02-20");
    const auto seen = verdicts(director(suzun), suzun);
    ASSERT_EQ(seen.status, 200) << seen.text;
    EXPECT_EQ(said(seen, 0), "failed 1/2");
    EXPECT_EQ(seen.at("statements/0/verdict/first"), "2026-01-01");
    EXPECT_EQ(seen.at("statements/0/verdict/missing"), "1");
    EXPECT_EQ(said(seen, 1), "met 1/2");
    EXPECT_EQ(said(seen, 2), "failed 0/1");
    EXPECT_EQ(seen.at("standard"), "");
    EXPECT_EQ(seen.at("statements/1/trend/1/running"), "true");
    EXPECT_EQ(seen.at("statements/1/trend/1/numerator"), "1");

    const auto rows = director(suzun).get("/api/v1/verdicts/rows?" + asked(suzun) + "&statement=soon&first=2026-01-01&part=missed");
    ASSERT_EQ(rows.status, 200) << rows.text;
    EXPECT_EQ(rows.at("items/0/day"), "2026-01-03");
    EXPECT_EQ(rows.at("items/0/value"), "27");
    EXPECT_EQ(rows.at("items/0/name"), "Иванова Е.");
    EXPECT_EQ(rows.at("items/1"), "");
    const auto facts = director(suzun).get("/api/v1/verdicts/rows?" + asked(suzun) + "&statement=long&first=2026-01-01&limit=1");
    EXPECT_EQ(facts.at("items/0/service"), "Прогулка");
    EXPECT_NE(facts.at("items/0/fact"), "");
    EXPECT_EQ(director(suzun).get("/api/v1/verdicts/rows?" + asked(suzun) + "&statement=long&first=2026-01-01&cursor=" + facts.at("next")).at("items/0/value"), "30");
    EXPECT_EQ(director(suzun).get("/api/v1/verdicts/rows?" + asked(suzun) + "&statement=place&first=2026-01-01").at("items/0/item"), "Зал");
    EXPECT_EQ(director(suzun).get("/api/v1/verdicts/rows?" + asked(suzun) + "&statement=other&first=2026-01-01").status, 404);
}

TEST_P(VerdictsTest, verdict_of_a_past_day_knows_what_was_recorded_by_then) {
    on("2026-02-03");
    walk(suzun, "2026-01-15", 50);
    on("2026-02-10");
    walk(suzun, "2026-01-16", 20);
    walk(suzun, "2026-01-17", 20);
    EXPECT_EQ(said(verdicts(director(suzun), suzun), 1), "failed 1/3");
    EXPECT_EQ(said(verdicts(director(suzun), suzun, "2026-02-05"), 1), "met 1/1");
    EXPECT_EQ(said(verdicts(director(suzun), suzun, "2026-02-01"), 1), "no_data 0/0");
    EXPECT_EQ(verdicts(director(suzun), suzun, "2026-01-01").status, 404) << "not chosen by then";
}

TEST_P(VerdictsTest, other_centres_read_the_outcome_and_nothing_else) {
    on("2026-02-03");
    walk(suzun, "2026-01-15", 50);
    const auto seen = verdicts(director(iskitim), suzun);
    EXPECT_EQ(seen.at("statements/1/verdict/outcome"), "met");
    EXPECT_EQ(seen.at("statements/1/verdict/numerator"), "");
    EXPECT_EQ(seen.at("statements/1/trend/0/denominator"), "");
    EXPECT_EQ(seen.at("rows"), "false");
    EXPECT_EQ(director(iskitim).get("/api/v1/verdicts/rows?" + asked(suzun) + "&statement=long&first=2026-01-01").status, 404);
    const auto region = director(iskitim).get("/api/v1/verdicts/region?practice=" + practice);
    EXPECT_EQ(region.at("cells/0/statements/1/outcome") + " " + region.at("cells/1/statements/1/outcome"), "no_data met") << region.text;
    // A name is for whoever serves the person; each page that shows one is in the log.
    const auto rows = coordinator().get("/api/v1/verdicts/rows?" + asked(suzun) + "&statement=long&first=2026-01-01");
    EXPECT_EQ(rows.at("items/0/name") + rows.at("items/0/person"), "") << rows.text;
    EXPECT_EQ(rows.at("items/0/sex"), "female");
}

TEST_P(VerdictsTest, matrix_counts_the_requirements_of_every_centre_as_of_any_day) {
    on("2026-02-03");
    walk(suzun, "2026-01-15", 50, "2026-01-02");
    const auto at = [](const Answer& seen, int cell) {
        const auto field = [&](const std::string& name) { return seen.at("cells/" + std::to_string(cell) + "/" + name); };
        return field("met") + field("failed") + field("no_data") + field("waived");
    };
    const auto seen = director(iskitim).get("/api/v1/verdicts/matrix");
    ASSERT_EQ(seen.status, 200) << seen.text;
    const int of_suzun = seen.at("centres/0") == suzun.id ? 0 : 1;
    EXPECT_EQ(seen.at("practices/0"), practice);
    EXPECT_EQ(at(seen, of_suzun), "2100");
    EXPECT_EQ(at(seen, 1 - of_suzun), "0120");
    EXPECT_EQ(seen.at("cells/2/centre"), "");
    EXPECT_EQ(at(director(iskitim).get("/api/v1/verdicts/matrix?day=2026-02-01"), of_suzun), "0120") << "nothing was recorded by then";
    EXPECT_EQ(director(iskitim).get("/api/v1/verdicts/matrix?day=2026-02-04").errors(), std::vector<std::string>{"/day verdicts.future_day"});
}

TEST_P(VerdictsTest, region_that_is_followed_is_given_at_once_and_made_anew_beside_its_readers) {
    on("2026-02-03");
    walk(suzun, "2026-01-15", 50, "2026-01-02");
    const auto image = [this]() -> const ledger::image::Image& { return feed->image(); };
    const auto regions = std::make_shared<Regions>(image, rollout::make_boards(image, std::chrono::milliseconds(0)), std::chrono::milliseconds(60'000));
    const auto met = [](const SharedRegion& region) {
        int out = 0;
        for (const auto& cell : region->cells)
            for (const auto& [id, outcome] : cell.statements) out += outcome == Outcome::met;
        return out;
    };
    const RegionFollower follower("verdicts.region", database(), regions, {});
    const auto first = regions->at(database(), std::nullopt);
    EXPECT_EQ(met(first), 2);
    walk(iskitim, "2026-01-16", 50, "2026-01-03");
    EXPECT_EQ(regions->at(database(), std::nullopt), first) << "it stands for a minute";
    clock.advance(60'000);
    const auto next = regions->at(database(), std::nullopt);
    EXPECT_NE(next, first);
    EXPECT_EQ(met(next), 4);
    EXPECT_EQ(follower.fault(), std::nullopt);
    EXPECT_EQ(regions->at(database(), *parse_date("2026-02-01")), regions->at(database(), *parse_date("2026-02-01")));
}

TEST_P(VerdictsTest, standard_takes_the_place_of_the_package_from_its_day_and_a_waiver_excuses) {
    const auto standard = coordinator().post("/api/v1/standards", R"({"code":"С-1","practice":")" + practice + "\"}");
    ASSERT_EQ(standard.status, 201) << standard.text;
    const auto version = standard.at("versions/0/id");
    auto content = *coordinator().get(at_version(version)).body.find("content");
    for (const auto* part : {"volume", "accessibility"}) content.set(part, json::Value(json::Object{{"ru", "Как указано."}}));
    content.set("statements", *json::parse(R"([{"id":"long","title":{"ru":"Час"},"idea":{"ru":"Час."},"aspect":"process","period":"month","kind":"minutes",)"
                                           R"("rule":{"from":60,"to":60,"services":[],"qualifications":[],"items":[]},"threshold_percent":100}])"));
    json::Value body(json::Object{});
    body.set("content", std::move(content));
    ASSERT_EQ(coordinator().put(at_version(version), json::write(body), "\"1\"").status, 200);
    ASSERT_EQ(act(version, "/send", "{}").status, 200);
    on("2026-02-03");
    walk(suzun, "2026-01-15", 50);
    approve(version, "2026-02-03", "2026-03-01");
    on("2026-03-06");
    const auto excused = coordinator().post("/api/v1/standards/" + standard.at("id") + "/waivers",
                                            R"({"organisation":")" + iskitim.id + R"(","statement":"long","from":"2026-03-06","until":"2026-06-30","reason":"Ремонт","order":{"number":"3","day":"2026-03-06"}})");
    ASSERT_EQ(excused.status, 201) << excused.text;
    // February was judged by what stood then: the package.
    EXPECT_EQ(said(verdicts(director(suzun), suzun), 0), "no_data 0/0");
    on("2026-04-05");
    for (const auto& place : {suzun, iskitim}) walk(place, "2026-03-20", 50);
    const auto now = verdicts(director(suzun), suzun);
    EXPECT_EQ(said(now, 0), "failed 0/1") << now.text;
    EXPECT_EQ(now.at("in_force_since"), "2026-03-01");
    EXPECT_EQ(now.at("statements/1"), "");
    EXPECT_EQ(now.at("statements/0/trend/0/outcome") + now.at("statements/0/trend/0/threshold_percent"), "met50") << now.text;
    EXPECT_EQ(said(verdicts(director(suzun), suzun, "2026-02-27"), 1), "met 1/1");

    const auto waived = verdicts(director(iskitim), iskitim);
    EXPECT_EQ(said(waived, 0), "waived 0/1");
    EXPECT_EQ(waived.at("statements/0/verdict/waived_until"), "2026-06-30");
}

TEST_P(VerdictsTest, centre_is_held_to_the_standard_of_a_listed_service_while_it_provides_it) {
    const auto kargat = add("kargat");
    const auto branch = add("branch", R"("kind":"branch","parent":")" + kargat.id + "\"");
    bind_service(50);
    on("2026-03-03");
    walk(suzun, "2026-02-15", 50);
    walk(suzun, "2026-02-20", 30);
    walk(kargat, "2026-02-16", 30);  // runs no practice
    walk(branch, "2026-02-17", 30);
    on("2026-03-20");
    const auto seen = director(suzun).get("/api/v1/verdicts?" + asked_service(suzun));
    ASSERT_EQ(seen.status, 200) << seen.text;
    EXPECT_EQ(said(seen, 0), "met 1/2");
    EXPECT_EQ(seen.at("service/title") + seen.at("practice") + seen.at("adoption"), "Прогулка");
    EXPECT_EQ(seen.at("in_force_since"), "2026-02-01");
    EXPECT_EQ(of_service(kargat), "failed 0/2") << "a branch is a part of its centre";
    EXPECT_EQ(of_service(branch), "404");
    EXPECT_EQ(of_service(iskitim), "404") << "no fact of the service";
    EXPECT_EQ(of_service(suzun, "2026-03-02"), "404") << "nothing was recorded by then";
    // Nothing to count in May, and the last fact is in the fourth month before June.
    on("2026-06-20");
    EXPECT_EQ(of_service(suzun), "no_data 0/0");
    on("2026-07-01");
    EXPECT_EQ(of_service(suzun), "404");
}

TEST_P(VerdictsTest, listed_services_stand_beside_the_practices_with_the_titles_of_what_is_asked) {
    bind_service(50);
    on("2026-03-03");
    walk(suzun, "2026-02-15", 50);
    walk(suzun, "2026-02-20", 30);
    on("2026-03-20");
    const auto centre = director(iskitim).get("/api/v1/verdicts/region?organisation=" + suzun.id);
    ASSERT_EQ(centre.status, 200) << centre.text;
    EXPECT_EQ(centre.at("cells/0/practice") + centre.at("cells/0/service"), practice) << centre.text;
    EXPECT_EQ(centre.at("cells/1/practice") + centre.at("cells/1/service"), service);
    EXPECT_EQ(centre.at("cells/1/statements/0/outcome"), "met");
    EXPECT_EQ(centre.at("cells/2"), "");
    EXPECT_EQ(centre.at("titles/0/title") + ", " + centre.at("titles/0/statements/2/title"), "Прогулки, Есть зал");
    EXPECT_EQ(centre.at("titles/1/title") + ", " + centre.at("titles/1/statements/0/title"), "Прогулка, Прогулка не коротка");
    const auto all = director(iskitim).get("/api/v1/verdicts/region?service=" + service);
    EXPECT_EQ(all.at("cells/0/organisation"), suzun.id);
    EXPECT_EQ(all.at("cells/1") + all.at("titles/1"), "");

    const auto rows = director(suzun).get("/api/v1/verdicts/rows?" + asked_service(suzun) + "&statement=long&first=2026-02-01&part=missed");
    ASSERT_EQ(rows.status, 200) << rows.text;
    EXPECT_EQ(rows.at("items/0/value") + " " + rows.at("items/0/service") + rows.at("items/1"), "30 Прогулка");
    EXPECT_EQ(coordinator().get("/api/v1/verdicts/rows?" + asked_service(iskitim) + "&statement=long&first=2026-02-01").status, 404);
    EXPECT_EQ(coordinator().get("/api/v1/verdicts?" + asked(suzun) + "&service=" + service).errors(), std::vector<std::string>{"/practice verdicts.one_subject"});
    EXPECT_EQ(coordinator().get("/api/v1/verdicts?organisation=" + suzun.id).status, 422);
}

TEST_P(VerdictsTest, past_day_of_a_listed_service_is_judged_by_the_version_then_in_force_and_a_waiver_excuses) {
    const auto standard = bind_service(50);
    on("2026-03-03");
    walk(suzun, "2026-02-15", 50);
    walk(suzun, "2026-02-20", 30);
    const auto next = coordinator().post("/api/v1/standards/" + standard + "/versions", "").at("versions/0/id");
    ask_centres(next, 100);
    on("2026-03-20");
    approve(next, "2026-03-20", "2026-04-01");
    on("2026-05-03");
    walk(suzun, "2026-04-20", 50);
    walk(suzun, "2026-04-21", 30);
    const auto now = director(suzun).get("/api/v1/verdicts?" + asked_service(suzun));
    EXPECT_EQ(said(now, 0), "failed 1/2") << now.text;
    EXPECT_EQ(now.at("statements/0/trend/0/first") + " " + now.at("statements/0/trend/0/outcome") + now.at("statements/0/trend/0/threshold_percent"), "2026-02-01 met50");
    EXPECT_EQ(of_service(suzun, "2026-03-20"), "met 1/2");
    EXPECT_EQ(of_service(suzun, "2026-01-31"), "404") << "no standard by then";

    on("2026-05-04");
    const auto excused = coordinator().post("/api/v1/standards/" + standard + "/waivers",
                                            R"({"organisation":")" + suzun.id + R"(","from":"2026-04-01","until":"2026-06-30","reason":"Ремонт","order":{"number":"3","day":"2026-05-04"}})");
    ASSERT_EQ(excused.status, 201) << excused.text;
    EXPECT_EQ(of_service(suzun), "waived 1/2");
    EXPECT_EQ(of_service(suzun, "2026-05-03"), "failed 1/2") << "not recorded by then";
}

TEST_P(VerdictsTest, preview_of_a_listed_service_looks_at_who_provides_it_and_refuses_what_needs_a_practice) {
    on("2026-02-03");
    walk(suzun, "2026-01-15", 50);
    const auto ask = [&](const std::string& rest) {
        return coordinator().post("/api/v1/verdicts/preview", R"({"service":")" + service +
                                                                  R"(","statement":{"id":"x","title":{"ru":"х"},"idea":{"ru":"х"},"aspect":"process","period":"month",)" + rest +
                                                                  R"(,"threshold_percent":100}})");
    };
    const auto seen = ask(R"("kind":"minutes","rule":{"from":40,"to":60,"services":[],"qualifications":[],"items":[]})");
    EXPECT_EQ(seen.at("met") + seen.at("failed") + seen.at("no_data"), "100") << seen.text;
    EXPECT_EQ(seen.at("centres/0/organisation/title"), "suzun");
    EXPECT_EQ(ask(R"("kind":"presence","rule":{"services":[],"qualifications":[],"items":["hall"]})").errors(), std::vector<std::string>{"/statement/kind standards.kind_of_service"});
}

TEST_P(VerdictsTest, preview_says_what_a_requirement_would_mean_and_refuses_half_a_rule) {
    on("2026-02-03");
    walk(suzun, "2026-01-15", 50);
    walk(iskitim, "2026-01-15", 20);
    const auto ask = [&](const std::string& rule) {
        return coordinator().post("/api/v1/verdicts/preview",
                                  R"({"practice":")" + practice + R"(","statement":{"id":"x","title":{"ru":"х"},"idea":{"ru":"х"},"aspect":"process","period":"month","kind":"minutes","rule":)" +
                                      rule + R"(,"threshold_percent":100}})");
    };
    const auto seen = ask(R"({"from":40,"to":60,"services":[],"qualifications":[],"items":[]})");
    ASSERT_EQ(seen.status, 200) << seen.text;
    EXPECT_EQ(director(suzun).post("/api/v1/verdicts/preview", R"({"practice":")" + practice + R"(","statement":{"id":"x","title":{"ru":"х"},"idea":{"ru":"х"},"aspect":"process","period":"month","kind":"minutes","rule":{"from":40,"to":60,"services":[],"qualifications":[],"items":[]},"threshold_percent":100}})").at("centres/1"), "") << "others are not told";
    EXPECT_EQ(seen.at("met") + seen.at("failed") + seen.at("no_data"), "110");
    EXPECT_EQ(seen.at("centres/0/organisation/title") + " " + seen.at("centres/0/verdict/outcome"), "iskitim failed");
    EXPECT_EQ(ask(R"({"from":40,"services":[],"qualifications":[],"items":[]})").errors(), std::vector<std::string>{"/statement/rule/to practices.field.missing"});
    EXPECT_EQ(specialist(suzun).post("/api/v1/verdicts/preview", "{}").status, 403);
}

RYADOM_BOTH_ENGINES(VerdictsTest);

}  // namespace
}  // namespace ryadom::verdicts
