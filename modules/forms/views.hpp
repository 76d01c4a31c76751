// Forms of packages and filled ones, as one caller may see them.
#pragma once

#include "modules/forms/store.hpp"

namespace ryadom::forms {

/// A form as the package of a version has it.
struct PackageForm {
    std::shared_ptr<const practices::Package> package;
    const practices::Form* form = nullptr;
};
std::optional<PackageForm> form_of(db::Tx& tx, Number<practices::Version> version, std::string_view form);

enum class WithAnswers { no, yes };

/// One serves one transaction and looks each thing up once.
class Views {
  public:
    explicit Views(db::Tx& tx) : tx_(tx) {}

    /// Confidential ones are read by their author and by who delivers the practice to the person.
    bool readable(const store::Row& row);
    FilledForm filled(const store::Row& row, WithAnswers with_answers);
    /// What may be filled for a person after a fact, or at all.
    std::vector<OfferedForm> offered(Number<people::Person> person, const std::optional<Id<ledger::Fact>>& fact);

  private:
    struct Practice {
        Id<practices::Practice> id;
        Titles titles;
    };
    const Practice& practice(std::int64_t number);
    void offer(const store::Delivered& delivered, const std::vector<store::Known>& known, std::vector<OfferedForm>& out);

    db::Tx& tx_;
    std::map<std::int64_t, Practice> practices_;
    std::optional<std::optional<Number<network::StaffMember>>> me_;
    std::map<std::pair<std::int64_t, std::int64_t>, bool> works_with_;  ///< by person and practice
};

}  // namespace ryadom::forms
