#include "modules/practices/package_node.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "modules/practices/package_text.hpp"

namespace ryadom::practices {
namespace {

std::string unescape(std::string_view part) {
    std::string out;
    for (std::size_t i = 0; i < part.size(); ++i) {
        if (part[i] != '~' || i + 1 == part.size())
            out += part[i];
        else
            out += part[++i] == '0' ? '~' : '/';
    }
    return out;
}

Node scalar(std::string text, bool plain) {
    Node node;
    node.kind = Node::Kind::scalar;
    node.plain = plain;
    node.text = std::move(text);
    return node;
}

const Node* child(const Node& node, std::string_view part) {
    if (node.kind == Node::Kind::map) {
        const auto* member = node.find(unescape(part));
        return member ? &member->value : nullptr;
    }
    std::size_t index = 0;
    const auto [rest, error] = std::from_chars(part.data(), part.data() + part.size(), index);
    if (error != std::errc() || rest != part.data() + part.size() || index >= node.elements.size())
        return nullptr;
    return &node.elements[index];
}

}  // namespace

const NodeMember* Node::find(std::string_view name) const {
    const auto found = std::ranges::find(members, name, &NodeMember::name);
    return found == members.end() ? nullptr : &*found;
}

Node node_of(const json::Value& value) {
    if (const auto* text = value.as<std::string>()) return scalar(*text, false);
    if (const auto* flag = value.as<bool>()) return scalar(*flag ? "true" : "false", true);
    if (const auto* whole = value.as<std::int64_t>()) return scalar(std::to_string(*whole), true);
    if (const auto* number = value.as<double>()) return scalar(fmt::format("{}", *number), true);
    Node node;
    if (const auto* array = value.as<json::Array>()) {
        node.kind = Node::Kind::list;
        for (const auto& element : *array) node.elements.push_back(node_of(element));
    } else if (const auto* object = value.as<json::Object>()) {
        node.kind = Node::Kind::map;
        for (const auto& member : *object) {
            auto inner = node_of(member.value);
            const bool empty = inner.kind == Node::Kind::null ||
                               (inner.kind == Node::Kind::list && inner.elements.empty()) ||
                               (inner.kind == Node::Kind::map && inner.members.empty());
            if (!empty) node.members.push_back({member.name, 0, 0, std::move(inner)});
        }
    }
    return node;
}

const Node& nearest(const Node& root, std::string_view pointer) {
    const auto* node = &root;
    auto parts = split(pointer, '/');
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const auto* inner = child(*node, parts[i]);
        if (!inner) break;
        node = inner;
    }
    return *node;
}

}  // namespace ryadom::practices
