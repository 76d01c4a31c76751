// `ryadom dedupe` on files of the disk: what it prints, and what it says of files that are no registers.
#include "app/commands/dedupe.hpp"
#include "app/commands/labelled.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace ryadom::app {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class DedupeTest : public ::testing::Test {
  protected:
    void SetUp() override {
        fs::remove_all(folder_);
        fs::create_directories(folder_);
        write("map.yaml", usual_map);
        write("records.csv", "id,person,family_name,given_name,birth_date\n1,a,Иванов,Иван,01.02.1950\n2,a,Иваноф,Иван,01.02.1950\n3,b,Петров,Пётр,03.04.1960\n");
    }
    void TearDown() override { fs::remove_all(folder_); }

    void write(const std::string& name, const std::string& text) const { std::ofstream(folder_ / name, std::ios::binary) << text; }
    std::string path(const std::string& name) const { return (folder_ / name).string(); }
    Labelled read(const std::string& pairs = "") const { return read_labelled({path("records.csv")}, read_map(path("map.yaml")), pairs.empty() ? "" : path(pairs)); }
    std::string fault(const std::string& pairs = "") const {
        try {
            read(pairs);
        } catch (const std::exception& error) {
            return error.what();
        }
        return "no fault";
    }
    static std::string printed(const DedupeArguments& arguments) {
        ::testing::internal::CaptureStdout();
        dedupe(arguments);
        return ::testing::internal::GetCapturedStdout();
    }

    static constexpr const char* usual_map =
        "id: id\ncolumns:\n  family_name: family_name\n  given_name: given_name\n  birth_date: birth_date\ntruth:\n  column: person\n";
    fs::path folder_ = fs::temp_directory_path() / fmt::format("ryadom_dedupe_{}", ::getpid());
};

TEST_F(DedupeTest, the_truth_may_be_a_column_an_expression_or_pairs) {
    const std::vector<matching::RecordNumber> expected{0, 0, 2};
    EXPECT_EQ(read().truth, expected);
    write("pairs.csv", "one,other\n2,1\n");
    EXPECT_EQ(read("pairs.csv").truth, expected);
    write("map.yaml", "id: id\ncolumns:\n  family_name: family_name\ntruth:\n  pairs: pairs.csv\n");
    EXPECT_EQ(read().truth, expected);
    write("records.csv", "id, family_name\nrec-7-org, White\nrec-7-dup-0, Whyte\nrec-8-org, Green\n");
    write("map.yaml", "id: id\ncolumns:\n  family_name: family_name\ntruth:\n  expression: \"rec-(\\\\d+)-\"\n");
    EXPECT_EQ(read().truth, expected);
}

TEST_F(DedupeTest, what_is_wrong_is_told_with_its_place) {
    write("pairs.csv", "one,other\n2,9\n");
    EXPECT_THAT(fault("pairs.csv"), HasSubstr("pairs.csv:2: no record has the id 9"));
    write("records.csv", "id,person,family_name,given_name,birth_date\n1,a,Иванов,Иван,01.02.1950\n2,a,Иванов\n");
    EXPECT_THAT(fault(), HasSubstr("records.csv:3: 3 fields where the heading has 5"));
    write("records.csv", "id,person,family_name,given_name,birth_date\n1,a,Иванов,Иван,01.02.1950\n1,a,Иванов,Иван,\n");
    EXPECT_THAT(fault(), HasSubstr("records.csv:3: the id 1 stands there again"));
    write("records.csv", "id,person,family_name,given_name\n1,a,Иванов,Иван\n");
    EXPECT_THAT(fault(), HasSubstr("records.csv:1: there is no column birth_date; there are id, person, family_name, given_name"));
    write("records.csv", "id,person,family_name,given_name,birth_date\n1,\"a\n");
    EXPECT_THAT(fault(), HasSubstr("records.csv:2: field 2: csv.open_quote"));
    write("records.csv", "");
    EXPECT_THAT(fault(), HasSubstr("records.csv: holds no heading"));
    fs::remove(folder_ / "records.csv");
    EXPECT_THAT(fault(), HasSubstr("records.csv: cannot be read"));
}

TEST_F(DedupeTest, a_map_that_is_none_is_refused_by_its_line) {
    write("map.yaml", "id: id\ncolumns:\n  family_name: surname\n");
    EXPECT_THAT(fault(), ::testing::AllOf(HasSubstr("map.yaml:3: "), HasSubstr("there is no kind surname; there are family_name, given_name")));
    write("map.yaml", "id: id\ncolumns:\n  family_name: family_name\n");
    EXPECT_THAT(fault(), HasSubstr("the map says no truth"));
    write("map.yaml", "columns:\n  family_name: family_name\ntruth:\n  expression: \"a\"\n");
    EXPECT_THAT(fault(), HasSubstr("the map says no id"));
    write("map.yaml", "id: id\ncolumns:\n  family_name: family_name\ntruth:\n  expression: \"(\"\n");
    EXPECT_THAT(fault(), HasSubstr("truth/expression"));
    write("map.yaml", "id: id\ncolumns:\n  family_name: family_name\ntruth:\n  expression: \"x(.)\"\n");
    EXPECT_THAT(fault(), HasSubstr("records.csv:2: the expression does not match the id 1"));
    write("map.yaml", "id: id\ncolumns: {}\ntruth:\n  column: person\n");
    EXPECT_THAT(fault(), HasSubstr("names 0 columns"));
}

TEST_F(DedupeTest, a_generated_register_goes_through_and_the_figures_are_printed) {
    ASSERT_EQ(generate_register({path("made.csv"), "russian", 1'500, {}, 0.06, 3}), 0);
    write("made.yaml",
          "id: id\ncolumns:\n  family_name: family_name\n  given_name: given_name\n  patronymic: patronymic\n  birth_date: birth_date\n  snils: identifier\ntruth:\n  column: person\n");
    const auto text = printed({path("made.csv"), {}, path("made.yaml"), "", 2});
    EXPECT_THAT(text, StartsWith("records          1500\n"));
    for (const auto* word : {"true pairs", "candidate pairs", "blocking recall", "seconds", "precision", "recall", "F1", "fixed", "best"}) EXPECT_THAT(text, HasSubstr(word));
}

TEST_F(DedupeTest, two_registers_are_linked_across) {
    write("other.csv", "id,person,family_name,given_name,birth_date\n1,a,Иванов,Иван,01.02.1950\n2,c,Сидоров,Олег,03.04.1970\n");
    const auto labelled = read_labelled({path("records.csv"), path("other.csv")}, read_map(path("map.yaml")), {});
    EXPECT_EQ(labelled.source, (std::vector<std::uint8_t>{0, 0, 0, 1, 1}));
    EXPECT_EQ(labelled.truth, (std::vector<matching::RecordNumber>{0, 0, 2, 0, 4}));
    EXPECT_THAT(printed({"", {path("records.csv"), path("other.csv")}, path("map.yaml"), "", 1}), HasSubstr("true pairs       2\n"));
}

TEST_F(DedupeTest, a_kind_of_register_that_nobody_makes_is_refused) {
    EXPECT_THROW(generate_register({path("made.csv"), "latin", 10, {}, 0, 1}), std::runtime_error);
    EXPECT_THROW(dedupe({}), std::runtime_error);
}

}  // namespace
}  // namespace ryadom::app
