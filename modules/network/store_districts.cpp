#include "modules/network/store.hpp"

namespace ryadom::network {
namespace {

constexpr db::Sql district_by_id = "select number from v_network_district where id = $1";
constexpr db::Sql every_district =
    "select number, id, code, title, population, elders, road_km, tile_row, tile_column, revision from v_network_district order by title, number";
constexpr db::Sql insert_district_row =
    "insert into network_district (id, code, title, population, elders, road_km, tile_row, tile_column, outline, revision) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)";
constexpr db::Sql change_district =
    "update network_district set code = $1, title = $2, population = $3, elders = $4, road_km = $5, tile_row = $6, tile_column = $7, "
    "revision = revision + 1 where id = $8 and revision = $9";
constexpr db::Sql every_outline = "select id, outline from v_network_district where outline <> '' order by number";
constexpr db::Sql clear_outlines = "update network_district set outline = '', revision = revision + 1 where outline <> ''";
constexpr db::Sql change_outline = "update network_district set outline = $1, revision = revision + 1 where id = $2";

DistrictRow read_district(const db::Row& row) {
    return {row.get<Number<District>>(0),
            {row.get<Id<District>>(1), row.get<std::string>(2), row.get<std::string>(3), row.get<std::int64_t>(4), row.get<std::int64_t>(5),
             row.get<int>(6), row.get<int>(7), row.get<int>(8), row.get<std::int64_t>(9)}};
}

}  // namespace

std::vector<DistrictRow> all_districts(db::Tx& tx) { return tx.list(every_district, read_district); }

namespace store {

Id<District> insert_district(db::Tx& tx, const District& district, std::string_view outline) {
    const auto id = tx.make_id<District>();
    tx.run(insert_district_row, id, district.code, district.title, district.population, district.elders, district.road_km,
           district.tile_row, district.tile_column, outline);
    return id;
}

std::optional<Number<District>> find_district(db::Tx& tx, const Id<District>& id) { return tx.value<Number<District>>(district_by_id, id); }

std::int64_t update_district(db::Tx& tx, const District& district) {
    return tx.run(change_district, district.code, district.title, district.population, district.elders, district.road_km,
                  district.tile_row, district.tile_column, district.id, district.revision);
}

std::vector<std::pair<Id<District>, std::string>> outlines(db::Tx& tx) {
    return tx.list(every_outline, [](const db::Row& row) { return std::pair{row.get<Id<District>>(0), row.get<std::string>(1)}; });
}

void set_outline(db::Tx& tx, const Id<District>& district, std::string_view geometry) { tx.run(change_outline, geometry, district); }
std::int64_t remove_outlines(db::Tx& tx) { return tx.run(clear_outlines); }

}  // namespace store
}  // namespace ryadom::network
