#include "modules/rollout/import.hpp"

#include "modules/rollout/say.hpp"
#include "platform/audit/audit.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace ryadom::rollout {
namespace {

constexpr std::array columns{csv::Column{"organisation", "rollout.import.column.organisation", csv::Need::always},
                             csv::Column{"practice", "rollout.import.column.practice", csv::Need::always},
                             csv::Column{"order_number", "rollout.import.column.order_number"},
                             csv::Column{"order_date", "rollout.import.column.order_date"},
                             csv::Column{"order_title", "rollout.import.column.order_title"},
                             csv::Column{"deadline", "rollout.import.column.deadline"},
                             csv::Column{"wave", "rollout.import.column.wave"},
                             csv::Column{"opened_on", "rollout.import.column.opened_on"},
                             csv::Column{"opening_order", "rollout.import.column.opening_order"}};

consteval const csv::Column& column(std::string_view name) { return *csv::find_column(columns, name); }

constexpr std::size_t most_rows = 1000;  ///< in one go: a write is short

/// What a row says; of one without faults, all that it needs is there.
struct ImportRow {
    std::optional<store::Centre> organisation;
    std::optional<Number<practices::Practice>> practice;
    std::string order_number;
    std::optional<Date> order_date;
    std::string order_title;
    std::optional<Date> deadline;
    int wave = 1;
    std::optional<Date> opened_on;
    std::string opening_order;
};

/// Rows resolved against the database.
class Import {
  public:
    Import(db::Tx& tx, const csv::Table& table, Date today) : tx_(tx), table_(table), today_(today) {
        for (const auto& row : network::all_organisations(tx)) {
            organisations_.add_code(row.organisation.code, row.number);
            organisations_.add_title(row.organisation.short_title, row.number);
        }
        for (const auto& row : practices::all_practices(tx)) {
            practices_.add_code(row.code, row.number);
            for (const auto& [language, title] : row.titles) practices_.add_title(title, row.number);
        }
    }

    Imported run(ImportMode mode) {
        for (const auto& record : table_.rows) take(record);
        if (!result_.sound()) return std::move(result_);
        if (mode == ImportMode::check) return count_only();
        for (const auto& row : rows_) {
            if (row.order_date) assign(row);
            if (row.opened_on) open(row);
        }
        return std::move(result_);
    }

  private:
    using OrderKey = std::pair<std::string, Date>;

    void take(const csv::Record& record) {
        csv::Faults faults;
        csv::Row cells(record, table_.head, today_, faults);
        auto row = read(cells);
        require(record, cells);
        check(row, cells);
        result_.rows.push_back({record, std::move(faults)});
        rows_.push_back(std::move(row));
    }

    ImportRow read(csv::Row& cells) const {
        ImportRow row;
        row.organisation = cells.named(column("organisation"), organisations_, "rollout.import.unknown_organisation");
        row.practice = cells.named(column("practice"), practices_, "rollout.import.unknown_practice");
        row.order_number = cells.text(column("order_number"), 60).value_or("");
        row.order_date = cells.day(column("order_date"));
        row.order_title = cells.text(column("order_title"), 300).value_or("");
        row.deadline = cells.day(column("deadline"));
        row.wave = cells.whole(column("wave"), json::range(1, 100)).value_or(1);
        row.opened_on = cells.day(column("opened_on"));
        row.opening_order = cells.text(column("opening_order"), 300).value_or("");
        return row;
    }

    /// What cannot be read is not missing as well.
    void require(const csv::Record& record, csv::Row& cells) const {
        const auto there = [&](std::string_view name) { return !table_.head.cell(record, name).empty(); };
        const bool order = there("order_number") || there("order_date") || there("deadline");
        for (const auto* needed : {&column("order_number"), &column("order_date"), &column("deadline")})
            if (order && !there(needed->name)) cells.fault(*needed, "core.required");
        if (!order && !there("opened_on")) cells.fault(column("opened_on"), "rollout.import.says_nothing");
    }

    void check(const ImportRow& row, csv::Row& cells) {
        if (row.order_date && *row.order_date > today_) cells.fault(column("order_date"), "rollout.future_day");
        if (row.order_date && row.deadline && *row.deadline < *row.order_date)
            cells.fault(column("deadline"), "rollout.deadline_before_order", {{"day", written(*row.order_date)}});
        if (row.order_date) check_number(row, cells);
        if (row.opened_on && *row.opened_on > today_) cells.fault(column("opened_on"), "rollout.future_day");
        if (row.order_date && row.organisation && row.practice && !seen_.insert({row.order_number, *row.order_date, *row.organisation, *row.practice}).second)
            cells.fault(column("organisation"), "rollout.import.twice");
    }

