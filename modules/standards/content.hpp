// The text of one version of a standard: what article 27 of 442-FZ asks for, by parts that have ids of their own.
#pragma once

#include "modules/practices/package.hpp"

#include <optional>
#include <string>
#include <vector>

namespace ryadom::standards {

struct Step {
    std::string id;
    practices::Text text;
    bool operator==(const Step&) const = default;
};
constexpr auto describe(json::Type<Step>) {
    return json::object("StandardStep", json::field("id", &Step::id, "Id", json::length(1, 64)), json::field("text", &Step::text, "What is done"));
}

/// How the service is delivered, phase by phase.
struct Algorithm {
    std::vector<Step> preparation;
    std::vector<Step> performance;
    std::vector<Step> completion;
    bool operator==(const Algorithm&) const = default;
};
constexpr auto describe(json::Type<Algorithm>) {
    using json::field;
    return json::object("StandardAlgorithm", field("preparation", &Algorithm::preparation, "Before", json::length(0, 100)),
                        field("performance", &Algorithm::performance, "During", json::length(0, 100)),
                        field("completion", &Algorithm::completion, "After", json::length(0, 100)));
}

constexpr int deepest_clause = 4;

/// Clauses stand in the order of reading; the level says under which one above it a clause belongs.
struct Clause {
    std::string id;
    std::string address;  ///< "1.2"; given by the server
    int level = 1;
    practices::Text text;
    bool operator==(const Clause&) const = default;
};
constexpr auto describe(json::Type<Clause>) {
    using json::field;
    return json::object("StandardClause", field("id", &Clause::id, "Id", json::length(1, 64)),
                        field("address", &Clause::address, "Address in the text", json::read_only),
                        field("level", &Clause::level, "How deep it stands", json::range(1, deepest_clause)),
                        field("text", &Clause::text, "Text"));
}

struct Remote {
    bool allowed = false;
    std::optional<practices::Text> conditions;
    bool operator==(const Remote&) const = default;
};
constexpr auto describe(json::Type<Remote>) {
    return json::object("StandardRemote", json::field("allowed", &Remote::allowed, "It may be delivered remotely"),
                        json::field("conditions", &Remote::conditions, "On which conditions"));
}

/// A draft may lack what is optional here; before centres are asked, rules.hpp says what is missing.
struct Content {
    practices::Line title;
    std::string kind;  ///< of service, as the catalogue has them
    std::optional<practices::Text> target_group;
    std::optional<practices::Text> description;
    Algorithm algorithm;
    std::vector<Clause> clauses;
    std::optional<practices::Text> conditions;
    std::optional<practices::Text> volume;
    std::optional<practices::Text> accessibility;
    Remote remote;
    std::vector<practices::Statement> statements;
    bool operator==(const Content&) const = default;
};
constexpr auto describe(json::Type<Content>) {
    using T = Content;
    using json::field;
    return json::object("StandardContent", field("title", &T::title, "Title"), field("kind", &T::kind, "Kind of service", json::length(1, 60)),
                        field("target_group", &T::target_group, "For whom"), field("description", &T::description, "What it is"),
                        field("algorithm", &T::algorithm, "How it is delivered"), field("clauses", &T::clauses, "Clauses", json::length(0, 300)),
                        field("conditions", &T::conditions, "Conditions"), field("volume", &T::volume, "Volume and frequency"),
                        field("accessibility", &T::accessibility, "Accessibility"), field("remote", &T::remote, "Remote delivery"),
                        field("statements", &T::statements, "What is measured", json::length(0, 100)));
}

}  // namespace ryadom::standards
