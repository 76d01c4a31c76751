#include "modules/story/http.hpp"

#include "modules/story/store.hpp"
#include "platform/audit/audit.hpp"

#include <algorithm>
#include <array>

namespace ryadom::story {
namespace {

using http::Call;
using http::Written;

constexpr std::array sources{Source::death, Source::fact, Source::form, Source::request, Source::request_withdrawal, Source::consent,
                             Source::consent_withdrawal, Source::renaming, Source::detachment, Source::attachment};

std::optional<Place> behind(const StoryQuery& query) {
    if (!query.cursor) return std::nullopt;
    const auto place = read_place(*query.cursor);
    if (!place) throw Refused(refuse_field("/cursor", "core.unknown_value", {{"value", *query.cursor}}).error());
    return place;
}

void add(std::vector<store::Row>& all, std::vector<store::Row> more) {
    for (auto& each : more) all.push_back(std::move(each));
}

Written<http::Page<Event>> story(Call& call, http::Query<StoryQuery> query) {
    const auto id = call.id<people::Person>("person");
    const auto from = behind(query.value);
    const auto wanted = [&](Source source) { return !query->kind || *query->kind == kind_of(source); };
    const auto size = query->limit.value_or(50);
    std::vector<store::Row> all;
    const auto person = call.read([&](db::Tx& tx) {
        const auto number = must(people::find_person(tx, id)).number;
        for (const auto source : sources)
            if (wanted(source)) add(all, store::rows_of(tx, source, {number, rest_of(source, from), size + 1}, call.voice()));
        return number;
    });
    // What a card went through stands in the log, which no member of staff reads as such.
    if (wanted(Source::card))
        add(all, call.database().read_as(db::Caller::system(), [&](db::Tx& tx) {
            return store::card_rows(tx, {person, rest_of(Source::card, from), size + 1}, call.voice(), call.identity().zone);
        }));
    std::ranges::sort(all, [](const store::Row& one, const store::Row& other) { return above(one.place, other.place); });
    http::Page<Event> page;
    if (cut(all, size)) page.next = all.back().event.place;
    for (auto& each : all) page.items.push_back(std::move(each.event));
    return call.write([page = std::move(page), id](db::Tx& tx) {
        audit::record(tx, "story.read", id, id.uuid);
        return page;
    });
}

}  // namespace

void add_routes(http::Routes& routes) { routes.get("/api/v1/persons/{person}/story", "story.see", "What happened with a person, the newest first", story); }

}  // namespace ryadom::story
