#include "platform/templates/fields.hpp"

#include "platform/templates/values.hpp"

#include <algorithm>

namespace ryadom::templates {
namespace {

const Field* field_of(const Fields& fields, std::string_view code) {
    const auto found = std::ranges::find(fields, code, &Field::code);
    return found == fields.end() ? nullptr : &*found;
}

bool absent_value(const json::Value* value) { return !value || value->as<std::nullptr_t>(); }

std::string misfit_of_list(const Field& field, const json::Array& list, const std::string& path) {
    for (std::size_t place = 0; place < list.size(); ++place) {
        auto inner = misfit(field.fields, list[place]);
        if (!inner.empty()) return path + "/" + std::to_string(place) + "/" + inner;
    }
    return {};
}

}  // namespace

std::string misfit(const Fields& fields, const json::Value& data) {
    const auto* object = data.as<json::Object>();
    if (!object) return "not an object";
    for (const auto& [name, value] : *object) {
        const auto* field = field_of(fields, name);
        if (!field) return name + ": no such field";
        if (absent_value(&value)) continue;
        const auto here = held(field->type, &value);
        if (std::holds_alternative<std::monostate>(here)) return name + ": no " + std::string(json::name_of(field->type));
        if (const auto* const* list = std::get_if<const json::Array*>(&here))
            if (auto inner = misfit_of_list(*field, **list, name); !inner.empty()) return inner;
    }
    return {};
}

std::string missing(const Fields& fields, const json::Value& data) {
    for (const auto& field : fields) {
        const auto* value = data.find(field.code);
        if (absent_value(value)) return field.code;
        if (field.type != Type::list) continue;
        const auto* list = value->as<json::Array>();
        if (!list || list->empty()) return field.code;
        if (auto inner = missing(field.fields, list->front()); !inner.empty()) return field.code + "/" + inner;
    }
    return {};
}

}  // namespace ryadom::templates
