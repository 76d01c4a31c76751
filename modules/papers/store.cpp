#include "modules/papers/store.hpp"

#include "platform/files/files.hpp"

namespace ryadom::papers::store {
namespace {

constexpr db::Text versions(
    "select t.number, t.kind, t.language, t.version, t.valid_from, t.text, t.published_at, a.name from v_papers_template t "
    "left join v_auth_account a on a.number = t.account ");
constexpr db::Sql versions_by_kind = db::sql<versions, "where t.kind = $1 order by t.language, t.version">;
constexpr db::Sql every_version = db::sql<versions, "order by t.kind, t.language, t.version">;
constexpr db::Sql add_text = "insert into papers_text (sha256, text) values ($1, $2) on conflict (sha256) do nothing";
constexpr db::Sql text_by_hash = "select number from v_papers_text where sha256 = $1";
constexpr db::Sql text_by_number = "select text from v_papers_text where number = $1";
constexpr db::Sql add_version =
    "insert into papers_template (kind, language, version, valid_from, text, published_at, account) values ($1, $2, $3, $4, $5, $6, $7)";

constexpr db::Sql take_place =
    "insert into papers_counter (organisation, kind, year, last) values ($1, $2, $3, 1) "
    "on conflict (organisation, kind, year) do update set last = papers_counter.last + 1";
constexpr db::Sql taken_place = "select last from v_papers_counter where organisation = $1 and kind = $2 and year = $3";
constexpr db::Sql add_paper =
    "insert into papers_paper (id, organisation, kind, year, place, day, language, template, text, person, issued_at, account) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning number";
constexpr db::Sql add_content = "insert into papers_content (paper, organisation, person_id, name, data) values ($1, $2, $3, $4, $5)";

constexpr db::Text papers(
    "select p.number, p.id, p.organisation, p.kind, p.year, p.place, p.day, p.language, p.text, t.version, o.id, p.issued_at, a.name, c.person_id, c.name, "
    "(select h.sha256 from v_papers_print h where h.paper = p.number order by h.number desc limit 1) from v_papers_paper p "
    "join v_network_organisation o on o.number = p.organisation left join v_papers_template t on t.number = p.template "
    "left join v_auth_account a on a.number = p.account left join v_papers_content c on c.paper = p.number ");
constexpr db::Sql paper_by_id = db::sql<papers, "where p.id = $1">;
constexpr db::Sql paper_by_hash = db::sql<papers, "where p.number = (select f.paper from v_papers_print f where f.sha256 = $1 order by f.number limit 1)">;
constexpr db::Sql papers_of_organisation = db::sql<papers, "where p.organisation = $1 and p.number < $2 order by p.number desc limit $3">;
constexpr db::Sql papers_of_kind = db::sql<papers, "where p.organisation = $1 and p.kind = $2 and p.number < $3 order by p.number desc limit $4">;
constexpr db::Sql papers_of_person = db::sql<papers, "where p.person = $1 order by p.number desc limit $2">;
constexpr db::Sql data_by_number = "select data from v_papers_content where paper = $1";
constexpr db::Sql organisation_of = "select organisation from v_papers_paper where number = $1";
constexpr db::Sql add_print =
    "insert into papers_print (paper, organisation, sha256, printed_at, account) values ($1, $2, $3, $4, $5) on conflict (paper, sha256) do nothing";

VersionRow read_version(const db::Row& row) {
    return {row.get<std::int64_t>(0), row.get<std::string>(1), row.get<i18n::Language>(2), row.get<int>(3), row.get<Date>(4), row.get<std::optional<Number<TextRow>>>(5),
            row.get<Instant>(6), row.get<std::optional<std::string>>(7)};
}

PaperRow read_paper(const db::Row& row) {
    return {row.get<Number<IssuedPaper>>(0), row.get<Id<IssuedPaper>>(1), row.get<std::int64_t>(2), row.get<std::string>(3), row.get<int>(4), row.get<std::int64_t>(5),
            row.get<Date>(6), row.get<i18n::Language>(7), row.get<Number<TextRow>>(8), row.get<std::optional<int>>(9), row.get<Id<network::Organisation>>(10),
            row.get<Instant>(11), row.get<std::optional<std::string>>(12), row.get<std::optional<Uuid>>(13), row.get<std::optional<std::string>>(14),
            row.get<std::optional<std::string>>(15)};
}

}  // namespace

std::vector<VersionRow> versions_of(db::Tx& tx, std::string_view kind) { return tx.list(versions_by_kind, read_version, kind); }
std::vector<VersionRow> all_versions(db::Tx& tx) { return tx.list(every_version, read_version); }

Number<TextRow> keep_text(db::Tx& tx, std::string_view text) {
    const auto hash = files::hash_of(text);
    tx.run(add_text, hash, text);
    return must(tx.value<Number<TextRow>>(text_by_hash, hash));
}

std::string text(db::Tx& tx, Number<TextRow> number) { return must(tx.value<std::string>(text_by_number, number)); }

void insert_version(db::Tx& tx, std::string_view kind, i18n::Language language, int version, Date valid_from, const std::optional<std::string>& text) {
    const auto kept = text ? std::optional(keep_text(tx, *text)) : std::nullopt;
    tx.run(add_version, kind, language, version, valid_from, kept, tx.now(), tx.caller().account);
}

std::int64_t next_place(db::Tx& tx, std::int64_t organisation, std::string_view kind, int year) {
    // The row is ours from here to the end of the transaction.
    tx.run(take_place, organisation, kind, year);
    return must(tx.value<std::int64_t>(taken_place, organisation, kind, year));
}

std::pair<Number<IssuedPaper>, Id<IssuedPaper>> insert_paper(db::Tx& tx, const NewPaper& paper) {
    const auto id = tx.make_id<IssuedPaper>();
    const auto person = paper.about ? std::optional(paper.about->person) : std::nullopt;
    const Number<IssuedPaper> number{tx.insert(add_paper, id, paper.organisation, paper.kind, paper.year, paper.place, paper.day, paper.language, paper.version, paper.text, person,
                                               tx.now(), tx.caller().account)};
    tx.run(add_content, number, paper.organisation, paper.about ? std::optional(paper.about->id) : std::nullopt, paper.name, paper.data);
    return {number, id};
}

std::optional<PaperRow> find(db::Tx& tx, const Id<IssuedPaper>& id) { return tx.find(paper_by_id, read_paper, id); }
std::optional<PaperRow> find_by_hash(db::Tx& tx, std::string_view sha256) { return tx.find(paper_by_hash, read_paper, sha256); }
std::optional<std::string> data_of(db::Tx& tx, Number<IssuedPaper> number) { return tx.value<std::string>(data_by_number, number); }

std::vector<PaperRow> register_of(db::Tx& tx, Number<network::Organisation> organisation, std::string_view kind, std::int64_t before, int limit) {
    if (kind.empty()) return tx.list(papers_of_organisation, read_paper, organisation, before, limit);
    return tx.list(papers_of_kind, read_paper, organisation, kind, before, limit);
}

std::vector<PaperRow> about(db::Tx& tx, std::int64_t person, int limit) { return tx.list(papers_of_person, read_paper, person, limit); }

void insert_print(db::Tx& tx, Number<IssuedPaper> number, std::string_view sha256) {
    tx.run(add_print, number, must(tx.value<std::int64_t>(organisation_of, number)), sha256, tx.now(), tx.caller().account);
}

}  // namespace ryadom::papers::store
