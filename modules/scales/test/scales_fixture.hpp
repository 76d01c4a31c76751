// Two centres, a person of the first, and some scales of the program.
#pragma once

#include "modules/scales/test/shipped.hpp"

#include <gmock/gmock.h>

#include "modules/catalogue/module.hpp"
#include "modules/forms/module.hpp"
#include "modules/ledger/module.hpp"
#include "modules/network/module.hpp"
#include "modules/people/module.hpp"
#include "modules/practices/module.hpp"
#include "modules/requests/module.hpp"
#include "modules/scales/module.hpp"
#include "platform/files/files.hpp"
#include "platform/testing/api_test.hpp"
#include "platform/testing/explained.hpp"

namespace ryadom::scales {

using policy::Role;
using ::testing::ElementsAre;

inline const std::string library = "/api/v1/scales";

class ScalesFixture : public testing::ApiTest {
  protected:
    void SetUp() override {
        start({{"files", files::schema(), {}, {}, {}}, network::module([](db::Tx&, Number<network::Organisation>, Date) {}), catalogue::module(), people::module(),
               practices::module(), requests::module([](const auto&, const auto& asked) { return std::vector<bool>(asked.size()); }), ledger::module({}),
               forms::module(), module()},
              network::subtree, network::zone);
        ASSERT_TRUE(database().write_now(db::Caller::system(), [](db::Tx& tx) {
            install(tx, {{"barthel.yaml", shipped().at("barthel.yaml")}, {"tug.yaml", shipped().at("tug.yaml")}, {"who-5.yaml", shipped().at("who-5.yaml")}});
        }));
        suzun = add_organisation("suzun");
        kargat = add_organisation("kargat");
        elena = sign_in(Role::desk, suzun.number)
                    .post("/api/v1/persons", R"({"organisation":")" + suzun.id + R"(","person":{"family_name":"Иванова","given_name":"Елена","birth":"1950-03-08","sex":"female"}})")
                    .at("id");
        const auto listed = sign_in(Role::desk, suzun.number).get(library);
        barthel = listed.at("items/0/id");
        tug = listed.at("items/1/id");
        who = listed.at("items/2/id");
    }

    struct Place {
        std::string id;
        std::int64_t number = 0;
    };
    Place add_organisation(const std::string& code) {
        const auto made = sign_in(Role::coordinator)
                              .post("/api/v1/organisations?second_top=true", R"({"code":")" + code + R"(","kind":"centre","title":"КЦСОН","short_title":")" + code +
                                                                                 R"(","zone":"Asia/Novosibirsk","address":"","phone":"","director":""})");
        EXPECT_EQ(made.status, 201) << made.text;
        return {made.at("id"), database().read_as(db::Caller::system(), [&](db::Tx& tx) { return network::find_organisation_by_code(tx, code)->number.value; })};
    }

    std::string of_elena() const { return "/api/v1/persons/" + elena + "/scales"; }
    std::string body(const std::string& scale, const std::string& answers, const std::string& day = "2026-11-20", int version = 1) const {
        return R"({"organisation":")" + suzun.id + R"(","scale":")" + scale + R"(","version":)" + std::to_string(version) + R"(,"filled_on":")" + day +
               R"(","answers":)" + answers + "}";
    }
    testing::Answer fill(const testing::Client& client, const std::string& content) { return client.post(of_elena(), content); }
    std::string filled(const testing::Client& client, const std::string& content) {
        const auto made = fill(client, content);
        EXPECT_EQ(made.status, 201) << made.text;
        return made.at("id");
    }
    static std::string publication(const std::string& description, int after, const std::string& day = "2026-12-01") {
        return json::write(json::Object{{"description", description}, {"valid_from", day}, {"after", after}});
    }
    static std::string replaced(std::string text, std::string_view piece, std::string_view other) { return text.replace(text.find(piece), piece.size(), other); }

    Place suzun, kargat;
    std::string elena, barthel, tug, who;
};

}  // namespace ryadom::scales
