// What others may ask of the standards: which of them bind on a day, and who is excused.
#pragma once

#include "modules/catalogue/catalogue.hpp"
#include "modules/practices/practices.hpp"
#include "modules/standards/content.hpp"
#include "platform/db/transaction.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ryadom::standards {

struct Standard;
struct Version;

/// A version that binds, with its text. It belongs to a practice or to a listed service, never to both.
struct InForce {
    Number<Standard> standard;
    Number<Version> version;
    Id<Version> id;
    std::string code;
    int ordinal = 1;
    std::optional<Number<practices::Practice>> practice;
    std::optional<Number<catalogue::Service>> service;
    Date since;
    std::shared_ptr<const Content> content;
};

/// Whether a statement of the kind can be judged for a listed service, which has no package and so no forms, rooms or programme
/// lines to measure by.
bool fits_service(practices::StatementKind kind);

/// Versions in force on `day` as recorded by the end of `as_of`, by standard.
std::vector<InForce> in_force(db::Tx& tx, Date day, Date as_of);

/// The text of a version that was approved, which never changes.
std::shared_ptr<const Content> text_of(db::Tx& tx, Number<Version> version);

/// What a centre need not meet for a time.
struct Waiver {
    Number<Standard> standard;
    std::int64_t organisation = 0;
    std::string statement;  ///< empty: all
    Date from;
    Date until;  ///< the last day
    std::string reason;
};

/// Waivers that hold on `day` as recorded by the end of `as_of`.
std::vector<Waiver> waivers(db::Tx& tx, Date day, Date as_of);

}  // namespace ryadom::standards
