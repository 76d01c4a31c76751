import { useInfiniteQuery, useQuery } from '@tanstack/preact-query';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { asProblem } from '../../../lib/api';
import { formatDay, formatInstant } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { Page } from '../../../ui/Page';
import { Table } from '../../../ui/Table';
import { getPairs, getRuns, type Pair, type Side } from '../api';
import { ElsewhereDialog } from '../components/ElsewhereDialog';
import { OtherDialog } from '../components/OtherDialog';
import { Reasons } from '../components/Reasons';

function Who({ side }: { side: Side }) {
  if (!side.id) return <div>{t('duplicates.somebody_elsewhere', { year: side.birth_year })}</div>;
  return (
    <div>
      <a href={`/recipients/${side.id}`}>{side.name}</a> <span class="muted nowrap">{side.birth && formatDay(side.birth)}</span>
    </div>
  );
}

const namesOf = (pair: Pair) => [pair.one.name, pair.other.name].filter(Boolean).join(', ');

export default function QueuePage() {
  const { route } = useLocation();
  const runs = useQuery({ queryKey: ['duplicates', 'runs'], queryFn: getRuns, enabled: can('duplicates.see_runs') });
  const pairs = useInfiniteQuery({
    queryKey: ['duplicates', 'pairs'],
    initialPageParam: '',
    queryFn: ({ pageParam }) => getPairs(pageParam),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const [apart, setApart] = useState<string | null>(null);
  const [elsewhere, setElsewhere] = useState<Pair | null>(null);
  const last = runs.data?.[0];
  const side = (pair: Pair) => pair.one.id ?? pair.other.id ?? '';
  const compare = (pair: Pair, other?: string) => route(`/recipients/${side(pair)}/compare/${other ?? pair.other.id}?pair=${pair.id}`);
  return (
    <Page
      title={t('duplicates.title')}
      crumbs={[{ href: '/recipients', label: t('duplicates.recipients') }]}
      lead={last ? t('duplicates.lead', { at: formatInstant(last.ended_at), persons: last.persons }) : t('duplicates.never')}
    >
      <Table
        caption={t('duplicates.title')}
        rows={pairs.data?.pages.flatMap((page) => page.items) ?? null}
        rowKey={(row) => row.id}
        problem={pairs.error ? asProblem(pairs.error) : null}
        onRetry={() => void pairs.refetch()}
        more={{ next: pairs.hasNextPage ? 'more' : null, busy: pairs.isFetchingNextPage, onMore: () => void pairs.fetchNextPage() }}
        empty={<EmptyState title={t('duplicates.empty')} detail={t('duplicates.empty_detail')} />}
        columns={[
          { key: 'who', title: t('duplicates.who'), weight: 'main', cell: (row) => <div><Who side={row.one} /><Who side={row.other} /></div> },
          { key: 'why', title: t('duplicates.why'), cell: (row) => <Reasons percent={row.percent} reasons={row.reasons} /> },
          ...(can('duplicates.decide')
            ? [{
                key: 'do', title: t('duplicates.do'), paper: 'left out' as const,
                cell: (row: Pair) => (
                  <div class="page-actions no-print">
                    {row.one.id && row.other.id
                      ? <Button name={t('duplicates.compare_of', { names: namesOf(row) })} onClick={() => compare(row)}>{t('duplicates.compare')}</Button>
                      : <Button name={t('duplicates.hear_of', { names: namesOf(row) })} onClick={() => setElsewhere(row)}>{t('duplicates.hear')}</Button>}
                    <Button kind="quiet" name={t('duplicates.other_of', { names: namesOf(row) })} onClick={() => setApart(row.id)}>{t('duplicates.other')}</Button>
                  </div>
                ),
              }]
            : []),
        ]}
      />
      <OtherDialog pair={apart} onClose={() => setApart(null)} onDone={() => { setApart(null); void pairs.refetch(); }} />
      <ElsewhereDialog pair={elsewhere} onClose={() => setElsewhere(null)} onTaken={(person) => elsewhere && compare(elsewhere, person)} />
    </Page>
  );
}
