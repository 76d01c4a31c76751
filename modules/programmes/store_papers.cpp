// What stands on papers besides programmes: lists, the document that proves who somebody is; and which paper was issued of what.
#include "modules/programmes/store_papers.hpp"

namespace ryadom::programmes::store {
namespace {

constexpr db::Sql issued_before = "select paper, label from v_programmes_paper where organisation = $1 and thing = $2 and kind = $3 and data_hash = $4";
constexpr db::Sql insert_row =
    "insert into programmes_paper (thing, kind, data_hash, paper, label, person, organisation) values ($1, $2, $3, $4, $5, $6, $7)";
constexpr db::Sql proof_of =
    "select kind, series, document_number, issued_on, issued_by from v_people_document where person = $1 and kind in ('passport', 'identity_card', 'birth_certificate') "
    "order by place limit 1";
constexpr db::Sql every_circumstance = "select code, title_ru, title_kk, title_en from v_people_listed_word where kind = 'circumstance'";

std::string title_at(const db::Row& row, i18n::Language language) {
    const int column = language == i18n::Language::kk ? 2 : language == i18n::Language::en ? 3 : 1;
    return row.get<std::optional<std::string>>(column).value_or(row.get<std::string>(1));
}

std::string document_line(const db::Row& row, const i18n::Voice& voice) {
    auto out = voice.text("programmes.paper.document." + row.get<std::string>(0));
    if (const auto series = row.get<std::optional<std::string>>(1)) out += " " + *series;
    out += " " + row.get<std::string>(2);
    if (const auto day = row.get<std::optional<Date>>(3)) out += ", " + written(*day);
    if (const auto issuer = row.get<std::optional<std::string>>(4)) out += ", " + *issuer;
    return out;
}

}  // namespace

std::optional<Issued> issued(db::Tx& tx, const Thing& thing) {
    return tx.find(issued_before, [](const db::Row& row) { return Issued{row.get<Uuid>(0), row.get<std::string>(1)}; }, thing.organisation, thing.id, thing.kind, thing.data_hash);
}

void keep_issued(db::Tx& tx, const Thing& thing, Number<people::Person> person, const Issued& paper) {
    tx.run(insert_row, thing.id, thing.kind, thing.data_hash, paper.paper, paper.label, person, thing.organisation);
}

Printed printed(db::Tx& tx, const people::PersonRow& person, const i18n::Voice& voice) {
    Printed out;
    out.person = person.person;
    out.document = tx.find(proof_of, [&](const db::Row& row) { return document_line(row, voice); }, person.number);
    for (const auto& each : catalogue::all_services(tx)) {
        out.services.emplace(each.service.id, catalogue::title_in(each.service.titles, voice.language));
        out.kind_of_service.emplace(each.service.id, each.service.kind);
    }
    for (const auto& each : catalogue::kinds(tx)) out.kinds_of_services.emplace(each.code, catalogue::title_in(each.titles, voice.language));
    tx.each(every_circumstance, [&](const db::Row& row) { out.circumstances.emplace(row.get<std::string>(0), title_at(row, voice.language)); });
    for (const auto& each : reasons(tx)) out.reasons.emplace(std::pair(each.kind, each.code), catalogue::title_in(each.titles, voice.language));
    return out;
}

}  // namespace ryadom::programmes::store
