// The registers as files.
#include "modules/network/module.hpp"
#include "modules/network/network.hpp"

#include "platform/testing/api_test.hpp"

#include <gmock/gmock.h>

namespace ryadom::network {
namespace {

using policy::Role;
using ::testing::EndsWith;

class ExportTest : public testing::ApiTest {
  protected:
    void SetUp() override {
        start({module([](db::Tx&, Number<Organisation>, Date) {})}, subtree, zone);
        suzun = add("suzun");
        kargat = add("kargat");
    }
    std::string add(const std::string& code) {
        return sign_in(Role::coordinator)
            .post("/api/v1/organisations?second_top=true", R"({"code":")" + code + R"(","kind":"centre","title":"КЦСОН","short_title":"=)" + code +
                                               R"(","zone":"Asia/Novosibirsk","address":"","phone":"","director":""})")
            .at("id");
    }
    testing::Client director(const std::string& code) {
        return sign_in(Role::director, database().read_as(db::Caller::system(), [&](db::Tx& tx) { return find_organisation_by_code(tx, code)->number.value; }));
    }

    std::string suzun;
    std::string kargat;
};

TEST_P(ExportTest, organisations_leave_with_their_codes) {
    EXPECT_THAT(sign_in(Role::desk, 1).get("/api/v1/organisations/export?format=csv").text,
                EndsWith("\"kargat\";\"КЦСОН\";\"'=kargat\";\"Центр\";\"\";\"\";\"Asia/Novosibirsk\";\"\";\"\";\"\";\"\"\r\n"
                         "\"suzun\";\"КЦСОН\";\"'=suzun\";\"Центр\";\"\";\"\";\"Asia/Novosibirsk\";\"\";\"\";\"\";\"\"\r\n"));
}

TEST_P(ExportTest, registers_leave_within_the_scope_and_into_the_log) {
    const auto own = director("suzun");
    const auto of = "/api/v1/organisations/" + suzun;
    const auto room = own.post(of + "/rooms", R"({"title":"Зал","kind":"demo_room","capacity":12})").at("id");
    own.post(of + "/equipment", R"({"title":"Кровать","kind":"bed","count":3,"room":")" + room + "\"}");
    own.post(of + "/staff", R"({"name":"Петрова Анна","position":"Специалист","rate":50,"hired_on":"2026-01-10",)"
                            R"("qualifications":[{"code":"nurse","valid_from":"2020-01-01"},{"code":"psychologist","valid_from":"2021-01-01"}]})");
    EXPECT_THAT(own.get(of + "/rooms/export?format=csv").text, EndsWith("\r\n\"Зал\";\"demo_room\";\"12\"\r\n"));
    EXPECT_THAT(own.get(of + "/equipment/export?format=csv").text, EndsWith("\r\n\"Кровать\";\"bed\";\"3\";\"Зал\"\r\n"));
    EXPECT_THAT(own.get(of + "/staff/export?format=csv").text,
                EndsWith("\r\n\"Петрова Анна\";\"Специалист\";\"0,50\";\"2026-01-10\";\"\";\"nurse, psychologist\"\r\n"));
    for (const auto* plural : {"rooms", "equipment", "staff"}) {
        EXPECT_EQ(director("kargat").get(of + "/" + plural + "/export").status, 404) << plural;
        EXPECT_EQ(database().read_as(db::Caller::system(), [&](db::Tx& tx) {
            return *tx.value<std::int64_t>("select count(*) from v_audit_record where action = $1", "network." + std::string(plural) + "_exported");
        }), 1) << plural;
    }
}

RYADOM_BOTH_ENGINES(ExportTest);

}  // namespace
}  // namespace ryadom::network
