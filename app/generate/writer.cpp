#include "app/generate/writer.hpp"

#include "modules/ledger/store.hpp"
#include "modules/network/store.hpp"
#include "modules/practices/install.hpp"
#include "modules/rollout/rollout.hpp"
#include "platform/audit/audit.hpp"
#include "platform/files/files.hpp"
#include "platform/json/value.hpp"

#include <latch>
#include <set>
#include <stdexcept>

namespace ryadom::generate {
namespace {

/// What lines of plans are closed with: a page that says what it is.
constexpr std::string_view proof_page =
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 595]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
    "4 0 obj<</Length 57>>stream\nBT /F 16 Tf 40 520 Td (Document of the demo region) Tj ET\nendstream endobj\n"
    "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

constexpr std::int64_t hours_from_utc = 7;

}  // namespace

void Writer::move(Date day, int hour) { clock_.move({(day.days * 24LL + hour - hours_from_utc) * 3'600'000}); }

/// The works of one moment share a commit where the engine keeps their order; elsewhere each waits for the one before.
void Writer::run(std::vector<Work> works) {
    const std::size_t together = database_.engine() == "sqlite" ? 200 : 1;
    for (std::size_t from = 0; from < works.size(); from += together) {
        const auto count = std::min(together, works.size() - from);
        std::latch left(static_cast<std::ptrdiff_t>(count));
        std::vector<db::Outcome> outcomes(count);
        for (std::size_t i = 0; i < count; ++i)
            database_.write({db::Caller::system(), std::move(works[from + i]), [&outcomes, &left, i](db::Outcome outcome) {
                                 outcomes[i] = std::move(outcome);
                                 left.count_down();
                             }});
        left.wait();
        for (const auto& outcome : outcomes) {
            if (outcome.failure) std::rethrow_exception(outcome.failure);
            if (outcome.refusal) throw std::runtime_error("the generated region was refused: " + outcome.refusal->code);
        }
        // Ids of one moment come in no order, and a million of them would be strewn over every index.
        clock_.move(clock_.now() + 1);
    }
}

void Writer::found(Date day, const GenerateOptions& options) {
    move(day, 9);
    write_districts();
    write_organisations(day);
    auto catalogue = json::parse_yaml(options.catalogue);
    if (!catalogue) throw std::runtime_error("The catalogue of services cannot be read: " + catalogue.error().code);
    // The year of the region may begin before the catalogue's own first day.
    catalogue->set("valid_from", to_string(std::min(day, region_.from)));
    run([catalogue = std::make_shared<const json::Value>(std::move(*catalogue))](db::Tx& tx) { must(catalogue::load_catalogue(tx, *catalogue)); });
    practices::install_library(database_, options.library);
    learn_practices();
    run([descriptions = options.scales](db::Tx& tx) { scales::install(tx, descriptions); });
    scales_ = database_.read_as(db::Caller::system(), [day](db::Tx& tx) { return scales::in_force(tx, day); });
    set_prices(day);
    proof_ = files::hash_of(proof_page);
    run([hash = proof_](db::Tx& tx) { files::put(tx, hash, proof_page); });
}

void Writer::write_districts() {
    districts_.resize(region_.districts.size());
    run([this](db::Tx& tx) {
        for (std::size_t i = 0; i < districts_.size(); ++i) {
            districts_[i] = network::store::insert_district(tx, region_.districts[i].row, region_.districts[i].outline);
            audit::record(tx, "network.district_added", districts_[i]);
        }
    });
}

