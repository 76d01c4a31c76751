#include "modules/forms/rules.hpp"

#include <algorithm>
#include <cmath>

namespace ryadom::forms {
namespace {

using practices::FieldType;
using practices::FormField;
using practices::Option;

constexpr double largest = 1'000'000;
constexpr std::size_t longest_line = 300;
constexpr std::size_t longest_text = 4000;

/// A number as a name of RFC 6901 takes it.
std::string escaped(std::string_view name) {
    std::string out;
    for (const char each : name) {
        if (each == '~') out += "~0";
        else if (each == '/') out += "~1";
        else out += each;
    }
    return out;
}

std::string written(double number) {
    std::string out;
    json::append(number, out);
    return out;
}

std::optional<double> number_in(const json::Value& value) {
    if (const auto* whole = value.as<std::int64_t>()) return static_cast<double>(*whole);
    if (const auto* decimal = value.as<double>(); decimal && std::isfinite(*decimal)) return *decimal;
    return std::nullopt;
}

const Option* option_of(const FormField& field, const json::Value& value) {
    const auto* id = value.as<std::string>();
    if (!id) return nullptr;
    const auto found = std::ranges::find(field.options, *id, &Option::id);
    return found == field.options.end() ? nullptr : &*found;
}

bool is_clock(const std::string& text) {
    const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
    return text.size() == 5 && text[2] == ':' && digit(0) && digit(1) && digit(3) && digit(4) && text.substr(0, 2) < "24" && text[3] < '6';
}

/// One answer against its field.
class Check {
  public:
    Check(const FormField& field, std::string pointer, std::vector<FieldError>& errors) : field_(field), pointer_(std::move(pointer)), errors_(errors) {}

    void run(const json::Value& value) const {
        switch (field_.type) {
            case FieldType::integer: return check_integer(value);
            case FieldType::decimal: return check_decimal(value);
            case FieldType::choice: return check_choice(value, pointer_);
            case FieldType::choices: return check_choices(value);
            case FieldType::boolean: return expect(value.as<bool>(), "boolean");
            case FieldType::line: return check_text(value, longest_line);
            case FieldType::text: return check_text(value, longest_text);
            case FieldType::date: return check_date(value);
            case FieldType::time: return check_time(value);
        }
    }
    void missing() const { error("core.required"); }
    void not_asked() const { error("forms.not_asked"); }

  private:
    void error(std::string code, Arguments arguments = {}) const { errors_.push_back({pointer_, std::move(code), std::move(arguments)}); }
    void expect(bool fits, const char* type) const {
        if (!fits) error("core.type", {{"expected", type}});
    }

    void check_integer(const json::Value& value) const {
        if (!value.as<std::int64_t>()) return expect(false, "integer");
        check_range(static_cast<double>(*value.as<std::int64_t>()));
    }
    void check_decimal(const json::Value& value) const {
        const auto number = number_in(value);
        if (!number) return expect(false, "number");
        check_range(*number);
        if (std::abs(*number) <= largest && std::abs(*number * 100 - std::round(*number * 100)) > 1e-6) error("forms.two_digits");
    }
    void check_range(double number) const {
        if (number < field_.min.value_or(-largest)) error("core.too_small", {{"minimum", written(field_.min.value_or(-largest))}});
        if (number > field_.max.value_or(largest)) error("core.too_large", {{"maximum", written(field_.max.value_or(largest))}});
    }
    void check_choice(const json::Value& value, const std::string& pointer) const {
        if (!value.as<std::string>()) return errors_.push_back({pointer, "core.type", {{"expected", "string"}}});
        if (!option_of(field_, value)) errors_.push_back({pointer, "core.unknown_value", {{"value", shorten(*value.as<std::string>())}}});
    }
    void check_choices(const json::Value& value) const {
        const auto* chosen = value.as<json::Array>();
        if (!chosen) return expect(false, "array");
        if (chosen->empty() && field_.required.value_or(false)) missing();
        for (std::size_t i = 0; i < chosen->size(); ++i) {
            const auto place = pointer_ + "/" + std::to_string(i);
            check_choice((*chosen)[i], place);
            if (std::find(chosen->begin(), chosen->begin() + static_cast<std::ptrdiff_t>(i), (*chosen)[i]) != chosen->begin() + static_cast<std::ptrdiff_t>(i))
                errors_.push_back({place, "forms.chosen_twice", {}});
        }
    }
    void check_text(const json::Value& value, std::size_t longest) const {
        const auto* text = value.as<std::string>();
        if (!text) return expect(false, "string");
        if (trimmed(*text).empty()) return missing();
        if (text->find('\0') != std::string::npos || (field_.type == FieldType::line && text->find('\n') != std::string::npos)) return error("core.control_character");
        if (characters(*text) > longest) error("core.too_long", {{"maximum", std::to_string(longest)}});
    }
    void check_date(const json::Value& value) const {
        const auto* text = value.as<std::string>();
        if (!text || !parse_date(*text)) error("core.not_a_date");
    }
    void check_time(const json::Value& value) const {
        const auto* text = value.as<std::string>();
        if (!text || !is_clock(*text)) error("core.not_a_time");
    }

    const FormField& field_;
    std::string pointer_;
    std::vector<FieldError>& errors_;
};

}  // namespace

std::vector<FieldError> faults(const practices::Form& form, const Answers& answers, const std::string& pointer) {
    std::vector<FieldError> errors;
    for (const auto& field : form.fields) {
        const Check check(field, pointer + "/" + field.id, errors);
        const auto found = answers.find(field.id);
        const bool asked = is_asked(form, field, answers);
        if (found == answers.end()) {
            if (asked && field.required.value_or(false)) check.missing();
        } else if (asked) {
            check.run(found->second);
        } else {
            check.not_asked();
        }
    }
    for (const auto& [id, value] : answers)
        if (std::ranges::find(form.fields, id, &FormField::id) == form.fields.end()) errors.push_back({pointer + "/" + escaped(id), "core.unknown_field", {}});
    return errors;
}

std::vector<FieldError> day_faults(Date filled_on, Date birth, Date today) {
    if (filled_on > today) return {{"/filled_on", "forms.in_the_future", {}}};
    if (filled_on < birth) return {{"/filled_on", "forms.before_birth", {}}};
    return {};
}

std::vector<practices::Moment> missing(const practices::Form& form, const std::set<practices::Moment>& filled, bool of_this_service, bool this_time_filled) {
    using practices::Moment;
    std::vector<Moment> out;
    const auto has = [&](Moment moment) { return std::ranges::find(form.moments, moment) != form.moments.end(); };
    if (has(Moment::start) && !filled.contains(Moment::start)) out.push_back(Moment::start);
    if (has(Moment::end) && !filled.contains(Moment::end) && (filled.contains(Moment::start) || !has(Moment::start))) out.push_back(Moment::end);
    if (has(Moment::each) && of_this_service && !this_time_filled) out.push_back(Moment::each);
    return out;
}

}  // namespace ryadom::forms
