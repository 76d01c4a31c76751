#include "platform/calendar/calendar.hpp"

#include <libical/ical.h>

#include <memory>
#include <stdexcept>

namespace ryadom::calendar {
namespace {

constexpr const char* product = "-//Ryadom//Ryadom//RU";

struct Free {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
    void operator()(char* text) const { icalmemory_free_buffer(text); }
};
using Component = std::unique_ptr<icalcomponent, Free>;

void add(const Component& component, icalproperty* property) {
    if (!property) throw std::runtime_error("a property of a calendar could not be made");
    icalcomponent_add_property(component.get(), property);
}

/// What stands in one line of the file whatever it holds: names, addresses.
std::string word(const std::string& text) {
    std::string out;
    for (const char c : text)
        if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) out += c;
    return out;
}

/// A text, whose line ends the format can hold ("\n") and no other control character.
std::string plain(const std::string& text) {
    std::string out;
    for (const char c : text)
        if (c == '\n' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F)) out += c;
    return out;
}

icaltimetype time_of(Instant instant) {
    return icaltime_from_timet_with_zone(static_cast<time_t>(instant.milliseconds / 1000), 0, icaltimezone_get_utc_timezone());
}

icaltimetype day_of(Date date) {
    const auto [year, month, day] = parts(date);
    auto out = icaltime_null_date();
    out.year = year;
    out.month = month;
    out.day = day;
    return out;
}

icalproperty_status status_of(Status status) {
    switch (status) {
        case Status::tentative: return ICAL_STATUS_TENTATIVE;
        case Status::confirmed: return ICAL_STATUS_CONFIRMED;
        case Status::cancelled: return ICAL_STATUS_CANCELLED;
    }
    return ICAL_STATUS_NONE;
}

struct AddWhen {
    const Component& event;
    void operator()(const Times& times) const {
        add(event, icalproperty_new_dtstart(time_of(times.start)));
        add(event, icalproperty_new_dtend(time_of(times.end)));
    }
    /// The end of whole days is the day after (RFC 5545, 3.6.1).
    void operator()(const Days& days) const {
        add(event, icalproperty_new_dtstart(day_of(days.first)));
        add(event, icalproperty_new_dtend(day_of(days.last + 1)));
    }
};

void add_organiser(const Component& component, const Organiser& organiser) {
    auto* const property = icalproperty_new_organizer(("mailto:" + word(organiser.email)).c_str());
    add(component, property);
    if (!organiser.name.empty()) icalproperty_add_parameter(property, icalparameter_new_cn(word(organiser.name).c_str()));
}

Component component_of(const Event& event) {
    Component out(icalcomponent_new_vevent());
    add(out, icalproperty_new_uid(word(event.uid).c_str()));
    add(out, icalproperty_new_sequence(static_cast<int>(event.sequence)));
    add(out, icalproperty_new_dtstamp(time_of(event.changed)));
    add(out, icalproperty_new_lastmodified(time_of(event.changed)));
    std::visit(AddWhen{out}, event.when);
    add(out, icalproperty_new_summary(plain(event.summary).c_str()));
    if (!event.location.empty()) add(out, icalproperty_new_location(plain(event.location).c_str()));
    if (!event.description.empty()) add(out, icalproperty_new_description(plain(event.description).c_str()));
    if (!event.url.empty()) add(out, icalproperty_new_url(word(event.url).c_str()));
    add(out, icalproperty_new_status(status_of(event.status)));
    if (event.organiser) add_organiser(out, *event.organiser);
    return out;
}

}  // namespace

std::string write(const Calendar& calendar) {
    const Component out(icalcomponent_new_vcalendar());
    add(out, icalproperty_new_version("2.0"));
    add(out, icalproperty_new_prodid(product));
    add(out, icalproperty_new_method(ICAL_METHOD_PUBLISH));
    if (!calendar.title.empty()) {
        auto* const title = icalproperty_new_x(word(calendar.title).c_str());
        icalproperty_set_x_name(title, "X-WR-CALNAME");
        add(out, title);
    }
    for (const auto& event : calendar.events) icalcomponent_add_component(out.get(), component_of(event).release());
    const std::unique_ptr<char, Free> text(icalcomponent_as_ical_string_r(out.get()));
    if (!text) throw std::runtime_error("a calendar could not be written");
    return text.get();
}

}  // namespace ryadom::calendar
