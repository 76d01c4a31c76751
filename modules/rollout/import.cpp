#include "modules/rollout/import.hpp"

#include "modules/rollout/say.hpp"
#include "platform/audit/audit.hpp"
#include "platform/csv/csv.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace ryadom::rollout {
namespace {

enum class Column { organisation, practice, order_number, order_date, order_title, deadline, wave, opened_on, opening_order };

struct Heading {
    Column column;
    std::string_view code;
    std::string_view russian;
};
constexpr std::array headings{Heading{Column::organisation, "organisation", "код учреждения"},
                              Heading{Column::practice, "practice", "код практики"},
                              Heading{Column::order_number, "order_number", "номер приказа"},
                              Heading{Column::order_date, "order_date", "дата приказа"},
                              Heading{Column::order_title, "order_title", "название приказа"},
                              Heading{Column::deadline, "deadline", "срок"},
                              Heading{Column::wave, "wave", "волна"},
                              Heading{Column::opened_on, "opened_on", "открыто"},
                              Heading{Column::opening_order, "opening_order", "приказ об открытии"}};

std::string_view code_of(Column column) {
    return std::ranges::find(headings, column, &Heading::column)->code;
}

constexpr std::size_t most_rows = 1000;  ///< in one go: a write is short

class TableReader {
  public:
    explicit TableReader(std::string text) : text_(std::move(text)), reader_(text_) {}

    ImportTable read() {
        if (!read_head()) return std::move(table_);
        while (true) {
            auto record = reader_.next();
            if (!record) return fault(record.error());
            if (!*record) break;
            if (table_.rows.size() == most_rows) {
                error((*record)->line, "", "rollout.import.too_many", {{"most", std::to_string(most_rows)}});
                break;
            }
            table_.rows.push_back(row(**record));
        }
        return std::move(table_);
    }

  private:
    void error(std::size_t line, std::string_view column, std::string code, Arguments arguments = {}) {
        table_.errors.push_back({line, std::string(column), std::move(code), std::move(arguments)});
    }
    ImportTable fault(const csv::Fault& found) {
        error(found.line, "", found.code, found.arguments());
        return std::move(table_);
    }

    bool read_head() {
        auto head = reader_.next();
        if (!head) return fault(head.error()), false;
        if (!*head) return error(1, "", "rollout.import.empty"), false;
        for (const auto& field : (*head)->fields) {
            const auto word = i18n::fold(field);
            const auto known = std::ranges::find_if(headings, [&](const Heading& each) { return i18n::fold(each.code) == word || i18n::fold(each.russian) == word; });
            if (known == headings.end()) error((*head)->line, field, "rollout.import.unknown_column");
            columns_.push_back(known == headings.end() ? std::nullopt : std::optional(known->column));
        }
        for (const auto wanted : {Column::organisation, Column::practice})
            if (std::ranges::find(columns_, std::optional(wanted)) == columns_.end()) error((*head)->line, code_of(wanted), "rollout.import.column_missing");
        return table_.errors.empty();
    }

    std::optional<Date> day(std::size_t line, Column column, const std::string& text) {
        const auto read = parse_written_date(text);
        if (!read) error(line, code_of(column), "rollout.import.no_date", {{"value", text.substr(0, 40)}});
        return read;
    }

    void take(ImportRow& row, Column column, const std::string& text) {
        switch (column) {
            case Column::organisation: row.organisation = text; return;
            case Column::practice: row.practice = text; return;
            case Column::order_number: row.order_number = text; return;
            case Column::order_date: row.order_date = day(row.line, column, text); return;
            case Column::order_title: row.order_title = text; return;
            case Column::deadline: row.deadline = day(row.line, column, text); return;
            case Column::wave: {
                const auto end = std::from_chars(text.data(), text.data() + text.size(), row.wave);
                if (end.ptr != text.data() + text.size() || row.wave < 1 || row.wave > 100) error(row.line, code_of(column), "rollout.import.no_wave");
                return;
            }
            case Column::opened_on: row.opened_on = day(row.line, column, text); return;
            case Column::opening_order: row.opening_order = text; return;
        }
    }

    ImportRow row(const csv::Record& record) {
        ImportRow out;
        out.line = record.line;
        const auto before = table_.errors.size();
        for (std::size_t i = 0; i < record.fields.size() && i < columns_.size(); ++i) {
            const auto text = std::string(csv::plain(record.fields[i]));
            if (columns_[i] && !text.empty()) take(out, *columns_[i], text);
        }
        if (table_.errors.size() == before) check(out);  // what cannot be read is not missing as well
        return out;
    }

    void check(const ImportRow& row) {
        const auto wanted = [&](bool there, Column column) {
            if (!there) error(row.line, code_of(column), "core.required");
        };
        wanted(!row.organisation.empty(), Column::organisation);
        wanted(!row.practice.empty(), Column::practice);
        const bool order = !row.order_number.empty() || row.order_date || row.deadline;
        if (order) {
            wanted(!row.order_number.empty(), Column::order_number);
            wanted(row.order_date.has_value(), Column::order_date);
            wanted(row.deadline.has_value(), Column::deadline);
        }
        if (!order && !row.opened_on) error(row.line, code_of(Column::opened_on), "rollout.import.says_nothing");
    }

