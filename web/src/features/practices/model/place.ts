// The filters of the bank stand in the address, so that a list can be sent to a colleague.
import { useLocation } from 'preact-iso';
import type { BankFilter } from '../api';
import { channels } from './codes';

export interface Place {
  query: string;
  audience: string;
  kind: string;
  channel: string;
  cost: string;
  level: string;
}

export function readPlace(query: Record<string, string>): Place {
  const { query: words = '', audience = '', kind = '', channel = '', cost = '', level = '' } = query;
  return { query: words, audience, kind, channel, cost, level };
}

export function writePlace(place: Place): string {
  const fields = new URLSearchParams();
  for (const [name, value] of Object.entries(place)) if (value) fields.set(name, value);
  const text = fields.toString();
  return text ? `/practices?${text}` : '/practices';
}

export function filterOf(place: Place): BankFilter {
  const { query, audience, kind, channel, cost } = place;
  return {
    query: query || undefined, audience: audience || undefined, kind: kind || undefined, channel: channels.find((each) => each === channel),
    cost: /^\d+$/.test(cost) ? Number(cost) * 100 : undefined,
  };
}

export function usePlace() {
  const { query, route } = useLocation();
  const place = readPlace(query);
  return { place, go: (change: Partial<Place>) => route(writePlace({ ...place, ...change }), true), clear: () => route('/practices', true) };
}
