#include "modules/practices/package_checks.hpp"

#include <algorithm>

namespace ryadom::practices {

void Judge::error(const std::string& pointer, std::string_view code, Arguments arguments) const {
    const auto& node = nearest(root_, pointer);
    problems_.add({Problem::Level::error, file_, node.line, node.column, pointer,
                   "practices." + std::string(code), std::move(arguments)});
}

void Judge::unexpected(bool present, const std::string& pointer, std::string_view beside) const {
    if (present) error(pointer, "field.unexpected", {{"beside", std::string(beside)}});
}

void Judge::missing(bool absent, const std::string& pointer) const {
    if (absent && was_read(pointer)) error(pointer, "field.missing");
}

void Judge::exactly_one(bool first, bool second, const std::string& pointer, std::string_view fields) const {
    if (first == second && was_read(pointer))
        error(pointer, "value.conflict", {{"fields", std::string(fields)}});
}

void Judge::ordered(bool in_order, const std::string& pointer) const {
    if (!in_order && was_read(pointer + "/from") && was_read(pointer + "/to")) error(pointer, "range.order");
}

namespace {

void check_law(const Law& law, const std::string& pointer, const Judge& judge) {
    if (!law.valid_from || !law.valid_to) return;
    const auto from = parse_date(*law.valid_from);
    const auto to = parse_date(*law.valid_to);
    if (from && to && *from > *to) judge.error(pointer + "/valid_to", "range.order");
}

void check_money(const Money& money, const std::string& pointer, const Judge& judge) {
    if (!judge.was_read(pointer)) return;
    judge.exactly_one(money.amount_kopecks.has_value(), money.set_by_region.has_value(), pointer,
                      "amount_kopecks, set_by_region");
    judge.unexpected(money.as_of && !money.amount_kopecks, pointer + "/as_of", "set_by_region");
}

void check_service(const Service& service, const std::string& pointer, const Judge& judge) {
    const auto code = std::string_view(service.code);
    const auto kind = code.substr(0, code.find('.'));
    if (judge.was_read(pointer + "/code") && judge.was_read(pointer + "/kind") && !service.code.empty() &&
        !service.kind.empty() && kind != service.kind)
        judge.error(pointer + "/code", "value.conflict", {{"fields", "code, kind"}});
    if (service.group_size)
        judge.ordered(service.group_size->from <= service.group_size->to, pointer + "/group_size");
    const bool remote = std::ranges::find(service.channels, Channel::remote) != service.channels.end();
    if (judge.was_read(pointer + "/channels"))
        judge.unexpected(service.remote_conditions && !remote, pointer + "/remote_conditions", "channels");
}

void check_staff(const StaffNeed& staff, const std::string& pointer, const Judge& judge) {
    judge.exactly_one(staff.rate_hundredths.has_value(), staff.set_by_region.has_value(), pointer,
                      "rate_hundredths, set_by_region");
    if (is_reserved_role(staff.id)) judge.error(pointer + "/id", "id.reserved", {{"id", staff.id}});
}

}  // namespace

void check_head(const Package& package, const Judge& judge) {
    const auto& contact = package.origin.contact;
    if (!contact.email && !contact.phone && !contact.url && judge.was_read("/origin") &&
        judge.was_read("/origin/contact"))
        judge.error("/origin/contact", "field.empty");
    if (package.audience.age)
        judge.ordered(package.audience.age->from <= package.audience.age->to, "/audience/age");
    for (std::size_t i = 0; i < package.legal_basis.size(); ++i)
        check_law(package.legal_basis[i], at("/legal_basis", i), judge);
    for (std::size_t i = 0; i < package.components.core.size(); ++i)
        judge.unexpected(!package.components.core[i].covers.empty(), at("/components/core", i) + "/covers",
                         "core");
    for (std::size_t i = 0; i < package.depends.size(); ++i)
        if (!package.code.empty() && package.depends[i].code == package.code)
            judge.error(at("/depends", i) + "/code", "ref.self");
    if (!judge.was_read("/cost")) return;
    check_money(package.cost.start, "/cost/start", judge);
    check_money(package.cost.monthly, "/cost/monthly", judge);
    check_money(package.cost.per_recipient, "/cost/per_recipient", judge);
}

void check_services(const Package& package, const Judge& judge) {
    for (std::size_t i = 0; i < package.services.size(); ++i)
        check_service(package.services[i], at("/services", i), judge);
}

void check_needs(const Package& package, const Judge& judge) {
    const auto& needs = package.needs;
    for (std::size_t i = 0; i < needs.staff.size(); ++i)
        check_staff(needs.staff[i], at("/needs/staff", i), judge);
    for (std::size_t i = 0; i < needs.equipment.size(); ++i)
        check_money(needs.equipment[i].price, at("/needs/equipment", i) + "/price", judge);
    for (std::size_t i = 0; i < needs.budget.size(); ++i)
        check_money(needs.budget[i].amount, at("/needs/budget", i) + "/amount", judge);
}

void check_course(const Package& package, const Judge& judge) {
    if (!package.course) return;
    const auto& course = *package.course;
    if (course.group_size)
        judge.ordered(course.group_size->from <= course.group_size->to, "/course/group_size");
    if (!course.test) return;
    for (std::size_t i = 0; i < course.test->questions.size(); ++i) {
        const auto& answers = course.test->questions[i].answers;
        const auto pointer = at("/course/test/questions", i) + "/answers";
        if (!answers.empty() &&
            std::ranges::none_of(answers, [](const Answer& each) { return each.right.has_value(); }))
            judge.error(pointer, "value.conflict", {{"fields", "right"}});
    }
}

}  // namespace ryadom::practices
