// Two closed months of a centre, the second of which corrects the first.
#pragma once

#include "platform/testing/api_test.hpp"

namespace ryadom::app {

inline void closed_months(const testing::Client& director, const testing::Client& desk, const std::string& organisation, const std::string& person, const std::string& service,
                          std::map<std::string, std::string>& objects) {
    const auto deliver = [&](const std::string& day) {
        const auto made = desk.post("/api/v1/facts", R"({"organisation":")" + organisation + R"(","person":")" + person + R"(","service":")" + service + R"(","performed_on":")" +
                                                         day + R"(","minutes":30,"channel":"home"})");
        EXPECT_EQ(made.status, 201) << made.text;
    };
    const auto close = [&](const std::string& day) {
        const auto made = director.post("/api/v1/closings", R"({"organisation":")" + organisation + R"(","month":")" + day + R"(","accepted":"проверено"})");
        EXPECT_EQ(made.status, 201) << made.text;
        return "/api/v1/closings/" + made.at("closing");
    };
    deliver("2026-09-10");
    const auto september = close("2026-09-01");
    deliver("2026-09-11");
    const auto october = close("2026-10-01");
    objects["/api/v1/closings/"] = september.substr(september.rfind('/') + 1);
    objects["/api/v1/acts/"] = director.get(september + "/acts").at("items/0/id");
    objects["/api/v1/act-corrections/"] = director.get(october + "/corrections").at("items/0/id");
}

}  // namespace ryadom::app
