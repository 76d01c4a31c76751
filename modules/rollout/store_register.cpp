// The registers of all organisations at once, in three statements.
#include "modules/rollout/starters.hpp"

namespace ryadom::rollout {
namespace {

constexpr db::Sql every_room = "select organisation, kind, capacity from v_network_room where removed_on is null or removed_on > $1 order by number";
constexpr db::Sql every_equipment = "select organisation, kind, count from v_network_equipment where removed_on is null or removed_on > $1 order by number";
constexpr db::Sql every_member =
    "select s.organisation, s.number, s.rate, q.code from v_network_staff s "
    "left join v_network_qualification q on q.staff = s.number and q.valid_from <= $1 and (q.valid_to is null or q.valid_to >= $1) "
    "where s.hired_on <= $1 and (s.left_on is null or s.left_on >= $1) order by s.number, q.code";

}  // namespace

std::map<std::int64_t, Register> registers(db::Tx& tx, Date day) {
    std::map<std::int64_t, Register> out;
    tx.each(every_room, [&](const db::Row& row) {
        out[row.get<std::int64_t>(0)].rooms.push_back({row.get<std::string>(1), row.get<int>(2)});
    }, day);
    tx.each(every_equipment, [&](const db::Row& row) {
        out[row.get<std::int64_t>(0)].equipment.push_back({row.get<std::string>(1), row.get<int>(2)});
    }, day);
    std::int64_t last = 0;
    tx.each(every_member, [&](const db::Row& row) {
        auto& staff = out[row.get<std::int64_t>(0)].staff;
        if (const auto member = row.get<std::int64_t>(1); std::exchange(last, member) != member) staff.push_back({{row.get<int>(2)}, {}});
        if (auto code = row.get<std::optional<std::string>>(3)) staff.back().qualifications.push_back(std::move(*code));
    }, day);
    return out;
}

}  // namespace ryadom::rollout
