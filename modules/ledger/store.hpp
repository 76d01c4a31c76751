// Every SQL statement about facts stands in store*.cpp; those of the imports in import_store.cpp.
#pragma once

#include "modules/ledger/ledger.hpp"

#include <memory_resource>
#include <span>
#include <vector>

namespace ryadom::ledger::store {

/// What a reversal needs of the fact.
struct FactRow {
    Number<Fact> number;
    StoredFact fact;
    bool reversed = false;
};
/// As ledger::add_group, on another day than today.
std::int64_t add_group(db::Tx& tx, Number<network::Organisation> home, Number<network::Organisation> performer, Instant at);

/// Facts in the form in which they are bound, made by any thread before the one that writes. They refer to the facts, and are not moved.
class Prepared {
  public:
    explicit Prepared(std::span<const StoredFact> facts);
    Prepared(const Prepared&) = delete;
    Prepared& operator=(const Prepared&) = delete;
    ~Prepared() = default;
    /// What is known only while they are written.
    void set_group(std::size_t place, std::int64_t group);
    void set_reverses(std::size_t place, std::int64_t fact);

  private:
    friend std::vector<std::int64_t> append(db::Tx& tx, const Prepared& facts, std::size_t from, std::size_t to);

    static constexpr std::size_t width = 23;
    static constexpr std::size_t group_column = 8;
    static constexpr std::size_t reverses_column = 20;
    db::Parameter kept(db::Parameter value);

    std::pmr::monotonic_buffer_resource texts_;
    std::vector<db::Parameter> values_;
};
/// As ledger::append, the facts from one place up to another at once; their numbers, in their order.
std::vector<std::int64_t> append(db::Tx& tx, const Prepared& facts, std::size_t from, std::size_t to);
std::optional<FactRow> find_row(db::Tx& tx, const Id<Fact>& id);

std::optional<Fact> find_fact(db::Tx& tx, const Id<Fact>& id);

/// What is wanted of the facts of a person or of an account.
struct Choice {
    std::optional<Date> first;
    std::optional<Date> last;
    std::optional<std::int64_t> service;
    std::optional<std::int64_t> practice;
    std::optional<std::int64_t> account;      ///< that entered it
    std::vector<std::int64_t> organisations;  ///< home provider or performer is among them; empty: any
};
struct Window : Choice {
    std::int64_t before = 0;  ///< the last number of the page before
    int limit = 50;
};
/// A fact and its number, which is the cursor.
struct Listed {
    std::int64_t place;
    Fact fact;
};
/// Newest first.
std::vector<Listed> facts_of_person(db::Tx& tx, std::int64_t person, const Window& window);
std::vector<Listed> facts_of_account(db::Tx& tx, std::int64_t account, const Window& window);
/// Of those that were not taken back.
image::Count totals_of_person(db::Tx& tx, std::int64_t person, const Choice& choice);
image::Count totals_of_account(db::Tx& tx, std::int64_t account, const Choice& choice);
/// Those within the caller's scope, in the order of `positions`.
std::vector<Listed> facts_at(db::Tx& tx, const std::vector<image::Position>& positions);

struct Worker {
    std::int64_t number = 0;
    Id<network::StaffMember> id;
    std::int64_t organisation = 0;
    std::string name;
    std::string position;
    Date hired_on;
    std::optional<Date> left_on;
};
std::optional<Worker> find_worker(db::Tx& tx, const Id<network::StaffMember>& id);
std::optional<Worker> find_worker(db::Tx& tx, Number<network::StaffMember> number);
/// Those who work there on the day, by name.
std::vector<Worker> workers_of(db::Tx& tx, std::int64_t organisation, Date day);

/// The newest fact with an external number.
struct Numbered {
    Number<Fact> number;
    std::int64_t replaces = 0;
    std::optional<std::int64_t> person;
    std::int64_t service = 0;
    Date performed_on;
    bool reversed = false;
};
std::optional<Numbered> find_numbered(db::Tx& tx, std::int64_t home, std::string_view source, std::string_view external_id);
/// A person served by the organisation, by the folded parts of the name and the day of birth.
std::vector<Id<people::Person>> namesakes(db::Tx& tx, std::int64_t organisation, const people::Person& person);

/// Ledger order: what the image reads.
std::vector<image::Fact> rows_after(db::Tx& tx, image::Position position, int limit);
/// Merges in their order, without the first `seen`.
std::vector<image::Merge> merges_after(db::Tx& tx, std::size_t seen);
/// How many merges were committed, also those that have no position yet.
std::size_t merges_so_far(db::Tx& tx);
void insert_merge(db::Tx& tx, std::int64_t person, std::int64_t survivor, Date recorded_on);
/// The id of the fact at a position; nothing when there is none.
std::optional<Uuid> fact_at(db::Tx& tx, image::Position position);
image::Position last_position(db::Tx& tx);
/// Of the row with the largest number; nothing while it has none (PostgreSQL), 0 without any row.
std::optional<image::Position> position_of_newest(db::Tx& tx);
/// Committed rows that have no position yet (PostgreSQL).
std::vector<std::int64_t> rows_without_position(db::Tx& tx);
bool has_position(db::Tx& tx, std::int64_t number);

}  // namespace ryadom::ledger::store