void Writer::write_organisations(Date day) {
    organisations_.resize(region_.organisations.size());
    staff_.resize(organisations_.size());
    staff_ids_.resize(organisations_.size());
    run([this](db::Tx& tx) {
        for (std::size_t i = 0; i < organisations_.size(); ++i) {
            const auto& planned = region_.organisations[i];
            auto row = planned.row;
            if (planned.parent) row.parent = organisations_[slot(*planned.parent)].organisation.id;
            if (planned.district) row.district = districts_[static_cast<std::size_t>(*planned.district)];
            const auto id = network::store::insert_organisation(tx, row);
            audit::record(tx, "network.organisation_added", id);
            organisations_[i] = must(network::find_organisation(tx, id));
        }
    });
    for (std::size_t i = 0; i < organisations_.size(); ++i) {
        staff_[i].resize(region_.organisations[i].staff.size());
        staff_ids_[i].resize(staff_[i].size());
        run([this, index = static_cast<OrganisationIndex>(i), day](db::Tx& tx) {
            write_departments(tx, index);
            write_register(tx, index, [day](Date since) { return since <= day; });
        });
    }
}

void Writer::write_register(db::Tx& tx, OrganisationIndex index, const std::function<bool(Date)>& fits) {
    const auto& planned = region_.organisations[slot(index)];
    const auto number = organisations_[slot(index)].number;
    for (const auto& room : planned.rooms)
        if (fits(room.since)) audit::record(tx, "network.room_added", network::store::insert_room(tx, number, room.row));
    for (const auto& item : planned.equipment)
        if (fits(item.since)) audit::record(tx, "network.equipment_added", network::store::insert_equipment(tx, number, item.row));
    for (std::size_t i = 0; i < planned.staff.size(); ++i) {
        if (!fits(planned.staff[i].since)) continue;
        auto member = planned.staff[i].row;
        if (const auto found = departments_.find({index, department_of(member)}); found != departments_.end()) member.department = found->second;
        const auto id = network::store::insert_staff(tx, number, member);
        audit::record(tx, "network.staff_added", id);
        staff_ids_[slot(index)][i] = id;
        staff_[slot(index)][i] = Number<network::StaffMember>{must(ledger::store::find_worker(tx, id)).number};
    }
}

void Writer::write_departments(db::Tx& tx, OrganisationIndex index) {
    const auto& planned = region_.organisations[slot(index)];
    if (planned.row.kind != network::OrganisationKind::centre) return;
    std::set<std::string_view> titles;
    for (const auto& member : planned.staff) titles.insert(department_of(member.row));
    for (const auto title : titles) {
        const auto id = network::store::insert_department(tx, organisations_[slot(index)].number, {{}, std::string(title)});
        audit::record(tx, "network.department_added", id);
        departments_[{index, title}] = id;
    }
}

void Writer::extend_register(db::Tx& tx, OrganisationIndex index, Date day) {
    write_register(tx, index, [day](Date since) { return since == day; });
    rollout::register_changed(tx, organisations_[slot(index)].number, day);
}

void Writer::learn_practices() {
    run([this](db::Tx& tx) {
        services_.clear();
        for (const auto& row : catalogue::all_services(tx)) services_[row.service.code] = row.number.value;
        practices_.clear();
        for (const auto& code : plan_.codes) {
            const auto row = must(practices::find_practice(tx, code));
            practices_.push_back({row.number, row.id, must(practices::latest_version(tx, row.number)).number});
        }
    });
}

void Writer::live(Date day) {
    const auto found = days_.find(day);
    if (found == days_.end()) return;
    move(day, 10);
    auto works = std::move(found->second);
    days_.erase(found);
    confirmed_today_.clear();
    run(std::move(works));
    for (const auto adoption : confirmed_today_) schedule_lines(adoption);
}

