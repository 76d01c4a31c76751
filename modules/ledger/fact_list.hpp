// Which facts a list asks for, and their pages.
#pragma once

#include "modules/ledger/module.hpp"
#include "modules/ledger/store.hpp"

namespace ryadom::ledger {

struct FactFilter {
    std::optional<Id<people::Person>> person;
    std::optional<bool> mine;
    std::optional<Date> from;
    std::optional<Date> to;
    std::optional<Id<network::Organisation>> organisation;
    std::optional<Id<practices::Practice>> practice;
    std::optional<Id<catalogue::Service>> service;
    std::optional<std::string> cursor;
    std::optional<int> limit;
};

constexpr auto describe(json::Type<FactFilter>) {
    using json::field;
    using T = FactFilter;
    return json::object("FactFilter", field("person", &T::person, "Of this person"), field("mine", &T::mine, "Entered by the caller"),
                        field("from", &T::from, "First day of service"), field("to", &T::to, "Last day of service"),
                        field("organisation", &T::organisation, "Home provider or performer, with all below"),
                        field("practice", &T::practice, "Under this practice"), field("service", &T::service, "Of this service"),
                        field("cursor", &T::cursor, "Where to go on", json::length(0, 30)),
                        field("limit", &T::limit, "How many", json::range(1, 200)));
}

/// What the facts of a list add up to: those that were taken back, and what takes them back, count nowhere.
struct FactTotals {
    std::int64_t facts = 0;
    std::int64_t minutes = 0;
    std::int64_t people = 0;
    std::int64_t unnamed = 0;
};

constexpr auto describe(json::Type<FactTotals>) {
    using json::field;
    using T = FactTotals;
    return json::object("FactTotals", field("facts", &T::facts, "Facts"), field("minutes", &T::minutes, "Minutes"),
                        field("people", &T::people, "Distinct people"), field("unnamed", &T::unnamed, "Recipients without names"));
}

/// A person or an account has an index in SQL; a range of days is the image's.
inline bool of_range(const FactFilter& filter) { return !filter.person && !filter.mine.value_or(false); }

FactTotals totals(db::Tx& tx, const image::Image& image, const FactFilter& filter);

/// The page of a person's facts, or of the caller's own.
http::Page<Fact> indexed_page(db::Tx& tx, const FactFilter& filter, int limit);

/// Where the facts of a range of days stand, newest first.
std::vector<image::Position> positions_of(db::Tx& tx, const image::Image& image, const FactFilter& filter, std::size_t limit);

}  // namespace ryadom::ledger
