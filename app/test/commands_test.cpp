// `ryadom import` and `ryadom export`: in the name of an account, by its rights, with exit statuses that a script can use.
#include "app/commands/commands.hpp"
#include "app/commands/exchange.hpp"
#include "app/commands/inside.hpp"
#include "app/commands/practice.hpp"
#include "modules/network/store.hpp"
#include "platform/testing/place.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

namespace ryadom::app {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class CommandsTest : public ::testing::TestWithParam<const char*> {
  protected:
    void SetUp() override {
        folder_ = fs::temp_directory_path() / fmt::format("ryadom_commands_{}_{}", ::getpid(), GetParam());
        fs::remove_all(folder_);
        fs::create_directories(folder_);
        {
            Application application(settings());
            const auto made = application.database().write_now(db::Caller::system(), [](db::Tx& tx) {
                for (const auto* code : {"suzun", "kargat"}) {
                    network::Organisation centre;
                    centre.code = code;
                    centre.title = centre.short_title = code;
                    centre.zone = "Asia/Novosibirsk";
                    network::store::insert_organisation(tx, centre);
                }
            });
            ASSERT_TRUE(made);
        }
        add_account("coordinator", "coordinator");
        add_account("desk", "desk@suzun");
        add_account("director", "director@kargat");
    }
    void TearDown() override { fs::remove_all(folder_); }

    Settings settings() const {
        Settings out;
        out.location = place_.location();
        return out;
    }
    void add_account(const std::string& login, const std::string& role) {
        Quiet quiet;
        const int status = user({place_.location(), login, login, {role}, "correct horse battery"});
        const auto words = quiet.read();
        ASSERT_EQ(status, 0) << words;
    }

    /// Standard output is the command's word; it is read when the command has ended.
    class Quiet {
      public:
        Quiet() {
            ::testing::internal::CaptureStdout();
            ::testing::internal::CaptureStderr();
        }
        Quiet(const Quiet&) = delete;
        Quiet& operator=(const Quiet&) = delete;
        /// A command may throw.
        ~Quiet() {
            if (!read_) read();
        }
        std::string read() {
            read_ = true;
            auto out = ::testing::internal::GetCapturedStdout();
            return out + ::testing::internal::GetCapturedStderr();
        }

      private:
        bool read_ = false;
    };

    std::string file(const std::string& name, const std::string& content) const {
        std::ofstream(folder_ / name, std::ios::binary) << content;
        return (folder_ / name).string();
    }
    std::string at(const std::string& name) const { return (folder_ / name).string(); }
    static std::string text(const std::string& path) {
        std::ifstream in(path, std::ios::binary);
        EXPECT_TRUE(in) << path;
        return {std::istreambuf_iterator<char>(in), {}};
    }

    int import(ImportKind kind, const std::string& login, const std::string& path, bool dry_run = false, const std::string& errors = "",
               const std::string& organisation = "") {
        ImportArguments arguments;
        arguments.location = place_.location();
        arguments.kind = kind;
        arguments.login = login;
        arguments.file = path;
        arguments.dry_run = dry_run;
        arguments.errors = errors;
        arguments.organisation = organisation;
        Quiet quiet;
        const int status = import_table(arguments);
        said = quiet.read();
        return status;
    }
    int save(ExportKind kind, const std::string& login, const std::string& path, const std::string& organisation = "", const std::string& from = "") {
        ExportArguments arguments;
        arguments.location = place_.location();
        arguments.kind = kind;
        arguments.login = login;
        arguments.file = path;
        arguments.organisation = organisation;
        arguments.from = from;
        if (!from.empty()) arguments.to = day(0);
        Quiet quiet;
        const int status = export_table(arguments);
        said = quiet.read();
        return status;
    }

    static std::string day(int before) { return to_string(local_date(system_clock()(), "Asia/Novosibirsk") - before); }
    static std::string row(int number, const std::string& service = "household.01") {
        return fmt::format("{};{};{};30;на дому;Иванова;Елена;08.03.1950;ж\n", number, service, day(1));
    }
    static constexpr auto header = "Внешний номер;Услуга;Дата;Минуты;Способ;Фамилия;Имя;Дата рождения;Пол\n";

    /// The log says who it was.
    std::int64_t logged(const std::string& action, const std::string& login) {
        Application application(settings());
        return application.database().read_as(db::Caller::system(), [&](db::Tx& tx) {
            return *tx.value<std::int64_t>("select count(*) from v_audit_record r join v_auth_account a on a.number = r.account where r.action = $1 and a.login = $2",
                                           action, login);
        });
    }

