// What is printed of an application, a programme and a contract: kinds of papers, and their data.
#pragma once

#include "modules/papers/papers.hpp"
#include "modules/programmes/views.hpp"

namespace ryadom::programmes {

const papers::Kind& application_paper();
const papers::Kind& refusal_paper();
const papers::Kind& urgent_act_paper();
const papers::Kind& programme_paper();
const papers::Kind& contract_paper();

/// Which paper of an application is asked for.
enum class ApplicationPaper { application, refusal, urgent_act };
constexpr auto names(json::Type<ApplicationPaper>) {
    using namespace std::string_view_literals;
    using enum ApplicationPaper;
    return std::array{std::pair{application, "application"sv}, std::pair{refusal, "refusal"sv}, std::pair{urgent_act, "urgent_act"sv}};
}
const papers::Kind& kind_of(ApplicationPaper paper);

/// What the register and the lists say of those whom a paper names.
struct Printed {
    people::Person person;
    std::optional<std::string> document;  ///< that proves who it is, on one line
    std::map<Id<catalogue::Service>, std::string> services;
    std::map<std::string, std::string> kinds_of_services;  ///< titles by code
    std::map<Id<catalogue::Service>, std::string> kind_of_service;
    std::map<std::string, std::string> circumstances;      ///< titles by code
    std::map<std::pair<ReasonKind, std::string>, std::string> reasons;
};

/// The data of all three papers of an application.
json::Value application_data(const Application& application, const Printed& printed, const i18n::Voice& voice);
json::Value programme_data(const Programme& programme, const Version& version, const Printed& printed, const i18n::Voice& voice);
json::Value contract_data(const Contract& contract, const Programme& programme, const Version& version, const Printed& printed, const i18n::Voice& voice);

}  // namespace ryadom::programmes
