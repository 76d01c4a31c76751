// Numbers and groups as they are written, and the chart in one sentence.
import { formatMonthLong } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { formatNumber, formatPercent } from '../../../lib/numbers';
import type { Axis, Cut, CutValue, Measure } from '../api';
import { isTime } from './question';

export function valueWords({ value, hidden }: CutValue, measure: Measure): string {
  // One mark for small groups and for those that protect them from subtraction: which is which is the secret.
  if (hidden) return '×';
  return value == null ? '—' : formatNumber(value, measure === 'per_thousand' ? 1 : 0);
}

/** Months are written in the reader's language, everything else as the server says. */
export const groupWords = ({ key, title }: { key: string; title: string }, axis: Axis): string => (axis === 'month' && key ? formatMonthLong(`${key}-01`) : title);

interface Told {
  title: string;
  value: number;
}

function change(last: Told, before: Told): string {
  const share = last.value / before.value - 1;
  const words = { share: formatPercent(Math.abs(share)), period: before.title };
  if (Math.abs(share) < 0.005) return t('cuts.summary.same', { period: before.title });
  return share > 0 ? t('cuts.summary.more', words) : t('cuts.summary.less', words);
}

/** What the chart shows, by rule: the last period against the one before it, or the largest and the smallest group. */
export function summary(cut: Cut, rows: Axis, measure: Measure): string {
  const told = cut.rows.flatMap((row): Told[] => (row.total.value == null ? [] : [{ title: groupWords(row, rows), value: row.total.value }]));
  const write = (value: number) => valueWords({ value, hidden: false }, measure);
  const last = told.at(-1);
  const before = told.at(-2);
  if (!last) return t('cuts.summary.none');
  if (isTime(rows)) {
    const now = t('cuts.summary.last', { period: last.title, value: write(last.value) });
    return before && before.value > 0 ? `${now}. ${change(last, before)}` : now;
  }
  const order = [...told].sort((a, b) => b.value - a.value);
  const [first = last] = order;
  const least = order.at(-1) ?? last;
  const most = t('cuts.summary.most', { group: first.title, value: write(first.value) });
  return order.length < 2 ? most : `${most}. ${t('cuts.summary.least', { group: least.title, value: write(least.value) })}`;
}