    std::string said;

  private:
    testing::Place place_{GetParam()};
    fs::path folder_;
};

TEST_P(CommandsTest, facts_come_in_and_go_out_in_the_name_of_an_account) {
    const auto table = file("facts.csv", header + row(1) + row(2) + row(3, "household.99"));
    EXPECT_EQ(import(ImportKind::facts, "desk", table, true, at("errors.csv")), 2);
    EXPECT_THAT(said, HasSubstr("dry run, done: 2 added, 0 repeated, 1 with errors, 2 persons registered"));
    EXPECT_THAT(text(at("errors.csv")), AllOf(HasSubstr("household.99"), HasSubstr("не найдено"), Not(HasSubstr("household.01"))));
    EXPECT_EQ(fs::status(at("errors.csv")).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(import(ImportKind::facts, "desk", table), 2);
    EXPECT_THAT(said, StartsWith("done: 2 added, 0 repeated, 1 with errors, 1 persons registered"));
    EXPECT_EQ(import(ImportKind::facts, "desk", file("good.csv", header + row(1) + row(4))), 0);
    EXPECT_THAT(said, StartsWith("done: 1 added, 1 repeated, 0 with errors"));
    EXPECT_EQ(logged("ledger.import_begun", "desk"), 3);

    EXPECT_EQ(save(ExportKind::facts, "desk", at("own.csv")), 0);
    const auto own = text(at("own.csv"));
    EXPECT_THAT(own, HasSubstr("\"Иванова Е.\""));
    EXPECT_EQ(std::ranges::count(own, '\n'), 4);
    EXPECT_EQ(save(ExportKind::facts, "coordinator", at("regional.csv")), 0);
    EXPECT_THAT(text(at("regional.csv")), AllOf(HasSubstr("suzun"), Not(HasSubstr("Иванова"))));
    EXPECT_EQ(save(ExportKind::facts, "director", at("foreign.csv")), 0);
    EXPECT_EQ(std::ranges::count(text(at("foreign.csv")), '\n'), 1);
    EXPECT_EQ(logged("ledger.facts_exported", "desk"), 2) << "the file, and whose names stand in it";
    EXPECT_EQ(fs::status(at("own.csv")).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_P(CommandsTest, rights_are_those_of_the_account) {
    const auto table = file("rollout.csv", "organisation;practice;opened_on\nsuzun;org.ryadom.none;01.09.2025\n");
    EXPECT_EQ(import(ImportKind::rollout, "desk", table), 1);
    EXPECT_THAT(said, HasSubstr("У вас нет права"));
    const auto facts = file("facts.csv", header + row(1));
    EXPECT_EQ(import(ImportKind::facts, "coordinator", facts, false, "", "suzun"), 1);
    EXPECT_EQ(import(ImportKind::facts, "desk", facts, false, "", "kargat"), 1);
    EXPECT_THROW(import(ImportKind::facts, "coordinator", facts), std::runtime_error) << "who works for the region names the centre";
    EXPECT_EQ(save(ExportKind::attention, "director", at("attention.xlsx")), 1);
    EXPECT_EQ(save(ExportKind::staff, "director", at("staff.xlsx"), "suzun"), 1) << "of another centre";
    EXPECT_EQ(save(ExportKind::facts, "director", at("facts.xlsx"), "suzun"), 1);
    for (const auto* name : {"attention.xlsx", "attention.xlsx.part", "staff.xlsx", "facts.xlsx", "facts.xlsx.part"}) EXPECT_FALSE(fs::exists(at(name))) << name;
    EXPECT_THROW(save(ExportKind::facts, "nobody", at("facts.csv")), std::runtime_error);
    EXPECT_THROW(save(ExportKind::facts, "desk", at("facts.txt")), std::runtime_error);
    EXPECT_THROW(save(ExportKind::facts, "desk", at("facts.csv"), "nowhere"), std::runtime_error);
}

TEST_P(CommandsTest, disabled_account_does_nothing) {
    {
        Application application(settings());
        const auto disabled = application.database().write_now(db::Caller::system(), [](db::Tx& tx) {
            auto account = *auth::find_login(tx, "desk");
            account.active = false;
            return auth::update_account(tx, account);
        });
        ASSERT_TRUE(disabled && *disabled);
    }
    EXPECT_THROW(save(ExportKind::facts, "desk", at("facts.csv")), std::runtime_error);
}

TEST_P(CommandsTest, orders_and_running_practices_come_in_all_or_none) {
    const std::string head = "organisation;practice;order_number;order_date;deadline;opened_on\n";
    const std::string practice = "org.ryadom.care-school";
    const auto bad = file("bad.csv", head + "suzun;" + practice + ";5;01.09.2025;31.12.2025;\nnowhere;" + practice + ";5;01.09.2025;31.12.2025;\n");
    EXPECT_EQ(import(ImportKind::rollout, "coordinator", bad, false, at("errors.csv")), 2);
    EXPECT_THAT(said, StartsWith("nothing written: 2 rows, 0 new orders, 0 assignments, 0 running practices, 1 errors"));
    EXPECT_THAT(text(at("errors.csv")), HasSubstr("\"3\";\"Код учреждения: Учреждения «nowhere» нет"));
    const auto good = file("good.csv", head + "suzun;" + practice + ";5;01.09.2025;31.12.2025;15.10.2025\n");
    EXPECT_EQ(import(ImportKind::rollout, "coordinator", good, true), 0);
    EXPECT_EQ(import(ImportKind::rollout, "coordinator", good), 0);
    EXPECT_THAT(said, StartsWith("written: 1 rows, 1 new orders, 1 assignments, 1 running practices, 0 errors"));
    EXPECT_EQ(logged("rollout.imported", "coordinator"), 1);

    EXPECT_EQ(save(ExportKind::matrix, "coordinator", at("matrix.csv")), 0);
    EXPECT_THAT(text(at("matrix.csv")), AllOf(HasSubstr("suzun"), HasSubstr("15.10.2025")));
    EXPECT_EQ(save(ExportKind::adoptions, "director", at("adoptions.xlsx")), 0);
    EXPECT_THAT(text(at("adoptions.xlsx")), StartsWith("PK"));
    EXPECT_EQ(save(ExportKind::coverage, "director", at("coverage.csv"), "", "2026-01-01"), 0);
    EXPECT_THAT(text(at("coverage.csv")), HasSubstr("Район не указан"));
    EXPECT_EQ(save(ExportKind::coverage, "director", at("coverage.csv")), 1) << "a range is needed";
    EXPECT_THAT(said, HasSubstr("/from"));
    EXPECT_THROW(save(ExportKind::readiness, "coordinator", at("readiness.csv")), std::runtime_error) << "a practice is needed";
}

TEST_P(CommandsTest, package_comes_in_with_its_author) {
    PracticeArguments arguments;
    arguments.paths = {std::string(RYADOM_SOURCE_DIR) + "/practices/care-school", at("school.zip")};
    Quiet quiet;
    const int packed = practice_command(PracticeAction::pack, arguments);
    const auto words = quiet.read();
    ASSERT_EQ(packed, 0) << words;
    EXPECT_EQ(import(ImportKind::package, "coordinator", at("school.zip"), true), 0);
    EXPECT_THAT(said, HasSubstr("installed_already"));
    EXPECT_EQ(import(ImportKind::package, "desk", at("school.zip"), true), 1);
    EXPECT_EQ(import(ImportKind::package, "coordinator", file("broken.zip", "PK nonsense")), 1);
}

TEST_P(CommandsTest, interrupted_import_is_cancelled) {
    std::string table = "service;performed_on;minutes;channel;family_name;given_name;birth;sex\n";
    for (int i = 0; i < 20'000; ++i) table += "household.01;" + day(1) + ";30;centre;Иванова;Елена;1950-03-08;female\n";
    const auto path = file("long.csv", table);
    std::signal(SIGINT, SIG_IGN);
    std::jthread finger([this](const std::stop_token& stop) {
        const Modules modules(false);
        db::Options options;
        options.location = settings().location;
        options.schemas = schemas(modules);
        options.access = db::Access::reader;
        const auto reader = db::Database::open(std::move(options));
        const auto begun = [&] {
            return reader->read_as(db::Caller::system(), [](db::Tx& tx) { return *tx.value<std::int64_t>("select count(*) from v_ledger_import where lines_done > 0"); });
        };
        while (!stop.stop_requested() && begun() == 0) std::this_thread::sleep_for(std::chrono::milliseconds(5));
        std::raise(SIGINT);
    });
    EXPECT_EQ(import(ImportKind::facts, "desk", path), 1);
    EXPECT_THAT(said, StartsWith("cancelled: "));
    EXPECT_EQ(logged("ledger.import_cancelled", "desk"), 1);
    std::signal(SIGINT, SIG_DFL);
}

INSTANTIATE_TEST_SUITE_P(on, CommandsTest, ::testing::Values("sqlite", "postgresql"), [](const auto& each) { return std::string(each.param); });

}  // namespace
}  // namespace ryadom::app
