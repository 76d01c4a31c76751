#include "modules/people/rules_file.hpp"

#include "modules/people/rules.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

namespace ryadom::people {
namespace {

void tidy_in(std::optional<std::string>& text) { text = tidy_text(text); }

bool all_digits(std::string_view text, std::size_t count) {
    return text.size() == count && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Gathers what is wrong below one pointer.
class Faults {
  public:
    explicit Faults(Date today) : today_(today) {}

    void list(std::string_view name) { list_ = "/" + std::string(name) + "/"; }
    void item(std::size_t place) { at_ = list_ + std::to_string(place); }
    void add(std::string_view field, std::string code) { errors_.push_back({at_ + std::string(field), std::move(code), {}}); }
    void name(std::string_view field, const std::string& text) {
        if (text.empty()) add(field, "core.required");
        else if (!sound_name(text)) add(field, "people.name_letters");
    }
    void phone(std::string_view field, const std::optional<std::string>& text) {
        if (text && !sound_phone(*text)) add(field, "people.wrong_phone");
    }
    void past(std::string_view field, const std::optional<Date>& day) {
        if (day && *day > today_) add(field, "people.day_in_the_future");
    }
    void order(std::string_view field, const std::optional<Date>& first, const std::optional<Date>& last) {
        if (first && last && *last < *first) add(field, "people.ends_before_it_begins");
    }
    /// A person of the register or a name, one of them.
    template <class T>
    void other(const T& each, const Id<Person>& self) {
        if (each.person && each.name) add("/name", "people.person_or_name");
        else if (each.name) name("/name", *each.name);
        else if (!each.person) add("/name", "core.required");
        else if (*each.person == self) add("/person", "people.own_relative");
    }
    std::vector<FieldError> take() { return std::move(errors_); }

  private:
    Date today_;
    std::string list_;
    std::string at_;
    std::vector<FieldError> errors_;
};

/// What the two states print on their papers; what is not known here is any number.
bool sound_number(const Document& document) {
    switch (document.kind) {
        case DocumentKind::passport: return document.series && all_digits(*document.series, 4) && all_digits(document.number, 6);
        case DocumentKind::identity_card: return all_digits(document.number, 9);
        case DocumentKind::medical_policy: return all_digits(document.number, 16) || (document.series && !document.number.empty());
        case DocumentKind::birth_certificate: return document.series.has_value();
        case DocumentKind::foreign_passport:
        case DocumentKind::residence_permit:
        case DocumentKind::pension_certificate:
        case DocumentKind::disability_certificate:
        case DocumentKind::rehab_programme:
        case DocumentKind::benefit_certificate:
        case DocumentKind::other: return true;
    }
    throw std::logic_error("no such kind of document");
}

void check(Faults& out, const FormerName& name) {
    out.name("/family_name", name.family_name);
    if (name.given_name) out.name("/given_name", *name.given_name);
    if (name.patronymic) out.name("/patronymic", *name.patronymic);
    out.past("/until", name.until);
}

void check(Faults& out, const Document& document, const Person& person) {
    if (document.number.empty()) out.add("/number", "core.required");
    else if (!sound_number(document)) out.add("/number", "people.wrong_document." + std::string(json::name_of(document.kind)));
    out.past("/issued_on", document.issued_on);
    out.order("/issued_on", person.birth, document.issued_on);
    out.order("/valid_until", document.issued_on, document.valid_until);
}

void check(Faults& out, const Address& address) {
    if (!address.settlement && !address.landmark) out.add("/settlement", "people.settlement_or_landmark");
    if (address.postcode && !all_digits(*address.postcode, 6)) out.add("/postcode", "people.wrong_postcode");
    out.past("/since", address.since);
    out.order("/until", address.since, address.until);
}

bool sound_language(std::string_view code) {
    return (code.size() == 2 || code.size() == 3) && std::ranges::all_of(code, [](char c) { return c >= 'a' && c <= 'z'; });
}

bool overlap(const Ground& one, const Ground& other) {
    return one.code == other.code && (!one.until || other.since <= *one.until) && (!other.until || one.since <= *other.until);
}

void check(Faults& out, const std::vector<Ground>& grounds, std::string_view name, ListKind kind, const std::vector<ListedWord>& lists) {
    out.list(name);
    for (std::size_t i = 0; i < grounds.size(); ++i) {
        const auto& ground = grounds[i];
        out.item(i);
        const auto word = std::ranges::find_if(lists, [&](const ListedWord& each) { return each.kind == kind && each.code == ground.code; });
        if (word == lists.end()) out.add("/code", "people.not_in_the_list");
        else if (word->until && ground.since > *word->until) out.add("/code", "people.no_longer_in_the_list");
        out.past("/since", ground.since);
        out.order("/until", ground.since, ground.until);
        if (std::ranges::any_of(grounds.begin(), grounds.begin() + static_cast<std::ptrdiff_t>(i), [&](const Ground& each) { return overlap(each, ground); }))
            out.add("/code", "people.twice_at_once");
    }
}

template <class T, class Check>
void each(Faults& out, const std::vector<T>& items, std::string_view name, Check check_item) {
    out.list(name);
    for (std::size_t i = 0; i < items.size(); ++i) {
        out.item(i);
        check_item(items[i]);
    }
}

}  // namespace

PersonalFile tidy(PersonalFile file) {
    for (auto& each : file.former_names) {
        each.family_name = tidied(each.family_name);
        tidy_in(each.given_name);
        tidy_in(each.patronymic);
    }
    for (auto& each : file.documents) {
        each.number = digits(each.number).value_or(tidied(each.number));
        if (each.series) each.series = tidy_text(digits(*each.series).value_or(*each.series));
        for (auto* text : {&each.issued_by, &each.note}) tidy_in(*text);
    }
    for (auto& each : file.addresses)
        for (auto* text : {&each.postcode, &each.region, &each.area, &each.settlement, &each.street, &each.house, &each.block, &each.flat, &each.landmark})
            tidy_in(*text);
    for (auto& each : file.phones) {
        each.number = tidied(each.number);
        tidy_in(each.whose);
    }
    for (auto& each : file.relatives)
        for (auto* text : {&each.name, &each.phone, &each.note}) tidy_in(*text);
    for (auto& each : file.representatives) {
        each.document = tidied(each.document);
        for (auto* text : {&each.name, &each.phone}) tidy_in(*text);
    }
    for (auto* grounds : {&file.circumstances, &file.categories})
        for (auto& each : *grounds) tidy_in(each.document);
    return file;
}

std::vector<FieldError> faults(const PersonalFile& file, const Person& person, const std::vector<ListedWord>& lists, Date today) {
    Faults out(today);
    each(out, file.former_names, "former_names", [&](const FormerName& name) { check(out, name); });
    each(out, file.documents, "documents", [&](const Document& document) { check(out, document, person); });
    each(out, file.addresses, "addresses", [&](const Address& address) { check(out, address); });
    each(out, file.phones, "phones", [&](const Phone& phone) { out.phone("/number", phone.number); });
    std::set<std::string_view> spoken;
    each(out, file.languages, "languages", [&](const std::string& code) {
        if (!sound_language(code)) out.add("", "people.no_language");
        else if (!spoken.insert(code).second) out.add("", "people.twice_at_once");
    });
    each(out, file.relatives, "relatives", [&](const Relative& relative) {
        out.other(relative, person.id);
        out.phone("/phone", relative.phone);
    });
    each(out, file.representatives, "representatives", [&](const Representative& representative) {
        out.other(representative, person.id);
        if (representative.document.empty()) out.add("/document", "core.required");
        out.phone("/phone", representative.phone);
        out.past("/since", representative.since);
        out.order("/until", representative.since, representative.until);
    });
    check(out, file.circumstances, "circumstances", ListKind::circumstance, lists);
    check(out, file.categories, "categories", ListKind::category, lists);
    return out.take();
}

Kinship seen_from_other_side(Kinship kinship) {
    switch (kinship) {
        case Kinship::parent: return Kinship::child;
        case Kinship::child: return Kinship::parent;
        case Kinship::grandparent: return Kinship::grandchild;
        case Kinship::grandchild: return Kinship::grandparent;
        case Kinship::spouse:
        case Kinship::sibling:
        case Kinship::other_relative:
        case Kinship::unrelated: return kinship;
    }
    throw std::logic_error("no such kinship");
}

std::string on_one_line(const Address& address) {
    std::string out;
    const auto add = [&out](std::string_view before, const std::optional<std::string>& text) {
        if (!text) return;
        if (!out.empty()) out += ", ";
        out.append(before).append(*text);
    };
    add("", address.postcode);
    add("", address.region);
    add("", address.area);
    add("", address.settlement);
    add("", address.street);
    add("д. ", address.house);
    add("корп. ", address.block);
    add("кв. ", address.flat);
    if (address.landmark) out += out.empty() ? *address.landmark : " (" + *address.landmark + ")";
    return out;
}

std::optional<Address> residence_on(const std::vector<Address>& addresses, Date day) {
    const auto holds = [day](const Address& each) {
        return each.kind == AddressKind::residence && (!each.since || *each.since <= day) && (!each.until || *each.until >= day);
    };
    const auto found = std::ranges::find_if(addresses, holds);
    return found == addresses.end() ? std::nullopt : std::optional(*found);
}

}  // namespace ryadom::people
