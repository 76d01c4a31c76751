// Filters and the open cell live in the address, so that a view can be sent to a colleague.
import { useLocation } from 'preact-iso';
import { isDay, type Day } from '../../../lib/dates';
import { colours, keeping, type Chosen } from '../components/matrix_model';
import type { CellAddress } from './types';

export interface Place {
  day: Day | null;
  district: string | null;
  practices: string[];
  colour: Chosen | null;
  /** How far the rollout is, or how the standard is kept. */
  view: View;
  text: string;
  cell: CellAddress | null;
}

export type View = 'rollout' | 'standard';

const choices: readonly Chosen[] = [...colours, ...keeping, 'missed', 'attention'];

type Fields = Record<string, string | undefined>;

export function readPlace(query: Fields): Place {
  const [organisation, practice] = (query.cell ?? '').split('.');
  return {
    day: query.day && isDay(query.day) ? query.day : null,
    district: query.district || null,
    practices: query.practices ? query.practices.split(',') : [],
    colour: choices.find((each) => each === query.state) ?? null,
    view: query.view === 'standard' ? 'standard' : 'rollout',
    text: query.text ?? '',
    cell: organisation && practice ? { organisation, practice } : null,
  };
}

export function writePlace(path: string, place: Place): string {
  const fields = new URLSearchParams();
  const set = (name: string, value: string | null) => value && fields.set(name, value);
  set('day', place.day);
  set('district', place.district);
  set('practices', place.practices.join(','));
  set('view', place.view === 'rollout' ? null : place.view);
  set('state', place.colour);
  set('text', place.text);
  set('cell', place.cell && `${place.cell.organisation}.${place.cell.practice}`);
  const text = fields.toString();
  return text ? `${path}?${text}` : path;
}

export const nowhere: Place = readPlace({});

export interface PlaceControl {
  place: Place;
  /** The address that the change leads to. */
  href(change: Partial<Place>): string;
  /** Filters replace the entry of the history; an opened cell adds one, so that "back" closes it. */
  go(change: Partial<Place>): void;
}

export function usePlace(): PlaceControl {
  const { path, query, route } = useLocation();
  const place = readPlace(query);
  const href = (change: Partial<Place>) => writePlace(path, { ...place, ...change });
  return { place, href, go: (change) => route(href(change), !('cell' in change)) };
}
