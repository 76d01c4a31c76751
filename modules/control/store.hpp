// Every SQL statement of the module stands in store*.cpp.
#pragma once

#include "modules/control/rules.hpp"

namespace ryadom::control::store {

using Centre = Number<network::Organisation>;

struct InspectionRow {
    Number<Inspection> number;
    Centre organisation;
    Number<standards::Version> version;
    std::optional<Number<practices::Practice>> practice;
    std::optional<Number<catalogue::Service>> service;
    Inspection inspection;
};
std::optional<InspectionRow> find_inspection(db::Tx& tx, const Id<Inspection>& id);
/// The latest first; without an organisation, of all that the caller may see.
std::vector<InspectionRow> inspections(db::Tx& tx, std::optional<Centre> organisation, std::int64_t before, int limit);
/// Self-checks of an organisation for a quarter.
std::vector<InspectionRow> of_quarter(db::Tx& tx, Centre organisation, Date quarter);
InspectionRow insert_inspection(db::Tx& tx, Kind kind, Centre organisation, Number<standards::Version> version, Date today);
/// How many rows changed: none once it was closed.
std::int64_t close(db::Tx& tx, Number<Inspection> inspection, Date today);

/// The last mark of each item, by its key.
using Marks = std::map<std::string, MarkView>;
Marks marks(db::Tx& tx, Number<Inspection> inspection);
void insert_mark(db::Tx& tx, const InspectionRow& row, const std::string& item, const MarkView& mark);

/// The last mark of each item in inspections of a kind that were closed by the end of the day, with the one that gave it. The last
/// self-check is that of the latest quarter.
struct ClosedMark {
    Number<Inspection> inspection;
    MarkView mark;
};
std::map<std::string, ClosedMark> closed_marks(db::Tx& tx, Centre organisation, Number<standards::Version> version, Kind kind, Date day);

struct FileRow {
    std::string sha;
    File file;
};
std::optional<FileRow> find_file(db::Tx& tx, const Id<File>& id);
std::vector<File> files(db::Tx& tx, Number<Inspection> inspection);
std::vector<File> files(db::Tx& tx, Number<Finding> finding);
/// Files of self-checks that were closed by the end of the day.
std::vector<File> evidence(db::Tx& tx, Centre organisation, Number<standards::Version> version, Date day);
/// Of the item, in this inspection and in closed self-checks of the same version.
std::int64_t grounds(db::Tx& tx, const InspectionRow& row, const std::string& item);
File insert_file(db::Tx& tx, const InspectionRow& row, const std::string& item, const std::string& name, const std::string& sha, Date today);

struct FindingRow {
    Number<Finding> number;
    Centre organisation;
    Number<standards::Version> version;
    std::string item;
    Finding finding;  ///< its item and its days left are filled in by whoever has the text and the day
};
enum class Which { all, unfinished, overdue };
constexpr auto names(json::Type<Which>) {
    using enum Which;
    return Words<Which, 3>{{{all, "all"}, {unfinished, "unfinished"}, {overdue, "overdue"}}};
}
/// As recorded by the end of the day, the latest first.
std::vector<FindingRow> findings(db::Tx& tx, std::optional<Centre> organisation, Which which, Date day, std::int64_t before, int limit);
std::optional<FindingRow> find_finding(db::Tx& tx, const Id<Finding>& id, Date day);
Id<Finding> insert_finding(db::Tx& tx, const InspectionRow& row, const std::string& item, const MarkView& mark, Date today);
/// Items whose finding was accepted by the end of the day, with the visit that found them.
std::set<std::pair<std::int64_t, std::string>> put_right(db::Tx& tx, Centre organisation, Number<standards::Version> version, Date day);
std::vector<Step> steps(db::Tx& tx, Number<Finding> finding);
void insert_step(db::Tx& tx, const FindingRow& row, const Step& step);
/// Files that came after the last time that the finding was sent back.
std::int64_t fresh_files(db::Tx& tx, Number<Finding> finding);
File insert_file(db::Tx& tx, const FindingRow& row, const std::string& name, const std::string& sha, Date today);

}  // namespace ryadom::control::store
