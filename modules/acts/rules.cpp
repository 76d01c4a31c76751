#include "modules/acts/rules.hpp"

#include "platform/core/bytes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace ryadom::acts {
namespace {

constexpr std::int64_t hundred = 100;
/// Grouped digits stay on one line.
constexpr std::string_view no_break_space = "\u00a0";

/// What of a service the package of long-term care still holds in a part of a month.
struct Package {
    std::int64_t left = 0;
    bool whole = false;  ///< it is not paid for otherwise: all that is delivered is of the package
};

/// A line is a service at one price in one part.
struct Key {
    std::string code;
    int part = 0;
    LineKind kind = LineKind::priced;
    std::int64_t price = 0;
    std::string ground;
    auto operator<=>(const Key&) const = default;
};

class Reckoning {
  public:
    Reckoning(const std::vector<Assessed>& assessments, const Prices& prices, const Services& services)
        : assessments_(assessments), prices_(prices), services_(services) {}

    Bill run(const std::vector<DeliveredFact>& facts) {
        for (const auto& fact : facts) add(fact);
        for (auto& [key, line] : lines_) finish(line);
        pay();
        return std::move(out_);
    }

  private:
    void add(const DeliveredFact& fact) {
        const auto& service = services_.at(fact.service);
        const auto* standing = in_effect(assessments_, fact.day);
        const int part = part_of(standing);
        int paid = fact.quantity;
        if (auto* package = package_of(service.id, part, standing)) {
            const int free = package->whole ? paid : static_cast<int>(std::min<std::int64_t>(paid, package->left));
            package->left -= free;
            paid -= free;
            if (free > 0) line(service, part, LineKind::care_package, nullptr).quantity += free;
            // A fact of which some is paid for counts where it is paid for.
            if (paid == 0) ++line(service, part, LineKind::care_package, nullptr).facts;
        }
        if (paid > 0) {
            const auto* norm = prices_.tariff(service.id, standing ? std::optional(standing->area) : std::nullopt, fact.day);
            auto& priced = line(service, part, norm ? LineKind::priced : LineKind::unpriced, norm);
            priced.quantity += paid;
            ++priced.facts;
        }
        ++out_.facts;
    }

    int part_of(const Assessed* standing) {
        const auto number = standing ? standing->number : 0;
        const auto found = parts_.find(number);
        if (found != parts_.end()) return found->second;
        const auto index = static_cast<int>(out_.parts.size());
        parts_.emplace(number, index);
        BillPart part;
        if (standing) {
            part.assessment = standing->id;
            part.effective_on = standing->effective_on;
            part.free = standing->free;
            part.ceiling_kopecks = standing->ceiling_kopecks;
        }
        out_.parts.push_back(part);
        return index;
    }

    Package* package_of(const Id<catalogue::Service>& service, int part, const Assessed* standing) {
        if (!standing) return nullptr;
        const auto known = packages_.find({part, service});
        if (known != packages_.end()) return &known->second;
        std::optional<Package> found;
        bool paid = false;
        for (const auto& each : standing->services) {
            if (each.service != service) continue;
            if (each.care_package) found = Package{each.quantity, false};
            else paid = true;
        }
        if (!found) return nullptr;
        found->whole = !paid;
        return &packages_.emplace(std::pair{part, service}, *found).first->second;
    }

    BillLine& line(const KnownService& service, int part, LineKind kind, const payment::Norm* norm) {
        const auto price = norm ? norm->value.amount_kopecks.value_or(0) : 0;
        auto [place, added] = lines_.try_emplace(Key{service.code, part, kind, price, norm ? norm->ground : std::string()});
        if (added) {
            place->second = {service.id, service.code, service.title, service.unit, kind, part, 0, 0, {}, 0, {}};
            if (norm) {
                place->second.price_kopecks = price;
                place->second.ground = norm->ground;
            }
        }
        return place->second;
    }

