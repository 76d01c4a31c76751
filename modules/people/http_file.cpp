// The personal file: read whole, written whole, under the revision of the card.
#include "modules/people/http.hpp"

#include "modules/people/requests_file.hpp"
#include "modules/people/rules.hpp"
#include "modules/people/rules_file.hpp"
#include "modules/people/store.hpp"
#include "modules/people/store_file.hpp"
#include "platform/audit/audit.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace ryadom::people {
namespace {

using http::Call;
using http::Written;

/// The persons whom the lists name.
std::vector<Id<Person>> named_in(const PersonalFile& file) {
    std::vector<Id<Person>> out;
    for (const auto& each : file.relatives)
        if (each.person) out.push_back(*each.person);
    for (const auto& each : file.representatives)
        if (each.person) out.push_back(*each.person);
    return out;
}

FileView view_of(db::Tx& tx, const PersonRow& row) {
    FileView out{store::file_of(tx, row.number), {}, {}, row.person.revision};
    std::vector<std::int64_t> numbers;
    for (const auto& id : named_in(out.file))
        if (const auto number = store::number_of(tx, id)) numbers.push_back(number->value);
    const auto names = store::named_by(tx, row.number);
    for (const auto& each : names) numbers.push_back(each.by.value);
    std::ranges::sort(numbers);
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    std::map<std::int64_t, Id<Person>> ids;
    for (auto& brief : briefs(tx, numbers)) {
        ids.emplace(brief.number.value, brief.id);
        out.people.push_back({brief.id, std::move(brief.name), brief.birth});
    }
    for (const auto& each : names) {
        const auto kinship = each.kinship ? std::optional(seen_from_other_side(*each.kinship)) : std::nullopt;
        out.named_by.push_back({ids.at(each.by.value), kinship, each.lives_together, each.authority});
    }
    return out;
}

std::set<Uuid> shown_in(const FileView& view) {
    std::set<Uuid> out;
    for (const auto& each : view.people)
        if (each.name) out.insert(each.id.uuid);
    return out;
}

Written<FileView> get_file(Call& call) {
    return call.write([id = call.id<Person>("person")](db::Tx& tx) {
        auto view = view_of(tx, must(find_person(tx, id)));
        audit::record_shown(tx, "people.file_read", shown_in(view), {}, id.uuid);
        return view;
    });
}

/// Somebody new must be a person whom the caller sees; who stands there already may be another centre's by now.
std::vector<FieldError> unknown_persons(db::Tx& tx, const PersonalFile& file, const PersonalFile& before) {
    const auto known = named_in(before);
    std::vector<FieldError> errors;
    const auto check = [&](const auto& items, const std::string& list) {
        for (std::size_t i = 0; i < items.size(); ++i) {
            const auto& person = items[i].person;
            if (!person || std::ranges::find(known, *person) != known.end() || find_person(tx, *person)) continue;
            errors.push_back({"/" + list + "/" + std::to_string(i) + "/person", "core.absent", {}});
        }
    };
    check(file.relatives, "relatives");
    check(file.representatives, "representatives");
    return errors;
}

void must_be_sound(std::vector<FieldError> errors) {
    if (!errors.empty()) throw Refused({Refusal::Kind::invalid, "core.invalid", {}, std::move(errors)});
}

Written<FileView> put_file(Call& call, PersonalFile given) {
    return call.write([file = tidy(std::move(given)), id = call.id<Person>("person"), revision = call.revision(), today = call.today()](db::Tx& tx) {
        auto row = must(find_person(tx, id));
        must_be_sound(faults(file, row.person, store::listed_words(tx), today));
        must_be_sound(unknown_persons(tx, file, store::file_of(tx, row.number)));
        const auto home = residence_on(file.addresses, today);
        http::must_change(store::touch_card(tx, row.number, revision, home ? std::optional(on_one_line(*home)) : std::nullopt) ? 1 : 0);
        store::write_file(tx, row.number, file);
        ++row.person.revision;
        auto view = view_of(tx, row);
        audit::record_shown(tx, "people.file_changed", shown_in(view), {}, id.uuid);
        return view;
    });
}

}  // namespace

void add_file_routes(http::Routes& routes) {
    routes.get("/api/v1/persons/{person}/file", "people.see", "The personal file: documents, addresses, kin, grounds", get_file);
    routes.put("/api/v1/persons/{person}/file", "people.change", "Write the personal file", put_file);
}

}  // namespace ryadom::people
