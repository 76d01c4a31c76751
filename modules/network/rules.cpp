#include "modules/network/rules.hpp"

#include <set>

namespace ryadom::network {
namespace {

/// Days of service and training that a living person can have: what lies beyond is a slip of the pen.
constexpr int first_year = 1940;
constexpr int last_year = 2100;

class Errors {
  public:
    void add(std::string pointer, std::string code, Arguments arguments = {}) { errors_.push_back({std::move(pointer), std::move(code), std::move(arguments)}); }

    void check_day(const std::string& pointer, const std::optional<Date>& day) {
        if (!day) return;
        const auto year = parts(*day).year;
        if (year < first_year || year > last_year) add(pointer, "network.unlikely_day", {{"year", std::to_string(year)}});
    }

    Checked<void> result() && {
        if (errors_.empty()) return {};
        return std::unexpected(Refusal{Refusal::Kind::invalid, "core.invalid", {}, std::move(errors_)});
    }

  private:
    std::vector<FieldError> errors_;
};

}  // namespace

Checked<void> acceptable(const District& district) {
    if (district.elders > district.population) return refuse_field("/elders", "network.more_elders_than_residents");
    return {};
}

Checked<void> acceptable(const Organisation& organisation) {
    Errors errors;
    if (!known_zone(organisation.zone)) errors.add("/zone", "network.unknown_zone", {{"zone", organisation.zone}});
    if (organisation.parent == organisation.id) errors.add("/parent", "network.parent_of_itself");
    errors.check_day("/closed_on", organisation.closed_on);
    return std::move(errors).result();
}

Checked<void> acceptable(const StaffMember& member) {
    Errors errors;
    errors.check_day("/hired_on", member.hired_on);
    errors.check_day("/left_on", member.left_on);
    if (member.left_on && *member.left_on < member.hired_on) errors.add("/left_on", "network.left_before_hired");
    std::set<std::pair<std::string_view, Date>> held;
    for (std::size_t i = 0; i < member.qualifications.size(); ++i) {
        const auto& each = member.qualifications[i];
        const auto at = "/qualifications/" + std::to_string(i);
        errors.check_day(at + "/valid_from", each.valid_from);
        errors.check_day(at + "/valid_to", each.valid_to);
        if (each.valid_to && *each.valid_to < each.valid_from) errors.add(at + "/valid_to", "network.ends_before_it_begins");
        if (!held.emplace(each.code, each.valid_from).second) errors.add(at + "/code", "network.qualification_twice");
    }
    return std::move(errors).result();
}

}  // namespace ryadom::network
