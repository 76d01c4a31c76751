#include "modules/ledger/answers.hpp"

#include <algorithm>
#include <unordered_map>

namespace ryadom::ledger {
namespace {

std::uint64_t key_of(std::uint64_t person, std::uint16_t service) { return person << 16 | service; }

}  // namespace

std::vector<bool> answered(const image::Image& image, const std::vector<std::int64_t>& organisations, const std::vector<requests::Asked>& asked) {
    std::vector<bool> out(asked.size());
    if (asked.empty()) return out;
    // A request and the fact that answers it may name two cards of one human.
    const auto merged = image::survivors(image);
    const auto human = [&](std::uint32_t person) {
        const auto survivor = merged.find(person);
        return survivor == merged.end() ? person : survivor->second;
    };
    std::unordered_multimap<std::uint64_t, std::size_t> open;
    for (std::size_t i = 0; i < asked.size(); ++i)
        open.emplace(key_of(human(static_cast<std::uint32_t>(asked[i].person)), static_cast<std::uint16_t>(asked[i].service)), i);
    std::vector<std::uint16_t> scope;
    for (const auto number : organisations) scope.push_back(static_cast<std::uint16_t>(number));
    std::ranges::sort(scope);
    const auto first = std::ranges::min(asked, {}, &requests::Asked::asked_on).asked_on;
    image::each_fact(image, image::Scope::of(std::move(scope)), first, image::last_day, {}, [&](const image::Fact& fact) {
        if (fact.person == 0) return;
        const auto [begin, end] = open.equal_range(key_of(human(fact.person), fact.service));
        for (auto at = begin; at != end; ++at)
            if (fact.day >= asked[at->second].asked_on) out[at->second] = true;
    });
    return out;
}

}  // namespace ryadom::ledger
