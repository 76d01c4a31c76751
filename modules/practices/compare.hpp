// What differs between two versions of a package, by the ids of their elements, in a form that is put in
// words by message keys: difference_key() for the sentence, section_key() for the name of the section.
#pragma once

#include <string>
#include <vector>

#include "modules/practices/package.hpp"

namespace ryadom::practices {

struct Difference {
    enum class Kind {
        added,  ///< an element of a list, an entry of a set, or a field that was absent
        removed,
        changed,   ///< a field has another value
        reordered  ///< the same elements in another order: `before` and `after` are their ids, separated by
                   ///< blanks
    };
    Kind kind = Kind::changed;
    std::string section;  ///< where in the document, by points: "needs.staff", "title"; "files" for a file
    std::string id;       ///< of the element of the section's list; empty outside of lists
    std::string field;    ///< inside, by slashes, inner lists by id: "position/ru"; empty for a whole element
    std::string before;
    std::string after;
    bool operator==(const Difference&) const = default;
};
constexpr auto names(json::Type<Difference::Kind>) {
    using enum Difference::Kind;
    return Words<Difference::Kind, 4>{
        {{added, "added"}, {removed, "removed"}, {changed, "changed"}, {reordered, "reordered"}}};
}
constexpr auto describe(json::Type<Difference>) {
    using T = Difference;
    return json::object("PackageDifference", json::field("kind", &T::kind, "What happened"),
                        json::field("section", &T::section, "Section of the document"),
                        json::field("id", &T::id, "Element of the section's list"),
                        json::field("field", &T::field, "Field of it"),
                        json::field("before", &T::before, "Before", json::length(0, 20'000)),
                        json::field("after", &T::after, "After", json::length(0, 20'000)));
}

/// In the order of the document.
std::vector<Difference> compare(const Package& before, const Package& after);
/// Files that were added, removed or changed; `before` and `after` are their SHA-256.
std::vector<Difference> compare_files(const PackageFiles& before, const PackageFiles& after);

/// "practices.difference.changed_element" …; its arguments are those below and `section`, the message of
/// section_key().
std::string difference_key(const Difference& difference);
/// "practices.section.needs.staff"
std::string section_key(const Difference& difference);
Arguments difference_arguments(const Difference& difference);

}  // namespace ryadom::practices
