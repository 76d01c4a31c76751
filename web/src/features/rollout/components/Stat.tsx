import type { ComponentChildren } from 'preact';
import { t } from '../../../lib/messages';
import { formatNumber } from '../../../lib/numbers';
import { Icon } from '../../../ui/Icon';

export interface StatProps {
  title: string;
  value: ComponentChildren;
  href?: string;
  /** Against the same number a month ago; good says which way is the better one. */
  trend?: { by: number; good: 'up' | 'down' } | null;
  note?: ComponentChildren;
}

export function Stat({ title, value, href, trend, note }: StatProps) {
  return (
    <div class="stat">
      <dt>{href ? <a href={href}>{title}</a> : title}</dt>
      <dd class="stat-value">{value}</dd>
      <dd class="stat-note">
        {trend && <Trend {...trend} />}
        {note}
      </dd>
    </div>
  );
}

function Trend({ by, good }: { by: number; good: 'up' | 'down' }) {
  if (by === 0) return <span>{t('rollout.trend.same')}</span>;
  const better = by > 0 === (good === 'up');
  return (
    <span class={`trend ${better ? 'better' : 'worse'}`}>
      <Icon name={by > 0 ? 'ascending' : 'descending'} />
      {t(by > 0 ? 'rollout.trend.more' : 'rollout.trend.fewer', { count: formatNumber(Math.abs(by)) })}
    </span>
  );
}
