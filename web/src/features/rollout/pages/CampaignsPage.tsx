import { useInfiniteQuery } from '@tanstack/preact-query';
import { asProblem } from '../../../lib/api';
import { formatDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { EmptyState } from '../../../ui/EmptyState';
import { Page } from '../../../ui/Page';
import { Table, type Column } from '../../../ui/Table';
import { Tag } from '../../../ui/Tag';
import { getCampaigns } from '../api';
import { CampaignProgress } from '../components/CampaignProgress';
import { RolloutTabs } from '../components/RolloutTabs';
import '../components/Rollout.css';
import type { Campaign } from '../model/types';

const columns = (): Column<Campaign>[] => [
  { key: 'title', title: t('rollout.campaign.title'), weight: 'main', cell: (each) => <a href={`/rollout/campaigns/${each.id}`}>{each.title}</a> },
  { key: 'number', title: t('rollout.campaign.number'), cell: (each) => each.number },
  { key: 'day', title: t('rollout.campaign.day'), cell: (each) => (each.signed_on ? formatDay(each.signed_on) : '—') },
  {
    key: 'state',
    title: t('rollout.campaign.state'),
    cell: (each) => <Tag tone={each.state === 'signed' ? 'good' : 'neutral'}>{t(`rollout.campaign.${each.state}`)}</Tag>,
  },
  { key: 'progress', title: t('rollout.campaign.progress'), cell: (each) => (each.progress ? <CampaignProgress progress={each.progress} /> : '—') },
];

export default function CampaignsPage() {
  const query = useInfiniteQuery({
    queryKey: ['rollout', 'campaigns'],
    queryFn: ({ pageParam }) => getCampaigns(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next ?? null,
  });
  const mayOrder = can('rollout.order');
  const actions = mayOrder && (
    <>
      <a class="button" href="/rollout/import">
        {t('rollout.import')}
      </a>
      <a class="button primary" href="/rollout/campaigns/new">
        {t('rollout.campaign.new')}
      </a>
    </>
  );
  return (
    <Page title={t('rollout.title')} actions={actions}>
      <RolloutTabs current="campaigns" />
      <Table
        caption={t('rollout.campaigns')}
        columns={columns()}
        rows={query.data?.pages.flatMap((page) => page.items) ?? null}
        rowKey={(each) => each.id}
        problem={query.error ? asProblem(query.error) : null}
        onRetry={() => void query.refetch()}
        empty={<EmptyState title={t('rollout.no_orders')} detail={t('rollout.no_orders_detail')} />}
        more={{ next: query.hasNextPage ? '' : null, busy: query.isFetchingNextPage, onMore: () => void query.fetchNextPage() }}
      />
    </Page>
  );
}
