// Two centres of two districts with people of every age, and a ledger that tests fill as they like.
#pragma once

#include <gmock/gmock.h>

#include "modules/catalogue/module.hpp"
#include "modules/cuts/module.hpp"
#include "modules/ledger/module.hpp"
#include "modules/network/module.hpp"
#include "modules/people/module.hpp"
#include "modules/practices/module.hpp"
#include "platform/files/files.hpp"
#include "platform/testing/api_test.hpp"

#include <map>
#include <random>

namespace ryadom::cuts {

using policy::Role;

class CutsTest : public testing::ApiTest {
  public:
    static std::int64_t add_person(db::Tx& tx, Date birth, const char* sex, std::optional<std::int64_t> district) {
        return tx.insert("insert into people_person (id, birth, sex, district) values ($1, $2, $3, $4) returning number", tx.make_id<people::Person>(), birth, sex, district);
    }

    /// Engines begin to count where they like.
    struct Numbers {
        std::vector<std::int64_t> districts;
        std::vector<std::int64_t> organisations;
        std::vector<std::int64_t> services;
        std::vector<std::int64_t> practices;
    };
    static Numbers numbers(db::Tx& tx) {
        const auto number = [](const db::Row& row) { return row.get<std::int64_t>(0); };
        return {tx.list("select number from v_network_district order by number", number), tx.list("select number from v_network_organisation order by number", number),
                tx.list("select number from v_catalogue_service order by number", number), tx.list("select number from v_practices_practice order by number", number)};
    }

    /// Twenty minutes, delivered and recorded on the day by the home provider itself.
    static ledger::StoredFact fact(std::int64_t home, std::optional<std::int64_t> person, Date day) {
        ledger::StoredFact out;
        out.person = person;
        out.unnamed_count = person ? 0 : 3;
        out.performed_on = day;
        out.minutes = 20;
        out.home_provider = out.performer_provider = home;
        out.source = "test";
        out.recorded_on = day;
        return out;
    }
    static std::int64_t append(db::Tx& tx, ledger::StoredFact fact) {
        fact.id = tx.make_id<ledger::Fact>();
        fact.recorded_at = tx.now();
        return ledger::append(tx, fact).value;
    }

  protected:
    void SetUp() override {
        const auto source = [this]() -> const ledger::Feed& { return *feed; };
        start({{"files", files::schema(), {}, {}, {}},
               network::module([](db::Tx&, Number<network::Organisation>, Date) {}),
               catalogue::module(),
               people::module(),
               practices::module(),
               ledger::module({{}, source, {}}),
               module(source)},
              network::subtree, network::zone);
        feed = std::make_unique<ledger::Feed>(database());
        must(database().write_now(db::Caller::system(), [](db::Tx& tx) { add_region(tx); return 0; }));
        suzun = organisation("suzun");
        baltic = organisation("baltic");
    }
    void TearDown() override {
        ApiTest::TearDown();
        feed.reset();
    }

    template <class Work>
    auto in_system(const Work& work) {
        return database().read_as(db::Caller::system(), work);
    }
    struct Place {
        std::string id;
        std::int64_t number = 0;
    };
    Place organisation(const std::string& code) {
        const auto row = in_system([&](db::Tx& tx) { return *network::find_organisation_by_code(tx, code); });
        return {to_string(row.organisation.id), row.number.value};
    }

    static void add_region(db::Tx& tx) {
        for (const auto& [code, population] : {std::pair("north", 9000), std::pair("south", 31'000)})
            tx.run("insert into network_district (id, code, title, population, elders, road_km, tile_row, tile_column, outline, revision) "
                   "values ($1, $2, $2, $3, 0, 0, 0, 0, '', 1)", tx.make_id<network::District>(), code, population);
        for (const auto* code : {"suzun", "baltic"})
            tx.run("insert into network_organisation (id, code, kind, title, short_title, zone, address, phone, director, revision) "
                   "values ($1, $2, 'centre', $2, $2, 'Asia/Novosibirsk', '', '', '', 1)", tx.make_id<network::Organisation>(), code);
        for (const auto* kind : {"household", "medical"}) tx.run("insert into catalogue_kind (code, title_ru) values ($1, $1)", kind);
        for (const auto& [code, kind] : {std::pair("household.01", "household"), std::pair("household.02", "household"), std::pair("medical.01", "medical")})
            catalogue::ensure_service(tx, {{}, code, kind, {{"ru", code}}, "service", 30, *parse_date("2020-01-01"), {}});
        for (const auto* code : {"school", "rental"}) add_practice(tx, code);
    }

    static void add_practice(db::Tx& tx, const std::string& code) {
        const auto practice = tx.insert("insert into practices_practice (id, code, organisation, titles, sort_title) values ($1, $2, 0, $3, $2) returning number",
                                        tx.make_id<practices::Practice>(), code, R"({"ru":")" + code + "\"}");
        const auto version = tx.insert("insert into practices_version (id, practice, version, rank, state, installed_at, installed_by, package_sha256, "
                                       "document_sha256, titles, sort_title, card, search, document) values "
                                       "($1, $2, '1.0.0', 1, 'published', $3, 0, '', '', '{}', '', '{}', '', '{}') returning number",
                                       tx.make_id<practices::Version>(), practice, tx.now());
        tx.run("update practices_practice set listed = $1 where number = $2", version, practice);
    }

    std::unique_ptr<ledger::Feed> feed;
    Place suzun;
    Place baltic;
};

}  // namespace ryadom::cuts
