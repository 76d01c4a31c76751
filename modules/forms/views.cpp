#include "modules/forms/views.hpp"

#include "modules/forms/rules.hpp"

#include <algorithm>

namespace ryadom::forms {
namespace {

/// Whether the package says that the form is filled with the service.
bool filled_with(db::Tx& tx, const practices::Package& package, const store::Delivered& delivered, const std::string& form) {
    for (const auto& use : practices::services_of(tx, {delivered.version})) {
        if (use.service.value != delivered.service) continue;
        const auto service = std::ranges::find(package.services, use.package_service, &practices::Service::id);
        if (service != package.services.end() && std::ranges::find(service->forms, form) != service->forms.end()) return true;
    }
    return false;
}

}  // namespace

std::optional<PackageForm> form_of(db::Tx& tx, Number<practices::Version> version, std::string_view form) {
    auto package = practices::package_of(tx, version);
    const auto found = std::ranges::find(package->forms, form, &practices::Form::id);
    if (found == package->forms.end()) return std::nullopt;
    return PackageForm{package, &*found};
}

const Views::Practice& Views::practice(std::int64_t number) {
    const auto [found, added] = practices_.try_emplace(number);
    if (added) {
        auto row = must(practices::find_practice(tx_, Number<practices::Practice>{number}));
        found->second = {row.id, std::move(row.titles)};
    }
    return found->second;
}

bool Views::readable(const store::Row& row) {
    const auto form = form_of(tx_, row.form.version, row.form.form);
    if (form && !form->form->confidential.value_or(false)) return true;
    if (row.account == tx_.caller().account) return true;
    if (!me_) me_ = network::staff_of_account(tx_, tx_.caller().account);
    if (!*me_) return false;
    const auto [known, added] = works_with_.try_emplace({row.form.person, row.form.practice.value});
    if (added) known->second = store::works_with(tx_, **me_, row.form.person, row.form.practice.value);
    return known->second;
}

FilledForm Views::filled(const store::Row& row, WithAnswers with_answers) {
    const auto form = must(form_of(tx_, row.form.version, row.form.form));
    const auto& of = practice(row.form.practice.value);
    FilledForm out;
    out.id = row.id;
    out.organisation = row.organisation;
    out.practice = of.id;
    out.practice_titles = of.titles;
    out.version = must(practices::find_version(tx_, row.form.version)).id;
    out.form = row.form.form;
    out.titles = titles(form.form->title);
    out.moment = row.form.moment;
    out.filled_on = row.form.filled_on;
    out.recorded_on = row.form.recorded_on;
    out.author = row.author;
    out.confidential = form.form->confidential.value_or(false);
    out.readable = readable(row);
    out.corrected = row.corrected;
    if (!out.readable) return out;
    out.reason = row.form.reason;
    auto& scores = out.scores.emplace();
    for (const auto& result : store::results_of(tx_, row.number)) scores.push_back(view_of(*form.form, result));
    if (with_answers == WithAnswers::yes) out.answers = store::answers_of(tx_, row.number);
    return out;
}

void Views::offer(const store::Delivered& delivered, const std::vector<store::Known>& known, std::vector<OfferedForm>& out) {
    const auto package = practices::package_of(tx_, {delivered.version});
    for (const auto& form : package->forms) {
        std::set<practices::Moment> moments;
        bool this_time = false;
        for (const auto& each : known) {
            if (each.practice != delivered.practice || each.form != form.id) continue;
            moments.insert(each.moment);
            this_time |= delivered.fact != 0 && each.fact == delivered.fact;
        }
        const bool of_service = delivered.fact != 0 && filled_with(tx_, *package, delivered, form.id);
        const auto& of = practice(delivered.practice);
        out.push_back({of.id, of.titles, must(practices::find_version(tx_, Number<practices::Version>{delivered.version})).id, form.id, titles(form.title),
                       form.moments, missing(form, moments, of_service, this_time)});
    }
}

std::vector<OfferedForm> Views::offered(Number<people::Person> person, const std::optional<Id<ledger::Fact>>& fact) {
    std::vector<OfferedForm> out;
    const auto known = store::known(tx_, person);
    if (fact) {
        if (const auto delivered = store::delivered(tx_, person, *fact)) offer(*delivered, known, out);
        return out;
    }
    for (const auto& each : store::practices_of(tx_, person)) offer(each, known, out);
    return out;
}

}  // namespace ryadom::forms
