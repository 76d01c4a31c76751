#include "modules/practices/package_reader.hpp"

#include "platform/core/text.hpp"
#include "platform/time/time.hpp"

namespace ryadom::practices {
namespace {

struct Pattern {
    Shape shape;
    std::string_view name;  ///< the {form} of the message, translated by "practices.form.<name>"
    bool (*matches)(std::string_view);
};

constexpr std::array<Pattern, 16> patterns{{
    {Shape::id, "id", is_id},
    {Shape::code, "code", is_id},
    {Shape::reference, "id", is_id},
    {Shape::role, "id", is_id},
    {Shape::element, "id", is_id},
    {Shape::practice_code, "practice_code", is_practice_code},
    {Shape::version, "version", [](std::string_view text) { return parse_version(text).has_value(); }},
    {Shape::versions, "versions", [](std::string_view text) { return parse_versions(text).has_value(); }},
    {Shape::licence, "licence", is_licence},
    {Shape::region, "region", is_region},
    {Shape::service_code, "service_code", is_service_code},
    {Shape::email, "email", is_email},
    {Shape::phone, "phone", is_phone},
    {Shape::url, "url", is_url},
    {Shape::date, "date", [](std::string_view text) { return parse_date(text).has_value(); }},
    {Shape::clock, "clock", is_clock},
}};

}  // namespace

DocumentReader::Step::Step(DocumentReader& reader, std::string_view part)
    : reader_(reader), pointer_length_(reader.pointer_.size()), name_length_(reader.name_.size()) {
    reader.pointer_ += '/';
    for (const char c : part) {  // RFC 6901, section 3
        if (c == '~')
            reader.pointer_ += "~0";
        else if (c == '/')
            reader.pointer_ += "~1";
        else
            reader.pointer_ += c;
    }
    if (!reader.name_.empty()) reader.name_ += '.';
    reader.name_ += part;
}

DocumentReader::Step::Step(DocumentReader& reader, std::size_t index)
    : reader_(reader), pointer_length_(reader.pointer_.size()), name_length_(reader.name_.size()) {
    reader.pointer_ += '/';
    reader.pointer_ += std::to_string(index);
}

DocumentReader::Step::~Step() {
    reader_.pointer_.resize(pointer_length_);
    reader_.name_.resize(name_length_);
}

void DocumentReader::error(const Node& node, std::string_view code, Arguments arguments) {
    problems_.add({Problem::Level::error, file_, node.line, node.column, pointer_,
                   "practices." + std::string(code), std::move(arguments)});
}

void DocumentReader::warn(const Node& node, std::string_view code, Arguments arguments) {
    problems_.add({Problem::Level::warning, file_, node.line, node.column, pointer_,
                   "practices." + std::string(code), std::move(arguments)});
}

bool DocumentReader::is_scalar(const Node& node, std::string_view expected) {
    if (node.kind == Node::Kind::scalar) return true;
    error(node, "field.type", {{"expected", std::string(expected)}});
    return false;
}

bool DocumentReader::is_list(const Node& node, const json::Limits& limits) {
    if (node.kind != Node::Kind::list) return error(node, "field.type", {{"expected", "list"}}), false;
    const auto count = node.elements.size();
    if (count == 0) return error(node, "field.empty"), false;
    if (count > limits.longest)
        return error(node, "list.too_long", {{"limit", std::to_string(limits.longest)}}), false;
    if (count < limits.shortest) error(node, "list.too_short", {{"limit", std::to_string(limits.shortest)}});
    return true;
}

bool DocumentReader::is_map(const Node& node) {
    if (node.kind != Node::Kind::map) return error(node, "field.type", {{"expected", "map"}}), false;
    if (node.members.empty()) return error(node, "field.empty"), false;
    return true;
}

bool DocumentReader::boolean(const Node& node, const Rules& rules) {
    if (!is_scalar(node, "bool")) return false;
    const bool yes = node.text == "true";
    if (!node.plain || (!yes && node.text != "false"))
        return error(node, "field.type", {{"expected", "bool"}}), false;
    if (!yes && rules.only_true) error(node, "value.conflict", {{"fields", "true"}});
    return yes;
}

std::int64_t DocumentReader::integer(const Node& node, const json::Limits& limits) {
    if (!is_scalar(node, "int")) return 0;
    const auto value = node.plain ? parse_integer(node.text) : std::nullopt;
    if (!value) return error(node, "field.type", {{"expected", "int"}}), 0;
    if (*value >= limits.minimum && *value <= limits.maximum) return *value;
    error(node, "number.range",
          {{"minimum", std::to_string(limits.minimum)}, {"maximum", std::to_string(limits.maximum)}});
    return limits.minimum;
}

double DocumentReader::decimal(const Node& node, const json::Limits& limits) {
    if (!is_scalar(node, "decimal")) return 0;
    const auto value = node.plain ? parse_hundredths(node.text) : std::nullopt;
    if (!value || (*value == 0 && node.text != "0"))
        return error(node, "field.type", {{"expected", "decimal"}}), 0;
    if (*value < limits.minimum * 100 || *value > limits.maximum * 100) {
        error(node, "number.range",
              {{"minimum", std::to_string(limits.minimum)}, {"maximum", std::to_string(limits.maximum)}});
        return 0;
    }
    return static_cast<double>(*value) / 100;
}

void DocumentReader::text(const Node& node, std::string& out, const Rules& rules,
                          const json::Limits& limits) {
    if (!is_scalar(node, "text")) return;
    out = node.text;
    if (out.empty()) return error(node, "field.empty");
    const auto pattern = std::ranges::find(patterns, rules.shape, &Pattern::shape);
    if (pattern != patterns.end()) {
        if (!pattern->matches(out))
            return error(node, "format.invalid",
                         {{"form", std::string(pattern->name)}, {"value", excerpt(out)}});
    } else if (rules.shape == Shape::cover) {
        if (!is_cover(out))
            return error(node, "format.invalid", {{"form", "cover"}, {"value", excerpt(out)}});
    } else if (rules.shape == Shape::path) {
        if (!is_path(out)) return error(node, "file.name", {{"path", excerpt(out)}});
    } else {
        return written_text(node, rules.shape, limits.longest);
    }
    mention(node, rules);
}

void DocumentReader::written_text(const Node& node, Shape shape, std::size_t longest) {
    if (characters(node.text) > longest)
        error(node, "text.too_long", {{"limit", std::to_string(longest)}});
    const bool one_line = shape != Shape::text;
    bool control = false;
    bool line_feed = false;
    for (std::string_view rest = node.text; !rest.empty();) {
        const auto character = next_character(rest);
        if (character == '\n')
            line_feed = true;
        else if (is_control(character) && character != '\t')
            control = true;
    }
    if (control) error(node, "text.control");
    if (line_feed && one_line) error(node, "text.line");
    if (has_space_at_end(node.text)) error(node, "text.untrimmed");
}

void DocumentReader::mention(const Node& node, const Rules& rules) {
    if (rules.shape == Shape::code) {
        if (!is_shipped_code(rules.target, node.text))
            warn(node, "code.unknown", {{"value", node.text}, {"table", std::string(rules.target)}});
    } else if (rules.shape == Shape::reference || rules.shape == Shape::role) {
        references_.push_back({pointer_, node.line, node.column, node.text, rules.target});
    } else if (rules.shape == Shape::path) {
        paths_.push_back({pointer_, node.line, node.column, node.text, {}});
    }
}

void DocumentReader::note_identity(const Node& node, const std::string& id, Ids& known) {
    // An element whose value could not be read has its error already.
    if (id.empty() || problems_.has_error(pointer_) || known.insert(id).second) return;
    const auto* own = node.find("id");
    const auto& place = own ? own->value : node;
    if (own) pointer_ += "/id";
    error(place, "id.duplicate", {{"id", excerpt(id)}});
}

void DocumentReader::unknown_members(const Node& node, const Ids& known) {
    for (const auto& member : node.members) {
        if (known.contains(member.name)) continue;
        const Step step(*this, excerpt(member.name, 40));
        Node place;
        place.line = member.line;
        place.column = member.column;
        error(place, "field.unknown", {{"name", excerpt(member.name, 40)}});
    }
}

const Ids& DocumentReader::ids(std::string_view list) const {
    static const Ids none;
    const auto found = ids_.find(list);
    return found == ids_.end() ? none : found->second;
}

void DocumentReader::resolve() {
    for (const auto& each : references_) {
        const bool role = each.target.empty();
        if (role && is_reserved_role(each.text)) continue;
        const auto lists = split(role ? "needs.staff" : each.target, ' ');
        if (std::ranges::any_of(lists, [&](auto list) { return ids(list).contains(each.text); })) continue;
        std::string words;
        for (const auto list : lists) words.append(words.empty() ? "" : ", ").append(list);
        problems_.add({Problem::Level::error,
                       file_,
                       each.line,
                       each.column,
                       each.pointer,
                       "practices.ref.unknown",
                       {{"id", each.text}, {"lists", words}}});
    }
}

}  // namespace ryadom::practices
