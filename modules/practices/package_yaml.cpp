// Reads YAML by the library's events. platform/json has such a reader too, but it gives scalars the types of
// YAML, and a package may not have them: `version: 1.10` would come out as the number 1.1.
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "modules/practices/package_node.hpp"
#include "modules/practices/package_text.hpp"

namespace ryadom::practices {
namespace {

/// Ends the parse from inside the library's callbacks.
struct Stop {
    std::string code;
    YAML::Mark mark;
    Arguments arguments;
};

class Builder : public YAML::EventHandler {
  public:
    void OnDocumentStart(const YAML::Mark& mark) override {
        // Whatever stands behind the document, also without a marker, is another one.
        if (started_) stop("practices.yaml.many_documents", mark);
        started_ = true;
    }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        refuse_anchor(mark, anchor);
        if (expects_key()) stop("practices.yaml.syntax", mark);
        put(mark, Node());
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { stop("practices.yaml.anchor", mark); }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& text) override {
        refuse_anchor(mark, anchor);
        // yaml-cpp names a quoted scalar "!" and a plain one "?".
        if (tag != "!" && tag != "?" && !tag.empty())
            stop("practices.yaml.tag", mark, {{"tag", excerpt(tag)}});
        if (expects_key()) return take_key(mark, text);
        Node node;
        node.kind = Node::Kind::scalar;
        node.plain = tag == "?";
        node.text = text;
        put(mark, std::move(node));
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(mark, tag, anchor, Node::Kind::list);
    }
    void OnSequenceEnd() override { open_.pop_back(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(mark, tag, anchor, Node::Kind::map);
    }
    void OnMapEnd() override { open_.pop_back(); }

    Node root;

  private:
    struct Open {
        Node* node = nullptr;
        std::set<std::string, std::less<>> names;  // a search through the members would be quadratic
        bool key_taken = false;
    };

    [[noreturn]] static void stop(std::string code, const YAML::Mark& mark, Arguments arguments = {}) {
        throw Stop{std::move(code), mark, std::move(arguments)};
    }
    static void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
        if (anchor != 0) stop("practices.yaml.anchor", mark);
    }
    bool expects_key() const {
        return !open_.empty() && open_.back().node->kind == Node::Kind::map && !open_.back().key_taken;
    }
    void take_key(const YAML::Mark& mark, const std::string& name) {
        auto& map = open_.back();
        if (name == "<<") stop("practices.yaml.anchor", mark);
        if (!map.names.insert(name).second)
            stop("practices.yaml.duplicate_key", mark, {{"key", excerpt(name)}});
        map.node->members.push_back({name, mark.line + 1, mark.column + 1, {}});
        map.key_taken = true;
    }
    Node* put(const YAML::Mark& mark, Node node) {
        node.line = mark.line + 1;
        node.column = mark.column + 1;
        if (open_.empty()) return &(root = std::move(node));
        auto& parent = open_.back();
        if (parent.node->kind == Node::Kind::list)
            return &parent.node->elements.emplace_back(std::move(node));
        if (!std::exchange(parent.key_taken, false)) stop("practices.yaml.syntax", mark);
        auto& member = parent.node->members.back();
        if (node.kind == Node::Kind::null) {  // the parser notices at the next line that there is no value
            node.line = member.line;
            node.column = member.column;
        }
        return &(member.value = std::move(node));
    }
    void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, Node::Kind kind) {
        refuse_anchor(mark, anchor);
        if (tag != "?" && !tag.empty()) stop("practices.yaml.tag", mark, {{"tag", excerpt(tag)}});
        if (open_.size() >= document_depth) stop("practices.yaml.too_deep", mark);
        Node node;
        node.kind = kind;
        open_.push_back({put(mark, std::move(node)), {}, false});
    }

    std::vector<Open> open_;
    bool started_ = false;
};

/// yaml-cpp keeps a token for every bracket that is open, 280 MB for a mebibyte of them; a real document has
/// hundreds.
constexpr std::ptrdiff_t most_brackets = 20'000;

Problem problem(std::string_view file, std::string_view code, int line, int column,
                Arguments arguments = {}) {
    return {Problem::Level::error, std::string(file),   line, column, "",
            std::string(code),     std::move(arguments)};
}

/// The line of the first byte that YAML may not hold: yaml-cpp would guess other encodings from zero bytes.
int line_of_bad_byte(std::string_view text) {
    int line = 1;
    while (!text.empty()) {
        const auto before = text;
        const auto character = next_character(text);
        if (character == U'\ufffd' && !before.starts_with("\xef\xbf\xbd")) return line;
        if (is_control(character) && character != '\n' && character != '\r' && character != '\t') return line;
        if (character == '\n') ++line;
    }
    return line;
}

/// The line of a directive, which may stand only before the document; 0 for none.
int line_of_directive(std::string_view text) {
    int line = 0;
    for (const auto each : split(text, '\n')) {
        ++line;
        if (each.starts_with('%')) return line;
        const auto first = each.find_first_not_of(" \t\r");
        if (first != std::string_view::npos && each[first] != '#') return 0;
    }
    return 0;
}

Node parse(std::string_view text) {
    std::istringstream stream{std::string(text)};
    Builder builder;
    YAML::Parser parser(stream);
    parser.HandleNextDocument(builder);
    parser.HandleNextDocument(builder);
    return std::move(builder.root);
}

}  // namespace

std::expected<Node, Problem> parse_document(std::string_view text, std::string_view file) {
    if (text.size() > document_bytes)
        return std::unexpected(
            problem(file, "practices.yaml.too_large", 0, 0, {{"limit", std::to_string(document_bytes)}}));
    if (text.starts_with("\xef\xbb\xbf"))
        return std::unexpected(problem(file, "practices.yaml.encoding", 1, 1));
    const auto has_control = std::ranges::any_of(text, [](char c) {
        return (c >= 0 && c < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == 0x7f;
    });
    if (has_control || !is_utf8(text))
        return std::unexpected(problem(file, "practices.yaml.encoding", line_of_bad_byte(text), 0));
    if (std::ranges::count_if(text, [](char c) { return c == '[' || c == '{'; }) > most_brackets)
        return std::unexpected(problem(file, "practices.yaml.too_deep", 0, 0));
    if (const auto line = line_of_directive(text); line > 0)
        return std::unexpected(problem(file, "practices.yaml.tag", line, 1, {{"tag", "%"}}));
    try {
        return parse(text);
    } catch (const Stop& stop) {
        return std::unexpected(
            problem(file, stop.code, stop.mark.line + 1, stop.mark.column + 1, stop.arguments));
    } catch (const YAML::Exception& error) {
        return std::unexpected(problem(file, "practices.yaml.syntax", error.mark.line + 1,
                                       error.mark.column + 1, {{"detail", excerpt(error.msg, 120)}}));
    }
}

}  // namespace ryadom::practices
