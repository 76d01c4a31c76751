// What the search of the header finds: the pages of the bar, and organisations, practices and orders by the lists that the reader's
// role may ask for. Each list is asked for once, when the search is opened.
import { useQuery } from '@tanstack/preact-query';
import { get, type Schemas } from '../lib/api';
import { formatDay } from '../lib/dates';
import { titleOf, useOrganisations, type Organisation } from '../lib/directory';
import { fold, matches } from '../lib/fold';
import { t } from '../lib/messages';
import { can } from '../lib/session';
import type { NavigationItem } from './navigation';

type Campaign = Schemas['Campaign'];
type PracticeCard = Pick<Schemas['PracticeCard'], 'id' | 'title' | 'code'>;

export interface Place {
  path: string;
  title: string;
  /** What kind of thing it is. */
  note: string;
  /** Other names that it is known by. */
  words: string;
}

interface Page<Item> {
  items: Item[];
  next?: string | null;
}

async function everyPage<Item>(ask: (cursor: string | null) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Item> = await ask(cursor);
    items.push(...page.items);
    cursor = page.next ?? null;
  } while (cursor);
  return items;
}

const shelf = { staleTime: 5 * 60_000 };

export function pageOf({ path, label }: NavigationItem): Place {
  return { path, title: t(label), note: t('app.found.page'), words: '' };
}

export function organisationOf({ id, code, title, short_title }: Organisation): Place {
  return { path: `/organisations/${id}`, title: short_title, note: t('app.found.organisation'), words: `${title} ${code}` };
}

export function practiceOf({ id, title, code }: PracticeCard): Place {
  return { path: `/practices/${id}`, title: titleOf(title), note: t('app.found.practice'), words: code };
}

export function orderOf({ id, number, title, signed_on, state }: Campaign): Place {
  const note = state === 'signed' && signed_on ? t('app.found.order', { number, day: formatDay(signed_on) }) : t('app.found.order_draft', { number });
  return { path: `/rollout/campaigns/${id}`, title, note, words: `№${number}` };
}

export function usePlaces(items: readonly NavigationItem[]) {
  const organisations = useOrganisations(can('network.see'));
  const practices = useQuery({
    queryKey: ['found', 'practices'],
    queryFn: () => everyPage((cursor) => get('/practices', { query: { cursor, limit: 200 } })),
    enabled: can('practices.see'),
    ...shelf,
  });
  const orders = useQuery({
    queryKey: ['found', 'orders'],
    queryFn: () => everyPage((cursor) => get('/campaigns', { query: { cursor, limit: 200 } })),
    enabled: can('rollout.see'),
    ...shelf,
  });
  const lists = [organisations, practices, orders];
  return {
    pages: items.map(pageOf),
    others: [...(organisations.data ?? []).map(organisationOf), ...(practices.data ?? []).map(practiceOf), ...(orders.data ?? []).map(orderOf)],
    waiting: lists.some((each) => each.isLoading),
    failed: lists.some((each) => each.isError),
  };
}

/** Every word that was typed is somewhere in the names or in the kind; what begins with the text comes first. */
export function findPlaces(places: readonly Place[], text: string): Place[] {
  const words = text.split(/\s+/).filter(Boolean);
  const begins = ({ title }: Place) => (fold(title).startsWith(fold(text)) ? 0 : 1);
  return places
    .filter(({ title, note, words: names }) => words.every((word) => matches(`${title} ${names} ${note}`, word)))
    .sort((a, b) => begins(a) - begins(b));
}
