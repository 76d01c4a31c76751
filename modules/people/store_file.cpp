#include "modules/people/store_file.hpp"

#include "modules/people/store.hpp"
#include "platform/i18n/catalogue.hpp"

namespace ryadom::people::store {
namespace {

using Text = std::optional<std::string>;
using Day = std::optional<Date>;
using Other = std::optional<Id<Person>>;

constexpr db::Sql former_names_of =
    "select family_name, given_name, patronymic, until_on from v_people_former_name where person = $1 order by place";
constexpr db::Sql delete_former_names = "delete from people_former_name where person = $1";
constexpr db::Sql insert_former_name =
    "insert into people_former_name (person, place, family_name, given_name, patronymic, family_folded, until_on) values ($1, $2, $3, $4, $5, $6, $7)";

constexpr db::Sql former_names_held = "select count(place) from v_people_former_name where person = $1";

constexpr db::Sql documents_of =
    "select kind, series, document_number, issued_on, issued_by, valid_until, note from v_people_document where person = $1 order by place";
constexpr db::Sql delete_documents = "delete from people_document where person = $1";
constexpr db::Sql insert_document =
    "insert into people_document (person, place, kind, series, document_number, issued_on, issued_by, valid_until, note) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

constexpr db::Sql every_address_of =
    "select kind, postcode, region, area, settlement, street, house, block, flat, landmark, since, until_on from v_people_address "
    "where person = $1 order by place";
constexpr db::Sql delete_addresses = "delete from people_address where person = $1";
constexpr db::Sql insert_address =
    "insert into people_address (person, place, kind, postcode, region, area, settlement, street, house, block, flat, landmark, since, until_on) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";

constexpr db::Sql phones_of = "select phone, whose from v_people_phone where person = $1 order by place";
constexpr db::Sql delete_phones = "delete from people_phone where person = $1";
constexpr db::Sql insert_phone = "insert into people_phone (person, place, phone, whose) values ($1, $2, $3, $4)";

constexpr db::Sql languages_of = "select code from v_people_language where person = $1 order by place";
constexpr db::Sql delete_languages = "delete from people_language where person = $1";
constexpr db::Sql insert_language = "insert into people_language (person, place, code) values ($1, $2, $3)";

constexpr db::Sql relatives_of =
    "select p.id, r.name, r.kinship, r.lives_together, r.phone, r.note from v_people_relative r left join v_people_person p on p.number = r.other "
    "where r.person = $1 order by r.place";
constexpr db::Sql delete_relatives = "delete from people_relative where person = $1";
constexpr db::Sql insert_relative =
    "insert into people_relative (person, place, other, name, kinship, lives_together, phone, note) values ($1, $2, $3, $4, $5, $6, $7, $8)";
constexpr db::Sql relative_of = "select person, kinship, lives_together from v_people_relative where other = $1 order by number";

constexpr db::Sql representatives_of =
    "select p.id, r.name, r.authority, r.document, r.phone, r.since, r.until_on from v_people_representative r "
    "left join v_people_person p on p.number = r.other where r.person = $1 order by r.place";
constexpr db::Sql delete_representatives = "delete from people_representative where person = $1";
constexpr db::Sql insert_representative =
    "insert into people_representative (person, place, other, name, authority, document, phone, since, until_on) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
constexpr db::Sql represents = "select person, authority from v_people_representative where other = $1 order by number";

constexpr db::Sql circumstances_of = "select code, since, until_on, document from v_people_circumstance where person = $1 order by place";
constexpr db::Sql delete_circumstances = "delete from people_circumstance where person = $1";
constexpr db::Sql insert_circumstance =
    "insert into people_circumstance (person, place, code, since, until_on, document) values ($1, $2, $3, $4, $5, $6)";
constexpr db::Sql categories_of = "select code, since, until_on, document from v_people_category where person = $1 order by place";
constexpr db::Sql delete_categories = "delete from people_category where person = $1";
constexpr db::Sql insert_category = "insert into people_category (person, place, code, since, until_on, document) values ($1, $2, $3, $4, $5, $6)";

constexpr db::Sql touch = "update people_card set revision = revision + 1 where person = $1 and revision = $2";
constexpr db::Sql touch_and_move = "update people_card set revision = revision + 1, address = $3 where person = $1 and revision = $2";

constexpr db::Sql every_word =
    "select kind, code, title_ru, title_kk, title_en, since, until_on, revision from v_people_listed_word order by kind, number";

Ground read_ground(const db::Row& row) { return {row.get<std::string>(0), row.get<Date>(1), row.get<Day>(2), row.get<Text>(3)}; }

Address read_address(const db::Row& row) {
    return {row.get<AddressKind>(0), row.get<Text>(1), row.get<Text>(2), row.get<Text>(3), row.get<Text>(4), row.get<Text>(5),
            row.get<Text>(6), row.get<Text>(7), row.get<Text>(8), row.get<Text>(9), row.get<Day>(10), row.get<Day>(11)};
}

void insert(db::Tx& tx, Number<Person> person, std::int64_t place, const FormerName& name) {
    tx.run(insert_former_name, person, place, name.family_name, name.given_name, name.patronymic, i18n::fold(name.family_name), name.until);
}

std::optional<Number<Person>> number_of_other(db::Tx& tx, const Other& other) { return other ? number_of(tx, *other) : std::nullopt; }

/// One list in place of another: `write` gets each item with its place.
template <class T, class Write>
void replace(db::Tx& tx, db::Sql remove, Number<Person> person, const std::vector<T>& items, Write write) {
    tx.run(remove, person);
    for (std::size_t place = 0; place < items.size(); ++place) write(static_cast<std::int64_t>(place), items[place]);
}

void write_grounds(db::Tx& tx, db::Sql remove, db::Sql insert, Number<Person> person, const std::vector<Ground>& grounds) {
    replace(tx, remove, person, grounds, [&](std::int64_t place, const Ground& each) {
        tx.run(insert, person, place, each.code, each.since, each.until, each.document);
    });
}

void write_others(db::Tx& tx, Number<Person> person, const PersonalFile& file) {
    replace(tx, delete_relatives, person, file.relatives, [&](std::int64_t place, const Relative& each) {
        tx.run(insert_relative, person, place, number_of_other(tx, each.person), each.name, each.kinship, each.lives_together, each.phone, each.note);
    });
    replace(tx, delete_representatives, person, file.representatives, [&](std::int64_t place, const Representative& each) {
        tx.run(insert_representative, person, place, number_of_other(tx, each.person), each.name, each.authority, each.document, each.phone,
               each.since, each.until);
    });
}

}  // namespace

PersonalFile file_of(db::Tx& tx, Number<Person> person) {
    PersonalFile out;
    out.former_names = tx.list(former_names_of, [](const db::Row& row) {
        return FormerName{row.get<std::string>(0), row.get<Text>(1), row.get<Text>(2), row.get<Day>(3)};
    }, person);
    out.documents = tx.list(documents_of, [](const db::Row& row) {
        return Document{row.get<DocumentKind>(0), row.get<Text>(1), row.get<std::string>(2), row.get<Day>(3), row.get<Text>(4), row.get<Day>(5), row.get<Text>(6)};
    }, person);
    out.addresses = addresses_of(tx, person);
    out.phones = tx.list(phones_of, [](const db::Row& row) { return Phone{row.get<std::string>(0), row.get<Text>(1)}; }, person);
    out.languages = tx.list(languages_of, [](const db::Row& row) { return row.get<std::string>(0); }, person);
    out.relatives = tx.list(relatives_of, [](const db::Row& row) {
        return Relative{row.get<Other>(0), row.get<Text>(1), row.get<Kinship>(2), row.get<bool>(3), row.get<Text>(4), row.get<Text>(5)};
    }, person);
    out.representatives = tx.list(representatives_of, [](const db::Row& row) {
        return Representative{row.get<Other>(0), row.get<Text>(1), row.get<Authority>(2), row.get<std::string>(3), row.get<Text>(4), row.get<Date>(5), row.get<Day>(6)};
    }, person);
    out.circumstances = tx.list(circumstances_of, read_ground, person);
    out.categories = tx.list(categories_of, read_ground, person);
    return out;
}

void add_former_name(db::Tx& tx, Number<Person> person, const FormerName& name) {
    const auto place = tx.value<std::int64_t>(former_names_held, person).value_or(0);
    insert(tx, person, place, name);
}

std::vector<Address> addresses_of(db::Tx& tx, Number<Person> person) { return tx.list(every_address_of, read_address, person); }

void write_file(db::Tx& tx, Number<Person> person, const PersonalFile& file) {
    replace(tx, delete_former_names, person, file.former_names, [&](std::int64_t place, const FormerName& each) {
        insert(tx, person, place, each);
    });
    replace(tx, delete_documents, person, file.documents, [&](std::int64_t place, const Document& each) {
        tx.run(insert_document, person, place, each.kind, each.series, each.number, each.issued_on, each.issued_by, each.valid_until, each.note);
    });
    replace(tx, delete_addresses, person, file.addresses, [&](std::int64_t place, const Address& each) {
        tx.run(insert_address, person, place, each.kind, each.postcode, each.region, each.area, each.settlement, each.street, each.house, each.block,
               each.flat, each.landmark, each.since, each.until);
    });
    replace(tx, delete_phones, person, file.phones, [&](std::int64_t place, const Phone& each) {
        tx.run(insert_phone, person, place, each.number, each.whose);
    });
    replace(tx, delete_languages, person, file.languages, [&](std::int64_t place, const std::string& each) {
        tx.run(insert_language, person, place, each);
    });
    write_others(tx, person, file);
    write_grounds(tx, delete_circumstances, insert_circumstance, person, file.circumstances);
    write_grounds(tx, delete_categories, insert_category, person, file.categories);
}

std::vector<NamedBy> named_by(db::Tx& tx, Number<Person> person) {
    auto out = tx.list(relative_of, [](const db::Row& row) {
        return NamedBy{row.get<Number<Person>>(0), row.get<Kinship>(1), row.get<bool>(2), {}};
    }, person);
    tx.each(represents, [&](const db::Row& row) { out.push_back({row.get<Number<Person>>(0), {}, false, row.get<Authority>(1)}); }, person);
    return out;
}

bool touch_card(db::Tx& tx, Number<Person> person, std::int64_t revision, const std::optional<std::string>& address) {
    return (address ? tx.run(touch_and_move, person, revision, *address) : tx.run(touch, person, revision)) == 1;
}

std::vector<ListedWord> listed_words(db::Tx& tx) {
    return tx.list(every_word, [](const db::Row& row) {
        ListedWord word{row.get<ListKind>(0), row.get<std::string>(1), {{"ru", row.get<std::string>(2)}}, row.get<Date>(5), row.get<Day>(6), row.get<std::int64_t>(7)};
        if (auto kk = row.get<Text>(3)) word.titles.emplace("kk", std::move(*kk));
        if (auto en = row.get<Text>(4)) word.titles.emplace("en", std::move(*en));
        return word;
    });
}

}  // namespace ryadom::people::store
