// Tariffs as people look at them: a row a service, with what is paid and what it costs, in city and village.
import type { Service } from '../../../lib/directory';
import { kopecksOf, roublesOf } from '../../../lib/money';
import type { Norm, NormValue } from '../api';

export type PriceKind = 'tariff' | 'per_capita_norm';
export const priceKinds: readonly PriceKind[] = ['tariff', 'per_capita_norm'];

/** Norms of one kind of a service: one for everywhere, or one for each area. */
export interface Prices {
  everywhere?: Norm | undefined;
  city?: Norm | undefined;
  village?: Norm | undefined;
}

export interface ServiceRow {
  service: Service;
  tariff: Prices;
  per_capita_norm: Prices;
}

export function rowsOf(services: readonly Service[], norms: readonly Norm[]): ServiceRow[] {
  const prices = (service: Service, kind: PriceKind): Prices => {
    const of = norms.filter(({ value }) => value.kind === kind && value.service === service.id);
    return { everywhere: of.find(({ value }) => !value.area), city: of.find(({ value }) => value.area === 'city'), village: of.find(({ value }) => value.area === 'village') };
  };
  return services.map((service) => ({ service, tariff: prices(service, 'tariff'), per_capita_norm: prices(service, 'per_capita_norm') }));
}

/** Two fields for a price; an empty second one means that it is the same in villages. */
export interface Typed {
  first: string;
  village: string;
}

export function typedOf({ everywhere, city, village }: Prices): Typed {
  return { first: roublesOf((everywhere ?? city)?.value.amount_kopecks), village: roublesOf(village?.value.amount_kopecks) };
}

export const isSum = (text: string) => kopecksOf(text) !== null;

/** What is to be set so that the prices become those typed; nothing when they are so already. */
export function changesOf(service: string, kind: PriceKind, now: Prices, typed: Typed): NormValue[] {
  const [first, village] = [kopecksOf(typed.first), kopecksOf(typed.village)];
  if (typeof first !== 'number' || village === null) return [];
  const value = (amount_kopecks: number, area?: 'city' | 'village'): NormValue => ({ kind, service, amount_kopecks, ...(area ? { area } : {}) });
  if (village === undefined) return now.everywhere?.value.amount_kopecks === first ? [] : [value(first)];
  // A price for everywhere gives way to both at once.
  const both = now.everywhere !== undefined;
  return [
    ...(both || now.city?.value.amount_kopecks !== first ? [value(first, 'city')] : []),
    ...(both || now.village?.value.amount_kopecks !== village ? [value(village, 'village')] : []),
  ];
}
