#include "modules/exchange/found.hpp"
#include "modules/exchange/store.hpp"
#include "platform/db/database.hpp"
#include "platform/search/search.hpp"

namespace ryadom::exchange {
namespace {

constexpr std::string_view found_kind = "event";

constexpr db::Sql every_event = "select number from v_exchange_event order by number";

void append(std::string_view text, std::string& to) {
    if (text.empty()) return;
    if (!to.empty()) to += '\n';
    to += text;
}

/// All that every member of staff may read of it; whoever came is not among that.
search::Document document_of(db::Tx& tx, const store::EventRow& row) {
    const auto& event = row.event;
    search::Text text{i18n::Language::ru, event.topic, {}, event.summary, {}};
    append(row.host_title + ", " + event.place, text.body);
    for (const auto& each : store::programme(tx, row.number)) {
        append(each.item.title, text.body);
        append(each.item.speaker, text.body);
        for (const auto practice : each.practices)
            for (const auto& [language, title] : must(practices::find_practice(tx, practice)).titles) append(title, language == "ru" ? text.body : text.keywords);
    }
    for (const auto& each : store::decisions(tx, row.number))
        if (each.decision.state != DecisionState::dropped) append(each.decision.text, text.body);
    append(row.protocol, text.body);
    return {std::string(found_kind), event.id.uuid, {std::move(text)}, "/exchange/events/" + to_string(event.id), "exchange.see", 0};
}

}  // namespace

void tell_search(db::Tx& tx, Number<Event> number) {
    const auto row = must(store::find_event(tx, number));
    if (row.event.state == EventState::cancelled) search::remove(tx, found_kind, row.event.id.uuid);
    else search::put(tx, document_of(tx, row));
}

void tell_search(db::Database& database) {
    // In one write, so that a start that is broken off leaves nothing half told.
    must(database.write_now(db::Caller::system(), [](db::Tx& tx) {
        for (const auto number : tx.list(every_event, [](const db::Row& row) { return row.get<Number<Event>>(0); })) tell_search(tx, number);
    }));
}

}  // namespace ryadom::exchange
