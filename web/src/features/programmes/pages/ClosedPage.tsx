import { useInfiniteQuery } from '@tanstack/preact-query';
import { asProblem } from '../../../lib/api';
import { formatDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { EmptyState } from '../../../ui/EmptyState';
import { Table, type Column } from '../../../ui/Table';
import { getClosed, type Entry } from '../api';
import { Desk } from '../components/Desk';

function Rows({ organisation }: { organisation: string }) {
  const list = useInfiniteQuery({
    queryKey: ['programmes', 'closed', organisation],
    queryFn: ({ pageParam }) => getClosed(organisation, pageParam),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const columns: Column<Entry>[] = [
    { key: 'name', title: t('programmes.recipient'), weight: 'main', cell: (row) => <a href={`/programmes/applications/${row.id}`}>{row.name ?? t('programmes.not_served')}</a> },
    { key: 'state', title: t('programmes.outcome'), cell: (row) => t(`programmes.state.${row.state}`) },
    { key: 'closed', title: t('programmes.closed_on'), cell: (row) => (row.closed_on ? formatDay(row.closed_on) : '—') },
    { key: 'form', title: t('programmes.form'), weight: 'minor', cell: (row) => t(`programmes.form.${row.form}`) },
    { key: 'number', title: t('programmes.number'), weight: 'minor', cell: (row) => t('programmes.number_of_day', { number: row.number, day: formatDay(row.received_on) }) },
  ];
  return (
    <Table caption={t('programmes.tab.closed')} rows={list.data?.pages.flatMap((page) => page.items) ?? null} rowKey={(row) => row.id} columns={columns}
      problem={list.error ? asProblem(list.error) : null} onRetry={() => void list.refetch()} empty={<EmptyState title={t('programmes.no_closed')} />}
      more={{ next: list.hasNextPage ? 'more' : null, busy: list.isFetchingNextPage, onMore: () => void list.fetchNextPage() }} />
  );
}

export default function ClosedPage() {
  return <Desk current="/programmes/closed">{(organisation) => <Rows organisation={organisation} />}</Desk>;
}
