import { formatNumber, formatPercent } from '../../../lib/numbers';
import { t } from '../../../lib/messages';

export interface District {
  id: string;
  title: string;
  /** What the scale measures; null where there is nothing to measure. */
  share: number | null;
  /** Cases that ask for attention: shown as a number in a circle. */
  trouble: number;
  /** Place in the tile grid, used without boundaries and on a phone. */
  tile: { row: number; column: number } | null;
}

/** Upper bounds of the first four of five steps. */
export type Steps = readonly [number, number, number, number];
export const usualSteps: Steps = [0.2, 0.4, 0.6, 0.8];

export function stepOf(share: number | null, steps: Steps): number | null {
  if (share === null) return null;
  const found = steps.findIndex((bound) => share < bound);
  return found < 0 ? 5 : found + 1;
}

/** What the colours of the map mean. */
export interface Scale {
  steps: Steps;
  title: string;
  format(value: number): string;
  between(from: number, to: number): string;
}

export function shareScale(): Scale {
  const whole = (share: number) => Math.round(share * 100);
  return {
    steps: usualSteps,
    title: t('rollout.order.share'),
    format: (share) => formatPercent(share),
    between: (from, to) => `${whole(from)}–${whole(to) - 1}\u00a0%`,
  };
}

/** People per thousand: the steps end where the next ones begin, as their numbers are written. */
export function coverageScale(steps: Steps, rounded: boolean): Scale {
  const decimals = (value: number) => formatNumber(value, value < 10 ? 1 : 0);
  return {
    steps,
    title: t(rounded ? 'rollout.order.coverage_at_least' : 'rollout.order.coverage'),
    format: decimals,
    between: (from, to) => {
      const last = to - (to > 10 ? 1 : 0.1);
      return decimals(from) === decimals(last) ? decimals(from) : `${decimals(from)}–${decimals(last)}`;
    },
  };
}

export function stepTitles({ steps, format, between }: Scale): string[] {
  return [
    t('rollout.step.up_to', { share: format(steps[0]) }),
    ...[1, 2, 3].map((index) => between(steps[index - 1] ?? 0, steps[index] ?? 0)),
    t('rollout.step.and_more', { share: format(steps[3]) }),
  ];
}

export function measured(district: District, scale: Scale): string {
  return district.share === null ? t('rollout.no_data') : scale.format(district.share);
}

export function districtWords(district: District, scale: Scale): string {
  const trouble = district.trouble > 0 ? `, ${t('rollout.trouble', { count: district.trouble })}` : '';
  return `${district.title}: ${measured(district, scale)}${trouble}`;
}

export type Order = 'title' | 'share' | 'trouble';

export function ordered(districts: readonly District[], order: Order): District[] {
  const byTitle = (a: District, b: District) => a.title.localeCompare(b.title);
  const compare: Record<Order, (a: District, b: District) => number> = {
    title: byTitle,
    share: (a, b) => (a.share ?? Number.MAX_VALUE) - (b.share ?? Number.MAX_VALUE) || byTitle(a, b),
    trouble: (a, b) => b.trouble - a.trouble || byTitle(a, b),
  };
  return [...districts].sort(compare[order]);
}

export interface PlacedTile {
  district: District;
  row: number;
  column: number;
}

/** Two districts never share a place of the grid: who comes later, or has none, stands in the rows below. */
export function placedTiles(districts: readonly District[]): PlacedTile[] {
  const out: PlacedTile[] = [];
  const taken = new Set<string>();
  const take = (district: District, row: number, column: number) => {
    const place = `${row}:${column}`;
    if (taken.has(place)) return false;
    taken.add(place);
    out.push({ district, row, column });
    return true;
  };
  const left = districts.filter(({ tile }, index) => !tile || !take(districts[index] as District, tile.row, tile.column));
  const width = Math.max(Math.ceil(Math.sqrt(districts.length)), ...out.map(({ column }) => column + 1));
  // Nobody has given the districts their places yet: then the grid begins at its top.
  const first = out.length > 1 ? Math.max(...out.map(({ row }) => row)) + 1 : 0;
  let at = first * width;
  for (const district of left) {
    while (!take(district, Math.floor(at / width), at % width)) at += 1;
  }
  return out;
}
