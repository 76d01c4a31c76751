// Every SQL statement of the module stands in store*.cpp.
#pragma once

#include "modules/acts/reckon.hpp"
#include "modules/acts/requests.hpp"

#include <set>

namespace ryadom::acts::store {

// ---- What months are made of, read of other modules ----

/// Hundredths of a unit by ledger position.
std::unordered_map<ledger::image::Position, int> quantities(db::Tx& tx, const std::vector<ledger::image::Position>& positions);
/// What stands of a person in the ledger at a home provider.
std::vector<DeliveredFact> facts_of_person(db::Tx& tx, Number<network::Organisation> organisation, Number<people::Person> person, const Period& days);
std::vector<Assessed> assessments_of(db::Tx& tx, std::int64_t person);
std::int64_t last_assessment(db::Tx& tx);
/// Everybody who was ever merged into somebody, and whom they were merged into, also where that was undone: few.
std::set<std::int64_t> ever_merged(db::Tx& tx);
/// Of whom an assessment was recorded after that one which is in effect by the day.
std::set<std::int64_t> assessed_since(db::Tx& tx, std::int64_t assessment, Date day);
/// Tariffs and the free package, as far as they hold on one of the days.
std::vector<payment::Norm> norms_of(db::Tx& tx, const Period& days);

// ---- Closed months ----

struct ClosingRow {
    std::int64_t number = 0;
    Id<Closing> id;
    Number<network::Organisation> organisation;
    ledger::image::Position position = 0;
    std::int64_t assessment = 0;
    std::string prices;
    Month month;
};
std::optional<ClosingRow> find(db::Tx& tx, const Id<Closing>& id);
std::optional<ClosingRow> last_closing(db::Tx& tx, Number<network::Organisation> organisation);
/// The newest first.
std::vector<ClosingRow> closings(db::Tx& tx, Number<network::Organisation> organisation);
struct NewClosing {
    Id<Closing> id;
    Totals totals;
    int corrections = 0;
    std::int64_t correction_kopecks = 0;
    std::string sha256;
    std::optional<std::string> accepted;
    Date closed_on;
};
std::int64_t insert(db::Tx& tx, const Reckoned& reckoned, const NewClosing& closing);

struct StoredAct {
    std::int64_t serial = 0;
    std::int64_t person = 0;
    ActContent content;
    std::string json;
    std::string sha256;
};
void insert(db::Tx& tx, std::int64_t closing, const Reckoned& reckoned, const std::vector<StoredAct>& acts);
struct StoredCorrection {
    std::int64_t serial = 0;
    std::int64_t person = 0;
    CorrectionContent content;
    std::string json;
    std::string sha256;
};
void insert(db::Tx& tx, std::int64_t closing, const Reckoned& reckoned, const std::vector<StoredCorrection>& corrections);
/// The last numbers given at the centre in a year.
std::int64_t last_act_serial(db::Tx& tx, Number<network::Organisation> organisation, int year);
std::int64_t last_correction_serial(db::Tx& tx, Number<network::Organisation> organisation, int year);

/// What was reported of a person's month up to now, and the number of the act.
struct Reported {
    Bill bill;
    std::optional<std::string> act;
};
Reported reported(db::Tx& tx, Number<network::Organisation> organisation, std::int64_t person, Date month);

// ---- Acts ----

struct ActRow {
    std::int64_t number = 0;
    std::int64_t serial = 0;
    std::int64_t closing = 0;
    Number<network::Organisation> organisation;
    ActView view;
};
std::optional<ActRow> find(db::Tx& tx, const Id<Act>& id);
/// Those after a number, in the order of their numbers.
std::vector<ActRow> acts_after(db::Tx& tx, std::int64_t closing, std::int64_t serial, int limit);
struct SummaryRow {
    std::int64_t serial = 0;
    ActSummary summary;
};
std::vector<SummaryRow> summaries(db::Tx& tx, std::int64_t closing, const ActsQuery& query, std::int64_t after, int limit);
/// How many of its acts are signed or refused.
void count_standings(db::Tx& tx, std::int64_t closing, Month& month);
struct CorrectionRow {
    std::int64_t serial = 0;
    CorrectionView view;
};
std::vector<CorrectionRow> corrections_after(db::Tx& tx, std::int64_t closing, std::int64_t serial, int limit);
std::optional<CorrectionRow> find(db::Tx& tx, const Id<Correction>& id);
std::vector<CorrectionView> corrections_of(db::Tx& tx, Number<people::Person> person, Number<network::Organisation> organisation, Date about);
/// Of a person, the newest month first, before a month.
std::vector<ActRow> acts_of_person(db::Tx& tx, Number<people::Person> person, Date before, int limit);

void mark(db::Tx& tx, const ActRow& act, const NewMarks& marks);
std::vector<Mark> marks_of(db::Tx& tx, std::int64_t act);
Standing standing_of(const std::vector<Mark>& marks);
void note_file(db::Tx& tx, std::int64_t closing, Number<network::Organisation> organisation, std::optional<std::int64_t> act, const std::string& sha256);

}  // namespace ryadom::acts::store
