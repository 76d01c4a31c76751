// An application, a programme and a contract of somebody, for the test of access.
#pragma once

#include "platform/testing/api_test.hpp"

#include <gtest/gtest.h>

namespace ryadom::app {

inline void add_programme_objects(std::map<std::string, std::string>& objects, const testing::Client& desk, const testing::Client& specialist, const testing::Client& director,
                                  const std::string& organisation, const std::string& person, const std::string& service) {
    const auto made = [](const testing::Client& client, const std::string& path, const std::string& body) {
        const auto answer = client.post(path, body);
        EXPECT_LT(answer.status, 300) << path << " " << answer.text;
        return answer.at("id");
    };
    const auto at = R"({"organisation":")" + organisation + "\",";
    objects["/api/v1/applications/"] = made(desk, "/api/v1/persons/" + person + "/applications",
        at + R"("received_on":"2026-11-20","wish":{"channel":"in_person","form":"home","circumstances":[],"services":[]}})");
    const auto programme = made(specialist, "/api/v1/persons/" + person + "/programmes",
        at + R"("content":{"form":"home","since":"2026-11-20","until":"2027-11-19","providers":[],"accompaniment":[],"lines":[{"service":")" + service +
            R"(","quantity":100,"times":2,"every":"week"}]}})");
    objects["/api/v1/programmes/"] = programme;
    made(director, "/api/v1/programmes/" + programme + "/approve", R"({"version":1,"approved_on":"2026-11-20"})");
    objects["/api/v1/contracts/"] = made(desk, "/api/v1/programmes/" + programme + "/contracts",
        at + R"("concluded_on":"2026-11-20","since":"2026-11-20","until":"2027-11-19"})");
}

}  // namespace ryadom::app
