#include "modules/ledger/import_entry.hpp"

#include "platform/i18n/catalogue.hpp"

#include <algorithm>

namespace ryadom::ledger {
namespace {

csv::Faults at_columns(const Refusal& refusal) {
    csv::Faults out;
    for (const auto& error : refusal.fields) out.push_back(at_column(error));
    if (out.empty()) out.push_back({nullptr, refusal.code, refusal.arguments});
    return out;
}

class RowLookup {
  public:
    RowLookup(Desk& desk, ServiceTitles& titles, const ImportFile& file, const ImportRow& row)
        : desk_(desk), titles_(titles), file_(file), row_(row), faults_(row.faults) {}

    std::expected<RowDecision, csv::Faults> run() {
        if (faults_.empty()) find_organisations();
        if (!faults_.empty()) return std::unexpected(std::move(faults_));
        take_values();
        find_service();
        find_recipient();
        if (!faults_.empty()) return std::unexpected(std::move(faults_));
        if (recorded_before()) return RowDecision{RowOutcome::repeated, {}};
        if (faults_.empty()) admit_newcomer();
        find_worker();
        find_practice();
        if (!faults_.empty()) return std::unexpected(std::move(faults_));
        auto decision = desk_.decide(out_, "");
        if (!decision) return std::unexpected(at_columns(decision.error()));
        return RowDecision{RowOutcome::add, std::move(*decision)};
    }

  private:
    void fault(const csv::Column& at, const char* code) { faults_.push_back({&at, code, {}}); }

    void find_organisations() {
        out_.home = row_.organisation ? desk_.organisation(*row_.organisation) : desk_.organisation(Number<network::Organisation>{file_.organisation});
        out_.performer = row_.performer ? desk_.organisation(*row_.performer) : out_.home;
        if (!out_.home) return fault(column("organisation"), "ledger.cell_absent");
        if (!out_.performer) return fault(column("performer"), "ledger.cell_absent");
        if (!desk_.own(*out_.home) && !desk_.own(*out_.performer)) fault(column("organisation"), "ledger.cell_absent");
    }

    void take_values() {
        out_.performed_on = row_.performed_on;
        out_.minutes = row_.minutes;
        out_.quantity = row_.quantity;
        out_.channel = row_.channel;
        out_.request_on = row_.request_on;
        out_.unnamed_count = row_.unnamed_count;
        out_.source = file_.source;
        out_.external_id = row_.external_id;
    }

    void find_service() {
        out_.service = desk_.service(row_.service);
        if (out_.service) return;
        const auto named = titles_.find(desk_.tx(), row_.service, row_.performed_on);
        if (named.size() > 1) return fault(column("service"), "ledger.several_services");
        if (named.empty()) return fault(column("service"), "ledger.cell_absent");
        out_.service = desk_.service(named.front());
    }

    /// The number alone does not say that the row is recorded: it may stand with another fact.
    bool recorded_before() {
        const auto before = row_.external_id ? store::find_numbered(desk_.tx(), out_.home->number.value, file_.source, *row_.external_id) : std::nullopt;
        if (!before || before->reversed) return false;
        const auto person = out_.person ? std::optional(out_.person->number.value) : std::nullopt;
        const bool same = !out_.newcomer && before->person == person && before->service == out_.service->number.value && before->performed_on == out_.performed_on;
        if (!same) fault(column("external_id"), "ledger.number_of_another_fact");
        return same;
    }

    void find_worker() {
        if (!row_.worker) return;
        const auto wanted = i18n::fold(*row_.worker);
        const auto& workers = desk_.workers(out_);
        const auto same = [&](const store::Worker& worker) { return i18n::fold(worker.name) == wanted; };
        const auto found = std::ranges::find_if(workers, same);
        if (found == workers.end()) return fault(column("worker"), "ledger.cell_absent");
        if (std::ranges::count_if(workers, same) > 1) return fault(column("worker"), "ledger.several_namesakes");
        out_.worker = *found;
    }

    void find_practice() {
        if (!row_.practice) return;
        const auto practice = practices::find_practice(desk_.tx(), std::string_view(*row_.practice));
        if (practice) out_.practice = practice->number.value;
        else fault(column("practice"), "ledger.cell_absent");
    }

    bool names_somebody() const { return row_.snils || row_.iin || row_.family_name || row_.given_name; }

    void find_recipient() {
        if (names_somebody() == row_.unnamed_count.has_value()) return fault(column("family_name"), "ledger.one_recipient");
        if (row_.unnamed_count) return;
        check_numbers();
        if (!faults_.empty()) return;
        if (row_.snils) out_.person = people::find_by_snils(desk_.tx(), *row_.snils);
        if (!out_.person && row_.iin) out_.person = people::find_by_iin(desk_.tx(), *row_.iin);
        if (out_.person && row_.birth && out_.person->person.birth != *row_.birth) return fault(column("birth"), "ledger.other_birth");
        if (!out_.person && !row_.family_name && !row_.given_name) return fault(row_.snils ? column("snils") : column("iin"), "ledger.number_not_found");
        if (!out_.person) find_by_name();
    }

