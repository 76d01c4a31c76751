#include "modules/ledger/fact_list.hpp"

#include <algorithm>

namespace ryadom::ledger {
namespace {

std::int64_t cursor_of(const FactFilter& filter) { return http::place(filter.cursor).value_or(std::numeric_limits<std::int64_t>::max()); }

/// What a filter names, by number.
struct Numbers {
    std::optional<std::int64_t> person;
    std::optional<std::int64_t> service;
    std::optional<std::int64_t> practice;
    std::vector<std::int64_t> organisations;
};

Numbers numbers_of(db::Tx& tx, const FactFilter& filter) {
    Numbers out;
    if (filter.person) out.person = must(people::find_person(tx, *filter.person)).number.value;
    if (filter.service) out.service = must(catalogue::find_service(tx, *filter.service)).number.value;
    if (filter.practice) out.practice = must(practices::find_practice(tx, *filter.practice)).number.value;
    if (filter.organisation) out.organisations = network::subtree(tx, network::own(tx, *filter.organisation).value);
    return out;
}

void choose(store::Choice& choice, const db::Tx& tx, const FactFilter& filter, const Numbers& numbers) {
    choice = {filter.from, filter.to, numbers.service, numbers.practice, {}, numbers.organisations};
    // Without a person the account is what the facts are found by.
    if (numbers.person && filter.mine.value_or(false)) choice.account = tx.caller().account;
}

void select(image::Selection& selection, const FactFilter& filter, const Numbers& numbers) {
    selection.first = filter.from.value_or(Date{0});
    selection.last = filter.to.value_or(image::last_day);
    if (numbers.practice) selection.practice = static_cast<std::uint16_t>(*numbers.practice);
    if (numbers.service) selection.service = static_cast<std::uint16_t>(*numbers.service);
    if (!filter.organisation) return;
    auto& organisations = selection.organisations.emplace();
    for (const auto number : numbers.organisations) organisations.push_back(static_cast<std::uint16_t>(number));
    std::ranges::sort(organisations);
}

image::Count counted(db::Tx& tx, const image::Image& image, const FactFilter& filter) {
    const auto numbers = numbers_of(tx, filter);
    if (of_range(filter)) {
        image::Selection selection;
        select(selection, filter, numbers);
        return image::totals(image, image_scope(tx.caller().scope), selection);
    }
    store::Choice choice;
    choose(choice, tx, filter, numbers);
    return numbers.person ? store::totals_of_person(tx, *numbers.person, choice) : store::totals_of_account(tx, tx.caller().account, choice);
}

}  // namespace

FactTotals totals(db::Tx& tx, const image::Image& image, const FactFilter& filter) {
    const auto count = counted(tx, image, filter);
    return {static_cast<std::int64_t>(count.facts), static_cast<std::int64_t>(count.minutes), count.people, static_cast<std::int64_t>(count.unnamed)};
}

http::Page<Fact> indexed_page(db::Tx& tx, const FactFilter& filter, int limit) {
    const auto numbers = numbers_of(tx, filter);
    store::Window window;
    choose(window, tx, filter, numbers);
    window.before = cursor_of(filter);
    window.limit = limit + 1;
    auto rows = numbers.person ? store::facts_of_person(tx, *numbers.person, window) : store::facts_of_account(tx, tx.caller().account, window);
    http::Page<Fact> page;
    if (cut(rows, limit)) page.next = std::to_string(rows.back().place);
    for (auto& row : rows) page.items.push_back(std::move(row.fact));
    return page;
}

std::vector<image::Position> positions_of(db::Tx& tx, const image::Image& image, const FactFilter& filter, std::size_t limit) {
    image::PositionRequest request;
    select(request, filter, numbers_of(tx, filter));
    request.before = cursor_of(filter);
    request.limit = limit;
    return image::positions(image, image_scope(tx.caller().scope), request);
}

}  // namespace ryadom::ledger
