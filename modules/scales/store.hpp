#pragma once

#include "modules/scales/model.hpp"

namespace ryadom::scales::store {

struct VersionRow {
    Number<Version> number;
    Number<Scale> scale;
    Id<Scale> id;
    std::string code;
    int version = 1;
    Date valid_from;
    std::string description;
    Instant published_at;
    std::optional<std::string> author;
};
/// Every version of every scale: by code, then in the order of publishing.
std::vector<VersionRow> all_versions(db::Tx& tx);
std::vector<VersionRow> versions_of(db::Tx& tx, const Id<Scale>& id);
std::vector<VersionRow> versions_of_code(db::Tx& tx, std::string_view code);
VersionRow version(db::Tx& tx, Number<Version> number);

Number<Scale> insert_scale(db::Tx& tx, std::string_view code);
void insert_version(db::Tx& tx, Number<Scale> scale, int version, Date valid_from, std::string_view description);

/// One filled scale of a person, with the one before it among the standing ones.
struct Row {
    std::int64_t number = 0;
    Id<FilledScale> id;
    StoredScale filled;  ///< without the answers
    Id<network::Organisation> organisation;
    std::int64_t account = 0;
    std::optional<std::string> author;
    bool corrected = false;
    int times = 1;
    std::optional<std::int64_t> previous;
    std::optional<Date> previous_on;
    std::optional<std::int64_t> previous_account;
};
std::optional<Row> find(db::Tx& tx, const Id<FilledScale>& id);

/// Standing ones of a person, the newest day first.
struct Wanted {
    std::int64_t scale = 0;  ///< 0: of all scales
    bool latest = false;     ///< the last of each scale only
    Date before_day{};       ///< below this day, or on it below the number
    std::int64_t before_number = 0;
    int limit = 50;
};
std::vector<Row> of_person(db::Tx& tx, Number<people::Person> person, const Wanted& wanted);

std::vector<forms::Result> results_of(db::Tx& tx, std::int64_t filled);
forms::Answers answers_of(db::Tx& tx, std::int64_t filled);
/// Whether the account has filled this scale for the person.
bool has_filled(db::Tx& tx, std::int64_t person, Number<Scale> scale, std::int64_t account);

}  // namespace ryadom::scales::store
