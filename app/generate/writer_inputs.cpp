// Requests and filled forms, each on its day.
#include "app/generate/writer.hpp"

#include "modules/requests/store.hpp"

#include <algorithm>

namespace ryadom::generate {

void Writer::write_requests(db::Tx& tx, const InputsPlan& plan, Date day) const {
    const auto noted = [&](const RequestPlan& request) {
        return requests::Noted{persons_[static_cast<std::size_t>(request.person)].value, services_.find(request.service)->second,
                               organisations_[slot(request.home)].number.value, request.asked_on, request.asked_on};
    };
    for (const auto& request : plan.requests) requests::note(tx, noted(request));
    for (const auto& [request, reason] : plan.withdrawals) {
        const auto wanted = noted(request);
        const auto known = requests::store::standing_of(tx, {wanted.person});
        const auto found = std::ranges::find_if(known, [&](const requests::store::Row& each) {
            return each.asked.service == wanted.service && each.asked.organisation == wanted.organisation && each.asked.asked_on == wanted.asked_on;
        });
        if (found != known.end()) requests::withdraw(tx, found->asked, {day, std::string(reason), {}}, day);
    }
}

void Writer::write_forms(db::Tx& tx, const InputsPlan& plan, Date day) const {
    for (const auto& each : plan.forms) {
        const auto& practice = practices_[static_cast<std::size_t>(each.practice)];
        forms::StoredForm form;
        form.person = persons_[static_cast<std::size_t>(each.person)].value;
        form.organisation = organisations_[slot(each.home)].number.value;
        form.practice = practice.number;
        form.version = practice.version;
        form.form = each.form->id;
        form.moment = each.moment;
        form.filled_on = each.filled_on;
        form.answers = each.answers;
        form.recorded_on = day;
        forms::append(tx, form, forms::results(*each.form, each.answers));
    }
}

void Writer::write(const InputsPlan& plan, Date day) {
    if (plan.requests.empty() && plan.withdrawals.empty() && plan.forms.empty()) return;
    move(day, 19);
    run([this, day, plan = std::make_shared<const InputsPlan>(plan)](db::Tx& tx) {
        write_requests(tx, *plan, day);
        write_forms(tx, *plan, day);
    });
}

}  // namespace ryadom::generate
