// Events as an iCalendar file (RFC 5545), for Outlook and for phones.
//
// Instants are written in UTC: every program shows them in the zone of who looks, and none is asked to know our zones. A
// VTIMEZONE is needed only by what repeats across a change of the clock, and nothing here repeats.
#pragma once

#include "platform/time/time.hpp"

#include <variant>
#include <vector>

namespace ryadom::calendar {

enum class Status { tentative, confirmed, cancelled };

struct Times {
    Instant start;
    Instant end;
};
/// Whole days, the last included.
struct Days {
    Date first;
    Date last;
};

struct Organiser {
    std::string name;
    std::string email;
};

/// A program that holds an event of the same `uid` takes this one in its place if `sequence` is higher.
struct Event {
    std::string uid;
    std::int64_t sequence = 0;
    Instant changed;
    std::variant<Times, Days> when;
    std::string summary;
    std::string location = {};
    std::string description = {};
    std::string url = {};
    Status status = Status::confirmed;
    std::optional<Organiser> organiser = {};
};

struct Calendar {
    std::string name;   ///< of the file, without its ending
    std::string title;  ///< shown by programs that keep calendars apart
    std::vector<Event> events;
};

/// The text of the file, published (METHOD:PUBLISH): nobody is asked for an answer. The same value gives the same text.
std::string write(const Calendar& calendar);

}  // namespace ryadom::calendar
