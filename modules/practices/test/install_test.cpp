#include "modules/practices/package_cache.hpp"
#include "modules/practices/test/bank_fixture.hpp"

namespace ryadom::practices {
namespace {

using namespace test;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class InstallTest : public BankTest {
  protected:
    template <class Work>
    auto read(Work work) {
        return database().read_as(db::Caller::system(), work);
    }
};

TEST_P(InstallTest, starter_library_comes_whole_and_once) {
    const auto folders = starter_library();
    EXPECT_EQ(install_library(database(), folders), static_cast<int>(folders.size()));
    EXPECT_EQ(install_library(database(), folders), 0);
    EXPECT_EQ(read([](db::Tx& tx) { return all_practices(tx).size(); }), folders.size());
}

TEST_P(InstallTest, package_comes_back_from_the_database_as_it_was_read) {
    const auto folders = starter_library();
    install_library(database(), folders);
    for (const auto& [name, files] : folders) {
        const auto package = read_package(files)->package;
        const auto stored = read([&](db::Tx& tx) {
            const auto practice = find_practice(tx, package.code);
            return *package_of(tx, latest_version(tx, practice->number)->number);
        });
        EXPECT_EQ(stored, package) << name;
    }
}

TEST_P(InstallTest, services_are_mapped_to_the_catalogue) {
    install_library(database(), starter_library());
    read([](db::Tx& tx) {
        for (const auto& practice : all_practices(tx)) {
            const auto version = latest_version(tx, practice.number)->number;
            const auto package = package_of(tx, version);
            const auto uses = services_of(tx, version);
            EXPECT_EQ(uses.size(), package->services.size());
            for (const auto& use : uses) {
                const auto service = std::ranges::find(package->services, use.package_service, &Service::id);
                EXPECT_EQ(catalogue::find_service(tx, service->code)->number, use.service);
                EXPECT_EQ(use.channels.size(), service->channels.size());
                EXPECT_EQ(use.counts_unnamed, service->counts_unnamed.value_or(false));
            }
        }
        return true;
    });
}

TEST_P(InstallTest, practice_without_what_it_builds_upon_is_refused) {
    const auto before = rows();
    const auto folders = starter_library();
    try {
        install_folder(database(), folders.at("respite"));
        FAIL() << "installed";
    } catch (const Refused& refused) {
        ASSERT_EQ(refused.refusal().fields.size(), 1U);
        EXPECT_EQ(refused.refusal().fields[0].code, "practices.dependency_missing");
    }
    EXPECT_EQ(rows(), before);
}

TEST_P(InstallTest, newest_published_version_lists_the_practice) {
    const auto versions = {"1.9.0", "1.10.0", "1.2.0"};
    for (const auto* version : versions)
        ASSERT_TRUE(install_folder(database(), files_with(with("1.0.0", version))));
    read([](db::Tx& tx) {
        const auto practice = find_practice(tx, "org.example.walks");
        EXPECT_EQ(latest_version(tx, practice->number)->version, "1.10.0");
        return true;
    });
}

RYADOM_BOTH_ENGINES(InstallTest);

TEST(PackageCacheTest, keeps_no_more_than_its_capacity) {
    PackageCache cache(2);
    int loads = 0;
    const auto load = [&] {
        ++loads;
        return json::to_json(read_package(example_files())->package);
    };
    const auto first = cache.get("a", load);
    EXPECT_EQ(cache.get("a", load), first);
    EXPECT_EQ(loads, 1);
    cache.get("b", load);
    cache.get("a", load);
    cache.get("c", load);
    EXPECT_EQ(cache.size(), 2U);
    EXPECT_EQ(cache.get("a", load), first) << "the least recently used one goes";
    EXPECT_EQ(loads, 3);
}

TEST(PackageCacheTest, says_that_a_stored_document_is_broken) {
    PackageCache cache(2);
    EXPECT_THROW(cache.get("a", [] { return std::string("{}"); }), std::runtime_error);
    EXPECT_THROW(cache.get("a", [] { return std::string("not json"); }), std::runtime_error);
}

}  // namespace
}  // namespace ryadom::practices
