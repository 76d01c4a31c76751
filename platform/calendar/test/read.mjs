// Reads a calendar from standard input with ical.js, which shares no code with the library that wrote it, and prints what
// it understood: a line of JSON for each event.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const ICAL = createRequire(new URL("../../../web/package.json", import.meta.url))("ical.js");
const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
for (const component of calendar.getAllSubcomponents("vevent")) {
  const event = new ICAL.Event(component);
  const text = (name) => component.getFirstPropertyValue(name)?.toString() ?? null;
  const organizer = component.getFirstProperty("organizer");
  console.log(JSON.stringify({
    method: calendar.getFirstPropertyValue("method"), title: calendar.getFirstPropertyValue("x-wr-calname"),
    uid: event.uid, sequence: event.sequence, stamp: text("dtstamp"), start: event.startDate.toString(), end: event.endDate.toString(),
    days: event.startDate.isDate, utc: event.startDate.zone === ICAL.Timezone.utcTimezone, summary: event.summary, location: event.location,
    description: event.description, url: text("url"), status: text("status"), organiser: organizer?.getFirstValue() ?? null,
    organiser_name: organizer?.getParameter("cn") ?? null,
  }));
}
