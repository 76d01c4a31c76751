// The maps that several sections of a package share, and its head: who invented it, for whom, on what law,
// what is core.
#pragma once

#include <string>
#include <vector>

#include "modules/practices/package_field.hpp"
#include "modules/practices/package_words.hpp"

namespace ryadom::practices {

struct Range {
    int from = 0;
    int to = 0;
    bool operator==(const Range&) const = default;
};
constexpr auto describe(json::Type<Range>) {
    return json::object("PackageRange", need("from", &Range::from, "From, inclusive"),
                        need("to", &Range::to, "To, inclusive"));
}

/// Either an amount, or a note that the region decides.
struct Money {
    std::optional<std::int64_t> amount_kopecks;
    std::optional<bool> set_by_region;
    std::optional<std::string> as_of;
    std::optional<Text> note;
    bool operator==(const Money&) const = default;
};
constexpr auto describe(json::Type<Money>) {
    return json::object(
        "PackageMoney",
        may("amount_kopecks", &Money::amount_kopecks, "Amount in kopecks", json::range(0, 1'000'000'000'000)),
        may("set_by_region", &Money::set_by_region, "The region decides", OnlyTrue{}),
        may("as_of", &Money::as_of, "Day of the price", Shape::date), may("note", &Money::note, "Remark"));
}

/// Where a number comes from and how sure it is.
struct Source {
    Certainty checked = Certainty::recalled;
    Text text;
    bool operator==(const Source&) const = default;
};
constexpr auto describe(json::Type<Source>) {
    return json::object("PackageSource", need("checked", &Source::checked, "How sure it is"),
                        need("text", &Source::text, "What it is and where it stands"));
}

struct Point {
    std::string id;
    Text text;
    bool operator==(const Point&) const = default;
};
constexpr auto describe(json::Type<Point>) {
    return json::object("PackagePoint", need("id", &Point::id, "Id", Shape::id),
                        need("text", &Point::text, "Text"));
}

struct Author {
    std::string id;
    Line name;
    std::optional<Line> position;
    bool operator==(const Author&) const = default;
};
constexpr auto describe(json::Type<Author>) {
    return json::object("PackageAuthor", need("id", &Author::id, "Id", Shape::id),
                        need("name", &Author::name, "Name"), may("position", &Author::position, "Position"));
}

struct Contact {
    std::optional<std::string> email;
    std::optional<std::string> phone;
    std::optional<std::string> url;
    bool operator==(const Contact&) const = default;
};
constexpr auto describe(json::Type<Contact>) {
    return json::object("PackageContact", may("email", &Contact::email, "E-mail", Shape::email),
                        may("phone", &Contact::phone, "Telephone", Shape::phone),
                        may("url", &Contact::url, "Page", Shape::url));
}

struct Origin {
    Line centre;
    std::optional<Line> region;
    std::optional<int> year;
    std::vector<Author> authors;
    Contact contact;
    bool operator==(const Origin&) const = default;
};
constexpr auto describe(json::Type<Origin>) {
    return json::object(
        "PackageOrigin", need("centre", &Origin::centre, "Who invented or collected it"),
        may("region", &Origin::region, "Region"), may("year", &Origin::year, "Year", json::range(1990, 2100)),
        need("authors", &Origin::authors, "Authors"), need("contact", &Origin::contact, "Contact"));
}

struct Audience {
    std::vector<std::string> groups;
    std::optional<Range> age;
    std::vector<std::string> needs;
    std::vector<std::string> care_forms;
    std::optional<Text> note;
    bool operator==(const Audience&) const = default;
};
constexpr auto describe(json::Type<Audience>) {
    return json::object("PackageAudience",
                        need("groups", &Audience::groups, "Groups of people", Table{"group"}),
                        may("age", &Audience::age, "Full years", json::range(0, 120)),
                        may("needs", &Audience::needs, "Circumstances of need", Table{"need"}),
                        need("care_forms", &Audience::care_forms, "Forms of care", Table{"care_form"}),
                        may("note", &Audience::note, "Remark"));
}

struct Contraindication {
    std::string id;
    Text text;
    Precaution action = Precaution::refuse;
    bool operator==(const Contraindication&) const = default;
};
constexpr auto describe(json::Type<Contraindication>) {
    using T = Contraindication;
    return json::object("PackageContraindication", need("id", &T::id, "Id", Shape::id),
                        need("text", &T::text, "Text"), need("action", &T::action, "What to do"));
}

struct Law {
    std::string id;
    Line title;
    std::optional<std::string> number;
    std::optional<std::string> date;
    std::string region;
    std::optional<std::string> valid_from;
    std::optional<std::string> valid_to;
    std::optional<Text> note;
    LawChecked checked = LawChecked::recalled;
    bool operator==(const Law&) const = default;
};
constexpr auto describe(json::Type<Law>) {
    return json::object("PackageLaw", need("id", &Law::id, "Id", Shape::id),
                        need("title", &Law::title, "Title"), may("number", &Law::number, "Number of the act"),
                        may("date", &Law::date, "Day of the act", Shape::date),
                        need("region", &Law::region, "ISO 3166 code", Shape::region),
                        may("valid_from", &Law::valid_from, "Valid from", Shape::date),
                        may("valid_to", &Law::valid_to, "Valid to", Shape::date),
                        may("note", &Law::note, "What follows from it here"),
                        need("checked", &Law::checked, "How sure it is"));
}

/// A part of the practice; `covers` says what of the package a local adaptation may change.
struct Component {
    std::string id;
    Line title;
    Text text;
    std::vector<std::string> covers;
    bool operator==(const Component&) const = default;
};
constexpr auto describe(json::Type<Component>) {
    return json::object("PackageComponent", need("id", &Component::id, "Id", Shape::id),
                        need("title", &Component::title, "Title"), need("text", &Component::text, "Text"),
                        may("covers", &Component::covers, "What an adaptation may change", Shape::cover));
}

struct Components {
    std::vector<Component> core;
    std::vector<Component> adaptable;
    bool operator==(const Components&) const = default;
};
constexpr auto describe(json::Type<Components>) {
    using T = Components;
    return json::object("PackageComponents",
                        need("core", &T::core, "Without these it is another practice", SharedIds{}),
                        need("adaptable", &T::adaptable, "What a centre may change", SharedIds{}));
}

}  // namespace ryadom::practices
