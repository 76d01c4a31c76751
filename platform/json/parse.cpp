#include "platform/json/value.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace ryadom::json {
namespace {

/// Builds the tree and stops at what the library would let pass: duplicate keys, depth, numbers that lose digits.
class Builder : public nlohmann::json_sax<nlohmann::json> {
  public:
    explicit Builder(std::size_t depth) : depth_(depth) {}

    bool null() override { return put(Value()); }
    bool boolean(bool value) override { return put(Value(value)); }
    bool number_integer(std::int64_t value) override { return put(Value(value)); }
    bool number_unsigned(std::uint64_t value) override {
        if (value > static_cast<std::uint64_t>(INT64_MAX)) return fail("json.number", std::to_string(value));
        return put(Value(static_cast<std::int64_t>(value)));
    }
    bool number_float(double value, const std::string&) override { return put(Value(value)); }
    bool string(std::string& value) override { return put(Value(std::move(value))); }
    bool binary(nlohmann::json::binary_t&) override { return fail("json.syntax", ""); }
    bool start_object(std::size_t) override { return open(Value(Object{})); }
    bool start_array(std::size_t) override { return open(Value(Array{})); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(std::string& name) override {
        if (open_.back()->find(name)) return fail("json.duplicate_key", name);
        key_ = std::move(name);
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
        return fail("json.syntax", std::to_string(position));
    }

    std::expected<Value, ParseError> result() && {
        if (error_) return std::unexpected(std::move(*error_));
        return std::move(root_);
    }

  private:
    Value* insert(Value value) {
        if (open_.empty()) return &(root_ = std::move(value));
        if (auto* array = open_.back()->as<Array>()) return &array->emplace_back(std::move(value));
        auto& object = *open_.back()->as<Object>();
        return &object.emplace_back(Member{std::move(key_), std::move(value)}).value;
    }
    bool put(Value value) {
        insert(std::move(value));
        return true;
    }
    bool open(Value container) {
        if (open_.size() >= depth_) return fail("json.too_deep", std::to_string(depth_));
        open_.push_back(insert(std::move(container)));
        return true;
    }
    bool close() {
        open_.pop_back();
        return true;
    }
    bool fail(std::string code, std::string detail) {
        if (!error_) error_ = ParseError{std::move(code), std::move(detail), 0, {}};
        return false;
    }

    std::size_t depth_;
    Value root_;
    std::vector<Value*> open_;  // each stays put: only the innermost container grows
    std::string key_;
    std::optional<ParseError> error_;
};

}  // namespace

std::expected<Value, ParseError> parse(std::string_view text, const ParseLimits& limits) {
    if (text.size() > limits.bytes) return std::unexpected(ParseError{"json.too_large", std::to_string(limits.bytes), 0, {}});
    Builder builder(limits.depth);
    nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
    return std::move(builder).result();
}

}  // namespace ryadom::json
