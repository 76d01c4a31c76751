import { t } from '../../../lib/messages';
import { formatNumber } from '../../../lib/numbers';
import type { CampaignProgress as Progress } from '../model/types';
import './Campaign.css';

/** "30 of 38, 8 overdue": what an order has come to, in one line. */
export function CampaignProgress({ progress: { assigned, reached, overdue, lapsed } }: { progress: Progress }) {
  return (
    <span class="campaign-progress">
      {t('rollout.stat.of', { part: formatNumber(reached), whole: formatNumber(assigned) })}
      {overdue > 0 && <>, <span class="late">{t('rollout.campaign.overdue', { count: overdue })}</span></>}
      {lapsed > 0 && <>, <span class="late">{t('rollout.campaign.lapsed', { count: lapsed })}</span></>}
    </span>
  );
}
