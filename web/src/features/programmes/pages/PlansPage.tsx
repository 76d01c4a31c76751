import { useInfiniteQuery, useQuery } from '@tanstack/preact-query';
import { asProblem } from '../../../lib/api';
import { addDays, formatDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { regionDay } from '../../../lib/session';
import { EmptyState } from '../../../ui/EmptyState';
import { Table, type Column } from '../../../ui/Table';
import { Tag } from '../../../ui/Tag';
import { getDrafts, getPlans, type ProgrammeEntry } from '../api';
import { Desk } from '../components/Desk';

const soon = 30;

const name = (): Column<ProgrammeEntry> => ({ key: 'name', title: t('programmes.recipient'), weight: 'main', cell: (row) => <a href={`/programmes/plans/${row.id}`}>{row.name ?? t('programmes.not_served')}</a> });
const number = (): Column<ProgrammeEntry> => ({ key: 'number', title: t('programmes.number'), weight: 'minor', cell: (row) => t('programmes.number_version', { number: row.number, version: row.version }) });
const form = (): Column<ProgrammeEntry> => ({ key: 'form', title: t('programmes.form'), cell: (row) => t(`programmes.form.${row.form}`) });

function Review({ row }: { row: ProgrammeEntry }) {
  const today = regionDay();
  const tone = row.review_on < today ? 'danger' : row.review_on <= addDays(today, soon) ? 'warning' : null;
  return tone ? <Tag tone={tone}>{formatDay(row.review_on)}</Tag> : <>{formatDay(row.review_on)}</>;
}

function Rows({ organisation }: { organisation: string }) {
  const drafts = useQuery({ queryKey: ['programmes', 'drafts', organisation], queryFn: () => getDrafts(organisation) });
  const list = useInfiniteQuery({
    queryKey: ['programmes', 'plans', organisation],
    queryFn: ({ pageParam }) => getPlans(organisation, pageParam),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
  return (
    <div class="stack">
      {(drafts.data?.length ?? 0) > 0 && (
        <section class="stack" aria-label={t('programmes.drafts')}>
          <h2>{t('programmes.drafts')}</h2>
          <Table caption={t('programmes.drafts')} rows={drafts.data ?? null} rowKey={(row) => `${row.id} ${row.version}`} empty={null}
            columns={[name(), form(), { key: 'since', title: t('programmes.since'), cell: (row) => formatDay(row.since) }, number()]} />
        </section>
      )}
      <h2>{t('programmes.in_force')}</h2>
      <Table caption={t('programmes.in_force')} rows={list.data?.pages.flatMap((page) => page.items) ?? null} rowKey={(row) => `${row.id} ${row.version}`}
        columns={[name(), form(), { key: 'review', title: t('programmes.review_on'), cell: (row) => <Review row={row} /> }, { key: 'last', title: t('programmes.until'), cell: (row) => formatDay(row.last_on) },
          { key: 'level', title: t('programmes.care_level'), align: 'end', weight: 'minor', cell: (row) => row.care_level ?? '—' }, number()]}
        problem={list.error ? asProblem(list.error) : null} onRetry={() => void list.refetch()} empty={<EmptyState title={t('programmes.no_plans')} detail={t('programmes.no_plans_detail')} />}
        more={{ next: list.hasNextPage ? 'more' : null, busy: list.isFetchingNextPage, onMore: () => void list.fetchNextPage() }} />
    </div>
  );
}

/** Drafts that wait for the director, then what is in force, to be reviewed first before all. */
export default function PlansPage() {
  return <Desk current="/programmes/plans">{(organisation) => <Rows organisation={organisation} />}</Desk>;
}
