#include "modules/practices/compare.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "modules/practices/test/package_example.hpp"

namespace ryadom::practices {
namespace {

using namespace test;
using Kind = Difference::Kind;
using testing::ElementsAre;

Package example() { return read_package(example_files())->package; }

TEST(Compare, a_package_does_not_differ_from_itself) { EXPECT_TRUE(compare(example(), example()).empty()); }

TEST(Compare, a_changed_text_of_the_head_is_told_with_both_values) {
    auto after = example();
    after.title.ru = "Походы";
    EXPECT_THAT(compare(example(), after),
                ElementsAre(Difference{Kind::changed, "title.ru", "", "", "Прогулки", "Походы"}));
}

TEST(Compare, a_changed_field_of_an_element_is_found_by_its_id_wherever_it_stands) {
    auto after = example();
    after.needs.staff.insert(after.needs.staff.begin(), after.needs.staff.at(0));
    after.needs.staff[0].id = "nurse";
    after.needs.staff[1].rate_hundredths = 75;
    EXPECT_THAT(
        compare(example(), after),
        ElementsAre(Difference{Kind::added, "needs.staff", "nurse", "", "", "Специалист"},
                    Difference{Kind::changed, "needs.staff", "guide", "rate_hundredths", "50", "75"}));
}

TEST(Compare, inner_lists_are_named_by_their_ids) {
    auto after = example();
    after.forms[0].scores[1].rows[1].label->ru = "Хороший";
    EXPECT_THAT(compare(example(), after),
                ElementsAre(Difference{Kind::changed, "forms", "mood", "scores/band/rows/high/label/ru",
                                       "Высокий", "Хороший"}));
}

TEST(Compare, entries_of_sets_come_and_go) {
    auto after = example();
    after.services[0].channels = {Channel::home, Channel::centre};
    after.audience.groups = {"veterans"};
    EXPECT_THAT(compare(example(), after),
                ElementsAre(Difference{Kind::removed, "audience.groups", "", "", "older_people", ""},
                            Difference{Kind::added, "audience.groups", "", "", "", "veterans"},
                            Difference{Kind::added, "services", "walk", "channels", "", "home"}));
}

TEST(Compare, another_order_of_steps_is_a_difference) {
    auto after = example();
    std::swap(after.rollout.steps[0], after.rollout.steps[1]);
    EXPECT_THAT(compare(example(), after), ElementsAre(Difference{Kind::reordered, "rollout.steps", "", "",
                                                                  "decide begin", "begin decide"}));
}

TEST(Compare, an_optional_field_that_comes_is_added_with_its_fields) {
    auto after = example();
    after.services[0].description = Text{"Идём.", std::nullopt, "We walk."};
    after.services[0].norm_minutes.reset();
    EXPECT_THAT(compare(example(), after),
                ElementsAre(Difference{Kind::added, "services", "walk", "description/ru", "", "Идём."},
                            Difference{Kind::added, "services", "walk", "description/en", "", "We walk."},
                            Difference{Kind::removed, "services", "walk", "norm_minutes", "60", ""}));
}

TEST(Compare, files_differ_by_their_hash) {
    auto after = example_files();
    after["leaflet.md"] += "more\n";
    after.erase("lessons/first.md");
    after["new.md"] = "x";
    const auto found = compare_files(example_files(), after);
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].kind, Kind::changed);
    EXPECT_EQ(found[1].kind, Kind::removed);
    EXPECT_EQ(found[2].kind, Kind::added);
}

TEST(Compare, every_difference_has_a_message_key) {
    EXPECT_EQ(difference_key({Kind::changed, "needs.staff", "guide", "position/ru", "", ""}),
              "practices.difference.changed_field");
    EXPECT_EQ(difference_key({Kind::added, "needs.staff", "guide", "", "", ""}),
              "practices.difference.added_element");
    const Difference price{Kind::changed, "cost.start.amount_kopecks", "", "", "1", "2"};
    EXPECT_EQ(difference_key(price), "practices.difference.changed_detail");
    EXPECT_EQ(section_key(price), "practices.section.cost");
    EXPECT_EQ(difference_arguments(price).at("field"), "start/amount_kopecks");
    EXPECT_EQ(difference_key({Kind::changed, "version", "", "", "", ""}),
              "practices.difference.changed_section");
    EXPECT_EQ(section_key({Kind::added, "needs.staff", "guide", "", "", ""}),
              "practices.section.needs.staff");
}

}  // namespace
}  // namespace ryadom::practices
