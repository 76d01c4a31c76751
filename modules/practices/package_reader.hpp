// Reads a document by the descriptions of its structs: every wrong field becomes a problem with its place,
// and reading goes on. What needs more than one field is judged afterwards, in package_checks.cpp.
#pragma once

#include <algorithm>
#include <map>
#include <set>

#include "modules/practices/package_field.hpp"
#include "modules/practices/package_node.hpp"
#include "modules/practices/package_parts.hpp"
#include "modules/practices/package_text.hpp"

namespace ryadom::practices {

using Ids = std::set<std::string, std::less<>>;

/// A reference or a file name whose target is judged when everything has been read.
struct Mention {
    std::string pointer;
    int line = 0;
    int column = 0;
    std::string text;
    std::string_view target;  ///< lists of a reference; empty for a role
};

class DocumentReader {
  public:
    DocumentReader(std::string file, Problems& problems) : file_(std::move(file)), problems_(problems) {}

    template <class T>
    void read(const Node& node, T& out, const Rules& rules = {}, const json::Limits& limits = {}) {
        if constexpr (std::is_same_v<T, bool>)
            out = boolean(node, rules);
        else if constexpr (json::Named<T>)
            named(node, out);
        else if constexpr (std::is_integral_v<T>)
            out = static_cast<T>(integer(node, limits));
        else if constexpr (std::is_same_v<T, double>)
            out = decimal(node, limits);
        else if constexpr (std::is_same_v<T, std::string>)
            text(node, out, rules, limits);
        else if constexpr (json::is_list<T>::value)
            list(node, out, rules, limits);
        else
            map(node, out, limits);
    }

    /// Judges the references that were met, now that all ids are known.
    void resolve();
    /// The files that the document names.
    const std::vector<Mention>& paths() const { return paths_; }
    /// The ids of a list by its name ("needs.staff").
    const Ids& ids(std::string_view list) const;

  private:
    /// Walks into a field or element for the time of a scope.
    class Step {
      public:
        Step(DocumentReader& reader, std::string_view part);
        Step(DocumentReader& reader, std::size_t index);
        Step(const Step&) = delete;
        Step& operator=(const Step&) = delete;
        ~Step();

      private:
        DocumentReader& reader_;
        std::size_t pointer_length_;
        std::size_t name_length_;
    };

    template <class T>
    void named(const Node& node, T& out) {
        if (!is_scalar(node, "word")) return;
        if (const auto known = json::parse_name<T>(node.text)) {
            out = *known;
            return;
        }
        std::string words;
        for (const auto& [each, name] : names(json::Type<T>{}))
            words.append(words.empty() ? "" : ", ").append(name);
        error(node, "enum.unknown", {{"value", excerpt(node.text)}, {"allowed", words}});
    }

    template <class T>
    void list(const Node& node, std::vector<T>& out, const Rules& rules, const json::Limits& limits,
              Ids* shared = nullptr) {
        if (!is_list(node, limits)) return;
        Ids own;
        auto& known = shared ? *shared : own;
        auto element_limits = limits;
        element_limits.shortest = 1;
        element_limits.longest = 300;
        auto& registered = ids_[name_];
        for (std::size_t i = 0; i < node.elements.size(); ++i) {
            const Step step(*this, i);
            T element{};
            read(node.elements[i], element, rules, element_limits);
            if constexpr (requires { element.id; }) registered.insert(element.id);
            note_identity(node.elements[i], identity(element), known);
            out.push_back(std::move(element));
        }
    }

    template <class T>
    static std::string identity(const T& element) {
        if constexpr (requires { element.id; })
            return element.id;
        else if constexpr (std::is_same_v<T, std::string>)
            return element;
        else if constexpr (json::Named<T>)
            return std::string(json::name_of(element));
        else
            return std::to_string(element);
    }

    template <class T>
    void map(const Node& node, T& out, const json::Limits& limits) {
        if (!is_map(node)) return;
        Ids shared;
        std::size_t taken = 0;
        constexpr auto description = describe(json::Type<T>{});
        std::apply([&](const auto&... fields) { (member(node, fields, out, limits, shared, taken), ...); },
                   description.fields);
        if (taken == node.members.size()) return;
        Ids known;
        std::apply([&](const auto&... fields) { (known.insert(std::string(fields.name)), ...); },
                   description.fields);
        unknown_members(node, known);
    }

    template <class T, class Owner, class Part>
    void member(const Node& node, const PackageField<Owner, Part>& field, T& out, const json::Limits& outer,
                Ids& shared, std::size_t& taken) {
        const Step step(*this, field.name);
        const auto* found = node.find(field.name);
        if (!found) {
            if (field.rules.required) error(node, "field.missing");
            return;
        }
        ++taken;
        // A text in languages and a range have the limits of the place where they stand.
        constexpr bool inherits = is_translated<Owner> || std::is_same_v<Owner, Range>;
        auto rules = field.rules;
        if constexpr (is_translated<Owner>) rules.shape = inherited_shape_;
        const auto& limits = inherits ? outer : field.limits;
        if constexpr (is_translated<typename detail::plain<Part>::type>) inherited_shape_ = rules.shape;
        auto& part = out.*field.part;
        if constexpr (json::is_optional<Part>::value) {
            read(found->value, part.emplace(), rules, limits);
            drop_default(part, rules);
        } else if constexpr (json::is_list<Part>::value) {
            list(found->value, part, rules, limits, rules.shared_ids ? &shared : nullptr);
        } else {
            read(found->value, part, rules, limits);
        }
    }

    /// A written default means the same as an absent field, and there is one form only.
    template <class T>
    static void drop_default(std::optional<T>& part, const Rules& rules) {
        if constexpr (std::is_integral_v<T> || std::is_same_v<T, double> || std::is_enum_v<T>)
            if (rules.fallback && *part == static_cast<T>(*rules.fallback)) part.reset();
    }

    bool is_scalar(const Node& node, std::string_view expected);
    bool is_list(const Node& node, const json::Limits& limits);
    bool is_map(const Node& node);
    bool boolean(const Node& node, const Rules& rules);
    std::int64_t integer(const Node& node, const json::Limits& limits);
    double decimal(const Node& node, const json::Limits& limits);
    void text(const Node& node, std::string& out, const Rules& rules, const json::Limits& limits);
    void written_text(const Node& node, Shape shape, std::size_t longest);
    void mention(const Node& node, const Rules& rules);
    void note_identity(const Node& node, const std::string& id, Ids& known);
    void unknown_members(const Node& node, const Ids& known);
    void error(const Node& node, std::string_view code, Arguments arguments = {});
    void warn(const Node& node, std::string_view code, Arguments arguments = {});

    std::string file_;
    Problems& problems_;
    std::string pointer_;
    std::string name_;  ///< the pointer without indexes, by points
    Shape inherited_shape_ = Shape::line;
    std::map<std::string, Ids, std::less<>> ids_;
    std::vector<Mention> references_;
    std::vector<Mention> paths_;
};

}  // namespace ryadom::practices
