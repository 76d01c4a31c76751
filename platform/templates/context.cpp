#include "platform/templates/context.hpp"

#include "platform/core/text.hpp"

#include <algorithm>

namespace ryadom::templates {
namespace {

constexpr std::size_t most_problems = 20;

constexpr std::array own{std::pair{std::string_view("@number"), Type::number}, std::pair{std::string_view("@first"), Type::flag},
                         std::pair{std::string_view("@last"), Type::flag}};

}  // namespace

void Context::problem(Place place, std::string_view code, Arguments arguments) {
    if (problems_.size() < most_problems) problems_.push_back({place, "templates." + std::string(code), std::move(arguments)});
}

std::vector<Problem> Context::take_problems() {
    std::ranges::stable_sort(problems_, {}, [](const Problem& each) { return std::pair(each.place.line, each.place.column); });
    return std::move(problems_);
}

std::optional<Context::Known> Context::find(Place place, std::string_view code) {
    if (const auto special = std::ranges::find(own, code, [](const auto& each) { return each.first; }); special != own.end()) {
        if (scopes_.size() > 1) return Known{{Reference::here, std::string(code), special->second}, nullptr};
        problem(place, "only_in_list", {{"field", std::string(code)}});
        return std::nullopt;
    }
    for (auto scope = scopes_.size(); scope-- > 0;) {
        const auto& fields = *scopes_[scope];
        const auto found = std::ranges::find(fields, code, &Field::code);
        if (found != fields.end()) return Known{{static_cast<int>(scope), found->code, found->type}, &found->fields};
    }
    if (code.empty()) problem(place, "empty_tag");
    else problem(place, "unknown_field", {{"field", shorten(code)}});
    return std::nullopt;
}

std::optional<Context::Known> Context::find_list(Place place, std::string_view code) {
    auto known = find(place, code);
    if (!known || known->reference.type == Type::list) return known;
    problem(place, "not_a_list", {{"field", shorten(code)}});
    return std::nullopt;
}

bool Context::enter(Place place) {
    if (depth_ == deepest) {
        problem(place, "too_deep", {{"count", std::to_string(deepest)}});
        return false;
    }
    ++depth_;
    return true;
}

}  // namespace ryadom::templates
