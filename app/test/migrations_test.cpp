// Brings databases of every older version in the tree up to date, and compares what comes out with a new one.
#include "app/application.hpp"
#include "platform/testing/engine_test.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace ryadom::app {
namespace {

using ::testing::HasSubstr;

std::vector<db::Schema> all_schemas() {
    const Modules modules(false);
    return schemas(modules);
}

bool creates(const db::Schema& schema, std::string_view table) {
    return std::ranges::any_of(schema.migrations, [&](const db::Migration& step) {
        return step.sqlite.find("create table " + std::string(table) + " (") != std::string_view::npos;
    });
}

/// The schemas as they were when this one had so many migrations and those after it none.
std::vector<db::Schema> older(std::size_t last, std::size_t migrations) {
    auto out = all_schemas();
    out.resize(last + 1);
    auto& schema = out.back();
    schema.migrations.resize(migrations);
    std::erase_if(schema.tables, [&](const db::ScopedTable& each) { return !creates(schema, each.table); });
    std::erase_if(schema.append_only, [&](std::string_view each) { return !creates(schema, each); });
    std::erase_if(schema.ordered, [&](std::string_view each) { return !creates(schema, each); });
    return out;
}

/// One engine test starts one place: each older version needs its own.
std::string catalogue_of(const std::string& engine, const std::vector<std::vector<db::Schema>>& versions) {
    const testing::Place place(engine);
    std::string out;
    for (const auto& version : versions) {
        db::Options options;
        options.location = place.location();
        options.schemas = version;
        out = db::Database::open(std::move(options))->catalogue();
    }
    return out;
}

class MigrationsTest : public ::testing::TestWithParam<const char*> {};

TEST_P(MigrationsTest, lead_from_every_older_version_to_the_same_schema) {
    const auto current = all_schemas();
    const auto fresh = catalogue_of(GetParam(), {current});
    EXPECT_THAT(fresh, HasSubstr("ledger_fact: unique index ledger_fact_reverses_unique (reverses) of some rows\n"));
    for (std::size_t last = 0; last < current.size(); ++last)
        for (std::size_t migrations = 0; migrations < current[last].migrations.size(); ++migrations)
            EXPECT_EQ(catalogue_of(GetParam(), {older(last, migrations), current}), fresh) << current[last].module << " after " << migrations;
}

TEST(MigrationsOfBothEngines, make_the_same_schema) {
    EXPECT_EQ(catalogue_of("sqlite", {all_schemas()}), catalogue_of("postgresql", {all_schemas()}));
}

TEST_P(MigrationsTest, refuse_a_database_of_a_newer_version) {
    const auto current = all_schemas();
    for (std::size_t i = 0; i < current.size(); ++i) {
        if (current[i].migrations.empty()) continue;
        auto lacking = current;
        const auto newest = lacking[i].migrations.back();
        lacking[i].migrations.pop_back();
        try {
            catalogue_of(GetParam(), {current, lacking});
            ADD_FAILURE() << current[i].module;
        } catch (const std::runtime_error& error) {
            EXPECT_THAT(error.what(), HasSubstr(fmt::format("newer version of ryadom: it holds migration {} {:04} \"{}\"", current[i].module, newest.version, newest.name)));
            EXPECT_THAT(error.what(), HasSubstr("Start the newer binary"));
        }
    }
}

INSTANTIATE_TEST_SUITE_P(on, MigrationsTest, ::testing::Values("sqlite", "postgresql"), [](const auto& each) { return std::string(each.param); });

}  // namespace
}  // namespace ryadom::app
