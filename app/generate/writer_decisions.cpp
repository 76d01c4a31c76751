// What people decide in the course of the year: orders, adoptions, plans; who comes into the register and who dies.
#include "app/generate/consents_plan.hpp"
#include "app/generate/files_plan.hpp"
#include "app/generate/writer.hpp"
#include "modules/network/store.hpp"
#include "modules/people/rules_file.hpp"
#include "modules/people/store.hpp"
#include "modules/people/store_file.hpp"
#include "modules/rollout/adoption.hpp"
#include "platform/audit/audit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace ryadom::generate {
namespace {

/// The files of a large region would be most of what it is made of.
constexpr std::size_t with_files = 20'000;

Dice dice_of_consents(Seed seed, std::size_t person) { return {seed, fmt::format("consents {}", person)}; }

}  // namespace

using rollout::ChangeKind;

void Writer::schedule(Seed seed) {
    seed_ = seed;
    dice_.emplace(seed, "decisions");
    fact_ids_ = seeded_random(seed, "facts");
    campaigns_.resize(plan_.campaigns.size());
    adoptions_.resize(plan_.adoptions.size());
    persons_.resize(region_.persons.size());
    schedule_register();
    for (std::size_t i = 0; i < plan_.campaigns.size(); ++i) schedule_campaign(i);
    for (std::size_t i = 0; i < plan_.adoptions.size(); ++i) schedule_adoption(i);
    schedule_exchange();
    schedule_persons();
    schedule_scales();
    schedule_standards();
    schedule_control();
    schedule_payment();
    schedule_programmes();
}

/// What was bought and whom the centre hired after the region was founded.
void Writer::schedule_register() {
    const Date founded = local_date(clock_.now(), region_.organisations.front().row.zone);
    for (std::size_t i = 0; i < region_.organisations.size(); ++i) {
        const auto index = static_cast<OrganisationIndex>(i);
        std::set<Date> days;
        const auto& planned = region_.organisations[i];
        for (const auto& each : planned.staff) days.insert(each.since);
        for (const auto& each : planned.rooms) days.insert(each.since);
        for (const auto& each : planned.equipment) days.insert(each.since);
        for (const auto day : days)
            if (day > founded) on(day, [this, index, day](db::Tx& tx) { extend_register(tx, index, day); });
    }
}

void Writer::schedule_campaign(std::size_t index) {
    const auto& planned = plan_.campaigns[index];
    on(planned.drafted_on, [this, index](db::Tx& tx) {
        const auto& said = plan_.campaigns[index];
        rollout::Campaign campaign;
        campaign.number = said.number;
        campaign.title = said.title;
        campaign.text = said.text;
        const auto row = rollout::store::insert_campaign(tx, campaign);
        campaigns_[index] = row.campaign.id;
        int wave = 0;
        for (const auto& each : said.waves) {
            rollout::Assignment assignment;
            assignment.wave = ++wave;
            assignment.deadline = each.deadline;
            for (const auto centre : each.centres)
                rollout::store::put_assignment(tx, row.number, organisations_[slot(centre)].number, practices_[slot(said.practice)].number, assignment);
        }
        audit::record(tx, "rollout.campaign_added", row.campaign.id);
    });
    if (!planned.signed_on) return;
    on(*planned.signed_on, [this, index](db::Tx& tx) { sign(tx, index); });
    if (planned.moved || planned.exempt) on(planned.changed_on, [this, index](db::Tx& tx) { soften(tx, index); });
}

void Writer::sign(db::Tx& tx, std::size_t campaign) {
    const auto row = must(rollout::store::find_campaign(tx, campaigns_[campaign]));
    rollout::store::sign_campaign(tx, row.number, *plan_.campaigns[campaign].signed_on);
    std::set<std::int64_t> touched;
    for (const auto& each : rollout::store::assignments_of(tx, row.number)) {
        rollout::store::change_assignment(tx, each.number, ChangeKind::signed_, rollout::today_at(tx, each.organisation), each.assignment.deadline,
                                          each.assignment.deadline, "");
        if (touched.insert(each.organisation.value).second) rollout::store::pulse(tx, each.organisation);
    }
    audit::record(tx, "rollout.campaign_signed", row.campaign.id);
}

void Writer::soften(db::Tx& tx, std::size_t campaign) {
    const auto& planned = plan_.campaigns[campaign];
    const auto row = must(rollout::store::find_campaign(tx, campaigns_[campaign]));
    const auto is = [&](const std::optional<OrganisationIndex>& centre, Number<network::Organisation> number) {
        return centre && organisations_[slot(*centre)].number == number;
    };
    for (const auto& each : rollout::store::assignments_of(tx, row.number)) {
        const auto deadline = each.assignment.deadline;
        const auto change = [&](ChangeKind kind, Date to, std::string_view reason) {
            rollout::store::change_assignment(tx, each.number, kind, rollout::today_at(tx, each.organisation), deadline, to, reason);
            audit::record(tx, "rollout.assignment_" + std::string(json::name_of(kind)), each.assignment.id);
            rollout::store::pulse(tx, each.organisation);
        };
        if (is(planned.moved, each.organisation)) change(ChangeKind::deadline, deadline + 75, "Ремонт здания центра: помещение освободится весной");
        if (is(planned.exempt, each.organisation)) change(ChangeKind::exempted, deadline, "Услугу жителям оказывает соседний центр по соглашению");
    }
}