ledger::StoredFact Writer::stored(const FactPlan& fact) const {
    ledger::StoredFact out;
    if (fact.person) out.person = persons_[static_cast<std::size_t>(*fact.person)].value;
    out.unnamed_count = fact.person ? 0 : fact.unnamed;
    const auto service = services_.find(fact.service);
    if (service == services_.end()) throw std::runtime_error("The catalogue lacks the service " + std::string(fact.service));
    out.service = service->second;
    out.performed_on = fact.performed_on;
    out.minutes = fact.minutes;
    out.channel = fact.channel;
    out.request_on = fact.request_on;
    out.home_provider = organisations_[slot(fact.home)].number.value;
    out.performer_provider = organisations_[slot(fact.performer)].number.value;
    if (fact.worker) out.worker = staff_[slot(fact.performer)][static_cast<std::size_t>(*fact.worker)].value;
    if (fact.practice) {
        const auto& practice = practices_[static_cast<std::size_t>(*fact.practice)];
        out.practice = practice.number.value;
        out.practice_version = practice.version.value;
    }
    out.source = "desk";
    out.recorded_at = fact.recorded_at;
    out.recorded_on = local_date(fact.recorded_at, region_.organisations[slot(fact.home)].row.zone);
    return out;
}

std::shared_ptr<Writer::Batch> Writer::prepare(std::span<const FactPlan> facts) const {
    auto out = std::make_shared<Batch>();
    out->facts = facts;
    out->rows.reserve(facts.size());
    for (const auto& fact : facts) {
        auto& row = out->rows.emplace_back(stored(fact));
        row.id = {make_uuid(fact.recorded_at, fact_ids_)};
        if (fact.takes_back != 0) row.reason = "Ошибка ввода: неверно указано время";
    }
    out->prepared.emplace(out->rows);
    return out;
}

/// Runs anew when it is rehearsed: what it learns is kept in the batch and taken over when it is committed.
void Writer::append(db::Tx& tx, Batch& batch) const {
    constexpr std::size_t together = 4096;
    batch.groups.clear();
    batch.marks.clear();
    const auto known = [](const auto& fresh, const auto& old, std::int64_t key) {
        const auto found = fresh.find(key);
        return found != fresh.end() ? found->second : old.at(key);
    };
    std::size_t written = 0;
    const auto write_until = [&](std::size_t end) {
        for (const auto number : ledger::store::append(tx, *batch.prepared, written, end))
            if (const auto mark = batch.facts[written++].mark; mark != 0) batch.marks[mark] = {number};
    };
    for (std::size_t i = 0; i < batch.rows.size(); ++i) {
        const auto& fact = batch.facts[i];
        const auto& row = batch.rows[i];
        if (fact.group != 0) {
            if (!groups_.contains(fact.group) && !batch.groups.contains(fact.group))
                batch.groups[fact.group] = ledger::store::add_group(tx, {row.home_provider}, {row.performer_provider}, fact.recorded_at);
            batch.prepared->set_group(i, known(batch.groups, groups_, fact.group));
        }
        if (fact.takes_back != 0) {
            write_until(i);
            batch.prepared->set_reverses(i, known(batch.marks, marks_, fact.takes_back).value);
        }
        if (i + 1 - written == together) write_until(i + 1);
    }
    write_until(batch.rows.size());
}

/// While some are written the rows of the next are made.
void Writer::write_in_turn(std::span<const FactPlan> facts) {
    constexpr std::size_t largest = 8192;
    std::shared_ptr<Batch> last;
    std::future<void> writing;  // one of std::async waits when it goes
    const auto written = [&] {
        if (!writing.valid()) return;
        writing.get();
        groups_.merge(last->groups);
        marks_.merge(last->marks);
    };
    while (!facts.empty()) {
        auto batch = prepare(facts.first(std::min(largest, facts.size())));
        facts = facts.subspan(batch->rows.size());
        written();
        last = std::move(batch);
        writing = std::async(std::launch::async, [this, last] {
            must(facts_.write_now(db::Caller::system(), [&](db::Tx& tx) { append(tx, *last); }));
        });
    }
    written();
}

void Writer::write(std::vector<FactPlan> facts) {
    settle();
    writing_ = std::async(std::launch::async, [this, day = std::move(facts)] { write_in_turn(day); });
}

void Writer::settle() {
    if (writing_.valid()) writing_.get();
}

}  // namespace ryadom::generate
