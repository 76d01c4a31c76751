#include "modules/practices/complete.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "modules/practices/test/package_example.hpp"

namespace ryadom::practices {
namespace {

using namespace test;

TEST(Complete, a_readable_package_that_lacks_much_is_told_all_of_it) {
    const auto files = example_files();
    const auto read = read_package(files);
    ASSERT_TRUE(read);
    std::set<std::string> found;
    for (const auto& each : complete(*read, files))
        found.insert(each.code.substr(std::string("practices.complete.").size()) + " " + each.pointer);
    EXPECT_THAT(found,
                testing::IsSupersetOf({"languages /title", "languages /summary", "indications /indications",
                                       "indications /contraindications", "services /services/0/norm_source",
                                       "procedure /procedure/preparation/0/minutes",
                                       "staff /needs/staff/0/source", "documents /needs/documents",
                                       "statements /standard/statements", "rollout /rollout/steps",
                                       "rollout /rollout/steps/0/role", "rollout /rollout/steps/1/proof",
                                       "indicators /indicators", "risks /risks", "evidence /evidence",
                                       "course /course/lessons/0/content/ru", "course /course/test"}));
    EXPECT_FALSE(found.contains("cost /cost/start/as_of"));
    EXPECT_FALSE(found.contains("documents /document_templates"));
    EXPECT_FALSE(found.contains("rooms_equipment /needs/equipment/0/price/as_of"));
    EXPECT_FALSE(found.contains("indications /legal_basis"));
}

TEST(Complete, a_loose_form_and_an_unused_file_are_not_complete) {
    auto files = files_with(with("schema: 1\n", "schema: 1\n# note\n"));
    files["spare.md"] = "x\n";
    const auto read = read_package(files);
    ASSERT_TRUE(read);
    std::vector<std::string> what;
    for (const auto& each : complete(*read, files))
        if (each.code == "practices.complete.canonical")
            what.push_back(each.file + " " + each.arguments.at("what"));
    EXPECT_THAT(what, testing::UnorderedElementsAre("practice.yaml form", "spare.md unused"));
}

}  // namespace
}  // namespace ryadom::practices