    /// A wrong number finds nobody: the row says so, and not that it lacks a name.
    void check_numbers() {
        if (const auto sound = people::acceptable_numbers(row_.snils, row_.iin, ""); !sound)
            for (const auto& each : at_columns(sound.error())) faults_.push_back(each);
    }

    void find_by_name() {
        const auto person = described_person();
        if (!faults_.empty()) return;
        // Whom another centre serves is not known here by name; whom this one serves too, is.
        const auto& register_of = desk_.own(*out_.home) ? *out_.home : *out_.performer;
        const auto same = store::namesakes(desk_.tx(), register_of.number.value, person);
        if (same.size() > 1) return fault(column("family_name"), "ledger.several_namesakes");
        if (same.size() == 1) out_.person = people::find_person(desk_.tx(), same.front());
        // Somebody else of the same name and birth: the number says so.
        if (out_.person && differs(person.snils, out_.person->person.snils)) out_.person.reset();
        if (out_.person && differs(person.iin, out_.person->person.iin)) out_.person.reset();
        if (out_.person) return;
        out_.newcomer = desk_.newcomers().at(person);
        out_.newcomer->live_in(person.district);
    }

    void admit_newcomer() {
        if (!out_.newcomer) return;
        const auto admitted = people::admit(*out_.newcomer, "", "/new_person");
        if (!admitted) faults_ = doubts(admitted.error());
    }

    /// Rows that may be somebody known are for a person to decide: at the desk, or by a number in the row.
    static csv::Faults doubts(const Refusal& refusal) {
        const bool alike = refusal.code == "people.same_person" || refusal.code == "people.same_elsewhere";
        return alike ? csv::Faults{{&column("family_name"), refusal.code == "people.same_person" ? "ledger.perhaps_known" : perhaps_elsewhere, {}}} : at_columns(refusal);
    }

    static bool differs(const std::optional<std::string>& given, const std::optional<std::string>& known) { return given && known && *given != *known; }

    /// The person as the register would take it.
    people::Person described_person() {
        people::Person person;
        if (!row_.family_name) fault(column("family_name"), "core.required");
        if (!row_.given_name) fault(column("given_name"), "core.required");
        if (!row_.birth) fault(column("birth"), "core.required");
        if (!row_.sex) fault(column("sex"), "core.required");
        const auto district = row_.district ? desk_.district(*row_.district) : std::nullopt;
        if (row_.district && !district) fault(column("district"), "ledger.cell_absent");
        if (!faults_.empty()) return person;
        person = *newcomer_of(row_);
        person.district = district;
        auto accepted = people::acceptable(person, desk_.today(*out_.home), "");
        if (accepted) return std::move(*accepted);
        for (const auto& each : at_columns(accepted.error())) faults_.push_back(each);
        return person;
    }

    Desk& desk_;
    ServiceTitles& titles_;
    const ImportFile& file_;
    const ImportRow& row_;
    csv::Faults faults_;
    Named out_;
};

}  // namespace

std::vector<Id<catalogue::Service>> ServiceTitles::find(db::Tx& tx, std::string_view title, Date day) {
    if (!services_) {
        services_.emplace();
        for (auto& row : catalogue::all_services(tx)) {
            std::set<std::string> names;
            for (const auto language : {i18n::Language::ru, i18n::Language::kk, i18n::Language::en})
                names.insert(i18n::fold(catalogue::title_in(row.service.titles, language)));
            for (const auto& name : names) services_->emplace(name, row.service);
        }
    }
    std::vector<Id<catalogue::Service>> out;
    const auto [first, last] = services_->equal_range(i18n::fold(title));
    for (auto at = first; at != last; ++at)
        if (catalogue::in_force(at->second, day)) out.push_back(at->second.id);
    return out;
}

std::optional<people::Person> newcomer_of(const ImportRow& row) {
    if (!row.family_name || !row.given_name || !row.birth || !row.sex) return std::nullopt;
    people::Person person;
    person.family_name = *row.family_name;
    person.given_name = *row.given_name;
    person.patronymic = row.patronymic;
    person.birth = *row.birth;
    person.sex = *row.sex;
    person.snils = row.snils;
    person.iin = row.iin;
    person.phone = row.phone;
    person.address = row.address;
    return person;
}

std::expected<RowDecision, csv::Faults> decide_row(Desk& desk, ServiceTitles& titles, const ImportFile& file, const ImportRow& row) {
    return RowLookup(desk, titles, file, row).run();
}

}  // namespace ryadom::ledger
