// The papers of an event: what is sent out before it, signed at it and kept of it.
#pragma once

#include "modules/exchange/model.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/documents/paper.hpp"
#include "platform/i18n/catalogue.hpp"

namespace ryadom::exchange {

documents::Paper invitation(const EventView& view, const i18n::Voice& voice);
documents::Paper programme_paper(const EventView& view, const i18n::Voice& voice);
/// Names stand on it as far as the reader may see them; under them empty lines for those who come unannounced.
documents::Paper attendance_sheet(const EventView& view, const i18n::Voice& voice);
documents::Paper protocol_paper(const EventView& view, const i18n::Voice& voice);
/// Of one delegation: who went, what was seen, what the centre takes home.
documents::Paper trip_report(const EventView& view, const Delegation& delegation, const i18n::Voice& voice);

/// The event for the calendars of those who take part; a cancelled one says so.
calendar::Calendar event_calendar(const EventView& view, const i18n::Voice& voice, Instant now);

}  // namespace ryadom::exchange
