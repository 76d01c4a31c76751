#include "modules/practices/compare.hpp"

#include <algorithm>
#include <set>

#include "modules/practices/package_text.hpp"
#include "platform/core/bytes.hpp"

namespace ryadom::practices {
namespace {

template <class T>
std::string shown(const T& value) {
    if constexpr (std::is_same_v<T, bool>)
        return value ? "true" : "false";
    else if constexpr (json::Named<T>)
        return std::string(json::name_of(value));
    else if constexpr (std::is_same_v<T, double>)
        return write_hundredths(to_hundredths(value));
    else if constexpr (std::is_integral_v<T>)
        return std::to_string(value);
    else
        return value;
}

template <class T>
constexpr bool has_id = requires(T element) {
    element.id;
};

template <class T>
std::string identity(const T& element) {
    if constexpr (has_id<T>)
        return element.id;
    else
        return shown(element);
}

/// Where the comparison stands. Inside the first list with ids the path goes on in `field`.
struct Place {
    std::string section;
    std::string id;
    std::string field;

    Place inside(std::string_view name) const {
        auto inner = *this;
        if (id.empty())
            inner.section.append(inner.section.empty() ? "" : ".").append(name);
        else
            inner.field.append(inner.field.empty() ? "" : "/").append(name);
        return inner;
    }
    Place element(const std::string& element_id) const {
        auto inner = *this;
        if (id.empty())
            inner.id = element_id;
        else
            inner.field.append("/").append(element_id);
        return inner;
    }
};

class Comparison {
  public:
    template <class T>
    void compare_values(const T& before, const T& after, const Place& place) {
        if constexpr (json::is_list<T>::value)
            compare_lists(before, after, place);
        else if constexpr (json::is_optional<T>::value)
            compare_optionals(before, after, place);
        else if constexpr (json::Described<T>)
            compare_fields(before, after, place);
        else if (before != after)
            report(Difference::Kind::changed, place, shown(before), shown(after));
    }

    std::vector<Difference> out;

  private:
    void report(Difference::Kind kind, const Place& place, std::string before, std::string after) {
        out.push_back({kind, place.section, place.id, place.field, std::move(before), std::move(after)});
    }

    template <class T>
    void compare_fields(const T& before, const T& after, const Place& place) {
        constexpr auto description = describe(json::Type<T>{});
        std::apply(
            [&](const auto&... fields) {
                (compare_values(before.*fields.part, after.*fields.part, place.inside(fields.name)), ...);
            },
            description.fields);
    }

    template <class T>
    void compare_optionals(const std::optional<T>& before, const std::optional<T>& after,
                           const Place& place) {
        if (before && after) return compare_values(*before, *after, place);
        if (before) report_whole(Difference::Kind::removed, *before, place);
        if (after) report_whole(Difference::Kind::added, *after, place);
    }

    /// A map that came or went is told by its fields, so that every text of it is shown.
    template <class T>
    void report_whole(Difference::Kind kind, const T& value, const Place& place) {
        if constexpr (json::Described<T>) {
            const T empty{};
            const auto start = out.size();
            if (kind == Difference::Kind::added)
                compare_fields(empty, value, place);
            else
                compare_fields(value, empty, place);
            for (auto i = start; i < out.size(); ++i) {
                out[i].kind = kind;
                (kind == Difference::Kind::added ? out[i].before : out[i].after).clear();
            }
            if (out.size() == start) report(kind, place, "", "");
        } else {
            const auto text = shown(value);
            const bool came = kind == Difference::Kind::added;
            report(kind, place, came ? "" : text, came ? text : "");
        }
    }

    template <class T>
    void compare_lists(const std::vector<T>& before, const std::vector<T>& after, const Place& place) {
        for (const auto& element : before)
            if (!find(after, element)) report_element(Difference::Kind::removed, element, place);
        for (const auto& element : after) {
            const auto* older = find(before, element);
            if (!older)
                report_element(Difference::Kind::added, element, place);
            else if constexpr (has_id<T>)
                compare_fields(*older, element, place.element(element.id));
        }
        const auto was = common_order(before, after);
        const auto is = common_order(after, before);
        if (was != is) report(Difference::Kind::reordered, place, was, is);
    }

