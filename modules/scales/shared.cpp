#include "modules/scales/shared.hpp"

namespace ryadom::scales {
namespace {

constexpr int number_bits = 40;

}  // namespace

std::string cursor_of(Date day, std::int64_t number) { return std::to_string((std::int64_t{day.days} << number_bits) + number); }

Place place_of(const std::optional<std::string>& cursor) {
    const auto place = http::place(cursor);
    if (!place) return {};
    return {Date{static_cast<int>(*place >> number_bits)}, *place & ((std::int64_t{1} << number_bits) - 1)};
}

void must_be_sound(std::vector<FieldError> errors) {
    if (!errors.empty()) throw Refused({Refusal::Kind::invalid, "core.invalid", {}, std::move(errors)});
}

people::PersonRow person_of(db::Tx& tx, const Id<people::Person>& id) { return must(people::find_person(tx, id)); }

Id<people::Person> served(db::Tx& tx, std::int64_t person) {
    auto brief = people::briefs(tx, {person}).front();
    if (!brief.name) throw Refused(absent());
    return brief.id;
}

store::Row seen(db::Tx& tx, const Id<FilledScale>& id) {
    auto row = must(store::find(tx, id));
    served(tx, row.filled.person);
    return row;
}

}  // namespace ryadom::scales
