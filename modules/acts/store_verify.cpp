// Whether closed months are as they were reported.
#include "modules/acts/acts.hpp"
#include "platform/core/bytes.hpp"

#include <fmt/format.h>

#include <map>

namespace ryadom::acts {
namespace {

constexpr db::Sql every_closing = "select number, sha256 from v_acts_closing order by number";
constexpr db::Sql every_act = "select closing, content, sha256, id from v_acts_act order by closing, serial";
constexpr db::Sql every_correction = "select closing, content, sha256, id from v_acts_correction order by closing, serial";

}  // namespace

std::optional<std::string> verify_acts(db::Tx& tx) {
    std::optional<std::string> fault;
    std::map<std::int64_t, std::string> reported;
    const auto look = [&](const db::Row& row) {
        const auto hash = row.get<std::string>(2);
        if (!fault && hex(sha256(row.get<std::string>(1))) != hash) fault = fmt::format("the content of {} is not what was reported", row.get<std::string>(3));
        reported[row.get<std::int64_t>(0)] += hash + "\n";
    };
    tx.each(every_act, look);
    tx.each(every_correction, look);
    tx.each(every_closing, [&](const db::Row& row) {
        const auto number = row.get<std::int64_t>(0);
        if (!fault && hex(sha256(reported[number])) != row.get<std::string>(1)) fault = fmt::format("closing {} is not what was reported", number);
    });
    return fault;
}

}  // namespace ryadom::acts
