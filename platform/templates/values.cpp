#include "platform/templates/values.hpp"

#include <fmt/format.h>

#include <cmath>

namespace ryadom::templates {
namespace {

/// 3 as "3", 2.5 as "2,5".
std::string number(double value, i18n::Language language) {
    auto out = fmt::format("{:.2f}", value);
    while (out.ends_with('0')) out.pop_back();
    if (out.ends_with('.')) out.pop_back();
    if (language != i18n::Language::en)
        if (const auto point = out.find('.'); point != std::string::npos) out[point] = ',';
    return out == "-0" ? "0" : out;
}

std::optional<double> as_number(const json::Value& value) {
    if (const auto* whole = value.as<std::int64_t>()) return static_cast<double>(*whole);
    if (const auto* decimal = value.as<double>(); decimal && std::isfinite(*decimal)) return *decimal;
    return std::nullopt;
}

std::optional<std::string> text_member(const json::Value& value, std::string_view name) {
    const auto* found = value.find(name);
    if (!found || found->as<std::nullptr_t>()) return std::string();
    const auto* text = found->as<std::string>();
    return text ? std::optional(*text) : std::nullopt;
}

template <class T, class From>
Held taken(const std::optional<From>& value) {
    return value ? Held(T{*value}) : Held();
}

}  // namespace

std::optional<names::FullName> read_name(const json::Value& value) {
    const auto family = text_member(value, "family");
    const auto given = text_member(value, "given");
    const auto patronymic = text_member(value, "patronymic");
    const auto sex = text_member(value, "sex");
    if (!value.as<json::Object>() || !family || !given || !patronymic || !sex) return std::nullopt;
    names::FullName out{*family, *given, *patronymic, std::nullopt};
    if (*sex == "male") out.sex = names::Sex::male;
    else if (*sex == "female") out.sex = names::Sex::female;
    else if (!sex->empty()) return std::nullopt;
    return out;
}

Held held(Type type, const json::Value* value) {
    if (!value || value->as<std::nullptr_t>()) return {};
    switch (type) {
        case Type::text: {
            const auto* text = value->as<std::string>();
            return text ? Held(*text) : Held();
        }
        case Type::number: return taken<Count>(as_number(*value));
        case Type::money: {
            const auto* hundredths = value->as<std::int64_t>();
            return hundredths ? Held(Money{*hundredths}) : Held();
        }
        case Type::date: {
            const auto* text = value->as<std::string>();
            const auto date = text ? parse_date(*text) : std::nullopt;
            return date ? Held(*date) : Held();
        }
        case Type::name: {
            auto name = read_name(*value);
            return name ? Held(std::move(*name)) : Held();
        }
        case Type::flag: {
            const auto* flag = value->as<bool>();
            return flag ? Held(*flag) : Held();
        }
        case Type::list: {
            const auto* list = value->as<json::Array>();
            return list ? Held(list) : Held();
        }
    }
    return {};
}

bool holds(const Held& value) {
    struct {
        bool operator()(std::monostate) const { return false; }
        bool operator()(const std::string& text) const { return !text.empty(); }
        bool operator()(Count count) const { return count.value != 0; }
        bool operator()(Money money) const { return money.hundredths != 0; }
        bool operator()(Date) const { return true; }
        bool operator()(const names::FullName& name) const { return !names::whole(name).empty(); }
        bool operator()(bool flag) const { return flag; }
        bool operator()(const json::Array* list) const { return !list->empty(); }
    } asked;
    return std::visit(asked, value);
}

std::string plain(const Held& value, i18n::Language language) {
    struct {
        i18n::Language language;
        std::string operator()(std::monostate) const { return {}; }
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(Count count) const { return number(count.value, language); }
        std::string operator()(Money money) const { return i18n::amount(language, money.hundredths); }
        std::string operator()(Date date) const {
            const auto [year, month, day] = parts(date);
            return fmt::format("{:02}.{:02}.{:04}", day, month, year);
        }
        std::string operator()(const names::FullName& name) const { return names::whole(name); }
        std::string operator()(bool flag) const {
            switch (language) {
                case i18n::Language::ru: return flag ? "да" : "нет";
                case i18n::Language::kk: return flag ? "иә" : "жоқ";
                case i18n::Language::en: return flag ? "yes" : "no";
            }
            return {};
        }
        std::string operator()(const json::Array* list) const { return std::to_string(list->size()); }
    } written{language};
    return std::visit(written, value);
}

}  // namespace ryadom::templates
