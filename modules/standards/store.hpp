// Every SQL statement of the module stands in store*.cpp.
#pragma once

#include "modules/standards/rules.hpp"

namespace ryadom::standards::store {

struct StandardRow {
    Number<Standard> number;
    Id<Standard> id;
    std::string code;
    std::optional<Number<practices::Practice>> practice;
    std::optional<Number<catalogue::Service>> service;
    std::optional<Order> repealed_by;
    std::optional<Date> repealed_from;
};
std::optional<StandardRow> find_standard(db::Tx& tx, const Id<Standard>& id);
StandardRow standard(db::Tx& tx, Number<Standard> number);
/// In order of their codes.
std::vector<StandardRow> standards(db::Tx& tx, std::string_view after, int limit);
std::vector<StandardRow> standards(db::Tx& tx, Number<practices::Practice> practice, std::string_view after, int limit);
/// Whether the practice or service of the row has a standard that is not repealed.
bool stands_already(db::Tx& tx, const StandardRow& row);
StandardRow insert_standard(db::Tx& tx, StandardRow row);
void repeal(db::Tx& tx, const StandardRow& row, const OrderRequest& request, Date today);
void remove_standard(db::Tx& tx, Number<Standard> standard);

/// A version without its text, which is long.
struct VersionRow {
    Number<Version> number;
    Number<Standard> standard;
    Id<Version> id;
    int ordinal = 1;
    Life life;
    std::optional<std::string> ended_reason;
    std::optional<Order> order;
    practices::Line title;
    int comments = 0;
    int unanswered = 0;
    std::int64_t revision = 1;
};
/// Of one standard, the newest first.
std::vector<VersionRow> versions(db::Tx& tx, Number<Standard> standard);
std::optional<VersionRow> find_version(db::Tx& tx, const Id<Version>& id);
VersionRow version(db::Tx& tx, Number<Version> number);
Content content(db::Tx& tx, Number<Version> version);
VersionRow insert_version(db::Tx& tx, Number<Standard> standard, int ordinal, const Content& content);
/// How many rows changed: none at another revision, or once it was approved.
std::int64_t update_content(db::Tx& tx, const VersionRow& row, const Content& content);
void remove_version(db::Tx& tx, Number<Version> version);
std::int64_t send(db::Tx& tx, const VersionRow& row, Date today, Date until);
void end_comments(db::Tx& tx, Number<Version> version, Date today, std::string_view reason);
void approve(db::Tx& tx, Number<Version> version, const OrderRequest& request, Date today);
/// Approved versions whose first day is not before `from`, the latest first.
std::vector<VersionRow> approved_since(db::Tx& tx, Date from);
/// Versions that centres may comment on today, the nearest last day first.
std::vector<VersionRow> asked_until(db::Tx& tx, Date today);

Addresses addresses(db::Tx& tx, Number<Standard> standard);
/// Keeps the addresses of clauses that readers now see.
void keep_addresses(db::Tx& tx, Number<Standard> standard, const std::vector<Clause>& clauses);

std::optional<Pilot> pilot(db::Tx& tx, Number<Version> version);
/// Whether a centre of the caller's tries the version.
bool pilots(db::Tx& tx, Number<Version> version);
void insert_pilot(db::Tx& tx, Number<Version> version, const Pilot& pilot, Date today);
void insert_pilot_result(db::Tx& tx, Number<Version> version, const PilotResult& result, Date today);
void remove_pilot(db::Tx& tx, Number<Version> version);

struct CommentRow {
    std::int64_t number = 0;
    Number<Version> version;
    Comment comment;
};
std::vector<CommentRow> comments(db::Tx& tx, Number<Version> version, std::int64_t after, int limit);
/// The organisations that said something.
std::vector<std::int64_t> commenters(db::Tx& tx, Number<Version> version);
std::optional<CommentRow> find_comment(db::Tx& tx, const Id<Comment>& id);
CommentRow insert_comment(db::Tx& tx, Number<Version> version, Number<network::Organisation> organisation, const Comment& comment);
void answer(db::Tx& tx, std::int64_t comment, const AnswerRequest& answer);

struct WaiverRow {
    std::int64_t number = 0;
    Number<Standard> standard;
    WaiverView waiver;
};
/// The latest first.
std::vector<WaiverRow> waivers(db::Tx& tx, Number<Standard> standard, std::int64_t before, int limit);
std::optional<WaiverRow> find_waiver(db::Tx& tx, const Id<WaiverView>& id);
WaiverRow insert_waiver(db::Tx& tx, Number<Standard> standard, Number<network::Organisation> organisation, const WaiverView& waiver, Date today);
void revoke(db::Tx& tx, std::int64_t waiver, const WaiverEnd& end, Date today);

}  // namespace ryadom::standards::store
