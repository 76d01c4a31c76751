// Scales filled for people: read, filled and corrected. Every look at somebody's scales is in the log.
#include "modules/scales/http.hpp"

#include "modules/scales/shared.hpp"
#include "modules/scales/views.hpp"
#include "platform/audit/audit.hpp"

#include <algorithm>

namespace ryadom::scales {

struct FilledFilter {
    std::optional<Id<Scale>> scale;
    std::optional<bool> latest;
    std::optional<std::string> cursor;
    std::optional<int> limit;
};
constexpr auto describe(json::Type<FilledFilter>) {
    using json::field;
    using T = FilledFilter;
    return json::object("FilledScaleFilter", field("scale", &T::scale, "Of this scale"), field("latest", &T::latest, "Only the last of each scale"),
                        field("cursor", &T::cursor, "Where the page before ended"), field("limit", &T::limit, "Rows of a page", json::range(1, 200)));
}

namespace {

using http::Call;
using http::Page;
using http::Query;
using http::Written;

store::Wanted wanted_of(db::Tx& tx, const FilledFilter& filter) {
    store::Wanted out;
    if (filter.scale) {
        const auto versions = store::versions_of(tx, *filter.scale);
        out.scale = versions.empty() ? -1 : versions.front().scale.value;
    }
    out.latest = filter.latest.value_or(false);
    const auto place = place_of(filter.cursor);
    out.before_day = place.day;
    out.before_number = place.number;
    out.limit = filter.limit.value_or(50) + 1;
    return out;
}

Written<Page<FilledScale>> list(Call& call, Query<FilledFilter> filter) {
    return call.write([id = call.id<people::Person>("person"), filter = filter.value](db::Tx& tx) {
        const auto wanted = wanted_of(tx, filter);
        auto rows = store::of_person(tx, person_of(tx, id).number, wanted);
        Page<FilledScale> page;
        if (cut(rows, wanted.limit - 1)) page.next = cursor_of(rows.back().filled.filled_on, rows.back().number);
        Views views(tx);
        for (const auto& row : rows) page.items.push_back(views.filled(row, WithAnswers::no));
        audit::record(tx, "scales.seen", id, id.uuid);
        return page;
    });
}

Written<FilledScale> get_filled(Call& call) {
    return call.write([id = call.id<FilledScale>("filled")](db::Tx& tx) {
        const auto row = seen(tx, id);
        audit::record(tx, "scales.read", id, served(tx, row.filled.person).uuid);
        return Views(tx).filled(row, WithAnswers::yes);
    });
}

/// Writes it and answers with what it came to, and what has changed.
FilledScale write(db::Tx& tx, const StoredScale& filled, const practices::Form& form, const people::PersonRow& person, std::string_view action) {
    const auto id = append(tx, filled, forms::results(form, filled.answers));
    audit::record(tx, action, id, person.person.id.uuid);
    store::Wanted wanted{filled.scale.value, false, never, 0, 200};
    const auto rows = store::of_person(tx, person.number, wanted);
    const auto found = std::ranges::find(rows, id, &store::Row::id);
    return Views(tx).filled(found == rows.end() ? must(store::find(tx, id)) : *found, WithAnswers::yes);
}

/// The version of the day, if it is the one that was on the screen.
const store::VersionRow* version_for(const std::vector<store::VersionRow>& versions, const FillRequest& request, std::vector<FieldError>& errors) {
    const auto* version = on_day(versions, request.filled_on);
    if (versions.empty()) errors.push_back({"/scale", "core.absent", {}});
    else if (!version) errors.push_back({"/filled_on", "scales.not_yet_in_force", {{"day", to_string(versions.front().valid_from)}}});
    else if (version->version != request.version) errors.push_back({"/filled_on", "scales.another_version", {{"version", std::to_string(version->version)}}});
    return version;
}

FilledScale fill(db::Tx& tx, const Id<people::Person>& id, const FillRequest& request) {
    const auto person = person_of(tx, id);
    const auto home = network::own(tx, request.organisation);
    const auto versions = store::versions_of(tx, request.scale);
    StoredScale filled;
    filled.recorded_on = local_date(tx.now(), network::zone(tx, home.value));
    auto errors = forms::day_faults(request.filled_on, person.person.birth, filled.recorded_on);
    const auto* version = version_for(versions, request, errors);
    if (!version) must_be_sound(errors);
    const auto form = form_of(version->description);
    std::ranges::move(forms::faults(*form, request.answers, "/answers"), std::back_inserter(errors));
    must_be_sound(std::move(errors));
    filled.person = person.number.value;
    filled.organisation = home.value;
    filled.scale = version->scale;
    filled.version = version->number;
    filled.filled_on = request.filled_on;
    filled.answers = request.answers;
    return write(tx, filled, *form, person, "scales.filled");
}

Written<FilledScale> post_filled(Call& call, FillRequest request) {
    return call.write([request = std::move(request), id = call.id<people::Person>("person")](db::Tx& tx) { return fill(tx, id, request); });
}

/// By the version that it was filled by: a newer one changes nothing that was filled.
FilledScale correct(db::Tx& tx, const Id<FilledScale>& id, const CorrectRequest& request) {
    const auto row = seen(tx, id);
    Views views(tx);
    if (!views.readable(row)) throw Refused({Refusal::Kind::forbidden, "scales.confidential", {}, {}});
    if (row.corrected) throw Refused(refuse("scales.corrected_already").error());
    const auto form = views.version(row.filled.version).form;
    const auto person = person_of(tx, served(tx, row.filled.person));
    auto filled = row.filled;
    filled.recorded_on = local_date(tx.now(), network::zone(tx, row.filled.organisation));
    filled.filled_on = request.filled_on;
    filled.answers = request.answers;
    filled.replaces = row.number;
    filled.reason = request.reason;
    auto errors = forms::day_faults(request.filled_on, person.person.birth, filled.recorded_on);
    std::ranges::move(forms::faults(*form, request.answers, "/answers"), std::back_inserter(errors));
    must_be_sound(std::move(errors));
    return write(tx, filled, *form, person, "scales.corrected");
}

Written<FilledScale> post_correction(Call& call, CorrectRequest request) {
    return call.write([request = std::move(request), id = call.id<FilledScale>("filled")](db::Tx& tx) { return correct(tx, id, request); });
}

}  // namespace

void add_filled_routes(http::Routes& routes) {
    routes.get("/api/v1/persons/{person}/scales", "scales.see_filled", "Scales filled for a person, the newest day first", list);
    // What a confidential scale says is kept for no repetition.
    routes.post("/api/v1/persons/{person}/scales", "scales.fill", "Fill a scale for a person", post_filled).replay = http::Replay::done;
    routes.get("/api/v1/filled-scales/{filled}", "scales.see_filled", "A filled scale", get_filled);
    routes.post("/api/v1/filled-scales/{filled}/correct", "scales.fill", "Put a corrected one in the place of a filled scale", post_correction).replay =
        http::Replay::done;
}

}  // namespace ryadom::scales
