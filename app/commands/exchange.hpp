// `ryadom import …` and `ryadom export …`: tables in and out, in the name of an account, by the routes of the API.
// Status 0: done; 1: refused, or failed; 2: done, but rows had errors.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace ryadom::app {

enum class ImportKind { facts, rollout, package };

struct ImportArguments {
    std::string location;
    ImportKind kind = ImportKind::facts;
    std::string file;
    std::string login;
    std::string organisation;      ///< facts: code of the home provider of rows that name none; empty: the account's own
    std::string source;            ///< facts: system that the table comes from
    std::string errors;            ///< file for the rows with errors; empty: only their number is said
    bool dry_run = false;
    bool accept_unsigned = false;  ///< package: without the signature of a trusted key
    bool add_codes = false;        ///< package: add codes that the region does not know
};
int import_table(const ImportArguments& arguments);

enum class ExportKind { facts, matrix, coverage, services, adoptions, attention, readiness, organisations, staff, rooms, equipment };

struct ExportWord {
    ExportKind kind;
    const char* word;
    const char* help;
    std::string_view takes;  ///< names of its options
};
inline constexpr std::array export_words{ExportWord{ExportKind::facts, "facts", "The journal of facts", "from to organisation practice"},
                                         ExportWord{ExportKind::matrix, "matrix", "The rollout matrix", "day"},
                                         ExportWord{ExportKind::coverage, "coverage", "People served by district", "from to practice"},
                                         ExportWord{ExportKind::services, "services", "Services by practice and month", "from to organisation"},
                                         ExportWord{ExportKind::adoptions, "adoptions", "Who runs what, and at which stage", "organisation practice"},
                                         ExportWord{ExportKind::attention, "attention", "What is overdue, late by forecast, or lapsed", ""},
                                         ExportWord{ExportKind::readiness, "readiness", "Who could start a practice tomorrow", "practice"},
                                         ExportWord{ExportKind::organisations, "organisations", "The network", ""},
                                         ExportWord{ExportKind::staff, "staff", "The staff of an organisation", "organisation"},
                                         ExportWord{ExportKind::rooms, "rooms", "Its rooms", "organisation"},
                                         ExportWord{ExportKind::equipment, "equipment", "Its equipment", "organisation"}};

struct ExportArguments {
    std::string location;
    ExportKind kind = ExportKind::facts;
    std::string file;          ///< FILE.xlsx or FILE.csv
    std::string login;
    std::string from;          ///< YYYY-MM-DD
    std::string to;
    std::string day;
    std::string organisation;  ///< code
    std::string practice;      ///< code
};
int export_table(const ExportArguments& arguments);

}  // namespace ryadom::app
