import { useInfiniteQuery } from '@tanstack/preact-query';
import { asProblem } from '../../../lib/api';
import { formatDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { EmptyState } from '../../../ui/EmptyState';
import { Table, type Column } from '../../../ui/Table';
import { Tag } from '../../../ui/Tag';
import { getInspections, type Inspection } from '../api';
import { nameOf, standardOf } from '../model/words';

const columns = (centres: boolean): Column<Inspection>[] => [
  { key: 'name', title: t('control.column.inspection'), weight: 'main', cell: (each) => <a href={`/control/inspections/${each.id}`}>{nameOf(each)}</a> },
  ...(centres ? [{ key: 'centre', title: t('control.column.centre'), cell: (each: Inspection) => each.organisation_title }] : []),
  { key: 'standard', title: t('control.column.standard'), cell: standardOf },
  { key: 'begun', title: t('control.column.begun'), weight: 'minor', cell: (each) => `${formatDay(each.begun_on)}, ${each.by}` },
  {
    key: 'state',
    title: t('control.column.state'),
    cell: (each) => (each.closed_on ? t('control.closed_on', { day: formatDay(each.closed_on) }) : <Tag tone="info">{t('control.going')}</Tag>),
  },
];

/** Self-checks and visits, the latest first. */
export function Inspections({ organisation }: { organisation: string | null }) {
  const query = useInfiniteQuery({
    queryKey: ['control', 'inspections', organisation],
    queryFn: ({ pageParam }) => getInspections(organisation, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next ?? null,
  });
  return (
    <Table caption={t('control.tab.inspections')} columns={columns(organisation === null)} rows={query.data?.pages.flatMap((page) => page.items) ?? null} rowKey={(each) => each.id}
      problem={query.error ? asProblem(query.error) : null} onRetry={() => void query.refetch()}
      empty={<EmptyState title={t('control.no_inspections')} detail={t('control.no_inspections_detail')} />}
      more={{ next: query.hasNextPage ? '' : null, busy: query.isFetchingNextPage, onMore: () => void query.fetchNextPage() }} />
  );
}
