// What is judged of a package when all its fields have been read: everything that takes more than one field.
#pragma once

#include <string>

#include "modules/practices/package.hpp"
#include "modules/practices/package_node.hpp"
#include "modules/practices/package_reader.hpp"

namespace ryadom::practices {

/// Reports errors at pointers of practice.yaml, with the line of the nearest node that was written.
class Judge {
  public:
    Judge(const Node& root, Problems& problems, std::string file = std::string(document_path))
        : root_(root), problems_(problems), file_(std::move(file)) {}

    void error(const std::string& pointer, std::string_view code, Arguments arguments = {}) const;
    /// A value that could not be read decides nothing.
    bool was_read(const std::string& pointer) const { return !problems_.has_error(pointer); }
    /// `field` is known, but its neighbours do not allow it.
    void unexpected(bool present, const std::string& pointer, std::string_view beside) const;
    void missing(bool absent, const std::string& pointer) const;
    /// Exactly one of two fields, and both are of the map at the pointer.
    void exactly_one(bool first, bool second, const std::string& pointer, std::string_view fields) const;
    void ordered(bool in_order, const std::string& pointer) const;

  private:
    const Node& root_;
    Problems& problems_;
    std::string file_;
};

void check_head(const Package& package, const Judge& judge);
void check_services(const Package& package, const Judge& judge);
void check_needs(const Package& package, const Judge& judge);
void check_forms(const Package& package, const Judge& judge);
/// One form; its pointer in the document, or "" where the form is the document.
void check_form(const Form& form, const std::string& pointer, const Judge& judge);
void check_score(const Form& form, std::size_t index, const std::string& pointer, const Judge& judge);
void check_course(const Package& package, const Judge& judge);
void check_standard(const Package& package, const Judge& judge);
void check_rollout(const Package& package, const Judge& judge);
void check_covers(const Package& package, const Judge& judge);
void check_files(const PackageFiles& files, const DocumentReader& reader, Problems& problems);

/// A field that is equal to a default which only its neighbours tell is dropped.
void drop_defaults(Package& package);
void drop_defaults(Form& form);

inline std::string at(const std::string& pointer, std::size_t index) {
    return pointer + "/" + std::to_string(index);
}

}  // namespace ryadom::practices
