import { useInfiniteQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { asProblem } from '../../../lib/api';
import { ownOrganisations, useOrganisations } from '../../../lib/directory';
import { formatDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { formatNumber } from '../../../lib/numbers';
import { EmptyState } from '../../../ui/EmptyState';
import { Page } from '../../../ui/Page';
import { Select } from '../../../ui/Select';
import { Table, type Column } from '../../../ui/Table';
import { getOutdated, type Outdated } from '../api';
import { money } from '../model/words';

/** Whose payment rests on tariffs or norms that hold no longer: the work list after an act of the region. */
export default function OutdatedPage() {
  const organisations = useOrganisations();
  const own = ownOrganisations(organisations.data ?? []);
  const [chosen, setChosen] = useState('');
  const organisation = chosen || (own[0]?.id ?? '');
  const list = useInfiniteQuery({
    queryKey: ['payment', 'outdated', organisation],
    queryFn: ({ pageParam }) => getOutdated(organisation, pageParam),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: organisation !== '',
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? null;
  const columns: Column<Outdated>[] = [
    { key: 'name', title: t('payment.recipient'), weight: 'main', cell: (row) => <a href={`/recipients/${row.person}/payment`}>{row.name}</a> },
    { key: 'payment', title: t('payment.figure.payment'), align: 'end', cell: (row) => money(row.payment_kopecks) },
    { key: 'since', title: t('payment.effective_on'), cell: (row) => formatDay(row.effective_on) },
    { key: 'norms', title: t('payment.ended_norms'), align: 'end', cell: (row) => formatNumber(row.norms) },
  ];
  return (
    <Page title={t('payment.outdated')} lead={t('payment.outdated_lead')} crumbs={[{ href: '/recipients', label: t('payment.recipients') }]}>
      <div class="stack">
        {own.length > 1 && <Select name="organisation" label={t('payment.organisation')} required value={organisation} choices={own.map((each) => ({ value: each.id, label: each.short_title }))} onChange={setChosen} />}
        <Table caption={t('payment.outdated')} rows={rows} rowKey={(row) => row.assessment} columns={columns} problem={list.error ? asProblem(list.error) : null} onRetry={() => void list.refetch()}
          empty={<EmptyState title={t('payment.nothing_outdated')} detail={t('payment.nothing_outdated_detail')} />}
          more={{ next: list.hasNextPage ? 'more' : null, busy: list.isFetchingNextPage, onMore: () => void list.fetchNextPage() }} />
      </div>
    </Page>
  );
}
