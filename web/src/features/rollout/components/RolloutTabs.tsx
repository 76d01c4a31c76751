import { t } from '../../../lib/messages';
import { Tabs } from '../../../ui/Tabs';

export interface RolloutTabsProps {
  current: 'rollout' | 'standard' | 'campaigns';
  /** Where the views of the matrix are, with the day and the filters of this one. */
  matrix?: { rollout: string; standard: string };
}

const views = { rollout: '/rollout', standard: '/rollout?view=standard' };

export function RolloutTabs({ current, matrix = views }: RolloutTabsProps) {
  const href = { ...matrix, campaigns: '/rollout/campaigns' };
  return (
    <Tabs
      label={t('rollout.sections')}
      current={href[current]}
      tabs={[
        { href: href.rollout, label: t('rollout.matrix') },
        { href: href.standard, label: t('rollout.kept') },
        { href: href.campaigns, label: t('rollout.campaigns') },
      ]}
    />
  );
}
