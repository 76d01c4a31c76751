#include "modules/people/rules_merges.hpp"

#include "platform/i18n/catalogue.hpp"

#include <algorithm>
#include <stdexcept>

namespace ryadom::people {
namespace {

template <class T>
bool differ(const std::optional<T>& one, const std::optional<T>& other) { return one && other && *one != *other; }

bool names(const PersonalFile& file, const Id<Person>& person) {
    const auto is = [&](const auto& each) { return each.person == person; };
    return std::ranges::any_of(file.relatives, is) || std::ranges::any_of(file.representatives, is);
}

/// Every field of the card that may be taken, one after the other.
template <class Each>
void each_field(Taken& taken, Person& person, const Each& each) {
    each(taken.patronymic, person.patronymic);
    each(taken.snils, person.snils);
    each(taken.iin, person.iin);
    each(taken.district, person.district);
    each(taken.phone, person.phone);
    each(taken.address, person.address);
}

/// Every list of the file, in the order of the file.
template <class Each>
void each_list(PersonalFile& one, PersonalFile& other, const Each& each) {
    each(one.former_names, other.former_names, [](const FormerName& a, const FormerName& b) { return i18n::fold(a.family_name) == i18n::fold(b.family_name) && a.given_name == b.given_name; });
    each(one.documents, other.documents, [](const Document& a, const Document& b) { return a.kind == b.kind && a.series == b.series && a.number == b.number; });
    // A second address of one kind would be a second answer to one question.
    each(one.addresses, other.addresses, [](const Address& a, const Address& b) { return a.kind == b.kind; });
    each(one.phones, other.phones, [](const Phone& a, const Phone& b) { return a.number == b.number; });
    each(one.languages, other.languages, std::equal_to());
    each(one.relatives, other.relatives, [](const Relative& a, const Relative& b) { return a.person == b.person && a.name == b.name; });
    each(one.representatives, other.representatives, [](const Representative& a, const Representative& b) { return a.person == b.person && a.name == b.name && a.since == b.since; });
    const auto same_ground = [](const Ground& a, const Ground& b) { return a.code == b.code; };
    each(one.circumstances, other.circumstances, same_ground);
    each(one.categories, other.categories, same_ground);
}

/// The file that is left over when what the survivor has is taken away.
PersonalFile missing_in(PersonalFile survivor, PersonalFile person) {
    each_list(person, survivor, [](auto& mine, const auto& theirs, const auto& same) {
        std::erase_if(mine, [&](const auto& each) { return std::ranges::any_of(theirs, [&](const auto& other) { return same(each, other); }); });
    });
    return person;
}

/// Whoever looks for the other name finds the survivor by it.
void keep_other_name(const CardAndFile& survivor, const Person& person, PersonalFile& taken) {
    if (i18n::fold(survivor.person.family_name) == i18n::fold(person.family_name)) return;
    const FormerName name{person.family_name, person.given_name == survivor.person.given_name ? std::nullopt : std::optional(person.given_name), {}, {}};
    const auto same = [&](const FormerName& each) { return i18n::fold(each.family_name) == i18n::fold(name.family_name); };
    if (std::ranges::none_of(survivor.file.former_names, same) && std::ranges::none_of(taken.former_names, same)) taken.former_names.push_back(name);
}

}  // namespace

Checked<Taken> taken_over(const CardAndFile& survivor, const CardAndFile& person) {
    if (differ(survivor.person.snils, person.person.snils) || differ(survivor.person.iin, person.person.iin)) return refuse("people.merge_numbers_differ");
    if (survivor.person.death != person.person.death) return refuse("people.merge_deaths_differ");
    if (names(survivor.file, person.person.id) || names(person.file, survivor.person.id)) return refuse("people.merge_related");
    Taken taken;
    auto mine = survivor.person;
    auto theirs = person.person;
    each_field(taken, theirs, [](auto& kept, const auto& field) { kept = field; });
    each_field(taken, mine, [](auto& kept, const auto& field) {
        if (field) kept.reset();
    });
    taken.file = missing_in(survivor.file, person.file);
    // The address of the card is that of the file: both are taken, or neither.
    if (!taken.address) std::erase_if(taken.file.addresses, [](const Address& each) { return each.kind == AddressKind::residence; });
    keep_other_name(survivor, person.person, taken.file);
    return taken;
}

CardAndFile with(CardAndFile survivor, const Taken& taken) {
    auto given = taken;
    each_field(given, survivor.person, [](const auto& value, auto& field) {
        if (value && !field) field = value;
    });
    each_list(survivor.file, given.file, [](auto& mine, const auto& more, const auto&) { mine.insert(mine.end(), more.begin(), more.end()); });
    return survivor;
}

CardAndFile without(CardAndFile survivor, const Taken& taken) {
    auto given = taken;
    each_field(given, survivor.person, [](const auto& value, auto& field) {
        if (value && field == value) field.reset();
    });
    each_list(survivor.file, given.file, [](auto& mine, const auto& added, const auto&) {
        for (const auto& each : added)
            // What was added last stands last.
            if (const auto found = std::find(mine.rbegin(), mine.rend(), each); found != mine.rend()) mine.erase(std::next(found).base());
    });
    return survivor;
}

std::string written(const Taken& taken) {
    std::string out;
    json::append(taken, out);
    return out;
}

Taken read_taken(std::string_view text) {
    const auto value = json::parse(text);
    if (!value) throw std::logic_error("what a merge took is no JSON");
    auto out = json::read<Taken>(*value);
    if (!out) throw std::logic_error("what a merge took has another form: " + out.error().fields.front().pointer);
    return std::move(*out);
}

std::vector<std::string> grown(const Taken& taken) {
    std::vector<std::string> out;
    const auto field = [&](const auto& value, const char* name) {
        if (value) out.emplace_back(name);
    };
    field(taken.patronymic, "patronymic");
    field(taken.snils, "snils");
    field(taken.iin, "iin");
    field(taken.district, "district");
    field(taken.phone, "phone");
    field(taken.address, "address");
    const auto list = [&](const auto& items, const char* name) {
        if (!items.empty()) out.emplace_back(name);
    };
    list(taken.file.former_names, "former_names");
    list(taken.file.documents, "documents");
    list(taken.file.addresses, "addresses");
    list(taken.file.phones, "phones");
    list(taken.file.languages, "languages");
    list(taken.file.relatives, "relatives");
    list(taken.file.representatives, "representatives");
    list(taken.file.circumstances, "circumstances");
    list(taken.file.categories, "categories");
    return out;
}

}  // namespace ryadom::people