    void finish(BillLine& line) {
        if (line.price_kopecks) line.sum_kopecks = payment::divide_half_up(*line.price_kopecks * line.quantity, hundred);
        out_.parts[static_cast<std::size_t>(line.part)].sum_kopecks += line.sum_kopecks;
        out_.sum_kopecks += line.sum_kopecks;
        out_.lines.push_back(std::move(line));
    }

    /// A month is never dearer than under the assessment that asks for most.
    void pay() {
        std::int64_t rest = 0;
        for (const auto& part : out_.parts) rest = std::max(rest, part.ceiling_kopecks.value_or(0));
        bool known = true;
        std::int64_t sum = 0;
        for (std::size_t index = 0; index < out_.parts.size(); ++index) {
            auto& part = out_.parts[index];
            part.payable_kopecks = payable(part, static_cast<int>(index), rest);
            rest -= part.payable_kopecks.value_or(0);
            sum += part.payable_kopecks.value_or(0);
            known = known && part.payable_kopecks.has_value();
        }
        if (!known) return;
        out_.payable_kopecks = sum;
        out_.budget_kopecks = out_.sum_kopecks - sum;
    }

    std::optional<std::int64_t> payable(const BillPart& part, int index, std::int64_t rest) const {
        if (!part.assessment) return std::nullopt;
        const auto all = [&](auto holds) { return std::ranges::all_of(out_.lines, [&](const BillLine& line) { return line.part != index || holds(line); }); };
        const bool only_package = all([](const BillLine& line) { return line.kind == LineKind::care_package; });
        if (only_package || (part.free && *part.free != payment::FreeOfCharge::care_package)) return 0;
        // Nobody was asked for the income while all was of the package: what is paid for the rest is not known.
        if (part.free || !part.ceiling_kopecks || !all([](const BillLine& line) { return line.kind != LineKind::unpriced; })) return std::nullopt;
        return std::min({part.sum_kopecks, *part.ceiling_kopecks, rest});
    }

    const std::vector<Assessed>& assessments_;
    const Prices& prices_;
    const Services& services_;
    std::map<std::int64_t, int> parts_;
    std::map<std::pair<int, Id<catalogue::Service>>, Package> packages_;
    std::map<Key, BillLine> lines_;
    Bill out_;
};

std::map<std::string, LineChange> by_service(const Bill& before, const Bill& after) {
    std::map<std::string, LineChange> out;
    const auto at = [&](const BillLine& line) -> LineChange& {
        auto [place, added] = out.try_emplace(line.code);
        if (added) place->second = {line.service, line.title, line.unit, 0, 0, 0, 0};
        return place->second;
    };
    for (const auto& line : before.lines) {
        at(line).quantity_before += line.quantity;
        at(line).sum_before_kopecks += line.sum_kopecks;
    }
    for (const auto& line : after.lines) {
        at(line).quantity_after += line.quantity;
        at(line).sum_after_kopecks += line.sum_kopecks;
    }
    return out;
}

std::string written_month(Date month) {
    const auto [year, number, day] = parts(month);
    return fmt::format("{:02}.{}", number, year);
}

}  // namespace

Assessed assessed(std::int64_t number, const Id<payment::Assessment>& id, const payment::AssessmentInput& input, const payment::Calculation& calculation) {
    Assessed out{number, id, input.effective_on, input.area, calculation.free, {}, input.services};
    for (const auto& step : calculation.steps)
        if (step.kind == payment::StepKind::share_ceiling || step.kind == payment::StepKind::cap_ceiling) out.ceiling_kopecks = step.result;
    return out;
}

const Assessed* in_effect(const std::vector<Assessed>& all, Date day) {
    const Assessed* out = nullptr;
    for (const auto& each : all)
        if (each.effective_on <= day && (!out || out->number < each.number)) out = &each;
    return out;
}

Prices::Prices(std::vector<payment::Norm> norms) : norms_(std::move(norms)) {
    std::ranges::sort(norms_, {}, &payment::Norm::id);
    for (std::size_t at = 0; at < norms_.size(); ++at)
        if (norms_[at].value.kind == payment::NormKind::tariff && norms_[at].value.service) by_service_.emplace(*norms_[at].value.service, at);
}

