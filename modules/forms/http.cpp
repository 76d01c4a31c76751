// Forms on screen: what is offered, filled, read and corrected. Every look at somebody's forms is in the log.
#include "modules/forms/http.hpp"

#include "modules/forms/rules.hpp"
#include "modules/forms/views.hpp"
#include "platform/audit/audit.hpp"
#include "platform/http/routes.hpp"

#include <algorithm>

namespace ryadom::forms {

struct OfferFilter {
    std::optional<Id<ledger::Fact>> fact;
};

struct SheetFilter {
    Id<practices::Version> version;
    std::string form;
};

constexpr auto describe(json::Type<OfferFilter>) {
    return json::object("OfferFilter", json::field("fact", &OfferFilter::fact, "After this service"));
}

constexpr auto describe(json::Type<SheetFilter>) {
    return json::object("SheetFilter", json::field("version", &SheetFilter::version, "Version of the practice"),
                        json::field("form", &SheetFilter::form, "Form", json::length(1, 64)));
}

namespace {

using http::Call;
using http::Page;
using http::Query;
using http::Written;

void must_be_sound(std::vector<FieldError> errors) {
    if (!errors.empty()) throw Refused({Refusal::Kind::invalid, "core.invalid", {}, std::move(errors)});
}

people::PersonRow person_of(db::Tx& tx, const Id<people::Person>& id) { return must(people::find_person(tx, id)); }

/// The form within the caller's scope, of somebody whom the caller's organisations serve.
store::Row seen(db::Tx& tx, const Id<FilledForm>& id) {
    auto row = must(store::find(tx, id));
    if (!people::briefs(tx, {row.form.person}).front().name) throw Refused(absent());
    return row;
}

Id<people::Person> person_id(db::Tx& tx, const store::Row& row) { return people::briefs(tx, {row.form.person}).front().id; }

Written<Page<FilledForm>> list(Call& call, Query<http::Paging> paging) {
    const auto id = call.id<people::Person>("person");
    const auto before = http::place(paging->cursor).value_or(INT64_MAX);
    const int size = paging->size();
    return call.write([id, before, size](db::Tx& tx) {
        auto rows = store::of_person(tx, person_of(tx, id).number, before, size + 1);
        Page<FilledForm> page;
        if (cut(rows, size)) page.next = std::to_string(rows.back().number);
        Views views(tx);
        for (const auto& row : rows) page.items.push_back(views.filled(row, WithAnswers::no));
        audit::record(tx, "forms.seen", id, id.uuid);
        return page;
    });
}

Page<OfferedForm> offered(Call& call, Query<OfferFilter> filter) {
    return call.read([&](db::Tx& tx) {
        const auto person = person_of(tx, call.id<people::Person>("person"));
        return Page<OfferedForm>{Views(tx).offered(person.number, filter->fact), {}};
    });
}

FormSheet sheet(Call& call, Query<SheetFilter> filter) {
    return call.read([&](db::Tx& tx) {
        const auto version = must(practices::find_version(tx, filter->version));
        return sheet_of(*must(form_of(tx, version.number, filter->form)).form);
    });
}

Written<FilledForm> get_form(Call& call) {
    return call.write([id = call.id<FilledForm>("form")](db::Tx& tx) {
        const auto row = seen(tx, id);
        audit::record(tx, "forms.read", id, person_id(tx, row).uuid);
        return Views(tx).filled(row, WithAnswers::yes);
    });
}

/// Writes it and answers with what it came to.
FilledForm write(db::Tx& tx, const StoredForm& stored, const practices::Form& form, const Id<people::Person>& person, std::string_view action) {
    const auto id = append(tx, stored, results(form, stored.answers));
    audit::record(tx, action, id, person.uuid);
    return Views(tx).filled(must(store::find(tx, id)), WithAnswers::yes);
}

StoredForm stored_of(const FillRequest& request, const people::PersonRow& person, Number<network::Organisation> home, const practices::VersionRow& version) {
    StoredForm out;
    out.person = person.number.value;
    out.organisation = home.value;
    out.practice = version.practice;
    out.version = version.number;
    out.form = request.form;
    out.moment = request.moment;
    out.filled_on = request.filled_on;
    out.answers = request.answers;
    return out;
}

FilledForm fill(db::Tx& tx, const Id<people::Person>& id, const FillRequest& request) {
    const auto person = person_of(tx, id);
    const auto home = network::own(tx, request.organisation);
    const auto version = practices::find_version(tx, request.version);
    if (!version) must_be_sound({{"/version", "core.absent", {}}});
    const auto form = form_of(tx, version->number, request.form);
    if (!form) must_be_sound({{"/form", "core.absent", {}}});
    auto stored = stored_of(request, person, home, *version);
    stored.recorded_on = local_date(tx.now(), network::zone(tx, home.value));
    auto errors = day_faults(request.filled_on, person.person.birth, stored.recorded_on);
    if (std::ranges::find(form->form->moments, request.moment) == form->form->moments.end()) errors.push_back({"/moment", "forms.not_at_this_moment", {}});
    if (request.fact) {
        const auto fact = store::delivered(tx, person.number, *request.fact);
        if (!fact) errors.push_back({"/fact", "core.absent", {}});
        else if (fact->practice != version->practice.value) errors.push_back({"/fact", "forms.fact_of_another_practice", {}});
        else stored.fact = fact->fact;
    }
    std::ranges::move(faults(*form->form, request.answers, "/answers"), std::back_inserter(errors));
    must_be_sound(std::move(errors));
    return write(tx, stored, *form->form, id, "forms.filled");
}

Written<FilledForm> post_form(Call& call, FillRequest request) {
    return call.write([request = std::move(request), id = call.id<people::Person>("person")](db::Tx& tx) { return fill(tx, id, request); });
}

FilledForm correct(db::Tx& tx, const Id<FilledForm>& id, const CorrectRequest& request) {
    const auto row = seen(tx, id);
    if (!Views(tx).readable(row)) throw Refused({Refusal::Kind::forbidden, "forms.confidential", {}, {}});
    if (row.corrected) throw Refused(refuse("forms.corrected_already").error());
    const auto form = must(form_of(tx, row.form.version, row.form.form));
    const auto person = person_of(tx, person_id(tx, row));
    auto stored = row.form;
    stored.recorded_on = local_date(tx.now(), network::zone(tx, row.form.organisation));
    stored.filled_on = request.filled_on;
    stored.answers = request.answers;
    stored.replaces = row.number;
    stored.reason = request.reason;
    auto errors = day_faults(request.filled_on, person.person.birth, stored.recorded_on);
    std::ranges::move(faults(*form.form, request.answers, "/answers"), std::back_inserter(errors));
    must_be_sound(std::move(errors));
    return write(tx, stored, *form.form, person.person.id, "forms.corrected");
}

Written<FilledForm> post_correction(Call& call, CorrectRequest request) {
    return call.write([request = std::move(request), id = call.id<FilledForm>("form")](db::Tx& tx) { return correct(tx, id, request); });
}

}  // namespace

void add_routes(http::Routes& routes) {
    routes.get("/api/v1/persons/{person}/forms", "forms.see", "Filled forms of a person, newest first", list);
    routes.get("/api/v1/persons/{person}/forms/offered", "forms.fill", "Forms that may be filled for a person", offered);
    // What a confidential form says is kept for no repetition.
    routes.post("/api/v1/persons/{person}/forms", "forms.fill", "Fill a form for a person", post_form).replay = http::Replay::done;
    routes.get("/api/v1/forms/sheet", "forms.see", "The questions of a form", sheet);
    routes.get("/api/v1/forms/{form}", "forms.see", "A filled form", get_form);
    routes.post("/api/v1/forms/{form}/correct", "forms.fill", "Put a corrected form in the place of one", post_correction).replay = http::Replay::done;
}

}  // namespace ryadom::forms
