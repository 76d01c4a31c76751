// What may happen with an application, and what follows from it. Pure.
#pragma once

#include "modules/programmes/model_application.hpp"

namespace ryadom::programmes {

/// An application as decisions need it.
struct Standing {
    State state = State::received;
    Form form = Form::home;
    bool assessed = false;             ///< at some time
    bool closed = false;
    Date last_day;                     ///< of what happened last
    bool programme_approved = false;
};

/// What is about to be recorded.
struct Move {
    EventKind kind = EventKind::assessed;
    Date day;
    std::optional<std::string> reason;
    std::optional<std::string> note;
};

/// The state that follows; `reasons` are the codes of the list that are in force.
Checked<State> after(const Standing& standing, const Move& move, const std::vector<std::string>& reasons, Date today);

/// Nothing more follows once this has happened.
bool closes(EventKind kind);

/// How far a granted application has come.
struct Following {
    bool programme = false;
    std::optional<Date> approved_on;
};
Step next_step(State state, Form form, bool closed, const Following& following);

/// Wrong days and lists of what was received; `circumstances` are codes of the region's list on that day.
std::vector<FieldError> faults(const Wish& wish, Date received_on, Date birth, Date today, const std::vector<std::string>& circumstances,
                               const std::vector<catalogue::ServiceRow>& services);

}  // namespace ryadom::programmes
