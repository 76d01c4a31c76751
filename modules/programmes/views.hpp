// Rows put together for the pages: names, next steps, clocks, versions with their state of today.
#pragma once

#include "modules/programmes/store.hpp"

namespace ryadom::programmes {

/// What is asked for once for many rows of a page.
class Views {
  public:
    explicit Views(db::Tx& tx) : tx_(tx), timetable_(store::timetable(tx)) {}

    Application application(store::ApplicationRow row);
    Programme programme(store::ProgrammeRow row);
    std::vector<Entry> entries(const std::vector<store::ApplicationRow>& rows, const std::map<std::int64_t, std::vector<Event>>& events);
    std::vector<ProgrammeEntry> entries(const std::vector<store::EntryRow>& rows);
    std::vector<Contract> contracts(const std::vector<ContractRow>& rows);

    Date today(Number<network::Organisation> organisation);
    const Timetable& timetable() const { return timetable_; }

  private:
    void learn(const std::vector<std::int64_t>& persons);
    std::optional<std::string> name(Number<people::Person> person);
    std::optional<Clock> clock_of(const store::ApplicationRow& row, Step step, const std::vector<Event>& events);

    db::Tx& tx_;
    Timetable timetable_;
    std::map<std::int64_t, Date> today_;
    std::map<std::int64_t, std::optional<std::string>> names_;
};

/// Whom the rows name to the caller.
template <class Row>
std::set<Uuid> named(const std::vector<Row>& rows) {
    std::set<Uuid> out;
    for (const auto& each : rows)
        if (each.name) out.insert(each.person.uuid);
    return out;
}

void must_be_sound(std::vector<FieldError> errors);
/// The day at an institution.
Date today_at(db::Tx& tx, Number<network::Organisation> organisation);

}  // namespace ryadom::programmes
