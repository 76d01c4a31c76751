#include "modules/acts/closing.hpp"

#include "platform/audit/audit.hpp"
#include "platform/core/bytes.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace ryadom::acts {
namespace {

template <class Stored>
void seal(Stored& stored) {
    stored.json = json::to_json(stored.content);
    stored.sha256 = hex(sha256(stored.json));
}

store::StoredAct act_of(const ReckonedAct& act, const Reckoned& month, std::int64_t serial, Date today) {
    store::StoredAct out;
    out.serial = serial;
    out.person = act.person;
    out.content = {fmt::format("{}/{}", serial, parts(month.month.first).year), month.month.first, today, std::string(json::name_of(month.language)), month.provider,
                   month.director, act.name, act.contract, act.bill};
    seal(out);
    return out;
}

store::StoredCorrection correction_of(const ReckonedCorrection& each, const Reckoned& month, std::int64_t serial, Date today) {
    store::StoredCorrection out;
    out.serial = serial;
    out.person = each.person;
    auto& content = out.content;
    content.label = fmt::format("{}/{}", serial, parts(month.month.first).year);
    content.month = each.about;
    content.made_in = month.month.first;
    content.closed_on = today;
    content.language = json::name_of(month.language);
    content.provider = month.provider;
    content.director = month.director;
    content.name = each.name;
    content.act = each.act;
    content.causes = each.causes;
    content.changes = changes(each.before, each.after);
    content.before = each.before;
    content.after = each.after;
    seal(out);
    return out;
}

/// Of everything that the month reports, in the order of its numbers.
std::string seal_of(const Draft& draft) {
    std::string text;
    for (const auto& act : draft.acts) text += act.sha256 + "\n";
    for (const auto& each : draft.corrections) text += each.sha256 + "\n";
    return hex(sha256(text));
}

}  // namespace

bool clean(const std::vector<Problem>& problems) {
    return std::ranges::all_of(problems, [](const Problem& each) { return each.kind == ProblemKind::urgent; });
}

std::shared_ptr<const Draft> draft(db::Database& database, const ledger::image::Image& image, ledger::image::Position position, Number<network::Organisation> organisation,
                                   const Period& month, i18n::Language language, std::optional<std::string> accepted, Date today) {
    auto out = std::make_shared<Draft>();
    database.read(db::Caller::system(), [&](db::Tx& tx) {
        out->reckoned = reckon(tx, image, position, organisation, month, language);
        const auto year = parts(month.first).year;
        out->last_act = store::last_act_serial(tx, organisation, year);
        out->last_correction = store::last_correction_serial(tx, organisation, year);
        if (const auto last = store::last_closing(tx, organisation)) out->last_closed = last->month.month;
    });
    const auto& reckoned = out->reckoned;
    auto serial = out->last_act;
    for (const auto& act : reckoned.acts) out->acts.push_back(act_of(act, reckoned, ++serial, today));
    auto& closing = out->closing;
    serial = out->last_correction;
    for (const auto& each : reckoned.corrections) {
        out->corrections.push_back(correction_of(each, reckoned, ++serial, today));
        closing.correction_kopecks += each.after.payable_kopecks.value_or(0) - each.before.payable_kopecks.value_or(0);
    }
    closing.totals = reckoned.totals;
    closing.corrections = static_cast<int>(reckoned.corrections.size());
    closing.sha256 = seal_of(*out);
    closing.accepted = std::move(accepted);
    closing.closed_on = today;
    return out;
}

Checked<Closed> close(db::Tx& tx, const Draft& draft) {
    const auto& reckoned = draft.reckoned;
    const auto last = store::last_closing(tx, reckoned.organisation);
    if (last && (!draft.last_closed || last->month.month != *draft.last_closed)) return refuse("acts.closed_meanwhile");
    if (auto may = may_close(reckoned.month, draft.closing.closed_on, draft.last_closed); !may) return std::unexpected(may.error());
    auto closing = draft.closing;
    closing.id = tx.make_id<Closing>();
    const auto number = store::insert(tx, reckoned, closing);
    store::insert(tx, number, reckoned, draft.acts);
    store::insert(tx, number, reckoned, draft.corrections);
    return Closed{closing.id, closing.totals, closing.corrections};
}

Checked<Closed> close_month(db::Database& database, const ledger::image::Image& image, ledger::image::Position position, Number<network::Organisation> organisation, Date month,
                            i18n::Language language, const std::string& accepted, Date today) {
    const auto made = draft(database, image, position, organisation, period_of(month, PeriodLength::month), language, accepted.empty() ? std::nullopt : std::optional(accepted), today);
    return database.write_now(db::Caller::system(), [made](db::Tx& tx) {
        const auto closed = must(close(tx, *made));
        audit::record(tx, "acts.closed", closed.id);
        return closed;
    });
}

}  // namespace ryadom::acts
