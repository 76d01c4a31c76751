// What almost every screen names: organisations, districts and services, asked for once.
import { useQuery } from '@tanstack/preact-query';
import { get, type List } from './api';
import { language } from './messages';
import { session } from './session';

export type OrganisationKind = 'department' | 'authority' | 'centre' | 'branch' | 'residential' | 'remote_centre' | 'partner' | 'supplier';

export interface Organisation {
  id: string;
  code: string;
  kind: OrganisationKind;
  title: string;
  short_title: string;
  parent?: string;
  district?: string;
  zone: string;
  address: string;
  phone: string;
  director: string;
  closed_on?: string;
  revision: number;
}

export interface District {
  id: string;
  code: string;
  title: string;
  population: number;
  elders: number;
  road_km: number;
  tile_row: number;
  tile_column: number;
  revision: number;
}

/** Texts by language; Russian is always there. */
export type Titles = Record<string, string>;

export interface Service {
  id: string;
  code: string;
  kind: string;
  titles: Titles;
  unit: string;
  norm_minutes?: number;
  valid_from: string;
  valid_to?: string;
  revision: number;
}

export function titleOf(titles: Titles | undefined): string {
  return titles?.[language()] ?? titles?.ru ?? '';
}

const shelf = { staleTime: 5 * 60_000 };

async function itemsOf<Item>(path: string): Promise<Item[]> {
  return (await get<List<Item>>(path)).items;
}

export function useOrganisations() {
  return useQuery({ queryKey: ['organisations'], queryFn: () => itemsOf<Organisation>('/organisations'), ...shelf });
}

export function useDistricts() {
  return useQuery({ queryKey: ['districts'], queryFn: () => itemsOf<District>('/districts'), ...shelf });
}

export function useServices() {
  return useQuery({ queryKey: ['services'], queryFn: () => itemsOf<Service>('/services'), ...shelf });
}

/** A function from id to words; an id that is not (yet) known has no words. */
export function namer<Thing extends { id: string }>(things: readonly Thing[] | undefined, words: (thing: Thing) => string): (id: string | undefined) => string {
  const known = new Map((things ?? []).map((thing) => [thing.id, words(thing)]));
  return (id) => (id === undefined ? '' : (known.get(id) ?? ''));
}

/** Where the reader works: the organisations of the roles, with all below them. The first is the nearest. */
export function ownOrganisations(all: readonly Organisation[]): Organisation[] {
  const roots = (session.get()?.account.roles ?? []).flatMap(({ organisation }) => (organisation ? [organisation.id] : []));
  const found: Organisation[] = [];
  const add = (id: string) => {
    const one = all.find((each) => each.id === id);
    if (!one || found.includes(one)) return;
    if (!one.closed_on) found.push(one);
    for (const below of all) if (below.parent === id) add(below.id);
  };
  roots.forEach(add);
  return found;
}
