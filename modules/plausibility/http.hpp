#pragma once

#include "modules/plausibility/desk.hpp"
#include "platform/http/module.hpp"

namespace ryadom::plausibility {

void add_question_routes(http::Routes& routes, const std::shared_ptr<Desk>& desk);
void add_word_routes(http::Routes& routes, const std::shared_ptr<Desk>& desk);
void add_threshold_routes(http::Routes& routes);

/// A question that the caller may see, with what it was computed from.
struct FoundQuestion {
    std::shared_ptr<const Asked> asked;
    Question question;
};
/// Absent when the facts that made it a question were corrected meanwhile.
FoundQuestion find_question(http::Call& call, Desk& desk, const std::string& id, Date day);

}  // namespace ryadom::plausibility
