#include "platform/calendar/calendar.hpp"

#include "platform/json/describe.hpp"

#include <gmock/gmock.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <sstream>

namespace ryadom::calendar {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

/// What another implementation understands of the text.
std::vector<json::Value> read_elsewhere(const std::string& text) {
    const auto path = ::testing::TempDir() + "calendar-" + std::to_string(::getpid()) + ".ics";
    std::ofstream(path, std::ios::binary) << text;
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(("node " RYADOM_SOURCE_DIR "/platform/calendar/test/read.mjs <'" + path + "'").c_str(), "r"), ::pclose);
    std::string out;
    std::array<char, 4096> block{};
    for (auto count = std::fread(block.data(), 1, block.size(), pipe.get()); count > 0; count = std::fread(block.data(), 1, block.size(), pipe.get()))
        out.append(block.data(), count);
    ::unlink(path.c_str());
    std::vector<json::Value> events;
    std::istringstream lines(out);
    for (std::string line; std::getline(lines, line);) events.push_back(*json::parse(line, {}));
    return events;
}

std::string at(const json::Value& event, const char* name) { return json::write(*event.find(name)); }

Event meeting() {
    return {"meeting-7@ryadom", 2, *parse_instant("2026-11-20T08:00:00Z"),
            Times{*parse_instant("2026-11-29T06:00:00Z"), *parse_instant("2026-11-29T09:30:00Z")},
            "Зональная встреча: «Школа ухода»; опыт, планы", "г. Балаково, ул. Мира, 5", "Программа:\n10:00 — открытие\n10:30 — показ \\ разбор",
            "https://ryadom.example/exchange/events/7", Status::confirmed, Organiser{"Центр; «Рядом», Балаково", "centre@example.org"}};
}

TEST(calendar, is_understood_by_another_reader) {
    const auto events = read_elsewhere(write({"event", "Обмен опытом", {meeting()}}));
    ASSERT_THAT(events, SizeIs(1));
    const auto& event = events.front();
    EXPECT_EQ(at(event, "method"), R"("PUBLISH")");
    EXPECT_EQ(at(event, "title"), R"("Обмен опытом")");
    EXPECT_EQ(at(event, "uid"), R"("meeting-7@ryadom")");
    EXPECT_EQ(at(event, "sequence"), "2");
    EXPECT_EQ(at(event, "stamp"), R"("2026-11-20T08:00:00Z")");
    EXPECT_EQ(at(event, "start"), R"("2026-11-29T06:00:00Z")");
    EXPECT_EQ(at(event, "end"), R"("2026-11-29T09:30:00Z")");
    EXPECT_EQ(at(event, "utc"), "true");
    EXPECT_EQ(at(event, "summary"), R"("Зональная встреча: «Школа ухода»; опыт, планы")");
    EXPECT_EQ(at(event, "location"), R"("г. Балаково, ул. Мира, 5")");
    EXPECT_EQ(at(event, "description"), R"("Программа:\n10:00 — открытие\n10:30 — показ \\ разбор")");
    EXPECT_EQ(at(event, "url"), R"("https://ryadom.example/exchange/events/7")");
    EXPECT_EQ(at(event, "status"), R"("CONFIRMED")");
    EXPECT_EQ(at(event, "organiser"), R"("mailto:centre@example.org")");
    EXPECT_EQ(at(event, "organiser_name"), R"("Центр; «Рядом», Балаково")");
}

TEST(calendar, holds_whole_days_and_what_was_cancelled) {
    auto trip = meeting();
    trip.when = Days{*parse_date("2026-12-30"), *parse_date("2026-12-31")};
    trip.status = Status::cancelled;
    trip.organiser.reset();
    const auto events = read_elsewhere(write({"events", "", {meeting(), trip}}));
    ASSERT_THAT(events, SizeIs(2));
    EXPECT_EQ(at(events[1], "days"), "true");
    EXPECT_EQ(at(events[1], "start"), R"("2026-12-30")");
    EXPECT_EQ(at(events[1], "end"), R"("2027-01-01")") << "the day after the last";
    EXPECT_EQ(at(events[1], "status"), R"("CANCELLED")");
    EXPECT_EQ(at(events[1], "organiser"), "null");
}

TEST(calendar, has_lines_of_at_most_75_bytes_that_end_as_the_standard_says) {
    auto event = meeting();
    for (int number = 0; number < 40; ++number) event.description += " Длинное описание встречи";
    const auto text = write({"event", "Обмен опытом", {event}});
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        ASSERT_TRUE(line.ends_with('\r')) << line;
        EXPECT_LE(line.size() - 1, 75U) << line;
    }
    EXPECT_THAT(at(read_elsewhere(text).front(), "description"), HasSubstr("Длинное описание встречи Длинное описание встречи"));
}

TEST(calendar, lets_no_text_become_a_line_of_its_own) {
    auto event = meeting();
    event.uid = "7\r\nSTATUS:CANCELLED";
    event.summary = "Встреча\r\nEND:VEVENT\x01";
    event.url = "https://ryadom.example/\r\nX-A:1";
    event.organiser = Organiser{"Имя\r\nX-B:1", "a@example.org\r\nX-C:1"};
    const auto text = write({"event", "a\r\nX-D:1", {event}});
    const auto events = read_elsewhere(text);
    ASSERT_THAT(events, SizeIs(1));
    EXPECT_EQ(at(events.front(), "summary"), R"("Встреча\nEND:VEVENT")");
    EXPECT_EQ(at(events.front(), "status"), R"("CONFIRMED")");
    EXPECT_THAT(text, AllOf(Not(HasSubstr("\nX-A")), Not(HasSubstr("\nX-B")), Not(HasSubstr("\nX-C")), Not(HasSubstr("\nX-D")), Not(HasSubstr("\nSTATUS:CANCELLED"))));
}

TEST(calendar, of_the_same_value_is_the_same_text) { EXPECT_EQ(write({"a", "b", {meeting()}}), write({"a", "b", {meeting()}})); }

}  // namespace
}  // namespace ryadom::calendar
