import { formatDay, formatMonthLong } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { formatNumber } from '../../../lib/numbers';
import type { CellDetail, Period, ShownCount } from '../model/types';
import { MatrixSign } from './MatrixSign';

function name({ first, last }: Period): string {
  return first.slice(0, 7) === last.slice(0, 7) ? formatMonthLong(first) : `${formatMonthLong(first)} – ${formatMonthLong(last)}`;
}

type Measure = CellDetail['measure'];

export function shown({ count, rounded }: ShownCount, measure: Measure): string {
  if (count == null) return t(measure === 'facts' ? 'rollout.few_people' : 'rollout.few');
  return rounded ? t('rollout.at_least', { count: formatNumber(count) }) : formatNumber(count);
}

/** The most that a number which is not told exactly can be. */
function most({ count, rounded }: ShownCount, measure: Measure): number {
  if (count == null) return measure === 'facts' ? Infinity : 4;
  return rounded ? count + 4 : count;
}

export function judged(period: Period, measure: Measure): 'met' | 'open' | 'unmet' | 'untold' {
  if (period.reached_on) return 'met';
  if (most(period.delivered, measure) >= period.floor) return 'untold';
  return period.judgement === 'open' ? 'open' : 'unmet';
}

const signs = { met: 'reached', open: 'under_way', unmet: 'overdue', untold: 'none' } as const;

/** Each period against the floor: the bar, the number and the verdict say the same. */
export function PeriodBars({ cell, limit = 12 }: { cell: CellDetail; limit?: number }) {
  const periods = cell.periods.slice(-limit).reverse();
  if (periods.length === 0) return <p class="muted">{t('rollout.periods.none')}</p>;
  const highest = Math.max(...periods.map((each) => Math.max(each.delivered.count ?? 2, each.floor)), 1);
  return (
    <ul class="period-bars">
      {periods.map((period) => {
        const verdict = judged(period, cell.measure);
        const width = `${(100 * (period.delivered.count ?? Math.min(2, period.floor))) / highest}%`;
        return (
          <li key={period.first} class={verdict}>
            <span class="period-name">{name(period)}</span>
            <span class="period-track" aria-hidden="true">
              <span class="period-bar" style={{ width }} />
              <span class="period-floor" style={{ left: `${(100 * period.floor) / highest}%` }} />
            </span>
            <span class="period-count">{t('rollout.periods.of', { count: shown(period.delivered, cell.measure), floor: formatNumber(period.floor) })}</span>
            <span class="period-verdict">
              <MatrixSign colour={signs[verdict]} />
              {verdict === 'met' ? t('rollout.periods.met', { day: formatDay(period.reached_on ?? '') }) : t(`rollout.periods.${verdict}`)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