    std::string text_;
    csv::Reader reader_;
    std::vector<std::optional<Column>> columns_;
    ImportTable table_;
};

/// Rows resolved against the database.
class Import {
  public:
    Import(db::Tx& tx, const ImportTable& table, Date today) : tx_(tx), table_(table), today_(today) {
        result_.errors = table.errors;
        for (const auto& row : network::all_organisations(tx)) organisations_.emplace(row.organisation.code, row.number);
        for (const auto& row : practices::all_practices(tx)) practices_.emplace(row.code, row.number);
    }

    Imported run(ImportMode mode) {
        for (const auto& row : table_.rows) check(row);
        if (mode == ImportMode::check || !result_.errors.empty()) return count_only();
        for (const auto& row : table_.rows) {
            if (row.order_date) assign(row);
            if (row.opened_on) open(row);
        }
        return std::move(result_);
    }

  private:
    using OrderKey = std::pair<std::string, Date>;

    void error(const ImportRow& row, Column column, std::string code, Arguments arguments = {}) {
        result_.errors.push_back({row.line, std::string(code_of(column)), std::move(code), std::move(arguments)});
    }

    void check(const ImportRow& row) {
        if (!row.organisation.empty() && !organisations_.contains(row.organisation))
            error(row, Column::organisation, "rollout.import.unknown_organisation", {{"code", row.organisation}});
        if (!row.practice.empty() && !practices_.contains(row.practice))
            error(row, Column::practice, "rollout.import.unknown_practice", {{"code", row.practice}});
        if (row.order_date && *row.order_date > today_) error(row, Column::order_date, "rollout.future_day");
        if (row.order_date && row.deadline && *row.deadline < *row.order_date)
            error(row, Column::deadline, "rollout.deadline_before_order", {{"day", written(*row.order_date)}});
        if (row.order_date) check_number(row);
        if (row.opened_on && *row.opened_on > today_) error(row, Column::opened_on, "rollout.future_day");
        if (row.order_date && !seen_.insert({row.order_number, *row.order_date, row.organisation, row.practice}).second)
            error(row, Column::organisation, "rollout.import.twice");
    }

    /// The order itself may stand already; another one of that number and year may not, here or in the file.
    void check_number(const ImportRow& row) {
        const auto [known, first] = days_.try_emplace({row.order_number, parts(*row.order_date).year}, *row.order_date);
        auto other = known->second != *row.order_date ? std::optional(known->second) : std::nullopt;
        if (first) {
            const auto standing = store::find_signed_campaign(tx_, row.order_number, *row.order_date);
            other = store::same_number(tx_, row.order_number, *row.order_date, standing ? standing->campaign.id : Id<Campaign>{});
        }
        if (other) error(row, Column::order_number, "rollout.number_taken", {{"day", written(*other)}});
    }

    Imported count_only() {
        if (!result_.errors.empty()) return std::move(result_);
        std::set<OrderKey> orders;
        for (const auto& row : table_.rows) {
            if (row.order_date) {
                orders.emplace(row.order_number, *row.order_date);
                ++result_.assignments;
            }
            if (row.opened_on && !opened_already(tx_, organisations_.at(row.organisation), opening(row))) ++result_.openings;
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
        const auto organisation = organisations_.at(row.organisation);
        const auto practice = practices_.at(row.practice);
        if (!standing_.emplace(number.value, organisation.value, practice.value).second) return;
        Assignment said;
        said.wave = row.wave;
        said.deadline = *row.deadline;
        const auto assignment = store::put_assignment(tx_, number, organisation, practice, said);
        store::change_assignment(tx_, assignment, ChangeKind::signed_, today_at(tx_, organisation), said.deadline, said.deadline, "");
        store::pulse(tx_, organisation);
        ++result_.assignments;
    }

    Opening opening(const ImportRow& row) const { return {practices_.at(row.practice), *row.opened_on, row.opening_order}; }

    void open(const ImportRow& row) {
        const auto organisation = organisations_.at(row.organisation);
        if (opened_already(tx_, organisation, opening(row))) return;
        open_running(tx_, organisation, opening(row));
        ++result_.openings;
    }

    db::Tx& tx_;
    const ImportTable& table_;
    Date today_;
    Imported result_;
    std::map<std::string, store::Centre> organisations_;
    std::map<std::string, Number<practices::Practice>> practices_;
    std::map<OrderKey, Number<Campaign>> campaigns_;
    std::map<std::pair<std::string, int>, Date> days_;  ///< of the orders of the file, by number and year
    std::set<std::tuple<std::string, Date, std::string, std::string>> seen_;
    std::set<std::tuple<std::int64_t, std::int64_t, std::int64_t>> standing_;
};

}  // namespace

ImportTable read_table(std::string_view bytes) {
    auto text = csv::to_utf8(bytes);
    if (!text) return {{}, {{text.error().line, "", text.error().code, text.error().arguments()}}};
    return TableReader(std::move(*text)).read();
}

Imported import_rows(db::Tx& tx, const ImportTable& table, ImportMode mode, Date today) { return Import(tx, table, today).run(mode); }

}  // namespace ryadom::rollout
