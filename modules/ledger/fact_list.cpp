#include "modules/ledger/fact_list.hpp"


namespace ryadom::ledger {
namespace {

std::int64_t cursor_of(const FactFilter& filter) { return http::place(filter.cursor).value_or(std::numeric_limits<std::int64_t>::max()); }

}  // namespace

http::Page<Fact> indexed_page(db::Tx& tx, const FactFilter& filter, int limit) {
    const store::Window window{filter.from, filter.to, cursor_of(filter), limit + 1};
    auto rows = filter.person ? store::facts_of_person(tx, must(people::find_person(tx, *filter.person)).number.value, window)
                              : store::facts_of_account(tx, tx.caller().account, window);
    http::Page<Fact> page;
    if (cut(rows, limit)) page.next = std::to_string(rows.back().place);
    for (auto& row : rows) page.items.push_back(std::move(row.fact));
    return page;
}

std::vector<image::Position> positions_of(db::Tx& tx, const image::Image& image, const FactFilter& filter, std::size_t limit) {
    image::PositionRequest request;
    request.first = filter.from.value_or(Date{0});
    request.last = filter.to.value_or(image::last_day);
    request.before = cursor_of(filter);
    request.limit = limit;
    if (filter.practice) request.practice = static_cast<std::uint16_t>(must(practices::find_practice(tx, *filter.practice)).number.value);
    if (filter.organisation) {
        request.organisations.emplace();
        for (const auto number : network::subtree(tx, network::own(tx, *filter.organisation).value))
            request.organisations->push_back(static_cast<std::uint16_t>(number));
    }
    return image::positions(image, image_scope(tx.caller().scope), request);
}

}  // namespace ryadom::ledger
