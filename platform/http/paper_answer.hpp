// A handler may answer with a paper, which goes out as a PDF, or with a calendar, which goes out as iCalendar.
#pragma once

#include "platform/calendar/calendar.hpp"
#include "platform/documents/paper.hpp"
#include "platform/http/call.hpp"

namespace ryadom::http {

inline constexpr std::string_view pdf_type = "application/pdf";
inline constexpr std::string_view calendar_type = "text/calendar";

template <class T>
concept Printable = std::is_same_v<T, documents::Paper> || std::is_same_v<T, Written<documents::Paper>>;
template <class T>
concept Datable = std::is_same_v<T, calendar::Calendar>;

/// Shown by the browser under the name of the paper, with the numbers of its sheets in the language of the reader.
Download as_file(const Call& call, documents::Paper paper);
Written<Download> as_file(const Call& call, Written<documents::Paper> written);
/// Saved, so that the program which keeps dates opens it.
Download as_file(const Call& call, const calendar::Calendar& calendar);

}  // namespace ryadom::http
