#include <gtest/gtest.h>

#include "modules/ledger/test/image_reference.hpp"

namespace ryadom::ledger::image {
namespace {

/// A list for each of some practices, and one for a service whatever its practice.
struct Wish {
    std::vector<std::uint16_t> organisations;
    std::vector<std::uint16_t> practices;
    std::uint16_t service = 0;

    std::size_t lists() const { return practices.size() + 1; }
    std::vector<std::size_t> lists_of(std::uint16_t of_service, std::uint16_t practice) const {
        std::vector<std::size_t> out;
        for (std::size_t i = 0; i < practices.size(); ++i)
            if (practices[i] == practice) out.push_back(i);
        if (of_service == service) out.push_back(practices.size());
        return out;
    }
};

Wish random_wish(History& history) {
    Wish wish;
    for (std::uint16_t i = 1; i < test_organisations; ++i)
        if (history.pick(0, 2) == 0) wish.organisations.push_back(i);
    for (std::uint16_t i = 0; i < test_practices; ++i)
        if (history.pick(0, 1)) wish.practices.push_back(i);
    wish.service = history.number(test_services);
    return wish;
}

std::vector<std::vector<Delivered>> plain(const Reference& reference, const Wish& wish) {
    std::vector<std::vector<Delivered>> out(wish.lists());
    const auto of = [&](std::uint16_t number) { return std::ranges::find(wish.organisations, number) != wish.organisations.end(); };
    for (const auto& fact : reference.facts()) {
        if (!of(fact.home_provider) && !of(fact.performer_provider)) continue;
        for (const auto list : wish.lists_of(fact.service, fact.practice))
            out[list].push_back({fact.position, fact.day, fact.person ? reference.human(fact.person) : 0, fact.unnamed_count, fact.worker, fact.group, fact.service,
                                 fact.practice, fact.minutes, fact.home_provider});
    }
    for (auto& list : out) std::ranges::sort(list, {}, [](const Delivered& each) { return std::pair(each.day, each.position); });
    return out;
}

}  // namespace

TEST(ImageDelivered, is_what_a_plain_walk_through_the_ledger_finds) {
    for (const unsigned seed : {31U, 32U, 33U}) {
        History history(seed);
        Image image;
        const auto events = history.events(10'000);
        for (const auto& event : events) append(image, event);
        for (int i = 0; i < 20; ++i) {
            const auto seen = random_seen(history);
            const auto as_of = random_as_of(history, image.position());
            const auto wish = random_wish(history);
            const Reference reference(events, seen, as_of);
            EXPECT_EQ(delivered(image, scope_of(seen), wish.organisations, wish.lists(),
                                [&](std::uint16_t service, std::uint16_t practice) { return wish.lists_of(service, practice); }, as_of),
                      plain(reference, wish));
        }
    }
}

TEST(ImageDelivered, asks_for_a_kind_of_service_once) {
    Image image;
    std::vector<Fact> facts;
    for (Position position = 1; position <= 100; ++position) {
        Fact fact;
        fact.position = position;
        fact.person = 1;
        fact.home_provider = 1;
        fact.service = static_cast<std::uint16_t>(position % 3 + 1);
        facts.push_back(fact);
    }
    image.append(facts);
    const std::vector<std::uint16_t> organisations{1};
    int asked = 0;
    const auto lists = delivered(image, Scope::everything(), organisations, 1, [&](std::uint16_t, std::uint16_t) { return ++asked, std::vector<std::size_t>{0}; });
    EXPECT_EQ(asked, 3);
    EXPECT_EQ(lists.front().size(), 100U);
}

}  // namespace ryadom::ledger::image
