// From a row of a table to a fact: what it names by code, number or name is looked up.
#pragma once

#include "modules/ledger/entry.hpp"
#include "modules/ledger/import_rows.hpp"

namespace ryadom::ledger {

/// What the whole file shares.
struct ImportFile {
    std::int64_t organisation = 0;  ///< home provider of rows that name none
    std::string source;
};

enum class RowOutcome { add, repeated };

struct RowDecision {
    RowOutcome outcome = RowOutcome::add;
    Decision decision;
};

/// Services by the titles that screens show, in any of the languages. Read once for many rows, and only if a row needs it.
class ServiceTitles {
  public:
    /// Those of that title that are in force on the day.
    std::vector<Id<catalogue::Service>> find(db::Tx& tx, std::string_view title, Date day);

  private:
    std::optional<std::multimap<std::string, catalogue::Service>> services_;
};

/// The code of a row whose person is probably served elsewhere.
inline constexpr const char* perhaps_elsewhere = "ledger.perhaps_elsewhere";

/// The person of a row as the register would take it, where the row says enough; without the district, which is looked up.
std::optional<people::Person> newcomer_of(const ImportRow& row);

/// Looks up and decides one row; a refusal becomes faults at its columns. Writes nothing.
std::expected<RowDecision, csv::Faults> decide_row(Desk& desk, ServiceTitles& titles, const ImportFile& file, const ImportRow& row);

}  // namespace ryadom::ledger
