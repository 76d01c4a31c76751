#include "modules/plausibility/desk.hpp"

#include "modules/people/people.hpp"
#include "platform/core/bytes.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace ryadom::plausibility {
namespace {

namespace image = ledger::image;

void read_known(db::Tx& tx, Asked& to) {
    to.known.centre_only = store::centre_only_versions(tx);
    for (const auto& [number, death] : people::deaths(tx)) {
        const auto person = static_cast<std::uint32_t>(number);
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

Thresholds thresholds_of(db::Database& database) {
    return database.read_as(db::Caller::system(), [](db::Tx& tx) { return store::thresholds(tx).thresholds; });
}

bool holds(const Period& window, const Period& months) { return window.first <= months.first && months.last <= window.last; }

}  // namespace

std::uint32_t Asked::human(std::uint32_t person) const {
    const auto merged = survivors.find(person);
    return merged == survivors.end() ? person : merged->second;
}

SharedAsked Desk::asked(db::Database& database, const Period& months) {
    const auto thresholds = thresholds_of(database);
    std::unique_lock lock(mutex_);
    const auto follower = follower_;
    // The moment is that of asking, not that of the request: it may have waited while the answer was computed.
    if (auto kept = bearable(months, thresholds, database.now())) {
        if (follower && kept->computed_at + fresh_ <= database.now()) {
            want(window_of(months));
            follower->ask();
        }
        return kept;
    }
    const auto window = window_of(months);
    if (follower) {
        want(window);
        while (follower_ && is_wanted(window)) {
            lock.unlock();
            follower->await();
            lock.lock();
        }
        if (auto kept = bearable(months, thresholds, database.now())) return kept;
    }
    // Nobody follows, or could not: one after another, so that the next reader is given what the first one computed.
    const auto begun = database.now();
    auto made = compute(database, window, begun);
    keep(made, database.now().milliseconds - begun.milliseconds);
    return made;
}

SharedAsked Desk::bearable(const Period& months, const Thresholds& thresholds, Instant now) const {
    const auto found = std::find_if(kept_.rbegin(), kept_.rend(), [&](const SharedAsked& each) {
        return holds(each->months, months) && each->thresholds == thresholds && each->computed_at <= now && now < each->computed_at + std::max(fresh_, 4 * took_);
    });
    return found == kept_.rend() ? nullptr : *found;
}

Period Desk::window_of(const Period& months) const {
    if (std::ranges::any_of(kept_, [&](const SharedAsked& each) { return each->months == months; })) return months;
    const auto found = std::find_if(kept_.rbegin(), kept_.rend(), [&](const SharedAsked& each) { return holds(each->months, months); });
    return found == kept_.rend() ? months : (*found)->months;
}

bool Desk::is_wanted(const Period& months) const { return std::ranges::find(wanted_, months) != wanted_.end(); }

void Desk::want(const Period& months) {
    if (!is_wanted(months)) wanted_.push_back(months);
}

void Desk::keep(SharedAsked asked, std::int64_t took) {
    constexpr std::size_t most_kept = 4;
    std::erase_if(kept_, [&](const SharedAsked& each) { return each->months == asked->months; });
    if (kept_.size() >= most_kept) kept_.erase(kept_.begin());
    kept_.push_back(std::move(asked));
    took_ = took;
}

SharedAsked Desk::compute(db::Database& database, const Period& months, Instant now) const {
    const auto system = db::Caller::system();
    auto out = std::make_shared<Asked>();
    out->months = months;
    out->thresholds = thresholds_of(database);
    out->computed_at = now;
    out->survivors = image::survivors(image_());
    database.read_as(system, [&](db::Tx& tx) {
        read_known(tx, *out);
        return 0;
    });
    Finder finder(out->thresholds, months, out->known);
    // All days: a late fact may be of any day before, and "nobody else ever" is the same whichever months are asked for.
    image::each_fact(image_(), image::Scope::everything(), Date{0}, image::last_day, {}, [&](const image::Fact& fact) {
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

void Desk::follow(std::shared_ptr<Follower> follower) {
    const std::lock_guard lock(mutex_);
    follower_ = std::move(follower);
    wanted_.clear();
}

void Desk::renew(db::Database& database) {
    std::unique_lock lock(mutex_);
    if (wanted_.empty()) return;
    const auto months = wanted_.front();
    const auto ended = [&] {
        std::erase(wanted_, months);
        if (!wanted_.empty() && follower_) follower_->ask();
    };
    lock.unlock();
    try {
        const auto begun = database.now();
        auto made = compute(database, months, begun);
        lock.lock();
        keep(std::move(made), database.now().milliseconds - begun.milliseconds);
        ended();
    } catch (...) {
        if (!lock.owns_lock()) lock.lock();
        ended();
        throw;
    }
}

std::string id_of(const Question& question) {
    const auto [kind, organisation, worker, person, day] = store::key_of(question);
    return hex(sha256(fmt::format("{} {} {} {} {}", json::name_of(kind), organisation, worker, person, to_string(day)))).substr(0, 32);
}

}  // namespace ryadom::plausibility