    /// The order itself may stand already; another one of that number and year may not, here or in the file.
    void check_number(const ImportRow& row, csv::Row& cells) {
        const auto [known, first] = days_.try_emplace({row.order_number, parts(*row.order_date).year}, *row.order_date);
        auto other = known->second != *row.order_date ? std::optional(known->second) : std::nullopt;
        if (first) {
            const auto standing = store::find_signed_campaign(tx_, row.order_number, *row.order_date);
            other = store::same_number(tx_, row.order_number, *row.order_date, standing ? standing->campaign.id : Id<Campaign>{});
        }
        if (other) cells.fault(column("order_number"), "rollout.number_taken", {{"day", written(*other)}});
    }

    Imported count_only() {
        std::set<OrderKey> orders;
        for (const auto& row : rows_) {
            if (row.order_date) {
                orders.emplace(row.order_number, *row.order_date);
                ++result_.assignments;
            }
            if (row.opened_on && !opened_already(tx_, *row.organisation, opening(row))) ++result_.openings;
        }
        for (const auto& [number, day] : orders)
            if (!store::find_signed_campaign(tx_, number, day)) ++result_.campaigns;
        return std::move(result_);
    }

    /// The signed order of that number and day; made when there is none yet.
    Number<Campaign> campaign(const ImportRow& row) {
        const OrderKey key{row.order_number, *row.order_date};
        const auto known = campaigns_.find(key);
        if (known != campaigns_.end()) return known->second;
        auto found = store::find_signed_campaign(tx_, row.order_number, *row.order_date);
        if (!found) {
            Campaign made;
            made.number = row.order_number;
            made.signed_on = row.order_date;
            made.title = row.order_title.empty() ? row.order_number : row.order_title;
            found = store::insert_campaign(tx_, made);
            store::sign_campaign(tx_, found->number, *row.order_date);
            audit::record(tx_, "rollout.campaign_imported", found->campaign.id);
            ++result_.campaigns;
        }
        for (const auto& each : store::assignments_of(tx_, found->number)) standing_.emplace(found->number.value, each.organisation.value, each.practice.value);
        return campaigns_.emplace(key, found->number).first->second;
    }

    /// What the order assigned already stays as it is: a file may be loaded twice.
    void assign(const ImportRow& row) {
        const auto number = campaign(row);
        const auto organisation = *row.organisation;
        if (!standing_.emplace(number.value, organisation.value, row.practice->value).second) return;
        Assignment said;
        said.wave = row.wave;
        said.deadline = *row.deadline;
        const auto assignment = store::put_assignment(tx_, number, organisation, *row.practice, said);
        store::change_assignment(tx_, assignment, ChangeKind::signed_, today_at(tx_, organisation), said.deadline, said.deadline, "");
        store::pulse(tx_, organisation);
        ++result_.assignments;
    }

    Opening opening(const ImportRow& row) const { return {*row.practice, *row.opened_on, row.opening_order}; }

    void open(const ImportRow& row) {
        if (opened_already(tx_, *row.organisation, opening(row))) return;
        open_running(tx_, *row.organisation, opening(row));
        ++result_.openings;
    }

    db::Tx& tx_;
    const csv::Table& table_;
    Date today_;
    std::vector<ImportRow> rows_;
    Imported result_;
    csv::Names<store::Centre> organisations_;
    csv::Names<Number<practices::Practice>> practices_;
    std::map<OrderKey, Number<Campaign>> campaigns_;
    std::map<std::pair<std::string, int>, Date> days_;  ///< of the orders of the file, by number and year
    std::set<std::tuple<std::string, Date, store::Centre, Number<practices::Practice>>> seen_;
    std::set<std::tuple<std::int64_t, std::int64_t, std::int64_t>> standing_;
};

}  // namespace

Checked<csv::Table> read_table(std::string_view bytes, const i18n::Voice& voice) {
    return csv::read_table(bytes, csv::columns_in(columns), voice, most_rows);
}

Imported import_rows(db::Tx& tx, const csv::Table& table, ImportMode mode, Date today) { return Import(tx, table, today).run(mode); }

}  // namespace ryadom::rollout
