// What the reader of a template knows at a place: the fields in reach, and what was found wrong so far.
#pragma once

#include "platform/templates/tree.hpp"

namespace ryadom::templates {

class Context {
  public:
    Context(const Fields& fields, i18n::Language language) : scopes_{&fields}, language_(language) {}

    void problem(Place place, std::string_view code, Arguments arguments = {});
    /// In their order in the text.
    std::vector<Problem> take_problems();
    bool sound() const { return problems_.empty(); }
    i18n::Language language() const { return language_; }

    struct Known {
        Reference reference;
        const Fields* fields;  ///< of a list's elements
    };
    /// A field by its name, the nearest first; what is unknown is a problem.
    std::optional<Known> find(Place place, std::string_view code);
    std::optional<Known> find_list(Place place, std::string_view code);

    /// Blocks and lists within each other: no deeper than a person follows.
    static constexpr std::size_t deepest = 8;
    bool enter(Place place);
    void leave() { --depth_; }
    std::size_t depth() const { return depth_; }

    void enter_list(const Fields& fields) { scopes_.push_back(&fields); }
    void leave_list() { scopes_.pop_back(); }

  private:
    std::vector<const Fields*> scopes_;
    std::size_t depth_ = 0;
    i18n::Language language_;
    std::vector<Problem> problems_;
};

}  // namespace ryadom::templates
