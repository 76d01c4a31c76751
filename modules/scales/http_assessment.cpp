// Assessments of need: what a specialist concluded on a day, from circumstances and scales. Every look is in the log.
#include "modules/scales/http.hpp"

#include "modules/scales/rules.hpp"
#include "modules/scales/shared.hpp"
#include "modules/scales/store_assessment.hpp"
#include "modules/scales/views.hpp"
#include "platform/audit/audit.hpp"

namespace ryadom::scales {
namespace {

using http::Call;
using http::Page;
using http::Query;
using http::Written;

Assessment view_of(db::Tx& tx, Views& views, const store::AssessmentRow& row) {
    Assessment out;
    out.id = row.id;
    out.organisation = row.organisation;
    out.assessed_on = row.assessment.assessed_on;
    out.recorded_on = row.assessment.recorded_on;
    out.author = row.author;
    out.circumstances = row.assessment.circumstances;
    for (const auto& id : store::assessed(tx, row.number))
        if (const auto filled = store::find(tx, id)) out.scales.push_back(views.filled(*filled, WithAnswers::no));
    out.level = row.assessment.level;
    out.conclusion = row.assessment.conclusion;
    out.reason = row.assessment.reason;
    out.corrected = row.corrected;
    return out;
}

Written<Page<Assessment>> list(Call& call, Query<http::Paging> paging) {
    return call.write([id = call.id<people::Person>("person"), before = place_of(paging->cursor), size = paging->size()](db::Tx& tx) {
        auto rows = store::assessments_of(tx, person_of(tx, id).number, before.day, before.number, size + 1);
        Page<Assessment> page;
        if (cut(rows, size)) page.next = cursor_of(rows.back().assessment.assessed_on, rows.back().number);
        Views views(tx);
        for (const auto& row : rows) page.items.push_back(view_of(tx, views, row));
        audit::record(tx, "scales.assessments_seen", id, id.uuid);
        return page;
    });
}

Written<Assessment> get_assessment(Call& call) {
    return call.write([id = call.id<Assessment>("assessment")](db::Tx& tx) {
        const auto row = must(store::find(tx, id));
        audit::record(tx, "scales.assessment_read", id, served(tx, row.assessment.person).uuid);
        Views views(tx);
        return view_of(tx, views, row);
    });
}

/// The scales that were named, each of the person, standing, and filled by the day; what is wrong with which.
std::vector<store::Row> named(db::Tx& tx, const std::vector<Id<FilledScale>>& ids, std::int64_t person, Date day, std::vector<FieldError>& errors) {
    std::vector<store::Row> out;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const auto pointer = "/scales/" + std::to_string(i);
        auto row = store::find(tx, ids[i]);
        if (!row || row->filled.person != person) errors.push_back({pointer, "core.absent", {}});
        else if (row->corrected) errors.push_back({pointer, "scales.corrected_already", {}});
        else if (row->filled.filled_on > day) errors.push_back({pointer, "scales.filled_later", {}});
        else out.push_back(std::move(*row));
    }
    return out;
}

/// What the specialist said, with what file and scales say for the day.
Assessment write(db::Tx& tx, store::StoredAssessment assessment, const people::PersonRow& person, const std::vector<Id<FilledScale>>& scales, std::string_view action) {
    assessment.person = person.number.value;
    assessment.recorded_on = local_date(tx.now(), network::zone(tx, assessment.organisation));
    std::vector<FieldError> errors;
    for (auto& each : forms::day_faults(assessment.assessed_on, person.person.birth, assessment.recorded_on)) errors.push_back({"/assessed_on", each.code, {}});
    const auto rows = named(tx, scales, assessment.person, assessment.assessed_on, errors);
    must_be_sound(std::move(errors));
    assessment.circumstances = store::circumstances_on(tx, assessment.person, assessment.assessed_on);
    std::vector<std::int64_t> numbers;
    std::vector<forms::Result> results;
    for (const auto& row : rows) {
        numbers.push_back(row.number);
        for (auto& each : store::results_of(tx, row.number)) results.push_back(std::move(each));
    }
    assessment.level = care_level(results);
    const auto id = store::insert(tx, assessment, numbers);
    audit::record(tx, action, id, person.person.id.uuid);
    Views views(tx);
    return view_of(tx, views, must(store::find(tx, id)));
}

Written<Assessment> post_assessment(Call& call, AssessRequest request) {
    return call.write([request = std::move(request), id = call.id<people::Person>("person")](db::Tx& tx) {
        const auto person = person_of(tx, id);
        store::StoredAssessment assessment;
        assessment.organisation = network::own(tx, request.organisation).value;
        assessment.assessed_on = request.assessed_on;
        assessment.conclusion = request.conclusion;
        return write(tx, std::move(assessment), person, request.scales, "scales.assessed");
    });
}

Written<Assessment> post_correction(Call& call, CorrectAssessment request) {
    return call.write([request = std::move(request), id = call.id<Assessment>("assessment")](db::Tx& tx) {
        const auto row = must(store::find(tx, id));
        const auto person = person_of(tx, served(tx, row.assessment.person));
        if (row.corrected) throw Refused(refuse("scales.assessment_corrected_already").error());
        store::StoredAssessment assessment;
        assessment.organisation = row.assessment.organisation;
        assessment.assessed_on = request.assessed_on;
        assessment.conclusion = request.conclusion;
        assessment.replaces = row.number;
        assessment.reason = request.reason;
        return write(tx, std::move(assessment), person, request.scales, "scales.assessment_corrected");
    });
}

}  // namespace

void add_assessment_routes(http::Routes& routes) {
    routes.get("/api/v1/persons/{person}/assessments", "scales.see_filled", "Assessments of a person's need, the newest day first", list);
    routes.post("/api/v1/persons/{person}/assessments", "scales.assess", "Assess the need of a person", post_assessment).replay = http::Replay::done;
    routes.get("/api/v1/assessments/{assessment}", "scales.see_filled", "An assessment of need", get_assessment);
    routes.post("/api/v1/assessments/{assessment}/correct", "scales.assess", "Put a corrected one in the place of an assessment", post_correction).replay =
        http::Replay::done;
}

}  // namespace ryadom::scales
