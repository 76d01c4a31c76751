#include "platform/json/value.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <charconv>
#include <cmath>
#include <optional>
#include <sstream>

namespace ryadom::json {
namespace {

/// Ends the parse from inside the library's callbacks.
struct Stop {
    ParseError error;
};

std::optional<Value> number(const std::string& text) {
    const auto* end = text.data() + text.size();
    std::int64_t integer = 0;
    const auto [rest, error] = std::from_chars(text.data(), end, integer);
    if (rest == end && error == std::errc() && !(text.size() > 1 && (text[0] == '0' || text.starts_with("-0")))) return Value(integer);
    if (text.find_first_not_of("-0123456789.") != std::string::npos) return std::nullopt;
    double decimal = 0;
    const auto parsed = std::from_chars(text.data(), end, decimal);
    if (parsed.ptr == end && parsed.ec == std::errc() && text.find('.') != std::string::npos && text.back() != '.')
        return Value(decimal);
    return std::nullopt;
}

Value plain_scalar(const std::string& text) {
    if (text == "true") return Value(true);
    if (text == "false") return Value(false);
    if (auto value = number(text)) return std::move(*value);
    return Value(text);
}

class Builder : public YAML::EventHandler {
  public:
    explicit Builder(std::size_t depth) : depth_(depth) {}

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        refuse_anchor(mark, anchor);
        put(mark, Value());
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { stop(mark, "yaml.anchor", ""); }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& text) override {
        refuse_anchor(mark, anchor);
        // yaml-cpp names a quoted scalar "!" and a plain one "?".
        if (tag != "!" && tag != "?" && !tag.empty()) stop(mark, "yaml.tag", tag);
        if (expects_key()) return take_key(mark, text);
        put(mark, tag == "?" ? plain_scalar(text) : Value(text));
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(mark, tag, anchor, Value(Array{}));
    }
    void OnSequenceEnd() override { open_.pop_back(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(mark, tag, anchor, Value(Object{}));
    }
    void OnMapEnd() override { open_.pop_back(); }

    Value root;

  private:
    [[noreturn]] static void stop(const YAML::Mark& mark, std::string code, std::string detail) {
        throw Stop{{std::move(code), std::move(detail), mark.line + 1, {}}};
    }
    static void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
        if (anchor != 0) stop(mark, "yaml.anchor", "");
    }
    bool expects_key() const { return !open_.empty() && open_.back()->as<Object>() && !key_; }
    void take_key(const YAML::Mark& mark, const std::string& name) {
        if (open_.back()->find(name)) stop(mark, "json.duplicate_key", name);
        key_ = name;
    }
    Value* put(const YAML::Mark& mark, Value value) {
        value.line = mark.line + 1;
        if (open_.empty()) return &(root = std::move(value));
        if (auto* array = open_.back()->as<Array>()) return &array->emplace_back(std::move(value));
        if (!key_) stop(mark, "yaml.key", "");
        auto name = std::move(*key_);
        key_.reset();
        return &open_.back()->as<Object>()->emplace_back(Member{std::move(name), std::move(value)}).value;
    }
    void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, Value container) {
        refuse_anchor(mark, anchor);
        if (tag != "?" && !tag.empty()) stop(mark, "yaml.tag", tag);
        if (open_.size() >= depth_) stop(mark, "json.too_deep", std::to_string(depth_));
        open_.push_back(put(mark, std::move(container)));
    }

    std::size_t depth_;
    std::vector<Value*> open_;
    std::optional<std::string> key_;
};

}  // namespace

std::expected<Value, ParseError> parse_yaml(std::string_view text, const ParseLimits& limits) {
    if (text.size() > limits.bytes) return std::unexpected(ParseError{"json.too_large", std::to_string(limits.bytes), 0, {}});
    std::istringstream stream{std::string(text)};
    Builder builder(limits.depth);
    try {
        YAML::Parser parser(stream);
        if (!parser.HandleNextDocument(builder)) return std::unexpected(ParseError{"yaml.empty", "", 1, {}});
        Builder second(limits.depth);
        if (parser.HandleNextDocument(second)) return std::unexpected(ParseError{"yaml.documents", "", 0, {}});
    } catch (const Stop& stop) {
        return std::unexpected(stop.error);
    } catch (const YAML::Exception& error) {
        return std::unexpected(ParseError{"yaml.syntax", error.msg, error.mark.line + 1, {}});
    }
    return std::move(builder.root);
}

}  // namespace ryadom::json
