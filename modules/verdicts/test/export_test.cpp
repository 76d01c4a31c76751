// How standards are kept, as a file: the words and totals of the screen, within its filters.
#include "modules/verdicts/test/verdicts_fixture.hpp"

namespace ryadom::verdicts {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class VerdictExportTest : public VerdictsTest {
  protected:
    std::string csv(const std::string& query = "") {
        const auto answer = director(iskitim).get("/api/v1/verdicts/matrix/export?format=csv" + query);
        EXPECT_EQ(answer.status, 200) << answer.text;
        return answer.text;
    }
};

TEST_P(VerdictExportTest, matrix_leaves_in_the_words_of_the_screen_with_its_totals) {
    on("2026-02-03");
    walk(suzun, "2026-01-15", 50, "2026-01-02");
    const auto table = csv();
    EXPECT_THAT(table, HasSubstr(R"("Центр";"Прогулки";"Соблюдают")"));
    EXPECT_THAT(table, HasSubstr(R"("suzun";"выполняет часть: 2 из 3 требований";"0")"));
    EXPECT_THAT(table, HasSubstr(R"("iskitim";"не выполняет: 0 из 1 требования, ещё 2 судить не по чему";"0")"));
    EXPECT_THAT(table, EndsWith("\"Соблюдают\";\"0\";\"0\"\r\n"));
    EXPECT_THAT(csv("&day=2026-02-01"), HasSubstr(R"("suzun";"не выполняет: 0 из 1 требования, ещё 2 судить не по чему";"0")")) << "nothing was recorded by then";
    EXPECT_THAT(director(iskitim).get("/api/v1/verdicts/matrix/export").text, StartsWith("PK")) << "as a workbook";
}

TEST_P(VerdictExportTest, only_who_meets_everything_is_counted_as_keeping_the_standard) {
    for (const auto& place : {suzun, iskitim}) {
        const auto hall = director(place).post("/api/v1/organisations/" + place.id + "/rooms", R"({"title":"Зал","kind":"demonstration_room","capacity":10})");
        ASSERT_EQ(hall.status, 201) << hall.text;
    }
    on("2026-02-03");
    walk(suzun, "2026-01-15", 50, "2026-01-02");
    const auto table = csv();
    // The presence of a room is judged by the last day of the period.
    EXPECT_THAT(table, HasSubstr(R"("suzun";"соблюдает: 3 из 3 требований";"1")"));
    EXPECT_THAT(table, HasSubstr(R"("iskitim";"выполняет всё, о чём можно судить: 1 из 1 требования, ещё 2 судить не по чему";"0")"));
    EXPECT_THAT(table, EndsWith("\"Соблюдают\";\"1\";\"1\"\r\n"));
}

TEST_P(VerdictExportTest, filters_of_the_screen_narrow_the_file) {
    EXPECT_THAT(csv("&practices=" + practice), HasSubstr("Прогулки"));
    EXPECT_THAT(csv("&practices=" + suzun.id), Not(HasSubstr("Прогулки"))) << "no such practice";
    EXPECT_THAT(csv("&district=" + suzun.id), Not(HasSubstr("suzun"))) << "no such district";
    EXPECT_EQ(coordinator().get("/api/v1/verdicts/matrix/export?day=2026-01-13").errors(), std::vector<std::string>{"/day verdicts.future_day"});
}

RYADOM_BOTH_ENGINES(VerdictExportTest);

}  // namespace
}  // namespace ryadom::verdicts
