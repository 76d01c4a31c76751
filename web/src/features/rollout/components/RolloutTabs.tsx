import { t } from '../../../lib/messages';
import { Tabs } from '../../../ui/Tabs';

export function RolloutTabs({ current }: { current: '/rollout' | '/rollout/campaigns' }) {
  return (
    <Tabs
      label={t('rollout.sections')}
      current={current}
      tabs={[
        { href: '/rollout', label: t('rollout.matrix') },
        { href: '/rollout/campaigns', label: t('rollout.campaigns') },
      ]}
    />
  );
}
