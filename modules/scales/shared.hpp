// What the routes of filled scales and of assessments share.
#pragma once

#include "modules/scales/store.hpp"
#include "platform/http/routes.hpp"

namespace ryadom::scales {

constexpr Date never{2'932'896};  ///< 9999-12-31

/// Day and number of a row as one cursor, and back.
std::string cursor_of(Date day, std::int64_t number);
struct Place {
    Date day = never;
    std::int64_t number = 0;
};
Place place_of(const std::optional<std::string>& cursor);

void must_be_sound(std::vector<FieldError> errors);
people::PersonRow person_of(db::Tx& tx, const Id<people::Person>& id);
/// Of somebody whom the caller's organisations serve; absent otherwise.
Id<people::Person> served(db::Tx& tx, std::int64_t person);
/// A filled scale within the caller's scope, of such a person.
store::Row seen(db::Tx& tx, const Id<FilledScale>& id);

}  // namespace ryadom::scales
