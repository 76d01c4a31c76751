// A document as written: scalars keep their text and whether they were quoted, because their type comes from
// the schema and never from YAML (`version: 1.10` is the text 1.10). Every node knows its place.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "modules/practices/package_problem.hpp"
#include "platform/json/value.hpp"

namespace ryadom::practices {

struct NodeMember;

struct Node {
    enum class Kind { null, scalar, list, map };
    Kind kind = Kind::null;
    bool plain = false;  ///< a scalar without quotes
    int line = 0;
    int column = 0;
    std::string text;
    std::vector<Node> elements;
    std::vector<NodeMember> members;

    const NodeMember* find(std::string_view name) const;
};

struct NodeMember {
    std::string name;
    int line = 0;
    int column = 0;
    Node value;
};

inline constexpr std::size_t document_bytes = 1U << 20;
inline constexpr std::size_t document_depth = 32;

/// One YAML document without anchors, aliases, tags, directives or duplicate keys; the first problem ends the
/// reading.
std::expected<Node, Problem> parse_document(std::string_view text, std::string_view file);

/// The same tree from JSON. Empty lists and maps and nulls are left out: in JSON they stand for an absent
/// field.
Node node_of(const json::Value& value);

/// The node at a JSON pointer, or the nearest one above it that exists.
const Node& nearest(const Node& root, std::string_view pointer);

}  // namespace ryadom::practices
