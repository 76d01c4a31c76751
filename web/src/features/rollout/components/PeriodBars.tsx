import { formatDay, formatMonthLong } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { formatNumber } from '../../../lib/numbers';
import type { CellDetail, Period, ShownCount } from '../model/types';
import { MatrixSign } from './MatrixSign';

function name({ first, last }: Period): string {
  return first.slice(0, 7) === last.slice(0, 7) ? formatMonthLong(first) : `${formatMonthLong(first)} – ${formatMonthLong(last)}`;
}

function shown({ count }: ShownCount): string {
  return count == null ? t('rollout.few') : formatNumber(count);
}

function judged(period: Period): 'met' | 'open' | 'unmet' {
  if (period.reached_on) return 'met';
  return period.judgement === 'open' ? 'open' : 'unmet';
}

const signs = { met: 'reached', open: 'under_way', unmet: 'overdue' } as const;

/** Each period against the floor: the bar, the number and the verdict say the same. */
export function PeriodBars({ cell, limit = 12 }: { cell: CellDetail; limit?: number }) {
  const periods = cell.periods.slice(-limit).reverse();
  if (periods.length === 0) return <p class="muted">{t('rollout.periods.none')}</p>;
  const most = Math.max(...periods.map((each) => Math.max(each.delivered.count ?? 2, each.floor)), 1);
  return (
    <ul class="period-bars">
      {periods.map((period) => {
        const verdict = judged(period);
        const width = `${(100 * (period.delivered.count ?? Math.min(2, period.floor))) / most}%`;
        return (
          <li key={period.first} class={verdict}>
            <span class="period-name">{name(period)}</span>
            <span class="period-track" aria-hidden="true">
              <span class="period-bar" style={{ width }} />
              <span class="period-floor" style={{ left: `${(100 * period.floor) / most}%` }} />
            </span>
            <span class="period-count">{t('rollout.periods.of', { count: shown(period.delivered), floor: formatNumber(period.floor) })}</span>
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
