// What a feed tells of the bank.
#include "modules/practices/parcel.hpp"

namespace ryadom::practices {
namespace {

constexpr db::Sql every_version =
    "select p.code, v.version, v.titles, v.package_sha256, (select cast(sum(f.size) as bigint) from v_practices_file f where f.version = v.number), "
    "v.installed_at, v.withdrawn_reason from v_practices_practice p join v_practices_version v on v.practice = p.number order by p.code, v.rank";

}  // namespace

std::vector<PublishedVersion> published(db::Tx& tx) {
    return tx.list(every_version, [](const db::Row& row) {
        const auto titles = json::parse(row.get<std::string>(2));
        return PublishedVersion{row.get<std::string>(0), row.get<std::string>(1), must(json::read<std::map<std::string, std::string>>(titles.value())),
                                row.get<std::string>(3), row.get<std::int64_t>(4), row.get<Instant>(5), row.get<std::optional<std::string>>(6)};
    });
}

}  // namespace ryadom::practices
