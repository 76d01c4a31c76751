// What the search of the header finds: the pages of the bar and the orders by their names, and everything else by the server's
// search. Persons are looked for in their register only.
import { useQuery } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import { get, type Schemas } from '../lib/api';
import { formatDay } from '../lib/dates';
import { fold, matches } from '../lib/fold';
import { t, textOfCode } from '../lib/messages';
import { can } from '../lib/session';
import type { NavigationItem } from './navigation';

type Campaign = Schemas['Campaign'];
type Found = Schemas['Found'];

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

export function foundOf({ kind, path, title, snippet, within }: Found): Place {
  const word = textOfCode(`app.found.${kind}`, kind);
  // Rooms are called alike in many centres.
  return { path, title: within ? `${title.text} — ${within}` : title.text, note: kind === 'room' ? `${word} · ${snippet.text}` : word, words: '' };
}

export function orderOf({ id, number, title, signed_on, state }: Campaign): Place {
  const note = state === 'signed' && signed_on ? t('app.found.order', { number, day: formatDay(signed_on) }) : t('app.found.order_draft', { number });
  return { path: `/rollout/campaigns/${id}`, title, note, words: `№${number}` };
}

/** The text once it has rested a moment. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), 150);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}

export function usePlaces(items: readonly NavigationItem[], text: string) {
  const asked = useRested(text.trim());
  const things = useQuery({
    queryKey: ['found', asked],
    queryFn: ({ signal }) => get('/search', { query: { q: asked, unfinished: true, limit: 8 }, signal }),
    enabled: asked !== '',
    placeholderData: (before) => before,
  });
  const orders = useQuery({
    queryKey: ['found', 'orders'],
    queryFn: () => everyPage((cursor) => get('/campaigns', { query: { cursor, limit: 200 } })),
    enabled: can('rollout.see'),
    ...shelf,
  });
  const pages = items.map(pageOf);
  if (!text.trim()) return { hits: pages, waiting: false, failed: false };
  const named = findPlaces([...pages, ...(orders.data ?? []).map(orderOf)], text);
  const all = { path: `/search?${new URLSearchParams({ q: text.trim() }).toString()}`, title: t('app.found.all'), note: '', words: '' };
  return {
    hits: [...named, ...(things.data?.items ?? []).map(foundOf), all],
    waiting: orders.isLoading || things.isLoading || asked !== text.trim(),
    failed: orders.isError || things.isError,
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
