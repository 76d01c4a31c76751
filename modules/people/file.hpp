// What the register keeps of a person besides the card: the personal file.
#pragma once

#include "modules/people/model.hpp"

#include <vector>

namespace ryadom::people {

/// A name that the person held before.
struct FormerName {
    std::string family_name;
    std::optional<std::string> given_name;  ///< absent: as on the card
    std::optional<std::string> patronymic;
    std::optional<Date> until;
    bool operator==(const FormerName&) const = default;
};
constexpr auto describe(json::Type<FormerName>) {
    using json::field;
    using json::length;
    using T = FormerName;
    return json::object("FormerName", field("family_name", &T::family_name, "Surname", length(1, 100)),
                        field("given_name", &T::given_name, "Given name, unless as on the card", length(0, 100)),
                        field("patronymic", &T::patronymic, "Patronymic, unless as on the card", length(0, 100)), field("until", &T::until, "Held until"));
}

enum class DocumentKind { passport, birth_certificate, identity_card, foreign_passport, residence_permit, pension_certificate, disability_certificate,
                          rehab_programme, medical_policy, benefit_certificate, other };
constexpr auto names(json::Type<DocumentKind>) {
    using namespace std::string_view_literals;
    using enum DocumentKind;
    return std::array{std::pair{passport, "passport"sv}, std::pair{birth_certificate, "birth_certificate"sv}, std::pair{identity_card, "identity_card"sv},
                      std::pair{foreign_passport, "foreign_passport"sv}, std::pair{residence_permit, "residence_permit"sv},
                      std::pair{pension_certificate, "pension_certificate"sv}, std::pair{disability_certificate, "disability_certificate"sv},
                      std::pair{rehab_programme, "rehab_programme"sv}, std::pair{medical_policy, "medical_policy"sv},
                      std::pair{benefit_certificate, "benefit_certificate"sv}, std::pair{other, "other"sv}};
}

struct Document {
    DocumentKind kind = DocumentKind::passport;
    std::optional<std::string> series;
    std::string number;
    std::optional<Date> issued_on;
    std::optional<std::string> issued_by;
    std::optional<Date> valid_until;
    std::optional<std::string> note;
    bool operator==(const Document&) const = default;
};
constexpr auto describe(json::Type<Document>) {
    using json::field;
    using json::length;
    using T = Document;
    return json::object("PersonDocument", field("kind", &T::kind, "Kind"), field("series", &T::series, "Series", length(0, 20)),
                        field("number", &T::number, "Number", length(1, 40)), field("issued_on", &T::issued_on, "Issued on"),
                        field("issued_by", &T::issued_by, "Issued by", length(0, 300)), field("valid_until", &T::valid_until, "Valid until"),
                        field("note", &T::note, "Remark", length(0, 300)));
}

enum class AddressKind { residence, registration, temporary };
constexpr auto names(json::Type<AddressKind>) {
    using namespace std::string_view_literals;
    using enum AddressKind;
    return std::array{std::pair{residence, "residence"sv}, std::pair{registration, "registration"sv}, std::pair{temporary, "temporary"sv}};
}

/// A village may have no streets: then a landmark says where it is.
struct Address {
    AddressKind kind = AddressKind::residence;
    std::optional<std::string> postcode;
    std::optional<std::string> region;
    std::optional<std::string> area;  ///< raion or okrug, as it is written in the address
    std::optional<std::string> settlement;
    std::optional<std::string> street;
    std::optional<std::string> house;
    std::optional<std::string> block;
    std::optional<std::string> flat;
    std::optional<std::string> landmark;
    std::optional<Date> since;
    std::optional<Date> until;
    bool operator==(const Address&) const = default;
};
constexpr auto describe(json::Type<Address>) {
    using json::field;
    using json::length;
    using T = Address;
    return json::object("PersonAddress", field("kind", &T::kind, "Kind"), field("postcode", &T::postcode, "Postcode", length(0, 10)),
                        field("region", &T::region, "Region", length(0, 100)), field("area", &T::area, "District in the address", length(0, 100)),
                        field("settlement", &T::settlement, "Settlement", length(0, 100)), field("street", &T::street, "Street", length(0, 100)),
                        field("house", &T::house, "House", length(0, 20)), field("block", &T::block, "Block", length(0, 20)),
                        field("flat", &T::flat, "Flat", length(0, 20)), field("landmark", &T::landmark, "Landmark", length(0, 300)),
                        field("since", &T::since, "Since"), field("until", &T::until, "Until"));
}

/// Besides the phone of the card.
struct Phone {
    std::string number;
    std::optional<std::string> whose;
    bool operator==(const Phone&) const = default;
};
constexpr auto describe(json::Type<Phone>) {
    using json::field;
    return json::object("PersonPhone", field("number", &Phone::number, "Number", json::length(1, 40)), field("whose", &Phone::whose, "Whose", json::length(0, 200)));
}

/// What the other is to the person.
enum class Kinship { spouse, parent, child, sibling, grandparent, grandchild, other_relative, unrelated };
constexpr auto names(json::Type<Kinship>) {
    using namespace std::string_view_literals;
    using enum Kinship;
    return std::array{std::pair{spouse, "spouse"sv}, std::pair{parent, "parent"sv}, std::pair{child, "child"sv}, std::pair{sibling, "sibling"sv},
                      std::pair{grandparent, "grandparent"sv}, std::pair{grandchild, "grandchild"sv}, std::pair{other_relative, "other_relative"sv},
                      std::pair{unrelated, "unrelated"sv}};
}

/// Somebody of the household or a relative elsewhere: a person of the register, or one who is only named.
struct Relative {
    std::optional<Id<Person>> person;
    std::optional<std::string> name;
    Kinship kinship = Kinship::other_relative;
    bool lives_together = false;
    std::optional<std::string> phone;
    std::optional<std::string> note;
    bool operator==(const Relative&) const = default;
};
constexpr auto describe(json::Type<Relative>) {
    using json::field;
    using json::length;
    using T = Relative;
    return json::object("PersonRelative", field("person", &T::person, "A person of the register"), field("name", &T::name, "Or only a name", length(0, 300)),
                        field("kinship", &T::kinship, "What the other is to the person"),
                        field("lives_together", &T::lives_together, "Of the same household"), field("phone", &T::phone, "Phone", length(0, 40)),
                        field("note", &T::note, "Remark", length(0, 300)));
}

/// By what right somebody acts for the person.
enum class Authority { parent, adoptive_parent, guardian, trustee, foster_carer, proxy, organisation };
constexpr auto names(json::Type<Authority>) {
    using namespace std::string_view_literals;
    using enum Authority;
    return std::array{std::pair{parent, "parent"sv}, std::pair{adoptive_parent, "adoptive_parent"sv}, std::pair{guardian, "guardian"sv},
                      std::pair{trustee, "trustee"sv}, std::pair{foster_carer, "foster_carer"sv}, std::pair{proxy, "proxy"sv},
                      std::pair{organisation, "organisation"sv}};
}

struct Representative {
    std::optional<Id<Person>> person;
    std::optional<std::string> name;
    Authority authority = Authority::guardian;
    std::string document;  ///< what the right stands on: kind, number, date, who issued it
    std::optional<std::string> phone;
    Date since;
    std::optional<Date> until;
    bool operator==(const Representative&) const = default;
};
constexpr auto describe(json::Type<Representative>) {
    using json::field;
    using json::length;
    using T = Representative;
    return json::object("PersonRepresentative", field("person", &T::person, "A person of the register"),
                        field("name", &T::name, "Or only a name", length(0, 300)), field("authority", &T::authority, "By what right"),
                        field("document", &T::document, "Document of the right", length(1, 500)), field("phone", &T::phone, "Phone", length(0, 40)),
                        field("since", &T::since, "Since"), field("until", &T::until, "Until"));
}

/// A circumstance of need or a category of payment, by the code of the region's list.
struct Ground {
    std::string code;
    Date since;
    std::optional<Date> until;
    std::optional<std::string> document;
    bool operator==(const Ground&) const = default;
};
constexpr auto describe(json::Type<Ground>) {
    using json::field;
    using T = Ground;
    return json::object("PersonGround", field("code", &T::code, "Code of the region's list", json::length(1, 60)), field("since", &T::since, "Since"),
                        field("until", &T::until, "Until"), field("document", &T::document, "Document", json::length(0, 300)));
}

struct PersonalFile {
    std::vector<FormerName> former_names;
    std::vector<Document> documents;
    std::vector<Address> addresses;
    std::vector<Phone> phones;
    std::vector<std::string> languages;  ///< ISO 639 codes, the preferred first
    std::vector<Relative> relatives;
    std::vector<Representative> representatives;
    std::vector<Ground> circumstances;
    std::vector<Ground> categories;
    bool operator==(const PersonalFile&) const = default;
};
constexpr auto describe(json::Type<PersonalFile>) {
    using json::field;
    using json::length;
    using T = PersonalFile;
    return json::object("PersonalFile", field("former_names", &T::former_names, "Names held before", length(0, 20)),
                        field("documents", &T::documents, "Documents", length(0, 50)), field("addresses", &T::addresses, "Addresses", length(0, 20)),
                        field("phones", &T::phones, "Phones besides that of the card", length(0, 20)),
                        field("languages", &T::languages, "Languages, ISO 639, the preferred first", length(0, 10)),
                        field("relatives", &T::relatives, "Relatives and household", length(0, 30)),
                        field("representatives", &T::representatives, "Who acts for the person", length(0, 20)),
                        field("circumstances", &T::circumstances, "Circumstances of need", length(0, 30)),
                        field("categories", &T::categories, "Categories of payment", length(0, 20)));
}

/// The lists of the region: rows, since laws and regions differ.
enum class ListKind { circumstance, category };
constexpr auto names(json::Type<ListKind>) {
    using namespace std::string_view_literals;
    using enum ListKind;
    return std::array{std::pair{circumstance, "circumstance"sv}, std::pair{category, "category"sv}};
}

struct ListedWord {
    ListKind kind = ListKind::circumstance;
    std::string code;
    std::map<std::string, std::string> titles;  ///< by language
    Date since;
    std::optional<Date> until;
    std::int64_t revision = 1;
};
constexpr auto describe(json::Type<ListedWord>) {
    using json::field;
    using T = ListedWord;
    return json::object("PersonListedWord", field("kind", &T::kind, "List"), field("code", &T::code, "Code"), field("titles", &T::titles, "Title by language"),
                        field("since", &T::since, "In force since"), field("until", &T::until, "In force until"),
                        field("revision", &T::revision, "Revision", json::read_only));
}

}  // namespace ryadom::people
