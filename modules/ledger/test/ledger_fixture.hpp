// The ledger with everything below it, a small region, and the practices that its centres run.
#pragma once

#include <gmock/gmock.h>

#include "modules/catalogue/module.hpp"
#include "modules/ledger/answers.hpp"
#include "modules/ledger/module.hpp"
#include "modules/network/module.hpp"
#include "modules/people/module.hpp"
#include "modules/practices/module.hpp"
#include "modules/requests/module.hpp"
#include "platform/files/files.hpp"
#include "platform/testing/api_test.hpp"

#include <chrono>
#include <map>
#include <thread>

namespace ryadom::ledger {

using policy::Role;

class LedgerTest : public testing::ApiTest {
  protected:
    void SetUp() override {
        Running running{[this](db::Tx&, Number<network::Organisation> organisation) { return adopted[organisation.value]; },
                        [this]() -> const Feed& { return *feed; }, [this]() -> Importer& { return *importer; }};
        start({{"files", files::schema(), {}, {}, {}},
               network::module([](db::Tx&, Number<network::Organisation>, Date) {}),
               catalogue::module(),
               people::module(),
               practices::module(),
               requests::module([this](const auto& organisations, const auto& asked) { return answered(feed->image(), organisations, asked); }),
               module(running)},
              network::subtree, network::zone);
        feed = std::make_unique<Feed>(database());
        importer = std::make_unique<Importer>(database(), texts(), running.adopted_by, [](std::string_view event, std::string_view, std::string_view text) { ADD_FAILURE() << event << " " << text; });
        load_services();
        suzun = add_organisation("suzun", "Asia/Novosibirsk");
        baltic = add_organisation("baltic", "Europe/Kaliningrad");
    }

    void TearDown() override {
        ApiTest::TearDown();
        importer.reset();
        feed.reset();
    }

    struct Place {
        std::string id;
        std::int64_t number = 0;
    };

    template <class Work>
    auto in_system(const Work& work) {
        return database().read_as(db::Caller::system(), work);
    }

    Place add_organisation(const std::string& code, const std::string& zone, const std::string& extra = "") {
        const auto made = sign_in(Role::coordinator)
                              .post("/api/v1/organisations?second_top=true", R"({"code":")" + code + R"(","kind":"centre","title":"КЦСОН","short_title":")" + code +
                                                                 R"(","zone":")" + zone + R"(","address":"","phone":"","director":"")" + extra + "}");
        EXPECT_EQ(made.status, 201) << made.text;
        return {made.at("id"), in_system([&](db::Tx& tx) { return network::find_organisation_by_code(tx, code)->number.value; })};
    }

    void load_services() {
        const auto loaded = database().write_now(db::Caller::system(), [](db::Tx& tx) {
            tx.run("insert into catalogue_kind (code, title_ru) values ('household', 'Бытовые')");
            const auto add = [&](const char* code, const char* from, std::optional<Date> to) {
                catalogue::ensure_service(tx, {{}, code, "household", {{"ru", code}}, "service", 30, *parse_date(from), to});
            };
            add("household.01", "2020-01-01", {});
            add("household.02", "2026-10-01", {});
            add("household.03", "2020-01-01", parse_date("2026-10-31"));
        });
        ASSERT_TRUE(loaded);
        for (const auto* code : {"household.01", "household.02", "household.03"})
            services[code] = in_system([&](db::Tx& tx) { return to_string(catalogue::find_service(tx, std::string_view(code))->service.id); });
    }

    /// A practice in the bank whose one service is this one.
    Adopted add_practice(const std::string& code, const char* service, const std::string& channels, bool counts_unnamed = false) {
        const auto made = database().write_now(db::Caller::system(), [=](db::Tx& tx) {
            const auto practice = tx.insert("insert into practices_practice (id, code, organisation, titles, sort_title) values ($1, $2, 0, $3, $2) returning number",
                                            tx.make_id<practices::Practice>(), code, R"({"ru":")" + code + "\"}");
            const auto version = tx.insert("insert into practices_version (id, practice, version, rank, state, installed_at, installed_by, package_sha256, "
                                           "document_sha256, titles, sort_title, card, search, document) values "
                                           "($1, $2, '1.0.0', 1, 'published', $3, 0, '', '', '{}', '', '{}', '', '{}') returning number",
                                           tx.make_id<practices::Version>(), practice, tx.now());
            tx.run("update practices_practice set listed = $1 where number = $2", version, practice);
            tx.run("insert into practices_version_service (version, package_service, service, channels, counts_unnamed) values ($1, 'talk', $2, $3, $4)", version,
                   catalogue::find_service(tx, std::string_view(service))->number, channels, counts_unnamed);
            return Adopted{{practice}, {version}};
        });
        return must(made);
    }
    std::string practice_id(const std::string& code) {
        return in_system([&](db::Tx& tx) { return to_string(practices::find_practice(tx, std::string_view(code))->id); });
    }

    static std::string new_person(const std::string& family = "Иванова", const std::string& birth = "1950-03-08", const std::string& extra = "") {
        return R"({"family_name":")" + family + R"(","given_name":"Елена","patronymic":"Петровна","birth":")" + birth + R"(","sex":"female")" + extra + "}";
    }

    /// The people of the tests are much alike: each is entered for a reason.
    static std::string with_reason(const std::string& recipient) {
        const bool fresh = recipient.find("new_person") != std::string::npos && recipient.find("namesake") == std::string::npos;
        return fresh ? recipient + R"(,"namesake":"однофамилица, паспорт проверен")" : recipient;
    }
    /// A fact of today at the organisation; `recipient` and `extra` are members.
    std::string fact(const Place& place, const std::string& recipient, const std::string& extra = "", const std::string& day = "2026-11-23",
                     const char* service = "household.01") {
        return fact_as_told(place, with_reason(recipient), extra, day, service);
    }
    /// The same of somebody new without a reason.
    std::string fact_as_told(const Place& place, const std::string& recipient, const std::string& extra = "", const std::string& day = "2026-11-23",
                             const char* service = "household.01") {
        return R"({"organisation":")" + place.id + R"(","service":")" + services[service] + R"(","performed_on":")" + day +
               R"(","minutes":30,"channel":"centre",)" + recipient + extra + "}";
    }
    std::string fact_of_new(const Place& place, const std::string& extra = "", const std::string& day = "2026-11-23") {
        return fact(place, R"("new_person":)" + new_person(), extra, day);
    }
    std::string fact_of(const Place& place, const std::string& person, const std::string& extra = "", const std::string& day = "2026-11-23") {
        return fact(place, R"("person":")" + person + "\"", extra, day);
    }

    /// Until the image holds what is recorded.
    void settle() { feed->catch_up(); }

    std::map<std::int64_t, std::vector<Adopted>> adopted;
    std::map<std::string, std::string> services;
    std::unique_ptr<Feed> feed;
    std::unique_ptr<Importer> importer;
    Place suzun;
    Place baltic;
};

}  // namespace ryadom::ledger