void Writer::schedule_adoption(std::size_t index) {
    const auto& planned = plan_.adoptions[index];
    if (planned.chosen_on)
        on(*planned.chosen_on, [this, index](db::Tx& tx) {
            const auto& organisation = organisations_[slot(plan_.adoptions[index].organisation)];
            const auto practice = practices_[slot(plan_.adoptions[index].practice)].id;
            adoptions_[index] = rollout::choose(tx, organisation, {organisation.organisation.id, practice, {}}).id;
        });
    if (planned.confirmed_on)
        on(*planned.confirmed_on, [this, index](db::Tx& tx) {
            const auto adoption = must(rollout::store::find_adoption(tx, adoptions_[index]));
            rollout::confirm(tx, adoption, {});
            if (std::ranges::find(confirmed_today_, index) == confirmed_today_.end()) confirmed_today_.push_back(index);
        });
    if (planned.stopped_on)
        on(*planned.stopped_on, [this, index](db::Tx& tx) {
            rollout::stop(tx, must(rollout::store::find_adoption(tx, adoptions_[index])), "Специалист уволился, замены в районе нет");
        });
}

/// The days on which proof comes in: all of it by the day the centre is to be ready, otherwise about the half.
void Writer::schedule_lines(std::size_t index) {
    const auto& planned = plan_.adoptions[index];
    const auto lines = database_.read_as(db::Caller::system(), [&](db::Tx& tx) {
        return rollout::store::lines_of(tx, must(rollout::store::find_adoption(tx, adoptions_[index])).number);
    });
    const Date from = *planned.confirmed_on + 1;
    const Date to = planned.ready_on.value_or(region_.until - 1);
    bool last_proof = true;
    for (const auto& line : lines) {
        if (rollout::closed_by(line.line.line.kind) == rollout::ClosedBy::registered) continue;
        const bool mandatory = line.line.line.obligation == rollout::Obligation::mandatory;
        Date day = from + static_cast<int>(dice_->between(0, std::max(0, to - from)));
        if (planned.ready_on && !mandatory && dice_->chance(0.4)) continue;
        if (mandatory && last_proof) {
            // One paper decides: the last to come, or the one that never does.
            last_proof = false;
            if (!planned.ready_on) continue;
            day = to;
        } else if (!planned.ready_on && dice_->chance(0.45)) {
            continue;
        }
        if (day > region_.until) continue;
        on(day, [this, id = line.line.id](db::Tx& tx) {
            auto row = must(rollout::store::find_line(tx, id));
            if (rollout::asks_for_file(row.line.proof_kind)) {
                rollout::store::set_proof(tx, row.number, proof_, "document.pdf");
                row = must(rollout::store::find_line(tx, id));
            }
            rollout::close(tx, row, "");
        });
    }
}

void Writer::write_file(db::Tx& tx, std::size_t person) {
    if (person >= with_files) return;
    const auto file = personal_file(region_, seed_, static_cast<PersonIndex>(person));
    const auto home = people::residence_on(file.addresses, region_.persons[person].registered);
    people::store::touch_card(tx, persons_[person], 1, home ? std::optional(people::on_one_line(*home)) : std::nullopt);
    people::store::write_file(tx, persons_[person], file);
}

void Writer::schedule_persons() {
    constexpr std::size_t together = 100;
    for (std::size_t from = 0; from < region_.persons.size();) {
        const Date day = region_.persons[from].registered;
        auto to = from;
        while (to < region_.persons.size() && to - from < together && region_.persons[to].registered == day) ++to;
        on(day, [this, from, to](db::Tx& tx) {
            const auto texts = consent_texts(tx);
            for (auto i = from; i < to; ++i) {
                const auto& planned = region_.persons[i];
                auto row = planned.row;
                row.death.reset();
                row.district = districts_[static_cast<std::size_t>(planned.district)];
                const auto stored = must(people::store::insert_person(tx, row, organisations_[slot(planned.organisation)].number, planned.registered));
                audit::record(tx, "people.registered", stored.person.id, stored.person.id.uuid);
                persons_[i] = stored.number;
                write_file(tx, i);
                if (i < with_files)
                    write_consents(tx, texts, stored.number, planned, personal_file(region_, seed_, static_cast<PersonIndex>(i)), dice_of_consents(seed_, i));
            }
        });
        from = to;
    }
    for (std::size_t i = 0; i < region_.persons.size(); ++i) {
        const auto& death = region_.persons[i].row.death;
        if (!death) continue;
        on(std::min(*death + static_cast<int>(dice_->between(2, 14)), region_.until), [this, i](db::Tx& tx) {
            auto row = must(people::store::find_person(tx, persons_[i]));
            row.person.death = region_.persons[i].row.death;
            people::store::update_person(tx, row.number, row.person);
            audit::record(tx, "people.changed", row.person.id, row.person.id.uuid);
        });
    }
    for (std::size_t i = 0; i < std::min(region_.persons.size(), with_files); ++i)
        if (const auto day = photos_withdrawn_on(region_, region_.persons[i], dice_of_consents(seed_, i)))
            on(*day, [this, i, day = *day](db::Tx& tx) { withdraw_photos(tx, persons_[i], day); });
}

}  // namespace ryadom::generate
