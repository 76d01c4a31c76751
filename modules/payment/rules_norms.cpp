#include "modules/payment/rules_norms.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <stdexcept>

namespace ryadom::payment {
namespace {

/// The fields that a kind of norm has.
struct Fields {
    bool service = false;
    bool area = false;
    bool group = false;
    bool category = false;
    bool amount = false;
    bool rule = false;
};

Fields fields_of(NormKind kind) {
    switch (kind) {
        case NormKind::tariff:
        case NormKind::per_capita_norm: return {.service = true, .area = true, .amount = true};
        case NormKind::subsistence_minimum: return {.group = true, .amount = true};
        case NormKind::payment_rule: return {.rule = true};
        case NormKind::free_category: return {.category = true};
        case NormKind::free_care_package: return {};
    }
    throw std::logic_error("no such kind of norm");
}

/// The same place of the region's norms, area apart.
bool same_place(const NormValue& one, const NormValue& other) {
    return one.kind == other.kind && one.service == other.service && one.group == other.group && one.category == other.category;
}

bool areas_meet(const NormValue& one, const NormValue& other) { return !one.area || !other.area || *one.area == *other.area; }

bool meet(const Norm& norm, const NewNorms& given) {
    return (!given.valid_to || norm.valid_from <= *given.valid_to) && (!norm.valid_to || given.valid_from <= *norm.valid_to);
}

/// A value for everywhere gives way to two, never to that of one area alone.
bool covers_other_area(const NewNorms& given, const NormValue& value) {
    return std::ranges::any_of(given.norms, [&](const NormValue& each) { return same_place(each, value) && each.area && each.area != value.area; });
}

FieldError overlap(const std::string& pointer, const Norm& norm) {
    const auto last = norm.valid_to ? written(*norm.valid_to) : std::string("…");
    return {pointer, "payment.overlaps", {{"from", written(norm.valid_from)}, {"to", last}, {"ground", norm.ground}}};
}

void check_fields(std::vector<FieldError>& out, const NormValue& value, const std::string& at, const Known& known) {
    const auto fields = fields_of(value.kind);
    const auto check = [&](bool wanted, bool given, bool demanded, std::string_view name) {
        if (wanted && demanded && !given) out.push_back({at + std::string(name), "core.required", {}});
        if (!wanted && given) out.push_back({at + std::string(name), "payment.not_of_this_kind", {}});
    };
    check(fields.service, value.service.has_value(), true, "/service");
    check(fields.area, value.area.has_value(), false, "/area");
    check(fields.group, value.group.has_value(), true, "/group");
    check(fields.category, value.category.has_value(), true, "/category");
    check(fields.amount, value.amount_kopecks.has_value(), true, "/amount_kopecks");
    check(fields.rule, value.rule.has_value(), true, "/rule");
    if (value.service && !known.services.contains(*value.service)) out.push_back({at + "/service", "core.absent", {}});
    if (value.category && !known.categories.contains(*value.category)) out.push_back({at + "/category", "core.unknown_value", {{"value", *value.category}}});
}

}  // namespace

std::string written(Date day) {
    const auto [year, month, date] = parts(day);
    return fmt::format("{:02}.{:02}.{}", date, month, year);
}

std::vector<FieldError> faults(const NewNorms& given, const Known& known) {
    std::vector<FieldError> out;
    if (given.valid_to && *given.valid_to < given.valid_from) out.push_back({"/valid_to", "payment.ends_before_it_begins", {}});
    for (std::size_t i = 0; i < given.norms.size(); ++i) {
        const auto at = fmt::format("/norms/{}", i);
        check_fields(out, given.norms[i], at, known);
        const auto before = std::span(given.norms).first(i);
        if (std::ranges::any_of(before, [&](const NormValue& each) { return same_place(each, given.norms[i]) && areas_meet(each, given.norms[i]); }))
            out.push_back({at, "payment.twice", {}});
    }
    return out;
}

Checked<std::vector<Ended>> place(const std::vector<Norm>& standing, const NewNorms& given) {
    std::vector<Ended> ended;
    std::vector<FieldError> errors;
    for (std::size_t i = 0; i < given.norms.size(); ++i) {
        const auto& value = given.norms[i];
        const auto at = fmt::format("/norms/{}", i);
        for (const auto& norm : standing) {
            if (norm.withdrawn || !same_place(norm.value, value) || !areas_meet(norm.value, value) || !meet(norm, given)) continue;
            if (norm.valid_to || norm.valid_from >= given.valid_from) errors.push_back(overlap(at, norm));
            else if (!norm.value.area && value.area && !covers_other_area(given, value)) errors.push_back({at, "payment.other_area_left_out", {}});
            else if (const Ended each{norm.id, given.valid_from - 1}; std::ranges::find(ended, each) == ended.end()) ended.push_back(each);
        }
    }
    if (!errors.empty()) return std::unexpected(Refusal{Refusal::Kind::invalid, "core.invalid", {}, std::move(errors)});
    return ended;
}

Checked<void> may_end(const Norm& norm, Date last) {
    if (norm.withdrawn) return refuse("payment.withdrawn_already");
    if (norm.valid_to) return refuse("payment.ended_already", {{"day", written(*norm.valid_to)}});
    if (last < norm.valid_from) return refuse_field("/last", "payment.ends_before_it_begins");
    return {};
}

}  // namespace ryadom::payment