    template <class T>
    static const T* find(const std::vector<T>& list, const T& element) {
        const auto found =
            std::ranges::find(list, identity(element), [](const T& each) { return identity(each); });
        return found == list.end() ? nullptr : &*found;
    }

    template <class T>
    void report_element(Difference::Kind kind, const T& element, const Place& place) {
        const bool came = kind == Difference::Kind::added;
        if constexpr (has_id<T>)
            report(kind, place.element(element.id), came ? "" : title_of(element),
                   came ? title_of(element) : "");
        else
            report(kind, place, came ? "" : shown(element), came ? shown(element) : "");
    }

    /// What a person calls the element; its id where it has no name.
    template <class T>
    static std::string title_of(const T& element) {
        if constexpr (requires { element.title.ru; })
            return element.title.ru;
        else if constexpr (requires { element.position.ru; })
            return element.position.ru;
        else if constexpr (requires { element.label.ru; })
            return element.label.ru;
        else if constexpr (requires { element.text.ru; })
            return element.text.ru;
        else
            return element.id;
    }

    template <class T>
    static std::string common_order(const std::vector<T>& list, const std::vector<T>& other) {
        std::string words;
        for (const auto& element : list)
            if (find(other, element)) words.append(words.empty() ? "" : " ").append(identity(element));
        return words;
    }
};

}  // namespace

std::vector<Difference> compare(const Package& before, const Package& after) {
    Comparison comparison;
    comparison.compare_values(before, after, Place{});
    return std::move(comparison.out);
}

std::vector<Difference> compare_files(const PackageFiles& before, const PackageFiles& after) {
    std::set<std::string> paths;
    for (const auto* files : {&before, &after})
        for (const auto& [path, content] : *files)
            if (path != document_path) paths.insert(path);
    std::vector<Difference> out;
    for (const auto& path : paths) {
        const auto was = before.find(path);
        const auto is = after.find(path);
        const auto kind = was == before.end() ? Difference::Kind::added
                          : is == after.end() ? Difference::Kind::removed
                                              : Difference::Kind::changed;
        if (kind == Difference::Kind::changed && was->second == is->second) continue;
        out.push_back({kind, "files", path, "", was == before.end() ? "" : hex(sha256(was->second)),
                       is == after.end() ? "" : hex(sha256(is->second))});
    }
    return out;
}

namespace {

/// The part of a section that has a name of its own for people: "needs.staff", "cost" of "cost.start".
std::string named_part(const Difference& difference) {
    const auto parts = split(difference.section, '.');
    auto name = std::string(parts[0]);
    if (name == "needs" && parts.size() > 1) name.append(".").append(parts[1]);
    return name;
}

/// The field as it is shown: outside of lists that is the rest of the section.
std::string shown_field(const Difference& difference) {
    if (!difference.id.empty()) return difference.field;
    auto rest =
        difference.section.substr(std::min(difference.section.size(), named_part(difference).size() + 1));
    std::ranges::replace(rest, '.', '/');
    return rest;
}

}  // namespace

std::string difference_key(const Difference& difference) {
    const bool field = !shown_field(difference).empty();
    const auto* what = difference.id.empty() ? (field ? "detail" : "section") : field ? "field" : "element";
    return "practices.difference." + std::string(json::name_of(difference.kind)) + "_" + what;
}

std::string section_key(const Difference& difference) {
    return "practices.section." + named_part(difference);
}

Arguments difference_arguments(const Difference& difference) {
    return {{"id", difference.id},
            {"field", shown_field(difference)},
            {"before", difference.before},
            {"after", difference.after}};
}

}  // namespace ryadom::practices
