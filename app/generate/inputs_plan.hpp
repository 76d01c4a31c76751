// Who asked and waited, and whose scales were filled, beside the facts of a day. Pure.
#pragma once

#include "app/generate/facts_plan.hpp"
#include "modules/forms/forms.hpp"

#include <unordered_map>

namespace ryadom::generate {

struct RequestPlan {
    PersonIndex person = 0;
    std::string_view service;
    OrganisationIndex home = 0;
    Date asked_on;
};

struct WithdrawalPlan {
    RequestPlan request;
    std::string_view reason;
};

struct FormPlan {
    PersonIndex person = 0;
    OrganisationIndex home = 0;
    PracticeIndex practice = 0;
    const practices::Form* form = nullptr;
    practices::Moment moment = practices::Moment::start;
    Date filled_on;
    forms::Answers answers;
};

/// What is written on one day.
struct InputsPlan {
    std::vector<RequestPlan> requests;
    std::vector<WithdrawalPlan> withdrawals;
    std::vector<FormPlan> forms;
};

/// What somebody answers whose burden is such, of 1: questions that hang on others are asked as the form says.
forms::Answers answers_of(Dice& dice, const practices::Form& form, double burden);

class Inputs {
  public:
    Inputs(const Region& region, Seed seed, const std::vector<practices::Package>& library);

    /// Beside the facts that were written on that day. Ask for the days in their order, each once.
    InputsPlan beside(const std::vector<FactPlan>& facts, Date day);

  private:
    struct Course {
        Date started;
        double burden = 0;  ///< of 1; what the scales say at the start
        bool measured = false;
        bool ended = false;
    };

    void ask_in_vain(const FactPlan& like, Date day, InputsPlan& out);
    void measure(const FactPlan& fact, InputsPlan& out);
    void fill(const FactPlan& fact, practices::Moment moment, double burden, InputsPlan& out);

    const Region& region_;
    Dice dice_;
    std::vector<std::vector<PersonIndex>> persons_;
    std::vector<std::vector<const practices::Form*>> scales_;  ///< by practice: what is filled at start and end
    std::unordered_map<std::uint64_t, Course> courses_;        ///< by person and practice
    std::map<Date, std::vector<WithdrawalPlan>> withdrawals_;
};

}  // namespace ryadom::generate
