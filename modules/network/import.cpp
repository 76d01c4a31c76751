#include "modules/network/import.hpp"

#include "modules/network/import_cells.hpp"
#include "modules/network/import_things.hpp"
#include "modules/network/rules.hpp"
#include "platform/audit/audit.hpp"

#include <algorithm>
#include <set>

namespace ryadom::network {
namespace {

using csv::Faults;

template <class Thing>
json::Value as_json(const Thing& thing) {
    return std::move(*json::parse(json::to_json(thing)));
}

void put(json::Value& record, std::string_view name, const json::Value* value) {
    if (value) record.set(name, *value);
    else std::erase_if(*record.as<json::Object>(), [&](const json::Member& member) { return member.name == name; });
}

bool equal(const json::Value* left, const json::Value* right) { return left && right ? *left == *right : left == right; }

template <class Thing>
class Import {
  public:
    Import(db::Tx& tx, const ImportFile& file, const ImportOptions& options) : tx_(tx), file_(file), options_(options) {
        for (const auto& row : all_organisations(tx)) {
            remember(row.organisation);
            if (on_top(row.organisation)) tops_.emplace(row.organisation.id, row.organisation.short_title);
            owners_.emplace(row.organisation.code, Owner{row.number, row.organisation.short_title});
        }
        for (const auto& row : all_districts(tx)) {
            districts_.add_code(row.district.code, to_string(row.district.id));
            districts_.add_title(row.district.title, to_string(row.district.id));
        }
        if constexpr (std::is_same_v<Thing, Organisation>) forget_tops_that_go_below();
    }

    Imported run(const Rows& rows, const RegisterChanged& changed) {
        for (const auto* record : rows) take(*record);
        for (const auto owner : touched_) changed(tx_, {owner}, options_.today);
        return std::move(result_);
    }

  private:
    struct Standing {
        Thing thing;
        std::string folded;  ///< title
        bool told = false;   ///< by a row of this file
    };
    struct Owner {
        Number<Organisation> number;
        std::string title;
    };
    /// What one organisation holds; for districts and organisations, all there are.
    struct Holder {
        Number<Organisation> owner;
        std::vector<Standing> things;
        Names departments, rooms;
    };
    /// What a row says of each column; nothing: the cell is empty.
    using Cells = std::vector<std::pair<const Column*, std::optional<json::Value>>>;

    void remember(const Organisation& organisation) {
        organisations_.add_code(organisation.code, to_string(organisation.id));
        parents_[organisation.id] = organisation.parent;
    }

    References references(const Holder& holder) const { return {organisations_, districts_, holder.departments, holder.rooms}; }

    void take(const csv::Record& record) {
        Faults faults;
        if (auto* holder = holder_of(record, faults)) take(record, *holder, faults);
        if (!faults.empty()) result_.wrong.push_back({record, std::move(faults)});
    }

    void take(const csv::Record& record, Holder& holder, Faults& faults) {
        const auto cells = read_cells(record, holder, faults);
        if (!faults.empty()) return;
        auto* standing = find(cells, holder, faults);
        if (!faults.empty()) return;
        auto said = standing ? as_json(standing->thing) : blank_;
        RowChange change{record.line, {}, {}};
        for (const auto& [column, value] : cells) {
            const auto* after = value ? &*value : blank_.find(column->name);
            const auto* before = said.find(column->name);
            if (equal(before, after)) continue;
            change.fields.push_back({column, write_cell(column->form, before, references(holder)), write_cell(column->form, after, references(holder))});
            put(said, column->name, after);
        }
        if (!standing) require_all(faults);
        if (!faults.empty()) return;
        const auto thing = read_thing(said, faults);
        if (!faults.empty()) return;
        change.title = thing.*keeper_.title;
        save(thing, standing, holder, std::move(change));
    }

    /// The owner's register, if it is the caller's to keep.
    Holder* holder_of(const csv::Record& record, Faults& faults) {
        if constexpr (!owned<Thing>) return &load({});
        const auto* const column = &columns_of(file_.table).front();
        const auto code = file_.head.cell(record, column->name);
        if (code.empty() && options_.owner) return &load(*options_.owner);
        const auto found = owners_.find(code);
        if (code.empty()) faults.push_back({column, "core.required", {}});
        else if (found == owners_.end()) faults.push_back({column, "network.import.unknown_organisation", {{"value", shorten(code)}}});
        else if (!tx_.caller().scope.holds(found->second.number.value)) faults.push_back({column, "network.import.not_yours", {{"value", found->second.title}}});
        return faults.empty() ? &load(found->second.number) : nullptr;
    }

    Holder& load(Number<Organisation> owner) {
        const auto [at, fresh] = holders_.emplace(owner.value, Holder{owner, {}, {}, {}});
        auto& holder = at->second;
        if (!fresh) return holder;
        for (auto& thing : keeper_.list(tx_, owner)) holder.things.push_back(standing(std::move(thing), false));
        if constexpr (owned<Thing>) {
            for (const auto& each : store::departments(tx_, owner)) holder.departments.add_title(each.title, to_string(each.id));
            for (const auto& each : store::rooms(tx_, owner)) holder.rooms.add_title(each.title, to_string(each.id));
        }
        return holder;
    }

    Cells read_cells(const csv::Record& record, const Holder& holder, Faults& faults) const {
        Cells cells;
        csv::Row row(record, file_.head, options_.today, faults);
        for (const auto& column : columns_of(file_.table))
            if (file_.head.find(column.name) && !(owned<Thing> && column.name == "organisation"))
                cells.emplace_back(&column, read_cell(row, column, references(holder)));
        return cells;
    }

