#include "modules/cuts/store.hpp"

namespace ryadom::cuts::store {
namespace {

constexpr db::Sql every_person = "select number, coalesce(district, 0), sex, birth from v_people_person";

}  // namespace

std::vector<Resident> residents(db::Tx& tx) {
    std::vector<Resident> out;
    for (const auto& [number, row] : tx.list(every_person, [](const db::Row& each) {
             return std::pair(static_cast<std::size_t>(each.get<std::int64_t>(0)),
                              resident(static_cast<std::size_t>(each.get<std::int64_t>(1)), each.get<people::Sex>(2), each.get<Date>(3)));
         })) {
        if (number >= out.size()) out.resize(number + 1);
        out[number] = row;
    }
    return out;
}

}  // namespace ryadom::cuts::store
