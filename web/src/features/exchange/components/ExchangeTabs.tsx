import { t } from '../../../lib/messages';
import { Tabs } from '../../../ui/Tabs';

export function ExchangeTabs({ current }: { current: '/exchange' | '/exchange/planner' | '/exchange/figures' }) {
  return (
    <Tabs
      label={t('exchange.sections')}
      current={current}
      tabs={[
        { href: '/exchange', label: t('exchange.events') },
        { href: '/exchange/planner', label: t('exchange.planner') },
        { href: '/exchange/figures', label: t('exchange.figures') },
      ]}
    />
  );
}
