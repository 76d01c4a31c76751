import { useInfiniteQuery } from '@tanstack/preact-query';
import { asProblem } from '../../../lib/api';
import { formatDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { formatMoney } from '../../../lib/numbers';
import { regionDay } from '../../../lib/session';
import { EmptyState } from '../../../ui/EmptyState';
import { Table, type Column } from '../../../ui/Table';
import { Tag } from '../../../ui/Tag';
import { getContracts, type Contract } from '../api';
import { Desk } from '../components/Desk';

function Rows({ organisation }: { organisation: string }) {
  const list = useInfiniteQuery({
    queryKey: ['programmes', 'contracts', organisation],
    queryFn: ({ pageParam }) => getContracts(organisation, pageParam),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const columns: Column<Contract>[] = [
    { key: 'number', title: t('programmes.contract'), weight: 'main', cell: (row) => <a href={`/programmes/contracts/${row.id}`}>{t('programmes.contract_number', { number: row.number, day: formatDay(row.concluded_on) })}</a> },
    { key: 'name', title: t('programmes.recipient'), cell: (row) => row.name ?? t('programmes.not_served') },
    { key: 'days', title: t('programmes.in_force_days'), cell: (row) => <>{formatDay(row.since)} – {formatDay(row.last_on)} {row.last_on < regionDay() && <Tag>{t('programmes.past')}</Tag>}</> },
    { key: 'payment', title: t('programmes.payment'), align: 'end', cell: (row) => formatMoney(row.payment_kopecks, 'RUB') },
  ];
  return (
    <Table caption={t('programmes.tab.contracts')} rows={list.data?.pages.flatMap((page) => page.items) ?? null} rowKey={(row) => row.id} columns={columns}
      problem={list.error ? asProblem(list.error) : null} onRetry={() => void list.refetch()} empty={<EmptyState title={t('programmes.no_contracts')} detail={t('programmes.no_contracts_detail')} />}
      more={{ next: list.hasNextPage ? 'more' : null, busy: list.isFetchingNextPage, onMore: () => void list.fetchNextPage() }} />
  );
}

export default function ContractsPage() {
  return <Desk current="/programmes/contracts">{(organisation) => <Rows organisation={organisation} />}</Desk>;
}
