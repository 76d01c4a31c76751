// Every SQL statement of the module stands in store*.cpp. Days of a centre are handed in; the instant is the transaction's.
#pragma once

#include "modules/rollout/records.hpp"
#include "platform/http/call.hpp"

namespace ryadom::rollout::store {

using Centre = Number<network::Organisation>;

// ---- Orders (store_campaigns.cpp)

struct CampaignRow {
    Number<Campaign> number;
    Campaign campaign;
};
enum class Drafts { hidden, shown };
std::optional<CampaignRow> find_campaign(db::Tx& tx, const Id<Campaign>& id);
std::optional<CampaignRow> find_signed_campaign(db::Tx& tx, std::string_view order_number, Date signed_on);
/// The day of another order, drafted or signed, that has this number in the year of the day.
std::optional<Date> same_number(db::Tx& tx, std::string_view order_number, Date day, const Id<Campaign>& own);
/// Newest first; `before` is the number that the page before ended with.
std::vector<CampaignRow> campaigns(db::Tx& tx, Drafts drafts, std::int64_t before, int limit);
CampaignRow insert_campaign(db::Tx& tx, Campaign campaign);
std::int64_t update_campaign(db::Tx& tx, const Campaign& campaign);
std::int64_t remove_campaign(db::Tx& tx, const CampaignRow& row);
void sign_campaign(db::Tx& tx, Number<Campaign> campaign, Date signed_on);

struct AssignmentRow {
    Number<Assignment> number;
    Number<Campaign> campaign;
    CampaignState state = CampaignState::draft;
    std::optional<Date> signed_on;
    Centre organisation;
    Number<practices::Practice> practice;
    Assignment assignment;  ///< its practice id is filled in by whoever shows it
};
std::vector<AssignmentRow> assignments_of(db::Tx& tx, Number<Campaign> campaign);
std::optional<AssignmentRow> find_assignment(db::Tx& tx, const Id<Assignment>& id);
/// Adds the assignment to a draft, or gives the one that stands there the same wave, deadline and target.
Number<Assignment> put_assignment(db::Tx& tx, Number<Campaign> campaign, Centre organisation, Number<practices::Practice> practice,
                                  const Assignment& assignment);
void remove_assignment(db::Tx& tx, Number<Assignment> assignment);
/// Notes the change, and makes the assignment say what it says.
void change_assignment(db::Tx& tx, Number<Assignment> assignment, ChangeKind kind, Date day, Date deadline_before, Date deadline,
                       std::string_view reason);
std::vector<AssignmentChange> changes_of(db::Tx& tx, Number<Assignment> assignment);

// ---- Adoptions (store_adoptions.cpp)

struct AdoptionRow {
    Number<Adoption> number;
    Id<Adoption> id;
    Centre organisation;
    Number<practices::Practice> practice;
    Number<practices::Version> version;
    Date recorded_on;
    Date chosen_on;
    std::optional<Date> confirmed_on;
    std::optional<Date> opened_on;
    std::optional<Date> opening_recorded_on;
    std::string opening_order;
    std::optional<Date> stopped_on;  ///< by a stop that still stands
    std::string stop_reason;
    std::int64_t revision = 1;
};
struct Version {
    Number<Adoption> adoption;
    Number<practices::Version> version;
    Date chosen_on;
};
std::optional<AdoptionRow> find_adoption(db::Tx& tx, const Id<Adoption>& id);
std::optional<AdoptionRow> find_adoption(db::Tx& tx, Centre organisation, Number<practices::Practice> practice);
/// In the order in which they were chosen, which is their priority.
std::vector<AdoptionRow> adoptions_of(db::Tx& tx, Centre organisation);
std::vector<AdoptionRow> all_adoptions(db::Tx& tx);
/// A version that an organisation's adoption had at some time, with what the adoption itself says.
struct AdoptedVersion {
    Number<practices::Practice> practice;
    Number<practices::Version> version;
    Date version_chosen_on;
    Date chosen_on;
    std::optional<Date> opened_on;
    std::optional<Date> stopped_on;
};
/// By adoption, the versions of each in the order in which they were chosen.
std::vector<AdoptedVersion> adopted_versions(db::Tx& tx, Centre organisation);
AdoptionRow insert_adoption(db::Tx& tx, AdoptionRow row);
void confirm_adoption(db::Tx& tx, Number<Adoption> adoption, Date day);
void open_adoption(db::Tx& tx, Number<Adoption> adoption, Date opened_on, Date recorded_on, std::string_view order);
void change_version(db::Tx& tx, Number<Adoption> adoption, Number<practices::Version> version, Date day);
void stop_adoption(db::Tx& tx, Number<Adoption> adoption, Date day, std::string_view reason);
void resume_adoption(db::Tx& tx, Number<Adoption> adoption, Date day);

std::vector<Adaptation> adaptations_of(db::Tx& tx, Number<Adoption> adoption);
/// Zero rows: another revision of the adoption stands by now.
std::int64_t write_adaptations(db::Tx& tx, const AdoptionRow& row, const std::vector<Adaptation>& items, std::int64_t revision);

/// Marks the cells of the organisation as changed.
void pulse(db::Tx& tx, Centre organisation);
void note_recheck(db::Tx& tx, Centre organisation, Date day);
struct Recheck {
    std::int64_t number;
    Centre organisation;
    Date day;
};
/// The next ones in their order; `after` is the number of the last one that was looked at.
std::vector<Recheck> rechecks(db::Tx& tx, std::int64_t after);
std::int64_t remove_recheck(db::Tx& tx, std::int64_t number);

// ---- The plan (store_plan.cpp)

struct LineRow {
    Number<Line> number;
    Number<Adoption> adoption;
    Centre organisation;
    Line line;
};
std::vector<LineRow> lines_of(db::Tx& tx, Number<Adoption> adoption);
/// Of all adoptions of the organisation, by adoption and number.
std::vector<LineRow> lines_of_organisation(db::Tx& tx, Centre organisation);
std::optional<LineRow> find_line(db::Tx& tx, const Id<Line>& id);
Id<Line> insert_line(db::Tx& tx, Number<Adoption> adoption, Centre organisation, const Line& line);
std::int64_t change_line(db::Tx& tx, const LineRow& row, const LineRequest& request, Date day, std::int64_t revision);
/// The file that shows that an open line is done; its content lies under the hash.
std::int64_t set_proof(db::Tx& tx, Number<Line> line, std::string_view sha, std::string_view name);
void close_line(db::Tx& tx, const LineRow& row, Date day, std::string_view note);

// ---- Everything at once, for the matrix (store_board.cpp)

struct Tracked {
    Number<Adoption> adoption;
    PlanLine line;
};
struct Stop {
    Number<Adoption> adoption;
    Date stopped_on;
    std::string reason;
    std::optional<Date> resumed_on;
};
struct Move {
    std::int64_t line;
    Date moved_on;
    Date due_before;
};
struct Order {
    Number<Assignment> number;
    Id<Assignment> id;
    Centre organisation;
    Number<practices::Practice> practice;
    Stage target;
    int wave;
    Id<Campaign> campaign;
    std::string order_number;
    Date signed_on;
};
struct OrderChange {
    Number<Assignment> assignment;
    ChangeKind kind;
    Date changed_on;
    Date deadline;
};
/// All that stages are made of, as it was recorded. Read with the scope of the system.
struct Everything {
    std::vector<AdoptionRow> adoptions;
    std::vector<Version> versions;
    std::vector<Stop> stops;
    std::vector<std::pair<std::int64_t, Tracked>> lines;  ///< by line number, ascending
    std::vector<Move> moves;                              ///< by line, then newest first
    std::vector<Order> orders;                            ///< of signed campaigns, by day of the order
    std::vector<OrderChange> changes;                     ///< by assignment, in their order
};
Everything everything(db::Tx& tx);
/// Differs whenever `everything` does, or what the network says of organisations.
std::string pulse_of_all(db::Tx& tx);

/// Positions of the staff of an organisation and of all below it, where the caller may see them.
std::map<Uuid, std::string> positions_of_staff(db::Tx& tx, Centre organisation);

}  // namespace ryadom::rollout::store