    /// The thing that the row means: by its number, else by its name.
    Standing* find(const Cells& cells, Holder& holder, Faults& faults) const {
        auto told = blank_;
        for (const auto& [column, value] : cells)
            if (value) told.set(column->name, *value);
        const auto row = json::Reader().read<Thing>(told);
        std::vector<Standing*> same;
        for (auto& each : holder.things)
            if (keeper_.same_number(row, each.thing)) same.push_back(&each);
        const auto folded = i18n::fold(row.*keeper_.title);
        if (same.empty())
            for (auto& each : holder.things)
                if (each.folded == folded && keeper_.same_namesake(row, each.thing, file_.head)) same.push_back(&each);
        if (same.size() > 1) faults.push_back({nullptr, "network.import.several_records", {}});
        else if (!same.empty() && same.front()->told) faults.push_back({nullptr, "network.import.twice", {}});
        return same.empty() ? nullptr : same.front();
    }

    Thing read_thing(const json::Value& said, Faults& faults) const {
        json::Reader reader;
        auto thing = reader.read<Thing>(said);
        auto errors = std::move(reader.errors());
        if (errors.empty())
            if (const auto accepted = acceptable(thing); !accepted) errors = accepted.error().fields;
        if constexpr (std::is_same_v<Thing, Organisation>)
            if (errors.empty()) check_place(thing, errors);
        for (const auto& error : errors) {
            const auto name = std::string_view(error.pointer).substr(1);
            faults.push_back({file_.head.find(name.substr(0, name.find('/'))), error.code, error.arguments});
        }
        return thing;
    }

    /// Rows come in any order: the file may put below another what stands at the top so far.
    void forget_tops_that_go_below() {
        for (const auto& record : file_.rows) {
            if (file_.head.cell(record, "parent").empty()) continue;
            const auto id = organisations_.find(file_.head.cell(record, "code"), "");
            std::erase_if(tops_, [&](const auto& top) { return id && to_string(top.first) == *id; });
        }
    }

    /// One server is one region. A forgotten cell must not make a second one; who means it says so in the form.
    void check_place(const Organisation& organisation, std::vector<FieldError>& errors) const {
        if (stands_below_itself(organisation)) errors.push_back({"/parent", "network.parent_of_itself", {}});
        if (on_top(organisation) && !tops_.empty() && !tops_.contains(organisation.id))
            errors.push_back({"/parent", "network.import.second_top", {{"title", tops_.begin()->second}}});
    }

    bool stands_below_itself(const Organisation& organisation) const {
        auto above = organisation.parent;
        while (above && *above != organisation.id) {
            const auto next = parents_.find(*above);
            above = next == parents_.end() ? std::nullopt : next->second;
        }
        return above && organisation.id != Id<Organisation>{};
    }

    /// Columns that the file lacks and a new record needs.
    void require_all(Faults& faults) const {
        for (const auto& column : columns_of(file_.table))
            if (column.need == csv::Need::added && !file_.head.find(column.name)) faults.push_back({&column, "network.import.new_needs", {}});
    }

    void save(Thing thing, Standing* known, Holder& holder, RowChange change) {
        const bool write = options_.mode == ImportMode::write;
        if (known && change.fields.empty()) {
            ++result_.unchanged;
        } else if (known) {
            if (write) keeper_.update(tx_, thing);
            ++result_.changed;
            result_.changes.push_back(std::move(change));
        } else {
            thing.id = write ? keeper_.insert(tx_, holder.owner, thing) : tx_.make_id<Thing>();
            ++result_.added;
        }
        if (write && !(known && change.fields.empty())) note(thing, known ? "_changed" : "_added", holder);
        if constexpr (std::is_same_v<Thing, Organisation>) {
            remember(thing);
            if (on_top(thing)) tops_.emplace(thing.id, thing.short_title);
        }
        if (known) *known = standing(std::move(thing), true);
        else holder.things.push_back(standing(std::move(thing), true));
    }

    Standing standing(Thing thing, bool told) const {
        auto folded = i18n::fold(thing.*keeper_.title);
        return {std::move(thing), std::move(folded), told};
    }

    void note(const Thing& thing, const char* what, const Holder& holder) {
        audit::record(tx_, "network." + keeper_.word + what, thing.id);
        if constexpr (owned<Thing>) touched_.insert(holder.owner.value);
    }

    db::Tx& tx_;
    const ImportFile& file_;
    const ImportOptions& options_;
    const Keeper<Thing>& keeper_ = keeper(json::Type<Thing>{});
    const json::Value blank_ = as_json(Thing{});
    Names organisations_, districts_;
    std::map<std::string, Owner, std::less<>> owners_;
    std::map<Id<Organisation>, std::optional<Id<Organisation>>> parents_;
    std::map<Id<Organisation>, std::string> tops_;  ///< short names of who stands at the top
    std::map<std::int64_t, Holder> holders_;
    std::set<std::int64_t> touched_;
    Imported result_;
};

}  // namespace

Imported import_rows(db::Tx& tx, const ImportFile& file, const Rows& rows, const ImportOptions& options, const RegisterChanged& changed) {
    switch (file.table) {
        case Table::districts: return Import<District>(tx, file, options).run(rows, changed);
        case Table::organisations: return Import<Organisation>(tx, file, options).run(rows, changed);
        case Table::departments: return Import<Department>(tx, file, options).run(rows, changed);
        case Table::rooms: return Import<Room>(tx, file, options).run(rows, changed);
        case Table::equipment: return Import<Equipment>(tx, file, options).run(rows, changed);
        case Table::staff: return Import<StaffMember>(tx, file, options).run(rows, changed);
    }
    return {};
}

}  // namespace ryadom::network
