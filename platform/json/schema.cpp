#include "platform/json/schema.hpp"

namespace ryadom::json::detail {

Value string_schema(const Limits& limits) {
    Value out(Object{{"type", "string"}});
    if (limits.shortest > 0) out.set("minLength", static_cast<std::int64_t>(limits.shortest));
    out.set("maxLength", static_cast<std::int64_t>(limits.longest));
    return out;
}

Value integer_schema(const Limits& limits) {
    Value out(Object{{"type", "integer"}});
    if (limits.minimum != INT64_MIN) out.set("minimum", limits.minimum);
    if (limits.maximum != INT64_MAX) out.set("maximum", limits.maximum);
    return out;
}

Value decimal_schema(const Limits& limits) {
    auto out = integer_schema(limits);
    out.set("type", "number");
    return out;
}

Value formatted_schema(std::string_view format) { return Value(Object{{"type", "string"}, {"format", format}}); }

Value list_schema(Value items, const Limits& limits) {
    Value out(Object{{"type", "array"}, {"items", std::move(items)}});
    if (limits.shortest > 0) out.set("minItems", static_cast<std::int64_t>(limits.shortest));
    if (limits.longest != Limits{}.longest) out.set("maxItems", static_cast<std::int64_t>(limits.longest));
    return out;
}

Value reference(std::string_view name) { return Value(Object{{"$ref", "#/components/schemas/" + std::string(name)}}); }

}  // namespace ryadom::json::detail
