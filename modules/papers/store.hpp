#pragma once

#include "modules/papers/papers.hpp"

namespace ryadom::papers::store {

struct TextRow;

/// A version of a template as the region saved it.
struct VersionRow {
    std::int64_t number = 0;
    std::string kind;
    i18n::Language language = i18n::Language::ru;
    int version = 1;
    Date valid_from;
    std::optional<Number<TextRow>> text;  ///< nothing: the template of the program
    Instant published_at;
    std::optional<std::string> author;
};

/// The versions of a kind, the oldest first.
std::vector<VersionRow> versions_of(db::Tx& tx, std::string_view kind);
/// Of every kind.
std::vector<VersionRow> all_versions(db::Tx& tx);

/// The words of a template; kept once.
Number<TextRow> keep_text(db::Tx& tx, std::string_view text);
std::string text(db::Tx& tx, Number<TextRow> number);

void insert_version(db::Tx& tx, std::string_view kind, i18n::Language language, int version, Date valid_from, const std::optional<std::string>& text);

/// Takes the next number of the organisation, the kind and the year.
std::int64_t next_place(db::Tx& tx, std::int64_t organisation, std::string_view kind, int year);

struct PaperRow {
    Number<IssuedPaper> number;
    Id<IssuedPaper> id;
    std::int64_t organisation = 0;
    std::string kind;
    int year = 0;
    std::int64_t place = 0;
    Date day;
    i18n::Language language = i18n::Language::ru;
    Number<TextRow> text;
    std::optional<int> version;  ///< of the template; nothing: the one of the program
    Id<network::Organisation> organisation_id;
    Instant issued_at;
    std::optional<std::string> author;
    std::optional<Uuid> person;  ///< seen by those who see the person
    std::optional<std::string> name;
    std::optional<std::string> sha256;  ///< of the last print
};

struct NewPaper {
    std::int64_t organisation = 0;
    std::string kind;
    int year = 0;
    std::int64_t place = 0;
    Date day;
    i18n::Language language = i18n::Language::ru;
    std::optional<std::int64_t> version;  ///< the row of the version
    Number<TextRow> text;
    std::optional<About> about;
    std::optional<std::string> name;
    std::string data;
};
std::pair<Number<IssuedPaper>, Id<IssuedPaper>> insert_paper(db::Tx& tx, const NewPaper& paper);

std::optional<PaperRow> find(db::Tx& tx, const Id<IssuedPaper>& id);
std::optional<PaperRow> find_by_hash(db::Tx& tx, std::string_view sha256);
/// The data of a paper, for those who see them.
std::optional<std::string> data_of(db::Tx& tx, Number<IssuedPaper> number);

/// The register of an organisation from before a number, the newest first; an empty kind means all.
std::vector<PaperRow> register_of(db::Tx& tx, Number<network::Organisation> organisation, std::string_view kind, std::int64_t before, int limit);
std::vector<PaperRow> about(db::Tx& tx, std::int64_t person, int limit);

void insert_print(db::Tx& tx, Number<IssuedPaper> number, std::string_view sha256);

}  // namespace ryadom::papers::store
