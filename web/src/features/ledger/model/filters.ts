// What the journal is narrowed by; it stands in the address.
import { isDay } from '../../../lib/dates';

export const filterNames = ['from', 'to', 'organisation', 'practice', 'service', 'person', 'mine'] as const;
export type Filters = Partial<Record<(typeof filterNames)[number], string>>;

export function filtersOf(query: Record<string, string>): Filters {
  const filters: Filters = {};
  for (const name of filterNames) if (query[name]) filters[name] = query[name];
  return filters;
}

export function addressOf(filters: Filters): string {
  const text = new URLSearchParams(filterNames.flatMap((name) => (filters[name] ? [[name, filters[name]]] : []))).toString();
  return `/journal${text ? `?${text}` : ''}`;
}

/** The same as the API asks it; half a day is not asked for. */
export function askOf({ from, to, organisation, practice, service, person, mine }: Filters) {
  return {
    ...(from && isDay(from) ? { from } : {}),
    ...(to && isDay(to) ? { to } : {}),
    ...(organisation ? { organisation } : {}),
    ...(practice ? { practice } : {}),
    ...(service ? { service } : {}),
    ...(person ? { person } : {}),
    ...(mine ? { mine: true } : {}),
  };
}
