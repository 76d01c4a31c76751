#include "modules/plausibility/desk.hpp"

#include "platform/core/bytes.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace ryadom::plausibility {
namespace {

namespace image = ledger::image;

void read_known(db::Tx& tx, Asked& to) {
    to.known.centre_only = store::centre_only_versions(tx);
    for (const auto& [person, death] : store::deaths(tx)) {
        const auto human = to.human(person);
        // What stands on the card that others were merged into is what holds.
        if (human == person) to.known.deaths.insert_or_assign(human, death);
        else to.known.deaths.try_emplace(human, death);
    }
}

/// Of a worker the employer is asked. Who is not on the staff any more still stands in the register.
void name_workers(db::Tx& tx, Asked& to) {
    for (auto& question : to.questions) {
        if (!about_worker(question.kind)) continue;
        if (!to.workers.contains(question.worker)) {
            if (auto worker = store::find_worker(tx, question.worker)) to.workers.emplace(question.worker, std::move(*worker));
            else continue;
        }
        question.organisation = to.workers.at(question.worker).organisation;
    }
    std::erase_if(to.questions, [](const Question& question) { return question.organisation == 0; });
}

}  // namespace

std::uint32_t Asked::human(std::uint32_t person) const {
    const auto merged = survivors.find(person);
    return merged == survivors.end() ? person : merged->second;
}

std::shared_ptr<const Asked> Desk::asked(db::Database& database, const Period& months, Instant now) {
    constexpr std::size_t most_kept = 4;
    const auto thresholds = database.read_as(db::Caller::system(), [](db::Tx& tx) { return store::thresholds(tx).thresholds; });
    const std::lock_guard lock(mutex_);
    const auto known = std::ranges::find_if(kept_, [&](const auto& each) { return each->months == months; });
    if (known != kept_.end()) {
        const auto& kept = **known;
        if (kept.thresholds == thresholds && now < kept.computed_at + fresh_ && kept.computed_at <= now) return *known;
        kept_.erase(known);
    }
    auto fresh = compute(database, months, thresholds, now);
    if (kept_.size() >= most_kept) kept_.erase(kept_.begin());
    kept_.push_back(fresh);
    return fresh;
}

std::shared_ptr<const Asked> Desk::compute(db::Database& database, const Period& months, const Thresholds& thresholds, Instant now) const {
    const auto system = db::Caller::system();
    auto out = std::make_shared<Asked>();
    out->months = months;
    out->thresholds = thresholds;
    out->computed_at = now;
    out->survivors = image::survivors(image_());
    database.read_as(system, [&](db::Tx& tx) {
        read_known(tx, *out);
        return 0;
    });
    Finder finder(thresholds, months, out->known);
    image::each_fact(image_(), image::Scope::everything(), Date{0}, months.last, {}, [&](const image::Fact& fact) {
        auto own = fact;
        own.person = out->human(fact.person);
        finder.take(own);
    });
    out->questions = finder.questions();
    database.read_as(system, [&](db::Tx& tx) {
        name_workers(tx, *out);
        return 0;
    });
    return out;
}

std::vector<image::Position> Desk::facts_behind(const Asked& asked, const Question& question, const image::Scope& scope) const {
    const auto days = days_of(question);
    std::vector<image::Position> out;
    image::each_fact(image_(), scope, days.first, days.last, {}, [&](const image::Fact& fact) {
        auto own = fact;
        own.person = asked.human(fact.person);
        if (belongs(question, own, asked.thresholds, asked.known)) out.push_back(fact.position);
    });
    std::ranges::sort(out, std::greater<>());
    return out;
}

std::string id_of(const Question& question) {
    const auto [kind, organisation, worker, person, day] = store::key_of(question);
    return hex(sha256(fmt::format("{} {} {} {} {}", json::name_of(kind), organisation, worker, person, to_string(day)))).substr(0, 32);
}

}  // namespace ryadom::plausibility
