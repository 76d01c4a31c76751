#include "app/generate/region.hpp"

#include "platform/core/bytes.hpp"

#include <fmt/format.h>

namespace ryadom::generate {

Region make_region(Seed seed, const Sizes& sizes, Date until) {
    Region region;
    region.until = until;
    region.from = until - 364;
    region.districts = make_districts(seed);
    add_organisations(region, seed, sizes);
    add_persons(region, seed, sizes);
    return region;
}

std::string digest(const Region& region) {
    std::string text;
    for (const auto& each : region.districts)
        text += fmt::format("{}|{}|{}|{}|{}|{}|{}|{}\n", each.row.code, each.row.title, each.row.population, each.row.elders, each.row.road_km,
                            each.row.tile_row, each.row.tile_column, each.outline);
    for (const auto& each : region.organisations) {
        text += fmt::format("{}|{}|{}|{}|{}|{}\n", each.row.code, each.row.title, each.row.address, each.row.phone, each.row.director,
                            each.parent.value_or(-1));
        for (const auto& member : each.staff) {
            text += fmt::format("{}|{}|{}|{}", member.row.name, member.row.position, member.row.rate, member.since.days);
            for (const auto& held : member.row.qualifications) text += "|" + held.code;
        }
        for (const auto& room : each.rooms) text += fmt::format("{}|{}|{}\n", room.row.title, room.row.kind, room.row.capacity);
        for (const auto& item : each.equipment) text += fmt::format("{}|{}|{}\n", item.row.title, item.row.kind, item.row.count);
    }
    for (const auto& each : region.persons)
        text += fmt::format("{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}\n", each.row.family_name, each.row.given_name, each.row.patronymic.value_or(""),
                            each.row.birth.days, each.row.death.value_or(Date{}).days, each.row.snils.value_or(""), each.row.phone.value_or(""),
                            each.row.address.value_or(""), each.organisation, each.registered.days, each.twin_of.value_or(-1));
    return hex(sha256(text));
}

}  // namespace ryadom::generate
