// Assessments as they are asked for and shown.
#pragma once

#include "modules/payment/model_assessment.hpp"
#include "modules/people/people.hpp"

namespace ryadom::payment {

struct Assessment {
    Id<Assessment> id;
    Id<network::Organisation> organisation;
    AssessmentInput input;
    Calculation calculation;
    std::optional<Id<Assessment>> previous;
    std::optional<std::string> reason;
    std::vector<Change> changes;  ///< against the previous one
    Date recorded_on;
    std::optional<std::string> recorded_by;
};
constexpr auto describe(json::Type<Assessment>) {
    using json::field;
    using T = Assessment;
    return json::object("PaymentAssessment", field("id", &T::id, "Id"), field("organisation", &T::organisation, "Who assessed"), field("input", &T::input, "What was given"),
                        field("calculation", &T::calculation, "What followed"), field("previous", &T::previous, "The assessment before it"),
                        field("reason", &T::reason, "Why it was reckoned anew"), field("changes", &T::changes, "Figures before and after"),
                        field("recorded_on", &T::recorded_on, "Day of recording"), field("recorded_by", &T::recorded_by, "Who recorded it"));
}

struct NewAssessment {
    Id<network::Organisation> organisation;
    AssessmentInput input;
    std::optional<Id<Assessment>> previous;
    std::optional<std::string> reason;
};
constexpr auto describe(json::Type<NewAssessment>) {
    using json::field;
    using T = NewAssessment;
    return json::object("NewPaymentAssessment", field("organisation", &T::organisation, "Who assesses"), field("input", &T::input, "What is given"),
                        field("previous", &T::previous, "The last assessment, as its writer knows it"),
                        field("reason", &T::reason, "Why it is reckoned anew", json::length(3, 500)));
}

/// What would be recorded.
struct Preview {
    Calculation calculation;
    std::vector<Change> changes;
};
constexpr auto describe(json::Type<Preview>) {
    using json::field;
    return json::object("PaymentPreview", field("calculation", &Preview::calculation, "What follows"),
                        field("changes", &Preview::changes, "Figures against the last assessment"));
}

struct PreviewRequest {
    AssessmentInput input;
};
constexpr auto describe(json::Type<PreviewRequest>) {
    return json::object("PaymentPreviewRequest", json::field("input", &PreviewRequest::input, "What is given"));
}

/// An assessment that is the last of its person, and a norm of it holds no longer.
struct Outdated {
    Id<Assessment> assessment;
    Id<people::Person> person;
    std::string name;
    Date effective_on;
    std::int64_t payment_kopecks = 0;
    int norms = 0;  ///< how many of its norms have ended or were withdrawn
};
constexpr auto describe(json::Type<Outdated>) {
    using json::field;
    using T = Outdated;
    return json::object("OutdatedPayment", field("assessment", &T::assessment, "The last assessment"), field("person", &T::person, "Of whom"), field("name", &T::name, "Name"),
                        field("effective_on", &T::effective_on, "Paid from"), field("payment_kopecks", &T::payment_kopecks, "Payment of a month"),
                        field("norms", &T::norms, "How many of its norms hold no longer"));
}

struct OutdatedFilter {
    Id<network::Organisation> organisation;
    std::optional<std::string> cursor;
    std::optional<int> limit;
};
constexpr auto describe(json::Type<OutdatedFilter>) {
    using json::field;
    using T = OutdatedFilter;
    return json::object("OutdatedPaymentFilter", field("organisation", &T::organisation, "Assessed by this institution"),
                        field("cursor", &T::cursor, "Where the page before ended"), field("limit", &T::limit, "Rows of a page", json::range(1, 200)));
}

struct NormFilter {
    std::optional<Date> on;
};
constexpr auto describe(json::Type<NormFilter>) {
    return json::object("PaymentNormFilter", json::field("on", &NormFilter::on, "In force on this day; absent: today"));
}

/// One place of the norms through all years.
struct HistoryFilter {
    NormKind kind = NormKind::tariff;
    std::optional<Id<catalogue::Service>> service;
    std::optional<PopulationGroup> group;
    std::optional<std::string> category;
};
constexpr auto describe(json::Type<HistoryFilter>) {
    using json::field;
    using T = HistoryFilter;
    return json::object("PaymentNormHistoryFilter", field("kind", &T::kind, "Kind"), field("service", &T::service, "Service"), field("group", &T::group, "Group"),
                        field("category", &T::category, "Category", json::length(1, 60)));
}

/// Ends what is open without anything in its place.
struct EndNorm {
    Date last;
};
constexpr auto describe(json::Type<EndNorm>) {
    return json::object("EndPaymentNorm", json::field("last", &EndNorm::last, "The last day on which it holds"));
}

/// A category of the region's list that may be made free.
struct Category {
    std::string code;
    catalogue::Titles titles;
};
constexpr auto describe(json::Type<Category>) {
    return json::object("PaymentCategory", json::field("code", &Category::code, "Code"), json::field("titles", &Category::titles, "Title by language"));
}

struct WithdrawNorm {
    std::string reason;
};
constexpr auto describe(json::Type<WithdrawNorm>) {
    return json::object("WithdrawPaymentNorm", json::field("reason", &WithdrawNorm::reason, "Why it was wrong from the beginning", json::length(3, 500)));
}

}  // namespace ryadom::payment
