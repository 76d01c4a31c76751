import { useInfiniteQuery } from '@tanstack/preact-query';
import { asProblem } from '../../../lib/api';
import { t } from '../../../lib/messages';
import { EmptyState } from '../../../ui/EmptyState';
import { Table, type Column } from '../../../ui/Table';
import { Tag } from '../../../ui/Tag';
import { getFindings, type Finding, type Which } from '../api';
import { termOf, whereOf } from '../model/words';

export function TermTag({ finding }: { finding: Finding }) {
  const { words, tone } = termOf(finding);
  return <Tag tone={tone}>{words}</Tag>;
}

const columns = (centres: boolean): Column<Finding>[] => [
  { key: 'text', title: t('control.column.finding'), weight: 'main', cell: (each) => <a href={`/control/findings/${each.id}`}>{each.text}</a> },
  ...(centres ? [{ key: 'centre', title: t('control.column.centre'), cell: (each: Finding) => each.organisation_title }] : []),
  { key: 'item', title: t('control.column.standard'), weight: 'minor', cell: (each) => `${each.code}, ${whereOf(each.item)}` },
  { key: 'owner', title: t('control.owner'), cell: (each) => each.owner },
  { key: 'due', title: t('control.column.due'), cell: (each) => <TermTag finding={each} /> },
];

/** Findings with the days that are left. */
export function Findings({ organisation, which }: { organisation: string | null; which: Which }) {
  const query = useInfiniteQuery({
    queryKey: ['control', 'findings', organisation, which],
    queryFn: ({ pageParam }) => getFindings(organisation, which, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next ?? null,
  });
  return (
    <Table caption={t('control.tab.findings')} columns={columns(organisation === null)} rows={query.data?.pages.flatMap((page) => page.items) ?? null} rowKey={(each) => each.id}
      problem={query.error ? asProblem(query.error) : null} onRetry={() => void query.refetch()}
      empty={<EmptyState title={t('control.no_findings')} detail={t('control.no_findings_detail')} />}
      more={{ next: query.hasNextPage ? '' : null, busy: query.isFetchingNextPage, onMore: () => void query.fetchNextPage() }} />
  );
}