const payment::Norm* Prices::tariff(const Id<catalogue::Service>& service, std::optional<payment::Area> area, Date day) const {
    const auto [first, last] = by_service_.equal_range(service);
    for (auto at = first; at != last; ++at) {
        const auto& norm = norms_[at->second];
        if (payment::holds_on(norm, day) && (!norm.value.area || norm.value.area == area)) return &norm;
    }
    return nullptr;
}

std::string Prices::fingerprint(const Period& period) const {
    std::string text;
    for (const auto& norm : norms_) {
        if (norm.withdrawn || norm.valid_from > period.last || (norm.valid_to && *norm.valid_to < period.first)) continue;
        const auto last = norm.valid_to ? std::min(*norm.valid_to, period.last) : period.last;
        text += fmt::format("{} {} {}\n", to_string(norm.id), to_string(std::max(norm.valid_from, period.first)), to_string(last));
    }
    return hex(sha256(text));
}

Bill bill_of(std::vector<DeliveredFact> facts, const std::vector<Assessed>& assessments, const Prices& prices, const Services& services) {
    std::ranges::sort(facts);
    return Reckoning(assessments, prices, services).run(facts);
}

std::vector<LineChange> changes(const Bill& before, const Bill& after) {
    std::vector<LineChange> out;
    for (auto& [code, each] : by_service(before, after))
        if (each.quantity_before != each.quantity_after || each.sum_before_kopecks != each.sum_after_kopecks) out.push_back(std::move(each));
    return out;
}

bool differs(const Bill& before, const Bill& after) {
    return before.sum_kopecks != after.sum_kopecks || before.payable_kopecks != after.payable_kopecks || before.facts != after.facts || !changes(before, after).empty();
}

bool other_assessment(const Bill& before, const Bill& after) {
    const auto ids = [](const Bill& bill) {
        std::vector<std::optional<Id<payment::Assessment>>> out;
        for (const auto& part : bill.parts) out.push_back(part.assessment);
        return out;
    };
    return !before.parts.empty() && !after.parts.empty() && ids(before) != ids(after);
}

bool other_tariff(const Bill& before, const Bill& after) {
    const auto prices = [](const Bill& bill) {
        std::map<std::string, std::vector<std::optional<std::int64_t>>> out;
        for (const auto& line : bill.lines)
            if (line.kind != LineKind::care_package) out[line.code].push_back(line.price_kopecks);
        return out;
    };
    const auto then = prices(before);
    for (const auto& [code, now] : prices(after))
        if (const auto found = then.find(code); found != then.end() && found->second != now) return true;
    return false;
}

Checked<void> may_close(const Period& month, Date today, const std::optional<Date>& last) {
    if (today < month.last) return refuse("acts.month_not_over", {{"day", to_string(month.last)}});
    if (!last) return {};
    if (month.first == *last) return refuse("acts.closed_already");
    if (month.first < *last) return refuse("acts.later_closed", {{"month", written_month(*last)}});
    const auto due = next(period_of(*last, PeriodLength::month), PeriodLength::month);
    if (month.first != due.first) return refuse("acts.earlier_open", {{"month", written_month(due.first)}});
    return {};
}

std::string roubles(std::int64_t kopecks) {
    const auto positive = kopecks < 0 ? -kopecks : kopecks;
    auto whole = std::to_string(positive / hundred);
    for (auto at = static_cast<std::ptrdiff_t>(whole.size()) - 3; at > 0; at -= 3) whole.insert(static_cast<std::size_t>(at), no_break_space);
    return fmt::format("{}{},{:02}", kopecks < 0 ? "−" : "", whole, positive % hundred);
}

std::string units(int hundredths) {
    auto out = std::to_string(hundredths / hundred);
    const auto part = hundredths % hundred;
    if (part == 0) return out;
    return out + (part % 10 == 0 ? fmt::format(",{}", part / 10) : fmt::format(",{:02}", part));
}

}  // namespace ryadom::acts
