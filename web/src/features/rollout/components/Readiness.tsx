import { t } from '../../../lib/messages';
import { EmptyState } from '../../../ui/EmptyState';
import { Tag } from '../../../ui/Tag';
import type { Need } from '../model/types';
import { MatrixSign } from './MatrixSign';

const registered = ['staff', 'room', 'equipment'];

/** What the practice needs against what the centre has, and what would close the gap. */
export function Readiness({ needs }: { needs: readonly Need[] }) {
  if (needs.length === 0) return <EmptyState title={t('rollout.readiness.nothing')} />;
  const gaps = needs.filter((need) => need.missing > 0);
  const mandatory = gaps.filter((need) => need.mandatory).length;
  return (
    <>
      <p class="readiness-sum">
        {gaps.length === 0 ? t('rollout.readiness.full') : t('rollout.readiness.gaps', { count: gaps.length, mandatory })}
      </p>
      <ul class="needs">
        {[...gaps, ...needs.filter((need) => need.missing === 0)].map((need) => (
          <li key={`${need.kind}-${need.need}`} class={need.missing > 0 ? 'missing' : 'held'}>
            <span class="need-sign">
              <MatrixSign colour={need.missing > 0 ? (need.mandatory ? 'overdue' : 'late_forecast') : 'reached'} />
            </span>
            <span class="need-title">
              {need.title} <Tag>{t(`rollout.kind.${need.kind}`)}</Tag>
              {!need.mandatory && <span class="muted"> {t('rollout.advisory')}</span>}
            </span>
            <span class="need-state">
              {need.missing > 0 ? need.missing_said.text || t('rollout.need.missing') : t('rollout.need.held')}
              {need.missing > 0 && (
                <span class="muted"> {registered.includes(need.kind) ? t('rollout.need.by_register') : t('rollout.need.by_proof')}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
