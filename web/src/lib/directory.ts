// What almost every screen names: organisations, districts and services, asked for once.
import { useQuery } from '@tanstack/preact-query';
import { get, type Schemas } from './api';
import { language } from './messages';
import { session } from './session';

export type Organisation = Schemas['Organisation'];
export type OrganisationKind = Organisation['kind'];
export type District = Schemas['District'];
export type Service = Schemas['Service'];
/** Texts by language; Russian is always there. */
export type Titles = Service['titles'];

export function titleOf(titles: Titles | Schemas['PackageLine'] | undefined): string {
  return titles?.[language()] ?? titles?.ru ?? '';
}

const shelf = { staleTime: 5 * 60_000 };

export function useOrganisations(enabled = true) {
  return useQuery({ queryKey: ['organisations'], queryFn: async () => (await get('/organisations')).items, enabled, ...shelf });
}

export function useDistricts() {
  return useQuery({ queryKey: ['districts'], queryFn: async () => (await get('/districts')).items, ...shelf });
}

export function useServices() {
  return useQuery({ queryKey: ['services'], queryFn: async () => (await get('/services')).items, ...shelf });
}

/** Kinds of organisations that deliver services: they are judged, and checked. */
export const deliveringKinds: readonly OrganisationKind[] = ['centre', 'branch', 'residential', 'remote_centre'];
export const delivers = ({ kind }: Organisation) => deliveringKinds.includes(kind);

/** Who heads the region; partners and suppliers stand beside it. */
export function bodyOfRegion(all: readonly Organisation[]): Organisation | undefined {
  const tops = all.filter((each) => !each.parent && each.kind !== 'partner' && each.kind !== 'supplier');
  return tops.find((each) => all.some((below) => below.parent === each.id)) ?? tops[0];
}

/** The zone in which the reader lives: that of the organisation of the role, and for the region that of its body. */
export function useZone(): string | undefined {
  const all = useOrganisations().data ?? [];
  const place = session.get()?.account.roles.find((each) => each.organisation)?.organisation?.id;
  return (all.find((each) => each.id === place) ?? bodyOfRegion(all))?.zone;
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
