import { formatPercent } from '../../../lib/numbers';
import { t } from '../../../lib/messages';

export interface District {
  id: string;
  title: string;
  /** Share between 0 and 1; null where there is nothing to measure. */
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

export function stepTitles(steps: Steps): string[] {
  const whole = (share: number) => String(Math.round(share * 100));
  return [
    t('rollout.step.up_to', { share: formatPercent(steps[0]) }),
    ...[1, 2, 3].map((index) => `${whole(steps[index - 1] ?? 0)}–${Number(whole(steps[index] ?? 0)) - 1}\u00a0%`),
    t('rollout.step.and_more', { share: formatPercent(steps[3]) }),
  ];
}

export function districtWords(district: District): string {
  const share = district.share === null ? t('rollout.no_data') : formatPercent(district.share);
  const trouble = district.trouble > 0 ? `, ${t('rollout.trouble', { count: district.trouble })}` : '';
  return `${district.title}: ${share}${trouble}`;
}

export type Order = 'title' | 'share' | 'trouble';

export function ordered(districts: readonly District[], order: Order): District[] {
  const byTitle = (a: District, b: District) => a.title.localeCompare(b.title);
  const compare: Record<Order, (a: District, b: District) => number> = {
    title: byTitle,
    share: (a, b) => (a.share ?? 2) - (b.share ?? 2) || byTitle(a, b),
    trouble: (a, b) => b.trouble - a.trouble || byTitle(a, b),
  };
  return [...districts].sort(compare[order]);
}
