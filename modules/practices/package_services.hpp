// What a practice does and what it takes: services, the procedure, and the needs that readiness is measured
// by.
#pragma once

#include "modules/practices/package_parts.hpp"

namespace ryadom::practices {

struct Service {
    std::string id;
    std::string code;
    std::string kind;
    Line title;
    std::optional<Text> description;
    std::string unit;
    std::optional<int> norm_minutes;
    std::optional<Source> norm_source;
    std::optional<Range> group_size;
    std::vector<Channel> channels;
    std::optional<Text> remote_conditions;
    std::optional<Payment> payment;  ///< absent: set_by_region
    std::optional<bool> counts_unnamed;
    std::vector<std::string> delivered_by;  ///< absent: any worker
    std::vector<std::string> rooms;
    std::vector<std::string> forms;
    bool operator==(const Service&) const = default;
};
constexpr auto describe(json::Type<Service>) {
    using T = Service;
    return json::object(
        "PackageService", need("id", &T::id, "Id", Shape::id),
        need("code", &T::code, "Catalogue code", Shape::service_code),
        need("kind", &T::kind, "Kind of service", Table{"service_kind"}), need("title", &T::title, "Title"),
        may("description", &T::description, "What is done and what is not"),
        need("unit", &T::unit, "Unit", Table{"unit"}),
        may("norm_minutes", &T::norm_minutes, "Minutes of the worker for one unit", json::range(1, 1440)),
        may("norm_source", &T::norm_source, "Where the norm comes from"),
        may("group_size", &T::group_size, "People in a group", json::range(2, 200)),
        need("channels", &T::channels, "Where it is delivered"),
        may("remote_conditions", &T::remote_conditions, "When it may be remote"),
        may("payment", &T::payment, "Payment", Default{static_cast<int>(Payment::set_by_region)}),
        may("counts_unnamed", &T::counts_unnamed, "A fact may give a number of people", Default{0}),
        may("delivered_by", &T::delivered_by, "Staff who deliver it", Ref{"needs.staff"}),
        may("rooms", &T::rooms, "Rooms that booking offers", Ref{"needs.rooms"}),
        may("forms", &T::forms, "Forms that are filled with it", Ref{"forms"}));
}

struct ProcedureStep {
    std::string id;
    Text text;
    std::optional<int> minutes;
    std::string role;
    std::optional<std::string> service;
    std::optional<std::string> form;
    std::optional<std::string> template_;
    bool operator==(const ProcedureStep&) const = default;
};
constexpr auto describe(json::Type<ProcedureStep>) {
    using T = ProcedureStep;
    return json::object(
        "PackageProcedureStep", need("id", &T::id, "Id", Shape::id), need("text", &T::text, "Text"),
        may("minutes", &T::minutes, "Minutes of the role", json::range(0, 1440)),
        need("role", &T::role, "Who does it", Shape::role),
        may("service", &T::service, "Service", Ref{"services"}), may("form", &T::form, "Form", Ref{"forms"}),
        may("template", &T::template_, "Document template", Ref{"document_templates"}));
}

struct Procedure {
    std::vector<ProcedureStep> preparation;
    std::vector<ProcedureStep> performance;
    std::vector<ProcedureStep> completion;
    bool operator==(const Procedure&) const = default;
};
constexpr auto describe(json::Type<Procedure>) {
    using T = Procedure;
    return json::object("PackageProcedure", need("preparation", &T::preparation, "Before", SharedIds{}),
                        need("performance", &T::performance, "During", SharedIds{}),
                        need("completion", &T::completion, "After", SharedIds{}));
}

struct Qualification {
    std::string code;
    Line title;
    bool operator==(const Qualification&) const = default;
};
constexpr auto describe(json::Type<Qualification>) {
    using T = Qualification;
    return json::object("PackageQualification", need("code", &T::code, "Code", Table{"qualification"}),
                        need("title", &T::title, "Title"));
}

struct StaffNeed {
    std::string id;
    Line position;
    Qualification qualification;
    std::optional<int> rate_hundredths;
    std::optional<bool> set_by_region;
    bool mandatory = true;
    std::optional<Text> duties;
    std::optional<Source> source;
    bool operator==(const StaffNeed&) const = default;
};
constexpr auto describe(json::Type<StaffNeed>) {
    using T = StaffNeed;
    return json::object(
        "PackageStaffNeed", need("id", &T::id, "Id", Shape::id), need("position", &T::position, "Position"),
        need("qualification", &T::qualification, "Qualification"),
        may("rate_hundredths", &T::rate_hundredths, "100 = one full post", json::range(1, 10'000)),
        may("set_by_region", &T::set_by_region, "The region decides", OnlyTrue{}),
        need("mandatory", &T::mandatory, "Without it the practice may not start"),
        may("duties", &T::duties, "Duties"), may("source", &T::source, "Where the rate comes from"));
}

struct RoomNeed {
    std::string id;
    std::string kind;
    Line title;
    std::optional<int> capacity;
    std::optional<int> area_m2;
    std::optional<bool> exclusive;
    bool mandatory = true;
    std::optional<Text> requirements;
    bool operator==(const RoomNeed&) const = default;
};
constexpr auto describe(json::Type<RoomNeed>) {
    using T = RoomNeed;
    return json::object("PackageRoomNeed", need("id", &T::id, "Id", Shape::id),
                        need("kind", &T::kind, "Kind of room", Table{"room_kind"}),
                        need("title", &T::title, "Title"),
                        may("capacity", &T::capacity, "People", json::range(1, 1000)),
                        may("area_m2", &T::area_m2, "Square metres", json::range(1, 10'000)),
                        may("exclusive", &T::exclusive, "No other practice may use it", Default{0}),
                        need("mandatory", &T::mandatory, "Without it the practice may not start"),
                        may("requirements", &T::requirements, "Requirements"));
}

struct EquipmentNeed {
    std::string id;
    std::string kind;
    Line title;
    int count = 1;
    Money price;
    std::optional<bool> lendable;
    std::optional<int> life_months;
    bool mandatory = true;
    std::optional<Text> note;
    bool operator==(const EquipmentNeed&) const = default;
};
constexpr auto describe(json::Type<EquipmentNeed>) {
    using T = EquipmentNeed;
    return json::object("PackageEquipmentNeed", need("id", &T::id, "Id", Shape::id),
                        need("kind", &T::kind, "Kind of equipment", Table{"equipment_kind"}),
                        need("title", &T::title, "Title"),
                        need("count", &T::count, "Pieces", json::range(1, 10'000)),
                        need("price", &T::price, "Price of one"),
                        may("lendable", &T::lendable, "People may borrow it", Default{0}),
                        may("life_months", &T::life_months, "Months of service", json::range(1, 600)),
                        need("mandatory", &T::mandatory, "Without it the practice may not start"),
                        may("note", &T::note, "Remark"));
}

struct DocumentNeed {
    std::string id;
    Line title;
    DocumentKind kind = DocumentKind::order;
    std::optional<std::string> template_;
    Proof proof = Proof::document;
    bool mandatory = true;
    std::optional<Text> note;
    bool operator==(const DocumentNeed&) const = default;
};
constexpr auto describe(json::Type<DocumentNeed>) {
    using T = DocumentNeed;
    return json::object("PackageDocumentNeed", need("id", &T::id, "Id", Shape::id),
                        need("title", &T::title, "Title"), need("kind", &T::kind, "Kind of document"),
                        may("template", &T::template_, "Template", Ref{"document_templates"}),
                        need("proof", &T::proof, "What closes the need"),
                        need("mandatory", &T::mandatory, "Without it the practice may not start"),
                        may("note", &T::note, "Remark"));
}

struct TrainingNeed {
    std::string id;
    Line title;
    std::string role;
    int hours = 1;
    Proof proof = Proof::certificate;
    bool mandatory = true;
    std::optional<Text> note;
    bool operator==(const TrainingNeed&) const = default;
};
constexpr auto describe(json::Type<TrainingNeed>) {
    using T = TrainingNeed;
    return json::object("PackageTrainingNeed", need("id", &T::id, "Id", Shape::id),
                        need("title", &T::title, "Title"),
                        need("role", &T::role, "Who is trained", Shape::role),
                        need("hours", &T::hours, "Hours", json::range(1, 1000)),
                        need("proof", &T::proof, "What closes the need"),
                        need("mandatory", &T::mandatory, "Without it the practice may not start"),
                        may("note", &T::note, "Remark"));
}

struct BudgetNeed {
    std::string id;
    Line title;
    BudgetTime when = BudgetTime::start;
    Money amount;
    Proof proof = Proof::document;
    bool mandatory = true;
    bool operator==(const BudgetNeed&) const = default;
};
constexpr auto describe(json::Type<BudgetNeed>) {
    using T = BudgetNeed;
    return json::object("PackageBudgetNeed", need("id", &T::id, "Id", Shape::id),
                        need("title", &T::title, "Title"), need("when", &T::when, "When"),
                        need("amount", &T::amount, "How much"),
                        need("proof", &T::proof, "What closes the need"),
                        need("mandatory", &T::mandatory, "Without it the practice may not start"));
}

struct Needs {
    std::vector<StaffNeed> staff;
    std::vector<RoomNeed> rooms;
    std::vector<EquipmentNeed> equipment;
    std::vector<DocumentNeed> documents;
    std::vector<TrainingNeed> training;
    std::vector<BudgetNeed> budget;
    bool operator==(const Needs&) const = default;
};
constexpr auto describe(json::Type<Needs>) {
    return json::object("PackageNeeds", may("staff", &Needs::staff, "Staff", SharedIds{}),
                        may("rooms", &Needs::rooms, "Rooms", SharedIds{}),
                        may("equipment", &Needs::equipment, "Equipment", SharedIds{}),
                        may("documents", &Needs::documents, "Documents", SharedIds{}),
                        may("training", &Needs::training, "Training", SharedIds{}),
                        may("budget", &Needs::budget, "Budget", SharedIds{}));
}

}  // namespace ryadom::practices
