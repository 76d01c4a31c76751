#include "modules/ledger/corrections.hpp"

#include "modules/ledger/entry.hpp"
#include "platform/audit/audit.hpp"

namespace ryadom::ledger {
namespace {

/// A correction that may be written.
struct Decided {
    std::vector<StoredFact> reversals;
    std::optional<Decision> fact;
};

class Corrector {
  public:
    Corrector(db::Tx& tx, const std::string& reason, const AdoptedBy& adopted_by) : desk_(tx, adopted_by, nobody_), reason_(reason) {}

    Decided decided(const Correction& correction) {
        Decided out;
        for (const auto& id : correction.taken_back) {
            const auto row = store::find_row(desk_.tx(), id);
            if (auto reversal = row ? desk_.reversal(*row, reason_) : std::unexpected(absent()); reversal) out.reversals.push_back(std::move(*reversal));
            else tell(reversal.error(), correction.pointer);
        }
        if (!correction.fact) return out;
        if (auto decision = decide(desk_, *correction.fact, correction.pointer); decision) out.fact = std::move(*decision);
        else tell(decision.error(), correction.pointer);
        return out;
    }

    std::optional<Recorded> write(const Decided& decided, const std::vector<Id<Fact>>& taken_back) {
        for (std::size_t i = 0; i < taken_back.size(); ++i) {
            append(desk_.tx(), decided.reversals[i]);
            audit::record(desk_.tx(), "ledger.reversed", taken_back[i]);
        }
        if (!decided.fact) return {};
        return must(desk_.write(*decided.fact));
    }

    std::vector<FieldError> take_errors() { return std::move(errors_); }

  private:
    void tell(const Refusal& refusal, const std::string& pointer) {
        if (refusal.kind == Refusal::Kind::invalid) errors_.insert(errors_.end(), refusal.fields.begin(), refusal.fields.end());
        else errors_.push_back({pointer, refusal.code, refusal.arguments});
    }

    const people::Newcomers nobody_;
    Desk desk_;
    const std::string& reason_;
    std::vector<FieldError> errors_;
};

}  // namespace

Checked<std::vector<std::optional<Recorded>>> correct(db::Tx& tx, const std::vector<Correction>& all, const std::string& reason, const AdoptedBy& adopted_by) {
    Corrector corrector(tx, reason, adopted_by);
    std::vector<Decided> decided;
    for (const auto& each : all) decided.push_back(corrector.decided(each));
    if (auto errors = corrector.take_errors(); !errors.empty())
        return std::unexpected(Refusal{Refusal::Kind::invalid, "core.invalid", {}, std::move(errors)});
    std::vector<std::optional<Recorded>> out;
    std::vector<Recorded> recorded;
    for (std::size_t i = 0; i < all.size(); ++i) {
        out.push_back(corrector.write(decided[i], all[i].taken_back));
        if (out.back()) recorded.push_back(*out.back());
    }
    if (!recorded.empty()) record_in_log(tx, recorded);
    return out;
}

}  // namespace ryadom::ledger
