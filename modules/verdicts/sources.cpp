// What is read beside the facts.
#include "modules/forms/forms.hpp"
#include "modules/requests/requests.hpp"
#include "modules/verdicts/ground.hpp"

namespace ryadom::verdicts {

Sources::Sources(db::Tx& tx, const ledger::image::Image& image, std::optional<std::vector<std::int64_t>> organisations, Date since, Date as_of)
    : tx_(tx), image_(image), organisations_(std::move(organisations)), since_(since), as_of_(as_of), survivors_(ledger::image::survivors(image, {as_of})) {}

std::uint32_t Sources::survivor(std::int64_t person) const {
    const auto own = static_cast<std::uint32_t>(person);
    const auto merged = survivors_.find(own);
    return merged == survivors_.end() ? own : merged->second;
}

const std::vector<std::int64_t>& Sources::below(Number<network::Organisation> organisation) {
    auto [place, added] = below_.try_emplace(organisation.value);
    if (added) place->second = network::subtree(tx_, organisation.value);
    return place->second;
}

const Qualifications& Sources::qualifications() {
    if (!qualifications_) {
        qualifications_.emplace();
        for (auto& each : network::all_qualifications(tx_))
            (*qualifications_)[static_cast<std::uint32_t>(each.staff.value)].push_back({std::move(each.code), each.from, each.to});
    }
    return *qualifications_;
}

const network::Register& Sources::held_on(Number<network::Organisation> organisation, Date day) {
    const std::pair key{organisation.value, day};
    const auto known = registers_.find(key);
    return known != registers_.end() ? known->second : registers_.emplace(key, network::register_of(tx_, organisation, day)).first->second;
}

const std::multimap<std::string, std::uint16_t>& Sources::services_of(Number<practices::Version> version) {
    auto [place, added] = services_.try_emplace(version.value);
    if (added)
        for (const auto& use : practices::services_of(tx_, version)) place->second.emplace(use.package_service, static_cast<std::uint16_t>(use.service.value));
    return place->second;
}

const Sources::OfServices& Sources::requests_of(std::int64_t organisation) {
    const auto [place, added] = requests_.try_emplace(organisation);
    if (!added) return place->second;
    if (!deaths_) deaths_ = people::deaths(tx_);
    for (const auto& each : requests::asked(tx_, std::vector{organisation}, since_, as_of_, as_of_)) {
        const auto died = deaths_->find(each.person);
        const auto service = static_cast<std::uint16_t>(each.service);
        place->second[service].push_back({each.number, survivor(each.person), service, each.asked_on, each.withdrawn_on.has_value(),
                                          died == deaths_->end() ? std::nullopt : std::optional(died->second)});
    }
    return place->second;
}

std::vector<Request> Sources::requests(const std::vector<std::int64_t>& organisations, const std::set<std::uint16_t>& services) {
    std::erase_if(requests_, [&](const auto& each) { return std::ranges::find(organisations, each.first) == organisations.end(); });
    std::vector<Request> out;
    for (const auto organisation : organisations) {
        const auto& known = requests_of(organisation);
        for (const auto service : services)
            if (const auto found = known.find(service); found != known.end()) out.insert(out.end(), found->second.begin(), found->second.end());
    }
    return out;
}

std::vector<Form> Sources::forms(const std::vector<std::int64_t>& organisations, Number<practices::Practice> practice, const std::string& form, const std::string& score) {
    auto [place, added] = forms_.try_emplace({practice.value, form});
    if (added)
        for (auto& each : forms::filled(tx_, organisations_, practice, form, Date{0}, as_of_, as_of_))
            place->second.emplace(each.organisation, FilledForm{{each.number, survivor(each.person), each.filled_on, {}}, {each.scores.begin(), each.scores.end()}});
    std::vector<Form> out;
    for (const auto organisation : organisations)
        for (auto [at, end] = place->second.equal_range(organisation); at != end; ++at) {
            auto filled = at->second.form;
            if (const auto result = at->second.scores.find(score); result != at->second.scores.end()) filled.result = result->second;
            out.push_back(filled);
        }
    return out;
}

}  // namespace ryadom::verdicts
