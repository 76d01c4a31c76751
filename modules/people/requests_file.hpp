// What the routes of the personal file give besides the file.
#pragma once

#include "modules/people/file.hpp"

namespace ryadom::people {

/// Who is named in a file, as the caller may know it.
struct KnownPerson {
    Id<Person> id;
    std::optional<std::string> name;  ///< with a right to the person
    Date birth;
};
constexpr auto describe(json::Type<KnownPerson>) {
    using json::field;
    return json::object("KnownPerson", field("id", &KnownPerson::id, "Id"), field("name", &KnownPerson::name, "Name, with a right to the person"),
                        field("birth", &KnownPerson::birth, "Born"));
}

/// Somebody in whose file the person stands.
struct NamedIn {
    Id<Person> person;
    std::optional<Kinship> kinship;  ///< what that person is to this one
    bool lives_together = false;
    std::optional<Authority> authority;  ///< by what right this person acts for that one
};
constexpr auto describe(json::Type<NamedIn>) {
    using json::field;
    using T = NamedIn;
    return json::object("PersonNamedIn", field("person", &T::person, "In whose file"), field("kinship", &T::kinship, "What that person is to this one"),
                        field("lives_together", &T::lives_together, "Of the same household"),
                        field("authority", &T::authority, "By what right this person acts for that one"));
}

struct FileView {
    PersonalFile file;
    std::vector<NamedIn> named_by;
    std::vector<KnownPerson> people;  ///< all whom the file names, and in whose files the person stands
    std::int64_t revision = 1;
};
constexpr auto describe(json::Type<FileView>) {
    using json::field;
    using T = FileView;
    return json::object("PersonalFileView", field("file", &T::file, "The file"), field("named_by", &T::named_by, "In whose files the person stands"),
                        field("people", &T::people, "Whom the file names"), field("revision", &T::revision, "Revision of the card", json::read_only));
}

/// With a change of the card.
struct ChangeQuery {
    std::optional<Date> renamed_on;  ///< the name before it was right until then; absent: it was misspelt
};
constexpr auto describe(json::Type<ChangeQuery>) {
    return json::object("PersonChange", json::field("renamed_on", &ChangeQuery::renamed_on, "The person took another name on this day; what was is kept"));
}

}  // namespace ryadom::people
